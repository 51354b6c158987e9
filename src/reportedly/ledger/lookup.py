"""Finds the one report that a user means by an id, the beginning of one, a title or a file name."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePath

from sqlalchemy import ColumnElement, Connection, func, or_, select

from reportedly.errors import UnknownRow
from reportedly.ledger.rows import record_of
from reportedly.ledger.schema import copies, reports
from reportedly.model import Report

NAMED = 5
"""How many reports a message names at most."""

COMPARED = 2000
"""How many reports, the newest, are compared with a name that is none; each costs about 0.1 ms."""


def find_report(connection: Connection, wanted: str) -> Report:
    """Returns the report meant; an exact id, file or title goes before a part of one.

    Raises:
        UnknownRow: there is none (near matches are named), or several are meant.
    """
    for condition in _ways(wanted.strip()):
        rows = (
            connection.execute(select(reports).where(condition).limit(NAMED + 1)).mappings().all()
        )
        if len(rows) == 1:
            return record_of(Report, dict(rows[0]))
        if rows:
            names = [f"{row['id']} ({row['title'] or row['origin_file']})" for row in rows]
            more = ["more"] if len(rows) > NAMED else []
            raise UnknownRow(
                "one report",
                f"several for {wanted!r}: {', '.join(names[:NAMED] + more)}",
                "Give the id of one of them.",
                "report",
            )
    raise _unknown(connection, wanted)


def _ways(wanted: str) -> list[ColumnElement[bool]]:
    """Returns the ways to mean a report, the surest first."""
    if not wanted:
        return []
    files = select(copies.c.report)
    return [
        reports.c.id == wanted,
        reports.c.id.in_(files.where(copies.c.name == wanted)),
        reports.c.title == wanted,
        reports.c.id.in_(files.where(copies.c.name.endswith(f"/{wanted}", autoescape=True))),
        or_(
            reports.c.id.startswith(wanted, autoescape=True),
            reports.c.title.contains(wanted, autoescape=True),
            func.lower(reports.c.title).contains(wanted.lower(), autoescape=True),
            reports.c.id.in_(files.where(copies.c.name.contains(wanted, autoescape=True))),
        ),
    ]


def _unknown(connection: Connection, wanted: str) -> UnknownRow:
    names: dict[str, str] = {}
    newest = select(reports.c.id, reports.c.title, reports.c.origin_file)
    newest = newest.order_by(reports.c.number.desc()).limit(COMPARED)
    for id_, title, file in connection.execute(newest):
        names |= {PurePath(file).name.lower(): f"{id_} ({file})", id_: f"{id_} ({title or file})"}
        if title:
            names[title.lower()] = f"{id_} ({title})"
    close = get_close_matches(wanted.lower(), names, n=3, cutoff=0.5) if wanted else []
    near = list(dict.fromkeys(names[each] for each in close))
    to_do = f"Did you mean {' or '.join(near)}?" if near else "`reportedly reports` lists them all."
    return UnknownRow("a report of this ledger", repr(wanted), to_do, "report")
