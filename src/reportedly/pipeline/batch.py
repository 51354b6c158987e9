"""Takes many files through reading, understanding and storing; a bad file never stops the others.

The steps are handed in as callables, so this module knows neither the formats nor the ledger.
One process; a pool may stand in its place since every value crossing it pickles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import InputError, ReportedlyError, UnreadableInput
from reportedly.model import Report, Understood
from reportedly.pipeline.inputs import Found


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
    failure: ReportedlyError | None = None


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


def _run_file(path: Path, steps: Steps) -> Outcome:
    try:
        data = steps.take(path)
        reports = steps.read(data, str(path))
    except InputError as error:
        return Outcome(str(path), failure=error)
    except ReportedlyError:
        raise
    except Exception as error:  # noqa: BLE001  (the runner's boundary: recorded, the rest goes on)
        return Outcome(str(path), failure=_fault(path, error))
    outcome = Outcome(str(path))
    for report in reports:
        outcome = _sum(outcome, _run_report(path, report, data, steps))
    return outcome


def _run_report(path: Path, report: Report, data: bytes, steps: Steps) -> Outcome:
    try:
        if steps.known(report.id):
            return Outcome(str(path), known=1)
        understood = steps.understand(report)
        if not steps.store(understood, data):
            return Outcome(str(path), known=1)
    except InputError as error:
        return Outcome(str(path), failure=error)
    except ReportedlyError:
        raise
    except Exception as error:  # noqa: BLE001  (the runner's boundary: recorded, the rest goes on)
        return Outcome(str(path), failure=_fault(path, error))
    counts = len(understood.statements), len(understood.figures)
    return Outcome(str(path), 1, 0, *counts)


def _sum(one: Outcome, other: Outcome) -> Outcome:
    return Outcome(
        one.file,
        one.reports + other.reports,
        one.known + other.known,
        one.statements + other.statements,
        one.figures + other.figures,
        one.failure or other.failure,
    )


def _fault(path: Path, error: Exception) -> UnreadableInput:
    came = f"a fault of the program, {type(error).__name__}: {error}"
    to_do = "Please report it, with the file if you may share it."
    return UnreadableInput("a report this program can read", came, to_do, str(path))
