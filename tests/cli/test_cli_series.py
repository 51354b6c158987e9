"""`reportedly figures --of` and `statements --view hedges`: what is found, in every format, and what if nothing."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from cli_case import WORDS, Run, understood

from reportedly.cli.figures_asked import why_none
from reportedly.ledger import Ledger
from reportedly.model import Hedge, HedgeKind, Hedger, Link, Span, Understood, take_evidence

FORMS = ("table", "md", "csv", "json")


def _held(outlet: str, day: str | None, before: str, value: float, party: str) -> Understood:
    """Returns a report with one share of Ostrava Bay held by a party."""
    made = understood(outlet, day, before)
    (figure,) = made.figures
    told = replace(
        figure,
        value=value,
        low=value,
        modifier="exact",
        high=value,
        unit="%",
        measured_entity="Ostrava Bay",
        measured_property=f"held by {party}",
        chain=(Link(outlet, "outlet"),),
        speaker=outlet,
    )
    return replace(made, figures=(told,))


@pytest.fixture
def shares(tmp_path: Path) -> Path:
    """Varonia holds 80 % in May and 60 % in September, Kestria 30 % in September; an older count of people."""
    path = tmp_path / "shares.db"
    rows = (
        _held("Arvel Post", "2031-05-04", "", 80, "Varonia"),
        _held("Bay Courier", "2031-09-01", "Again. ", 60, "Varonia"),
        _held("Coast", "2031-09-03", "And so. ", 30, "Kestria"),
        understood("Old Gazette", "2030-01-01", "Once. "),
    )
    with Ledger.open(str(path)) as opened:
        for row in rows:
            opened.add(row, collected="2031-10-01T12:00:00Z")
    return path


@pytest.mark.parametrize("form", FORMS)
def test_series_has_every_form(form: str, run: Run, shares: Path) -> None:
    """Each shows all three shares, plainly in a pipe, and nothing is said beside the answer."""
    ran = run("figures", "--of", "share of Ostrava Bay", "--format", form, "--ledger", shares)
    assert (ran.code, ran.err) == (0, "")
    assert all(source in ran.out for source in ("Arvel Post", "Bay Courier", "Coast"))
    assert all(line == line.rstrip() for line in ran.out.splitlines())


def test_series_is_told_line_by_line(run: Run, shares: Path) -> None:
    """Oldest first; a share of the other side is turned and says so; trend and disagreement have their change."""
    out = run("figures", "--of", "share of Ostrava Bay", "--format", "csv", "--ledger", shares).out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["outlet"] for row in rows] == ["Arvel Post", "Bay Courier", "Coast"]
    kinds = [[(r["kind"], r["change"]) for r in json.loads(row["relations"])] for row in rows]
    assert [len(each) for each in kinds] == [0, 1, 1]
    assert [each[0][0] for each in kinds[1:]] == ["trend", "disagreement"]
    assert {abs(each[0][1]) for each in kinds[1:]} == {20.0, 10.0}
    values = {float(row["value"]) for row in rows}
    assert values in ({80.0, 60.0, 70.0}, {20.0, 40.0, 30.0})


def test_words_are_found_in_names_and_in_what_figures_say(run: Run, shares: Path) -> None:
    """Case, plural and order do not matter; the exact name comes first."""
    for words in ("held by Varonia", "OSTRAVA bay share", "shares of Ostrava Bay held by Kestria"):
        rows = json.loads(run("figures", "--of", words, "--json", "--ledger", shares).out)
        assert rows[0]["unit"] == "%", words
        assert len(rows[0]["points"]) == 3, words


def test_exact_name_comes_first(run: Run, shares: Path) -> None:
    """A name that is asked for in full goes before one with more figures that only holds the words."""
    out = run("figures", "--of", "people displaced (Ostrava Bay)", "--json", "--ledger", shares).out
    assert json.loads(out)[0]["unit"] == "people"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("share hold by Varoniia", "did you mean “Share of Ostrava Bay"),
        ("xqzw", "the ledger has “"),
    ],
)
def test_nothing_found_names_the_nearest(words: str, hint: str, run: Run, shares: Path) -> None:
    """An empty answer is no error; what may be meant is named."""
    ran = run("figures", "--of", words, "--ledger", shares)
    assert (ran.code, ran.out) == (0, "")
    assert f"nothing measured is called '{words}'" in ran.err
    assert hint in ran.err


def test_names_that_the_ledger_has_are_all_or_none() -> None:
    """Without any series no name is offered; dots stand only for names left out."""
    figures = {one.id: one for one in understood("Bay Courier", None, "").figures}
    assert why_none(figures, [], "xqzw").endswith(
        "no figure of the ledger can be set beside others"
    )
    assert why_none(figures, ["Area"], "xqzw").endswith("the ledger has “Area”")
    assert why_none(figures, "abcd", "xqzw").endswith("“c”, …")


def test_filters_leave_points_out(run: Run, shares: Path) -> None:
    """Only reports of one outlet; the comparison with another is still told."""
    words = ("figures", "--of", "share", "--outlet", "Bay Courier", "--json", "--ledger", shares)
    (series,) = json.loads(run(*words).out)
    (point,) = series["points"]
    assert point["relations"][0]["kind"] == "trend"
    assert run(*words[:-3], "--ledger", shares).code == 0


def test_figure_in_no_series_is_listed_below(run: Run, tmp_path: Path) -> None:
    """A count without a place is compared with nothing, but it is not hidden."""
    told = understood("Arvel Post", "2031-05-04")
    loose = replace(told.figures[0], place=None)
    with Ledger.open(str(tmp_path / "loose.db")) as opened:
        opened.add(replace(told, figures=(loose,)), collected="2031-06-01")
    out = run("figures", "--of", "people displaced", "--ledger", tmp_path / "loose.db").out
    assert out.startswith("In no series, for want of a place or a property to compare by:")
    assert "at least 1,200 people" in out


@pytest.mark.parametrize("form", FORMS)
def test_plain_figures_have_every_form(form: str, run: Run, shares: Path) -> None:
    """Without --of each format lists the figures one by one."""
    ran = run("figures", "--format", form, "--ledger", shares)
    assert (ran.code, ran.err) == (0, "")
    assert "Ostrava Bay" in ran.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("figures", "--plot", "x.svg"), "--of WORDS"),
        (("figures", "--of", "share", "--plot", "x.pdf"), ".svg or .png"),
        (("figures", "--of", "share", "--plot", "/nowhere/x.svg"), "a file that can be written"),
        (("statements", "--format", "csv"), "export statements"),
    ],
)
def test_wrong_use_says_what_would_do(
    words: tuple[str, ...], message: str, run: Run, shares: Path
) -> None:
    """One line: what was expected, what came, what to do."""
    ran = run(*words, "--ledger", shares)
    assert ran.code == 2
    assert ran.err.startswith("error: ")
    assert message in ran.err


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_plot_is_written_and_named(kind: str, run: Run, shares: Path, tmp_path: Path) -> None:
    """The first series is drawn; its name is told beside the table, which is shown all the same."""
    target = tmp_path / f"share.{kind}"
    ran = run("figures", "--of", "share", "--plot", target, "--ledger", shares)
    assert ran.code == 0
    assert target.stat().st_size > 1000
    assert "drew “Share of Ostrava Bay" in ran.err
    assert "Bay Courier" in ran.out


def _hedged(outlet: str, before: str, kind: HedgeKind, by: Hedger, term: str) -> Understood:
    """Returns a report whose statement has one hedge; its words are some of the statement's."""
    made = understood(outlet, "2031-05-04", before)
    (statement,) = made.statements
    low, high = (None, None) if kind is HedgeKind.CONFIDENCE else (0.55, 0.8)
    start = made.report.text.index("must")
    hedge = Hedge(
        kind, by, term, low, high, take_evidence(made.report.text, Span(start, start + 4))
    )
    return replace(made, statements=(replace(statement, hedges=(hedge,)),))


