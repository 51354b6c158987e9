"""Loads and lints `exchange.yaml`: between which rates currencies were exchanged."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import shipped
from reportedly.vocabulary.units import load_amounts

FILE = "exchange.yaml"

Range = tuple[float, float]


@cache
def load_exchange() -> Mapping[str, Range]:
    """Returns the lowest and highest price of a dollar in each currency.

    Raises:
        VocabularyError: the file breaks its rules.
    """
    return read_exchange(shipped(FILE))


def read_exchange(tree: Any) -> Mapping[str, Range]:  # noqa: ANN401  (YAML is any tree; this checks it)
    """Builds the table from parsed YAML.

    Raises:
        VocabularyError: a currency is no unit of money, or its bounds do not ascend.
    """
    units = load_amounts().units
    if not isinstance(tree, Mapping) or tree.get("USD") != [1, 1]:
        raise VocabularyError("currencies, USD at 1", str(tree)[:60], "Mend the file.", FILE)
    for code, range_ in tree.items():
        is_money = code in units and units[code].kind == "money"
        if not is_money or len(range_) != 2 or not 0 < range_[0] <= range_[1]:
            expected = "a unit of money with two ascending bounds above 0"
            raise VocabularyError(expected, f"{code}: {range_}", "Mend the entry.", FILE)
    return {str(code): (float(low), float(high)) for code, (low, high) in tree.items()}


def exchanged(code: str, other: str) -> Range | None:
    """Returns between how many units of another currency one unit was worth, None where one is not known."""
    table = load_exchange()
    if code not in table or other not in table:
        return None
    (low, high), (other_low, other_high) = table[code], table[other]
    return other_low / high, other_high / low
