"""Positions side by side: holders by issues, one cell for the latest act.

Here lives the arrangement only; how it is shown is the work of `briefing` and the command line, what stood on a
day that of `positions_held`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from reportedly.comparing.history import Entry, Pair
from reportedly.comparing.positions_held import UNSORTED, is_origin
from reportedly.comparing.voices import Voice
from reportedly.model import Act
from reportedly.model.dates import bounds

Row = TypeVar("Row")

FEW = 90
"""Characters that the words of a cell may have."""

_VOICES = tuple(Voice)
_NO_MOVE = frozenset({None, "repeated"})
_READABLE = range(15, 401)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one holder says on one issue at last."""

    holder: str
    issue: str
    act: Act
    # The words of the latest statement, verbatim.
    words: str
    # When it was said, in EDTF; None if unknown.
    date: str | None
    # What that date is: "said", "first published" or "published" (of the report).
    basis: str | None
    voice: Voice
    # Who says so.
    speaker: str
    # Side of the speaker, None if none or unknown.
    speaker_party: str | None
    # Number of independent origins of this thing said; statements of unknown lineage add none.
    origins: int
    # What it does to what the holder said before.
    change: str | None
    # Number of other things the holder says on the issue.
    others: int
    # Ids of the statement shown and of its report.
    statement: str
    report: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Holders and issues in the order in which to show them, and which of them meet."""

    # Those with positions on most issues first.
    holders: tuple[str, ...]
    # Those on which most holders speak first; "other" last.
    issues: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Holders by issues; a pair without a cell has no position."""

    # Those with positions on most issues first.
    holders: tuple[str, ...]
    # Those on which most holders speak first; "other" last.
    issues: tuple[str, ...]
    cells: tuple[Cell, ...]

    def cell(self, holder: str, issue: str) -> Cell | None:
        """Returns the cell of a holder and an issue, None where the holder says nothing on it."""
        return next((c for c in self.cells if c.holder == holder and c.issue == issue), None)


def matrix_of(histories: Mapping[Pair, Sequence[Entry]]) -> Matrix:
    """Arranges histories by holder and issue; what was as of a day is a matter of the statements behind them."""
    grid = grid_of(pair for pair, group in histories.items() for _ in {e.point for e in group})
    return Matrix(
        holders=grid.holders,
        issues=grid.issues,
        cells=tuple(_cell(group) for _, group in sorted(histories.items())),
    )


def grid_of(pairs: Iterable[Pair]) -> Grid:
    """Arranges pairs of holder and issue; a pair that comes more often counts for more among equals."""
    often = Counter(pairs)
    issues = _most_first(often, 1)
    return Grid(
        holders=tuple(_most_first(often, 0)),
        issues=tuple(sorted(issues, key=lambda issue: issue == UNSORTED)),
        pairs=frozenset(often),
    )


def _most_first(often: Mapping[Pair, int], place: int) -> list[str]:
    """Returns the names at one place of the pairs: those in most pairs first, then those that come most often."""
    distinct = Counter(pair[place] for pair in often)
    total: Counter[str] = Counter()
    for pair, count in often.items():
        total[pair[place]] += count
    return sorted(distinct, key=lambda name: (-distinct[name], -total[name], name))


def _cell(history: Sequence[Entry]) -> Cell:
    shown = latest_first(history)[0]
    return Cell(
        holder=shown.holder,
        issue=shown.issue,
        act=shown.act,
        words=shown.words,
        date=shown.date,
        basis=shown.basis,
        voice=shown.voice,
        speaker=shown.speaker,
        speaker_party=shown.speaker_party,
        origins=len({e.origin for e in history if e.point == shown.point and is_origin(e.origin)}),
        change=shown.change,
        others=len({e.point for e in history} - {shown.point}),
        statement=shown.statement,
        report=shown.report,
    )


def latest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Returns entries from the latest, undated last.

    Of one date the holder's own side goes before others, a move before a repetition, words of a readable length
    before others.
    """
    ordered = sorted(
        entries,
        key=lambda e: (_VOICES.index(e.voice), e.change in _NO_MOVE, _unreadable(e.words)),
    )
    return newest_first(ordered, lambda entry: entry.date)


def _unreadable(words: str) -> bool:
    return len(words) not in _READABLE


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
