"""Turns records into the rows of their tables and back.

Fields that have a column of the same name go there, all others into `rest`. Columns that no field
has (days, speaker, first character) are worked out here, from the record alone.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Table

from reportedly.ledger import schema
from reportedly.model import Attribution, Figure, Report, Statement
from reportedly.model.codecs import from_dict, to_dict
from reportedly.model.dates import bounds

log = logging.getLogger(__name__)

Row = dict[str, Any]
Record = TypeVar("Record")

TABLES: dict[type, Table] = {
    Report: schema.reports,
    Attribution: schema.attributions,
    Statement: schema.statements,
    Figure: schema.figures,
}
"""The table of each record."""


def report_row(report: Report) -> Row:
    """Returns the row of a report."""
    return _stored(report) | _days(report.published)


def attribution_row(attribution: Attribution) -> Row:
    """Returns the row of an attribution."""
    return _stored(attribution) | {"first_char": attribution.extent.start}


def statement_row(statement: Statement, published: str | None) -> Row:
    """Returns the row of a statement; its days are those it was said, else those of its report."""
    return (
        _stored(statement)
        | _days(statement.said, published)
        | {
            "speaker_name": statement.speaker.name,
            "speaker_kind": statement.speaker.kind.value,
            "speaker_party": statement.speaker.party,
            "first_char": statement.evidence.start,
        }
    )


def figure_row(figure: Figure, said: str | None, published: str | None) -> Row:
    """Returns the row of a figure; its days are those of its statement, else of its report."""
    return (
        _stored(figure)
        | _days(said, published)
        | {"words": figure.evidence.exact, "first_char": figure.evidence.start}
    )


def record_of(cls: type[Record], row: Mapping[str, Any]) -> Record:
    """Returns the record that a row of its table was made of."""
    return from_dict(cls, row["rest"] | {name: row[name] for name in _shared(TABLES[cls])})


def _stored(record: object) -> Row:
    columns = _shared(TABLES[type(record)])
    row: Row = {}
    rest: Row = {}
    for name, value in to_dict(record).items():
        (row if name in columns else rest)[name] = value
    return row | {"rest": rest}


@cache
def _shared(table: Table) -> frozenset[str]:
    """Returns the columns that hold fields of the record; the others say what they are."""
    return frozenset(column.name for column in table.columns if column.comment is None)


def _days(*dates: str | None) -> Row:
    """Returns first and last day of the first date that is known, as ISO text."""
    for edtf in dates:
        if edtf is None:
            continue
        try:
            first, last = bounds(edtf)
        except ValueError:
            log.warning("a date that is no EDTF is taken as unknown: %r", edtf)
            continue
        if first or last:
            return {
                "first_day": (first or date.min).isoformat(),
                "last_day": (last or date.max).isoformat(),
            }
    return {"first_day": None, "last_day": None}
