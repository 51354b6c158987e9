"""Invented talks between Varonia and Kestria: four reports, their statements, figures and comparisons.

Rows are cut out of the reports by their words, so that each stands where its evidence says.
"""

from __future__ import annotations

from reportedly.briefing import BriefRows
from reportedly.comparing import changes_of, compare_positions, echoes_of, positions_of
from reportedly.model import (
    PLOVER,
    Act,
    Check,
    Comparison,
    Credit,
    Directness,
    Figure,
    Likelihood,
    Link,
    PublishedBasis,
    Report,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    make_id,
    report_id,
    take_evidence,
)
from reportedly.model.evidence import EvidenceStatus

LABELS = {
    "ceasefire": "Ceasefire",
    "territory": "Withdrawal and territory",
    "prisoners": "Prisoners",
    "alliances": "Alliances and neutrality",
}

_DAILY = """Varonia repeats its call for a withdrawal from the Lake District
Varonia's foreign minister Ana Toll said on 3 May that "Kestria must withdraw from the whole of the Lake District".
Two Kestrian diplomats told Coast Wire that Kestria is ready to discuss a ceasefire of thirty days, if all prisoners
return first. The Ostrava Institute assessed that Kestria almost certainly demands recognition of its annexation.
Kestria holds 79.8 percent of the Lake District, or about 1,600 square kilometres, the institute said.
The Ostrava Daily could not verify the account of the diplomats."""

_WIRE = """Kestria rules out leaving the Lake District
Kestria will "never leave the Lake District", its president Ivo Marn said on Thursday. According to the Ostrava
Institute, Kestria demands that Varonia give up its plans to join the Northern Pact. Varonia holds some 390 square
meters to it. km of the district, the institute wrote. A Varonian official offered an exchange of all prisoners of
war. Varonia threatens to leave the talks unless shelling stops by 30 June, the official said."""

_HERALD = """Kestria softens tone on prisoners, its opponent doubts it
Kestria agreed to a ceasefire of thirty days, President Ivo Marn said. "We do not refuse an exchange of prisoners & will
hand over <400> names", he added. Varonia claims that Kestria refuses any ceasefire of more than thirty days.
The Ostrava Institute reported that 412 prisoners are held in Kestria."""

_EXPLAINER = """What the talks are about
Varonia demands security guarantees from the Northern Pact. Kestria demands that Varonia stay neutral.
Observers put the number of prisoners at 1,200."""

_INSTITUTE = Link("Ostrava Institute", "think tank")
_OFFICIAL = Speaker("A Varonian official", SpeakerKind.ANONYMOUS_OFFICIAL, "Varonia")
_DIPLOMATS = Speaker("two Kestrian diplomats", SpeakerKind.ANONYMOUS_OFFICIAL, "Kestria")
_TOLL = Speaker("Ana Toll", SpeakerKind.NAMED, "Varonia")
_MARN = Speaker("Ivo Marn", SpeakerKind.NAMED, "Kestria")
_THINKERS = Speaker("Ostrava Institute", SpeakerKind.BODY)


def report(outlet: str | None, title_and_text: str, published: str | None) -> Report:
    """Returns an invented report; its first line is the title."""
    title, _, text = title_and_text.partition("\n")
    credits_ = ("Ostrava Institute",) if "Ostrava Institute" in text else ()
    place = text.find("The Ostrava Daily could not verify the account of the diplomats.")
    caveats = (take_evidence(text, Span(place, len(text))),) if place >= 0 else ()
    return Report(
        id=report_id(title, text),
        origin_file=f"{outlet}.txt",
        origin_digest="0" * 64,
        url="https://daily.example/1?a=1&b=2" if outlet else None,
        outlet=outlet,
        title=title,
        byline=None,
        published=published,
        published_basis=PublishedBasis.HEADER if published else PublishedBasis.NONE,
        language="en",
        text=text,
        credits=tuple(Credit(name, "think tank", "in text") for name in credits_),
        caveats=caveats,
    )


DAILY = report("Ostrava Daily", _DAILY, "2031-05-04")
WIRE = report("Coast Wire", _WIRE, "2031-06-12")
HERALD = report("Varonia <b>Herald</b>", _HERALD, "2031-07-01")
EXPLAINER = report(None, _EXPLAINER, None)
REPORTS = (DAILY, WIRE, HERALD, EXPLAINER)


