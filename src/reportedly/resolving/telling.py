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
    Speaker,
    SpeakerKind,
    TimeExpression,
)
from reportedly.resolving.cast import Cast, Member
from reportedly.resolving.chains import Relays, joined
from reportedly.resolving.naming import Names
from reportedly.resolving.phrases import DOCUMENT_NOUNS, FIRST_PERSON, read_phrase

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
        # A think tank's own page: what it says in its own voice is an assessment.
        named = {m.kind for m in names.mentions(report.outlet or "")}
        kind = "think tank" if "think tank" in named else "outlet"
        self.relays = Relays(report, self._mentions, kind)
        credit = self.relays.analysts or self.relays.blanket
        self.cast = Cast(report.text, names, self._mentions, dates.found, credit)
        self._told: dict[str, Told] = {}
        self._last: Member | None = None
        order = sorted(attributions, key=lambda a: (a.source or a.cue or a.content)[0].start)
        for attribution in _parents_first(order):
            self._told[attribution.id] = self._tell(attribution)

    def of(self, attribution: Attribution) -> Told:
        """Returns what is known of one of the attributions."""
        return self._told[attribution.id]

    def voiced(self, agent: Span | None = None) -> Told:
        """Says who speaks where no attribution does: the document it is or refers to, else the outlet.

        Args:
            agent: the words that name whose act the sentence tells, None if there are none.
        """
        links = [self.relays.outlet, *([self.relays.blanket] if self.relays.blanket else [])]
        member = self.cast.look(agent) if agent else None
        if member is None or member.speaker.kind is not SpeakerKind.DOCUMENT:
            member = self._document()
        if member is None:
            return Told(self._outlet(), joined(links), None, None, saying=False)
        links += [member.publisher] if member.publisher else []
        links.append(Link(member.speaker.name, member.link_kind, agent))
        return Told(member, joined(links), None, _by(member), saying=True)

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
            links = [self.relays.outlet, *self.relays.before(member, attribution)]
        if parent is None or saying or not self._is_bare_party(member):
            links.append(_link_of(member, attribution))
        cited = self.relays.cited(attribution)
        if cited is not None and parent is None:
            if member.link_kind in {"outlet", "agency", "think tank"}:
                self.relays.relayed_by(links[-1], None)
            member = self.cast.resolve(cited)
            links.append(Link(member.speaker.name, member.link_kind, cited))
        self._last = member
        return Told(
            member,
            joined(links),
            parent,
            self._dates.said.get(attribution.id)
            or (parent.said if parent else None)
            or _by(member),
            saying,
        )

    def _member(self, attribution: Attribution, speaking: Member | None) -> Member:
        """Resolves the source; a quotation without one goes on from the last, or is the credited body's."""
        if attribution.source:
            phrase = read_phrase(attribution.source[0].of(self._report.text))
            if phrase.pronoun in FIRST_PERSON and speaking is not None:
                return speaking
            return self.cast.resolve(attribution.source[0])
        return self._unnamed(attribution)

    def _unnamed(self, attribution: Attribution) -> Member:
        """Says who speaks where no source was found: the document itself, the cue's subject, who spoke last."""
        document = self._document()
        if document is not None:
            return document
        subject = self._subject(attribution)
        if subject is not None:
            return self.cast.resolve(subject)
        credit = self.relays.blanket
        if credit is not None:
            phrase = read_phrase(credit.name)
            return Member(Speaker(credit.name, SpeakerKind.BODY), phrase, 0, credit.kind)
        if self._last is not None and attribution.directness is Directness.DIRECT:
            return self._last
        return self._outlet()

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

    def _is_bare_party(self, member: Member) -> bool:
        """Says whether a source is only the name of a side ("Moscow wants"), who told nobody anything."""
        named = self._names.mentions(member.phrase.words)
        return (
            len(named) == 1
            and named[0].kind in {"state", "capital", "organisation"}
            and (len(member.phrase.core) <= len(named[0].span.of(member.phrase.words).split()) + 1)
        )

    def _document(self) -> Member | None:
        """Returns the report itself as a document of a party, where its title says that it is one."""
        phrase = read_phrase(self._report.title)
        party = self._names.party_of(self._report.title)
        words = {word.lower() for word in self._report.title.split()}
        if party is None or not words & DOCUMENT_NOUNS:
            return None
        speaker = Speaker(self._report.title, SpeakerKind.DOCUMENT, party)
        return Member(speaker, phrase, 0, SpeakerKind.DOCUMENT.value)

    def _outlet(self) -> Member:
        """Returns the outlet itself as a source, or the body that the whole page relays."""
        link = self.relays.blanket or self.relays.outlet
        kind = SpeakerKind.OUTLET if link.kind in {"outlet", "agency"} else SpeakerKind.BODY
        return Member(Speaker(link.name, kind), read_phrase(link.name), 0, link.kind)


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
