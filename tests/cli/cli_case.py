"""What the tests of the command line share: an invented report with its rows, and what a run returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportedly.model import (
    Act,
    Attribution,
    Directness,
    Figure,
    Link,
    PublishedBasis,
    Report,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Understood,
    make_id,
    report_id,
    take_evidence,
)

WORDS = "Varonia must withdraw its troops from Ostrava Bay"
NUMBER = "at least 1,200 people"


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def understood(outlet: str, published: str | None, before: str = "") -> Understood:
    """Returns an invented report with one statement and one figure, relayed from an agency."""
    text = f"{before}Kestria’s minister Ana Holt said that {WORDS}. It displaced {NUMBER}."
    start = text.index(WORDS)
    report = Report(
        id=report_id("A demand", text),
        origin_file=f"{outlet}.txt",
        origin_digest="0" * 64,
        url=None,
        outlet=outlet,
        title=f"A demand in {outlet}",
        byline=None,
        published=published,
        published_basis=PublishedBasis.HEADER if published else PublishedBasis.NONE,
        language="en",
        text=text,
    )
    source, cue = Span(start - 25, start - 11), Span(start - 10, start - 6)
    content = Span(start, start + len(WORDS))
    attribution = Attribution(
        make_id("attribution", report.id, start),
        report.id,
        (source,),
        (cue,),
        (content,),
        None,
        Directness.INDIRECT,
        0.9,
        "test",
    )
    chain = (
        Link(outlet, "outlet"),
        Link("Arvel Wire", "agency"),
        Link("Ana Holt", SpeakerKind.NAMED),
    )
    statement = Statement(
        id=make_id("statement", report.id, start),
        report=report.id,
        attribution=attribution.id,
        speaker=Speaker("Ana Holt", SpeakerKind.NAMED, "Kestria"),
        holder="Kestria",
        act=Act.DEMAND,
        plover="REQUEST",
        issues=(),
        target="Varonia",
        said=published,
        first_published=None,
        chain=chain,
        origin="Ana Holt",
        likelihood=None,
        direct=Directness.INDIRECT,
        conditions=(),
        deadline=None,
        voice="own words",
        aspects=(),
        text=WORDS,
        evidence=take_evidence(text, content),
        caveats=(),
        confidence=0.9,
        extractor="test",
    )
    number = text.index(NUMBER)
    figure = Figure(
        id=make_id("figure", report.id, number),
        report=report.id,
        value=None,
        low=1200.0,
        high=None,
        modifier="at least",
        unit="people",
        measured_entity="people",
        measured_property="displaced",
        place="Ostrava Bay",
        as_of=published,
        speaker="Ana Holt",
        chain=chain,
        evidence=take_evidence(text, Span(number, number + len(NUMBER))),
        status="stated",
        statement=None,
        note="",
        extractor="test",
    )
    return Understood(report, (attribution,), (statement,), (figure,))
