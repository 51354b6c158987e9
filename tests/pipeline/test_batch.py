"""The batch runner: the rest is done, and each failure named."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reportedly.errors import LedgerNotWritable, UnreadableInput
from reportedly.model import PublishedBasis, Report, Understood
from reportedly.pipeline.batch import Steps, run_batch


def report(name: str) -> Report:
    """Returns a report about nothing."""
    return Report(name, name, "", None, None, "", None, None, PublishedBasis.NONE, "en", "Text.")


def understand(one: Report) -> Understood:
    """Returns a report without rows."""
    return Understood(one, (), (), ())


def read(_: bytes, name: str) -> tuple[Report, ...]:
    """Reads two reports from a file, fails on "bad", and breaks on "fault"."""
    if name == "bad":
        raise UnreadableInput("text", "bytes", "Convert it.", "bad")
    if name == "fault":
        raise KeyError("surprise")
    return report(f"{name}1"), report(f"{name}2")


def steps(**changed: object) -> Steps:
    """Returns steps that read, know nothing and store everything."""
    whole = {
        "take": lambda _: b"",
        "read": read,
        "known": lambda _: False,
        "understand": understand,
        "store": lambda _, __: True,
    }
    return Steps(**{**whole, **changed})


def test_bad_file_is_recorded_and_the_rest_done() -> None:
    """One file fails, the ones before and after it are stored."""
    found = [Path("a"), Path("bad"), UnreadableInput("a", "b", "c", "gone"), Path("b")]
    outcomes = list(run_batch(found, steps()))
    assert [one.reports for one in outcomes] == [2, 0, 0, 2]
    assert [one.failure is not None for one in outcomes] == [False, True, True, False]


def test_fault_of_the_program_is_recorded_with_a_request() -> None:
    """An exception nobody foresaw names itself and asks to be reported."""
    first, second = run_batch([Path("fault"), Path("a")], steps())
    assert "KeyError" in str(first.failure)
    assert "Please report it" in str(first.failure)
    assert second.reports == 2


def test_known_report_is_not_understood_again() -> None:
    """The costly step is left out for what the ledger has."""

    def never(_: Report) -> Understood:
        raise AssertionError

    (outcome,) = run_batch([Path("a")], steps(known=lambda _: True, understand=never))
    assert (outcome.reports, outcome.known, outcome.failure) == (0, 2, None)


def test_full_disk_stops_the_batch() -> None:
    """What every further file would meet too is raised at once."""

    def full(_: Understood, __: bytes) -> bool:
        raise LedgerNotWritable("room", "a full disk", "Make room.")

    with pytest.raises(LedgerNotWritable):
        list(run_batch([Path("a"), Path("b")], steps(store=full)))


def test_interruption_keeps_what_was_stored() -> None:
    """The user's Ctrl-C passes through after whole reports only."""
    stored: list[str] = []

    def store(one: Understood, _: bytes) -> bool:
        if one.report.id == "b1":
            raise KeyboardInterrupt
        stored.append(one.report.id)
        return True

    with pytest.raises(KeyboardInterrupt):
        list(run_batch([Path("a"), Path("b")], steps(store=store)))
    assert stored == ["a1", "a2"]


def test_outcome_pickles() -> None:
    """Outcomes may come from another process."""
    (outcome,) = run_batch([Path("bad")], steps())
    again = pickle.loads(pickle.dumps(outcome))  # noqa: S301  (our own bytes)
    assert (again.file, str(again.failure)) == (outcome.file, str(outcome.failure))
