"""`reportedly figures`: numbers, what they measure, according to whom, and how they hold up."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.derived import checked_figures
from reportedly.cli.hints import nothing_found
from reportedly.cli.session import Session, session_of
from reportedly.cli.showing import say, show_rows
from reportedly.cli.tables import Form, escaped, show_csv, show_markdown_table
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.model import Figure, Report

Of = Annotated[
    str | None,
    typer.Option(
        metavar="WORDS",
        help="As time series: every measurand with these words in its name, such as “area held by Norland”.",
    ),
]
Plot = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Draw the first series: FILE.svg or FILE.png. Needs --of."),
]
AnyForm = Annotated[
    Form, typer.Option("--format", metavar="|".join(Form), help="How to show them.")
]


def figures(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    *,
    of: Of = None,
    plot: Plot = None,
    party: options.Party = None,
    issue: options.Issue = None,
    act: options.ActName = None,
    since: options.Since = None,
    until: options.Until = None,
    outlet: options.Outlet = None,
    report: options.ReportId = None,
    own_words: options.OwnWords = False,
    form: AnyForm = Form.TABLE,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """List the figures and how they hold up.

    Oldest first: what is measured, value with unit and hedge, place, date, source, checks. With a
    party, an issue or an act: those inside such a statement. With --of: time series, what agrees,
    differs, changes or only repeats.
    """
    from reportedly.ledger import Selection

    if plot is not None and of is None:
        raise UsageError("--of WORDS with --plot", "none", "Say what to draw.", "--plot")
    form = Form.JSON if as_json else form
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
            limit=None if of is not None else limit,
        )
        chosen = [figure.id for figure in ledger.iter_figures(selection)]
        if of is not None:
            _show_series(session, ledger, of, chosen, (form, limit, plot))
            return
        checked = {figure.id: figure for figure in checked_figures(session, ledger)}
        rows = [checked[each] for each in chosen]
        _show_rows(rows, ledger.reports(), form)
        if not rows and form in (Form.TABLE, Form.MD):
            say(nothing_found(ledger, "figure", selection))


def _show_rows(rows: Sequence[Figure], reports: Sequence[Report], form: Form) -> None:
    """Shows figures one by one."""
    from reportedly.model import Figure

    outlets = {one.id: one.outlet for one in reports}
    if form is Form.CSV:
        show_csv(Figure, rows)
    elif form is Form.MD:
        lines = [block(figure, outlets.get(figure.report)) for figure in rows]
        table = [[f"**{escaped(head)}**", "<br>".join(map(escaped, rest))] for head, *rest in lines]
        if table:
            show_markdown_table(("Figure", "According to whom, and how it holds up"), table)
    elif rows or form is Form.JSON:
        show_rows(
            rows,
            as_json=form is Form.JSON,
            block=lambda figure: block(figure, outlets.get(figure.report)),
            nothing="",
        )


def _show_series(
    session: Session,
    ledger: Ledger,
    words: str,
    chosen: Collection[str],
    how: tuple[Form, int | None, Path | None],
) -> None:
    """Shows the series that some words name, and draws the first."""
    from reportedly.cli.figures_asked import found_in, why_none
    from reportedly.cli.figures_series import show_found

    form, limit, plot = how
    found = found_in(session, ledger, words, frozenset(chosen))
    if not (found.series or found.loose):
        say(why_none(found.figures, found.names, words))
    if plot is not None:
        from reportedly.cli.figures_plot import draw_first

        draw_first(found, plot, ledger.reports())
    show_found(found, form, limit)


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
