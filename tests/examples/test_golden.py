"""The examples, read by the program and compared with what a careful reader wrote down (`expected_delta`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from expected_delta import (
    ANALYSTS,
    CHAINS,
    FIGURES,
    POSITIONS,
    RELAYS,
    REPORTS,
    UNDATED,
    ExpectedChain,
    ExpectedFigure,
    ExpectedPosition,
    ExpectedReport,
)

Row = dict[str, Any]

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
FEWEST_POSITIONS = 34
"""Fewer found than this is a step back, whichever they are; 36 were found when this was set."""


@dataclass(frozen=True, slots=True)
class Told:
    """The rows that the commands print for the examples."""

    reports: list[Row]
    statements: list[Row]
    figures: list[Row]
    echoes: list[Row]
    # What `new` says of the undated report.
    undated: Row
    positions: list[Row]
    brief: str

    def of_file(self, rows: list[Row], file: str) -> list[Row]:
        """Returns the rows whose report was read from a file."""
        ids = {r["id"] for r in self.reports if Path(r["origin_file"]).name == file}
        return [row for row in rows if row.get("report", row["id"]) in ids]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The examples in a fresh ledger, asked for everything."""
    ledger = tmp_path_factory.mktemp("examples") / "talks.db"

    def run(*words: str) -> str:
        command = [sys.executable, "-m", "reportedly.cli", "--ledger", str(ledger)]
        command += ["--dossier", str(EXAMPLES / "dossier.yaml"), *words]
        done = subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        if done.returncode:
            raise RuntimeError(f"{words[0]} failed: {done.stderr}")
        return done.stdout

    run("add", str(EXAMPLES / "reports"))
    reports = [json.loads(line) for line in run("export", "reports").splitlines()]
    undated = next(r["id"] for r in reports if Path(r["origin_file"]).name == UNDATED)
    return Told(
        reports,
        json.loads(run("statements", "--json")),
        json.loads(run("figures", "--json")),
        json.loads(run("echoes", "--json")),
        json.loads(run("new", undated, "--json"))[0],
        json.loads(run("positions", "--json")),
        run("brief"),
    )


def _cases(expected: tuple[Any, ...], name: str) -> list[Any]:
    """One test for each; those known to be missed are strict expected failures with their reason."""
    return [
        pytest.param(
            each,
            id=f"{each.file[:2]}-{getattr(each, name)[:40]}",
            marks=[pytest.mark.xfail(raises=AssertionError, reason=each.missed)]
            if each.missed
            else [],
        )
        for each in expected
    ]


def test_reports_are_counted_right(told: Told) -> None:
    """Thirteen files hold fifteen reports: the feed and the feed reader's page hold two each."""
    assert len(told.reports) == len(REPORTS) == 15


@pytest.mark.parametrize("expected", _cases(REPORTS, "title"))
def test_report_has_its_outlet_title_and_date(expected: ExpectedReport, told: Told) -> None:
    """Outlet, title, date and byline are those a reader sees."""
    rows = told.of_file(told.reports, expected.file)
    seen = [(row["outlet"], row["title"], row["published"], row["byline"]) for row in rows]
    assert (expected.outlet, expected.title, expected.published, expected.byline) in seen


@pytest.mark.parametrize("expected", [each for each in REPORTS if each.furniture])
def test_report_holds_no_furniture(expected: ExpectedReport, told: Told) -> None:
    """Cookie banners, cards, appeals, captions and biographies are no part of a report."""
    for row in told.of_file(told.reports, expected.file):
        left = [words for words in expected.furniture if words in row["text"]]
        assert left == []


@pytest.mark.parametrize("expected", _cases(POSITIONS, "words"))
def test_position_is_found(expected: ExpectedPosition, told: Told) -> None:
    """A statement at these words has the right holder, act and issue."""
    assert _is_found(expected, told)


def test_enough_positions_are_found(told: Told) -> None:
    """The number found does not fall, whichever are the misses."""
    assert sum(_is_found(each, told) for each in POSITIONS) >= FEWEST_POSITIONS


def _is_found(expected: ExpectedPosition, told: Told) -> bool:
    return any(
        row["holder"] in expected.holders
        and row["act"] in expected.acts
        and (not expected.issues or set(row["issues"]) & set(expected.issues))
        for row in _at(told, told.statements, expected.file, expected.words)
    )


