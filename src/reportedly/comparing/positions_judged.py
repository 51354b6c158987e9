"""What people's judgements on pairs of statements say together: who is one with whom, who must stay apart.

Here lives only their logic; they are kept in the ledger, and `positions_distinct` and `origins` follow them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import lru_cache

from reportedly.comparing.union import Union

Pair = frozenset[str]


class Judged:
    """Judgements that do not contradict each other; what is the same as the same thing is the same."""

    def __init__(self) -> None:
        self._sets: Union[str] = Union()
        self._apart: dict[str, set[str]] = defaultdict(set)

    def add(self, pair: Pair, *, same: bool) -> bool:
        """Takes a judgement in, if nothing taken in before contradicts it; says whether it did."""
        first, second = (self._sets.find(one) for one in sorted(pair))
        if same and second in self._apart[first]:
            return False
        if same and first != second:
            self._join(first, second)
        elif not same:
            if first == second:
                return False
            self._apart[first].add(second)
            self._apart[second].add(first)
        return True

    def _join(self, first: str, second: str) -> None:
        self._sets.join(first, second)
        for other in self._apart.pop(second, set()):
            self._apart[other].discard(second)
            self._apart[other].add(first)
            self._apart[first].add(other)

    def who(self, statement: str) -> str:
        """Returns the id of the statement that stands for all that were judged the same as one."""
        return self._sets.find(statement)

    def keep_apart(self, who: str, others: Collection[str]) -> bool:
        """Says whether what stands for some statements was judged to differ from one of others."""
        return who in self._apart and not self._apart[who].isdisjoint(others)


def counting(judgements: Sequence[tuple[Pair, bool]]) -> tuple[bool, ...]:
    """Says of each judgement, oldest first, whether it counts: where some contradict each other, the newest do.

    Args:
        judgements: two statements, and whether they were judged the same.
    """
    judged = Judged()
    found = [judged.add(pair, same=same) for pair, same in reversed(judgements)]
    return tuple(reversed(found))


@lru_cache(maxsize=8)
def judged_of(same: frozenset[Pair], different: frozenset[Pair]) -> Judged:
    """Returns what some judgements say together; where a pair is both, the same."""
    judged = Judged()
    for pair in sorted(same, key=sorted):
        judged.add(pair, same=True)
    for pair in sorted(different, key=sorted):
        judged.add(pair, same=False)
    return judged
