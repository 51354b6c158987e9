"""Positions side by side: holders by issues, one cell for the latest act.

Here lives the arrangement only; how it is shown is the work of `briefing` and the command line.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from reportedly.comparing.positions_held import UNSORTED
from reportedly.model import Act, Position
from reportedly.model.dates import bounds, is_after

Row = TypeVar("Row")

FEW = 90
"""Characters that the words of a cell may have."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one holder says on one issue at last."""

    holder: str
    issue: str
    act: Act
    # First words of the position, verbatim, ending with "…" where they were cut.
    words: str
    # When it was last said, in EDTF; None if unknown.
    date: str | None
    # Number of independent origins; statements of unknown lineage add none.
    origins: int
    change: str | None
    # Ids of the positions of the holder on the issue, the one shown first.
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Holders by issues; a pair without a cell has no position."""

    # Those with most positions first.
    holders: tuple[str, ...]
    # Those on which most holders speak first; "other" last.
    issues: tuple[str, ...]
    cells: tuple[Cell, ...]

    def cell(self, holder: str, issue: str) -> Cell | None:
        """Returns the cell of a holder and an issue, None where the holder says nothing on it."""
        return next((c for c in self.cells if c.holder == holder and c.issue == issue), None)


def matrix_of(positions: Iterable[Position], as_of: date | str | None = None) -> Matrix:
    """Arranges positions by holder and issue.

    Args:
        positions: what to arrange.
        as_of: leaves out what was first said after that day, and what has no date.

    Raises:
        ValueError: `as_of` is no exact day.
    """
    groups: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in positions:
        if as_of is None or is_after(position.first_said, as_of) is False:
            groups[position.holder, position.issue].append(position)
    return Matrix(
        holders=_most_first(holder for holder, _ in groups),
        issues=tuple(sorted(_most_first(i for _, i in groups), key=lambda i: i == UNSORTED)),
        cells=tuple(_cell(key, group, as_of) for key, group in sorted(groups.items())),
    )


def _most_first(names: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(names)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _cell(key: tuple[str, str], group: list[Position], as_of: date | str | None) -> Cell:
    dates = {p.id: _last_said(p, as_of) for p in group}
    ordered = latest_first(group, dates)
    shown = ordered[0]
    return Cell(
        holder=key[0],
        issue=key[1],
        act=shown.act,
        words=few_words(shown.text),
        date=dates[shown.id],
        origins=len(shown.origins),
        change=shown.change,
        positions=tuple(p.id for p in ordered),
    )


def _last_said(position: Position, as_of: date | str | None) -> str | None:
    if as_of is None or is_after(position.last_said, as_of) is False:
        return position.last_said
    return position.first_said


def latest_first(positions: Iterable[Position], dates: Mapping[str, str | None]) -> list[Position]:
    """Returns positions from the latest, undated last; own words first among those of a date."""
    ordered = sorted(positions, key=lambda p: (not p.own_words, -len(p.origins), p.act, p.id))
    return newest_first(ordered, lambda p: dates[p.id])


def newest_first(rows: Iterable[Row], date_of: Callable[[Row], str | None]) -> list[Row]:
    """Returns rows from the latest, undated last; those of one date in the order given."""
    known = [(row, date_of(row)) for row in rows]
    dated = [(row, date) for row, date in known if date is not None]
    dated.sort(key=lambda pair: _last_day(pair[1]), reverse=True)
    return [row for row, _ in dated] + [row for row, date in known if date is None]


def _last_day(edtf: str) -> date:
    """Returns the day by which something was said; what has no end counts as just said."""
    start, end = bounds(edtf)
    return end or (start and date.max) or date.min


def few_words(text: str, limit: int = FEW) -> str:
    """Returns the first words of a text, with "…" where it was cut; white space becomes one space."""
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    whole = re.match(r"(.*?)\W*\s+\S*$", words[: limit + 1])
    return f"{(whole and whole[1]) or words[:limit]}…"
