"""Rules for periods counted from the report's date or from a date named before: "last week", "two days ago".

Without an anchor they keep their type, with a value that says nothing of when, and have no EDTF.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reportedly.measuring.dates_calendar import Period, move_back, period_of
from reportedly.measuring.dates_reading import (
    Context,
    Reading,
    Rule,
    is_ahead,
    make_rule,
    period_here,
    read_period,
)
from reportedly.measuring.dates_lengths import length_value
from reportedly.measuring.dates_vague import future, past
from reportedly.measuring.dates_words import (
    HEDGE,
    MONTH,
    MONTHS,
    NUMBER,
    UNIT,
    S,
    number_of,
    unit_code,
)

_STEPS = {
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
}
_FROM_LAST = frozenset({"previous", "preceding", "following", "same", "that"})
_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}


def _unit(words: str) -> str:
    unit = words.lower()
    return "century" if unit == "centurie" else unit


def unknown(unit: str) -> Reading:
    """Returns the reading of a period of this unit that has no anchor."""
    return Reading("DATE", _UNKNOWN.get(unit, "XXXX"))


_OF = re.compile(r" (?i:of) (?!the )")


def _step(match: re.Match[str], context: Context) -> Reading | None:
    which, unit = match["which"].lower(), _unit(match["unit"])
    if unit in {"second", "minute", "hour"}:
        return None
    here = period_here(context, unit)
    if match["which"].istitle() and match["unit"].istitle():
        return None
    if which == "last" and match["the"] and _OF.match(context.text, match.end()):
        return None
    if which == "next" and match["the"]:
        return _the_next(context, unit, match.start())
    named = _named(context, unit) if which in _FROM_LAST else None
    if named is not None:
        here = named
    elif which == "that":
        return None
    elif which in {"same", "following"}:
        return unknown(unit)
    if which == "latest" or here is None:
        return _latest(here, unit)
    step = _STEPS[which]
    if unit == "quarter" and which == "this" and not is_ahead(context, match.start(), match.end()):
        step = 0
    part = (match["part"] or "").lower()
    part = "end" if "end" in part else "beginning" if "beg" in part or "start" in part else part
    return read_period(
        here.shift(step), part if part in {"late", "end", "early", "mid", "beginning"} else None
    )


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


def _named(context: Context, unit: str) -> Period | None:
    """Returns the period of this unit named last, or that in which a finer one named last lies."""
    last = context.last
    if last is not None and SIZES.index(last.unit) <= SIZES.index(unit):
        return period_of(unit, last.first)
    return context.named.get(unit)


def _the_next(context: Context, unit: str, start: int) -> Reading | None:
    """Reads "the next day" from the day named shortly before; without one a day stays unknown."""
    named = _named(context, unit) if context.is_near(start) else None
    if named is not None:
        return read_period(named.shift(1))
    here = period_here(context, unit) if unit != "day" else None
    return read_period(here.shift(1)) if here else unknown(unit)


def _latest(here: Period | None, unit: str) -> Reading | None:
    return read_period(here.shift(-1)) if here else unknown(unit)


def _part_of_this(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "earlier this month" as the part up to the anchor, "later this year" as the part from it on."""
    unit = _unit(match["unit"])
    here = period_here(context, unit)
    if here is None or context.anchor is None:
        return unknown(unit)
    first, last = here.first, here.last
    if match["side"].lower().startswith("earl"):
        last = max(first, context.anchor.last)
    else:
        first = min(last, context.anchor.first)
    return Reading("DATE", here.timex, f"{first.isoformat()}/{last.isoformat()}", here)


def _month_step(match: re.Match[str], context: Context) -> Reading | None:
    month = MONTHS[match["month"].lower().rstrip(".")]
    if context.anchor is None:
        return Reading("DATE", f"XXXX-{month:02d}")
    here, which = context.anchor.middle, match["which"].lower()
    if "year" in which:
        year = here.year + _STEPS[which.split()[0]]
    elif which == "this":
        year = here.year
    elif which in {"next", "this coming"}:
        year = here.year + (month <= here.month)
    else:
        year = here.year - (month >= here.month)
    return read_period(Period("month", date(year, month, 1)))


