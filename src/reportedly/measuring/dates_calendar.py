"""Arithmetic on periods of the calendar: a day, a week, a quarter, a decade, and the anchor they hang on.

Here live no words and no patterns; how words become periods is in `dates_rules`.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.model.dates import bounds, is_edtf

_MONTHS_PER = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}
_YEARS_PER = {"decade": 10, "century": 100}
_SEASON_CODES = ("SP", "SU", "FA", "WI")
_FIRST_YEAR, _LAST_YEAR = 1400, 2999
SIZES = (
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)
"""The units of periods, the shortest first."""
UNITS = frozenset({"day", "week", "weekend", *_MONTHS_PER, *_YEARS_PER})


@dataclass(frozen=True, slots=True)
class Period:
    """One unit of the calendar, known by its first day."""

    # One of `UNITS`.
    unit: str
    # Its first day (a Monday for weeks, a Saturday for weekends).
    first: date

    @property
    def last(self) -> date:
        """The last day, 31 December 9999 where the calendar ends."""
        after = self.shift(1)
        if self.unit == "weekend":
            return self.first + timedelta(days=1)
        return after.first - timedelta(days=1) if after else date.max

    def shift(self, count: int) -> Period | None:
        """Returns the period so many units later, None outside the years 1 to 9999."""
        try:
            return Period(self.unit, _shift(self.unit, self.first, count))
        except (OverflowError, ValueError):
            return None

    @property
    def timex(self) -> str:
        """The value as TIMEX3 writes it: `2025-06-02`, `2025-W23`, `2025-Q2`, `198`."""
        year, month = self.first.year, self.first.month
        if self.unit in {"week", "weekend"}:
            iso = self.first.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")
        written = {
            "day": self.first.isoformat(),
            "month": f"{year:04d}-{month:02d}",
            "quarter": f"{year:04d}-Q{(month + 2) // 3}",
            "half": f"{year:04d}-H{1 if month < 7 else 2}",
            "season": f"{year:04d}-{_SEASON_CODES[month // 3 - 1]}",
            "decade": f"{year // 10:03d}",
            "century": f"{year // 100:02d}",
        }
        return written.get(self.unit, f"{year:04d}")

    @property
    def edtf(self) -> str:
        """The value as EDTF; a week, which EDTF does not know, is an interval of days."""
        year, month = self.first.year, self.first.month
        if self.unit in {"week", "weekend"}:
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        written = {
            "quarter": f"{year:04d}-{33 + (month - 1) // 3}",
            "half": f"{year:04d}-{40 if month < 7 else 41}",
            "season": f"{year:04d}-{20 + month // 3}",
            "decade": f"{year // 10:03d}X",
            "century": f"{year // 100:02d}XX",
        }
        return written.get(self.unit, self.timex)


def _shift(unit: str, first: date, count: int) -> date:
    if unit == "day":
        return first + timedelta(days=count)
    if unit in {"week", "weekend"}:
        return first + timedelta(days=7 * count)
    months = _MONTHS_PER.get(unit) or 12 * _YEARS_PER[unit]
    index = first.year * 12 + first.month - 1 + count * months
    return date(index // 12, index % 12 + 1, 1)


def period_of(unit: str, day: date) -> Period:
    """Returns the period of this unit that the day belongs to; January and February end a winter."""
    if unit == "day":
        return Period(unit, day)
    if unit in {"week", "weekend"}:
        monday = day.toordinal() - day.weekday()
        return Period(
            unit,
            date.fromordinal(
                min(max(1, monday), date.max.toordinal() - 7) + 5 * (unit == "weekend")
            ),
        )
    if unit == "season":
        return Period(unit, _season_start(day))
    if unit in _YEARS_PER:
        span = _YEARS_PER[unit]
        return Period(unit, date(max(1, day.year // span * span), 1, 1))
    months = _MONTHS_PER[unit]
    return Period(unit, date(day.year, (day.month - 1) // months * months + 1, 1))


def _season_start(day: date) -> date:
    if day.month < 3:
        return date(max(1, day.year - 1), 12, 1)
    return date(day.year, day.month // 3 * 3, 1)


def make_day(year: int, month: int, day: int) -> date | None:
    """Returns the day, None if the calendar has no such day."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def move_back(day: date, unit: str, count: int) -> Period | None:
    """Returns the period `count` units before a day, as fine as the unit is: weeks and days give a day.

    A negative count moves on.
    """
    if unit == "week":
        return Period("day", day).shift(-7 * count)
    return period_of(unit, day).shift(-count)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of the report, from which relative dates are counted."""

    first: date
    last: date

    @classmethod
    def read(cls, edtf: str | None) -> Anchor | None:
        """Reads an EDTF date; None if it is unknown, open at an end, over a year long or of no reporter's time."""
        if edtf is None or not is_edtf(edtf):
            return None
        first, last = bounds(edtf)
        if first is None or last is None or (last - first).days > 366:
            return None
        if first.year < _FIRST_YEAR or last.year > _LAST_YEAR:
            return None
        return cls(first, last)

    @property
    def middle(self) -> date:
        """The day in its middle, for choosing what is nearest."""
        return self.first + (self.last - self.first) // 2

    def period(self, unit: str) -> Period | None:
        """Returns the period of this unit it lies in, None if it is not known to lie in one."""
        here = period_of(unit, self.first)
        return here if self.last <= max(here.last, self.first) else None

    @property
    def edtf(self) -> str:
        """The anchor itself as EDTF."""
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"
