"""How rows are shown: tables and blocks that read at 80 columns, and whole when piped; JSON arrays.

Values come in as words; which words stand for a row is each command's matter. Control characters
of a report never reach the terminal.
"""
# ruff: noqa: PLC0415  (rich and the codecs are loaded when there is something to show)

from __future__ import annotations

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

Row = TypeVar("Row")

UNBROKEN = 1_000_000
"""Columns to write into when nobody looks at a screen: nothing is cut or wrapped."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def say(message: str) -> None:
    """Writes a line for the person at the keyboard, on standard error."""
    print(visible(message), file=sys.stderr, flush=True)  # noqa: T201


def show(line: str = "") -> None:
    """Writes a line of the answer, on standard output."""
    print(line)  # noqa: T201


def visible(text: str) -> str:
    """Returns a text on one line, without characters that steer a terminal."""
    return " ".join(_CONTROL.sub(" ", text).split())


def show_rows(
    rows: Iterable[Row],
    *,
    as_json: bool,
    block: Callable[[Row], Sequence[str]],
    nothing: str | Callable[[], str],
) -> None:
    """Shows rows as blocks of lines, or all of them as JSON, as they come.

    Args:
        rows: records.
        as_json: whether one JSON array is written instead.
        block: the lines of a row; the first is its head.
        nothing: what to say when there is no row; found out only then if it is a function.
    """
    if as_json:
        show_json(rows)
        return
    count = 0
    for row in rows:
        if count:
            show()
        show_block(block(row))
        count += 1
    if not count:
        say(nothing if isinstance(nothing, str) else nothing())


def show_json(rows: Iterable[object]) -> None:
    """Writes records or plain values as one JSON array, a row a line, as they come."""
    show("[")
    before: str | None = None
    for row in rows:
        if before is not None:
            show(f"{before},")
        before = json.dumps(_plain(row), ensure_ascii=False)
    if before is not None:
        show(before)
    show("]")


def _plain(row: object) -> Any:  # noqa: ANN401  (JSON is any tree)
    from dataclasses import is_dataclass

    from reportedly.model.codecs import to_dict

    return to_dict(row) if is_dataclass(row) else row


def show_block(lines: Sequence[str], margin: str = "") -> None:
    """Writes a head and the lines below it, wrapped at the width of the screen if there is one."""
    width = screen_width()
    for number, line in enumerate(lines):
        indent = margin + ("  " if number else "")
        for part in _wrapped(visible(line), width - len(indent)):
            show(indent + part)


def screen_width() -> int:
    """Returns the columns of the terminal that standard output goes to, `UNBROKEN` if to none."""
    if not sys.stdout.isatty():
        return UNBROKEN
    return max(40, shutil.get_terminal_size().columns)


def _wrapped(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
