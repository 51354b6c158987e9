"""Makes invented statements and reports for the tests of `comparing`, one line each."""

from __future__ import annotations

from reportedly.model import (
    PLOVER,
    Act,
    Credit,
    Directness,
    Evidence,
    Likelihood,
    Link,
    PublishedBasis,
    Report,
    Speaker,
    SpeakerKind,
    Statement,
    make_id,
)


def report(
    name: str, published: str | None = None, *, text: str = "-", sources: tuple[str, ...] = ()
) -> Report:
    """Returns a report whose id and outlet are its name."""
    return Report(
        id=name,
        origin_file=f"{name}.txt",
        origin_digest="",
        url=None,
        outlet=name,
        title=name,
        byline=None,
        published=published,
        published_basis=PublishedBasis.GIVEN if published else PublishedBasis.NONE,
        language="en",
        text=text,
        credits=tuple(Credit(source, "think tank", "in text") for source in sources),
    )


def statement(
    text: str,
    act: Act = Act.DEMAND,
    said: str | None = None,
    *,
    holder: str | None = "Norland",
    issues: tuple[str, ...] = ("ceasefire",),
    voice: str = "account",
    speaker: str = "Ana Toll",
    party: str | None = None,
    source: str = "Daily",
    origin: str | None = None,
    chain: tuple[Link, ...] = (),
    conditions: tuple[str, ...] = (),
    aspects: tuple[str, ...] = (),
    likelihood: Likelihood | None = None,
    start: int = 0,
) -> Statement:
    """Returns a statement of a report; its id follows its text, speaker and report."""
    return Statement(
        id=make_id("statement", source, start, text, speaker),
        report=source,
        attribution=None,
        speaker=Speaker(speaker, SpeakerKind.NAMED, party),
        holder=holder,
        act=act,
        plover=PLOVER.get(act),
        issues=issues,
        target=None,
        said=said,
        first_published=None,
        chain=chain,
        origin=origin,
        likelihood=likelihood,
        direct=Directness.INDIRECT,
        conditions=tuple(Evidence(words, "", "", 0, len(words)) for words in conditions),
        deadline=None,
        voice=voice,
        aspects=aspects,
        text=text,
        evidence=Evidence(text, "", "", start, start + len(text)),
        caveats=(),
        confidence=1.0,
        extractor="test",
    )
