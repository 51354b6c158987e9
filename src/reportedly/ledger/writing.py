"""Puts one understood report into the tables and takes one out, in the transaction of the caller."""

from __future__ import annotations

import hashlib
import logging
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from reportedly.errors import NotVerbatim
from reportedly.ledger import schema
from reportedly.ledger.rows import Row, attribution_row, figure_row, report_row, statement_row
from reportedly.model import Attribution, Evidence, Figure, Report, Statement, Understood

log = logging.getLogger(__name__)


def refuse_unfounded(understood: Understood) -> None:
    """Makes sure that every row stands in its report, word for word.

    Raises:
        NotVerbatim: some evidence is not at its place, or a row is of another report.
    """
    report = understood.report
    for row in _rows_of(understood):
        if row.report != report.id:
            raise NotVerbatim(
                f"rows of report {report.id}",
                f"row {row.id} of {row.report}",
                "This is a fault of the program; nothing of this report was stored.",
                report.origin_file,
            )
    for evidence in _evidence_of(understood):
        if report.text[evidence.start : evidence.end] != evidence.exact:
            raise NotVerbatim(
                f"{evidence.exact!r} at {evidence.start}",
                repr(report.text[evidence.start : evidence.end]),
                "This is a fault of the program; nothing of this report was stored.",
                report.origin_file,
            )


def store_original(connection: Connection, report: Report, original: bytes) -> None:
    """Keeps the bytes a report was read from, once.

    Raises:
        ValueError: they are not the bytes of the report's digest.
    """
    if hashlib.sha256(original).hexdigest() != report.origin_digest:
        raise ValueError(f"the bytes of {report.origin_file}; found others by their digest")
    row = {
        "digest": report.origin_digest,
        "name": report.origin_file,
        "size": len(original),
        "content": zlib.compress(original),
    }
    connection.execute(insert(schema.originals).values(row).on_conflict_do_nothing())


def store(connection: Connection, understood: Understood, collected: str) -> bool:
    """Stores a report and its rows; says whether it was new.

    A report that is there already is understood anew: its rows are replaced as a whole. A copy from
    another original that is poorer (it lacks the date) is noted and changes nothing else.
    """
    report = understood.report
    known = connection.execute(
        select(schema.reports.c.origin_digest, schema.reports.c.published).where(
            schema.reports.c.id == report.id
        )
    ).one_or_none()
    if known is None:
        connection.execute(insert(schema.reports).values(report_row(report)))
    elif not _is_poorer(report, *known):
        _clear(connection, report.id)
        connection.execute(
            update(schema.reports).where(schema.reports.c.id == report.id), report_row(report)
        )
    else:
        understood = Understood(report, (), (), ())
    _insert_rows(connection, understood)
    _note_sightings(connection, understood, collected)
    _note_copy(connection, report)
    _note_run(connection, collected, new=known is None)
    return known is None


def remove(connection: Connection, report_id: str) -> bool:
    """Removes a report, all its rows and the original if no other report was read from it."""
    digests = set(
        connection.execute(
            select(schema.copies.c.digest).where(schema.copies.c.report == report_id)
        ).scalars()
    )
    _clear(connection, report_id)
    found = connection.execute(delete(schema.reports).where(schema.reports.c.id == report_id))
    kept = select(schema.copies.c.digest)
    connection.execute(
        delete(schema.originals).where(
            schema.originals.c.digest.in_(digests), schema.originals.c.digest.not_in(kept)
        )
    )
    return found.rowcount > 0


def _rows_of(understood: Understood) -> Iterator[Attribution | Statement | Figure]:
    yield from understood.attributions
    yield from understood.statements
    yield from understood.figures


def _evidence_of(understood: Understood) -> Iterator[Evidence]:
    yield from understood.report.caveats
    for statement in understood.statements:
        yield statement.evidence
        yield from statement.conditions
        if statement.deadline:
            yield statement.deadline
    for figure in understood.figures:
        yield figure.evidence


def _is_poorer(report: Report, digest: str, published: str | None) -> bool:
    return report.origin_digest != digest and published is not None and report.published is None


def _clear(connection: Connection, report_id: str) -> None:
    """Deletes what was understood of a report; its sightings stay."""
    for table in (schema.figures, schema.statements, schema.attributions):
        connection.execute(delete(table).where(table.c.report == report_id))


def _insert_rows(connection: Connection, understood: Understood) -> None:
    published = understood.report.published
    said = {each.id: each.said for each in understood.statements}
    _insert_all(connection, schema.attributions, map(attribution_row, understood.attributions))
    _insert_all(
        connection,
        schema.statements,
        (statement_row(each, published) for each in understood.statements),
    )
    _insert_all(
        connection,
        schema.figures,
        (
            figure_row(each, said.get(each.statement or ""), published)
            for each in understood.figures
        ),
    )
    issues = {(each.id, issue) for each in understood.statements for issue in each.issues}
    _execute_all(
        connection,
        insert(schema.statement_issues),
        [{"statement": statement, "issue": issue} for statement, issue in sorted(issues)],
    )


def _insert_all(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Inserts rows; of two with one id the first is kept and the other is named in the log."""
    unique: dict[str, Row] = {}
    for row in rows:
        if unique.setdefault(row["id"], row) is not row:
            log.warning("%s: two rows with the id %s; the first is kept", table.name, row["id"])
    _execute_all(connection, insert(table), list(unique.values()))


def _note_sightings(connection: Connection, understood: Understood, collected: str) -> None:
    ids = dict.fromkeys((understood.report.id, *(row.id for row in _rows_of(understood))))
    statement = insert(schema.sightings).values(
        id=bindparam("id"),
        report=understood.report.id,
        first_seen=collected,
        last_seen=collected,
    )
    _execute_all(
        connection,
        statement.on_conflict_do_update(
            index_elements=["id"], set_={"last_seen": statement.excluded.last_seen}
        ),
        [{"id": each} for each in ids],
    )


def _note_copy(connection: Connection, report: Report) -> None:
    row = {"report": report.id, "digest": report.origin_digest, "name": report.origin_file}
    connection.execute(insert(schema.copies).values(row).on_conflict_do_nothing())


def _note_run(connection: Connection, collected: str, *, new: bool) -> None:
    runs = schema.runs
    statement = insert(runs).values(collected=collected, added=int(new), met_again=int(not new))
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["collected"],
            set_={
                "added": runs.c.added + statement.excluded.added,
                "met_again": runs.c.met_again + statement.excluded.met_again,
            },
        )
    )


def _execute_all(connection: Connection, statement: Any, rows: list[Row]) -> None:  # noqa: ANN401
    if rows:
        connection.execute(statement, rows)
