"""Echoes: by credit, by reuse of text, and what is no echo."""

from dataclasses import replace

from invented_positions import report, statement

from reportedly.comparing import echoes_of, positions_of
from reportedly.model import Link

WORDS = (
    "The delegation left the hall before noon and said that no further meeting had been agreed for June. "
    "Its members would return only when the shelling of the northern harbour had come to an end."
)
OTHER = "A quite different account of the weather at the coast and of the harvest in the southern valleys."


def test_echo_by_credit_joins_three_relays_of_one_origin():
    """Three reports that name one institute, in credits or in chains, are one origin."""
    reports = [
        report("A", sources=("Institute",)),
        report("B"),
        report("C", sources=("Institute",)),
    ]
    relayed = statement(
        "a ceasefire", source="B", chain=(Link("B", "outlet"), Link("Institute", "think tank"))
    )
    (echo,) = echoes_of(reports, [relayed])
    assert (echo.origin, echo.basis) == ("Institute", "credit")
    assert set(echo.reports) == {"A", "B", "C"}
    assert echo.statements == (relayed.id,)


def test_echo_holds_the_report_of_the_origin_itself():
    """The agency's own report belongs to the group of those that relay it."""
    (echo,) = echoes_of([report("Wire"), report("B", sources=("Wire",))], [])
    assert set(echo.reports) == {"Wire", "B"}


def test_echo_of_anonymous_sources_is_none():
    """An official without a name in two reports may be two people."""
    link = Link("an official", "anonymous official")
    rows = [statement("a ceasefire", source=name, chain=(link,)) for name in "AB"]
    assert echoes_of([report("A"), report("B")], rows) == ()


def test_echo_of_one_outlets_own_reports_is_none():
    """Two reports of one outlet that nobody relays share no origin beyond themselves."""
    first, second = report("A"), report("A")
    assert echoes_of([first, second], []) == ()


def test_echo_by_text_reuse_joins_shared_passages():
    """Two reports with the same passage among other text are joined, a third is not."""
    reports = [
        report("A", text=f"{OTHER}\n{WORDS}"),
        report("B", text=f"{WORDS}\nThe rest is our own reporting from the town hall on Monday."),
        report("C", text=OTHER),
    ]
    (echo,) = echoes_of(reports, [])
    assert (echo.basis, echo.reports) == ("text reuse", ("A", "B"))


def test_echo_by_reuse_within_a_credited_group_is_not_told_twice():
    """Reports that credit one origin and share its words make one group."""
    reports = [report(name, text=WORDS, sources=("Institute",)) for name in "AB"]
    assert [echo.basis for echo in echoes_of(reports, [])] == ["credit"]


def test_echoes_of_little_or_nothing_are_none():
    """Empty and very short texts are no reason to fail or to join."""
    assert echoes_of([], []) == ()
    assert echoes_of([report("A", text="Yes."), report("B", text="Yes.")], []) == ()


def test_echo_of_unknown_outlets_is_none():
    """Two pages that name no outlet share nothing, even where their chains begin alike."""
    link = Link("unknown outlet", "outlet")
    reports = [replace(report(name), outlet=None) for name in "AB"]
    chains = ((link, link), (Link("B", "agency"), link))
    rows = [
        statement("a ceasefire", source=name, chain=chain, origin="unknown outlet")
        for name, chain in zip("AB", chains, strict=True)
    ]
    assert echoes_of(reports, rows) == ()
    (position,) = positions_of(rows, reports)
    assert position.origins == ()
