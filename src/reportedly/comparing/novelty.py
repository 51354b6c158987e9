"""What one report adds to a ledger that holds others.

Here lives the comparison of one report's rows with the rows of all others, by when they were
published; how it is shown is the work of the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.comparing.changes import Change
from reportedly.comparing.positions_held import is_origin
from reportedly.model import Figure, Position, Report, Statement
from reportedly.model.dates import bounds


@dataclass(frozen=True, slots=True)
class Novelty:
    """What one report adds; an undated one never makes anything new since a date."""

    # Id of the report.
    report: str
    # Whether the report has a date, so that "new" may be said of it at all.
    dated: bool
    # Ids of positions that no earlier report states.
    new_positions: tuple[str, ...]
    # Ids of positions that an earlier or undated report states as well; of an undated report those
    # that a dated one states.
    repeated_positions: tuple[str, ...]
    # Ids of the report's figures whose measurand and value no earlier report gives.
    new_figures: tuple[str, ...]
    # Ids of the report's figures that another report gives as well.
    known_figures: tuple[str, ...]
    # Names of origins that no earlier report draws on.
    new_origins: tuple[str, ...]
    # Whether each of its statements comes from an origin that another report relays or publishes
    # too.
    relays_only: bool
    # Of an undated report: ids of positions that no dated report states; never "new".
    undated_positions: tuple[str, ...] = ()
    # Of an undated report: ids of its figures that no dated report gives.
    undated_figures: tuple[str, ...] = ()
    # Of an undated report: names of origins that no dated report draws on.
    undated_origins: tuple[str, ...] = ()
    # What its dated statements repeat or move, each with the earlier statement.
    changes: tuple[Change, ...] = ()


def novelty(
    report_id: str,
    reports: Iterable[Report],
    statements: Iterable[Statement],
    figures: Iterable[Figure],
    positions: Iterable[Position],
    changes: Iterable[Change] = (),
) -> Novelty:
    """Compares the rows of one report with those of all that may have come before it.

    Nothing in an undated report is new: it may be older than all others. What it has and no dated
    report has is given apart, in the fields that begin with `undated_`.

    Raises:
        KeyError: there is no report of that id.
    """
    by_id = {report.id: report for report in reports}
    subject = by_id[report_id]
    dated = _first_day(subject) is not None
    others = {
        r.id
        for r in by_id.values()
        if r.id != report_id and (_not_after(r, subject) if dated else _first_day(r) is not None)
    }
    statements, figures = tuple(statements), tuple(figures)
    added, repeated = _positions(report_id, others, statements, positions)
    counted, known = _figures(report_id, others, figures)
    mine, theirs = _origins(statements, {report_id}), _origins(statements, others)
    sources = tuple(name for name in mine if name not in theirs)
    return Novelty(
        report=report_id,
        dated=dated,
        new_positions=added if dated else (),
        repeated_positions=repeated,
        new_figures=counted if dated else (),
        known_figures=known,
        new_origins=sources if dated else (),
        relays_only=_relays_only(report_id, statements, theirs),
        undated_positions=() if dated else added,
        undated_figures=() if dated else counted,
        undated_origins=() if dated else sources,
        changes=_changes(report_id, statements, changes),
    )


def _changes(
    report_id: str, statements: Iterable[Statement], changes: Iterable[Change]
) -> tuple[Change, ...]:
    """Returns the changes that a report's statements make, each pair of statements once; "new" is told apart."""
    own = {s.id for s in statements if s.report == report_id}
    once: dict[tuple[str, str | None, str], Change] = {}
    for change in changes:
        if change.after in own and change.kind != "new":
            once.setdefault((change.kind, change.before, change.after), change)
    return tuple(once.values())


def _first_day(report: Report) -> object:
    return report.published and bounds(report.published)[0]


def _not_after(report: Report, subject: Report) -> bool:
    """Says whether a report may have come before another; unknown dates may."""
    if report.published is None or subject.published is None:
        return True
    start, end = bounds(report.published)[0], bounds(subject.published)[1]
    return start is None or end is None or start <= end


def _positions(
    report_id: str,
    others: set[str],
    statements: Iterable[Statement],
    positions: Iterable[Position],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = {s.id: s for s in statements}
    new: list[str] = []
    repeated: list[str] = []
    for position in positions:
        if report_id not in position.reports:
            continue
        earlier = [i for i in position.statements if i in known and known[i].report in others]
        (repeated if earlier else new).append(position.id)
    return tuple(new), tuple(repeated)


def _figures(
    report_id: str, others: set[str], figures: Iterable[Figure]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    figures = tuple(figures)
    seen = {_measured(f) for f in figures if f.report in others}
    mine = [f for f in figures if f.report == report_id]
    return (
        tuple(f.id for f in mine if _measured(f) not in seen),
        tuple(f.id for f in mine if _measured(f) in seen),
    )


def _measured(figure: Figure) -> tuple[object, ...]:
    what = (figure.measured_entity, figure.measured_property, figure.place)
    return *(part and part.casefold() for part in what), figure.unit, *_values(figure)


def _values(figure: Figure) -> tuple[float | None, ...]:
    return figure.value, figure.low, figure.high


def _origins(statements: Iterable[Statement], reports: set[str]) -> dict[str, None]:
    return {s.origin: None for s in statements if is_origin(s.origin) and s.report in reports}


def _relays_only(
    report_id: str, statements: Iterable[Statement], known: Mapping[str, None]
) -> bool:
    mine = [s for s in statements if s.report == report_id]
    return bool(mine) and all(s.origin in known for s in mine)
