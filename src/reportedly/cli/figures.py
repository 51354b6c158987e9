"""`reportedly figures`: numbers, what they measure, according to whom, and how they hold up."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from reportedly.cli import options
from reportedly.cli.derived import checked_figures
from reportedly.cli.hints import nothing_found
from reportedly.cli.session import session_of
from reportedly.cli.showing import show_rows

if TYPE_CHECKING:
    from reportedly.model import Figure


def figures(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    *,
    party: options.Party = None,
    issue: options.Issue = None,
    act: options.ActName = None,
    since: options.Since = None,
    until: options.Until = None,
    outlet: options.Outlet = None,
    report: options.ReportId = None,
    own_words: options.OwnWords = False,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """List the figures and how they hold up.

    Oldest first: what is measured, value with unit and hedge, place, date, source, checks. With a
    party, an issue or an act: those inside such a statement.
    """
    from reportedly.ledger import Selection

    session = session_of(context)
    with session.opened_ledger() as ledger:
        named = None if report is None else ledger.find_report(report).id
        selection = Selection(
            party=party,
            issue=options.checked_issue(issue),
            act=options.checked_act(act),
            since=since,
            until=until,
            outlet=outlet,
            report=named,
            own_words=own_words,
            limit=limit,
        )
        checked = {figure.id: figure for figure in checked_figures(session, ledger)}
        outlets = {one.id: one.outlet for one in ledger.iter_reports()}
        show_rows(
            (checked[figure.id] for figure in ledger.iter_figures(selection)),
            as_json=as_json,
            block=lambda figure: block(figure, outlets.get(figure.report)),
            nothing=lambda: nothing_found(ledger, "figure", selection),
        )


def block(figure: Figure, outlet: str | None = None) -> list[str]:
    """Returns the lines that show a figure; the outlet states what nobody else is named for."""
    from reportedly.briefing.wording import date_text
    from reportedly.briefing.wording_figures import calculation_text, matter_text, stated_text

    repaired = "" if figure.status == "stated" else f" [{figure.status}]"
    lines = [
        f"{matter_text(figure)}: {stated_text(figure)}{repaired}",
        f"as of: {date_text(figure.as_of)} · according to {figure.speaker or _outlet(outlet)}",
        " ← ".join(link.name for link in figure.chain),
        f"“{figure.evidence.exact}”",
    ]
    if figure.note:
        lines.append(f"note: {calculation_text(figure.note)}")
    lines += [f"{c.verdict} ({c.kind}): {calculation_text(c.arithmetic)}" for c in figure.checks]
    return [*filter(None, lines), f"{figure.id} in {figure.report}"]


def _outlet(outlet: str | None) -> str:
    return f"the outlet, {outlet}" if outlet else "the outlet, which is not named"
