"""Precision, recall and F1 by class, for acts of contents and of pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import NamedTuple, TypeVar

Class = TypeVar("Class", bound=Hashable)


class Score(NamedTuple):
    """How well one class was told; shares from 0 to 1."""

    precision: float
    recall: float
    f1: float
    # How often it is right.
    gold: int


def by_class(pairs: Iterable[tuple[Class, Class]]) -> dict[Class, Score]:
    """Returns the score of each class that occurs in the gold.

    Args:
        pairs: what is right and what was found.
    """
    counts = Counter(pairs)
    gold: Counter[Class] = Counter()
    found: Counter[Class] = Counter()
    for (truth, guess), number in counts.items():
        gold[truth] += number
        found[guess] += number
    scores = {}
    for one, number in gold.items():
        right = counts[one, one]
        precision = right / found[one] if found[one] else 0.0
        scores[one] = Score(precision, right / number, 2 * right / (number + found[one]), number)
    return scores
