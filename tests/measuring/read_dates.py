"""Reads the dates of a sentence as plain tuples, for tests of their forms."""

from __future__ import annotations

from reportedly.measuring import find_dates


def read_dates(
    text: str, *, anchor: str | None, language: str = "en"
) -> list[tuple[str, str, str, str | None]]:
    """Returns words, type, value and EDTF of what is found."""
    return [
        (found.span.of(text), found.timex_type, found.timex_value, found.edtf)
        for found in find_dates(text, anchor, language)
    ]
