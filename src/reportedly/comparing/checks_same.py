"""Checks of a figure against others of the same measurand: whether they give its number, or its tenfold.

That two sources differ is no arithmetic and no check: `figures` shows it as a disagreement or a trend. What is
checked is that a number is told elsewhere too, and that no digit was lost: the same digits at another power of ten.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from reportedly.comparing.arithmetic import SAME_DAYS, relative, shown, signed, stated
from reportedly.comparing.figures import distinct_readings, is_close
from reportedly.comparing.identity import Key
from reportedly.comparing.measurands import Reading, matter_of, near
from reportedly.comparing.measurands_money import PACKAGE
from reportedly.comparing.wordings import Wording
from reportedly.model import Check
from reportedly.model.dates import format_edtf

MOST = 40
"""Tellings of one measurand that are set against each other; beyond that each only against its neighbours in time."""

_ROUGH = frozenset({"exact", "about"})


def same_checks(
    groups: Mapping[Key, Sequence[Reading]], around: Mapping[str, Wording]
) -> Iterator[tuple[str, Check]]:
    """Yields checks between tellings of one measurand by different reports, as (figure id, check)."""
    for key, readings in groups.items():
        told = distinct_readings([one for one in readings if one.value is not None], around)
        for place, group in enumerate(told):
            others = [
                other
                for other in told[max(0, place - MOST) : place + 1 + MOST]
                if other is not group and not _one_report(group, other)
            ]
            yield from _told_elsewhere(key, group, others)
            for other in others:
                yield from _slipped(key, group, other)


def _one_report(group: Sequence[Reading], other: Sequence[Reading]) -> bool:
    return bool({one.figure.report for one in group} & {one.figure.report for one in other})


def _told_elsewhere(
    key: Key, group: Sequence[Reading], others: Sequence[Sequence[Reading]]
) -> Iterator[tuple[str, Check]]:
    """Yields one check for all others that give nearly the number at nearly the date."""
    first = group[0]
    close = [
        other
        for other in others
        if is_close(first, other[0])
        and _alike(first, other[0])
        and _soon_enough(key, first, other[0])
    ]
    if not close:
        return
    nearest = min(close, key=lambda other: abs((other[0].value or 0.0) - (first.value or 0.0)))[0]
    difference = relative(nearest.value or 0.0, first.value or 0.0)
    reports = len({one.figure.report for other in close for one in other})
    number = "another report" if reports == 1 else f"{reports} other reports"
    arithmetic = f"{matter_of(key)}: {_told(first)}; in {number}, such as {_told(nearest)}; {signed(difference or 0.0)}"
    against = tuple(one.figure.id for other in close for one in other)
    for one in group:
        yield one.figure.id, Check("same measurand", "consistent", against, difference, arithmetic)


def _slipped(
    key: Key, group: Sequence[Reading], other: Sequence[Reading]
) -> Iterator[tuple[str, Check]]:
    """Yields a check where two tellings have the same digits at different powers of ten."""
    first, second = group[0], other[0]
    power = power_between(first, second)
    if not power:
        return
    soon = near(first.figure.as_of, second.figure.as_of)
    why = "" if soon else f"; as of different dates: {_dates(first, second)}"
    low, high = sorted((first, second), key=lambda one: one.value or 0.0)
    times = f"{10**power:,} times"
    arithmetic = f"{matter_of(key)}: {stated(high.figure)} is {times} {stated(low.figure)}{why}"
    against = tuple(one.figure.id for one in other)
    for one in group:
        verdict = "inconsistent" if soon else "not comparable"
        yield one.figure.id, Check("magnitude", verdict, against, None, arithmetic)


def power_between(first: Reading, second: Reading) -> int:
    """Returns the power of ten by which two numbers of the same digits differ, 0 if they differ otherwise.

    One digit says too little: 2 and 20 are no slip.
    """
    x, y = sorted((first.value or 0.0, second.value or 0.0))
    if x <= 0 or first.unit == "%" or _digits(x) != _digits(y) or len(_digits(x)) < 2:
        return 0
    return round(math.log10(y / x))


def _digits(value: float) -> str:
    return f"{value:.6e}".split("e")[0].rstrip("0").replace(".", "")


def _alike(first: Reading, second: Reading) -> bool:
    """Says whether both are told as numbers, or both as bounds of one side."""
    one, other = first.figure.modifier, second.figure.modifier
    return (
        one == other
        or {one, other} <= _ROUGH
        or {one, other} <= {"over", "at least", "about", "exact"}
    )


def _soon_enough(key: Key, first: Reading, second: Reading) -> bool:
    days = SAME_DAYS if key[0] == PACKAGE else None
    a, b = first.figure.as_of, second.figure.as_of
    return bool(near(a, b) if days is None else near(a, b, days))


def _told(reading: Reading) -> str:
    figure = reading.figure
    turned = f", so {shown(reading.value or 0.0, reading.unit)}" if reading.turned else ""
    return f"{stated(figure)}{turned} ({format_edtf(figure.as_of)})"


def _dates(first: Reading, second: Reading) -> str:
    return " and ".join(format_edtf(one.figure.as_of) for one in (first, second))
