"""Sentences about rows, by template: what a holder demands, according to whom, in which words.

Here live the sentences about single statements and about several of one mouth; which ones a brief
shows is the business of `sections_*`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.briefing.desk import Desk
from reportedly.briefing.layout import BETWEEN
from reportedly.briefing.quoting import quote_evidence
from reportedly.briefing.records import Part
from reportedly.briefing.wording import (
    capital,
    said_on,
    told_by,
    towards,
    verb,
    with_article,
)
from reportedly.comparing import Point
from reportedly.model import Statement

MARKS = 3
"""Footnotes to others that say the same, beside the one quoted."""


def says(desk: Desk, statement: Statement) -> list[Part]:
    """Returns "Norland demands of Kestria, according to X (2 June 2025): “...”.[1]"."""
    return [*opening(desk, [statement]), desk.quote(statement), ".", desk.cite(statement)]


def opening(desk: Desk, statements: Sequence[Statement]) -> list[Part]:
    """Returns "Norland demands of Kestria, according to X (2 June 2025): " for statements of one mouth and day.

    The one it is asked of is named only where all of them are directed at it.
    """
    first = statements[0]
    holder = first.holder or first.speaker.name
    targets = {s.target for s in statements}
    target = targets.pop() if len(targets) == 1 else None
    act = f"{verb(first.act, holder)}{towards(first.act, target, holder)}"
    who = told_by(first, desk.reports[first.report])
    return [f"{capital(with_article(holder))} {act}", f", {who} {when(desk, first)}: "]


def when(desk: Desk, statement: Statement) -> str:
    """Returns "(2 June 2025)", or "(reported 3 June 2025)" where the report's date stands in."""
    date = desk.dates[statement.id]
    if date is not None and date not in (statement.said, statement.first_published):
        return said_on(date).replace("(", "(reported ")
    return said_on(date)


def quotations(desk: Desk, points: Iterable[Point], limit: int) -> list[Part]:
    """Returns "“...”[1]; “...”[2]": each thing said once, in its words, with its terms.

    A mark stands after the last of those that share it.
    """
    parts: list[Part] = []
    for point in points:
        marks: list[Part] = list(dict.fromkeys(desk.cite(s) for s in point.statements[: 1 + MARKS]))
        if len(marks) == 1 and parts and parts[-1] == marks[0]:
            parts.pop()
        if parts:
            parts.append(BETWEEN)
        parts += [desk.quote(point.best, limit), *terms(desk, point.best, limit), *marks]
    return parts


def terms(desk: Desk, statement: Statement, limit: int) -> list[Part]:
    """Returns " (deadline: “...”)": the conditions and the deadline that the quotation does not show already."""
    report = desk.reports[statement.report]
    shown = desk.quote(statement, limit).shown
    parts: list[Part] = []
    for name, evidence in (
        *(("condition", condition) for condition in statement.conditions),
        *((("deadline", statement.deadline),) if statement.deadline else ()),
    ):
        quote = quote_evidence(report, evidence, limit)
        if quote.shown not in shown:
            parts += [f" ({name}: ", quote, ")"]
    return parts
