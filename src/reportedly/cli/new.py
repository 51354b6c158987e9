"""`reportedly new`: what one report adds to the ledger."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from reportedly.cli import options
from reportedly.cli.derived import checked_figures, issue_names
from reportedly.cli.reports import headline
from reportedly.cli.session import session_of
from reportedly.cli.showing import show, show_block, show_json

if TYPE_CHECKING:
    from reportedly.comparing import Novelty
    from reportedly.model import Figure, Position, Report, Statement

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

    Positions, figures and origins that no earlier report has, and what it repeats or moves, with the earlier words.
    """
    from reportedly.cli.positions_asked import Asked, answer_to, kept_in
    from reportedly.comparing import novelty

    session = session_of(context)
    with session.opened_ledger() as ledger:
        subject = ledger.find_report(report)
        stands = answer_to(Asked(), kept_in(session, ledger))
        positions = {one.id: one for one in stands.positions}
        figures = {one.id: one for one in checked_figures(session, ledger)}
        statements, reports = ledger.statements(), ledger.reports()
        found = novelty(
            subject.id, reports, statements, figures.values(), positions.values(), stands.changes
        )
    if as_json:
        show_json([found])
        return
    show_block(_head(subject, found))
    apart = "that no dated report has"
    own = {one.id: one.text for one in statements if one.report == subject.id}
    moved = _changes(found, {one.id: one for one in statements}, reports)
    parts: tuple[tuple[str, Iterable[str]], ...] = (
        ("changes", moved),
        ("new positions", _positions(positions, found.new_positions, own)),
        (f"positions {apart}", _positions(positions, found.undated_positions, own)),
        ("positions stated before", _positions(positions, found.repeated_positions, own)),
        ("new figures", map(_figure, _of(figures, found.new_figures))),
        (f"figures {apart}", map(_figure, _of(figures, found.undated_figures))),
        ("figures given before", map(_figure, _of(figures, found.known_figures))),
        ("new origins", found.new_origins),
        (f"origins {apart}", found.undated_origins),
    )
    for name, lines in parts:
        _show_part(name if found.dated else name.replace("before", "elsewhere"), lines, limit)


def _positions(
    known: Mapping[str, Position], ids: Iterable[str], own: Mapping[str, str]
) -> list[str]:
    """Returns a line for each position, with what this very report says of it."""
    labels = issue_names()
    lines = []
    for position in _of(known, ids):
        issue = labels.get(position.issue, position.issue)
        words = dict.fromkeys(own[one] for one in position.statements if one in own)
        said = "; ".join(f"“{each}”" for each in words)
        lines.append(f"{position.holder} · {issue} · {position.act}: {said}")
    return lines


def _changes(
    found: Novelty, statements: Mapping[str, Statement], reports: Iterable[Report]
) -> list[str]:
    """Returns a line for each change, with the earlier words and the later ones."""
    from reportedly.briefing.wording import date_text
    from reportedly.comparing.positions_held import dates_of

    dates, labels = dates_of(statements.values(), reports), issue_names()
    lines = []
    for change in found.changes:
        named = filter(None, (change.before, change.after))
        pair = [statements[one] for one in named if one in statements]
        told = (f"{s.act} ({date_text(dates[s.id])}) “{' '.join(s.text.split())}”" for s in pair)
        issue = labels.get(change.issue, change.issue)
        lines.append(f"{change.kind}: {change.holder} · {issue}: {', then '.join(told)}")
    return lines


def _of(rows: Mapping[str, Row], ids: Iterable[str]) -> list[Row]:
    return [rows[one] for one in ids]


def _head(report: Report, found: Novelty) -> list[str]:
    lines = [headline(report), report.id]
    if not found.dated:
        lines.append("its date is unknown, so nothing in it counts as new")
    if found.relays_only:
        lines.append("it relays only origins that other reports draw on too")
    return lines


def _show_part(name: str, lines: Iterable[str], limit: int | None) -> None:
    shown = list(lines)
    if shown:
        show()
        show_block([f"{name} ({len(shown)})", *shown[:limit]])


def _figure(figure: Figure) -> str:
    from reportedly.briefing.wording_figures import is_vague, matter_text, stated_text

    words = "" if is_vague(figure) else f" · “{figure.evidence.exact}”"
    return f"{matter_text(figure)}: {stated_text(figure)}{words}"
