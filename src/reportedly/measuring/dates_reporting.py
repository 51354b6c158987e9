"""Rules for periods that a report takes as known: "the year", "the end of the month", "the latest quarter", "year-ago".

They mean the period named shortly before, else the one of the report.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reportedly.measuring.dates_calendar import SIZES, Anchor, Period, period_of
from reportedly.measuring.dates_counted import compared, counted
from reportedly.measuring.dates_lengths import length_value
from reportedly.measuring.dates_reading import (
    Context,
    Reading,
    Rule,
    make_rule,
    period_here,
    read_period,
    unknown,
)
from reportedly.measuring.dates_words import MONTH, MONTHS, NUMBER, S, number_of

_REPORTED = re.compile(rf"{S}(?i:ended|ending){S}(?:{MONTH}|\d|(?i:last|this|today|tomorrow))")
_QUARTER_ENDED = re.compile(rf"{S}(?i:ended|ending){S}{MONTH}")
_PART = re.compile(r"(?i)(end|beginning|start|middle|early|late)")
_PARTS = {
    "end": "end",
    "beginning": "beginning",
    "start": "beginning",
    "middle": "mid",
    "early": "early",
    "late": "late",
}


def _known(context: Context, unit: str, start: int) -> Period | None:
    """Returns the period of this unit named shortly before, or in which a date named there lies; else the report's."""
    last = context.last
    here = period_here(context, unit)
    if last is None or not context.is_near(start) or SIZES.index(last.unit) > SIZES.index(unit):
        return here
    named = period_of(unit, last.first)
    return here if here is not None and named.first > here.first else named


def _the_unit(match: re.Match[str], context: Context) -> Reading | None:
    unit = match["unit"].lower()
    if unit == "year" and _REPORTED.match(context.text, match.end()):
        return Reading("DURATION", "P1Y")
    here = _known(context, unit, match.start())
    if here is None:
        return unknown(unit)
    part = _PART.search(match["part"] or "")
    reading = read_period(here, _PARTS[part[1].lower()] if part else None)
    return replace(reading, period=None) if reading else None


