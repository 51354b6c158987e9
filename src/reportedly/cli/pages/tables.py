"""Tables in Markdown, for the generated pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Returns a table; cells may hold Markdown, and bars in them are escaped."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines) + "\n"


def code(words: str) -> str:
    """Returns words as code, nothing for no words."""
    return f"`{words}`" if words else ""


def joined(words: Iterable[str]) -> str:
    """Returns words as one list in a cell."""
    return ", ".join(words)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