_FROM_NAMED = frozenset({"earlier", "later", "before"})


def _ago(match: re.Match[str], context: Context) -> Reading | None:
    unit, number, way = _unit(match["unit"]), number_of(match["number"]), match["way"].lower()
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
    reading = counted(context, unit, round(number) * (-1 if forward else 1), base)
    return _blurred(reading) if reading and match["hedge"] else reading


def _whole_units(unit: str, number: float) -> tuple[str, float]:
    """Counts "half a century" in years and "a year and a half" in months, so that no fraction is left to round."""
    while number != int(number) and unit in _FINER:
        unit, per = _FINER[unit]
        number *= per
    return unit, number


_FINER = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
    "week": ("day", 7),
}


def _apart(
    match: re.Match[str], context: Context, unit: str, number: float | None
) -> Reading | None:
    """Reads "three days later": TIMEX3 marks the length, the day it leads to is known if one was named shortly before."""
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
        return _counted_from(base, unit, count)
    if context.anchor is None:
        return unknown(unit)
    here = context.anchor.period("day" if unit in {"day", "week"} else unit)
    return read_period(move_back(here.first, unit, count)) if here else unknown(unit)


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


def _weekend(match: re.Match[str], context: Context) -> Reading | None:
    which = (match["which"] or "the").lower()
    here = period_here(context, "weekend")
    if here is None or context.anchor is None:
        return unknown("weekend")
    step = (
        -1
        if which in {"last", "past", "the past"}
        or (which == "the" and context.anchor.last < here.first)
        else 0
    )
    if which == "next" or (
        which == "the" and step and is_ahead(context, match.start(), match.end())
    ):
        step += 1
    return read_period(here.shift(step))


_PERIODS = r"(?P<unit>(?i:day|weekend|week|month|quarter|year|decade|century))\b(?!-)"
_EDGE = rf"(?:(?P<part>(?i:early|late|mid|the{S}(?:end|beginning|start|middle){S}of))[ -])?"

RULES: tuple[Rule, ...] = (
    make_rule(
        "last week",
        "unit",
        rf"\b{_EDGE}(?:(?:(?P<the>(?i:the))|(?i:its)){S})?(?P<which>(?i:last|next|this|previous|preceding|past|coming|following|same|current|latest|that))"
        rf"(?:{S}(?i:fiscal|calendar|full|past|coming|same))?{S}{_PERIODS}(?!['’]s[ ](?:first|second|third|fourth))",
        _step,
    ),
    make_rule(
        "earlier this month",
        "unit",
        rf"\b(?P<side>(?i:earlier|later)){S}(?i:this|in{S}the){S}(?P<unit>(?i:week|month|quarter|year|decade|century))\b",
        _part_of_this,
    ),
    make_rule(
        "last May",
        "month",
        rf"\b(?P<which>(?i:last|next|this|this{S}past|this{S}coming)){S}{MONTH}(?!{S}\d)",
        _month_step,
    ),
    make_rule(
        "each May",
        "month",
        rf"\b(?i:each|every){S}{MONTH}",
        lambda match, _: Reading("SET", f"XXXX-{MONTHS[match['month'].lower().rstrip('.')]:02d}"),
    ),
    make_rule(
        "May last year",
        "month",
        rf"\b{MONTH}{S}(?:of{S})?(?P<which>(?i:last|next|this|this{S}past){S}(?i:year))\b",
        _month_step,
    ),
    make_rule(
        "days ago",
        "unit",
        rf"\b{HEDGE}{NUMBER}(?:{S}(?i:full|long))?[ -]{UNIT}s?(?:{S}or{S}(?:so|two))?{S}"
        rf"(?P<way>(?i:ago|earlier|later|from{S}now|hence|before(?!{S}[a-z])))\b(?!-)",
        _ago,
    ),
    make_rule(
        "weekend",
        "unit",
        rf"\b(?P<which>(?i:the{S}past|the|this|last|next|past)){S}(?i:weekend)\b",
        _weekend,
    ),
)
