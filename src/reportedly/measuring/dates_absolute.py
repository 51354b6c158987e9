"""Rules for dates that name their day or month: "2 June 2025", "23 February", "early March", "3 juin 2025".

A date without its year takes the nearest one to the anchor; without an anchor it has no EDTF.
"""

from __future__ import annotations

import re
from datetime import date

from reportedly.measuring.dates_calendar import Period, make_day, period_of
from reportedly.measuring.dates_reading import (
    Context,
    Reading,
    Rule,
    direction,
    is_ahead,
    make_rule,
    read_period,
)
from reportedly.measuring.dates_words import (
    CLOCK,
    DAY,
    DAY2,
    MONTH,
    MONTH2,
    MONTHS,
    PART,
    PARTS,
    WEEKDAY,
    YEAR,
    S,
    foreign_month_pattern,
    foreign_months,
)

_SHARED_YEAR = re.compile(
    rf"{S}?(?:to|and|until|till|through|-|–|—)(?:{S}\w{{1,12}}){{0,3}}?{S}?(?:{DAY}{S})?{MONTH}(?:{S}\d\d?,)?{S}{YEAR}"
)
_YEAR_BEFORE = re.compile(r"(?P<year>\b(?:19|20)\d\d),? (?:and|or|to|until|till|through) $")
_ATTRIBUTIVE = re.compile(
    r"(?i)(?:\b(?:in|of|by|since|until|till|last|next|early|late|mid|this|from|to|before|after|during|between|and|through|or"
    r"|for|as|that|each|every|the|a|an|its|until|around|about|throughout)[ -]|[(,–—-] ?)$"
)
_NAME_MONTHS = frozenset({3, 4, 5, 6, 8})
"""March, April, May, June and August are also verbs, people and adjectives."""
AHEAD = 90
"""Days ahead up to which a day without a year is taken for the coming one; chosen on TimeBank."""


_NARRATED = 60
"""Days within which a day goes with the one named before it rather than with a distant anchor; chosen by eye."""
_MONTHS_AHEAD = 2
"""Months ahead up to which a month is taken for the coming one where the clause has no tense; chosen on TimeBank."""


def resolve_year(context: Context, month: int, day: int, span: tuple[int, int]) -> int | None:
    """Returns the year in which this day is meant, None without an anchor.

    It is the nearest one; but a day further ahead than `AHEAD` is last year's unless the clause speaks of the future.
    """
    if context.anchor is None:
        return None
    here = context.anchor.middle
    near: list[tuple[int, int, int]] = []
    for year in (here.year - 1, here.year, here.year + 1):
        there = make_day(year, month, day)
        if there is not None:
            days = (there - here).days
            near.append((abs(days), days, year))
    if not near:
        return None
    _, days, year = min(near)
    told = _year_told(context, month, day, span[0])
    if told is not None and abs(days) > _NARRATED:
        return told
    if days > AHEAD and not is_ahead(context, *span):
        return year - 1
    return year


def _year_told(context: Context, month: int, day: int, start: int) -> int | None:
    """Returns the year of the day named just before, if this day lies near it."""
    last = context.last
    if last is None or last.unit != "day" or not context.is_near(start):
        return None
    there = make_day(last.first.year, month, day)
    return there.year if there and abs((there - last.first).days) <= _NARRATED else None


def _month_of(words: str) -> int:
    return MONTHS[words.lower().rstrip(".")]


def read_day(
    context: Context, year: int | None, month: int, day: int, span: tuple[int, int] = (0, 0)
) -> Reading | None:
    """Returns the reading of a day, None if there is no such day; `span` is where its words stand."""
    if make_day(year or 2024, month, day) is None:
        return None
    if year is None:
        year = resolve_year(context, month, day, span)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}")
    found = make_day(year, month, day)
    return read_period(Period("day", found)) if found else None


def _year_in(match: re.Match[str], context: Context) -> int | None:
    if match["year"]:
        return int(match["year"])
    shared = _SHARED_YEAR.match(context.text, match.end()) or _YEAR_BEFORE.search(
        context.text[max(0, match.start() - 16) : match.start()]
    )
    return int(shared["year"]) if shared else None


def _day_month(match: re.Match[str], context: Context) -> Reading | None:
    year, month, day = _year_in(match, context), _month_of(match["month"]), int(match["day"])
    reading = read_day(context, year, month, day, match.span())
    if reading is None or not match.groupdict().get("clock"):
        return reading
    clock = clock_value(match)
    return (
        Reading("TIME", f"{reading.value}{clock}", reading.edtf, reading.period)
        if clock
        else reading
    )


def clock_value(match: re.Match[str]) -> str | None:
    """Returns "T07:23" of a clock time, None where it is a bare number."""
    if not match["clock"] or not (match["half"] or match["minute"]):
        return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (match["half"][0] in "pP")
    return f"T{hour:02d}:{match['minute'] or '00'}"


def _day_range(match: re.Match[str], context: Context) -> Reading | None:
    month, year = _month_of(match["month"]), _year_in(match, context)
    first = read_day(context, year, month, int(match["day"]), match.span())
    last = read_day(context, year, month, int(match["day2"]), match.span())
    if first is None or last is None or int(match["day"]) >= int(match["day2"]):
        return None
    edtf = f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None
    return Reading("DATE", f"{first.value}/{last.value}", edtf, last.period)


def _month_range(match: re.Match[str], context: Context) -> Reading | None:
    del context
    year, first, last = int(match["year"]), _month_of(match["month"]), _month_of(match["month2"])
    if first >= last:
        return None
    value = f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"
    return Reading("DATE", value, value, period_of("month", date(year, last, 1)))


