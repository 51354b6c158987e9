"""Rules for dates in digits alone: "2031-06-02", "02.06.2031", "10/31/89".

Where day and month cannot be told apart, the order that gives the report's own day is taken, else the year alone.
"""

from __future__ import annotations

import re

from reportedly.measuring.dates_absolute import read_day
from reportedly.measuring.dates_calendar import make_day
from reportedly.measuring.dates_reading import Context, Reading, Rule, make_rule


def _iso(match: re.Match[str], context: Context) -> Reading | None:
    reading = read_day(context, int(match["year"]), int(match["month"]), int(match["day"]))
    if reading is None or not match["time"]:
        return reading
    return Reading("TIME", f"{reading.value}T{match['time'][1:6]}", reading.edtf, reading.period)


def _numeric(match: re.Match[str], context: Context) -> Reading | None:
    """Reads 02.06.2025 day first; of 2/6/2025 the order is unknown in English unless one number exceeds twelve."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["sep"] == "." or context.language != "en":
        return read_day(context, year, second, first)
    if first > 12 or second > 12 or first == second:
        day, month = (first, second) if first > 12 else (second, first)
        return read_day(context, year, month, day)
    return _near_anchor(context, year, first, second) or Reading(
        "DATE", f"{year:04d}", f"{year:04d}"
    )


def _near_anchor(context: Context, year: int, first: int, second: int) -> Reading | None:
    """Reads 2/6/2031 in the order that gives the report's own day, give or take one; None where neither does."""
    for day, month in ((first, second), (second, first)):
        there = make_day(year, month, day)
        if there and context.anchor and abs((there - context.anchor.middle).days) <= 1:
            return read_day(context, year, month, day)
    return None


def _short_numeric(match: re.Match[str], context: Context) -> Reading | None:
    """Reads 10/31/89 where only one order is possible; the century is the nearest to the anchor."""
    if context.anchor is None:
        return None
    here = context.anchor.middle.year
    year = min(
        (here // 100 * 100 + int(match["year"]) + add for add in (-100, 0, 100)),
        key=lambda y: abs(y - here),
    )
    first, second = int(match["first"]), int(match["second"])
    if first > 12 or second > 12 or first == second:
        day, month = (first, second) if first > 12 else (second, first)
        return read_day(context, year, month, day)
    return _near_anchor(context, year, first, second)


RULES: tuple[Rule, ...] = (
    make_rule(
        "ISO date",
        "year",
        r"(?<![\w.-])(?P<year>(?:1[4-9]|20)\d\d)(?P<sep>[-/])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)"
        r"(?P<time>[T ][0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
        _iso,
    ),
    make_rule(
        "numeric date",
        "year",
        r"(?<![\w./-])(?P<first>\d{1,2})(?P<sep>[./])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\w/])",
        _numeric,
    ),
    make_rule(
        "short numeric date",
        "numeric",
        r"(?<![\w./$-])(?P<first>\d{1,2})(?P<sep>/|(?<=\d\d)-)(?P<second>\d{1,2})(?P=sep)(?P<year>\d\d)(?![\w/-])",
        _short_numeric,
    ),
)
