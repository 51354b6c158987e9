"""`reportedly export`: a whole table for other programs."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from reportedly.cli.derived import checked_figures, positions_in
from reportedly.cli.session import Session, session_of
from reportedly.cli.showing import say
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


class Table(StrEnum):
    """What can be exported."""

    REPORTS = "reports"
    ATTRIBUTIONS = "attributions"
    STATEMENTS = "statements"
    POSITIONS = "positions"
    FIGURES = "figures"


class Form(StrEnum):
    """The formats of an export."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def export(
    context: typer.Context,
    table: Annotated[Table, typer.Argument(metavar="TABLE", help=f"One of {', '.join(Table)}.")],
    *,
    form: Annotated[
        Form, typer.Option("--format", metavar="|".join(Form), help="JSON lines, CSV or Parquet.")
    ] = Form.JSONL,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not to standard output."),
    ] = None,
) -> None:
    """Write a whole table for other programs.

    The reference page "Schema of the ledger" says what is in a row.
    """
    from reportedly.ledger import export_table

    if output is None and form is Form.PARQUET and sys.stdout.isatty():
        raise UsageError("--output FILE for Parquet", "a terminal", "Name a file.", "export")
    session = session_of(context)
    with session.opened_ledger() as ledger:
        records = _records(session, ledger, table)
        with _target(output) as target:
            count = export_table(records, table, form, target)
    if output is not None:
        say(f"wrote {count} rows to {output}")


@contextmanager
def _target(output: Path | None) -> Iterator[Path | IO[bytes]]:
    """Gives where to write; a pipe or a device is written into, for a file in its place would be wrong."""
    if output is None:
        yield sys.stdout.buffer
    elif output.exists() and not (output.is_file() or output.is_dir()):
        with output.open("wb") as stream:
            yield stream
    else:
        yield output


def _records(session: Session, ledger: Ledger, table: Table) -> Iterable[object]:
    from reportedly.ledger import Selection

    if table is Table.POSITIONS:
        return positions_in(ledger, Selection(), session)
    if table is Table.FIGURES:
        return checked_figures(session, ledger)
    return {
        Table.REPORTS: ledger.iter_reports,
        Table.ATTRIBUTIONS: ledger.iter_attributions,
        Table.STATEMENTS: ledger.iter_statements,
    }[table]()
