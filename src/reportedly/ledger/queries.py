"""Turns a selection into SQL: which rows, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, exists, func, or_, select

from reportedly.ledger import schema
from reportedly.ledger.selection import Names, Selection
from reportedly.model.dates import bounds

Condition = ColumnElement[bool]


def select_reports(selection: Selection) -> Select[Any]:
    """Returns the query for reports, oldest first; filters on statements ask for one such."""
    reports = schema.reports
    query = _among(selection, reports, reports.c.id).where(*_by_day(selection, reports))
    about = tuple(_by_content(selection))
    if about:
        query = query.where(_has_statement(schema.statements.c.report == reports.c.id, about))
    return query.order_by(reports.c.first_day.is_(None), reports.c.first_day, reports.c.id)


def select_attributions(selection: Selection) -> Select[Any]:
    """Returns the query for attributions in the order of the text; days are the report's."""
    attributions, reports = schema.attributions, schema.reports
    query = _among(selection, attributions, attributions.c.report).where(
        *_by_day(selection, reports)
    )
    if selection.min_confidence is not None:
        query = query.where(attributions.c.confidence >= selection.min_confidence)
    about = tuple(_by_content(selection))
    if about:
        of_it = schema.statements.c.attribution == attributions.c.id
        query = query.where(_has_statement(of_it, about))
    return query.order_by(
        reports.c.first_day.is_(None), reports.c.first_day, reports.c.id, attributions.c.first_char
    )


def select_statements(selection: Selection) -> Select[Any]:
    """Returns the query for statements, oldest first, unknown dates last."""
    statements = schema.statements
    query = _among(selection, statements, statements.c.report).where(
        *_by_day(selection, statements), *_by_content(selection)
    )
    if selection.min_confidence is not None:
        query = query.where(statements.c.confidence >= selection.min_confidence)
    return query.order_by(*_oldest_first(statements))


def select_figures(selection: Selection) -> Select[Any]:
    """Returns the query for figures; filters on statements ask for the one that holds it."""
    figures = schema.figures
    query = _among(selection, figures, figures.c.report).where(*_by_day(selection, figures))
    about = tuple(_by_content(selection))
    if about:
        query = query.where(_has_statement(schema.statements.c.id == figures.c.statement, about))
    return query.order_by(*_oldest_first(figures))


def _among(selection: Selection, table: Table, report: Any) -> Select[Any]:  # noqa: ANN401
    """Starts a query on a table with what every table can be asked: report, outlet, collected."""
    query = select(table)
    reports = schema.reports
    if table is not reports:
        query = query.join_from(table, reports, report == reports.c.id)
    query = query.where(
        *_one_of(report, selection.report), *_one_of(reports.c.outlet, selection.outlet)
    )
    if selection.as_of_collected is not None:
        seen = exists().where(
            schema.sightings.c.id == table.c.id,
            schema.sightings.c.first_seen <= selection.as_of_collected,
        )
        query = query.where(seen)
    return query if selection.limit is None else query.limit(selection.limit)


def _by_day(selection: Selection, table: Table) -> Iterator[Condition]:
    if selection.since is not None:
        yield table.c.last_day >= (bounds(selection.since)[0] or date.min).isoformat()
    if selection.until is not None:
        yield table.c.first_day <= (bounds(selection.until)[1] or date.max).isoformat()


def _by_content(selection: Selection) -> Iterator[Condition]:
    statements, issues = schema.statements, schema.statement_issues
    for holder in _one_of(statements.c.holder, selection.party):
        yield or_(holder, *_one_of(statements.c.speaker_party, selection.party))
    for issue in _one_of(issues.c.issue, selection.issue):
        yield exists().where(issues.c.statement == statements.c.id, issue)
    yield from _one_of(statements.c.act, selection.act)
    yield from _one_of(statements.c.speaker_kind, selection.speaker_kind)
    if selection.own_words:
        yield statements.c.voice == "own words"


def _has_statement(link: Condition, conditions: tuple[Condition, ...]) -> Condition:
    return select(schema.statements.c.id).where(link, *conditions).exists()


def _one_of(column: Any, names: Names) -> Iterator[Condition]:  # noqa: ANN401
    """Yields the condition that a column has one of the names; none if no name is given."""
    if names is None or names == ():
        return
    wanted = (names,) if isinstance(names, str) else tuple(names)
    yield column.in_(wanted)


def _oldest_first(table: Table) -> tuple[ColumnElement[Any], ...]:
    return (
        table.c.first_day.is_(None),
        table.c.first_day,
        table.c.report,
        table.c.first_char,
        func.coalesce(table.c.number, 0),
    )
