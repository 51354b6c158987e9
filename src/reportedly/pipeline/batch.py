"""Takes many files through reading, understanding and storing; a bad file never stops the others.

The steps are handed in as callables, so this module knows neither the formats nor the ledger.
One process; a pool may stand in its place since every value crossing it pickles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from reportedly.errors import InputError, PartlyRead, ReportedlyError, UnreadableInput
from reportedly.model import Report, Understood
from reportedly.pipeline.inputs import Found

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Steps:
    """What is done to each file; `known` saves understanding a report a second time."""

    # A path to its bytes; raises InputError.
    take: Callable[[Path], bytes]
    # Bytes and the name they came under to reports; raises InputError.
    read: Callable[[bytes, str], tuple[Report, ...]]
    # Says whether the ledger has a report with this id, understood by this version.
    known: Callable[[str], bool]
    # A report to every row read from it.
    understand: Callable[[Report], Understood]
    # Stores a report with its original in one transaction; returns False if it was there already.
    store: Callable[[Understood, bytes], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    # Path as given.
    file: str
    # Numbers of reports stored, reports known before, and rows stored.
    reports: int = 0
    known: int = 0
    statements: int = 0
    figures: int = 0
    # Why the file, or one of its reports, could not be read; None if all went well.
    failure: InputError | None = None


def run_batch(found: Iterable[Found], steps: Steps) -> Iterator[Outcome]:
    """Yields one outcome a file as soon as it is stored.

    Stopping in the middle leaves a good ledger: a report is stored whole or not at all.

    Raises:
        ReportedlyError: of a kind that every further file would meet too (ledger, model, dossier).
    """
    for one in found:
        if isinstance(one, UnreadableInput):
            yield Outcome(one.where, failure=one)
        else:
            yield _run_file(one, steps)


def attempt(work: Callable[[], Result], where: str) -> Result | InputError:
    """Returns what the work gives, or why this one input could not be read: the runner's boundary.

    A fault of the program is recorded with a request to report it, so that the rest is done.

    Args:
        work: what is done to one input.
        where: file or row, for the message.

    Raises:
        ReportedlyError: of a kind that every further input would meet too.
    """
    try:
        return work()
    except InputError as error:
        return error
    except ReportedlyError:
        raise
    except Exception as error:  # noqa: BLE001  (recorded; see above)
        came = f"a fault of the program, {type(error).__name__}: {error}"
        to_do = "Please report it, with the file if you may share it."
        return UnreadableInput("a report this program can read", came, to_do, where)


def _run_file(path: Path, steps: Steps) -> Outcome:
    name = str(path)
    taken = attempt(lambda: _take(path, steps), name)
    if isinstance(taken, InputError):
        return Outcome(name, failure=taken)
    data, reports, failure = taken
    outcome = Outcome(name, failure=failure)
    for report in reports:
        one = attempt(partial(_run_report, name, report, data, steps), name)
        one = Outcome(name, failure=one) if isinstance(one, InputError) else one
        outcome = _sum(outcome, one)
    return outcome


def _take(path: Path, steps: Steps) -> tuple[bytes, tuple[Report, ...], PartlyRead | None]:
    """Returns a file's bytes, the reports that could be read, and what could not."""
    data = steps.take(path)
    try:
        return data, steps.read(data, str(path)), None
    except PartlyRead as error:
        return data, tuple(r for r in error.reports if isinstance(r, Report)), error


def _run_report(name: str, report: Report, data: bytes, steps: Steps) -> Outcome:
    if steps.known(report.id):
        return Outcome(name, known=1)
    understood = steps.understand(report)
    new = steps.store(understood, data)
    counts = len(understood.statements), len(understood.figures)
    return Outcome(name, int(new), int(not new), *counts)


def _sum(one: Outcome, other: Outcome) -> Outcome:
    return Outcome(
        one.file,
        one.reports + other.reports,
        one.known + other.known,
        one.statements + other.statements,
        one.figures + other.figures,
        one.failure or other.failure,
    )
