"""Assembles a brief from rows: which sections, in which order, for which request."""

from __future__ import annotations

from reportedly.briefing import (
    sections_figures,
    sections_positions,
    sections_sources,
    sections_takeaways,
)
from reportedly.briefing.desk import Desk
from reportedly.briefing.records import Brief, BriefRequest, BriefRows
from reportedly.briefing.wording import count, with_article
from reportedly.model.dates import format_edtf

_SECTIONS = (
    sections_takeaways.takeaways,
    sections_takeaways.what_changed,
    sections_positions.side_by_side,
    sections_positions.further,
    sections_figures.disagreements,
    sections_figures.figures,
    sections_sources.who_says_so,
    sections_sources.reports_used,
)


def assemble(rows: BriefRows, request: BriefRequest) -> Brief:
    """Writes the brief that was asked for; every sentence carries the ids of its rows.

    Raises:
        NotVerbatim: a row's words do not stand in its report.
        ValueError: a date of the request is no EDTF date.
    """
    desk = Desk(rows, request)
    sections = tuple(make(desk) for make in _SECTIONS)
    return Brief(
        title=f"Negotiation brief, {format_edtf(request.today)}",
        scope=_scope(desk),
        sections=tuple(s for s in sections if s.groups or s.intro),
        footnotes=tuple(desk.footnotes),
        reports=tuple(r for r in rows.reports if r.id in {n.report for n in desk.footnotes}),
    )


def _scope(desk: Desk) -> str:
    request = desk.request
    undated = sum(report.published is None for report in desk.rows.reports)
    apart = f" ({undated} undated)" if undated else ""
    parts = [
        f"{count(len(desk.rows.reports), 'report')}{apart}",
        count(len(desk.statements), "statement"),
        count(len(desk.asked()), "position"),
        count(len(desk.figures), "figure"),
    ]
    limits = [
        f"since {format_edtf(request.since)}" if request.since else "",
        f"until {format_edtf(request.until)}" if request.until else "",
        f"about {with_article(request.party)}" if request.party else "",
        f"on {desk.label(request.issue).lower()}" if request.issue else "",
        *request.chosen,
    ]
    return ", ".join(parts) + "".join(f" · {limit}" for limit in limits if limit)
