"""Rules for times of day that lean on a day named before or beside, and for days of the week that recur.

"That night", "at noon", "the morning of 2 June", "0735 GMT", "three o'clock"; "Tuesday nights", "weekends".
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.measuring.dates_absolute import read_day
from reportedly.measuring.dates_calendar import Period
from reportedly.measuring.dates_days import with_part
from reportedly.measuring.dates_reading import (
    Context,
    Reading,
    Rule,
    make_rule,
    period_here,
    read_period,
)
from reportedly.measuring.dates_words import (
    DAY,
    DAY2,
    MONTH,
    MONTH2,
    MONTHS,
    NUMBERS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    S,
)

_UNKNOWN = Reading("TIME", "XXXX-XX-XX")
_HOURS = {word: value for word, value in NUMBERS.items() if 1 <= value <= 12}


def _day_meant(match: re.Match[str], context: Context) -> Period | None:
    """Returns the day named shortly before, else the report's."""
    if context.last is not None and context.last.unit == "day" and context.is_near(match.start()):
        return context.last
    return period_here(context, "day")


def _part(match: re.Match[str], context: Context) -> Reading | None:
    reading = read_period(_day_meant(match, context)) or _UNKNOWN
    return with_part(reading, match["daypart"])


def _part_of_named(match: re.Match[str], context: Context) -> Reading | None:
    month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    year = int(match["year"]) if match["year"] else None
    day = read_day(context, year, month, int(match["day"] or match["day2"]), match.span())
    return with_part(day, match["daypart"]) if day else None


def _zoned(match: re.Match[str], context: Context) -> Reading | None:
    reading = read_period(_day_meant(match, context)) or _UNKNOWN
    clock = f"T{match['hour']}:{match['minute']}"
    zone = "Z" if match["zone"].upper() in {"GMT", "UTC"} else ""
    return replace(reading, timex_type="TIME", value=f"{reading.value}{clock}{zone}")


def _oclock(match: re.Match[str], context: Context) -> Reading | None:
    words, half = match["hour"].lower(), (match["daypart"] or "").lower()
    hour = int(words) if words.isdigit() else int(_HOURS[words])
    if not 1 <= hour <= 12 and half:
        return None
    if half in {"afternoon", "evening"} or (half == "night" and hour > 5):
        hour = hour % 12 + 12
    elif half == "morning":
        hour %= 12
    reading = read_period(_day_meant(match, context)) or _UNKNOWN
    return replace(reading, timex_type="TIME", value=f"{reading.value}T{hour:02d}:00")


_CODES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}


def _recurring(match: re.Match[str], context: Context) -> Reading | None:
    del context
    day = f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()] + 1}"
    part = (match["daypart"] or "").lower()
    return Reading("SET", f"{day}T{_CODES[part]}" if part else day)


def _weekends(match: re.Match[str], context: Context) -> Reading | None:
    del match, context
    return Reading("SET", "XXXX-WXX-WE")


_PART = r"(?P<daypart>(?i:morning|afternoon|evening|night))"
_HOUR = rf"(?P<hour>1[0-2]|[1-9]|(?i:{'|'.join(_HOURS)}))"

RULES: tuple[Rule, ...] = (
    make_rule(
        "in the morning",
        "daypart",
        rf"\b(?:(?i:(?:early|late|earlier|later){S}in{S}the|(?<=in )the(?:{S}(?:early|late))?|that|the{S}same){S}"
        rf"|(?i:mid)-?{S}?(?!night|evening))"
        rf"{_PART}\b(?!-|{S}(?i:of|after|before)\b)",
        _part,
    ),
    make_rule(
        "at noon",
        "daypart",
        r"(?:(?<=(?i:at ))|(?<=(?i:by ))|(?<=(?i:until ))|(?<=(?i:before ))|(?<=(?i:after ))|(?<=(?i:around )))"
        r"(?P<daypart>(?i:noon|midday|midnight))\b",
        _part,
    ),
    make_rule(
        "the morning of a day",
        "daypart",
        rf"\b(?:(?i:the){S})?(?:(?i:early){S})?{_PART}{S}(?i:of){S}(?:{WEEKDAY},?{S})?"
        rf"(?:{MONTH}{S}{DAY}|{DAY2}{S}{MONTH2})\b(?:,?{S}{YEAR})?",
        _part_of_named,
    ),
    make_rule(
        "four digits and a zone",
        "zone",
        rf"(?<![\w.,:$])(?P<hour>[01]\d|2[0-3])(?::|\.)?(?P<minute>[0-5]\d){S}(?P<zone>GMT|UTC|(?i:local{S}time))\b",
        _zoned,
    ),
    make_rule(
        "o'clock",
        "clockword",
        rf"\b{_HOUR}{S}?(?:o['’]clock)(?:{S}in{S}the{S}{_PART})?\b",
        _oclock,
    ),
    make_rule(
        "hour of the morning",
        "daypart",
        rf"(?:(?<=at )|(?<=around )|(?<=about )|(?<=by )|(?<=until )){_HOUR}{S}in{S}the{S}{_PART}\b",
        _oclock,
    ),
    make_rule(
        "weekdays that recur",
        "weekday",
        rf"\b(?P<weekday>(?i:{'|'.join(WEEKDAYS)}))(?:s|{S}{_PART}s)\b",
        _recurring,
    ),
    make_rule(
        "weekends",
        "unit",
        r"\b(?:(?<=on )|(?<=at )|(?<=during )|(?<=and ))(?i:weekends)\b",
        _weekends,
    ),
)
