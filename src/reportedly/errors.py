"""Every error the program raises on purpose, in one tree.

    ReportedlyError
    ├── InputError            something that was given could not be read
    │   ├── UnreadableInput   no report can be had from these bytes or this path
    │   │   └── PartlyRead    some lines of a file of reports cannot be read; the others can
    │   └── MalformedRow      a line of a JSON-lines file is not what `annotate` takes
    ├── LedgerError           the ledger cannot be used
    │   ├── NotALedger        the file is no SQLite database, or another program's
    │   ├── NewerLedger       the ledger was written by a newer version
    │   └── LedgerNotWritable disk full, read-only, locked for too long
    ├── VocabularyError       a vocabulary or dossier file breaks its rules
    ├── ModelError            a model file is missing or does not fit this version
    ├── NotVerbatim           words about to be printed as a quotation are not in their report
    ├── UnknownRow            an id or name given by the user is not in the ledger
    └── UsageError            a wrong option, date or table name

A message has three parts: what was expected, what came, what to do next. All of them pickle.
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """Is raised for anything a user can mend; `str(error)` is fit to be shown.

    Args:
        expected: what the program could have worked with.
        came: what it was given.
        to_do: the next step for the user.
        where: the file, row or address it is about, "" if none.
    """

    exit_code = 1

    def __init__(self, expected: str, came: str, to_do: str, where: str = "") -> None:
        super().__init__(expected, came, to_do, where)
        self.expected = expected
        self.came = came
        self.to_do = to_do
        self.where = where

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}expected {self.expected}; found {self.came}. {self.to_do}"


class InputError(ReportedlyError):
    """Is the parent of what is wrong with something given; the rest of the batch is done."""


class UnreadableInput(InputError):
    """No report can be had from this file: empty, binary, denied, gone, or of an unknown format."""


class PartlyRead(UnreadableInput):
    """Some lines of a file are no reports; `reports` holds those that could be read, to go on with."""

    def __init__(
        self,
        expected: str,
        came: str,
        to_do: str,
        where: str = "",
        reports: tuple[object, ...] = (),
    ) -> None:
        super().__init__(expected, came, to_do, where)
        self.reports = reports


class MalformedRow(InputError):
    """A line of a JSON-lines file is not an object with the keys `annotate` takes."""


class LedgerError(ReportedlyError):
    """Is the parent of what is wrong with the ledger."""


class NotALedger(LedgerError):
    """The path names something that is not a ledger of this program."""


class NewerLedger(LedgerError):
    """The ledger has a schema that this version does not know yet."""


class LedgerNotWritable(LedgerError):
    """The ledger cannot be written: disk full, read-only, or locked for too long."""


class VocabularyError(ReportedlyError):
    """A vocabulary file or a dossier breaks its rules; names the file, the entry and the rule."""


class ModelError(ReportedlyError):
    """A model file is missing, damaged or of another version."""


class NotVerbatim(ReportedlyError):
    """Words about to be printed as a quotation do not stand in their report at that place."""


class UnknownRow(ReportedlyError):
    """An id or a name given by the user is not in the ledger."""


class UsageError(ReportedlyError):
    """A wrong option, date or table name."""

    exit_code = 2
