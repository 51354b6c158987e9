"""Rules for dates that name their day, month or year: "2 June 2025", "23 February", "2022", "late 2024".

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
    NUMBERS,
    ORDINALS,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    WEEKDAY,
    YEAR,
    S,
    foreign_month_pattern,
    foreign_months,
)

_SHARED_YEAR = re.compile(
    rf"{S}?(?:to|and|until|till|through|-|–|—){S}?(?:{DAY}{S})?{MONTH}(?:{S}\d\d?,)?{S}{YEAR}"
)
_ATTRIBUTIVE = re.compile(
    r"(?i)(?:\b(?:in|of|by|since|until|till|last|next|early|late|mid|this|from|to|before|after|during|between|and|through|or"
    r"|for|as|that|each|every|the|a|an|its|until|around|about|throughout)[ -]|[(,–—-] ?)$"
)
_NAME_MONTHS = frozenset({3, 4, 5, 6, 8})
"""March, April, May, June and August are also verbs, people and adjectives."""
_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:[$€£¥#№/.,:\w-]|\b(?:No|no|USD|EUR|than|least|most|nearly|some|page|flight) ?)$"
)
_NOT_A_YEAR_AFTER = re.compile(
    r"(?:%|[/:]\d|-[a-z]|[A-Za-z]|[ \u00a0](?:percent|per cent|km|kilomet|miles?\b|met(?:er|re)s|people|soldiers|troops"
    r"|million|billion|thousand|hours|days|years|months|weeks|dollars|euros|points|kg|tons|rounds|men|women|children"
    r"|civilians|prisoners|drones|missiles|tanks|square|sq\b|jobs|shares|workers|employees|homes|houses))"
)
_DATED_BEFORE = re.compile(
    r"(?i)(?:\b(?:in|of|by|since|until|till|from|to|before|after|during|between|and|through|for|late|early|mid|year|as of"
    r"|fiscal|through|than|the|or|around|about)[ -]|[(–—-])$"
)


_AHEAD = 90
"""Days ahead up to which a day without a year is taken for the coming one; chosen on TimeBank."""


_MONTHS_AHEAD = 2
"""Months ahead up to which a month is taken for the coming one where the clause has no tense; chosen on TimeBank."""


def resolve_year(context: Context, month: int, day: int, span: tuple[int, int]) -> int | None:
    """Returns the year in which this day is meant, None without an anchor.

    It is the nearest one; but a day further ahead than `_AHEAD` is last year's unless the clause speaks of the future.
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
    if days > _AHEAD and not is_ahead(context, *span):
        return year - 1
    return year


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
    shared = _SHARED_YEAR.match(context.text, match.end())
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
    year, first, last = int(match["year"]), _month_of(match["month"]), _month_of(match["month2"])
    if first >= last:
        return None
    value = f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"
    return Reading("DATE", value, value, period_of("month", date(year, last, 1)))


def _part_in(match: re.Match[str]) -> str | None:
    words = match.groupdict().get("part")
    return PARTS.get(" ".join(words.lower().split())) if words else None


def _month_year(match: re.Match[str], context: Context) -> Reading | None:
    del context
    year = int(match["year"])
    first = date(year, _month_of(match["month"]), 1)
    return read_period(Period("month", first), _part_in(match))


def _bare_month(match: re.Match[str], context: Context) -> Reading | None:
    month, part = _month_of(match["month"]), _part_in(match)
    if part is None and not _is_month(match, context, month):
        return None
    shared = _SHARED_YEAR.match(context.text, match.end())
    year = int(shared["year"]) if shared else _bare_month_year(match, context, month)
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


def _bare_month_year(match: re.Match[str], context: Context, month: int) -> int | None:
    """Past months are meant unless the clause speaks of what is to come or has no tense and the month is near."""
    if context.anchor is None:
        return None
    here = context.anchor.middle
    if month == here.month:
        return here.year
    way = direction(context, match.start(), match.end())
    if way == 0 and (month - here.month) % 12 <= _MONTHS_AHEAD:
        way = 1
    return here.year + (month < here.month) if way > 0 else here.year - (month > here.month)


def _iso(match: re.Match[str], context: Context) -> Reading | None:
    reading = read_day(context, int(match["year"]), int(match["month"]), int(match["day"]))
    if reading is None or not match["time"]:
        return reading
    return Reading("TIME", f"{reading.value}T{match['time'][1:6]}", reading.edtf, reading.period)


