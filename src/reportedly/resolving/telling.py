"""Tells of each attribution who speaks, through which chain, and when: the sources of one report, in order.

Whose act it is and how rows are made lives in `statements`; whom a phrase means in `cast`; relays in `chains`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import (
    Attribution,
    Directness,
    Link,
    Report,
    Span,
    SpeakerKind,
    TimeExpression,
)
from reportedly.resolving.cast import Cast
from reportedly.resolving.chains import Relays, joined
from reportedly.resolving.inner import inner_source
from reportedly.resolving.members import Member, Place
from reportedly.resolving.naming import Names
from reportedly.resolving.page import Page
from reportedly.resolving.phrases import FIRST_PERSON, read_phrase

WISHES = frozenset({"conditions", "demands", "terms", "requirements", "proposals", "offers"})
"""Nouns for what a party wants; as a source they take up the party that spoke last."""

_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ote|ites?|iting)|stat(?:ed|es?)|not(?:ed|es)|add(?:ed|s)|"
    r"claim(?:ed|s)|report(?:ed|s)|announc(?:ed|es?)|warn(?:ed|s)?|declar(?:ed|es?)|emphasi[sz](?:ed|es?)|"
    r"stress(?:ed|es)?|argu(?:ed|es?)|explain(?:ed|s)?|post(?:ed|s)|tweet(?:ed|s)?|outlin(?:ed|es?)|"
    r"conclud(?:ed|es?)|named?|set out|reiterat(?:ed|es?)|repeat(?:ed|s)|reaffirm(?:ed|s)|urg(?:ed|es?)|"
    r"insist(?:ed|s)?|vow(?:ed|s)?|pledg(?:ed|es?)|promis(?:ed|es?)|admit(?:ted|s)?|comment(?:ed|s)?|recall(?:ed|s)?|according)\b",
    re.IGNORECASE,
)


_DASH = re.compile(r"\s[–—]\s")
_THOSE = re.compile(r"\b(?:those|people|many)\s$", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|add(?:ed|s|ing)|further|continu(?:ed|es)|went on)\b", re.IGNORECASE)

NEAR_CUE = 12
"""Most characters between a side and a cue whose subject it is ("Norland had offered")."""

SUBJECTS = frozenset({"state", "organisation", "person", "capital"})
"""Kinds of mention that may be the missing source of a cue."""


@dataclass(frozen=True, slots=True)
class Dates:
    """What is known of the dates of one text, handed over by `measuring`."""

    # All time expressions of the text.
    found: Sequence[TimeExpression]
    # When attributions were said, in EDTF, by their ids.
    said: Mapping[str, str]
    # Stretches that a dated line introduces, with its date.
    introduced: Sequence[tuple[Span, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution with its source resolved."""

    member: Member
    chain: tuple[Link, ...]
    # What is known of the attribution whose content holds this one, None for an outermost one.
    outer: Told | None
    said: str | None
    # Whether the cue is a verb of saying, so that the source's own words are given.
    saying: bool


