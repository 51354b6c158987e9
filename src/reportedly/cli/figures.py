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
    from reportedly.model.dates import format_edtf

    lines = [
        " · ".join(filter(None, [amount(figure), measured(figure)])),
        f"as of: {format_edtf(figure.as_of)} · according to {figure.speaker or 'nobody named'}",
        " ← ".join(link.name for link in figure.chain),
        f"“{figure.evidence.exact}”",
    ]
    if figure.status != "stated":
        lines.append(f"{figure.status}: {figure.note}" if figure.note else figure.status)
    lines += [_check(check) for check in figure.checks]
    return [*filter(None, lines), f"{figure.id} in {figure.report}"]


def measured(figure: Figure) -> str:
    """Returns what a figure measures, and where: "children, deported, Ostrava Bay"."""
    parts = (figure.measured_entity, figure.measured_property, figure.place)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def amount(figure: Figure) -> str:
    """Returns value and unit with the hedge of the text: "at least 19,456 people"."""
    unit = "" if figure.unit == "1" else figure.unit if figure.unit == "%" else f" {figure.unit}"
    hedge = "" if figure.modifier in {"exact", "range"} else f"{figure.modifier} "
    best = figure.value
    if best is None and figure.low is not None and figure.high is not None:
        return f"{hedge}{figure.low:,.15g} to {figure.high:,.15g}{unit}"
    best = next((v for v in (best, figure.low, figure.high) if v is not None), None)
    return "no value" if best is None else f"{hedge}{best:,.15g}{unit}"


def _check(check: Check) -> str:
    return f"check: {check.verdict} ({check.kind}): {check.arithmetic}"
