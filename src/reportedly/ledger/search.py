"""Full-text search over reports, statements and figures; whatever a user types is a query."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any

from sqlalchemy import Connection, text

from reportedly.errors import UsageError

MARKS = ("⟦", "⟧")
"""Put around the words that match, in a snippet."""

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w")

_TABLE = {"report": "reports", "statement": "statements", "figure": "figures"}


@dataclass(frozen=True, slots=True)
class Hit:
    """One row that a search found."""

    # "report", "statement" or "figure".
    kind: str
    # Id of the row.
    id: str
    # Id of the report it is in.
    report: str
    # Headline of that report.
    title: str
    # Who published that report, None if unknown.
    outlet: str | None
    # When it was published, in EDTF, None if unknown.
    published: str | None
    # Words around the match, with `MARKS` around the words that match or the number found.
    snippet: str
    # How well it matches (BM25); lower is better, comparable within one kind only.
    rank: float


def full_text_query(query: str) -> str:
    """Returns a query in the language of FTS5: every word and every "phrase" must occur.

    A star at the end of a word stands for any ending; nothing else has a special meaning.

    Raises:
        UsageError: there is no word in it.
    """
    terms = []
    for phrase, word in _TERM.findall(query.replace("\0", " ")):
        quoted = (phrase or word).replace('"', '""')
        if _WORD.search(quoted):
            terms.append(f'"{quoted}"' + ("*" if word.endswith("*") else ""))
    if not terms:
        raise UsageError("words to search for", repr(query), "Give at least one word.", "search")
    return " ".join(terms)


def find_hits(connection: Connection, query: str, limit: int) -> list[Hit]:
    """Returns the best hits of all kinds, at most `limit`, best first.

    Raises:
        UsageError: there is no word in the query.
    """
    wanted = full_text_query(query)
    hits = (hit for kind in _TABLE for hit in _hits_of(connection, kind, wanted, limit))
    return nsmallest(limit, hits, key=lambda hit: (hit.rank, hit.kind, hit.id))


_SNIPPET = {
    "report": "snippet(reports_search, -1, :open, :close, ' … ', 24)",
    "statement": "snippet(statements_search, 0, :open, :close, ' … ', 24)",
    "figure": "json_extract(t.rest, '$.evidence.prefix') || :open || t.words || :close"
    " || json_extract(t.rest, '$.evidence.suffix')",
}
"""What is shown of a hit: words around the match; of a figure, the words around the number."""


def _hits_of(connection: Connection, kind: str, wanted: str, limit: int) -> Iterator[Hit]:
    table = _TABLE[kind]
    owner = "t" if kind == "report" else "r"
    join = "" if kind == "report" else "JOIN reports r ON r.id = t.report"
    statement = text(
        f"SELECT t.id AS id, {owner}.id AS report, {owner}.title AS title, "  # noqa: S608
        f"{owner}.outlet AS outlet, {owner}.published AS published, "
        f"{_SNIPPET[kind]} AS snippet, s.rank AS rank "
        f"FROM {table}_search s JOIN {table} t ON t.number = s.rowid {join} "
        f"WHERE {table}_search MATCH :wanted ORDER BY s.rank LIMIT :limit"
    )
    values: dict[str, Any] = {"wanted": wanted, "limit": limit}
    values |= {"open": MARKS[0], "close": MARKS[1]}
    for row in connection.execute(statement, values).mappings():
        yield Hit(kind=kind, **row)