class Telling:
    """Resolves the attributions of one report; ask it for each of them, and for the outlet's own voice."""

    def __init__(
        self,
        report: Report,
        attributions: Sequence[Attribution],
        dates: Dates,
        names: Names,
    ) -> None:
        self._report = report
        self._dates = dates
        self._names = names
        self._mentions = names.mentions(report.text)
        self.page = Page(report, names)
        self.relays = Relays(report, self._mentions, self.page)
        credit = self.page.analysts or self.page.blanket
        contents = [span for a in attributions if a.parent is None for span in a.content]
        self.cast = Cast(report.text, names, self._mentions, dates.found, credit, contents)
        self._by_id = {a.id: a for a in attributions}
        sources = (a.source[0] for a in attributions if a.source and a.parent is None)
        self._sources = sorted(
            source for source in sources if read_phrase(source.of(report.text)).pronoun is None
        )
        self._told: dict[str, Told] = {}
        self._last: Member | None = None
        order = sorted(attributions, key=lambda a: (a.source or a.cue or a.content)[0].start)
        for attribution in _parents_first(order):
            self._told[attribution.id] = self._tell(attribution)

    def of(self, attribution: Attribution) -> Told:
        """Returns what is known of one of the attributions."""
        return self._told[attribution.id]

    def inside(self, attribution: Attribution, said: Span) -> Told:
        """Returns what is known of some words of an attribution, which may be told by somebody further inside."""
        told = self._told[attribution.id]
        found = inner_source(self._report.text, attribution, said)
        if found is None:
            return told
        words, verb = found
        place = Place(attribution.content, attribution.content, told.member)
        member = self.cast.look(words, place)
        if member.speaker.name in {link.name for link in told.chain}:
            return told
        link = Link(member.speaker.name, member.link_kind, verb)
        saying = bool(_SAYING.search(verb.of(self._report.text)))
        return Told(member, joined([*told.chain, link]), told, told.said, saying)

    def voiced(self, agent: Span | None = None) -> Told:
        """Says who speaks where no attribution does: the document it is or refers to, else the outlet.

        Args:
            agent: the words that name whose act the sentence tells, None if there are none.
        """
        member = self.cast.look(agent) if agent else None
        if member is None or member.speaker.kind is not SpeakerKind.DOCUMENT:
            return voice_of(self.page)
        return voice_of(self.page, member, agent)

    def introduced(self, span: Span) -> str | None:
        """Returns the date of the line that introduces the part of the text a stretch stands in."""
        return next((day for part, day in self._dates.introduced if part.holds(span)), None)

    def _tell(self, attribution: Attribution) -> Told:
        """Resolves the source of an attribution and the chain that leads to it."""
        parent = self._told.get(attribution.parent or "")
        if self._goes_on(attribution):
            return next(t for t in reversed(self._told.values()) if t.member.speaker.party)
        member = self._member(attribution, parent.member if parent else self._last)
        saying = any(_SAYING.search(cue.of(self._report.text)) for cue in attribution.cue)
        if parent is not None:
            links = [*parent.chain]
            told = self.relays.told(attribution)
            links += [told] if told else []
        else:
            links = self._before(member, attribution)
        if parent is not None or all(link.name != member.speaker.name for link in links[1:]):
            links.append(_link_of(member, attribution))
        cited = self.relays.cited(attribution)
        if cited is not None and parent is None:
            if member.link_kind in {"outlet", "agency", "think tank"}:
                self.relays.relayed_by(links[-1], None)
            member = self.cast.resolve(cited)
            links.append(Link(member.speaker.name, member.link_kind, cited))
        if parent is None:
            self._last = member
        said = self._dates.said.get(attribution.id) or (parent.said if parent else None)
        return Told(member, joined(links), parent, said or _by(member), saying)

    def _before(self, member: Member, attribution: Attribution) -> list[Link]:
        """Returns the links before an outermost source: those of a speech that goes on, else what the page says."""
        going_on = self._relayed_speech(member, attribution)
        if going_on is not None:
            return list(going_on.chain[:-1])
        links = [self.page.outlet, *self.relays.before(member, attribution)]
        orator = self.page.orator
        told = {link.name for link in links} | {member.speaker.name}
        if orator is not None and orator.name not in told:
            links.append(Link(orator.name, SpeakerKind.NAMED.value))
        return links

    def _relayed_speech(self, member: Member, attribution: Attribution) -> Told | None:
        """Returns what was told right before of the same source through somebody, if this goes on with it."""
        text = self._report.text
        if not any(_ALSO.search(cue.of(text)) for cue in attribution.cue):
            return None
        paragraph = text.rfind("\n", 0, attribution.extent.start) + 1
        last = next(reversed(self._told), "")
        earlier = self._by_id.get(last)
        if earlier is None or not paragraph <= earlier.extent.start < attribution.extent.start:
            return None
        told = self.inside(earlier, earlier.content[-1])
        same = told.outer is not None and told.member.speaker.name == member.speaker.name
        return told if same else None

    def _member(self, attribution: Attribution, speaking: Member | None) -> Member:
        """Resolves the source; a quotation without one goes on from the last, or is the credited body's."""
        if attribution.source:
            phrase = read_phrase(attribution.source[0].of(self._report.text))
            if phrase.pronoun in FIRST_PERSON:
                return self._first_person(attribution, speaking)
            parent = self._by_id.get(attribution.parent or "")
            place = Place(
                attribution.content,
                parent.content if parent else (),
                speaking if parent else None,
            )
            return self.cast.resolve(self._plain(attribution.source[0]), place)
        return self._unnamed(attribution)

    def _plain(self, source: Span) -> Span:
        """Returns a source without what stands behind a dash, and "who" with the "those" before it."""
        text = self._report.text
        dash = _DASH.search(text, source.start + 2, source.end)
        if dash is not None:
            return Span(source.start, dash.start())
        those = _THOSE.search(text, max(0, source.start - 12), source.start)
        if those is not None and source.of(text).lower() == "who":
            return Span(those.start(), source.end)
        return source

    def _first_person(self, attribution: Attribution, speaking: Member | None) -> Member:
        """Says who "I" is: who tells the words around it, whose quotation it stands in, the page's orator."""
        if attribution.parent is not None and speaking is not None:
            return speaking
        start = attribution.source[0].start
        paragraph = self._report.text.rfind("\n", 0, start) + 1
        if speaking is not None and speaking.position >= paragraph:
            return speaking
        if self.page.orator is not None:
            return self.cast.person(self.page.orator)
        after = self._named_after(start)
        if after is not None:
            return self.cast.look(after)
        return speaking or self.page.document or self.page.voice()

    def _named_after(self, start: int) -> Span | None:
        """Returns the next source of the paragraph that is no pronoun, for a quotation that comes before it."""
        end = self._report.text.find("\n", start)
        for source in self._sources:
            if source.start > start:
                inside = end < 0 or source.start < end
                return source if inside else None
        return None

    def _unnamed(self, attribution: Attribution) -> Member:
        """Says who speaks where no source was found: the document itself, the cue's subject, who spoke last."""
        if self.page.document is not None:
            return self.page.document
        subject = self._subject(attribution)
        if subject is not None:
            return self.cast.resolve(subject)
        direct = attribution.directness is Directness.DIRECT
        if self.page.blanket is None and self._last is not None and direct:
            return self._last
        return self.page.voice()

    def _subject(self, attribution: Attribution) -> Span | None:
        """Returns the side or person that stands right before a cue whose source was not found."""
        if not attribution.cue or attribution.cue[0].of(self._report.text) == ":":
            return None
        cue = attribution.cue[0]
        near = [m for m in self._mentions if 0 <= cue.start - m.span.end <= NEAR_CUE]
        between = near and self._report.text[near[-1].span.end : cue.start]
        if not near or near[-1].kind not in SUBJECTS or set(str(between)) & set('.,;:\n“”"'):
            return None
        return near[-1].span

    def _goes_on(self, attribution: Attribution) -> bool:
        """Says whether a source only takes up the last one's wishes ("Further conditions include ...")."""
        source = attribution.source[0].of(self._report.text) if attribution.source else ""
        wishes = read_phrase(source).head in WISHES
        return wishes and any(told.member.speaker.party for told in self._told.values())


