"""Checks of one amount given in two currencies: "$713m (£559m)".

The rate that the two imply is set against the range of `exchange.yaml`. It tells slips of currency or magnitude; the
rate of the day is not known here, so what is only somewhat outside is not comparable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.comparing.arithmetic import shown, stated
from reportedly.comparing.wordings import Wording, between
from reportedly.model import Check
from reportedly.vocabulary.exchange import exchanged

SLACK = 1.15
"""Factor by which a rate may leave the range of yearly averages: single days do."""
SLIP = 2.5
"""Factor beyond the range from which on no rate of a day explains it."""

_HEDGE = (
    r"(?:about|around|roughly|approximately|nearly|almost|some|just over|more than|over|under|or|"
    r"equivalent to|worth)?\s*"
)
_APPOSED = re.compile(rf"\s?(?:\w+\s)?\(\s?{_HEDGE}|,? or {_HEDGE}|\s?/\s?", re.IGNORECASE)


def money_checks(sentence: Sequence[Wording]) -> Iterator[tuple[str, Check]]:
    """Yields checks of amounts in two currencies, as (figure id, check)."""
    for first, second in pairwise(sentence):
        one, other = first.figure, second.figure
        if one.unit == other.unit or not one.value or not other.value:
            continue
        rates = exchanged(one.unit, other.unit)
        if rates is None or not _APPOSED.fullmatch(between(first, second)):
            continue
        low, high = rates
        rate = other.value / one.value
        verdict = _verdict(rate, low, high)
        beyond = max(rate / high, low / rate) - 1
        arithmetic = (
            f"{shown(other.value, other.unit)} / {shown(one.value, one.unit)} = {rate:.3g} {other.unit} a {one.unit}; "
            f"{low:.3g} to {high:.3g} in the years 2014 to 2024; stated {stated(one)} and {stated(other)}"
        )
        if verdict == "not comparable":
            arithmetic = f"{arithmetic}; the rate of the day is not known"
        difference = None if verdict == "consistent" else beyond
        for figure, partner in ((one, other), (other, one)):
            yield figure.id, Check("currency", verdict, (partner.id,), difference, arithmetic)


def _verdict(rate: float, low: float, high: float) -> str:
    if low / SLACK <= rate <= high * SLACK:
        return "consistent"
    return "inconsistent" if rate < low / SLIP or rate > high * SLIP else "not comparable"
