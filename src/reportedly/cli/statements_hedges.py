"""`reportedly statements --view hedges`: who hedges how, by source, with the words."""
# ruff: noqa: PLC0415  (heavy packages are loaded when there is something to show)

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reportedly.cli.showing import show_json
from reportedly.cli.tables import Form, escaped, show_csv, show_markdown_table, show_table

if TYPE_CHECKING:
    from reportedly.comparing import HedgeUse
    from reportedly.model import Statement

HEAD = ("Source", "How likely, how well founded", "Left open, hearsay, caveats")
VOICES = {
    "speaker": "what it says itself",
    "teller": "telling what others say",
    "outlet": "the outlet’s own words",
}
"""Whose words are counted in a row."""


def show_hedges(statements: Iterable[Statement], form: Form, limit: int | None) -> bool:
    """Shows how often each source uses which estimative words; says whether there are any."""
    from reportedly.comparing import HedgeUse, hedges_by_source

    uses = hedges_by_source(statements)
    groups = [list(group) for _, group in groupby(uses, key=lambda use: (use.source, use.by))]
    groups = groups[:limit]
    rows = [use for group in groups for use in group]
    if form is Form.JSON:
        show_json(rows)
    elif form is Form.CSV:
        show_csv(HedgeUse, rows)
    elif form is Form.MD and groups:
        table = [
            ["<br>".join(_markdown(lines) for lines in cell) for cell in _cells(group)]
            for group in groups
        ]
        show_markdown_table(HEAD, table)
    elif groups:
        show_table(HEAD, [_cells(group) for group in groups])
    return bool(rows)


def _markdown(lines: Sequence[str]) -> str:
    first, *rest = map(escaped, lines)
    return "<br>".join([f"**{first}**", *rest])


def _cells(group: Sequence[HedgeUse]) -> list[list[list[str]]]:
    """Returns the cells of a source: who it is, the words with a range or a level, those without."""
    first = group[0]
    ranged = [use for use in group if use.kind in ("likelihood", "confidence")]
    others = [use for use in group if use not in ranged]
    of_whom = _count(first.statements, "statement")
    source = [first.source, VOICES[first.by], f"of {of_whom}"]
    return [[source], [_lines(use) for use in ranged], [_lines(use) for use in others]]


def _lines(use: HedgeUse) -> list[str]:
    """Returns "likely (55–80 %): 3" and examples."""
    head = f"{_name(use)}: {use.count}"
    return [head, *(f"“{one.around}” {one.statement}" for one in use.examples)]


def _name(use: HedgeUse) -> str:
    if use.kind == "confidence":
        return f"{use.term} confidence"
    if use.kind == "likelihood" and use.low is not None and use.high is not None:
        return f"{use.term} ({100 * use.low:.0f}–{100 * use.high:.0f} %)"
    return use.term


def _count(number: int, noun: str) -> str:
    from reportedly.briefing.wording import count

    return count(number, noun)
