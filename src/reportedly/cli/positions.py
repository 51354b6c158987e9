"""`reportedly positions`: parties by issues."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.derived import positions_in
from reportedly.cli.session import session_of
from reportedly.cli.showing import say, show, show_block, show_json, visible
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.comparing import Cell, Matrix
    from reportedly.model import Position


class Form(StrEnum):
    """How positions are shown."""

    TABLE = "table"
    MD = "md"
    CSV = "csv"
    JSON = "json"


def positions(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    *,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="As they stood on this day; leaves out undated ones."),
    ] = None,
    party: options.Party = None,
    issue: options.Issue = None,
    act: options.ActName = None,
    own_words: options.OwnWords = False,
    min_confidence: options.MinConfidence = 0.0,
    form: Annotated[
        Form, typer.Option("--format", metavar="|".join(Form), help="How to show them.")
    ] = Form.TABLE,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """Show parties by issues.

    What each party said on each issue at last, with its date and the number of independent origins.
    """
    from reportedly.ledger import Selection

    chosen = Selection(
        act=options.checked_act(act), own_words=own_words, min_confidence=min_confidence
    )
    with session_of(context).opened_ledger() as ledger:
        found = positions_in(ledger, chosen)
    kept = [p for p in found if _is_wanted(p, party, options.checked_issue(issue))]
    _show(kept[:limit], as_of, Form.JSON if as_json else form)


def _is_wanted(position: Position, party: str | None, issue: str | None) -> bool:
    return (party is None or position.holder.casefold() == party.casefold()) and (
        issue is None or position.issue == issue
    )


def _show(positions: list[Position], as_of: str | None, form: Form) -> None:
    from reportedly.comparing import matrix_of

    try:
        matrix = matrix_of(positions, as_of)
    except ValueError as error:
        came = repr(as_of)
        raise UsageError("a day such as 2025-06-02", came, "Write it so.", "--as-of") from error
    if form is Form.JSON:
        shown = {one for cell in matrix.cells for one in cell.positions}
        show_json(position for position in positions if position.id in shown)
    elif not matrix.cells:
        say("no position matches")
    else:
        {Form.TABLE: _show_lists, Form.MD: _show_markdown, Form.CSV: _show_csv}[form](matrix)


def _show_lists(matrix: Matrix) -> None:
    for number, issue in enumerate(matrix.issues):
        if number:
            show()
        show_block([issue, *(_line(cell) for cell in _row(matrix, issue))])


def _row(matrix: Matrix, issue: str) -> Iterable[Cell]:
    return (cell for holder in matrix.holders if (cell := matrix.cell(holder, issue)))


def _line(cell: Cell) -> str:
    return f"{cell.holder} · {_words(cell)}"


def _words(cell: Cell) -> str:
    from reportedly.briefing.wording import date_text

    many = "1 origin" if cell.origins == 1 else f"{cell.origins or 'no known'} origins"
    facts = [cell.act, date_text(cell.date), many, *filter(None, [cell.change])]
    return f"{', '.join(facts)}: “{cell.words}”"


def _show_markdown(matrix: Matrix) -> None:
    show(f"| issue | {' | '.join(map(_escaped, matrix.holders))} |")
    show("|---" * (len(matrix.holders) + 1) + "|")
    for issue in matrix.issues:
        cells = [matrix.cell(holder, issue) for holder in matrix.holders]
        words = ["" if cell is None else _escaped(_words(cell)) for cell in cells]
        show(f"| {_escaped(issue)} | {' | '.join(words)} |")


def _escaped(text: str) -> str:
    return visible(text).replace("\\", "\\\\").replace("|", "\\|")


def _show_csv(matrix: Matrix) -> None:
    from dataclasses import fields

    from reportedly.comparing import Cell
    from reportedly.model.codecs import to_dict

    writer = csv.DictWriter(sys.stdout, [field.name for field in fields(Cell)])
    writer.writeheader()
    for cell in matrix.cells:
        row = to_dict(cell)
        writer.writerow(row | {"positions": " ".join(row["positions"])})
