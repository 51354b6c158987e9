"""Reads JSON lines, one report a line, as other programs write them."""

from __future__ import annotations

import json
from typing import Any

from reportedly.model import PublishedBasis
from reportedly.model.dates import is_edtf
from reportedly.reading.dates import read_date
from reportedly.reading.drafts import Draft
from reportedly.text import storable


def read_rows(text: str) -> list[Draft]:
    """Returns a report for each line that is an object with a "text"; the text is kept as it is."""
    return [_draft(row) for row in map(_row, text.split("\n")) if row is not None]


def bad_lines(text: str) -> list[int]:
    """Returns the numbers of the lines, counted from 1, that hold something but no report."""
    lines = enumerate(text.split("\n"), start=1)
    return [number for number, line in lines if line.strip() and _row(line) is None]


def _row(line: str) -> dict[str, Any] | None:
    """Returns the object of a line if it has a text."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    held = isinstance(row, dict) and isinstance(row.get("text"), str) and row["text"].strip()
    return row if held else None


def _draft(row: dict[str, Any]) -> Draft:
    published = _words(row, "published") or _words(row, "date")
    date = _date(published) if published else None
    return Draft(
        text=storable(row["text"]),
        title=_words(row, "title") or "",
        outlet=_words(row, "outlet"),
        byline=_words(row, "byline") or _words(row, "author"),
        published=date,
        basis=PublishedBasis.METADATA if date else PublishedBasis.NONE,
        url=_words(row, "url"),
    )


def _date(published: str) -> str | None:
    # A time of day is more than a date of publication says elsewhere.
    return published if "T" not in published and is_edtf(published) else read_date(published)


def _words(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return storable(value).strip() or None if isinstance(value, str) else None
