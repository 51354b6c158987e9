"""The whole path through the real command line, encoder included: reports in, brief out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_case import Run

REPORTS = {
    "one.txt": (
        "Norland demands a withdrawal from Ostrava Bay\n\n4 May 2031\n\n"
        "Norland’s foreign minister Ana Holt said on Monday that Sudria must withdraw its troops from Ostrava "
        "Bay within 30 days.\n\nSudria rejected the demand. “We will not leave the bay,” President Ivo Brask "
        "told reporters.\n\nAt least 1,200 people have left the bay, the Arvel Wire agency reported.\n"
    ),
    "two.html": (
        "<html><head><title>Sudria offers a truce | Bay Courier</title>"
        '<meta property="article:published_time" content="2031-06-01T08:00:00Z"></head><body><article>'
        "<h1>Sudria offers a truce</h1><p>Sudria offered Norland a ceasefire of 60 days, President Ivo Brask said in "
        "a speech on Sunday.</p><p>Norland would answer next week, according to two officials who spoke on condition "
        "of anonymity.</p></article></body></html>"
    ),
}
DOSSIER = """
id: bay
name: The bay talks
parties:
  - name: Norland
    adjectives: [Norlandic]
  - name: Sudria
    adjectives: [Sudrian]
"""


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two invented reports and a dossier."""
    folder = tmp_path_factory.mktemp("talks")
    (folder / "reports").mkdir()
    for name, text in REPORTS.items():
        (folder / "reports" / name).write_text(text, "utf-8")
    (folder / "dossier.yaml").write_text(DOSSIER, "utf-8")
    return folder


def test_reports_become_a_brief(run: Run, talks: Path) -> None:
    """Two reports of two shapes are read, and what the parties want stands in the brief."""
    given = ("--ledger", talks / "bay.db", "--dossier", talks / "dossier.yaml")
    ran = run("add", talks / "reports", *given)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("read 2 files: 2 reports, 0 known, ")
    statements = json.loads(run("statements", "--json", *given).out)
    reports = {one["id"]: one["text"] for one in json.loads(run("reports", "--json", *given).out)}
    for one in statements:
        evidence = one["evidence"]
        assert reports[one["report"]][evidence["start"] : evidence["end"]] == evidence["exact"]
    held = {(one["holder"], one["act"]) for one in statements}
    assert {("Norland", "demand"), ("Sudria", "refusal")} <= held
    figures = json.loads(run("figures", "--json", *given).out)
    assert any(one["low"] == 1200 and one["modifier"] == "at least" for one in figures)
    brief = run("brief", *given).out
    assert "Norland demands" in brief
    assert "withdraw its troops from Ostrava Bay" in brief


def test_understanding_again_changes_nothing(run: Run, talks: Path) -> None:
    """`add --again` gives the same rows with the same ids."""
    given = ("--ledger", talks / "again.db", "--dossier", talks / "dossier.yaml")
    run("add", talks / "reports", *given)
    before = run("export", "statements", "--output", talks / "before.jsonl", *given)
    ran = run("add", "--again", talks / "reports", *given)
    run("export", "statements", "--output", talks / "after.jsonl", *given)
    assert (before.code, ran.code) == (0, 0)
    assert ran.out.startswith("read 2 files: 0 reports, 2 known, ")
    assert (talks / "before.jsonl").read_bytes() == (talks / "after.jsonl").read_bytes()
