"""Invented reports with all their rows, for the tests of the ledger."""

import hashlib
from dataclasses import replace

from reportedly.model import (
    Act,
    Attribution,
    Credit,
    Directness,
    Figure,
    Likelihood,
    Link,
    OffsetRun,
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

NOON = "2031-06-01T12:00:00Z"
LATER = "2031-06-02T12:00:00Z"


def original_of(number, count=3):
    """Returns the bytes that `understood(number)` was read from."""
    lines = [
        f"Minister Brask of Norland said in speech {number} that Sudria must withdraw {step} brigades."
        for step in range(count)
    ]
    return "\n".join(lines).encode()


def understood(number=1, count=3, *, file=None, **changes):
    """Returns an invented report with `count` statements, as many attributions and one figure."""
    data = original_of(number, count)
    text = data.decode()
    report = Report(
        id=report_id(f"Speech {number}", text),
        origin_file=file or f"reports/speech-{number}.txt",
        origin_digest=hashlib.sha256(data).hexdigest(),
        url=None,
        outlet="Arvel Post",
        title=f"Speech {number}",
        byline="Ana Brask",
        published=f"2031-05-{number:02}" if number < 30 else None,
        published_basis=PublishedBasis.HEADER,
        language="en",
        text=text,
        credits=(Credit("Arvel Wire", "agency", "in text", Span(0, 8)),),
        caveats=(take_evidence(text, Span(0, 14)),),
        headings=(Span(0, 8),),
        offsets=(OffsetRun(0, 0, len(text)),),
    )
    report = replace(report, **changes)
    lines = [Span(text.index(line), text.index(line) + len(line)) for line in text.split("\n")]
    attributions = tuple(attribution(report, line) for line in lines)
    statements = tuple(statement(report, one, number) for one in attributions)
    figures = (figure(report, statements[-1]),) if count else ()
    return Understood(report, attributions, statements, figures)


def attribution(report, line):
    """Returns the attribution of one line of an invented report."""
    cue = report.text.index("said", line.start)
    content = report.text.index("Sudria", line.start)
    return Attribution(
        id=make_id("attribution", report.id, line.start),
        report=report.id,
        source=(Span(line.start, line.start + 14),),
        cue=(Span(cue, cue + 4),),
        content=(Span(content, line.end - 1),),
        parent=None,
        directness=Directness.INDIRECT,
        confidence=0.9,
        origin="invented-1",
    )


def statement(report, found, number=1):
    """Returns the demand in an attribution; odd numbers say when it was said."""
    content = found.content[0]
    return Statement(
        id=make_id("statement", report.id, content.start),
        report=report.id,
        attribution=found.id,
        speaker=Speaker("Brask", SpeakerKind.NAMED, "Norland"),
        holder="Norland",
        act=Act.DEMAND,
        plover="REQUEST",
        issues=("withdrawal", "ceasefire"),
        target="Sudria",
        said="2031-04" if number % 2 else None,
        first_published=None,
        chain=(Link("Arvel Post", "outlet"), Link("Brask", "named", found.source[0])),
        origin="Brask",
        likelihood=Likelihood("likely", 0.55, 0.8),
        direct=Directness.INDIRECT,
        conditions=(),
        deadline=None,
        voice="own words",
        aspects=(),
        text=content.of(report.text),
        evidence=take_evidence(report.text, content),
        caveats=(),
        confidence=0.9,
        extractor="invented-1",
    )


def figure(report, held):
    """Returns the number of brigades in a statement."""
    start = held.evidence.end - len("0 brigades")
    return Figure(
        id=make_id("figure", report.id, start),
        report=report.id,
        value=2.0,
        low=None,
        high=None,
        modifier="exact",
        unit="1",
        measured_entity="brigades",
        measured_property="to be withdrawn",
        place="Sudria",
        as_of=None,
        speaker="Brask",
        chain=held.chain,
        evidence=take_evidence(report.text, Span(start, start + 1)),
        status="stated",
        statement=held.id,
        note="",
        extractor="invented-1",
    )


def with_statements(base, **changes):
    """Returns an understood report whose statements differ in some fields."""
    return replace(base, statements=tuple(replace(each, **changes) for each in base.statements))