def _at(told: Told, rows: list[Row], file: str, words: str) -> list[Row]:
    """Returns the rows whose evidence shares at least one character with these words of a file."""
    texts = {row["id"]: row["text"] for row in told.of_file(told.reports, file)}
    assert any(words in text for text in texts.values()), "the words are not in the report"
    found = []
    for row in told.of_file(rows, file):
        start = texts[row["report"]].find(words)
        evidence = row["evidence"]
        if start >= 0 and evidence["start"] < start + len(words) and start < evidence["end"]:
            found.append(row)
    return found


@pytest.mark.parametrize("expected", _cases(CHAINS, "words"))
def test_chain_is_kept(expected: ExpectedChain, told: Told) -> None:
    """A statement at these words names everybody through whom it came."""
    rows = _at(told, told.statements, expected.file, expected.words)
    chains = [tuple(_bare(link["name"]) for link in row["chain"]) for row in rows]
    assert expected.names in chains


def _bare(name: str | None) -> str:
    words = (name or "").split()
    return " ".join(words[1:] if words and words[0].lower() in ("a", "an", "the") else words)


@pytest.mark.parametrize("expected", _cases(FIGURES, "words"))
def test_figure_is_read_and_checked(expected: ExpectedFigure, told: Told) -> None:
    """A figure at these words has value, unit and place, and its check ends as arithmetic says."""
    rows = _at(told, told.figures, expected.file, expected.words)
    good = [
        row
        for row in rows
        if row["value"] == expected.value
        and row["unit"] == expected.unit
        and expected.of in f"{row['measured_entity']} {row['place']}"
    ]
    checks = {(check["kind"], check["verdict"]) for row in good for check in row["checks"]}
    assert good
    assert expected.check is None or expected.check in checks


def test_garbled_unit_is_marked_as_repaired(told: Told) -> None:
    """No figure of the explainer is left in square metres."""
    rows = told.of_file(told.figures, UNDATED)
    assert not [row for row in rows if row["unit"] in ("m2", "m")]
    assert [row["value"] for row in rows if row["status"] == "repaired"] == [3900]


def test_three_relays_are_one_origin(told: Told) -> None:
    """Three outlets relaying the institute are one echo, with one origin."""
    echo = [row for row in told.echoes if row["origin"] == ANALYSTS]
    assert len(echo) == 1
    relaying = {r["id"] for file in RELAYS for r in told.of_file(told.reports, file)}
    assert len(relaying) == len(RELAYS)
    assert relaying <= set(echo[0]["reports"])


def test_undated_report_is_new_since_no_date(told: Told) -> None:
    """What only a report without a date says was said at no known time, and changes nothing."""
    (report,) = told.of_file(told.reports, UNDATED)
    assert told.undated["dated"] is False
    assert told.undated["new_positions"] == []
    assert [row["said"] for row in told.of_file(told.statements, UNDATED) if row["said"]] == []
    alone = [row for row in told.positions if row["reports"] == [report["id"]]]
    assert [row for row in alone if row["first_said"] or row["change"]] == []


def test_caveat_stays_with_the_relay(told: Told) -> None:
    """The outlet that could not verify is heard saying so."""
    (report,) = told.of_file(told.reports, "12_anonymous_relay.txt")
    assert [caveat["exact"] for caveat in report["caveats"]] == [
        "The Coast Herald could not independently verify these claims."
    ]


def test_evidence_is_verbatim(told: Told) -> None:
    """Every row points to exactly the words it quotes."""
    texts = {row["id"]: row["text"] for row in told.reports}
    rows = [*told.statements, *told.figures]
    assert rows
    for row in rows:
        evidence = row["evidence"]
        text = texts[row["report"]]
        assert text[evidence["start"] : evidence["end"]] == evidence["exact"]


def test_brief_has_title_parties_and_outlets(told: Told) -> None:
    """The brief of the examples begins with a title and names both parties and an outlet."""
    assert told.brief.startswith("# ")
    assert "Kestria" in told.brief
    assert "Varonia" in told.brief
    assert "Bay Dispatch" in told.brief
