"""Echoes: by credit, by reuse of text, and what is no echo."""

from dataclasses import replace

import pytest
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


def test_shared_passage_is_cut_from_both_reports_and_names_the_earlier():
    """Neighbouring sentences make one passage, verbatim in each report; the earlier report had it first."""
    later = report("A", "2031-05-06", text=f"{OTHER}\n{WORDS}")
    earlier = report(
        "B", "2031-05-05", text=f"{WORDS}\nThe rest is our own reporting from the hall."
    )
    (echo,) = echoes_of([later, earlier, report("C", text=OTHER)], [])
    (passage,) = echo.passages
    assert passage.reports == ("B", "A")
    assert passage.first == "B"
    for name, words in zip(passage.reports, passage.evidence, strict=True):
        text = {"A": later.text, "B": earlier.text}[name]
        assert text[words.start : words.end] == words.exact == WORDS


@pytest.mark.parametrize(
    "dates", [("2031-05-05", "2031-05-05"), ("2031-05", "2031-05-05"), (None,) * 2]
)
def test_who_had_a_passage_first_is_not_guessed(dates):
    """Equal, overlapping and unknown dates tell no order."""
    reports = [report(name, day, text=WORDS) for name, day in zip("AB", dates, strict=True)]
    (echo,) = echoes_of(reports, [])
    assert [passage.first for passage in echo.passages] == [None]


def test_passages_of_a_credited_group_are_kept():
    """What relays have word for word from each other is shown with their common origin."""
    reports = [report(name, text=WORDS, sources=("Institute",)) for name in "AB"]
    (echo,) = echoes_of(reports, [])
    assert [p.evidence[0].exact for p in echo.passages] == [WORDS]


def test_standing_text_of_a_page_is_no_echo():
    """An appeal below every report for months joins nothing, what two of them share beyond it does."""
    appeal = (
        "Readers who value the work of this small newsroom in the north can help it with a gift of any size. "
        "Every gift pays for another day of careful reporting from the front and from the capital."
    )
    news = [
        OTHER,
        "The ferry to Lissow sank in a storm off the cape and divers found nobody alive in the hull.",
    ]
    months = ("2031-01-05", "2031-03-05", "2031-06-05")
    reports = [
        report(name, day, text=f"{words}\n{appeal}")
        for name, day, words in zip("ABC", months, [*news, WORDS], strict=True)
    ]
    assert echoes_of(reports, []) == ()


@pytest.mark.parametrize(
    "name", ["the report", "a joint statement", "Norlandic media", "data from Norland", "media"]
)
def test_descriptions_are_no_shared_origin(name):
    """Two reports that credit "the report" may mean two."""
    assert echoes_of([report("A", sources=(name,)), report("B", sources=(name,))], []) == ()


@pytest.mark.parametrize("name", ["the Norland Wire", "Corriere della Costa", "norwire.example"])
def test_names_are_a_shared_origin(name):
    """Articles, particles and addresses written small do not make a name a description."""
    (echo,) = echoes_of([report("A", sources=(name,)), report("B", sources=(name,))], [])
    assert echo.origin == name


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
