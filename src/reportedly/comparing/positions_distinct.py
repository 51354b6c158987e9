"""Which statements of a position say the same thing, and which say something of their own.

Here lives the grouping by words only: nothing is dropped, and what is not plainly the same stays
apart, for a reader must find every demand. Which position they belong to is in `positions`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
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

    Different acts never say the same, nor do a party's own words and what others make of it.
    """
    groups = _Groups()
    for statement in statements:
        groups.add(statement)
    return tuple(_point(group, dates) for group in groups.found)


def _point(group: Sequence[Statement], dates: Mapping[str, str | None]) -> Point:
    best = best_statement(group, dates)
    return Point(best, tuple(s for s in group if s is not best))


class _Groups:
    """Statements that say the same, found by the words they share, so that few are compared."""

    def __init__(self) -> None:
        self.found: list[list[Statement]] = []
        self._words: list[frozenset[str]] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_report: dict[str, list[int]] = defaultdict(list)
        self._by_plain: dict[str, list[int]] = defaultdict(list)

    def add(self, statement: Statement) -> None:
        """Puts a statement into the first group whose first statement says the same, or into one of its own."""
        words = content_words(statement.text, (statement.holder, statement.target))
        same = next(
            (i for i in sorted(self._near(statement, words)) if self._fits(i, statement)), None
        )
        if same is not None:
            self.found[same].append(statement)
            return
        number = len(self.found)
        self.found.append([statement])
        self._words.append(words)
        self._by_report[statement.report].append(number)
        self._by_plain[_plain(statement)].append(number)
        for word in words:
            self._by_word[word].append(number)

    def _near(self, statement: Statement, words: frozenset[str]) -> set[int]:
        shared = Counter(i for word in words for i in self._by_word.get(word, ()))
        alike = {i for i, common in shared.items() if _alike(words, self._words[i], common)}
        held = {
            i
            for i in self._by_report.get(statement.report, ())
            if _one_holds_other(self.found[i][0], statement)
        }
        return alike | held | set(self._by_plain.get(_plain(statement), ()))

    def _fits(self, number: int, statement: Statement) -> bool:
        first = self.found[number][0]
        return first.act is statement.act and first.voice == statement.voice


def _alike(left: frozenset[str], right: frozenset[str], common: int) -> bool:
    if left == right:
        return bool(left)
    return common >= ENOUGH and common >= ALIKE * min(len(left), len(right))


def _one_holds_other(first: Statement, second: Statement) -> bool:
    a, b = first.evidence.span, second.evidence.span
    return a.holds(b) or b.holds(a)


def _plain(statement: Statement) -> str:
    return " ".join(statement.text.lower().split())
