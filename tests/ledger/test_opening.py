"""What is opened as a ledger is one, and what cannot be opened is said clearly."""

import os
import pickle
import sqlite3
import stat
import subprocess
import sys

import pytest
from ledger_cases import NOON, understood

from reportedly.errors import LedgerNotWritable, NewerLedger, NotALedger, UsageError
from reportedly.ledger import Ledger


def test_path_and_address_name_the_same_file(tmp_path):
    """A path and a `sqlite:///` address open one ledger."""
    path = tmp_path / "a b.db"
    with Ledger.open(str(path)) as ledger:
        ledger.add(understood(), collected=NOON)
    with Ledger.open(f"sqlite:///{path}", create=False) as ledger:
        assert ledger.counts()["reports"] == 1


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("postgresql://host/db", "comes in a later version"),
        ("mysql://host/db", "sqlite:///PATH"),
        ("", "path of a file"),
        ("sqlite://", "path of a file"),
        (":memory:", "path of a file"),
    ],
)
def test_other_databases_are_refused(location, said):
    """What is no file is a wrong use, with the reason."""
    with pytest.raises(UsageError, match=said):
        Ledger.open(location)


def test_missing_ledger_is_not_made_by_reading(tmp_path):
    """Without `create` nothing is made, and the message says how to make one."""
    with pytest.raises(NotALedger, match="reportedly add"):
        Ledger.open(str(tmp_path / "no.db"), create=False)
    assert list(tmp_path.iterdir()) == []


def test_missing_folder_is_named(tmp_path):
    """The folder that is not there is in the message."""
    with pytest.raises(LedgerNotWritable, match=r"no folder .*missing"):
        Ledger.open(str(tmp_path / "missing" / "ledger.db"))


def test_folder_is_no_ledger(tmp_path):
    """A folder is named as one."""
    with pytest.raises(NotALedger, match="a folder"):
        Ledger.open(str(tmp_path))


@pytest.mark.parametrize("content", [b"only words\n" * 40, b"x", b"\x00" * 4096])
def test_other_file_is_no_ledger_and_stays_as_it_was(tmp_path, content):
    """A text file is never overwritten."""
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotALedger, match="another kind of file"):
        Ledger.open(str(path))
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_database_of_another_program_stays_as_it_was(tmp_path):
    """Another program's SQLite file is recognised and not touched."""
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (words TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotALedger, match="another program"):
        Ledger.open(str(path))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_empty_file_becomes_a_ledger(tmp_path):
    """What `touch` or `mktemp` leaves is a new ledger."""
    path = tmp_path / "ledger.db"
    path.touch()
    with Ledger.open(str(path)) as ledger:
        assert ledger.counts()["reports"] == 0


def test_ledger_of_a_newer_version_is_refused(tmp_path):
    """A schema unknown here is named and not touched."""
    path = tmp_path / "ledger.db"
    Ledger.open(str(path)).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(NewerLedger, match="9999"):
        Ledger.open(str(path))


def test_damaged_ledger_is_named(tmp_path):
    """A ledger cut in the middle says that it is damaged."""
    path = tmp_path / "ledger.db"
    with Ledger.open(str(path)) as ledger:
        for number in range(1, 9):
            ledger.add(understood(number), collected=NOON)
    os.truncate(path, 8192)
    with pytest.raises(NotALedger, match="damaged"), Ledger.open(str(path)) as ledger:
        ledger.reports()


def test_ledger_locked_for_long_is_named(tmp_path):
    """A writer waits for its turn, then says who is in the way; nothing is lost."""
    path = tmp_path / "ledger.db"
    with Ledger.open(str(path), patience=0.05) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerNotWritable, match="another process"):
            ledger.add(understood(), collected=NOON)
        assert ledger.reports() == []
        other.execute("ROLLBACK")
        other.close()
        assert ledger.add(understood(), collected=NOON)


def test_log_is_kept_ahead_and_references_hold(tmp_path):
    """Readers do not wait for writers, and foreign keys are on."""
    with Ledger.open(str(tmp_path / "ledger.db")) as ledger, ledger._engine.connect() as one:
        assert one.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert one.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


READ_AS_NOBODY = """
import os, sys
from reportedly.errors import LedgerNotWritable
from reportedly.ledger import Ledger, Selection, migrations, store
path = sys.argv[1]
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
with Ledger.open(path) as ledger:
    report, = ledger.reports()
    try:
        ledger.forget(report.id)
    except LedgerNotWritable:
        print("read only")
try:
    Ledger.open(path + ".new")
except LedgerNotWritable:
    print("not made")
"""


def test_ledger_in_a_read_only_folder_can_be_read(tmp_path_factory):
    """Reading works where nothing may be written; writing says so."""
    folder = tmp_path_factory.mktemp("read-only")
    path = folder / "ledger.db"
    with Ledger.open(str(path)) as ledger:
        ledger.add(understood(), collected=NOON)
    path.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)
    for parent in (folder.parent, folder.parent.parent):
        parent.chmod(0o755)
    folder.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", READ_AS_NOBODY, str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    folder.chmod(0o755)
    if "Permission denied" in done.stderr:
        pytest.skip("another user cannot read this Python installation")
    assert done.stdout.splitlines() == ["read only", "not made"], done.stderr


def test_errors_of_opening_can_be_pickled(tmp_path):
    """An error crosses to another process whole."""
    with pytest.raises(NotALedger) as caught:
        Ledger.open(str(tmp_path))
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  (our own bytes)
    assert str(copy) == str(caught.value)
