"""Rules for days known by a name: "Christmas Eve", "Easter 2031", "last Thanksgiving".

Only days whose date follows from the year alone, the same in every country that keeps them; national days that share a
name ("Independence Day", "Victory Day") are left out. Orthodox Easter and Christmas are read where the words say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from reportedly.measuring.dates_absolute import AHEAD
from reportedly.measuring.dates_calendar import Period
from reportedly.measuring.dates_reading import (
    Context,
    Reading,
    Rule,
    is_ahead,
    make_rule,
    read_period,
)
from reportedly.measuring.dates_words import YEAR, S

_FIXED = {
    r"new year['’]s day": (1, 1),
    r"new year['’]s eve": (12, 31),
    r"orthodox christmas": (1, 7),
    r"christmas eve": (12, 24),
    r"christmas(?: day)?": (12, 25),
    r"boxing day": (12, 26),
    r"valentine['’]s day": (2, 14),
    r"st\.? patrick['’]s day": (3, 17),
    r"(?:international )?women['’]s day": (3, 8),
    r"april fools?['’]?s? day": (4, 1),
    r"may day": (5, 1),
    r"(?:the )?fourth of july|july fourth": (7, 4),
    r"halloween": (10, 31),
    r"veterans['’]? day|armistice day": (11, 11),
}
# Month, weekday (Monday is 0) and which of the month; -1 is the last.
_WEEKDAYS = {
    r"martin luther king,?(?: jr\.?)? day": (1, 0, 3),
    r"presidents?['’]?s? day": (2, 0, 3),
    r"mother['’]s day": (5, 6, 2),
    r"memorial day": (5, 0, -1),
    r"father['’]s day": (6, 6, 3),
    r"labor day": (9, 0, 1),
    r"columbus day": (10, 0, 2),
    r"thanksgiving(?: day)?": (11, 3, 4),
}
# Days after Easter Sunday.
_FROM_EASTER = {
    r"ash wednesday": -46,
    r"palm sunday": -7,
    r"maundy thursday": -3,
    r"good friday": -2,
    r"holy saturday|easter saturday|easter eve": -1,
    r"easter(?: sunday)?": 0,
    r"easter monday": 1,
    r"ascension day": 39,
    r"pentecost|whit sunday": 49,
}
_NO_DAY_AFTER = re.compile(
    r"(?i)[ -](?:tree|card|carol|gift|present|shopping|season|sale|party|parties|dinner|turkey|holiday|vacation|island"
    r"|rising|bunny|egg|lights?|decoration|massacre|offensive|bonus)"
)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _of_month(month: int, weekday: int, which: int) -> Callable[[int], date]:
    def find(year: int) -> date:
        if which > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)

    return find


def _from_easter(days: int, calendar: Literal[2, 3]) -> Callable[[int], date]:
    return lambda year: easter(year, calendar) + timedelta(days=days)


_DAYS: tuple[tuple[str, Callable[[int], date]], ...] = (
    *((words, _fixed(*day)) for words, day in _FIXED.items()),
    *((words, _of_month(*day)) for words, day in _WEEKDAYS.items()),
    *((words, _from_easter(days, EASTER_WESTERN)) for words, days in _FROM_EASTER.items()),
    *(
        (f"orthodox (?:{words})", _from_easter(days, EASTER_ORTHODOX))
        for words, days in _FROM_EASTER.items()
    ),
)
_READ = tuple((re.compile(words, re.IGNORECASE), day) for words, day in _DAYS)


def holiday(words: str, year: int) -> date | None:
    """Returns the day a name means in a year, None if it is no known name or the year is not 1600 to 4000."""
    flat = " ".join(words.split())
    for pattern, find in _READ:
        if pattern.fullmatch(flat):
            return find(year) if 1600 <= year <= 4000 else None
    return None


def _holiday(match: re.Match[str], context: Context) -> Reading | None:
    if _NO_DAY_AFTER.match(context.text, match.end()) and not match["year"]:
        return None
    name, which = match["holiday"], (match["which"] or "").lower()
    if which in {"each", "every"}:
        one, next_one = holiday(name, 2001), holiday(name, 2002)
        fixed = one and next_one and one.replace(year=2002) == next_one
        return Reading("SET", f"XXXX-{one:%m-%d}" if one and fixed else "P1Y")
    if match["year"]:
        day = holiday(name, int(match["year"]))
    elif context.anchor is None:
        return Reading("DATE", "XXXX-XX-XX")
    else:
        day = _nearest(name, which, context, match.span())
    return read_period(Period("day", day)) if day else None


def _nearest(name: str, which: str, context: Context, span: tuple[int, int]) -> date | None:
    """Returns the one nearest to the anchor; one far ahead is last year's unless the clause speaks of the future."""
    assert context.anchor is not None  # noqa: S101  (the caller has looked)
    here = context.anchor.middle
    days = [day for add in (-1, 0, 1) if (day := holiday(name, here.year + add)) is not None]
    if which in {"last", "this past"}:
        return max((day for day in days if day < here), default=None)
    if which in {"next", "this coming"}:
        return min((day for day in days if day > here), default=None)
    day = min(days, key=lambda one: abs((one - here).days), default=None)
    if day and (day - here).days > AHEAD and not is_ahead(context, *span):
        return max((one for one in days if one < here), default=None)
    return day


RULES: tuple[Rule, ...] = (
    make_rule(
        "holiday",
        "holiday",
        rf"\b(?:(?P<which>(?i:last|next|this{S}past|this{S}coming|this|each|every)){S})?"
        rf"(?P<holiday>(?i:{'|'.join(sorted((w for w, _ in _DAYS), key=len, reverse=True))}))\b(?!['’]s\b)"
        rf"(?:,?{S}(?:of{S}|in{S})?{YEAR})?",
        _holiday,
    ),
)