def voice_of(page: Page, document: Member | None = None, agent: Span | None = None) -> Told:
    """Says who speaks in a page's own voice: a document it refers to or is, else its outlet or whom it relays."""
    links = [page.outlet, *([page.blanket] if page.blanket else [])]
    member = document or page.document
    if member is None:
        return Told(page.voice(), joined(links), None, None, saying=False)
    links += [member.publisher] if member.publisher else []
    links.append(Link(member.speaker.name, member.link_kind, agent))
    return Told(member, joined(links), None, _by(member), saying=True)


def _parents_first(order: Sequence[Attribution]) -> list[Attribution]:
    """Returns the attributions in the order given, each after the one whose content holds it."""
    by_id = {a.id: a for a in order}
    placed: dict[str, Attribution] = {}

    def place(attribution: Attribution) -> None:
        parent = by_id.get(attribution.parent or "")
        if parent is not None and parent.id not in placed:
            place(parent)
        placed.setdefault(attribution.id, attribution)

    for attribution in order:
        place(attribution)
    return list(placed.values())


def _link_of(member: Member, attribution: Attribution) -> Link:
    where = attribution.cue[0] if attribution.cue else None
    return Link(member.speaker.name, member.link_kind, where)


def _by(member: Member) -> str | None:
    """Returns the latest day a document can have been written: when it was first published."""
    return f"../{member.first_published}" if member.first_published else None