@pytest.fixture
def hedged(tmp_path: Path) -> Path:
    """The minister says "likely" twice and an analyst's level once; one outlet has its own word, and a caveat."""
    path = tmp_path / "hedged.db"
    caveat = "The Coast could not verify this."
    own = _hedged("Coast", "Yet. ", HedgeKind.HEARSAY, Hedger.OUTLET, "reportedly")
    own = replace(own, statements=(replace(own.statements[0], caveats=(caveat,)),))
    with Ledger.open(str(path)) as opened:
        for row in (
            _hedged("Arvel Post", "", HedgeKind.LIKELIHOOD, Hedger.SPEAKER, "likely"),
            _hedged("Bay Courier", "Again. ", HedgeKind.LIKELIHOOD, Hedger.SPEAKER, "likely"),
            _hedged("Delta Daily", "So. ", HedgeKind.CONFIDENCE, Hedger.SPEAKER, "high"),
            own,
        ):
            opened.add(row, collected="2031-06-01")
    return path


def test_hedges_are_counted_by_who_uses_them(run: Run, hedged: Path) -> None:
    """The speaker's words are the speaker's, the outlet's and its caveat the outlet's."""
    out = run("statements", "--view", "hedges", "--json", "--ledger", hedged).out
    told = {(r["source"], r["by"], r["kind"], r["term"], r["count"]) for r in json.loads(out)}
    assert told == {
        ("Ana Holt", "speaker", "likelihood", "likely", 2),
        ("Ana Holt", "speaker", "confidence", "high", 1),
        ("Coast", "outlet", "hearsay", "reportedly", 1),
        ("Coast", "outlet", "caveat", "caveat", 1),
    }
    assert {row["statements"] for row in json.loads(out)} == {4, 1}


@pytest.mark.parametrize("form", FORMS)
def test_hedges_have_every_form(form: str, run: Run, hedged: Path) -> None:
    """Each names the source and gives verbatim words with an id."""
    ran = run("statements", "--view", "hedges", "--format", form, "--ledger", hedged)
    assert (ran.code, ran.err) == (0, "")
    flat = " ".join(ran.out.split())
    assert "Ana Holt" in flat
    assert "must" in flat
    if form in ("table", "md"):
        assert "likely (55–80 %): 2" in flat
        assert "high confidence: 1" in flat


def test_statement_shows_who_hedges(run: Run, hedged: Path) -> None:
    """The outlet's word is told as the outlet's; confidence is told as such."""
    out = run("statements", "--ledger", hedged).out
    assert WORDS in out
    assert "hedged: “must”, by the outlet" in out
    assert "confidence: “must”" in out


def test_ledger_without_hedges_says_so(run: Run, ledger: Path) -> None:
    """Nothing is hedged in it."""
    ran = run("statements", "--view", "hedges", "--ledger", ledger)
    assert (ran.code, ran.out) == (0, "")
    assert "no hedge" in ran.err
