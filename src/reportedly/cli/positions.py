"""`reportedly positions`: who wants what, as a list, a matrix, a history or side by side."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.positions_asked import (
    Answer,
    Asked,
    answer_to,
    kept_in,
    unknown_names,
    why_none,
)
from reportedly.cli.positions_words import limits_text
from reportedly.cli.session import session_of
from reportedly.cli.showing import say, show, show_json
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.comparing import Entry
    from reportedly.comparing.history import Pair


class View(StrEnum):
    """How positions are arranged."""

    LIST = "list"
    MATRIX = "matrix"
    HISTORY = "history"
    COMPARE = "compare"


class Form(StrEnum):
    """How positions are shown."""

    TABLE = "table"
    MD = "md"
    CSV = "csv"
    JSON = "json"


def positions(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    position: Annotated[
        str | None,
        typer.Argument(
            metavar="[POSITION]", help="Show the history of this one, by the beginning of its id."
        ),
    ] = None,
    *,
    view: Annotated[
        View | None,
        typer.Option(
            metavar="|".join(View),
            help="Every thing said (list, if not given); issues by parties; one party on one issue "
            "through time; parties side by side.",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="As they stood on this day; leaves out what has no date."),
    ] = None,
    known_on: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="As known on this day, from reports collected by then."),
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Only this party, by its usual English name. May be repeated."
        ),
    ] = None,
    issue: options.Issue = None,
    act: options.ActName = None,
    voice: options.Voices = None,
    own_words: options.OwnWords = False,
    min_confidence: options.MinConfidence = 0.0,
    form: Annotated[
        Form, typer.Option("--format", metavar="|".join(Form), help="How to show them.")
    ] = Form.TABLE,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """Show parties by issues.

    What each party demands, offers or refuses on each issue, the latest first, with dates and the
    number of independent origins. A thing said on two issues stands under both.
    """
    asked = Asked(
        as_of=options.checked_day("--as-of", as_of),
        known_on=options.checked_day("--known-on", known_on),
        voices=options.checked_voices(voice, own_words=own_words),
        min_confidence=min_confidence,
        parties=tuple(party or ()),
        issue=options.checked_issue(issue),
        act=options.checked_act(act),
        position=position,
    )
    chosen = view or (View.LIST if position is None else View.HISTORY)
    form = Form.JSON if as_json else form
    session = session_of(context)
    with session.opened_ledger() as ledger:
        kept = kept_in(session, ledger, asked.known_on)
    answer = answer_to(asked, kept)
    _refuse_unclear(asked, answer, chosen)
    hint = unknown_names(asked, answer.standing) if answer.positions else why_none(asked, kept)
    if hint:
        say(hint)
    if answer.positions or form is Form.JSON:
        _head(asked, form)
        _SHOW[chosen](asked, answer, form, limit)


def _refuse_unclear(asked: Asked, answer: Answer, view: View) -> None:
    """Refuses an id that is none or several, and a history of everything at once."""
    if asked.position is not None and len(answer.positions) != 1:
        came = f"{asked.position!r}, which {len(answer.positions)} positions have"
        to_do = "`reportedly positions --json` gives ids."
        raise UsageError("the beginning of the id of one position", came, to_do, "positions")
    if view is View.HISTORY and asked.position is None and not (asked.parties or asked.issue):
        came = "neither"
        raise UsageError("a party or an issue", came, "Add --party or --issue.", "--view history")


def _head(asked: Asked, form: Form) -> None:
    """Writes which statements count, where a person reads."""
    limits = limits_text(asked)
    if limits and form in (Form.TABLE, Form.MD):
        show(f"{limits[0].upper()}{limits[1:]}\n")


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
    sides = side_by_side(answer.histories, holders, _differing(answer))[:limit]
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


_SHOW = {
    View.LIST: _show_list,
    View.MATRIX: _show_matrix,
    View.HISTORY: _show_history,
    View.COMPARE: _show_compare,
}
