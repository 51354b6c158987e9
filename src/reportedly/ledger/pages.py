"""Renders the documentation of the schema from the tables and the lines above the records' fields."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from textwrap import dedent

from sqlalchemy import Column, Table

from reportedly.ledger.rows import TABLES
from reportedly.ledger.schema import REVISION, metadata
from reportedly.model.codecs import field_types

_INTRO = """\
# Schema of the ledger

A ledger is one SQLite file. It can be read with any SQLite program while
Reportedly runs. Fields of a record that have no column of their own are in `rest`, as JSON:
`SELECT json_extract(rest, '$.target') FROM statements`. The tables `reports_search`, `statements_search` and
`figures_search` are full-text indexes (FTS5) that triggers keep in step.
"""


def schema_page() -> str:
    """Returns the page of the schema in Markdown: each table with its columns and their meaning."""
    parts = [
        _INTRO,
        f"This is schema {REVISION}.\n",
        *(_table_part(table) for table in metadata.sorted_tables),
    ]
    return "\n".join(parts)


@cache
def field_notes(cls: type) -> dict[str, str]:
    """Returns the line above each field of a record, "" for a field without one."""
    source = dedent(inspect.getsource(cls))
    lines = source.splitlines()
    body = next(node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)).body
    notes = dict.fromkeys(field_types(cls), "")
    for node in body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            above = lines[node.lineno - 2].strip()
            notes[node.target.id] = above.lstrip("# ") if above.startswith("#") else ""
    return notes


def _table_part(table: Table) -> str:
    record = next((cls for cls, its in TABLES.items() if its is table), None)
    notes = field_notes(record) if record else {}
    lines = [f"## {table.name}", "", table.comment or "", ""]
    lines += ["| column | type | meaning |", "|---|---|---|"]
    lines += [_column_line(column, notes.get(column.name, "")) for column in table.columns]
    rest = [name for name in notes if name not in table.columns]
    if rest:
        lines += ["", "In `rest`:", ""]
        lines += [f"- `{name}`" + (f": {notes[name]}" if notes[name] else "") for name in rest]
    return "\n".join([*lines, ""])


def _column_line(column: Column[object], note: str) -> str:
    kind = type(column.type).__name__.lower().replace("largebinary", "blob")
    meaning = column.comment or note
    referred = ", ".join(f"`{key.target_fullname}`" for key in column.foreign_keys)
    if referred:
        meaning = f"{meaning} Refers to {referred}.".strip()
    null = "" if column.nullable else ", not null"
    return f"| `{column.name}` | {kind}{null} | {meaning.replace('|', '/')} |"
