"""Bad input through the real command line: each failure named, the rest done, the right exit code."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from cli_case import Run

from reportedly.cli import add as adding
from reportedly.cli.session import Session
from reportedly.ledger import Ledger
from reportedly.model import Report, Understood

GOOD = (
    "The talks went on\n\n4 May 2031\n\nVaronia and Kestria met again in Ostrava Bay on Monday.\n"
)
PAGE = (
    "<html><head><title>The talks went on</title></head><body><article><h1>The talks went on</h1>"
    "<p>Varonia and Kestria met again in Ostrava Bay on Monday, said the mediator.</p>"
    "<p>They will meet again next week, and nobody said what about.</p>"
)


@pytest.fixture(autouse=True)
def _no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves understanding out: these tests are about what comes before and after it."""

    def understand(report: Report, _: Session) -> Understood:
        return Understood(report, (), (), ())

    monkeypatch.setattr("reportedly.cli.add._understand", understand)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report in it, sorted after the bad ones."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    return folder


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A place for a new ledger."""
    return tmp_path / "talks.db"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a-empty.txt", b""),
        ("a-blank.txt", b" \n\n\t\n"),
        ("a-binary.txt", bytes(range(256)) * 40),
        ("a-zip.txt", b"PK\x03\x04" + b"\x00\x01\x02" * 400),
        ("a-feed.xml", b"<rss version='2.0'><channel><item><title>half a feed"),
        ("a-large.txt", b"x" * 50_000_000),
    ],
)
def test_bad_file_is_named_and_the_rest_done(
    name: str, data: bytes, run: Run, folder: Path, ledger: Path
) -> None:
    """One line says what is wrong with which file; the good one is in the ledger; exit code 1."""
    (folder / name).write_bytes(data)
    ran = run("add", folder, "--ledger", ledger)
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(f"{folder / name}: expected ")
    assert ran.out == (
        "read 2 files: 1 report, 0 known, 0 statements, 0 figures; 1 file could not be read\n"
    )


def test_invalid_utf8_is_read_or_named(run: Run, folder: Path, ledger: Path) -> None:
    """A byte that is no UTF-8 never stops the batch and leaves no trace of a crash."""
    (folder / "a-latin.txt").write_bytes(GOOD.replace("Kestria", "Kestría").encode("latin-1"))
    (folder / "a-torn.txt").write_bytes(b"A torn page\n\nThe rest of \xc3\x28\xff it is gone.\n")
    ran = run("add", folder, "--ledger", ledger)
    assert "fault of the program" not in ran.err
    assert ran.out.startswith("read 3 files: ")
    assert len(Ledger.open(str(ledger)).reports()) + ran.err.count("\n") == 3


def test_truncated_page_is_read(run: Run, folder: Path, ledger: Path) -> None:
    """A page that breaks off gives the text that came."""
    (folder / "a-page.html").write_text(PAGE)
    ran = run("add", folder, "--ledger", ledger)
    assert (ran.code, ran.err) == (0, "")
    assert any("said the mediator" in one.text for one in Ledger.open(str(ledger)).reports())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_denied_folder_is_named_for_other_users(run: Run, folder: Path, ledger: Path) -> None:
    """A folder without permission is named, its neighbours are read."""
    denied = folder / "a-denied"
    denied.mkdir(mode=0o000)
    ran = run("add", folder, "--ledger", ledger)
    denied.chmod(0o700)
    assert ran.code == 1
    assert f"{denied}: expected a readable file or folder; found no permission" in ran.err


def test_denied_folder_is_named(
    run: Run, folder: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same, with the refusal of the system played by the test."""
    (folder / "a-denied").mkdir()
    scandir = os.scandir

    def deny(path: Any) -> Any:
        if Path(path).name == "a-denied":
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", deny)
    ran = run("add", folder, "--ledger", ledger)
    assert ran.code == 1
    assert (
        f"{folder / 'a-denied'}: expected a readable file or folder; found no permission" in ran.err
    )
    assert "1 report" in ran.out


