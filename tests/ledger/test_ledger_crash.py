"""A crash, a full disk or a second writer leaves a ledger that opens, with whole reports only."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from ledger_cases import LATER, NOON, original_of, understood
from sqlalchemy import event

from reportedly.errors import LedgerNotWritable
from reportedly.ledger import Ledger

DIE_IN_ADD = """
import os, signal, sys
from ledger_cases import LATER, original_of, understood
from reportedly.ledger import Ledger
from sqlalchemy import event

path, steps = sys.argv[1], int(sys.argv[2])
ledger = Ledger.open(path)

@event.listens_for(ledger._engine, "after_cursor_execute")
def count(*_):
    global steps
    steps -= 1
    if steps == 0:
        os.kill(os.getpid(), signal.SIGKILL)

@event.listens_for(ledger._engine, "commit")
def before_commit(*_):
    os.kill(os.getpid(), signal.SIGKILL)

ledger.add(understood(2), collected=LATER, original=original_of(2))
"""

DIE_IN_OPEN = """
import os, signal, sys
from reportedly.ledger import migrations
from reportedly.ledger import Ledger

def migrate(connection):
    connection.exec_driver_sql("CREATE TABLE half (made INTEGER)")
    os.kill(os.getpid(), signal.SIGKILL)

migrations.migrate = migrate
Ledger.open(sys.argv[1])
"""

ADD_MANY = """
import sys
from ledger_cases import NOON, original_of, understood
from reportedly.ledger import Ledger

path, start = sys.argv[1], int(sys.argv[2])
with Ledger.open(path) as ledger:
    for number in range(start, start + 20):
        ledger.add(understood(number), collected=NOON, original=original_of(number))
"""


def start(script, *arguments):
    """Starts a Python process that finds `ledger_cases`."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)},
        stderr=subprocess.PIPE,
    )


def assert_sound(path):
    """Makes sure that tables, indexes and references of a ledger hold together."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("reports", "statements", "figures"):
        index = f"{table}_search"
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")  # noqa: S608
    connection.close()


@pytest.mark.parametrize("steps", [2, 5, 99], ids=["report", "rows", "commit"])
def test_process_killed_in_add_leaves_whole_reports(tmp_path, steps):
    """Killed at a report's first row, in the middle or at its commit: it was never there."""
    path = tmp_path / "ledger.db"
    with Ledger.open(str(path)) as ledger:
        ledger.add(understood(1), collected=NOON, original=original_of(1))
        before = ledger.counts()
    process = start(DIE_IN_ADD, path, steps)
    assert process.wait() == -signal.SIGKILL, process.stderr.read()
    process.stderr.close()
    with Ledger.open(str(path)) as ledger:
        assert ledger.counts() == before
        assert ledger.add(understood(2), collected=LATER, original=original_of(2))
    assert_sound(path)


def test_process_killed_while_making_a_ledger_leaves_none(tmp_path):
    """A ledger that was half made is made again."""
    path = tmp_path / "ledger.db"
    process = start(DIE_IN_OPEN, path)
    assert process.wait() == -signal.SIGKILL, process.stderr.read()
    process.stderr.close()
    with Ledger.open(str(path)) as ledger:
        assert ledger.add(understood(1), collected=NOON)
    assert_sound(path)


def test_full_disk_is_named_and_loses_nothing(tmp_path):
    """SQLite's own error for a full disk: the report is left out, those before it stay."""
    path = tmp_path / "ledger.db"
    with Ledger.open(str(path)) as ledger:
        ledger.add(understood(1), collected=NOON, original=original_of(1))
        before = ledger.counts()
        _leave_no_room(ledger)
        with pytest.raises(LedgerNotWritable, match="room on the disk"):
            ledger.add(understood(2, 400), collected=NOON, original=original_of(2, 400))
        assert ledger.counts() == before
    with Ledger.open(str(path)) as ledger:
        assert ledger.add(understood(2), collected=LATER)
    assert_sound(path)


def _leave_no_room(ledger):
    with ledger._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    ledger._engine.dispose()

    @event.listens_for(ledger._engine, "connect")
    def limit(connection, _):
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")


def test_two_processes_add_to_a_new_ledger_at_once(tmp_path):
    """Both make the ledger, both add, both are done, and all reports are there."""
    path = tmp_path / "ledger.db"
    processes = [start(ADD_MANY, path, first) for first in (1, 41)]
    for process in processes:
        assert process.wait() == 0, process.stderr.read().decode()
        process.stderr.close()
    with Ledger.open(str(path)) as ledger:
        assert ledger.counts()["reports"] == 40
        assert ledger.counts()["statements"] == 120
    assert_sound(path)


def test_two_processes_add_the_same_reports_at_once(tmp_path):
    """The same reports from two sides are one each."""
    path = tmp_path / "ledger.db"
    processes = [start(ADD_MANY, path, 1) for _ in range(2)]
    for process in processes:
        assert process.wait() == 0, process.stderr.read().decode()
        process.stderr.close()
    with Ledger.open(str(path)) as ledger:
        assert ledger.counts()["reports"] == 20
    assert_sound(path)