def statement(
    source: Report,
    words: str,
    *,
    speaker: Speaker,
    holder: str | None,
    act: Act,
    issues: tuple[str, ...] = (),
    said: str | None = None,
    target: str | None = None,
    via: tuple[Link, ...] = (),
    voice: str = "account",
    condition: str | None = None,
    deadline: str | None = None,
    likelihood: Likelihood | None = None,
) -> Statement:
    """Returns an invented statement whose words stand in a report."""
    start = source.text.index(words)
    evidence = take_evidence(source.text, Span(start, start + len(words)))
    chain = (*((Link(source.outlet, "outlet"),) if source.outlet else ()), *via)
    return Statement(
        id=make_id("statement", source.id, start, words, speaker.name),
        report=source.id,
        attribution=None,
        speaker=speaker,
        holder=holder,
        act=act,
        plover=PLOVER.get(act),
        issues=issues,
        target=target,
        said=said,
        first_published=None,
        chain=chain,
        origin=chain[-1].name if chain else None,
        likelihood=likelihood,
        direct=Directness.INDIRECT,
        conditions=(_cut(source, condition),) if condition else (),
        deadline=_cut(source, deadline) if deadline else None,
        voice=voice,
        aspects=(),
        text=words,
        evidence=evidence,
        caveats=tuple(c.exact for c in source.caveats),
        confidence=0.9,
        extractor="test",
    )


def _cut(source: Report, words: str):
    start = source.text.index(words)
    return take_evidence(source.text, Span(start, start + len(words)))


def link(speaker: Speaker) -> Link:
    """Returns the link of a speaker."""
    return Link(speaker.name, speaker.kind.value)


STATEMENTS = (
    statement(
        DAILY,
        '"Kestria must withdraw from the whole of the Lake District"',
        speaker=_TOLL,
        holder="Varonia",
        act=Act.DEMAND,
        issues=("territory",),
        said="2031-05-03",
        target="Kestria",
        via=(link(_TOLL),),
        voice="own words",
    ),
    statement(
        DAILY,
        "ready to discuss a ceasefire of thirty days",
        speaker=_DIPLOMATS,
        holder="Kestria",
        act=Act.OFFER,
        issues=("ceasefire", "prisoners"),
        via=(Link("Coast Wire", "agency"), link(_DIPLOMATS)),
        condition="if all prisoners\nreturn first",
    ),
    statement(
        DAILY,
        "Kestria almost certainly demands recognition of its annexation",
        speaker=_THINKERS,
        holder="Kestria",
        act=Act.DEMAND,
        issues=("territory",),
        via=(_INSTITUTE,),
        voice="assessment",
        likelihood=Likelihood("almost certainly", 0.95, 0.99),
    ),
    statement(
        WIRE,
        '"never leave the Lake District"',
        speaker=_MARN,
        holder="Kestria",
        act=Act.REFUSAL,
        issues=("territory",),
        said="2031-06-12",
        via=(link(_MARN),),
        voice="own words",
    ),
    statement(
        WIRE,
        "that Varonia give up its plans to join the Northern Pact",
        speaker=_THINKERS,
        holder="Kestria",
        act=Act.DEMAND,
        issues=("alliances",),
        target="Varonia",
        via=(_INSTITUTE,),
        voice="assessment",
    ),
    statement(
        WIRE,
        "an exchange of all prisoners of\nwar",
        speaker=_OFFICIAL,
        holder="Varonia",
        act=Act.OFFER,
        issues=("prisoners",),
        via=(link(_OFFICIAL),),
        target="Kestria",
    ),
    statement(
        WIRE,
        "leave the talks unless shelling stops by 30 June",
        speaker=_OFFICIAL,
        holder="Varonia",
        act=Act.THREAT,
        via=(link(_OFFICIAL),),
        condition="unless shelling stops",
        deadline="by 30 June",
    ),
    statement(
        HERALD,
        "a ceasefire of thirty days",
        speaker=_MARN,
        holder="Kestria",
        act=Act.AGREEMENT,
        issues=("ceasefire",),
        said="2031-06-30",
        via=(link(_MARN),),
        voice="own words",
    ),
    statement(
        HERALD,
        '"We do not refuse an exchange of prisoners & will\nhand over <400> names"',
        speaker=_MARN,
        holder="Kestria",
        act=Act.CONCESSION,
        issues=("prisoners",),
        said="2031-06-30",
        via=(link(_MARN),),
        voice="own words",
    ),
    statement(
        HERALD,
        "Kestria refuses any ceasefire of more than thirty days",
        speaker=Speaker("Varonia", SpeakerKind.BODY, "Varonia"),
        holder="Kestria",
        act=Act.REFUSAL,
        issues=("ceasefire",),
        via=(Link("Varonia", "body"),),
    ),
    statement(
        EXPLAINER,
        "security guarantees from the Northern Pact",
        speaker=Speaker("unknown outlet", SpeakerKind.OUTLET),
        holder="Varonia",
        act=Act.DEMAND,
        issues=("alliances",),
    ),
    statement(
        EXPLAINER,
        "that Varonia stay neutral",
        speaker=Speaker("unknown outlet", SpeakerKind.OUTLET),
        holder="Kestria",
        act=Act.DEMAND,
        issues=("alliances",),
        target="Varonia",
    ),
)


