"""Numbers written out, their precision, and when two of them agree. Every tolerance of the checks lives here."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from decimal import Decimal

from reportedly.model import Figure
from reportedly.vocabulary.units import load_amounts

TOLERANCE = 0.05
"""Relative difference up to which two numbers agree: half a unit in a figure of two digits (1 in 10) is 5 %."""
COARSE = 0.2
"""Part by which a number of one digit and zeros ("2,000") may differ from what was rounded to it; set by judgement."""
EXACT_DIGITS = 4
"""Digits from which on a number without a hedge is one that was counted, and not rounded."""
NEAR_DAYS = 30
"""Days between two as-of dates up to which figures count as of nearly the same date: reports lag by some weeks."""
SAME_DAYS = 7
"""Days between two as-of dates up to which a difference is no change over time: weekly reports state the same week."""
IMPLAUSIBLE_SHARE = 1e-5
"""Part of a region below which an area of held or demanded territory cannot be meant: 0.3 km2 of 30,000 km2."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a calculated number relates to a stated figure."""

    agrees: bool
    # (stated - calculated) / calculated; None where a bound holds or the calculated number is 0.
    difference: float | None
    # In words: "-1.8 %", "within the bound", "the same to the digits stated".
    words: str


def shown(value: float, unit: str = "1") -> str:
    """Writes a number with its unit: "21,987 km2", "20.2 %"; at most four digits after the point."""
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 4
    number = f"{value:,.{digits}f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return number if unit == "1" else f"{number} {unit}"


def stated(figure: Figure) -> str:
    """Writes a figure as stated: "about 21,600 km2", "200 to 999 people"."""
    if figure.value is not None:
        hedge = "" if figure.modifier == "exact" else f"{figure.modifier} "
        return f"{hedge}{shown(figure.value, figure.unit)}"
    low = "" if figure.low is None else shown(figure.low)
    high = "" if figure.high is None else shown(figure.high)
    return f"{low} to {high} {'' if figure.unit == '1' else figure.unit}".strip()


def signed(difference: float) -> str:
    """Writes a relative difference: "-1.8 %"."""
    return f"{100 * difference:+.1f} %"


def precision(value: float) -> float:
    """Returns the unit of the last digit that a number states: 100 for 21,600, 0.1 for 98.5, 1e6 for a million."""
    if value == 0 or not math.isfinite(value):
        return 1.0
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return float(10.0 ** max(-9, int(exponent)))


def rounds_to(calculated: float, value: float) -> bool:
    """Says whether a number, rounded half up to the digits another states, is that other number.

    Nobody rounds 500 to 1,000: where zeros stand for the digits left out, the two are `COARSE` apart at most.
    """
    unit = precision(value)
    if unit >= 10 and abs(calculated - value) > COARSE * abs(value):
        return False
    if not math.isfinite(calculated / unit):
        return False
    return math.isclose(math.floor(calculated / unit + 0.5 + 1e-9) * unit, value, rel_tol=1e-9)


def significant(value: float) -> int:
    """Returns how many digits a number states: 3 for 21,600, 5 for 19,456; trailing zeros are taken as not stated."""
    return len(Decimal(repr(value)).normalize().as_tuple().digits) if math.isfinite(value) else 0


def told_apart(first: float, second: float) -> bool:
    """Says whether two numbers are both stated so exactly that any difference is one: 19,456 and 19,546."""
    return first != second and min(significant(first), significant(second)) >= EXACT_DIGITS


def relative(value: float, calculated: float) -> float | None:
    """Returns the relative difference of a stated to a calculated number, None if that is 0."""
    return (value - calculated) / calculated if calculated else None


def agreement(calculated: float, figure: Figure) -> Agreement:
    """Tells whether a calculated number agrees with a stated figure, its bounds and its digits."""
    if figure.modifier in {"at least", "over", "at most", "under", "range"} or figure.value is None:
        return _bounded(calculated, figure)
    difference = relative(figure.value, calculated)
    if difference is not None and abs(difference) <= TOLERANCE:
        return Agreement(agrees=True, difference=difference, words=signed(difference))
    if rounds_to(calculated, figure.value):
        words = f"{signed(difference or 0.0)}, the same to the digits stated"
        return Agreement(agrees=True, difference=difference, words=words)
    words = "no relative difference" if difference is None else signed(difference)
    return Agreement(agrees=difference == 0, difference=difference, words=words)


def _bounded(calculated: float, figure: Figure) -> Agreement:
    low, high = figure.low, figure.high
    slack = 1 + TOLERANCE
    inside = (low is None or calculated * slack >= low) and (
        high is None or calculated <= high * slack
    )
    words = "within the bounds stated" if inside else "outside the bounds stated"
    difference = None if inside or figure.value is None else relative(figure.value, calculated)
    return Agreement(agrees=inside, difference=difference, words=words)


def in_unit(value: float, unit: str, other: str) -> float | None:
    """Converts between units of one kind, None where they are of different kinds or of money."""
    units = load_amounts().units
    if unit == other:
        return value
    a, b = units.get(unit), units.get(other)
    if a is None or b is None or a.kind != b.kind or a.kind in {"money", "temperature"}:
        return None
    return value * a.factor / b.factor


def told_in(figure: Figure, unit: str) -> Figure | None:
    """Returns a figure with its value and its bounds in another unit, None where that cannot be or it has no value."""
    if figure.value is None or in_unit(figure.value, figure.unit, unit) is None:
        return None
    value, low, high = (
        None if number is None else in_unit(number, figure.unit, unit)
        for number in (figure.value, figure.low, figure.high)
    )
    return replace(figure, value=value, low=low, high=high, unit=unit)
