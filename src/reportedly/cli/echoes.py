"""`reportedly echoes`: reports that share an origin, the passages they share, and reports of one story."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options
from reportedly.cli.hints import nothing_found
from reportedly.cli.reports import headline
from reportedly.cli.session import session_of
from reportedly.cli.showing import show_rows, visible

if TYPE_CHECKING:
    from reportedly.model import Echo, Report, SharedPassage, Story

PASSAGES_SHOWN = 3
"""Passages of a group that are shown; --json gives all."""
WORDS_SHOWN = 240
"""Characters of a passage that are shown; --json gives all."""

OPENING_SHOWN = 70
"""Characters of the opening words that stand for a headline where there is none."""


def echoes(  # noqa: PLR0913  (one parameter an option)
    context: typer.Context,
    *,
    outlet: options.Outlet = None,
    report: options.ReportId = None,
    since: options.Since = None,
    until: options.Until = None,
    stories: Annotated[
        bool,
        typer.Option("--stories", help="Reports that tell one story, and on how many origins."),
    ] = False,
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """List reports that share an origin.

    Ten outlets that relay one origin are one origin. Where reports have words in common, the
    passages are shown, and which report had them first, if dates tell.
    """
    from reportedly.comparing import echoes_of, stories_of
    from reportedly.ledger import Selection

    with session_of(context).opened_ledger() as ledger:
        named = None if report is None else ledger.find_report(report).id
        selection = Selection(since=since, until=until)
        reports, statements = ledger.reports(selection), ledger.statements(selection)
        wanted = {r.id for r in ledger.iter_reports(Selection(outlet=outlet, report=named))}
        nothing = f"no two reports {'tell one story' if stories else 'share an origin'}"
        if not wanted:
            nothing = nothing_found(ledger, "report", Selection(outlet=outlet))
    by_id = {one.id: one for one in reports}
    groups = echoes_of(reports, statements)
    rows = stories_of(reports, groups) if stories else groups
    found = [row for row in rows if wanted.intersection(row.reports)]
    show_rows(
        found[:limit],
        as_json=as_json,
        block=lambda row: _block(row, by_id),
        nothing=nothing,
    )


def _block(row: Echo | Story, reports: Mapping[str, Report]) -> list[str]:
    from reportedly.model import Story

    return _story(row, reports) if isinstance(row, Story) else _echo(row, reports)


def _echo(echo: Echo, reports: Mapping[str, Report]) -> list[str]:
    head = f"{echo.origin} ({echo.basis}): {len(echo.reports)} reports"
    if echo.statements:
        head += f", {len(echo.statements)} statements"
    lines = [head, *(_named(reports[one]) for one in echo.reports)]
    for passage in echo.passages[:PASSAGES_SHOWN]:
        lines += _passage(passage, reports)
    if (more := len(echo.passages) - PASSAGES_SHOWN) > 0:
        lines.append(f"and {more} more shared passages")
    return lines


def _passage(passage: SharedPassage, reports: Mapping[str, Report]) -> list[str]:
    places = zip(passage.reports, passage.evidence, strict=True)
    where = ", ".join(f"{one} at {words.start}" for one, words in places)
    first = "the dates do not tell who had it first"
    if passage.first is not None:
        first = f"first in {headline(reports[passage.first])}"
    return [f"shared ({where}): “{_shortened(passage.evidence[0].exact)}", first]


def _shortened(exact: str) -> str:
    """Returns words with the mark that closes them, and how many characters they are if they are cut."""
    words = visible(exact)
    if len(words) <= WORDS_SHOWN:
        return f"{words}”"
    return f"{words[:WORDS_SHOWN].rsplit(' ', 1)[0]}…” ({len(words):,} characters)"


def _story(story: Story, reports: Mapping[str, Report]) -> list[str]:
    from reportedly.briefing.wording import count

    origins = count(len(story.origins), "independent origin")
    if story.origins:
        origins += f" ({', '.join(story.origins)})"
    if story.unknown:
        origins += f", {len(story.unknown)} of unknown lineage"
    head = f"{len(story.reports)} reports of one story: {origins}"
    return [head, *(_named(reports[one]) for one in story.reports)]


def _named(report: Report) -> str:
    line = f"{headline(report)} ({report.id})"
    if report.title:
        return line
    begins = visible(report.text[:OPENING_SHOWN]).rsplit(" ", 1)[0]
    return f"{line}: “{begins}…”"
