"""`reportedly reports`: what has been read."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import typer

from reportedly.cli import options
from reportedly.cli.hints import nothing_found
from reportedly.cli.session import session_of
from reportedly.cli.showing import show_rows

if TYPE_CHECKING:
    from reportedly.model import Report


def reports(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    *,
    party: options.Party = None,
    issue: options.Issue = None,
    act: options.ActName = None,
    since: options.Since = None,
    until: options.Until = None,
    outlet: options.Outlet = None,
    own_words: options.OwnWords = False,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """List the reports, oldest first.

    Date, outlet, title, byline, whom they credit and where they limit themselves. With a party, an
    issue or an act: those with such a statement.
    """
    from reportedly.ledger import Selection

    selection = Selection(
        party=party,
        issue=options.checked_issue(issue),
        act=options.checked_act(act),
        since=since,
        until=until,
        outlet=outlet,
        own_words=own_words,
        limit=limit,
    )
    with session_of(context).opened_ledger() as ledger:
        show_rows(
            ledger.iter_reports(selection),
            as_json=as_json,
            block=_block,
            nothing=lambda: nothing_found(ledger, "report", selection),
        )


def _block(report: Report) -> list[str]:
    lines = [headline(report)]
    if report.byline:
        lines.append(f"by {report.byline}")
    if report.credits:
        lines.append(f"credits {', '.join(dict.fromkeys(c.name for c in report.credits))}")
    lines += [f"caveat: “{caveat.exact}”" for caveat in report.caveats]
    return [*lines, f"{report.id} · {report.language or 'language unknown'} · {report.origin_file}"]


def headline(report: Report) -> str:
    """Returns date, outlet and title of a report; its file where it has no title."""
    from reportedly.model.dates import format_edtf

    name = report.title or f"no title ({PurePath(report.origin_file).name})"
    return f"{format_edtf(report.published)} · {report.outlet or 'outlet unknown'} · {name}"
