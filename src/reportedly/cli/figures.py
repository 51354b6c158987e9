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
    from reportedly.model import Figure


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
    from reportedly.briefing.wording import date_text
    from reportedly.briefing.wording_figures import calculation_text, matter_text, stated_text

    repaired = "" if figure.status == "stated" else f" [{figure.status}]"
    lines = [
        f"{matter_text(figure)}: {stated_text(figure)}{repaired}",
        f"as of: {date_text(figure.as_of)} · according to {figure.speaker or _outlet(figure)}",
        " ← ".join(link.name for link in figure.chain),
        f"“{figure.evidence.exact}”",
    ]
    if figure.note:
        lines.append(f"note: {calculation_text(figure.note)}")
    lines += [f"{c.verdict} ({c.kind}): {calculation_text(c.arithmetic)}" for c in figure.checks]
    return [*filter(None, lines), f"{figure.id} in {figure.report}"]


def _outlet(figure: Figure) -> str:
    """Returns the outlet that states a figure in its own voice."""
    known = next((link.name for link in figure.chain if link.kind == "outlet"), None)
    return f"the outlet, {known}" if known else "the outlet"
