"""Which statements of a position say the same thing, and which say something of their own.

Here lives the grouping by words only: nothing is dropped, and what is not plainly the same stays
apart, for a reader must find every demand. Which position they belong to is in `positions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.comparing.positions_wording import best_statement, content_words
from reportedly.model import Statement

ALIKE = 0.8
"""Share of the shorter wording's words that two wordings have in common; set by judgement."""
ENOUGH = 3
"""Words in common below which only equal wordings are the same."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a holder demands, offers or refuses, in the words of one statement."""

    # The statement to quote.
    best: Statement
    # The others that say the same, in the order given.
    others: tuple[Statement, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All of them, the one to quote first."""
        return (self.best, *self.others)


def points_of(
    statements: Iterable[Statement], dates: Mapping[str, str | None]
) -> tuple[Point, ...]:
    """Groups the statements of one holder by what they say, in the order in which each is first said.

    Different acts never say the same, nor do a party's own words and what others make of it. Takes
    time quadratic in the distinct wordings.
    """
    groups: list[list[Statement]] = []
    for statement in statements:
        same = next((group for group in groups if _says_same(group[0], statement)), None)
        if same is None:
            groups.append([statement])
        else:
            same.append(statement)
    return tuple(_point(group, dates) for group in groups)


def _point(group: Sequence[Statement], dates: Mapping[str, str | None]) -> Point:
    best = best_statement(group, dates)
    return Point(best, tuple(s for s in group if s is not best))


def _says_same(first: Statement, second: Statement) -> bool:
    if first.act is not second.act or first.voice != second.voice:
        return False
    if first.report == second.report and _one_holds_other(first, second):
        return True
    without = (first.holder, first.target, second.target)
    left, right = content_words(first.text, without), content_words(second.text, without)
    common = len(left & right)
    if left == right:
        return bool(left) or _plain(first) == _plain(second)
    return common >= ENOUGH and common >= ALIKE * min(len(left), len(right))


def _one_holds_other(first: Statement, second: Statement) -> bool:
    a, b = first.evidence.span, second.evidence.span
    return a.holds(b) or b.holds(a)


def _plain(statement: Statement) -> str:
    return " ".join(statement.text.lower().split())
