"""`reportedly brief`: what is demanded, offered and refused, with a footnote for every sentence."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.clock import today
from reportedly.cli.derived import brief_rows
from reportedly.cli.session import session_of
from reportedly.cli.showing import say, show
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.briefing import Brief


class Form(StrEnum):
    """The formats of a brief."""

    MD = "md"
    HTML = "html"
    JSON = "json"


def brief(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    *,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="What counts as new begins here.")
    ] = None,
    until: options.Until = None,
    party: options.Party = None,
    issue: options.Issue = None,
    form: Annotated[
        Form,
        typer.Option("--format", metavar="|".join(Form), help="Markdown, one HTML page, or JSON."),
    ] = Form.MD,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not to standard output."),
    ] = None,
) -> None:
    """Write a dated, footnoted brief.

    Every sentence leads to the exact words of a report.
    """
    from reportedly.briefing import BriefRequest, assemble

    request = BriefRequest(
        today().isoformat(),
        since=options.checked_date("--since", since),
        until=options.checked_date("--until", until),
        party=party,
        issue=options.checked_issue(issue),
    )
    session = session_of(context)
    with session.opened_ledger() as ledger:
        rows = brief_rows(session, ledger)
    _write(_rendered(assemble(rows, request), form), output)


def _rendered(made: Brief, form: Form) -> str:
    from reportedly.briefing import render_html, render_json, render_markdown

    render = {Form.MD: render_markdown, Form.HTML: render_html, Form.JSON: render_json}[form]
    return render(made)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        show(text.rstrip("\n"))
        return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        came = error.strerror or type(error).__name__
        raise UsageError(
            "a file that can be written", came, "Check the path.", str(output)
        ) from error
    say(f"wrote {output}")
