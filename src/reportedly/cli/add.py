"""`reportedly add`: reads files and folders into the ledger."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.clock import now
from reportedly.cli.session import Session, session_of
from reportedly.cli.showing import say, show
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.model import Report, Understood
    from reportedly.pipeline.batch import Outcome, Steps
    from reportedly.pipeline.inputs import Found

STDIN = "-"

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(slots=True)
class Tally:
    """What has been read so far."""

    files: int = 0
    reports: int = 0
    known: int = 0
    statements: int = 0
    figures: int = 0
    failed: int = 0

    def count(self, outcome: Outcome) -> None:
        """Adds one file."""
        self.files += 1
        self.reports += outcome.reports
        self.known += outcome.known
        self.statements += outcome.statements
        self.figures += outcome.figures
        self.failed += outcome.failure is not None

    def __str__(self) -> str:
        done = (
            f"read {_counted(self.files, 'file')}: {_counted(self.reports, 'report')}, "
            f"{self.known} known, {_counted(self.statements, 'statement')}, "
            f"{_counted(self.figures, 'figure')}"
        )
        return f"{done}; {_counted(self.failed, 'file')} could not be read" if self.failed else done


def add(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input."),
    ],
    *,
    again: Annotated[
        bool,
        typer.Option("--again", help="Understand anew reports that the ledger knows already."),
    ] = False,
) -> None:
    """Read reports into the ledger.

    The same report twice is one report.
    A file that cannot be read is named on standard error, the rest is done, and the exit code is 1.
    """
    _refuse_addresses(paths)
    session, tally = session_of(context), Tally()
    try:
        with session.opened_ledger(create=True) as ledger:
            found = [one for one in _found(paths) if not _is_ledger(one, ledger.path)]
            if not found:
                say(f"no file in {', '.join(paths)}")
            _add_all(found, _steps(session, ledger, again=again), tally)
    finally:
        if tally.files:
            show(str(tally))
    if tally.failed:
        raise typer.Exit(1)


def _refuse_addresses(paths: Iterable[str]) -> None:
    for path in paths:
        if _ADDRESS.match(path):
            to_do = "Fetching comes in a later version: save the page and name the file."
            raise UsageError("a file, a folder or -", "an address", to_do, path)


def _add_all(found: list[Found], steps: Steps, tally: Tally) -> None:
    from reportedly.pipeline.batch import run_batch

    with _watched(found) as watched:
        for outcome in run_batch(watched, steps):
            tally.count(outcome)
            if outcome.failure is not None:
                say(str(outcome.failure))


def _found(paths: Iterable[str]) -> list[Found]:
    from reportedly.pipeline.inputs import find_files

    return [
        found
        for path in paths
        for found in ([Path(STDIN)] if path == STDIN else find_files(Path(path)))
    ]


def _is_ledger(found: Found, ledger: Path) -> bool:
    """Says whether a file is the ledger itself or SQLite's log beside it, as in `add .`."""
    names = {ledger.name, f"{ledger.name}-wal", f"{ledger.name}-shm"}
    return (
        isinstance(found, Path)
        and found.name in names
        and found.resolve().parent == ledger.resolve().parent
    )


@contextmanager
def _watched(found: list[Found]) -> Iterator[Iterable[Found]]:
    """Shows a bar on a terminal, for more than one file; nothing elsewhere."""
    if len(found) < 2 or not sys.stderr.isatty():
        yield found
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield progress.track(found, description="reading")


def _steps(session: Session, ledger: Ledger, *, again: bool) -> Steps:
    from reportedly.ledger import Selection
    from reportedly.pipeline.batch import Steps
    from reportedly.reading import read_bytes

    largest, collected = session.settings.largest_file, now()
    outlets = session.dossier_read.outlets if session.dossier_read else ()

    def store(understood: Understood, original: bytes) -> bool:
        return ledger.add(understood, collected=collected, original=original)

    def known(report: str) -> bool:
        return not again and bool(ledger.reports(Selection(report=report, limit=1)))

    return Steps(
        take=lambda path: _take(path, largest),
        read=lambda data, name: read_bytes(data, name, outlets),
        known=known,
        understand=lambda report: _understand(report, session),
        store=store,
    )


def _understand(report: Report, session: Session) -> Understood:
    from reportedly.pipeline.understanding import understand

    return understand(report, session.tools)


def _take(path: Path, largest: int) -> bytes:
    from reportedly.pipeline.inputs import read_path, read_stream

    if str(path) == STDIN:
        return read_stream(sys.stdin.buffer, largest, "standard input")
    return read_path(path, largest)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