def part_in(match: re.Match[str]) -> str | None:
    """Returns the vague part of a period that the words name, None if they name none."""
    words = match.groupdict().get("part")
    return PARTS.get(" ".join(words.lower().split())) if words else None


def _month_year(match: re.Match[str], context: Context) -> Reading | None:
    del context
    year = int(match["year"])
    first = date(year, _month_of(match["month"]), 1)
    return read_period(Period("month", first), part_in(match))


def _bare_month(match: re.Match[str], context: Context) -> Reading | None:
    month, part = _month_of(match["month"]), part_in(match)
    if part is None and not _is_month(match, context, month):
        return None
    shared = _SHARED_YEAR.match(context.text, match.end())
    year = int(shared["year"]) if shared else month_year(match, context, month)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02d}")
    return read_period(Period("month", date(year, month, 1)), part)


def _is_month(match: re.Match[str], context: Context, month: int) -> bool:
    before, after = (
        context.text[max(0, match.start() - 12) : match.start()],
        context.text[match.end() :][:12],
    )
    if re.match(r"[-'’]?\w*-[A-Z]|[ \u00a0][A-Z][a-z]+|\d", after) and month in _NAME_MONTHS:
        return False
    if month not in _NAME_MONTHS and match["month"].lower() not in {"dec", "mar", "jan"}:
        return True
    if month == 3 and re.search(r"(?i)\b(?:the|a|to) $", before):
        return False
    return bool(_ATTRIBUTIVE.search(before))


def month_year(match: re.Match[str], context: Context, month: int) -> int | None:
    """Returns the year of a month named alone, None without an anchor.

    Past months are meant unless the clause speaks of what is to come or has no tense and the month is near.
    """
    if context.anchor is None:
        return None
    here = context.anchor.middle
    if month == here.month:
        return here.year
    way = direction(context, match.start(), match.end())
    if way == 0 and (month - here.month) % 12 <= _MONTHS_AHEAD:
        way = 1
    return here.year + (month < here.month) if way > 0 else here.year - (month > here.month)


def _foreign(match: re.Match[str], context: Context) -> Reading | None:
    month, languages = foreign_months()[match["month"].lower().rstrip(".")]
    if (match["year"] is None or match["day"] is None) and context.language not in languages:
        return None
    year = int(match["year"]) if match["year"] else None
    if match["day"] is None:
        return read_period(Period("month", date(year, month, 1))) if year else None
    reading = read_day(context, year, month, int(match["day"]), match.span())
    if reading is None or not match["minute"]:
        return reading
    time = f"T{int(match['hour']):02d}:{match['minute']}"
    return Reading("TIME", reading.value + time, reading.edtf, reading.period)


_WEEKDAY_BEFORE = rf"(?:{WEEKDAY},?{S})?"
_OF_YEAR = rf"(?:,?{S}(?:of{S})?{YEAR})"
_TIMED = rf"(?:,?{S}(?:at{S})?(?=\d\d?(?::\d|{S}?[aApP]\.?[mM])){CLOCK})?"


RULES: tuple[Rule, ...] = (
    make_rule(
        "day and month",
        "month",
        rf"(?<![\w.,$-]){_WEEKDAY_BEFORE}(?:the{S}(?=\d\d?[a-z]))?{DAY}{S}(?:of{S})?{MONTH}{_OF_YEAR}?{_TIMED}",
        _day_month,
    ),
    make_rule(
        "month and day",
        "month",
        rf"\b{_WEEKDAY_BEFORE}{MONTH}{S}(?:the{S})?{DAY}(?!\d|%|[.,:]\d|-\w)(?:,?{S}{YEAR})?{_TIMED}",
        _day_month,
    ),
    make_rule(
        "day-month-year",
        "month",
        rf"(?<![\w.-]){DAY}-{MONTH}-{YEAR}(?![\w-])",
        _day_month,
    ),
    make_rule(
        "days of a month",
        "month",
        rf"(?<![\w.,$-]){DAY}{S}?(?:-|–|—|to\b|and\b|or\b|through\b){S}?{DAY2}{S}(?:of{S})?{MONTH}{_OF_YEAR}?",
        _day_range,
    ),
    make_rule(
        "month and days",
        "month",
        rf"\b{MONTH}{S}{DAY}{S}?(?:-|–|—|to\b|and\b|or\b|through\b){S}?{DAY2}(?![\d:%])(?:,?{S}{YEAR})?",
        _day_range,
    ),
    make_rule(
        "months of a year",
        "month",
        rf"\b{MONTH}{S}?(?:-|–|—|to\b|through\b){S}?{MONTH2}{_OF_YEAR}",
        _month_range,
    ),
    make_rule("month and year", "month", rf"\b(?:{PART}[ -])?{MONTH}{_OF_YEAR}", _month_year),
    make_rule("month", "month", rf"\b(?:{PART}[ -])?{MONTH}", _bare_month),
)


def foreign_rules(language: str) -> tuple[Rule, ...]:
    """Returns the rule for dates of other languages; made when first needed, since it loads their month names.

    In an English text a date of another language must name day, month and year.
    """
    month = foreign_month_pattern()
    day = rf"{DAY}\.?(?:er|º|°)?{S}(?:de{S})?"
    year = rf"{S}(?:de{S}|del{S})?{YEAR}"
    clock = rf"(?:,?{S}(?:à|um|a las|às|alle|om|о|в|at|-){S}(?P<hour>[01]?\d|2[0-3])[:hH.](?P<minute>[0-5]\d))?"
    if language == "en":
        pattern, needs = rf"(?<![\w.,$-]){day}{month}{year}{clock}", "year"
    else:
        pattern, needs = rf"(?<![\w.,$-])(?:{day})?{month}(?:{year})?{clock}", ""
    return (make_rule("date in another language", needs, pattern, _foreign),)