def _numeric(match: re.Match[str], context: Context) -> Reading | None:
    """Reads 02.06.2025 day first; of 2/6/2025 the order is unknown unless one number exceeds twelve."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["sep"] == ".":
        return read_day(context, year, second, first)
    if first > 12 or second > 12 or first == second:
        day, month = (first, second) if first > 12 else (second, first)
        return read_day(context, year, month, day)
    return Reading("DATE", f"{year:04d}", f"{year:04d}")


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
    return None


def _year(match: re.Match[str], context: Context) -> Reading | None:
    part, year = _part_in(match), int(match["year"])
    before = context.text[max(0, match.start() - 12) : match.start()]
    after = context.text[match.end() : match.end() + 12]
    if not part and (_NOT_A_YEAR_BEFORE.search(before) or _NOT_A_YEAR_AFTER.match(after)):
        return None
    dated = bool(part or _DATED_BEFORE.search(before))
    if not 1900 <= year < 2100 and not (dated and year >= 1400):
        return None
    if year % 10 == 0 and not dated and re.match(r"[ \u00a0][a-z]+s\b", after):
        return None
    return read_period(Period("year", date(year, 1, 1)), part)


def _year_range(match: re.Match[str], context: Context) -> Reading | None:
    before = context.text[max(0, match.start() - 12) : match.start()]
    first, end = int(match["year"]), match["end"]
    last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
    if _NOT_A_YEAR_BEFORE.search(before) or not 1400 <= first < last < 2100 or last - first > 400:
        return None
    value = f"{first:04d}/{last:04d}"
    return Reading("DATE", value, value, Period("year", date(last, 1, 1)))


def _spoken_year(match: re.Match[str], context: Context) -> Reading | None:
    del context
    tail = sum(NUMBERS.get(word, 0) for word in match["tail"].lower().replace("-", " ").split())
    head = 2000 if match["head"].lower().startswith("two") else NUMBERS[match["head"].lower()] * 100
    return (
        read_period(Period("year", date(head + tail, 1, 1))) if 1000 <= head + tail < 2100 else None
    )


def _quarter(match: re.Match[str], context: Context) -> Reading | None:
    groups = match.groupdict()
    unit = "half" if groups.get("unit", "").lower() == "half" else "quarter"
    number = (
        int(groups["number"])
        if groups.get("number")
        else ORDINALS.get((groups.get("ordinal") or "").lower(), 9)
    )
    if number > (2 if unit == "half" else 4):
        return None
    months = (6 if unit == "half" else 3) * (number - 1) + 1
    written = groups.get("year") or groups.get("year2")
    if written:
        return read_period(Period(unit, date(int(written), months, 1)))
    if context.anchor is None:
        return Reading("DATE", f"XXXX-{'H' if unit == 'half' else 'Q'}{number}")
    return read_period(
        _nearest_quarter(match, context, Period(unit, date(context.anchor.middle.year, months, 1)))
    )


def _nearest_quarter(match: re.Match[str], context: Context, here: Period) -> Period | None:
    """A quarter that has not begun is last year's, unless the clause speaks of what is to come."""
    shift = {"last": -1, "previous": -1, "next": 1}.get(
        (match.groupdict().get("which") or "").lower()
    )
    per_year = 2 if here.unit == "half" else 4
    if shift is not None:
        return here.shift(shift * per_year)
    assert context.anchor is not None  # noqa: S101  (the caller has looked)
    if here.first > context.anchor.middle and not is_ahead(context, match.start(), match.end()):
        return here.shift(-per_year)
    return here


def _season(match: re.Match[str], context: Context) -> Reading | None:
    month = SEASONS[match["season"].lower()]
    if match["year"]:
        return read_period(Period("season", date(int(match["year"]), month, 1)))
    which = (match.groupdict().get("which") or "").lower()
    if match["season"].lower() in {"fall", "spring"} and which not in {
        "this",
        "last",
        "next",
        "past",
    }:
        return None
    if context.anchor is None:
        return Reading("DATE", f"XXXX-{Period('season', date(2000, month, 1)).timex[5:]}")
    here = context.anchor.middle
    found: Period | None = Period(
        "season", date(here.year - (month == 12 and here.month < 3), month, 1)
    )
    if found and which in {"last", "past", "previous"} and found.last >= here:
        found = found.shift(-4)
    elif found and which in {"next", "coming"} and found.first <= here:
        found = found.shift(4)
    return read_period(found)


def _decade(match: re.Match[str], context: Context) -> Reading | None:
    del context
    written = match["decade"].lower().lstrip("'’")
    names = {
        "twent": 2,
        "thirt": 3,
        "fort": 4,
        "fift": 5,
        "sixt": 6,
        "sevent": 7,
        "eight": 8,
        "ninet": 9,
    }
    if written[:4].isdigit():
        year = int(written[:4])
    elif written[0].isdigit():
        year = 1900 + int(written[:2])
    else:
        year = 1900 + 10 * next(value for name, value in names.items() if written.startswith(name))
    return read_period(Period("decade", date(year, 1, 1))) if 1400 <= year < 2100 else None


def _century(match: re.Match[str], context: Context) -> Reading | None:
    del context
    number = int(match["number"])
    return (
        read_period(Period("century", date((number - 1) * 100, 1, 1))) if 1 < number < 30 else None
    )


def _foreign(match: re.Match[str], context: Context) -> Reading | None:
    month, languages = foreign_months()[match["month"].lower().rstrip(".")]
    if match["year"] is None and context.language not in languages:
        return None
    if match["day"] is None and context.language not in languages:
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
_ORDINAL = r"(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th))"
_TIMED = rf"(?:,?{S}(?:at{S})?{CLOCK})?"