def _quarter(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "the quarter" as the one named before, else the last one that ended."""
    ended = _QUARTER_ENDED.match(context.text, match.end())
    if ended and context.anchor is not None:
        return read_period(_quarter_ended(context.anchor, ended))
    if "latest" in match[0].lower() and context.quarter is not None:
        return read_period(context.quarter)
    if context.last is not None and context.last.unit == "quarter" and not ended:
        return read_period(context.last)
    here = period_here(context, "quarter")
    return read_period(here.shift(-1)) if here else unknown("quarter")


def _quarter_ended(anchor: Anchor, match: re.Match[str]) -> Period:
    """Reads "the quarter ended July 31" as the quarter of the calendar that shares most of its months."""
    month = MONTHS[match["month"].lower().rstrip(".")]
    here = anchor.middle
    ended = Period("month", date(here.year - (month > here.month), month, 1))
    return period_of("quarter", (ended.shift(-1) or ended).first)


def _quarter_of(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "the 2030 period" as the quarter of that year with the number of the one named before."""
    year = int(match["year"])
    known = context.quarter
    if known is None:
        return read_period(Period("year", date(year, 1, 1)))
    return compared(Period("quarter", known.first.replace(year=year)))


def _year_ago(match: re.Match[str], context: Context) -> Reading | None:
    unit, ordinal = (match["unit"] or "").lower(), (match["ordinal"] or "").lower()
    quarter = context.quarter if context.last and context.last.unit == "quarter" else None
    if unit in {"quarter", "period"} or ordinal:
        here = period_here(context, "quarter")
        base = quarter or (here.shift(-1) if here else None)
        return compared(base.shift(-4) if base else None) or Reading("DATE", "XXXX-QX")
    return counted(context, "year", 1, quarter)


def _same_last_year(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "the same quarter last year" and "the period a year earlier"."""
    return _quarter_back(match, context) or Reading("DATE", "XXXX-QX")


def _quarter_back(match: re.Match[str], context: Context) -> Reading | None:
    del match
    known = context.quarter
    here = period_here(context, "quarter")
    base = known or (here.shift(-1) if here else None)
    return compared(base.shift(-4)) if base else None


def _year_end(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "year-end" as the last day of the report's year; "since year-end" as that of the year before.

    "Year end" and "year's end" have the year as their TIMEX3 value.
    """
    here = period_here(context, "year")
    if here is None:
        return unknown("year")
    before = context.text[max(0, match.start() - 8) : match.start()]
    if re.search(r"(?i)\b(?:since|from|than|at) $", before):
        here = here.shift(-1) or here
    reading = read_period(here, "end")
    if reading is None or "-" not in match[0]:
        return reading
    return replace(reading, value=f"{here.timex}-12-31")


def _year_ago_months(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "the year-earlier nine months" as their length."""
    del context
    return Reading("DURATION", length_value(number_of(match["number"]), "M"))


_NOT_ONE = (
    rf"(?!-|['’]s\b|{S}(?:(?:the|when|that|he|she|it|they|we|I|you|his|her|its|their|a|an|of|in{S}which|before|after|ago"
    rf"|earlier|later)\b|\d|[A-Z]))"
)

RULES: tuple[Rule, ...] = (
    make_rule(
        "the year",
        "unit",
        rf"\b(?<!ime of )(?<!imes of )(?P<part>)(?i:the){S}(?:(?:full|fiscal|whole|entire|calendar|financial){S})?"
        rf"(?P<unit>year)\b{_NOT_ONE}",
        _the_unit,
    ),
    make_rule(
        "the week",
        "unit",
        rf"(?:(?<=\bfor )|(?<=\bduring )|(?<=\bin )|(?<=\bof )|(?<=\bthroughout )|(?<=\bover )"
        rf"|(?<=\bFor )|(?<=\bDuring ))"
        rf"(?P<part>)the{S}(?:(?:full|whole|entire){S})?(?P<unit>week|month)\b{_NOT_ONE}",
        _the_unit,
    ),
    make_rule(
        "the day",
        "unit",
        rf"\b(?:(?<=\bfor )|(?<=\bduring )|(?i:(?:earlier|later|early|late){S}in{S}))(?P<part>)the{S}(?P<unit>day)\b"
        rf"(?!-|{S}(?:when|that|of|before|after|he|she|it|they|[A-Z]))",
        _the_unit,
    ),
    make_rule(
        "end of the year",
        "unit",
        rf"\b(?P<part>(?:(?i:the){S})?(?i:end|beginning|start|middle){S}(?i:of)|(?i:early|late){S}in|mid|the{S}rest{S}of){S}the{S}"
        rf"(?P<unit>week|month|year|decade|century)\b{_NOT_ONE}",
        _the_unit,
    ),
    make_rule(
        "the quarter",
        "unit",
        rf"\b(?i:the){S}(?:(?i:latest){S})?(?P<unit>(?i:quarter))\b(?!-)",
        _quarter,
    ),
    make_rule(
        "the latest period",
        "reference",
        rf"\b(?i:the){S}(?i:latest){S}(?i:period|three{S}months)\b",
        _quarter,
    ),
    make_rule(
        "the 2030 quarter",
        "year",
        rf"\b(?:(?i:the){S})?(?P<year>(?:19|20)\d\d){S}(?i:quarter|period)\b",
        _quarter_of,
    ),
    make_rule(
        "the same quarter last year",
        "unit",
        rf"\b(?i:the|last{S}year['’]s){S}(?:(?i:same|corresponding|comparable|like|similar){S})?(?i:quarter|period)"
        rf"{S}(?:(?i:of){S})?(?:(?i:last{S}year|the{S}(?:previous|prior|preceding|past){S}year|a{S}year{S}(?:ago|earlier|before)))\b",
        _same_last_year,
    ),
    make_rule(
        "last year's quarter",
        "unit",
        rf"\b(?i:last{S}year)['’]s{S}(?i:quarter|period)\b",
        _same_last_year,
    ),
    make_rule(
        "the year-ago nine months",
        "unit",
        rf"\b(?:(?i:the){S})?(?i:year)-(?i:ago|earlier){S}{NUMBER}{S}(?i:months)\b",
        _year_ago_months,
    ),
    make_rule(
        "year-ago quarter",
        "unit",
        rf"\b(?:(?i:the{S})(?:(?i:comparable|same){S})?(?=year-\w+{S}(?:\w+{S})?(?:quarter|period)))?(?i:year)-(?i:ago|earlier|before)\b"
        rf"(?:{S}(?P<ordinal>(?i:first|second|third|fourth)))?(?:{S}(?P<unit>(?i:quarter|period|year|month)))?\b",
        _year_ago,
    ),
    make_rule("year-end", "unit", r"\b(?i:year)(?:['’]s)?[ -](?i:end)\b", _year_end),
)
