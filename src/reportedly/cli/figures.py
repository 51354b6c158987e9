"""`reportedly figures`: numbers, what they measure, according to whom, and how they hold up."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from reportedly.cli import options
from reportedly.cli.derived import checked_figures
from reportedly.cli.session import session_of
from reportedly.cli.showing import show_rows

if TYPE_CHECKING:
    from reportedly.model import Check, Figure


def figures(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    *,
    since: options.Since = None,
    until: options.Until = None,
    outlet: options.Outlet = None,
    report: options.ReportId = None,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """List the figures and how they hold up.

    Oldest first: value with unit and hedge, what it measures, place, date, source, checks.
    """
    from reportedly.ledger import Selection

    session = session_of(context)
    with session.opened_ledger() as ledger:
        named = None if report is None else ledger.find_report(report).id
        selection = Selection(since=since, until=until, outlet=outlet, report=named, limit=limit)
        checked = {figure.id: figure for figure in checked_figures(session, ledger)}
        rows = [checked[figure.id] for figure in ledger.iter_figures(selection)]
    show_rows(rows, as_json=as_json, block=block, nothing="no figure matches")


def block(figure: Figure) -> list[str]:
    """Returns the lines that show a figure."""
    from reportedly.briefing.wording import date_text, figure_text, matter_text

    lines = [
        f"{figure_text(figure)} · {matter_text(figure)}",
        f"as of: {date_text(figure.as_of)} · according to {figure.speaker or 'nobody named'}",
        " ← ".join(link.name for link in figure.chain),
        f"“{figure.evidence.exact}”",
    ]
    if figure.status != "stated":
        lines.append(f"{figure.status}: {figure.note}" if figure.note else figure.status)
    lines += [_check(check) for check in figure.checks]
    return [*filter(None, lines), f"{figure.id} in {figure.report}"]


def _check(check: Check) -> str:
    return f"check: {check.verdict} ({check.kind}): {check.arithmetic}"
