"""`reportedly echoes`: reports that share an origin."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from reportedly.cli import options
from reportedly.cli.hints import nothing_found
from reportedly.cli.reports import headline
from reportedly.cli.session import session_of
from reportedly.cli.showing import show_rows

if TYPE_CHECKING:
    from reportedly.model import Echo, Report


def echoes(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    *,
    outlet: options.Outlet = None,
    report: options.ReportId = None,
    since: options.Since = None,
    until: options.Until = None,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """List reports that share an origin.

    Ten outlets that relay one origin are one origin.
    """
    from reportedly.comparing import echoes_of
    from reportedly.ledger import Selection

    with session_of(context).opened_ledger() as ledger:
        named = None if report is None else ledger.find_report(report).id
        selection = Selection(since=since, until=until)
        reports, statements = ledger.reports(selection), ledger.statements(selection)
        wanted = {r.id for r in ledger.iter_reports(Selection(outlet=outlet, report=named))}
        nothing = "no two reports share an origin"
        if not wanted:
            nothing = nothing_found(ledger, "report", Selection(outlet=outlet))
    by_id = {one.id: one for one in reports}
    found = [e for e in echoes_of(reports, statements) if wanted.intersection(e.reports)]
    show_rows(
        found[:limit],
        as_json=as_json,
        block=lambda echo: _block(echo, by_id),
        nothing=nothing,
    )


def _block(echo: Echo, reports: dict[str, Report]) -> list[str]:
    head = f"{echo.origin} ({echo.basis}): {len(echo.reports)} reports"
    if echo.statements:
        head += f", {len(echo.statements)} statements"
    return [head, *(f"{headline(reports[one])} ({one})" for one in echo.reports)]
