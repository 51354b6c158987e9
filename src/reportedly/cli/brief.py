"""`reportedly brief`: what is demanded, offered and refused, with a footnote for every sentence."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.clock import today
from reportedly.cli.derived import brief_rows
from reportedly.cli.hints import named, nothing_found, parties_of
from reportedly.cli.session import session_of
from reportedly.cli.showing import say, show
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.briefing import Brief, BriefRequest
    from reportedly.model import Position


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
    act: options.ActName = None,
    own_words: options.OwnWords = False,
    min_confidence: options.MinConfidence = 0.0,
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
    from reportedly.ledger import Selection

    Selection(since=since, until=until)  # refuses what is no period
    act = options.checked_act(act)
    selection = Selection(own_words=own_words, min_confidence=min_confidence)
    request = BriefRequest(
        today().isoformat(),
        since=options.checked_date("--since", since),
        until=options.checked_date("--until", until),
        party=party,
        issue=options.checked_issue(issue),
        chosen=_chosen(act, min_confidence, own_words=own_words),
    )
    session = session_of(context)
    with session.opened_ledger() as ledger:
        rows = brief_rows(session, ledger, selection, act)
        request = replace(request, party=named(party, parties_of(rows.statements)))
        asked = Selection(party=request.party, issue=request.issue)
        if not any(_is_about(p, request) for p in rows.positions):
            say(nothing_found(ledger, "position", asked))
    _write(_rendered(assemble(rows, request), form), output)


def _chosen(act: str | None, min_confidence: float, *, own_words: bool) -> tuple[str, ...]:
    """Returns in words which statements the brief is limited to."""
    parts = (
        f"only acts: {act}" if act else "",
        "only own words" if own_words else "",
        f"attributions at least {min_confidence:g} certain" if min_confidence else "",
    )
    return tuple(part for part in parts if part)


def _is_about(position: Position, request: BriefRequest) -> bool:
    return request.party in (None, position.holder, position.target) and request.issue in (
        None,
        position.issue,
    )


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
