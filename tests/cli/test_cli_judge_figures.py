"""`reportedly judge` on figures: two are joined or kept apart, listed, and taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from cli_case import Run, understood

from reportedly.ledger import Ledger
from reportedly.model import Figure, Understood

NOON = "2031-06-01T12:00:00Z"


def counted(one: Understood, noun: str) -> Understood:
    """Returns a report whose figure is 1,200 of something displaced."""
    figure = replace(one.figures[0], value=1200.0, modifier="exact", high=1200.0)
    return replace(one, figures=(replace(figure, measured_entity=noun),))


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Figure, Figure]:
    """A ledger with figures of two reports on the same day, and these."""
    path = tmp_path / "figures.db"
    one = counted(understood("Arvel Post", "2031-05-04"), "people")
    other = counted(understood("Bay Courier", "2031-05-04", "Again. "), "people")
    with Ledger.open(str(path)) as opened:
        for each in (one, other):
            opened.add(each, collected=NOON)
    return path, one.figures[0], other.figures[0]


def checks(run: Run, path: Path) -> list[str]:
    """Returns the kinds of check that `figures` shows."""
    rows = json.loads(run("--ledger", path, "figures", "--json").out)
    return [check["kind"] for row in rows for check in row["checks"]]


def test_figures_judged_different_check_each_other_no_longer(run: Run, pair) -> None:
    """Both tell one number for one thing, until a person says that they do not, and again when that is taken back."""
    path, one, other = pair
    assert checks(run, path) == ["same measurand", "same measurand"]
    ran = run("--ledger", path, "judge", one.id, other.id, "--different", "--by", "Ana")
    assert ran.code == 0
    assert "judgement 1: different" in ran.out + ran.err
    assert checks(run, path) == []
    listed = run("--ledger", path, "judge", "--list")
    assert one.id in listed.out
    assert "1,200" in listed.out
    assert run("--ledger", path, "judge", "--undo", 1).code == 0
    assert checks(run, path) == ["same measurand", "same measurand"]


def test_figures_judged_same_are_checked_by_each_other(run: Run, pair) -> None:
    """What the words keep apart a person joins, by the beginnings of ids."""
    path, one, other = pair
    moved = replace(other, place="Lesser Arvel", measured_entity="families")
    report = understood("Bay Courier", "2031-05-04", "Again. ")
    with Ledger.open(str(path)) as opened:
        opened.add(replace(report, figures=(moved,)), collected=NOON)
    assert checks(run, path) == []
    assert (
        run("--ledger", path, "judge", one.id[:9], moved.id[:9], "--same", "--by", "Ana").code == 0
    )
    assert checks(run, path) == ["same measurand", "same measurand"]


def test_statement_and_figure_are_not_judged_together(run: Run, pair) -> None:
    """A figure measures and a statement states: they can be neither the same nor different."""
    path, one, _ = pair
    with Ledger.open(str(path)) as opened:
        statement = opened.statements()[0]
    ran = run("--ledger", path, "judge", one.id, statement.id, "--same", "--by", "Ana")
    assert ran.code == 2
    assert "two figures" in ran.err


def test_unknown_figure_is_named(run: Run, pair) -> None:
    """The message says which id is unknown and what lists them."""
    path, one, _ = pair
    ran = run("--ledger", path, "judge", one.id, "f0000", "--same", "--by", "Ana")
    assert ran.code != 0
    assert "f0000" in ran.err
    assert "reportedly figures" in ran.err


def test_one_figure_named_twice_is_refused_in_words(run: Run, pair) -> None:
    """Nothing is stored; the message says what came."""
    path, one, _ = pair
    ran = run("--ledger", path, "judge", one.id, one.id, "--same")
    assert ran.code == 2
    assert f"{one.id} twice" in ran.err
    assert "no judgement holds" in run("--ledger", path, "judge", "--list").err
