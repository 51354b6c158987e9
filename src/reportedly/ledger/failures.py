"""Turns what the database says went wrong into an error that names the next step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from reportedly.errors import LedgerError, LedgerNotWritable, NotALedger

_NOT_WRITABLE = {
    sqlite3.SQLITE_FULL: ("room on the disk", "none left", "Free some space and add again."),
    sqlite3.SQLITE_READONLY: (
        "a file that may be written",
        "one that may only be read",
        "Change its permissions or name another ledger with --ledger.",
    ),
    sqlite3.SQLITE_BUSY: (
        "a ledger that is free for a moment",
        "one that another process has locked for long",
        "Wait until that process is done and try again.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "a file that can be opened and a folder that can be written",
        "neither",
        "Check the folder and its permissions, or name another ledger with --ledger.",
    ),
    sqlite3.SQLITE_IOERR: (
        "a disk that can be read and written",
        "an input or output error",
        "Check the disk and its free space.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "a ledger that is free for a moment",
        "a locked table",
        "Wait until the other process is done and try again.",
    ),
}
_NOT_A_LEDGER = {
    sqlite3.SQLITE_NOTADB: "another kind of file",
    sqlite3.SQLITE_CORRUPT: "a damaged database",
}


@contextmanager
def named_failures(where: str) -> Iterator[None]:
    """Raises the error of our tree for what the database reports inside the block.

    Raises:
        LedgerNotWritable: disk full, read-only, locked for too long, not openable.
        NotALedger: the file is no database, or a damaged one.
        LedgerError: rows that do not hold together, or anything else the database refuses.
    """
    try:
        yield
    except DBAPIError as error:
        raise failure_of(error.orig, where) from error
    except sqlite3.Error as error:
        raise failure_of(error, where) from error


def failure_of(error: BaseException | None, where: str) -> LedgerError:
    """Returns the error of our tree for an error of the database."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _NOT_WRITABLE:
        return LedgerNotWritable(*_NOT_WRITABLE[code], where)
    if code in _NOT_A_LEDGER:
        return NotALedger(
            "a ledger of Reportedly", _NOT_A_LEDGER[code], "Name another with --ledger.", where
        )
    if code == sqlite3.SQLITE_CONSTRAINT:
        return LedgerError(
            "rows that refer to rows of the same report",
            f"rows that do not ({error})",
            "Nothing of this report was stored; please report it as a fault.",
            where,
        )
    return LedgerError("an answer of the database", str(error), "Check the ledger file.", where)
