"""Rules for periods counted from the report's date or from a date named before: "last week", "two days ago".

Without an anchor they keep their type, with a value that says nothing of when, and have no EDTF.
"""

from __future__ import annotations

import re
from datetime import date

from reportedly.measuring.dates_calendar import SIZES, Period, period_of
from reportedly.measuring.dates_reading import (
    Context,
    Reading,
    Rule,
    is_ahead,
    make_rule,
    period_here,
    read_period,
    unknown,
)
from reportedly.measuring.dates_words import MONTH, MONTHS, S, unit_of

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


_OF = re.compile(r" (?i:of) (?!the )")
_EDGES = {
    "late": "late",
    "early": "early",
    "mid": "mid",
    "end": "end",
    "beginning": "beginning",
    "start": "beginning",
}


def _step(match: re.Match[str], context: Context) -> Reading | None:
    which, unit = match["which"].lower(), unit_of(match["unit"])
    is_title = match["which"].istitle() and match["unit"].istitle()
    is_last_of = which == "last" and match["the"] and _OF.match(context.text, match.end())
    if is_title or is_last_of or unit in {"second", "minute", "hour"}:
        return None
    if which == "next" and match["the"]:
        return _the_next(context, unit, match.start())
    named = _named(context, unit) if which in _FROM_LAST else None
    if named is None and which in {"same", "that", "following"}:
        return None if which == "that" else unknown(unit)
    here = named or period_here(context, unit)
    if which == "latest" or here is None:
        return _latest(here, unit)
    edge = (match["part"] or "").lower().split()
    part = next((_EDGES[word] for word in edge if word in _EDGES), None)
    return read_period(here.shift(_STEPS[which]), part)


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
    unit = unit_of(match["unit"])
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
        "weekend",
        "unit",
        rf"\b(?P<which>(?i:the{S}past|the|this|last|next|past)){S}(?i:weekend)\b",
        _weekend,
    ),
)
