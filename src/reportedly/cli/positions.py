"""`reportedly positions`: parties by issues."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.derived import issue_names, positions_in
from reportedly.cli.hints import nothing_found
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

    What each party demands, offers or refuses on each issue, the latest first, with dates and the
    number of independent origins. A thing said on two issues stands under both.
    """
    from reportedly.ledger import Selection

    code = options.checked_issue(issue)
    chosen = Selection(
        act=options.checked_act(act), own_words=own_words, min_confidence=min_confidence
    )
    with session_of(context).opened_ledger() as ledger:
        found = positions_in(ledger, chosen)
        kept = [p for p in found if _is_wanted(p, party, code)]
        if not kept:
            say(nothing_found(ledger, "position", replace(chosen, party=party, issue=code)))
    if kept or as_json or form is Form.JSON:
        standing = _standing(kept, as_of)
        chosen_few = standing if limit is None else _latest(standing, limit)
        _show(chosen_few, as_of, Form.JSON if as_json else form)


def _is_wanted(position: Position, party: str | None, issue: str | None) -> bool:
    return (party is None or position.holder.casefold() == party.casefold()) and (
        issue is None or position.issue == issue
    )


def _standing(positions: list[Position], as_of: str | None) -> list[Position]:
    """Returns those that stood on a day; all of them if no day is given."""
    from reportedly.comparing import matrix_of

    try:
        matrix = matrix_of(positions, as_of)
    except ValueError as error:
        came = repr(as_of)
        raise UsageError("a day such as 2025-06-02", came, "Write it so.", "--as-of") from error
    standing = {one for cell in matrix.cells for one in cell.positions}
    return [position for position in positions if position.id in standing]


def _latest(positions: list[Position], count: int) -> list[Position]:
    """Returns the last said, undated ones after all others."""
    from reportedly.comparing.matrix import newest_first

    return newest_first(positions, lambda position: position.last_said)[:count]


def _show(positions: list[Position], as_of: str | None, form: Form) -> None:
    from reportedly.comparing import matrix_of

    matrix = matrix_of(positions, as_of)
    if form is Form.JSON:
        show_json(positions)
    elif not matrix.cells:
        say("no position matches")
    elif form is Form.CSV:
        _show_csv(matrix)
    else:
        by_id = {position.id: position for position in positions}
        (_show_lists if form is Form.TABLE else _show_markdown)(matrix, by_id)


def _show_lists(matrix: Matrix, positions: Mapping[str, Position]) -> None:
    """Writes each issue with a block for each holder and act, and a line for each thing said."""
    labels = issue_names()
    for number, issue in enumerate(matrix.issues):
        if number:
            show()
        show(labels.get(issue, issue))
        for cell in filter(None, (matrix.cell(holder, issue) for holder in matrix.holders)):
            for id_ in cell.positions:
                position = positions[id_]
                show_block([_facts(position), *(f"“{words}”" for words in _said(position))], "  ")


def _facts(position: Position) -> str:
    from reportedly.briefing.wording import date_text

    first, last = date_text(position.first_said), date_text(position.last_said)
    origins = len(position.origins)
    many = "1 origin" if origins == 1 else f"{origins or 'no known'} origins"
    said = len(_said(position))
    facts = [
        f"{position.holder} · {position.act}",
        first if first == last else f"{first} to {last}",
        many if said == 1 else f"{said} points from {many}",
        "own words" if position.own_words else "as told by others",
        *filter(None, [position.change]),
    ]
    return " · ".join(facts)


def _said(position: Position) -> tuple[str, ...]:
    return position.propositions or (position.text,)


def _show_markdown(matrix: Matrix, positions: Mapping[str, Position]) -> None:
    labels = issue_names()
    show(f"| Issue | {' | '.join(map(_escaped, matrix.holders))} |")
    show("|---" * (len(matrix.holders) + 1) + "|")
    for issue in matrix.issues:
        cells = [matrix.cell(holder, issue) for holder in matrix.holders]
        words = ["" if cell is None else _cell_words(cell, positions) for cell in cells]
        show(f"| {_escaped(labels.get(issue, issue))} | {' | '.join(words)} |")


def _cell_words(cell: Cell, positions: Mapping[str, Position]) -> str:
    from reportedly.briefing.wording import date_text
    from reportedly.comparing.matrix import few_words

    lines = []
    for position in (positions[id_] for id_ in cell.positions):
        said = "; ".join(f"“{few_words(words)}”" for words in _said(position))
        lines.append(_escaped(f"{position.act} ({date_text(position.last_said)}): {said}"))
    return "<br>".join(lines)


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
