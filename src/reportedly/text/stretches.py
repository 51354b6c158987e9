"""Things that stand in stretches of a text, found by place; knows nothing of what the things are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from reportedly.model import Span

Item = TypeVar("Item")

_SHELF = 1_000


class Stretches(Generic[Item]):
    """Finds what meets a stretch without looking at everything, so that long texts take linear time."""

    def __init__(self, items: Iterable[tuple[Span, Item]]) -> None:
        self._items = list(items)
        self._shelves: defaultdict[int, list[int]] = defaultdict(list)
        for number, (span, _) in enumerate(self._items):
            for shelf in _shelves_of(span):
                self._shelves[shelf].append(number)

    def meeting(self, span: Span) -> list[tuple[Span, Item]]:
        """Returns what has a character in common with a stretch, in the order given at first."""
        numbers = {n for shelf in _shelves_of(span) for n in self._shelves.get(shelf, ())}
        near = (self._items[number] for number in sorted(numbers))
        return [pair for pair in near if pair[0].meets(span)]

    def holding(self, span: Span) -> list[tuple[Span, Item]]:
        """Returns what holds a whole stretch, in the order given at first."""
        return [pair for pair in self.meeting(span) if pair[0].holds(span)]

    def inside(self, span: Span) -> list[Item]:
        """Returns the things that stand wholly in a stretch, in the order given at first."""
        return [item for stretch, item in self.meeting(span) if span.holds(stretch)]


def _shelves_of(span: Span) -> range:
    return range(span.start // _SHELF, max(span.start, span.end - 1) // _SHELF + 1)