def test_file_deleted_while_reading_is_named(
    run: Run, folder: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was found and is gone when it is opened is named like the others."""
    gone = folder / "a-gone.txt"
    gone.write_text(GOOD)
    found = adding._found

    def found_and_deleted(paths: Any) -> Any:
        files = found(paths)
        gone.unlink()
        return files

    monkeypatch.setattr(adding, "_found", found_and_deleted)
    ran = run("add", folder, "--ledger", ledger)
    assert ran.code == 1
    assert f"{gone}: expected a readable file or folder; found nothing there" in ran.err
    assert "1 report" in ran.out


def test_missing_path_is_named(run: Run, folder: Path, ledger: Path) -> None:
    """A path with a slip in it does not stop the others."""
    ran = run("add", folder / "gud.txt", folder, "--ledger", ledger)
    assert ran.code == 1
    assert "found nothing there" in ran.err
    assert "1 report" in ran.out


def test_newer_ledger_is_refused(run: Run, folder: Path, ledger: Path) -> None:
    """A ledger from a later version is left as it is."""
    run("add", folder, "--ledger", ledger)
    with sqlite3.connect(ledger) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_far_ahead'")
    connection.close()
    ran = run("reports", "--ledger", ledger)
    assert ran.code == 1
    assert ran.err.startswith(f"error: {ledger}: expected ")
    assert "Update Reportedly" in ran.err


@pytest.mark.parametrize("command", ["add", "reports"])
def test_file_that_is_no_ledger_is_refused_and_kept(
    command: str, run: Run, folder: Path, ledger: Path
) -> None:
    """Somebody's notes are not overwritten."""
    ledger.write_text("dear diary")
    words = [command, folder] if command == "add" else [command]
    ran = run(*words, "--ledger", ledger)
    assert ran.code == 1
    assert ran.err.startswith(f"error: {ledger}: expected a ledger")
    assert ledger.read_text() == "dear diary"


def test_absent_ledger_is_not_made_by_asking(run: Run, ledger: Path) -> None:
    """A slip in the name of the ledger does not look like an empty one."""
    ran = run("statements", "--ledger", ledger)
    assert ran.code == 1
    assert "reportedly add" in ran.err
    assert not ledger.exists()


def test_full_disk_ends_with_a_message_and_a_good_ledger(
    run: Run, folder: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was stored before the disk was full is there afterwards."""
    run("add", folder, "--ledger", ledger)
    talks = (f"In round {n} the two sides spoke of matter {n * n}." for n in range(20_000))
    (folder / "later.txt").write_text(GOOD + " ".join(talks))
    opening = sqlite3.connect

    def small_disk(*given: Any, **options: Any) -> sqlite3.Connection:
        connection = opening(*given, **options)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {max(pages, 1)}")
        return connection

    monkeypatch.setattr("sqlite3.dbapi2.connect", small_disk)
    monkeypatch.setattr("sqlite3.connect", small_disk)
    ran = run("add", folder, "--ledger", ledger)
    monkeypatch.undo()
    assert ran.code == 1
    assert ran.err.startswith("error: ")
    assert "Traceback" not in ran.err
    assert len(Ledger.open(str(ledger)).reports()) == 1


def test_address_is_refused_with_the_way_out(run: Run, ledger: Path) -> None:
    """Fetching is for later; nothing is read, and no ledger is made."""
    ran = run("add", "https://arvelpost.example/talks", "--ledger", ledger)
    assert ran.code == 2
    assert "save the page" in ran.err
    assert not ledger.exists()


def test_same_report_twice_is_one(run: Run, folder: Path, ledger: Path) -> None:
    """The second time it is known."""
    run("add", folder, "--ledger", ledger)
    ran = run("add", folder, "--ledger", ledger)
    assert ran.code == 0
    assert ran.out == "read 1 file: 0 reports, 1 known, 0 statements, 0 figures\n"


def test_ledger_in_the_folder_is_no_input(run: Run, folder: Path) -> None:
    """`add .` in the folder of the ledger does not trip over the ledger."""
    ran = run("add", folder, "--ledger", folder / "reportedly.db")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("read 1 file: 1 report")


def test_standard_input_is_one_file(run: Run, ledger: Path) -> None:
    """`-` stands for a report that another program prints."""
    ran = run("add", "-", "--ledger", ledger, stdin=GOOD.encode())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("read 1 file: 1 report, ")


def test_empty_folder_is_told(run: Run, tmp_path: Path, ledger: Path) -> None:
    """Nothing to read is no failure, but not silence either."""
    (tmp_path / "bare").mkdir()
    ran = run("add", tmp_path / "bare", "--ledger", ledger)
    assert (ran.code, ran.out, ran.err) == (0, "", f"no file in {tmp_path / 'bare'}\n")


def test_interruption_keeps_what_was_stored(
    run: Run, folder: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends with 130, the count so far, and a ledger that opens."""
    (folder / "second.txt").write_text(GOOD.replace("Monday", "Tuesday"))
    taken = adding._take

    def interrupted(path: Path, largest: int) -> bytes:
        if path.name == "second.txt":
            raise KeyboardInterrupt
        return taken(path, largest)

    monkeypatch.setattr(adding, "_take", interrupted)
    ran = run("add", folder, "--ledger", ledger)
    assert (ran.code, ran.err) == (130, "stopped; what was stored before is kept\n")
    assert ran.out.startswith("read 1 file: 1 report")
    assert len(Ledger.open(str(ledger)).reports()) == 1


def test_broken_dossier_stops_at_once(
    run: Run, folder: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What every file would meet is said once, not once a file."""
    monkeypatch.undo()
    (folder / "dossier.yaml").write_text("parties: [")
    ran = run("add", folder / "good.txt", "--ledger", ledger, "--dossier", folder / "dossier.yaml")
    assert ran.code == 1
    assert ran.err.count("error: ") == 1
    assert "dossier.yaml" in ran.err


def test_bad_lines_of_a_file_of_rows_are_named_and_the_others_read(
    run: Run, folder: Path, ledger: Path
) -> None:
    """A line that is no report is told by its number; the reports of the other lines are kept."""
    words = "Varonia and Kestria met again in Ostrava Bay on Monday, said the mediator."
    (folder / "rows.jsonl").write_text(f'{{"text": "{words}"}}\nbroken\n{{"id": 3}}\n')
    ran = run("--ledger", str(ledger), "add", str(folder))
    assert ran.code == 1
    assert "something else on line 2, 3" in ran.err
    with Ledger.open(str(ledger)) as opened:
        assert len(opened.reports()) == 2
