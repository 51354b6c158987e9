"""The tutorial and the page on the examples say what is so: commands run, quoted words are in the reports."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
README = (ROOT / "examples" / "README.md").read_text("utf-8")
REPORTS = ROOT / "examples" / "reports"
COMMANDS = re.findall(r"^\$ reportedly (.+)$", TUTORIAL, re.MULTILINE)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The settings that the tutorial exports, with the ledger elsewhere."""
    ledger = tmp_path_factory.mktemp("tutorial") / "talks.db"
    return {
        **os.environ,
        "REPORTEDLY_LEDGER": str(ledger),
        "REPORTEDLY_DOSSIER": "examples/dossier.yaml",
        "PYTHONUTF8": "1",
    }


def test_every_command_of_the_tutorial_runs(environment: dict[str, str]) -> None:
    """In their order, in one ledger, with nothing to complain of and something to show."""
    assert COMMANDS[0] == "add examples/reports"
    for command in COMMANDS:
        done = subprocess.run(
            [sys.executable, "-m", "reportedly.cli", *shlex.split(command)],
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=ROOT,
            env=environment,
        )
        assert (command, done.returncode, done.stdout != "" or done.stderr != "") == (
            command,
            0,
            True,
        ), done.stderr


def test_quoted_words_are_in_the_reports() -> None:
    """What the tutorial shows in curly quotation marks stands in a report, letter for letter."""
    texts = [" ".join(path.read_text("utf-8").split()) for path in sorted(REPORTS.iterdir())]
    quoted = [words.rstrip("…") for words in re.findall(r"“([^”]+)”", TUTORIAL)]
    assert len(quoted) > 10
    assert [words for words in quoted if not any(words in text for text in texts)] == []


def test_every_file_is_described() -> None:
    """The page on the examples has a row for each file, and for none that is gone."""
    described = set(re.findall(r"^\| `([\w.]+)` \|", README, re.MULTILINE))
    assert described == {path.name for path in REPORTS.iterdir()}
