"""Which statements of a position say the same thing, and which say something of their own.

Here lives the grouping only: nothing is dropped, and what is not plainly the same stays apart, for a reader must find
every demand. A person's judgements come first, however unlike the words are. How alike two statements are is in
`positions_same`, which position they belong to in `positions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from reportedly.comparing.positions_judged import judged_of
from reportedly.comparing.positions_matter import weight_of
from reportedly.comparing.positions_same import SAME, Sameness
from reportedly.comparing.positions_wording import best_statement
from reportedly.model import Statement

RAREST = 5
"""Words of a statement, the most telling ones, by which groups to compare it with are found."""
MOST = 40
"""Groups that it is compared with at most, those that share most of these words."""
MEMBERS = 6
"""Members of a group that are compared; the likelihood is their mean."""


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
    statements: Iterable[Statement],
    dates: Mapping[str, str | None],
    sameness: Sameness | None = None,
) -> tuple[Point, ...]:
    """Groups the statements of one holder by what they say, in the order in which each is first said.

    Different acts never say the same, nor do a party's own words and what others make of it, unless a person has
    judged so. Each statement is compared with a few members of at most `MOST` groups that share its rarest words, and
    of those with the very same words or from its own report.

    Args:
        statements: those of one holder, in order.
        dates: when each was said, by its id.
        sameness: says which say the same; without one by words alone, with no dossier and no judgement.
    """
    groups = _Groups(sameness or Sameness())
    for statement in statements:
        groups.add(statement)
    return tuple(_point(group, dates) for group in groups.found)


def _point(group: Sequence[Statement], dates: Mapping[str, str | None]) -> Point:
    best = best_statement(group, dates)
    return Point(best, tuple(s for s in group if s is not best))


class _Groups:
    """Statements that say the same, found by the words they share, so that few are compared."""

    def __init__(self, sameness: Sameness) -> None:
        self.found: list[list[Statement]] = []
        self._sameness = sameness
        self._judged = judged_of(sameness.same, sameness.different)
        # What stands for the members of each group in judgements, and the group it is in.
        self._members: list[set[str]] = []
        self._place: dict[str, int] = {}
        self._by_word: dict[str, dict[int, None]] = defaultdict(dict)
        self._by_report: dict[str, dict[int, list[Statement]]] = defaultdict(dict)
        self._by_plain: dict[str, dict[int, None]] = defaultdict(dict)

    def add(self, statement: Statement) -> None:
        """Puts a statement into the group a person put it into, else the likeliest, else one of its own."""
        who = self._judged.who(statement.id)
        number = self._place.get(who)
        if number is None:
            number = self._likeliest(statement, who)
        if number is None:
            number = len(self.found)
            self.found.append([])
            self._members.append(set())
        self.found[number].append(statement)
        self._members[number].add(who)
        self._place[who] = number
        self._note(statement, number)

    def _note(self, statement: Statement, number: int) -> None:
        """Notes by what a group is found."""
        self._by_report[statement.report].setdefault(number, []).append(statement)
        self._by_plain[_plain(statement)][number] = None
        for word in self._telling(statement):
            self._by_word[word][number] = None

    def _telling(self, statement: Statement) -> list[str]:
        matter = self._sameness.matter(statement)
        words = matter.words | matter.names
        return sorted(words, key=lambda word: (-weight_of((word,)), word))[:RAREST]

    def _likeliest(self, statement: Statement, who: str) -> int | None:
        """Returns the group that says the same most likely, None if none does."""
        shared: dict[int, float] = defaultdict(float)
        for word in self._telling(statement):
            for number in islice(reversed(self._by_word.get(word, {})), MOST * 2):
                shared[number] += weight_of((word,))
        near = sorted(shared, key=lambda number: (-shared[number], number))[:MOST]
        near += self._by_plain.get(_plain(statement), ())
        near += self._by_report.get(statement.report, ())
        scored = {
            number: self._likelihood(number, statement)
            for number in dict.fromkeys(near)
            if not self._judged.keep_apart(who, self._members[number])
        }
        best = max(scored, key=lambda number: (scored[number], -number), default=None)
        return best if best is not None and scored[best] >= SAME else None

    def _likelihood(self, number: int, statement: Statement) -> float:
        """Returns the mean likelihood over members, 0 where something rules one of them out."""
        group = self.found[number]
        if not _fits(group[0], statement):
            return 0.0
        beside = self._by_report[statement.report].get(number, ())
        if any(_one_holds_other(member, statement) for member in beside):
            return 1.0
        total, compared = 0.0, group[:MEMBERS]
        for member in compared:
            likely = self._sameness.likelihood(member, statement)
            if not likely:
                return 0.0
            total += likely
        return total / len(compared)


def _fits(first: Statement, second: Statement) -> bool:
    return first.act is second.act and first.voice == second.voice


def _one_holds_other(first: Statement, second: Statement) -> bool:
    """Says whether the words of one of two statements of a report stand inside the other's."""
    a, b = first.evidence.span, second.evidence.span
    return a.holds(b) or b.holds(a)


def _plain(statement: Statement) -> str:
    return " ".join(statement.text.lower().split())
