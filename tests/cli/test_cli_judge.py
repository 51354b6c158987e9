"""`reportedly judge`: what a person says of two statements, with the reason, and how it is taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from cli_case import Run, understood

from reportedly.ledger import Ledger
from reportedly.model import Act

NOON = "2031-06-01T12:00:00Z"


@pytest.fixture
def three(tmp_path: Path) -> tuple[Path, list[str]]:
    """A ledger with three demands of Kestria in the same words, and their ids."""
    path, ids = tmp_path / "judged.db", []
    with Ledger.open(str(path)) as opened:
        for outlet, before in (
            ("Arvel Post", ""),
            ("Coast", "And so. "),
            ("Bay Courier", "Again. "),
        ):
            made = understood(outlet, "2031-05-01", before)
            opened.add(made, collected=NOON)
            ids.append(made.statements[0].id)
    return path, ids


def _points(run: Run, path: Path) -> int:
    rows = json.loads(
        run("positions", "--view", "history", "--party", "Kestria", "--json", "--ledger", path).out
    )
    return len({row["point"] for row in rows})


def test_judging_parts_and_joins_and_undo_takes_it_back(
    run: Run, three: tuple[Path, list[str]]
) -> None:
    """Positions follow at once; what is taken back has no effect."""
    path, (a, b, c) = three
    assert _points(run, path) == 1
    assert run("judge", a, b, "--different", "--by", "Ana", "--ledger", path).code == 0
    assert run("judge", a, c, "--different", "--by", "Ana", "--ledger", path).code == 0
    assert _points(run, path) == 2
    ran = run("judge", a, c, "--same", "--by", "Bo", "--ledger", path)
    assert (ran.code, "judgement 3: same" in ran.err) == (0, True)
    assert "taken back: judgement 1" in run("judge", "--undo", "1", "--ledger", path).err
    assert _points(run, path) == 1


def test_note_is_kept_and_listed(run: Run, three: tuple[Path, list[str]]) -> None:
    """Who judged, when, of which words, and why."""
    path, (a, b, _) = three
    why = "one speech in two reports"
    run("judge", a, b, "--same", "--by", "Ana", "--note", why, "--ledger", path)
    out = run("judge", "--list", "--ledger", path).out
    assert "same · Ana" in out
    assert f"note: {why}" in out
    (row,) = json.loads(run("judge", "--list", "--json", "--ledger", path).out)
    assert (row["note"], set(row["rows"])) == (why, {a, b})


def test_contradiction_is_told_and_the_newer_counts(
    run: Run, three: tuple[Path, list[str]]
) -> None:
    """A is B, B is C, A is not C: the first gives way, stays listed, and counts again after an undo."""
    path, (a, b, c) = three
    for pair in ((a, b), (b, c)):
        assert (
            "contradicts" not in run("judge", *pair, "--same", "--by", "Ana", "--ledger", path).err
        )
    ran = run("judge", a, c, "--different", "--by", "Bo", "--ledger", path)
    assert "it contradicts judgement 1 (same, Ana), which no longer counts" in ran.err
    assert run("judge", "--list", "--ledger", path).out.count("does not count") == 1
    assert _points(run, path) == 2
    run("judge", "--undo", "3", "--ledger", path)
    assert "does not count" not in run("judge", "--list", "--ledger", path).out
    assert _points(run, path) == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"holder": "Varonia"}, "one holder"), ({"act": Act.OFFER}, "one act")],
)
def test_what_can_join_nothing_is_refused(
    changed: dict[str, object], said: str, run: Run, three: tuple[Path, list[str]]
) -> None:
    """Two holders' or two acts' statements are never one position; nothing is stored."""
    path, (a, *_) = three
    made = understood("Sheet", None, "Other. ")
    (one,) = made.statements
    with Ledger.open(str(path)) as opened:
        other = replace(one, **changed)  # type: ignore[arg-type]
        opened.add(replace(made, statements=(other,), figures=()), collected=NOON)
    ran = run("judge", a, one.id, "--same", "--by", "Ana", "--ledger", path)
    assert (ran.code, said in ran.err, "join nothing" in ran.err) == (2, True, True)
    assert "no judgement holds" in run("judge", "--list", "--ledger", path).err
    assert run("judge", a, one.id, "--different", "--by", "Ana", "--ledger", path).code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nowhere", "ID", "--same"), 1),
        (("ID", "--same"), 2),
        (("ID", "ID", "--same"), 2),
        (("--undo", "7"), 1),
        ((), 2),
        (("--list", "--undo", "1"), 2),
    ],
)
def test_wrong_use_says_what_would_do(
    words: tuple[str, ...], code: int, run: Run, three: tuple[Path, list[str]]
) -> None:
    """An unknown id or number, one statement alone, or nothing: a message, and nothing is stored."""
    path, (a, *_) = three
    ran = run("judge", *(a if word == "ID" else word for word in words), "--ledger", path)
    assert (ran.code, ran.out) == (code, "")
    assert "reportedly" in ran.err or "Name two" in ran.err
    assert "no judgement holds" in run("judge", "--list", "--ledger", path).err
