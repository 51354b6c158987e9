"""Makes statements: who speaks, whose act it is, through which chain. The package's one entry point."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import (
    PLOVER,
    POSITION_ACTS,
    Act,
    Attribution,
    Directness,
    Link,
    Proposition,
    Report,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    TimeExpression,
    make_id,
    take_evidence,
)
from reportedly.resolving.cast import Cast, Member
from reportedly.resolving.chains import ANONYMOUS, Relays, joined, origin_of
from reportedly.resolving.naming import Names
from reportedly.resolving.phrases import read_phrase

EXTRACTOR = "reportedly-1"
"""Name and version of the rules that make statements."""

VOICE = ""
"""Key of the propositions that the outlet states in its own voice."""

FEWEST_CHARACTERS = 12
"""A shorter proposition of no known act says nothing that could be checked."""

WISHES = frozenset({"conditions", "demands", "terms", "requirements", "proposals", "offers"})
"""Nouns for what a party wants; as a source they take up the party that spoke last."""

_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ote|ites?|iting)|stat(?:ed|es?)|not(?:ed|es)|add(?:ed|s)|"
    r"claim(?:ed|s)?|report(?:ed|s)?|announc(?:ed|es?)|warn(?:ed|s)?|declar(?:ed|es?)|emphasi[sz](?:ed|es?)|"
    r"stress(?:ed|es)?|argu(?:ed|es?)|explain(?:ed|s)?|post(?:ed|s)|tweet(?:ed|s)?|outlin(?:ed|es?)|"
    r"conclud(?:ed|es?)|named?|set out|reiterat(?:ed|es?)|repeat(?:ed|s)|reaffirm(?:ed|s)|urg(?:ed|es?)|"
    r"insist(?:ed|s)?|vow(?:ed|s)?|pledg(?:ed|es?)|promis(?:ed|es?)|admit(?:ted|s)?|comment(?:ed|s)?|recall(?:ed|s)?|according)\b",
    re.IGNORECASE,
)

_THIRD_PERSON = re.compile(
    r"(?:that\s+)?(he|she|they|it)\s+(?:will|would|won|may|might|shall|is|are)\b", re.IGNORECASE
)


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


def resolve(
    report: Report,
    attributions: Sequence[Attribution],
    propositions: Mapping[str, Sequence[Proposition]],
    dates: Dates,
    names: Names,
) -> tuple[Statement, ...]:
    """Returns the statements of one report in the order of the text.

    Args:
        report: the report.
        attributions: outermost and nested ones.
        propositions: what `coding` read in each attribution's content, by its id; under `VOICE` what the
            outlet says in its own voice.
        dates: the dates of the text and what they say of attributions.
        names: the gazetteer, with what it learnt from this text.
    """
    return _Resolution(report, attributions, dates, names).run(propositions)


def outlet_voice(report: Report, names: Names) -> tuple[Speaker, tuple[Link, ...]]:
    """Returns who speaks, through which chain, where a report attributes its words to nobody."""
    told = _Resolution(report, (), Dates((), {}, ()), names).voiced()
    return told.member.speaker, told.chain


class _Resolution:
    """Holds what is known of one report while its statements are made."""

    def __init__(
        self,
        report: Report,
        attributions: Sequence[Attribution],
        dates: Dates,
        names: Names,
    ) -> None:
        self._report = report
        self._by_id = {a.id: a for a in attributions}
        self._dates = dates
        self._names = names
        self._relays = Relays(report, names.mentions(report.text))
        self._cast = Cast(
            report.text, names, dates.found, self._relays.analysts or self._relays.blanket
        )
        self._told: dict[str, Told] = {}
        self._last: Member | None = None
        order = sorted(attributions, key=lambda a: (a.source or a.cue or a.content)[0].start)
        for attribution in _parents_first(order):
            self._told[attribution.id] = self._tell(attribution)

    def run(self, propositions: Mapping[str, Sequence[Proposition]]) -> tuple[Statement, ...]:
        """Makes the statements of all propositions that say something of their own."""
        inner = [a for a in self._by_id.values() if a.parent is not None]
        made: dict[str, Statement] = {}
        for key, found in propositions.items():
            attribution = self._by_id.get(key)
            for one in found:
                if not self._is_aside(one, attribution) and not self._is_told_inside(
                    one, attribution, inner, propositions
                ):
                    statement = self._statement(one, attribution)
                    if statement.act is not Act.OTHER or len(statement.text) >= FEWEST_CHARACTERS:
                        made.setdefault(statement.id, statement)
        return tuple(sorted(made.values(), key=lambda s: (s.evidence.start, s.evidence.end, s.id)))

    def _tell(self, attribution: Attribution) -> Told:
        """Resolves the source of an attribution and the chain that leads to it."""
        parent = self._told.get(attribution.parent or "")
        if self._goes_on(attribution):
            return next(t for t in reversed(self._told.values()) if t.member.speaker.party)
        member = self._member(attribution)
        saying = any(_SAYING.search(cue.of(self._report.text)) for cue in attribution.cue)
        if parent is not None:
            links = [*parent.chain]
            told = self._relays.told(attribution)
            links += [told] if told else []
        else:
            links = [self._relays.outlet, *self._relays.before(member, attribution)]
        if parent is None or saying or not self._is_bare_party(member):
            links.append(_link_of(member, attribution))
        cited = self._relays.cited(attribution)
        if cited is not None and parent is None:
            if member.link_kind in {"outlet", "agency", "think tank"}:
                self._relays.relayed_by(links[-1])
            member = self._cast.resolve(cited)
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

    def _member(self, attribution: Attribution) -> Member:
        """Resolves the source; a quotation without one goes on from the last, or is the credited body's."""
        if attribution.source:
            return self._cast.resolve(attribution.source[0])
        credit = self._relays.blanket
        if credit is not None:
            phrase = read_phrase(credit.name)
            return Member(Speaker(credit.name, SpeakerKind.BODY), phrase, 0, credit.kind)
        if self._last is not None and attribution.directness is Directness.DIRECT:
            return self._last
        return self._outlet()

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

    def _outlet(self) -> Member:
        """Returns the outlet itself as a source, or the body that the whole page relays."""
        link = self._relays.blanket or self._relays.outlet
        kind = SpeakerKind.OUTLET if link.kind in {"outlet", "agency"} else SpeakerKind.BODY
        return Member(Speaker(link.name, kind), read_phrase(link.name), 0, link.kind)

    def _is_aside(self, one: Proposition, attribution: Attribution | None) -> bool:
        """Says whether the words are a caveat, a line that introduces others, or name whom a source cites."""
        if any(caveat.span.holds(one.span) for caveat in self._report.caveats):
            return True
        before = [part.start for part, _ in self._dates.introduced if one.span.end <= part.start]
        if any("\n" not in self._report.text[one.span.end : start] for start in before):
            return True
        cited = self._relays.cited(attribution) if attribution else None
        return cited is not None and cited.meets(one.span)

    def _is_told_inside(
        self,
        one: Proposition,
        attribution: Attribution | None,
        inner: Sequence[Attribution],
        propositions: Mapping[str, Sequence[Proposition]],
    ) -> bool:
        """Says whether a nested attribution tells the same thing with a longer chain."""
        if attribution is None:
            return False
        for other in inner:
            if other.parent != attribution.id or not propositions.get(other.id):
                continue
            shared = sum(
                max(0, min(f.end, one.span.end) - max(f.start, one.span.start))
                for f in other.content
            )
            same_cue = one.cue is not None and any(one.cue.meets(cue) for cue in other.cue)
            wide = shared >= 0.5 * (one.span.end - one.span.start)
            acts = {inner.act for inner in propositions[other.id]}
            if same_cue or (wide and (one.act in acts | {Act.OTHER, Act.ASSESSMENT})):
                return True
        return False

    def _statement(self, one: Proposition, attribution: Attribution | None) -> Statement:
        """Makes one row out of one proposition."""
        told = self._told[attribution.id] if attribution else self.voiced(one)
        teller = told
        if told.outer is not None and one.act in POSITION_ACTS and not told.saying:
            teller = told.outer
        member = teller.member
        holder = self._holder(one, told)
        text, report = self._report.text, self._report
        source = [s.of(text) for s in attribution.source] if attribution else []
        cue = [s.of(text) for s in attribution.cue] if attribution else []
        relayed = len(told.chain) > 2 or member.speaker.kind in ANONYMOUS
        return Statement(
            id=make_id("statement", report.id, one.span.start, one.span.end, source, cue),
            report=report.id,
            attribution=attribution.id if attribution else None,
            speaker=member.speaker,
            holder=holder,
            act=one.act,
            plover=PLOVER.get(one.act),
            issues=one.issues,
            target=self._target(one, holder),
            said=told.said or self._introduced(one.span),
            first_published=told.member.first_published,
            chain=told.chain,
            origin=origin_of(told.chain),
            likelihood=one.likelihood,
            direct=attribution.directness if attribution else Directness.INDIRECT,
            conditions=tuple(take_evidence(text, span) for span in one.conditions),
            deadline=take_evidence(text, one.deadline) if one.deadline else None,
            voice=_voice(one, teller, holder),
            aspects=tuple(sorted(one.aspects)),
            text=" ".join(one.span.of(text).split()),
            evidence=take_evidence(text, one.span),
            caveats=tuple(c.exact for c in report.caveats) if relayed else (),
            confidence=attribution.confidence if attribution else 0.5,
            extractor=EXTRACTOR,
        )

    def _introduced(self, span: Span) -> str | None:
        """Returns the date of the line that introduces the part of the text a stretch stands in."""
        return next((day for part, day in self._dates.introduced if part.holds(span)), None)

    def voiced(self, one: Proposition | None = None) -> Told:
        """Says who speaks where no attribution does: a document the sentence refers to, else the outlet."""
        links = [self._relays.outlet, *([self._relays.blanket] if self._relays.blanket else [])]
        agent = one.agent if one else None
        member = self._cast.look(agent) if agent else None
        if member is None or member.speaker.kind is not SpeakerKind.DOCUMENT:
            return Told(self._outlet(), joined(links), None, None, saying=False)
        links += [member.publisher] if member.publisher else []
        links.append(Link(member.speaker.name, member.link_kind, agent))
        return Told(member, joined(links), None, _by(member), saying=True)

    def _holder(self, one: Proposition, told: Told) -> str | None:
        """Returns the party whose act it is: the proposition's own agent, else the speaker's party."""
        if one.agent is not None:
            return self._party(one.agent)
        pronoun = _THIRD_PERSON.match(self._report.text, one.span.start)
        if pronoun is not None:
            return self._party(Span(*pronoun.span(1)))
        return told.member.speaker.party

    def _target(self, one: Proposition, holder: str | None) -> str | None:
        target = self._party(one.target) if one.target else None
        return target if target != holder else None

    def _party(self, span: Span) -> str | None:
        """Returns the party that words inside a content mean, pronouns included."""
        words = span.of(self._report.text)
        phrase = read_phrase(words)
        if phrase.pronoun is None and not phrase.part:
            person = self._names.person(words)
            return person.party if person else self._names.party_of(words)
        return self._cast.look(span).speaker.party


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


def _voice(one: Proposition, told: Told, holder: str | None) -> str:
    """Tells a party's own words from another's account of them and from an analyst's reading."""
    member = told.member
    if member.link_kind == "think tank" or one.act is Act.ASSESSMENT or member.phrase.analysts:
        return "assessment"
    own = holder is not None and member.speaker.party == holder and one.agent is None
    spoken = told.saying or member.speaker.kind is SpeakerKind.DOCUMENT
    own = own and spoken and member.speaker.kind not in ANONYMOUS
    return "own words" if own else "account"
