"""`reportedly dossier check` and `reportedly dossier new` as their users run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_case import Run

from reportedly.cli.pages.commands import commands_page
from reportedly.vocabulary import load_dossier

SOUND = "id: bay\nname: Talks on the bay\nparties: [{name: Varonia, people: [{name: Ivo Tarn}]}]\n"
BROKEN = "id: bay\nname: Talks on the bay\nparties:\n  - {name: Varonia, kind: club}\n  - {nam: Kestria}\n"


@pytest.fixture(autouse=True)
def no_ledger_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs in a folder without a ledger, so that none is found by chance."""
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)


def written(folder: Path, text: str) -> Path:
    """Writes a dossier."""
    path = folder / "bay.yaml"
    path.write_text(text, "utf-8")
    return path


def test_check_of_a_sound_dossier_counts_what_is_there(run: Run, tmp_path: Path) -> None:
    """Nothing is wrong, and the last line says what was read."""
    path = written(tmp_path, SOUND)
    ran = run("dossier", "check", path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"{path}: 0 errors, 0 warnings, 0 notes; "
        "1 party, 1 person, 0 places, 0 groups, 0 figures, 0 outlets\n"
    )


def test_check_names_every_fault_with_its_line_and_exits_with_one(run: Run, tmp_path: Path) -> None:
    """Three errors in one run: a kind, an unknown key, a missing name."""
    path = written(tmp_path, BROKEN)
    ran = run("dossier", "check", path)
    assert ran.code == 1
    errors = [line for line in ran.out.splitlines() if ": error: expected " in line]
    assert [line.removeprefix(f"{path}:").split(":")[0] for line in errors] == ["4", "5", "5"]
    assert "Did you mean 'name'?" in ran.out


def test_check_as_json_gives_path_and_line(run: Run, tmp_path: Path) -> None:
    """A program can jump to the place."""
    rows = json.loads(run("dossier", "check", written(tmp_path, BROKEN), "--json").out)
    first = rows[0]
    assert (first["severity"], first["path"], first["line"]) == ("error", ["parties", 0, "kind"], 4)
    assert first["message"].startswith("expected one of state, ")


def test_check_tells_what_the_ledger_names_and_the_dossier_does_not(
    run: Run, tmp_path: Path, ledger: Path
) -> None:
    """Kestria makes demands in two reports, and the dossier has Varonia only."""
    ran = run("dossier", "check", written(tmp_path, SOUND), "--ledger", ledger)
    assert ran.code == 0
    assert "note: expected the party 'Kestria'; found 2 reports that name it" in ran.out
    assert "'Varonia'" not in ran.out


def test_check_of_what_is_not_there_names_the_shipped_ones(run: Run) -> None:
    """The message lists names that would do, on one line."""
    ran = run("dossier", "check", "no/such.yaml")
    assert ran.code == 1
    assert "one of: gaza, ukraine; found No such file or directory" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("words", [["dossier"], ["dossier", "check"], ["dossier", "mend"]])
def test_wrong_use_exits_with_two(words: list[str], run: Run) -> None:
    """A subcommand and a name are needed."""
    assert run(*words).code == 2


def test_new_writes_what_check_and_dossier_take(run: Run, tmp_path: Path, ledger: Path) -> None:
    """The file passes unchanged, and a report can be added with it."""
    path = tmp_path / "talks.yaml"
    ran = run("dossier", "new", "--output", path, "--ledger", ledger)
    assert (ran.code, ran.out) == (0, "")
    assert f"reportedly dossier check {path}" in ran.err
    assert run("dossier", "check", path).code == 0
    dossier = load_dossier(path)
    assert dossier.id == "talks"
    kestria = dossier.party("Kestria")
    assert kestria is not None
    assert [person.name for person in kestria.people] == ["Ana Holt"]
    assert run("reports", "--ledger", ledger, "--dossier", path).code == 0


def test_new_does_not_write_over_a_file(run: Run, tmp_path: Path, ledger: Path) -> None:
    """Somebody may have worked on it."""
    path = written(tmp_path, SOUND)
    ran = run("dossier", "new", "-o", path, "--ledger", ledger)
    assert ran.code == 2
    assert path.read_text("utf-8") == SOUND


def test_new_without_a_ledger_says_so(run: Run, tmp_path: Path) -> None:
    """There is nothing to start from, and none is made."""
    ran = run("dossier", "new", "--ledger", tmp_path / "absent.db")
    assert ran.code == 1
    assert ran.out == ""
    assert not (tmp_path / "absent.db").exists()


def test_each_subcommand_is_documented() -> None:
    """The page of the commands has a section for both, with their options."""
    page = commands_page()
    for words in ("## dossier check", "## dossier new", "--output", "FILE\\|NAME"):
        assert words in page
