"""Tables: for a screen, as Markdown and as CSV. What stands in a cell is each command's matter."""
# ruff: noqa: PLC0415  (rich is loaded when there is a table to show)

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from reportedly.cli.showing import show, visible

if TYPE_CHECKING:
    from rich.text import Text

PAGE = 100
"""Columns of a table in a pipe, unless COLUMNS says otherwise."""
FIRST = 17
"""Columns of the first column, which names the rows."""
NARROWEST = 18
"""Columns that any other column needs in order to be read."""
GAP = 2
"""Columns between two columns."""


class Form(StrEnum):
    """How rows are shown."""

    TABLE = "table"
    MD = "md"
    CSV = "csv"
    JSON = "json"


def table_width() -> int:
    """Returns the columns that a table may take."""
    return max(40, shutil.get_terminal_size((PAGE, 24)).columns)


def columns_abreast() -> int:
    """Returns how many columns fit beside the first."""
    return max(1, (table_width() - FIRST - GAP) // (NARROWEST + GAP))


def show_table(head: Sequence[str], rows: Iterable[Sequence[Sequence[Sequence[str]]]]) -> None:
    """Writes a table with lines between its rows.

    Args:
        head: names of the columns.
        rows: of each row its cells, of each cell its paragraphs, of each paragraph its lines; the first line of a
            paragraph stands out.
    """
    from io import StringIO

    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.HORIZONTALS, show_lines=True, expand=True, padding=(0, GAP, 0, 0))
    table.show_edge = False
    for number, name in enumerate(head):
        width = {"width": FIRST} if number == 0 else {"ratio": 1}
        table.add_column(visible(name), vertical="top", **width)  # type: ignore[arg-type]
    for row in rows:
        table.add_row(*map(_text, row))
    paper = StringIO()
    Console(
        file=paper, width=table_width(), force_terminal=sys.stdout.isatty(), highlight=False
    ).print(table)
    for line in paper.getvalue().splitlines():
        show(line.rstrip())


def _text(paragraphs: Sequence[Sequence[str]]) -> Text:
    from rich.text import Text

    text = Text()
    for number, lines in enumerate(paragraphs):
        for place, line in enumerate(lines):
            text.append("\n" if place or number else "")
            text.append(visible(line), style="" if place else "bold")
    return text


def show_markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Writes a Markdown table; cells are Markdown already."""
    show(f"| {' | '.join(map(escaped, head))} |")
    show("|---" * len(head) + "|")
    for row in rows:
        show(f"| {' | '.join(row)} |")


def escaped(text: str) -> str:
    """Returns a text on one line that Markdown takes for words."""
    clean = visible(text)
    for sign in "\\|*_<[`":
        clean = clean.replace(sign, f"\\{sign}")
    return clean


def show_csv(record: type, rows: Iterable[object]) -> None:
    """Writes records as CSV with a head; lists as JSON, as `export` does."""
    from reportedly.model.codecs import field_types, to_dict

    writer = csv.DictWriter(sys.stdout, list(field_types(record)))
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _plain(value) for name, value in to_dict(row).items()})


def _plain(value: object) -> object:
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value
