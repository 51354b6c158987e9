"""The ledger as the rest of the program sees it: open, add, ask, forget."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, Select, func, select

from reportedly.errors import UnknownRow
from reportedly.ledger import judgements, lookup, queries, search, writing
from reportedly.ledger.failures import named_failures
from reportedly.ledger.judgements import Judgement
from reportedly.ledger.opening import PATIENCE, open_engine, path_of
from reportedly.ledger.rows import record_of
from reportedly.ledger.schema import (
    attributions,
    figures,
    originals,
    reports,
    runs,
    sightings,
    statements,
)
from reportedly.ledger.selection import Selection
from reportedly.ledger.sightings import Run, Sighting
from reportedly.model import Attribution, Figure, Report, Statement, Understood

Record = TypeVar("Record")

ALL = Selection()
"""Selects every row."""

_BATCH = 200


class Ledger:
    """Holds reports and the rows read from them, in one file; use it in a `with` statement."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    @classmethod
    def open(cls, location: str, *, create: bool = True, patience: float = PATIENCE) -> Self:
        """Opens a ledger, making or migrating it where needed.

        Args:
            location: a path or a `sqlite:///` address.
            create: whether to make it where there is none.
            patience: seconds to wait for another process that writes.

        Raises:
            NotALedger: there is none and none may be made, or the file is something else.
            NewerLedger: it was written by a newer version.
            LedgerNotWritable: it cannot be made, opened or migrated.
            UsageError: the location names no file.
        """
        path = path_of(location)
        return cls(open_engine(path, create=create, patience=patience), path)

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, understood: Understood, *, collected: str, original: bytes | None = None) -> bool:
        """Stores a report with all its rows in one transaction; says whether it was new.

        Adding a report again replaces its rows and keeps ids, first sightings and judgements.

        Args:
            understood: the report and every row read from it.
            collected: the one clock reading of this run, ISO 8601.
            original: the bytes it was read from, kept once by their digest.

        Raises:
            NotVerbatim: some evidence is not at its place in the report.
            LedgerNotWritable: disk full, read-only or locked; nothing of the report is stored.
            LedgerError: rows refer to rows that are not there.
            ValueError: the original is not the one the report names.
        """
        writing.refuse_unfounded(understood)
        with self._writing() as connection:
            if original is not None:
                writing.store_original(connection, understood.report, original)
            return writing.store(connection, understood, collected)

    def forget(self, report_id: str) -> None:
        """Removes a report, its rows, and its original if no other report needs it.

        Raises:
            UnknownRow: there is no such report.
            LedgerNotWritable: the ledger cannot be written.
        """
        with self._writing() as connection:
            if not writing.remove(connection, report_id):
                raise UnknownRow(
                    "the id of a report", report_id, "`reportedly reports` lists them.", "report"
                )

    def reports(self, selection: Selection = ALL) -> list[Report]:
        """Returns the reports selected, oldest first, unknown dates last."""
        return list(self.iter_reports(selection))

    def attributions(self, selection: Selection = ALL) -> list[Attribution]:
        """Returns the attributions selected, in the order of reports and of their text."""
        return list(self.iter_attributions(selection))

    def statements(self, selection: Selection = ALL) -> list[Statement]:
        """Returns the statements selected, oldest first, unknown dates last."""
        return list(self.iter_statements(selection))

    def figures(self, selection: Selection = ALL) -> list[Figure]:
        """Returns the figures selected, oldest first, unknown dates last."""
        return list(self.iter_figures(selection))

    def iter_reports(self, selection: Selection = ALL) -> Iterator[Report]:
        """Yields what `reports` returns, in constant memory."""
        return self._stream(Report, queries.select_reports(selection))

    def iter_attributions(self, selection: Selection = ALL) -> Iterator[Attribution]:
        """Yields what `attributions` returns, in constant memory."""
        return self._stream(Attribution, queries.select_attributions(selection))

    def iter_statements(self, selection: Selection = ALL) -> Iterator[Statement]:
        """Yields what `statements` returns, in constant memory."""
        return self._stream(Statement, queries.select_statements(selection))

    def iter_figures(self, selection: Selection = ALL) -> Iterator[Figure]:
        """Yields what `figures` returns, in constant memory."""
        return self._stream(Figure, queries.select_figures(selection))

    def find_report(self, wanted: str) -> Report:
        """Returns the report that a user means by an id, a part of one, a title or a file.

        Raises:
            UnknownRow: there is none (near matches are named), or several are meant.
        """
        return self._ask(lambda connection: lookup.find_report(connection, wanted))

    def search(self, query: str, limit: int = 20) -> list[search.Hit]:
        """Returns the rows that hold all words of a query, best first.

        Raises:
            UsageError: there is no word in the query.
        """
        return self._ask(lambda connection: search.find_hits(connection, query, limit))

    def sighting(self, row_id: str) -> Sighting:
        """Returns when the id of a row was first and last collected.

        Raises:
            UnknownRow: no row ever had that id.
        """
        query = select(sightings.c.id, sightings.c.first_seen, sightings.c.last_seen)
        row = self._ask(lambda one: one.execute(query.where(sightings.c.id == row_id)).first())
        if row is None:
            raise UnknownRow("the id of a row", row_id, "`reportedly reports` lists reports.")
        return Sighting(*row)

    def collected(self, report_id: str) -> str:
        """Returns when a report was first collected.

        Raises:
            UnknownRow: there is no such report.
        """
        return self.sighting(report_id).first_seen

    def runs(self) -> list[Run]:
        """Returns when reports were added and how many, oldest first."""
        query = select(runs).order_by(runs.c.collected)
        return self._ask(lambda one: [Run(*row) for row in one.execute(query)])

    def original(self, digest: str) -> bytes:
        """Returns the bytes that reports with this `origin_digest` were read from.

        Raises:
            UnknownRow: they were not kept.
        """
        query = select(originals.c.content).where(originals.c.digest == digest)
        content: bytes | None = self._ask(lambda one: one.execute(query).scalar())
        if content is None:
            raise UnknownRow("the digest of an original", digest, "Add the report again.")
        return zlib.decompress(content)

    def judge(
        self, kind: str, rows: tuple[str, str], *, who: str, made: str, note: str | None = None
    ) -> int:
        """Notes that two statements state one position, or two figures measure one thing, or not; returns its number.

        What was judged of the two before is taken back. Judgements change what is shown, never what is stored.

        Raises:
            UsageError: the two are one or a statement and a figure, the kind is neither "same" nor "different", or
                statements of two holders or acts are to be the same.
            UnknownRow: there is no such statement or figure.
            LedgerNotWritable: the ledger cannot be written.
        """
        with self._writing() as connection:
            return judgements.write(connection, kind, rows, who=who, made=made, note=note)

    def judgements(self, *, all_of_them: bool = False) -> list[Judgement]:
        """Returns the judgements that hold, oldest first; on request those taken back too."""
        return self._ask(lambda one: judgements.holding(one, all_of_them=all_of_them))

    def take_back(self, number: int, *, when: str) -> Judgement:
        """Takes a judgement back; it stays in the ledger, marked, and holds no longer.

        Raises:
            UnknownRow: no judgement of that number holds.
            LedgerNotWritable: the ledger cannot be written.
        """
        with self._writing() as connection:
            return judgements.take_back(connection, number, when)

    def counts(self) -> dict[str, int]:
        """Returns how many rows there are, by table."""
        tables = (originals, reports, attributions, statements, figures)
        return self._ask(
            lambda one: {
                table.name: one.execute(select(func.count()).select_from(table)).scalar_one()
                for table in tables
            }
        )

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            named_failures(str(self.path)),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    def _ask(self, question: Callable[[Connection], Record]) -> Record:
        with named_failures(str(self.path)), self._engine.connect() as connection:
            return question(connection)

    def _stream(self, cls: type[Record], query: Select[Any]) -> Iterator[Record]:
        with named_failures(str(self.path)), self._engine.connect() as connection:
            rows = connection.execution_options(yield_per=_BATCH).execute(query)
            for row in rows.mappings():
                yield record_of(cls, dict(row))