RULES: tuple[Rule, ...] = (
    make_rule(
        "ISO date",
        r"(?<![\w.-])(?P<year>(?:1[4-9]|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
        r"(?P<time>[T ][0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
        _iso,
    ),
    make_rule(
        "numeric date",
        r"(?<![\w./-])(?P<first>\d{1,2})(?P<sep>[./])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\w/])",
        _numeric,
    ),
    make_rule(
        "short numeric date",
        r"(?<![\w./$-])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d\d)(?![\w/])",
        _short_numeric,
    ),
    make_rule(
        "day and month",
        rf"(?<![\w.,$-]){_WEEKDAY_BEFORE}(?:the{S})?{DAY}{S}(?:of{S})?{MONTH}{_OF_YEAR}?{_TIMED}",
        _day_month,
    ),
    make_rule(
        "month and day",
        rf"\b{_WEEKDAY_BEFORE}{MONTH}{S}(?:the{S})?{DAY}(?!\d|%|[.,:]\d|-\w)(?:,?{S}{YEAR})?{_TIMED}",
        _day_month,
    ),
    make_rule(
        "days of a month",
        rf"(?<![\w.,$-]){DAY}{S}?(?:-|–|—|to\b|and\b|through\b){S}?{DAY2}{S}(?:of{S})?{MONTH}{_OF_YEAR}?",
        _day_range,
    ),
    make_rule(
        "month and days",
        rf"\b{MONTH}{S}{DAY}{S}?(?:-|–|—|to\b|through\b){S}?{DAY2}(?![\d:%])(?:,?{S}{YEAR})?",
        _day_range,
    ),
    make_rule(
        "months of a year",
        rf"\b{MONTH}{S}?(?:-|–|—|to\b|through\b){S}?{MONTH2}{_OF_YEAR}",
        _month_range,
    ),
    make_rule("month and year", rf"\b(?:{PART}[ -])?{MONTH}{_OF_YEAR}", _month_year),
    make_rule("month", rf"\b(?:{PART}[ -])?{MONTH}", _bare_month),
    make_rule(
        "years",
        rf"\b(?P<year>1[4-9]\d\d|20\d\d){S}?[-–—]{S}?(?P<end>20\d\d|1[4-9]\d\d|\d\d)(?![\w-]|[.,]\d)",
        _year_range,
    ),
    make_rule(
        "year",
        rf"\b(?:{PART}[ -](?:the{S})?|(?i:the{S}year|fiscal(?:{S}year)?|year){S})?{YEAR}",
        _year,
    ),
    make_rule(
        "spoken year",
        r"(?i)\b(?P<head>eighteen|nineteen|twenty|two thousand)(?: and)? "
        r"(?P<tail>(?:hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six"
        r"|seven|eight|nine))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen))\b(?! (?:years|percent|days|months))",
        _spoken_year,
    ),
    make_rule(
        "quarter",
        rf"\b(?:(?P<which>(?i:last|next|this|previous)){S}(?:year['’]s{S})?)?(?:(?i:the){S})?(?:{YEAR}(?:['’]s)?{S})?(?i:fiscal[ -])?"
        rf"{_ORDINAL}[ -](?i:(?P<unit>quarter|half))(?!-(?:hour|century|mile))\b(?:{S}(?:of{S})?(?:fiscal{S})?(?P<year2>(?:19|20)\d\d))?",
        _quarter,
    ),
    make_rule("Q1", rf"\bQ(?P<number>[1-4])(?:{S}(?:of{S})?(?P<year>(?:19|20)\d\d))?\b", _quarter),
    make_rule(
        "season",
        rf"\b(?:(?i:early|late|mid)[ -])?(?:(?i:the|(?P<which>this|last|next|coming|previous|past)){S})?(?:(?i:past|coming){S})?"
        rf"{SEASON}(?:{S}(?:of{S})?{YEAR})?",
        _season,
    ),
    make_rule(
        "decade",
        r"\b(?i:the )?(?:(?i:early|late|mid)[ -])?(?P<decade>(?:1[4-9]|20)\d0['’]?s|['’][2-9]0s|"
        r"(?<=the )(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b",
        _decade,
    ),
    make_rule(
        "century",
        r"\b(?i:the )?(?:(?i:early|late|mid)[ -])?(?P<number>\d\d?)(?:st|nd|rd|th)[ -](?i:century)\b",
        _century,
    ),
)


def foreign_rules() -> tuple[Rule, ...]:
    """Returns the rule for dates of other languages; made when first needed, since it loads their month names."""
    month = foreign_month_pattern()
    pattern = (
        rf"(?<![\w.,$-])(?:{DAY}\.?(?:er|º|°)?{S}(?:de{S})?)?{month}(?:{S}(?:de{S}|del{S})?{YEAR})?"
        rf"(?:,?{S}(?:à|um|a las|às|alle|om|о|в|at|-){S}(?P<hour>[01]?\d|2[0-3])[:hH.](?P<minute>[0-5]\d))?"
    )
    return (make_rule("date in another language", pattern, _foreign),)
