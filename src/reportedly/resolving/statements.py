"""Makes statements: who speaks, whose act it is, through which chain. The package's one entry point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.model import (
    PLOVER,
    POSITION_ACTS,
    Act,
    Attribution,
    Directness,
    Hedger,
    Link,
    Proposition,
    Report,
    Speaker,
    SpeakerKind,
    Statement,
    make_id,
    take_evidence,
)
from reportedly.resolving.chains import ANONYMOUS, origin_of
from reportedly.resolving.hedging import Hedges, likelihood_around
from reportedly.resolving.holders import Held, Holders
from reportedly.resolving.naming import Names
from reportedly.resolving.overlaps import VAGUE, is_told_inside, without_doubles
from reportedly.resolving.page import Page
from reportedly.resolving.telling import Dates, Telling, Told, voice_of

EXTRACTOR = "reportedly-1"
"""Name and version of the rules that make statements."""

VOICE = ""
"""Key of the propositions that the outlet states in its own voice."""

FEWEST_CHARACTERS = 12
"""A shorter proposition of no known act says nothing that could be checked."""


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
    telling = Telling(report, attributions, dates, names)
    holders = Holders(report.text, telling.cast, names)
    hedges = Hedges(report.text, attributions)
    by_id = {a.id: a for a in attributions}
    inside: defaultdict[str | None, list[Attribution]] = defaultdict(list)
    for each in attributions:
        inside[each.parent].append(each)
    made: dict[str, Statement] = {}
    for key, found in propositions.items():
        attribution = by_id.get(key)
        for one in found:
            if _is_aside(report, telling, dates, one, attribution):
                continue
            if attribution and is_told_inside(one, inside[key], propositions):
                continue
            for plain in _statements(report, telling, holders, one, attribution):
                words = hedges.of(one, attribution, _voice_of(plain))
                likelihood = plain.likelihood or likelihood_around(words)
                statement = replace(plain, hedges=words, likelihood=likelihood)
                if _says_something(statement, attribution):
                    numbered = _numbered(statement, made, report)
                    made.setdefault(numbered.id, numbered)
    rows = sorted(made.values(), key=lambda s: (s.evidence.start, s.evidence.end, s.id))
    return without_doubles(rows, by_id)


def _numbered(statement: Statement, made: Mapping[str, Statement], report: Report) -> Statement:
    """Gives a further act or holder of the same words an id of its own; the first in order keeps the plain one."""
    key, number = statement.id, 1
    while key in made and (made[key].act, made[key].holder) != (statement.act, statement.holder):
        number += 1
        key = make_id("statement", report.id, statement.id, number)
    return replace(statement, id=key)


def _voice_of(statement: Statement) -> Hedger:
    """Returns whose words they are where nobody is attributed to: the outlet's, or those of the document it is."""
    outlet = statement.speaker.kind is SpeakerKind.OUTLET
    return Hedger.OUTLET if outlet else Hedger.SPEAKER


def outlet_voice(report: Report, names: Names) -> tuple[Speaker, tuple[Link, ...]]:
    """Returns who speaks, through which chain, where a report attributes its words to nobody."""
    told = voice_of(Page(report, names))
    return told.member.speaker, told.chain


def _says_something(statement: Statement, attribution: Attribution | None) -> bool:
    """Says whether a row is worth keeping: a scrap of no known act that nobody said is not."""
    if statement.act not in VAGUE:
        return True
    nobody = attribution is not None and not attribution.source
    nobody = nobody and statement.speaker.kind is SpeakerKind.OUTLET
    unquoted = statement.direct is not Directness.DIRECT
    return len(statement.text) >= FEWEST_CHARACTERS and not (nobody and unquoted)


def _is_aside(
    report: Report,
    telling: Telling,
    dates: Dates,
    one: Proposition,
    attribution: Attribution | None,
) -> bool:
    """Says whether the words are a caveat, a line that introduces others, or name whom a source cites."""
    if any(caveat.span.holds(one.span) for caveat in report.caveats):
        return True
    before = [part.start for part, _ in dates.introduced if one.span.end <= part.start]
    if any("\n" not in report.text[one.span.end : start] for start in before):
        return True
    cited = telling.relays.cited(attribution) if attribution else None
    return cited is not None and cited.meets(one.span)


def _statements(
    report: Report,
    telling: Telling,
    holders: Holders,
    one: Proposition,
    attribution: Attribution | None,
) -> Iterator[Statement]:
    """Yields a row for each party whose act a proposition is."""
    told = telling.inside(attribution, one.span) if attribution else telling.voiced(one.agent)
    teller = told
    if told.outer is not None and one.act in POSITION_ACTS and not told.saying:
        teller = told.outer
    for held in holders.of(one, told):
        yield _statement(report, telling, one, attribution, told=told, teller=teller, held=held)


def _statement(  # noqa: PLR0913  (what a row is made of)
    report: Report,
    telling: Telling,
    one: Proposition,
    attribution: Attribution | None,
    *,
    told: Told,
    teller: Told,
    held: Held,
) -> Statement:
    """Makes one row out of one proposition and one holder."""
    member, text = teller.member, report.text
    source = [s.of(text) for s in attribution.source] if attribution else []
    cue = [s.of(text) for s in attribution.cue] if attribution else []
    relayed = len(told.chain) > 2 or member.speaker.kind in ANONYMOUS
    return Statement(
        id=make_id("statement", report.id, one.span.start, one.span.end, source, cue),
        report=report.id,
        attribution=attribution.id if attribution else None,
        speaker=member.speaker,
        holder=held.holder,
        act=one.act,
        plover=PLOVER.get(one.act),
        issues=one.issues,
        target=held.target,
        said=told.said or telling.introduced(one.span),
        first_published=told.member.first_published,
        chain=told.chain,
        origin=origin_of(told.chain),
        likelihood=one.likelihood,
        direct=attribution.directness if attribution else Directness.INDIRECT,
        conditions=tuple(take_evidence(text, span) for span in one.conditions),
        deadline=take_evidence(text, one.deadline) if one.deadline else None,
        voice=_voice(one, teller, held.holder),
        aspects=tuple(sorted(one.aspects)),
        text=" ".join(one.span.of(text).split()),
        evidence=take_evidence(text, one.span),
        caveats=tuple(c.exact for c in report.caveats) if relayed else (),
        confidence=attribution.confidence if attribution else 0.5,
        extractor=EXTRACTOR,
    )


def _voice(one: Proposition, told: Told, holder: str | None) -> str:
    """Tells a party's own words from another's account of them and from an analyst's reading."""
    member = told.member
    if member.link_kind == "think tank" or one.act is Act.ASSESSMENT or member.phrase.analysts:
        return "assessment"
    own = holder is not None and member.speaker.party == holder
    spoken = told.saying or member.speaker.kind is SpeakerKind.DOCUMENT
    own = own and spoken and member.speaker.kind not in ANONYMOUS
    return "own words" if own else "account"
