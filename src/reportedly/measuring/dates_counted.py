"""Rules for what is counted from a date: "two days ago", "a year earlier", "three days later".

"Ago" counts from the report's date, "later" and "earlier" from the date named shortly before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from reportedly.measuring.dates_absolute import month_year
from reportedly.measuring.dates_calendar import SIZES, Period, move_back, period_of
from reportedly.measuring.dates_lengths import length_value
from reportedly.measuring.dates_reading import (
    Context,
    Reading,
    Rule,
    make_rule,
    read_period,
    unknown,
)
from reportedly.measuring.dates_vague import future, past
from reportedly.measuring.dates_words import (
    HEDGE,
    MONTH,
    MONTHS,
    NUMBER,
    ORDINALS,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    S,
    number_of,
    unit_code,
    unit_of,
)

_FROM_NAMED = frozenset({"earlier", "later", "before"})
_FINER = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
    "week": ("day", 7),
}


def _ago(match: re.Match[str], context: Context) -> Reading | None:
    unit, number, way = unit_of(match["unit"]), number_of(match["number"]), match["way"].lower()
    if number is not None and match["half"]:
        number += 0.5
    if way in {"later", "earlier", "before"} and unit != "year":
        return _apart(match, context, unit, number)
    if number is None or unit in {"second", "minute", "hour"}:
        return future(context) if way in {"later", "from now", "hence"} else past(context)
    unit, number = _whole_units(unit, number)
    forward = way in {"later", "from now", "hence"}
    from_named = way in _FROM_NAMED and context.last is not None and context.is_near(match.start())
    if way in _FROM_NAMED and not from_named and (forward or unit != "year"):
        return None
    base = context.last if from_named else None
    if unit == "year" and number == 1 and not forward and _of_months(context, match.start()):
        here = context.anchor.period("year") if context.anchor else None
        return compared(here.shift(-1)) if here else unknown(unit)
    reading = counted(context, unit, round(number) * (-1 if forward else 1), base)
    return _blurred(reading) if reading and match["hedge"] else reading


def _of_months(context: Context, start: int) -> bool:
    """Says whether the figures of the paragraph are of some months ("for the nine months"), no longer of a quarter."""
    end = context.months_end
    return end > context.last_end and "\n" not in context.text[end:start]


def _whole_units(unit: str, number: float) -> tuple[str, float]:
    """Counts "half a century" in years and "a year and a half" in months, so that no fraction is left to round."""
    while number != int(number) and unit in _FINER:
        unit, per = _FINER[unit]
        number *= per
    return unit, number


def _apart(
    match: re.Match[str], context: Context, unit: str, number: float | None
) -> Reading | None:
    """Reads "three days later": TIMEX3 marks the length; its day is known if one was named just before."""
    value = length_value(number, unit_code(unit))
    whole = number is not None and number == int(number)
    last = context.last if unit in SIZES and whole and context.is_near(match.start()) else None
    if last is None or number is None:
        return Reading("DURATION", value)
    count = int(number) * (-1 if match["way"].lower() == "later" else 1)
    there = _counted_from(last, unit, count)
    if there is None:
        return Reading("DURATION", value)
    there = _blurred(there) if match["hedge"] else there
    return replace(there, timex_type="DURATION", value=value)


def _blurred(reading: Reading) -> Reading:
    """Marks a date counted by "about two years" as approximate."""
    if reading.edtf is None or not reading.edtf[-1].isdigit() or "/" in reading.edtf:
        return reading
    return replace(reading, edtf=f"{reading.edtf}~")


def counted(context: Context, unit: str, count: int, base: Period | None) -> Reading | None:
    """Counts units back from a period named before, else from the anchor."""
    last = context.last
    if base is None and unit == "year" and count == 1 and last and last.unit == "quarter":
        base = last
    if base is not None:
        if unit == "year" and count == 1 and base.unit == "quarter":
            return _year_before(context, base)
        return _counted_from(base, unit, count)
    if context.anchor is None:
        return unknown(unit)
    here = context.anchor.period("day" if unit in {"day", "week"} else unit)
    return read_period(move_back(here.first, unit, count)) if here else unknown(unit)


def _year_before(context: Context, quarter: Period) -> Reading | None:
    """Reads "a year earlier" of a quarter's figures as the same quarter of the year before."""
    return compared((context.quarter or quarter).shift(-4))


def _counted_from(base: Period, unit: str, count: int) -> Reading | None:
    if unit == "year" and base.unit in {"quarter", "season", "half"}:
        per = {"quarter": 4, "season": 4, "half": 2}[base.unit]
        return compared(base.shift(-count * per))
    if unit == "year" and count == 1:
        return compared(period_of("year", base.first).shift(-1))
    return read_period(move_back(base.first, unit, count))


def compared(period: Period | None) -> Reading | None:
    """Reads what is only compared with; later words do not refer back to it."""
    reading = read_period(period)
    return replace(reading, period=None) if reading else None


def _week_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "the first week of December" as its first seven days; TIMEX3 has the week that holds their middle."""
    month = MONTHS[match["month"].lower().rstrip(".")]
    year = int(match["year"]) if match["year"] else month_year(match, context, month)
    if year is None:
        return unknown("week")
    here = Period("month", date(year, month, 1))
    ordinal = match["ordinal"].lower()
    first = (
        here.last - timedelta(days=6)
        if ordinal == "last"
        else here.first + timedelta(days=7 * (ORDINALS[ordinal] - 1))
    )
    value = period_of("week", first + timedelta(days=3)).timex
    return Reading("DATE", value, f"{first.isoformat()}/{(first + timedelta(days=6)).isoformat()}")


def _from_day(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "a week from Tuesday", counted from the coming Tuesday."""
    number, word = number_of(match["number"]), (match["word"] or "").lower()
    here = context.anchor.period("day") if context.anchor else None
    if here is None or number is None or number != int(number):
        return unknown("day")
    days = int(number) * (7 if match["unit"].lower() == "week" else 1)
    if word:
        return read_period(here.shift(days + int(word == "tomorrow")))
    ahead = (WEEKDAYS[match["weekday"].lower()] - here.first.weekday()) % 7 or 7
    return read_period(here.shift(days + ahead))


RULES: tuple[Rule, ...] = (
    make_rule(
        "the first week of a month",
        "unit",
        rf"\b(?:(?i:the){S})?(?P<ordinal>(?i:first|second|third|fourth|last)){S}(?i:week){S}(?i:of|in){S}{MONTH}"
        rf"(?!{S}\d\d?\b)(?:,?{S}(?:of{S})?{YEAR})?",
        _week_of_month,
    ),
    make_rule(
        "a week from Tuesday",
        "unit",
        rf"\b{NUMBER}{S}(?P<unit>(?i:day|week))s?{S}(?i:from){S}(?:(?P<word>(?i:today|tomorrow))\b|{WEEKDAY})",
        _from_day,
    ),
    make_rule(
        "days ago",
        "unit",
        rf"\b{HEDGE}{NUMBER}(?:{S}(?i:full|long))?[ -]{UNIT}s?(?:{S}or{S}(?:so|two)|(?P<half>{S}and{S}a{S}half))?{S}"
        rf"(?P<way>(?i:ago|earlier|later|from{S}now|hence|before(?!{S}[a-z])))\b(?!-)",
        _ago,
    ),
)
