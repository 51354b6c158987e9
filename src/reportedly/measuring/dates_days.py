"""Rules for days and times of day counted from the report's date: "yesterday morning", "on Tuesday", "5 p.m. Friday".

Without an anchor they keep their type, with a value that says nothing of when, and have no EDTF.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.measuring.dates_absolute import clock_value, read_day
from reportedly.measuring.dates_reading import (
    Context,
    Reading,
    Rule,
    is_ahead,
    make_rule,
    period_here,
    read_period,
)
from reportedly.measuring.dates_words import (
    CLOCK,
    DAY,
    DAY2,
    DAY_PARTS,
    MONTH,
    MONTH2,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    S,
)

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_UNKNOWN_DAY = Reading("DATE", "XXXX-XX-XX")


def with_part(reading: Reading, words: str | None) -> Reading:
    """Adds a part of the day to the reading of a day ("night", "noon"); others leave it as it is."""
    code = DAY_PARTS.get((words or "").lower())
    if code is None:
        return reading
    value = reading.value + (code if code.startswith("T") else f"T{code}")
    return Reading("TIME", value, reading.edtf, reading.period)


def _day_word(match: re.Match[str], context: Context) -> Reading | None:
    word = match["word"].lower()
    here = period_here(context, "day")
    step = _DAYS[word] + (-1 if match["before"] else 1 if match["after"] else 0)
    day = here.shift(step) if here else None
    reading = read_period(day) or _UNKNOWN_DAY
    return with_part(reading, "night" if word == "tonight" else match["daypart"] or match["middle"])


def _this_part(match: re.Match[str], context: Context) -> Reading | None:
    which = match["which"].lower()
    here = period_here(context, "day")
    day = here.shift(-1 if which == "last" else 0) if here else None
    return with_part(read_period(day) or _UNKNOWN_DAY, match["daypart"])


def _overnight(match: re.Match[str], context: Context) -> Reading | None:
    if re.match(
        r"[ \u00a0](?:on|into|from)[ \u00a0](?:the )?\d",
        context.text[match.end() : match.end() + 12],
    ):
        return None
    return with_part(read_period(period_here(context, "day")) or _UNKNOWN_DAY, "night")


_OPENED = re.compile(r"(?:day|night|morning|evening) (?:to|until|till|through) $")
"""What stands before the second of two weekdays."""


_RECURS = re.compile(
    r"(?i)[ \u00a0](?:and|or)[ \u00a0]\w{3,6}day[ \u00a0](morning|afternoon|evening|night)s\b"
)
"""What follows the first of two weekdays that recur ("Monday and Tuesday nights")."""


def _recurring(match: re.Match[str], context: Context, which: str) -> Reading | None:
    """Reads "every Monday" and the first of "Monday and Tuesday nights", None for a single day."""
    value = f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()] + 1}"
    if which.startswith(("each", "every")):
        return Reading("SET", value)
    recurs = None if which else _RECURS.match(context.text, match.end())
    return Reading("SET", f"{value}T{DAY_PARTS[recurs[1].lower()]}") if recurs else None


def _weekday(match: re.Match[str], context: Context) -> Reading | None:
    number, which = WEEKDAYS[match["weekday"].lower()], (match["which"] or "").lower()
    recurs = _recurring(match, context, which)
    if recurs is not None:
        return recurs
    here = period_here(context, "day")
    if here is None:
        return with_part(Reading("DATE", f"XXXX-WXX-{number + 1}"), match["daypart"])
    ahead = which in {"next", "coming", "this coming"} or (
        not which and is_ahead(context, match.start(), match.end())
    )
    opened = _OPENED.search(context.text[max(0, match.start() - 24) : match.start()])
    if opened and context.last is not None and context.last.unit == "day":
        after = (number - context.last.first.weekday()) % 7
        return with_part(read_period(context.last.shift(after)) or _UNKNOWN_DAY, match["daypart"])
    if which == "this":
        return with_part(
            read_period(here.shift(number - here.first.weekday())) or _UNKNOWN_DAY, match["daypart"]
        )
    back = (here.first.weekday() - number) % 7
    step = 7 - back if ahead else -back
    told = context.named.get("day")
    if which == "the previous" and told is not None:
        gap = (told.first.weekday() - number) % 7 or 7
        return with_part(read_period(told.shift(-gap)) or _UNKNOWN_DAY, match["daypart"])
    if step == 0 and which in {"last", "past", "the previous"}:
        step = -7
    if ahead and step == 7 and not which:
        step = 0
    return with_part(
        read_period(here.shift(step)) or _UNKNOWN_DAY, match["daypart"] or match["dayfirst"]
    )


def _clock(match: re.Match[str], context: Context) -> Reading | None:
    value = clock_value(match)
    if value is None or (not match["half"] and not match["at"]):
        return None
    if match["month"] or match["month2"]:
        return _clock_of_day(match, context, value)
    here = period_here(context, "day")
    if match["weekday"] and here:
        here = here.shift(-((here.first.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7))
    elif match["word"] and here:
        here = here.shift(_DAYS[match["word"].lower()])
    elif context.last is not None and context.last.unit == "day":
        here = context.last
    if here is None:
        return Reading("TIME", f"XXXX-XX-XX{value}")
    return Reading("TIME", here.timex + value, here.edtf, here)


def _clock_of_day(match: re.Match[str], context: Context, value: str) -> Reading | None:
    """Reads "5 p.m. on 2 June" and "5 p.m. on June 2"."""
    month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    year = int(match["year"]) if match["year"] else None
    day = read_day(context, year, month, int(match["day"] or match["day2"]), match.span())
    return replace(day, timex_type="TIME", value=day.value + value) if day else None


_DAYPART = r"(?P<daypart>(?i:morning|afternoon|evening|night|noon|midday))\b"

RULES: tuple[Rule, ...] = (
    make_rule(
        "day word",
        "dayword",
        rf"\b(?:(?:(?:at{S})?(?i:mid)-?(?P<middle>(?i:morning|afternoon)){S})|(?:(?i:late|early|earlier|later){S})|(?P<before>(?i:the{S}day{S}before){S})|(?P<after>(?i:the{S}day{S}after){S}))?"
        rf"(?P<word>(?i:today|yesterday|tomorrow|tonight))\b(?:{S}{_DAYPART})?",
        _day_word,
    ),
    make_rule(
        "part of this day",
        "daypart",
        rf"\b(?:(?i:later|earlier|early|late){S})?(?P<which>(?i:this|last)){S}{_DAYPART}",
        _this_part,
    ),
    make_rule("overnight", "daypart", r"\b(?i:overnight)\b", _overnight),
    make_rule(
        "weekday",
        "weekday",
        rf"\b(?:(?P<dayfirst>(?i:noon|midnight)){S}(?:on{S})?)?"
        rf"(?:(?P<which>(?i:last|next|past|this{S}coming|this{S}past|this|coming|the{S}previous|each|every)){S}|(?i:early|late|earlier|later){S})?"
        rf"{WEEKDAY}(?:{S}{_DAYPART})?(?!s)",
        _weekday,
    ),
    make_rule(
        "clock time",
        "clock",
        rf"(?<![\w:.,$])(?P<at>(?<=at ))?{CLOCK}(?![\d:%])(?:{S}(?:EST|EDT|GMT|UTC|CET|local{S}time))?"
        rf"(?:,?{S}(?:on{S})?(?:{WEEKDAY}|(?P<word>(?i:today|yesterday|tomorrow))|{MONTH}{S}{DAY}\b"
        rf"|{DAY2}{S}{MONTH2}(?:{S}{YEAR})?))?",
        _clock,
    ),
)
