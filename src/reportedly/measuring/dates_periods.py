"""Rules for years, quarters, halves, seasons, decades and centuries: "2022", "late 2024", "the fall of 2022"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reportedly.measuring.dates_absolute import part_in
from reportedly.measuring.dates_calendar import Period
from reportedly.measuring.dates_reading import (
    Context,
    Reading,
    Rule,
    is_ahead,
    make_rule,
    read_period,
)
from reportedly.measuring.dates_words import MONTH, MONTHS, ORDINALS, PART, SEASON, SEASONS, YEAR, S

_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:[$€£¥#№/.,:\w-]|\b(?:No|no|USD|EUR|than|least|most|nearly|some|page|flight) ?)$"
)
_NOT_A_YEAR_AFTER = re.compile(
    r"(?:%|[/:]\d|-[a-z]|[A-Za-z]|[ \u00a0](?:percent|per cent|km|kilomet|miles?\b|met(?:er|re)s|people|soldiers|troops"
    r"|million|billion|thousand|hours|days|years|months|weeks|dollars|euros|points|kg|tons|rounds|men|women|children"
    r"|civilians|prisoners|drones|missiles|tanks|square|sq\b|jobs|shares|workers|employees|homes|houses))"
)
_DATED_BEFORE = re.compile(
    r"(?i)(?:\b(?:in|of|by|since|until|till|from|to|before|after|during|between|and|through|for|late"
    r"|early|mid|year|as of|fiscal|through|than|the|or|around|about)[ -]|[(–—-])$"
)


_ORDINAL = (
    r"(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th|(?:last|latter)(?=[ -]half)))"
)


def _year(match: re.Match[str], context: Context) -> Reading | None:
    part, year = part_in(match), int(match["year"])
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


_ORDINALS = {**ORDINALS, "last": 2, "latter": 2}


def _quarter(match: re.Match[str], context: Context) -> Reading | None:
    groups = match.groupdict()
    unit = "half" if groups.get("unit", "").lower() == "half" else "quarter"
    number = (
        int(groups["number"])
        if groups.get("number")
        else _ORDINALS.get((groups.get("ordinal") or "").lower(), 9)
    )
    if number > (2 if unit == "half" else 4):
        return None
    months = (6 if unit == "half" else 3) * (number - 1) + 1
    written = groups.get("year") or groups.get("year2")
    if written:
        return read_period(Period(unit, date(int(written), months, 1)))
    if groups.get("years"):
        return _quarter_of_year(groups["years"], context, Period(unit, date(2000, months, 1)))
    if context.anchor is None:
        return Reading("DATE", f"XXXX-{'H' if unit == 'half' else 'Q'}{number}")
    return read_period(
        _nearest_quarter(match, context, Period(unit, date(context.anchor.middle.year, months, 1)))
    )


def _quarter_of_year(words: str, context: Context, quarter: Period) -> Reading | None:
    """Reads "the first half of last year"; "of the year" is the report's."""
    if context.anchor is None:
        return Reading("DATE", f"XXXX{quarter.timex[4:]}")
    step = {"last": -1, "next": 1}.get(words.split(maxsplit=1)[0].lower(), 0)
    return read_period(
        replace(quarter, first=quarter.first.replace(year=context.anchor.middle.year + step))
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


_SEASON_BEFORE = re.compile(
    r"(?i)\b(?:in|since|until|till|by|before|after|during|from|through|over) $"
)
_COULD_BE_VERB = frozenset({"fall", "spring"})


def _season(match: re.Match[str], context: Context) -> Reading | None:
    word, which = match["season"].lower(), (match["which"] or "").lower()
    first = date(int(match["year"] or 2000), SEASONS[word], 1)
    if match["year"]:
        return read_period(Period("season", first))
    before = context.text[max(0, match.start() - 10) : match.start()]
    told = which or match["years"] or match["the"] or _SEASON_BEFORE.search(before)
    if not told or (word in _COULD_BE_VERB and not which and not match["years"]):
        return None
    if context.anchor is None:
        return Reading("DATE", f"XXXX-{Period('season', first).timex[5:]}")
    here = context.anchor.middle
    if match["years"]:
        step = {"last": -1, "this": 0, "next": 1}[match["years"].lower()]
        return read_period(Period("season", first.replace(year=here.year + step)))
    return read_period(_season_near(here, first.month, which))


def _season_near(here: date, month: int, which: str) -> Period | None:
    found = Period("season", date(here.year - (month == 12 and here.month < 3), month, 1))
    if which in {"last", "past", "previous"} and found.last >= here:
        return found.shift(-4)
    if which in {"next", "coming"} and found.first <= here:
        return found.shift(4)
    return found


def _short_year(match: re.Match[str], context: Context) -> Reading | None:
    """Reads '96, and "April '96", as the year nearest to the report, of the twentieth century without one."""
    here = context.anchor.middle.year if context.anchor else 1970
    short = int(match["year"])
    year = min((c + short for c in (1800, 1900, 2000, 2100)), key=lambda one: abs(one - here))
    if context.anchor and year > here + 20:
        year -= 100
    if match["month"]:
        month = MONTHS[match["month"].lower().rstrip(".")]
        return read_period(Period("month", date(year, month, 1)))
    return read_period(Period("year", date(year, 1, 1)))


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


def _decade_half(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "the last half of the '80s": TIMEX3 has the decade only, EDTF its five years."""
    reading = _decade(match, context)
    if reading is None or reading.period is None:
        return reading
    first = reading.period.first.year + (0 if "first" in match[0].lower() else 5)
    return replace(reading, edtf=f"{first:04d}/{first + 4:04d}")


def _century(match: re.Match[str], context: Context) -> Reading | None:
    del context
    number = int(match["number"])
    return (
        read_period(Period("century", date((number - 1) * 100, 1, 1))) if 1 < number < 30 else None
    )


RULES: tuple[Rule, ...] = (
    make_rule(
        "years",
        "year",
        rf"\b(?P<year>1[4-9]\d\d|20\d\d){S}?[-–—]{S}?(?P<end>20\d\d|1[4-9]\d\d|\d\d)(?![\w-]|[.,]\d)",
        _year_range,
    ),
    make_rule(
        "year",
        "year",
        rf"\b(?:{PART}[ -](?:the{S})?|(?i:the{S}year|fiscal(?:{S}year)?|year){S})?{YEAR}",
        _year,
    ),
    make_rule(
        "quarter",
        "unit",
        rf"\b(?:(?P<which>(?i:last|next|this|previous)){S}(?:year['’]s{S})?)?(?:(?i:the){S})?"
        rf"(?:{YEAR}(?:['’]s)?{S})?(?i:fiscal[ -])?"
        rf"{_ORDINAL}[ -](?i:(?P<unit>quarter|half))(?!-(?:hour|century|mile))\b"
        rf"(?:{S}(?:of{S})?(?:(?:fiscal{S})?(?P<year2>(?:19|20)\d\d)"
        rf"|(?P<years>(?i:the|this|last|next|the{S}current){S}year)(?!-|{S}(?:of|that|the|when|ended|ending|earlier|ago)\b)))?",
        _quarter,
    ),
    make_rule(
        "Q1",
        "quarter",
        rf"\bQ(?P<number>[1-4])(?:{S}(?:of{S})?(?P<year>(?:19|20)\d\d))?\b",
        _quarter,
    ),
    make_rule(
        "season",
        "season",
        rf"\b(?:(?i:early|late|mid)[ -])?"
        rf"(?:(?i:(?P<the>the)|(?P<which>this|last|next|coming|previous|past)){S})?"
        rf"(?:(?i:past|coming|early|late){S})?{SEASON}"
        rf"(?:{S}(?:of{S})?(?:{YEAR}|(?P<years>(?i:last|this|next)){S}year))?",
        _season,
    ),
    make_rule(
        "short year",
        "apostrophe",
        rf"(?:\b{MONTH},?{S}|(?<=\bin )|(?<=\bof )|(?<=\bsince )|(?<=\buntil )|(?<=\bto )|(?<=\bfor ))"
        rf"['’](?P<year>\d\d)\b(?![s'’-])",
        _short_year,
    ),
    make_rule(
        "decade",
        "decade",
        r"\b(?i:the )?(?:(?i:early|late|mid)[ -])?(?P<decade>(?:1[4-9]|20)\d0['’]?s|['’][2-9]0s|"
        r"(?<=the )(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b",
        _decade,
    ),
    make_rule(
        "half of a decade",
        "decade",
        r"\b(?i:the )?(?i:first|second|last|latter)[ -](?i:half)[ ](?i:of)[ ](?i:the)[ ]"
        r"(?P<decade>(?:1[4-9]|20)\d0['’]?s|['’][2-9]0s|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b",
        _decade_half,
    ),
    make_rule(
        "century",
        "unit",
        r"\b(?i:the )?(?:(?i:early|late|mid)[ -])?(?P<number>\d\d?)(?:st|nd|rd|th)[ -](?i:century)\b",
        _century,
    ),
)
