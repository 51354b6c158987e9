"""The entry point: exit codes, the one place of errors, pipes, start-up, words that a terminal lacks."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_case import Run

from reportedly.cli.main import hoist
from reportedly.cli.showing import visible

COMMAND = [sys.executable, "-m", "reportedly.cli"]


@pytest.mark.parametrize(
    "words", [["nonsense"], ["statements", "--colour"], ["add"], ["annotate", "x.jsonl"], []]
)
def test_wrong_use_exits_with_two(words: list[str], run: Run) -> None:
    """What the command line does not know is wrong use."""
    assert run(*words).code == 2


def test_version_is_shown(run: Run) -> None:
    """The version alone, for a report of a fault."""
    assert run("--version").out.startswith("reportedly ")


def test_wrong_setting_names_its_variable(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable with a slip in it is named, without a traceback."""
    monkeypatch.setenv("REPORTEDLY_LARGEST_FILE", "many")
    ran = run("add", "x.txt")
    assert ran.code == 2
    assert ran.err.startswith("error: expected a value of REPORTEDLY_LARGEST_FILE")


def test_ledger_is_taken_from_the_environment(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option goes before the variable."""
    monkeypatch.setenv("REPORTEDLY_LEDGER", str(ledger))
    assert "Arvel Post" in run("reports").out
    assert run("reports", "--ledger", "absent.db").code == 1


@pytest.mark.parametrize(
    ("words", "hoisted"),
    [
        (["add", "x", "--ledger", "l"], ["--ledger", "l", "add", "x"]),
        (["add", "--ledger=l", "x"], ["--ledger=l", "add", "x"]),
        (["--dossier", "d", "add", "x"], ["--dossier", "d", "add", "x"]),
        (["search", "--", "--ledger", "l"], ["search", "--", "--ledger", "l"]),
        (["add", "x", "--ledger"], ["--ledger", "add", "x"]),
    ],
)
def test_global_options_may_follow_the_command(words: list[str], hoisted: list[str]) -> None:
    """They are moved to the front, but never from behind "--"."""
    assert hoist(words) == hoisted


@pytest.mark.parametrize("command", [["export", "reports"], ["reports"], ["brief"]])
def test_closed_pipe_is_quiet(command: list[str], ledger: Path) -> None:
    """`| head` ends the command without a word."""
    words = [*COMMAND, "--ledger", str(ledger), *command]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("words", [["reports"], ["export", "reports"], ["brief"]])
def test_full_disk_under_the_output_is_named(words: list[str], ledger: Path) -> None:
    """Output that could not be written is no success, and no traceback."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*COMMAND, "--ledger", str(ledger), *words],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert ran.returncode == 1
    assert ran.stderr.startswith("error: expected a place that takes the output")
    assert ran.stderr.count("\n") == 1


def test_poor_terminal_shows_question_marks(ledger: Path) -> None:
    """A terminal that knows only ASCII is no reason to fail."""
    ran = subprocess.run(
        [*COMMAND, "--ledger", str(ledger), "statements"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"Arvel Post ? Arvel Wire" in ran.stdout


def test_help_starts_quickly() -> None:
    """Heavy packages are not loaded to show help; the best of three counts on a busy machine."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([*COMMAND, "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.7


def test_help_loads_no_heavy_package() -> None:
    """The same, independent of the machine."""
    heavy = "numpy sqlalchemy onnxruntime lxml trafilatura yaml pydantic_settings nupunkt"
    code = f"import sys, reportedly.cli; print([m for m in {heavy.split()} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout.strip() == "[]"


def test_steering_characters_become_spaces() -> None:
    """Escape sequences and marks that turn the direction of writing are not shown."""
    assert visible("a\x1b[31mb\u202ec\nd") == "a [31mb c d"
