"""The views of positions, each in each format: what goes where. How a view looks lives in its own module."""
# ruff: noqa: PLC0415  (heavy packages are loaded when there is something to show)

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reportedly.cli.positions_asked import Answer, Asked
from reportedly.cli.showing import show_json
from reportedly.cli.tables import Form

if TYPE_CHECKING:
    from reportedly.comparing import Entry
    from reportedly.comparing.history import Pair


class View(StrEnum):
    """How positions are arranged."""

    LIST = "list"
    MATRIX = "matrix"
    HISTORY = "history"
    COMPARE = "compare"


def _show_list(_: Asked, answer: Answer, form: Form, limit: int | None) -> None:
    from reportedly.cli import positions_list

    found = list(answer.positions)
    if limit is not None:
        found = positions_list.latest_positions(found, limit)
    {
        Form.TABLE: positions_list.show_list,
        Form.MD: positions_list.show_list_markdown,
        Form.CSV: positions_list.show_list_csv,
        Form.JSON: show_json,
    }[form](found)


def _show_matrix(asked: Asked, answer: Answer, form: Form, limit: int | None) -> None:
    from reportedly.cli.positions_tables import abreast, show_matrix
    from reportedly.cli.tables import show_csv
    from reportedly.comparing import Cell, matrix_of

    matrix = matrix_of(answer.histories)
    issues = set(matrix.issues[:limit])
    cells = [cell for cell in matrix.cells if cell.issue in issues]
    if form is Form.JSON:
        show_json(cells)
    elif form is Form.CSV:
        show_csv(Cell, cells)
    else:
        holders = abreast(matrix.holders, asked.parties)
        show_matrix(matrix, holders, limit, markdown=form is Form.MD)


def _show_history(_: Asked, answer: Answer, form: Form, limit: int | None) -> None:
    from reportedly.cli.positions_history import show_histories
    from reportedly.cli.tables import show_csv
    from reportedly.comparing import Entry

    histories = {pair: _last(entries, limit) for pair, entries in answer.histories.items()}
    entries = [entry for group in histories.values() for entry in group]
    if form is Form.JSON:
        show_json(entries)
    elif form is Form.CSV:
        show_csv(Entry, entries)
    else:
        show_histories(histories, answer.reports, markdown=form is Form.MD)


def _last(entries: tuple[Entry, ...], limit: int | None) -> tuple[Entry, ...]:
    """Returns the latest of a history, oldest first; undated ones give way to dated ones."""
    if limit is None or len(entries) <= limit:
        return entries
    dated = [entry for entry in entries if entry.date is not None]
    kept = dated[-limit:] + [e for e in entries if e.date is None][: max(0, limit - len(dated))]
    return tuple(kept)


def _show_compare(asked: Asked, answer: Answer, form: Form, limit: int | None) -> None:
    from reportedly.cli.positions_tables import abreast, show_sides
    from reportedly.cli.tables import show_csv
    from reportedly.comparing import Entry, matrix_of, side_by_side

    known = matrix_of(answer.histories).holders
    complete = form in (Form.JSON, Form.CSV)
    holders = list(known) if complete else abreast(known, asked.parties)
    names = {position.holder for position in answer.standing}
    sides = side_by_side(answer.histories, holders, _differing(answer), names)[:limit]
    if form is Form.JSON:
        show_json(sides)
    elif form is Form.CSV:
        show_csv(Entry, [entry for side in sides for entry in side.entries])
    else:
        show_sides(sides, known, holders, markdown=form is Form.MD)


def _differing(answer: Answer) -> dict[Pair, list[str]]:
    """Returns where accounts of one party's position differ, in words."""
    from reportedly.comparing import compare_positions

    known = {position.id: position for position in answer.positions}
    found: dict[Pair, list[str]] = {}
    for one in compare_positions(answer.positions, answer.statements):
        position = known[one.rows[0]]
        found.setdefault((position.holder, position.issue), []).append(one.note)
    return found


SHOW = {
    View.LIST: _show_list,
    View.MATRIX: _show_matrix,
    View.HISTORY: _show_history,
    View.COMPARE: _show_compare,
}
"""What shows each view."""
