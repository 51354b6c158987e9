"""Which earlier statements of one holder on one issue may be about the same thing as a later one, found quickly.

Here lives only the search: whatever the comparison of `positions_same` or `changes_within` would find is among the
candidates, and they decide. It exists because to compare every pair takes minutes where a party has said a lot.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from reportedly.comparing.positions_matter import Matter, trigrams, weight_of
from reportedly.comparing.positions_same import ENOUGH, MUCH, load_weights

FEW = 24
"""Earlier statements up to which all are candidates, because a search would take longer."""

_UNSEEN = ("numbers_once", "names_apart", "negation_once", "addressee_once")
"""Features that are not looked at here; those that speak against a pair are taken for absent."""

_DUST = 1e-6
"""What sums in another order may differ by."""

Rows = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


class Nearby:
    """Statements in order, each in one or several wordings, by the words and letters they share."""

    def __init__(
        self, wordings: Sequence[Sequence[Matter]], *, at_least: float, words: float
    ) -> None:
        """Makes the lists by which candidates are found.

        Args:
            wordings: of each statement what it is compared by, such as its words with and without its conditions.
            at_least: likelihood of being the same from which a pair must be found.
            words: share of the weight of all their words in common from which a pair must be found.
        """
        self._wordings = wordings
        self._least = math.log(at_least / (1 - at_least)) - _DUST
        self._share = words - _DUST
        matters = [matter for each in wordings for matter in each]
        self._begins = np.cumsum([0, *map(len, wordings)])
        self._owner = np.repeat(np.arange(len(wordings)), np.diff(self._begins))
        self._weight = np.array([matter.weight for matter in matters])
        self._unknown = np.array([_says_nothing_known(matter) for matter in matters])
        self._runs = np.array([len(trigrams(matter.plain)) for matter in matters])
        self._numbered = np.array([bool(matter.numbers) for matter in matters])
        self._by_word = _listed(matter.words for matter in matters)
        self._by_run = _listed(trigrams(matter.plain) for matter in matters)
        self._by_plain = _listed((matter.plain,) for matter in matters)

    def before(self, number: int) -> list[int]:
        """Returns the numbers of the earlier statements that may be about the same thing, in order."""
        if number <= FEW:
            return list(range(number))
        rows = [self._rows(matter, int(self._begins[number])) for matter in self._wordings[number]]
        return [int(one) for one in np.unique(self._owner[np.concatenate(rows)])]

    def _rows(self, matter: Matter, until: int) -> Rows:
        """Returns the wordings before one of them that may be about the same thing."""
        shared = _summed(self._by_word, matter.words, until, weight=True)
        weight, own = self._weight[:until], matter.weight
        meets = (shared > 0) | (self._unknown[:until] & _says_nothing_known(matter))
        likely = self._highest(matter, shared) >= self._least
        much = shared >= self._share * (weight + own - shared)
        same = _until(self._by_plain.get(matter.plain), until)
        return np.concatenate([np.flatnonzero(meets & (likely | much)), same])

    def _highest(self, matter: Matter, shared: Numbers) -> Numbers:
        """Returns the log-odds of being the same that each earlier wording has at most: nothing but words is known."""
        until, weights = len(shared), load_weights()
        runs = trigrams(matter.plain)
        common = _summed(self._by_run, runs, until, weight=False)
        letters = common / np.sqrt(np.maximum(self._runs[:until] * len(runs), 1))
        apart = np.maximum(self._weight[:until], matter.weight) - shared
        numbers = self._numbered[:until] & bool(matter.numbers)
        return np.asarray(
            weights["constant"]
            + weights["letters"] * letters
            + weights["words_shared"] * np.minimum(shared, ENOUGH) / ENOUGH
            + weights["words_apart"] * np.clip(apart, 0, MUCH) / MUCH
            + max(0.0, weights["numbers_shared"]) * numbers
            + sum(max(0.0, weights[name]) for name in _UNSEEN)
        )


def _says_nothing_known(matter: Matter) -> bool:
    """Says whether all words may be names; two such statements may be alike without a word in common."""
    return not matter.words - matter.unknown


def _listed(keys: Iterable[Iterable[str]]) -> dict[str, Rows]:
    """Returns the rows that have each key, ascending."""
    found: dict[str, list[int]] = defaultdict(list)
    for row, each in enumerate(keys):
        for key in each:
            found[key].append(row)
    return {key: np.array(rows) for key, rows in found.items()}


def _until(rows: Rows | None, until: int) -> Rows:
    """Returns the rows before one."""
    return rows[: rows.searchsorted(until)] if rows is not None else np.array([], dtype=np.int64)


def _summed(lists: Mapping[str, Rows], keys: Iterable[str], until: int, *, weight: bool) -> Numbers:
    """Returns of each row before one how many of some keys it has, or what these words weigh together."""
    total = np.zeros(until)
    met = [(_until(lists.get(key), until), weight_of((key,)) if weight else 1.0) for key in keys]
    if met:
        rows = np.concatenate([rows for rows, _ in met])
        each = np.repeat([worth for _, worth in met], [len(rows) for rows, _ in met])
        total += np.bincount(rows, each, minlength=until)
    return total
