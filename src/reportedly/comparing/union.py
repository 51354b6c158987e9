"""Sets that are joined step by step: what is joined to the same thing is joined."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Union(Generic[Item]):
    """Disjoint sets of items; an item that was never joined is in a set of its own."""

    def __init__(self) -> None:
        self._root: dict[Item, Item] = {}

    def find(self, item: Item) -> Item:
        """Returns the item that stands for the set of another."""
        root = self._root
        while (above := root.get(item, item)) != item:
            root[item] = root.get(above, above)
            item = above
        return item

    def join(self, first: Item, second: Item) -> None:
        """Makes one set of the sets of two items; that of the first stands for it."""
        one, other = self.find(first), self.find(second)
        self._root.setdefault(one, one)
        self._root[other] = one

    def groups(self) -> list[list[Item]]:
        """Returns the sets of what has been joined, each in the order of joining."""
        found: dict[Item, list[Item]] = {}
        for item in self._root:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