def figure(
    source: Report,
    words: str,
    value: float,
    unit: str,
    *,
    what: tuple[str | None, str | None, str | None],
    speaker: str | None = None,
    status: str = "stated",
    note: str = "",
    checks: tuple[Check, ...] = (),
    modifier: str = "exact",
) -> Figure:
    """Returns an invented figure whose words stand in a report."""
    start = source.text.index(words)
    repaired = EvidenceStatus.REPAIRED if status == "repaired" else EvidenceStatus.VERIFIED
    evidence = take_evidence(source.text, Span(start, start + len(words)), repaired)
    entity, prop, place = what
    chain = (Link(source.outlet, "outlet"),) if source.outlet else ()
    return Figure(
        id=make_id("figure", source.id, start, words),
        report=source.id,
        value=value,
        low=None,
        high=None,
        modifier=modifier,
        unit=unit,
        measured_entity=entity,
        measured_property=prop,
        place=place,
        as_of="2031-05" if source is DAILY else None,
        speaker=speaker,
        chain=(*chain, _INSTITUTE) if speaker else chain,
        evidence=evidence,
        status=status,
        statement=None,
        note=note,
        extractor="test",
        checks=checks,
    )


_SHARE = figure(
    DAILY,
    "79.8 percent",
    79.8,
    "%",
    what=("Lake District", "held by Kestria", "Lake District"),
    speaker="Ostrava Institute",
    checks=(
        Check(
            "share of whole",
            "consistent",
            ("dossier:Lake District area",),
            0.0025,
            "79.8 % of 2,000 km² = 1,596 km², against 1,600 km² stated",
        ),
    ),
)
_LEFT = figure(
    WIRE,
    "390 square\nmeters to it. km",
    390,
    "km2",
    what=("area", "held by Varonia", "Lake District"),
    speaker="Ostrava Institute",
    status="repaired",
    modifier="about",
    note="printed as square meters; read as square kilometres because “km” follows",
    checks=(
        Check("unit", "repaired", (), None, "390 m² is no area for a district of 2,000 km²"),
        Check("complement", "consistent", (_SHARE.id,), 0.035, "100 % − 79.8 % = 20.2 %, 404 km²"),
    ),
)
_HELD = figure(
    HERALD, "412 prisoners", 412, "people", what=("prisoners", "held", "Kestria"), speaker="ISW"
)
_GUESS = figure(EXPLAINER, "1,200", 1200, "people", what=("prisoners", "held", "Kestria"))

FIGURES = (_SHARE, _LEFT, _HELD, _GUESS)

_PRISONERS = Comparison(
    "disagreement",
    "prisoners held in Kestria",
    (_HELD.id, _GUESS.id),
    "412 people (1 July 2031) against 1,200 people (date unknown)",
)


def rows() -> BriefRows:
    """Returns all rows of the invented talks."""
    positions = positions_of(STATEMENTS, REPORTS)
    return BriefRows(
        reports=REPORTS,
        statements=STATEMENTS,
        positions=positions,
        figures=FIGURES,
        comparisons=(*compare_positions(positions, STATEMENTS), _PRISONERS),
        echoes=echoes_of(REPORTS, STATEMENTS),
        changes=changes_of(STATEMENTS, REPORTS),
        issue_labels=LABELS,
    )
