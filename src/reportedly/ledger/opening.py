"""Opens the file behind a ledger: says what it is, makes or migrates it, sets how it is used.

What is stored in it lives in `writing` and `queries`.
"""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from reportedly.errors import LedgerNotWritable, NewerLedger, NotALedger, UsageError
from reportedly.ledger.failures import named_failures
from reportedly.ledger.schema import APPLICATION_ID, REVISION

PATIENCE = 30.0
"""Seconds to wait for another process that writes."""


def path_of(location: str) -> Path:
    """Returns the file that a location names: a path or a `sqlite:///` address.

    Raises:
        UsageError: it is empty, in memory, or the address of another database.
    """
    scheme, separator, rest = location.partition("://")
    if separator and scheme.startswith("postgres"):
        raise UsageError(
            "a path",
            "the address of a PostgreSQL database",
            "PostgreSQL comes in a later version; name a file.",
            "ledger",
        )
    if separator and scheme != "sqlite":
        raise UsageError("a path or sqlite:///PATH", location, "Name a file.", "ledger")
    name = rest.removeprefix("/") if separator else location
    if not name or name.startswith(":memory:"):
        raise UsageError("the path of a file", repr(location), "Name a file.", "ledger")
    return Path(name).expanduser()


def open_engine(path: Path, *, create: bool, patience: float = PATIENCE) -> Engine:
    """Returns an engine on a ledger of the present schema, made or migrated where needed.

    Raises:
        NotALedger: there is no file and none may be made, or it is something else.
        NewerLedger: its schema is of a version unknown here.
        LedgerNotWritable: it cannot be made or migrated.
    """
    _look_at(path, create=create)
    engine = create_engine(_address(path))
    _use_transactions(engine, patience)
    try:
        with named_failures(str(path)):
            _bring_up_to_date(engine, path, patience)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _address(path: Path) -> URL:
    """Returns the address to open; in a folder that cannot be written SQLite must not keep a log."""
    log = path.with_name(f"{path.name}-wal")
    if not path.exists() or os.access(path.parent, os.W_OK) or log.exists():
        return URL.create("sqlite", database=str(path))
    return URL.create(
        "sqlite", database=path.absolute().as_uri(), query={"immutable": "1", "uri": "true"}
    )


def _look_at(path: Path, *, create: bool) -> None:
    """Refuses what is not a ledger before anything is written to it."""
    where = str(path)
    if path.is_dir():
        raise NotALedger("a file", "a folder", "Name a file in it.", where)
    if not path.exists():
        if not create:
            raise NotALedger("a ledger", "no such file", "Make one with `reportedly add`.", where)
        if not path.parent.is_dir():
            raise LedgerNotWritable(
                "a folder for the ledger", f"no folder {path.parent}", "Make it first.", where
            )
        return
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise LedgerNotWritable(
            "a file that can be opened", error.strerror or "none", "Check its permissions.", where
        ) from error
    if head and head != b"SQLite format 3\x00":
        raise NotALedger(
            "a ledger of Reportedly", "another kind of file", "Name another with --ledger.", where
        )


def _use_transactions(engine: Engine, patience: float) -> None:
    """Lets us begin transactions ourselves; Python's driver would leave DDL outside of them."""

    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, path: Path, patience: float) -> None:
    with engine.connect() as connection:
        revision = _revision(connection, str(path))
    if revision == REVISION:
        return
    from reportedly.ledger.migrations import migrate, revisions  # noqa: PLC0415  (Alembic is slow to import)

    if revision is not None and revision not in revisions():
        raise NewerLedger(
            f"a schema up to {REVISION}", revision, "Update Reportedly to open it.", str(path)
        )
    if revision is None:
        _keep_log_ahead(path, patience)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if _revision(connection, str(path)) != REVISION:
            migrate(connection)


def _revision(connection: Connection, where: str) -> str | None:
    """Returns the schema revision, None for an empty file."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    if not tables and mark == 0:
        return None
    if mark != APPLICATION_ID or "alembic_version" not in tables:
        raise NotALedger(
            "a ledger of Reportedly",
            "the database of another program",
            "Name another file with --ledger.",
            where,
        )
    found: Any = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)


def _keep_log_ahead(path: Path, patience: float) -> None:
    """Sets the write-ahead log, once for the life of the file; SQLite itself does not wait here."""
    give_up = time.monotonic() + patience
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                if time.monotonic() > give_up:
                    raise
                time.sleep(0.02)
            else:
                return
    finally:
        connection.close()
