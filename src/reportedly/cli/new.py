"""`reportedly new`: what one report adds to the ledger."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from reportedly.cli import options
from reportedly.cli.derived import checked_figures, positions_in
from reportedly.cli.reports import headline
from reportedly.cli.session import session_of
from reportedly.cli.showing import show, show_block, show_json

if TYPE_CHECKING:
    from reportedly.comparing import Novelty
    from reportedly.model import Figure, Position, Report

Row = TypeVar("Row")


def new(
    context: typer.Context,
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT", help="Its id, the beginning of one, its title or its file."
        ),
    ],
    *,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """Show what one report adds.

    Positions, figures and origins that no earlier report has.
    """
    from reportedly.comparing import novelty
    from reportedly.ledger import Selection

    session = session_of(context)
    with session.opened_ledger() as ledger:
        subject = ledger.find_report(report)
        positions = {one.id: one for one in positions_in(ledger, Selection())}
        figures = {one.id: one for one in checked_figures(session, ledger)}
        found = novelty(
            subject.id, ledger.reports(), ledger.statements(), figures.values(), positions.values()
        )
    if as_json:
        show_json([found])
        return
    show_block(_head(subject, found))
    _show_part("new positions", (_position(p) for p in _of(positions, found.new_positions)), limit)
    repeated = _of(positions, found.repeated_positions)
    _show_part("positions stated before", (_position(p) for p in repeated), limit)
    _show_part("new figures", (_figure(f) for f in _of(figures, found.new_figures)), limit)
    _show_part(
        "figures given before", (_figure(f) for f in _of(figures, found.known_figures)), limit
    )
    _show_part("new origins", found.new_origins, limit)


def _of(rows: Mapping[str, Row], ids: Iterable[str]) -> list[Row]:
    return [rows[one] for one in ids]


def _head(report: Report, found: Novelty) -> list[str]:
    lines = [headline(report), report.id]
    if not found.dated:
        lines.append("its date is unknown: new to the ledger, but not new since any date")
    if found.relays_only:
        lines.append("it relays only origins that other reports draw on too")
    return lines


def _show_part(name: str, lines: Iterable[str], limit: int | None) -> None:
    shown = list(lines)
    if shown:
        show()
        show_block([f"{name} ({len(shown)})", *shown[:limit]])


def _position(position: Position) -> str:
    return f"{position.holder} · {position.issue} · {position.act}: “{position.text}”"


def _figure(figure: Figure) -> str:
    from reportedly.briefing.wording import figure_text, matter_text

    return f"{figure_text(figure)} · {matter_text(figure)}: “{figure.evidence.exact}”"
