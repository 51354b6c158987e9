"""What a holder said on an issue before each of its dated statements there.

Here lives the order in time and which earlier statements are worth a comparison, so that a party that has said a lot
is not compared pair by pair. What a statement does to them is decided in `changes`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.comparing.changes_within import ALL_ELSE, without_terms
from reportedly.comparing.positions_matter import Matter
from reportedly.comparing.positions_near import Nearby
from reportedly.comparing.positions_same import Sameness
from reportedly.model import Act, Statement
from reportedly.model.dates import bounds

UNSURE = 0.3
"""Likelihood of being an earlier position from which a statement is no longer called new."""

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Before:
    """What a holder said on an issue before one statement."""

    # The latest of it, None if nothing was said before for certain.
    last: Statement | None
    # The latest by the same act, None if there is none.
    last_act: Statement | None
    # Those that may be about the same thing, were judged together with it or come from its origin; the oldest first.
    near: tuple[Statement, ...]
    # Those without a date that may be about the same thing: they may have come before or after.
    undated: tuple[Statement, ...]


class Course:
    """The statements of one holder on one issue, those without a date first, the others in order."""

    def __init__(
        self, statements: Sequence[Statement], dates: Mapping[str, str | None], sameness: Sameness
    ) -> None:
        statements = sorted(statements, key=lambda s: days_of(dates[s.id]) is not None)
        self._statements = statements
        self._days = [days_of(dates[s.id]) for s in statements]
        wordings = [_wordings(s, sameness) for s in statements]
        self._nearby = Nearby(wordings, at_least=UNSURE, words=ALL_ELSE)
        self._by_act: dict[Act, list[int]] = defaultdict(list)
        self._by_origin: dict[tuple[str, Act], list[int]] = defaultdict(list)
        for number, statement in enumerate(statements):
            self._by_act[statement.act].append(number)
            if statement.origin is not None:
                self._by_origin[statement.origin, statement.act].append(number)
        self._judged = _judged_with(statements, sameness)

    def dated(self) -> Iterator[tuple[Statement, Before]]:
        """Yields the statements with a date in order, each with what was said before it."""
        for number, statement in enumerate(self._statements):
            if self._days[number] is not None:
                yield statement, self._before(number)

    def _before(self, number: int) -> Before:
        statement = self._statements[number]
        near = {*self._nearby.before(number), *self._judged.get(statement.id, ())}
        if statement.origin is not None:
            near.update(self._by_origin[statement.origin, statement.act])
        in_order = sorted(near)
        return Before(
            self._latest(range(number), number),
            self._latest(self._by_act[statement.act], number),
            tuple(self._statements[one] for one in in_order if self._precedes(one, number)),
            tuple(self._statements[one] for one in in_order if self._days[one] is None),
        )

    def _latest(self, numbers: Sequence[int], number: int) -> Statement | None:
        found = (one for one in reversed(numbers) if self._precedes(one, number))
        return next((self._statements[one] for one in found), None)

    def _precedes(self, earlier: int, later: int) -> bool:
        first, second = self._days[earlier], self._days[later]
        return first is not None and second is not None and first[1] < second[0]


def days_of(edtf: str | None) -> Days | None:
    """Returns first and last day of a date that is closed on both sides."""
    if edtf is None:
        return None
    start, end = bounds(edtf)
    return (start, end) if start and end else None


def _wordings(statement: Statement, sameness: Sameness) -> tuple[Matter, ...]:
    """Returns what a statement is compared by: all its words, and those without its conditions and deadline."""
    bare = without_terms(statement)
    same = bare is statement
    return tuple(sameness.matter(one) for one in ((statement,) if same else (statement, bare)))


def _judged_with(statements: Iterable[Statement], sameness: Sameness) -> dict[str, list[int]]:
    """Returns by the id of a statement the numbers of those that a person judged together with it."""
    numbers = {statement.id: number for number, statement in enumerate(statements)}
    found: dict[str, list[int]] = defaultdict(list)
    for pair in sameness.same | sameness.different:
        for one in pair & numbers.keys():
            found[one] += [numbers[other] for other in pair - {one} if other in numbers]
    return found
