"""The gate compares figures with pinned floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import gate
from attribution import brier, calibration_error, match, score


def measured(**figures: float) -> gate.Measured:
    """An outcome with these figures."""
    return gate.Measured(figures, "data", ())


def floors(**figures: float) -> dict[str, dict[str, object]]:
    """Floors of one scorer."""
    return {"scorer": {"data": "data", "figures": figures}}


def test_figure_below_its_floor_breaks_the_gate(capsys: pytest.CaptureFixture[str]) -> None:
    """The line says so."""
    assert gate.compare(floors(f1=70.0), "scorer", measured(f1=69.0)) == 1
    assert "BROKEN" in capsys.readouterr().out


def test_figure_within_the_slack_passes() -> None:
    """Processors differ in the last digits."""
    assert gate.compare(floors(f1=70.0), "scorer", measured(f1=69.8)) == 0


def test_other_data_breaks_the_gate() -> None:
    """Floors say nothing about other data."""
    assert gate.compare({"scorer": {"data": "x", "figures": {}}}, "scorer", measured(f1=70)) == 1


def test_floors_are_raised_and_never_lowered() -> None:
    """Lowering one is an edit by hand that gives a reason."""
    pinned = floors(f1=70.0, recall=50.0)
    gate.raise_floors(pinned, "scorer", measured(f1=72.04, recall=40))
    assert pinned["scorer"]["figures"] == {"f1": 72.0, "recall": 50.0}


def test_absent_data_passes_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The data is no part of the repository, so nobody must have it."""
    monkeypatch.setattr("sys.argv", ["gate.py", "--data", str(tmp_path), "--only", "nesting"])
    assert gate.main() == 0
    assert "give its folder with --data" in capsys.readouterr().out


def test_every_floor_belongs_to_a_scorer() -> None:
    """A floor that nothing measures would hold nothing."""
    assert set(json.loads(gate.FLOORS.read_text("utf-8"))) <= set(gate.MEASURES)


def test_fingerprint_changes_with_data_and_labels(tmp_path: Path) -> None:
    """Floors are bound to both."""
    (tmp_path / "a.jsonl").write_text("{}\n")
    before = gate.fingerprint(tmp_path)
    assert gate.fingerprint(tmp_path, ("speakers.jsonl",)) != before
    (tmp_path / "b.jsonl").write_text("{}\n")
    assert gate.fingerprint(tmp_path) != before


def test_calibration_error_is_the_distance_of_saying_and_being_right() -> None:
    """Saying 0.9 and being right nine times in ten is no error."""
    assert calibration_error([(0.9, n < 9) for n in range(10)]) == pytest.approx(0)
    assert calibration_error([(0.9, False)] * 4) == pytest.approx(0.9)
    assert brier([(1.0, True), (0.5, False)]) == pytest.approx(0.125)


def test_match_pairs_each_attribution_once() -> None:
    """Of two that overlap one gold attribution the better counts."""
    gold = [{"source": [(0, 3)], "content": [(4, 10)]}]
    found = [{"source": [(0, 3)], "content": [(4, 8)]}, {"source": [(0, 3)], "content": [(4, 10)]}]
    assert match(found, gold) == {0: 1}


def test_score_counts_what_is_missed_by_kind() -> None:
    """The table of misses says why."""
    gold = {"source": [(0, 3)], "cue": [], "content": [(4, 10)]}
    lost = {"source": [], "cue": [], "content": [(4, 10)]}
    scores = score([("a" * 20, [], [gold]), ("a" * 20, [lost], [gold])])
    assert scores.misses == {"not found": 1, "lacks its source": 1}
