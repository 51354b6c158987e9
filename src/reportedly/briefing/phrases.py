"""Sentences about single rows, by template: what a holder demands, according to whom, in which words.

Here lives the sentence about one statement; which ones a brief shows is the business of
`sections_*`.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.briefing.desk import Desk, sentence
from reportedly.briefing.quoting import quote_evidence
from reportedly.briefing.records import Part, Sentence
from reportedly.briefing.wording import (
    capital,
    count,
    said_on,
    told_by,
    towards,
    verb,
    with_article,
)
from reportedly.model import Position, Statement


def position_sentence(desk: Desk, position: Position, label: str = "") -> Sentence:
    """Returns a position in the words that say it best, with condition, deadline and origins."""
    statements = desk.statements_of(position)
    best = statements[0]
    parts = [*says(desk, best), *terms(desk, best), *support(desk, position, statements)]
    return sentence(parts, [position.id, *(s.id for s in statements)], label)


def says(desk: Desk, statement: Statement) -> list[Part]:
    """Returns "Norland demands of Kestria, according to X (2 June 2025): “...”.[1]"."""
    holder = statement.holder or statement.speaker.name
    report = desk.reports[statement.report]
    act = f"{verb(statement.act, holder)}{towards(statement.act, statement.target, holder)}"
    head = f"{capital(with_article(holder))} {act}, {told_by(statement, report)} {when(desk, statement)}: "
    return [head, desk.quote(statement), ".", desk.cite(statement)]


def when(desk: Desk, statement: Statement) -> str:
    """Returns "(2 June 2025)", or "(reported 3 June 2025)" where the report's date stands in."""
    date = desk.dates[statement.id]
    if date is not None and date not in (statement.said, statement.first_published):
        return said_on(date).replace("(", "(reported ")
    return said_on(date)


def terms(desk: Desk, statement: Statement) -> list[Part]:
    """Returns the conditions and the deadline of a statement that its quotation does not show already."""
    report = desk.reports[statement.report]
    shown = desk.quote(statement).shown
    parts: list[Part] = []
    for name, evidence in (
        *(("Condition", condition) for condition in statement.conditions),
        *((("Deadline", statement.deadline),) if statement.deadline else ()),
    ):
        quote = quote_evidence(report, evidence)
        if quote.shown not in shown:
            parts += [f" {name}: ", quote, "."]
    return parts


def support(desk: Desk, position: Position, statements: Sequence[Statement]) -> list[Part]:
    """Returns in how many reports and from how many origins a position comes, where that is more than one."""
    reports = {s.report for s in statements}
    if len(reports) < 2:
        return []
    origins = len(position.origins)
    known = f"from {count(origins, 'known origin')}" if origins else "of unknown origin"
    marks = list(dict.fromkeys(desk.cite(s) for s in statements[1:6]))
    return [f" In {count(len(reports), 'report')}, {known}.", *marks]
