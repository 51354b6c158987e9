"""Dates as EDTF strings (ISO 8601-2): what they cover, how they compare, how people read them.

Here live the bounds, order and wording of a date that is already known. Finding dates in a text is the work
of `measuring`. Supported are years, months and days with unspecified digits (X), seasons (21–24), quarters
(33–36), halves (40–41), times of day, the qualifiers ~ ? %, and intervals with open ends; sets ([..], {..})
and years beyond four digits are not. A qualifier never widens bounds. The package `edtf` is the oracle of the
tests and not used here: it is slow, fails on open intervals and ends the winter on 31 December.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

Bounds = tuple[date | None, date | None]
"""Earliest and latest day, both included; None where that end is open or not known."""

_ONE = re.compile(
    r"[~?%]?(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)[~?%]?"
    r"(?:-[~?%]?(?P<month>0[1-9]|1[0-2]|XX|2[1-4]|3[3-6]|4[01])[~?%]?"
    r"(?:-[~?%]?(?P<day>0[1-9]|[12]\d|3[01]|XX)[~?%]?"
    r"(?P<time>T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?",
    re.ASCII,
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUARTERS = {"33": "first", "34": "second", "35": "third", "36": "fourth"}
_HALVES = {"40": "first", "41": "second"}
_QUALIFIERS = {"~": "about ", "?": "possibly ", "%": "possibly about "}
_MONTHS = tuple(calendar.month_name)

_YEAR_PARTS = {
    "early": "{0}-01/{0}-03~",
    "mid": "{0}-05~/{0}-08~",
    "late": "{0}-10~/{0}-12",
    "beginning": "{0}-01~",
    "end": "{0}-12~",
}
_MONTH_PARTS = {
    "early": "{0}-01/{0}-10~",
    "mid": "{0}-11~/{0}-20~",
    "late": "{0}-21~/{0}-{1}",
    "beginning": "{0}-01/{0}-05~",
    "end": "{0}-25~/{0}-{1}",
}
PARTS = tuple(_YEAR_PARTS)
"""Vague parts of a year or a month that `part_of` can write down."""


def is_edtf(text: str) -> bool:
    """Says whether a string is a date in the part of EDTF supported here."""
    try:
        bounds(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """Returns the earliest and the latest day of a date; a winter runs from December to February.

    Raises:
        ValueError: the string is not a supported EDTF date, or an interval ends before it begins.
    """
    left, slash, right = edtf.partition("/")
    if not slash:
        return _bounds_of_one(edtf)
    start = None if left in {"", ".."} else _bounds_of_one(left)[0]
    end = None if right in {"", ".."} else _bounds_of_one(right)[1]
    if start and end and end < start:
        raise ValueError(f"an interval that ends after it begins; found {edtf!r}")
    return start, end


def _bounds_of_one(edtf: str) -> Bounds:
    match = _ONE.fullmatch(edtf)
    if match is None or match["year"] == "0000":
        raise ValueError(f"an EDTF date such as 2025-06-02 or 2024-11~; found {edtf!r}")
    year, month, day = match["year"], match["month"], match["day"]
    if day and month and not month.startswith(("0", "1", "X")):
        raise ValueError(f"no day in a season or quarter; found {edtf!r}")
    if year == "XXXX":
        return None, None
    first, last = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if month in {None, "XX"}:
        return date(first, 1, 1), date(last, 12, 31)
    begin, end = _months_of(month)
    if day in {None, "XX"}:
        return date(first, begin, 1), _month_end(last, end)
    try:
        return date(first, begin, int(day)), date(last, begin, int(day))
    except ValueError as error:
        raise ValueError(f"a day of the calendar; found {edtf!r}") from error


def _months_of(code: str) -> tuple[int, int]:
    """Returns first and last month of a month, season, quarter or half; over 12 is the year after."""
    number = int(code)
    if number <= 12:
        return number, number
    if code in _SEASONS:
        return 3 * (number - 20), 3 * (number - 20) + 2
    if code in _QUARTERS:
        return 3 * (number - 33) + 1, 3 * (number - 33) + 3
    return 6 * (number - 40) + 1, 6 * (number - 40) + 6


def _month_end(year: int, month: int) -> date:
    if month > 12:
        year, month = min(year + 1, 9999), month - 12
    return date(year, month, calendar.monthrange(year, month)[1])


def parse_day(edtf: str | None) -> date | None:
    """Returns the day if the date is exactly one day, else None; never raises."""
    if edtf is None or not is_edtf(edtf):
        return None
    start, end = bounds(edtf)
    return start if start == end else None


def overlaps(a: str, b: str) -> bool:
    """Says whether some day can belong to both dates; an open end reaches as far as needed."""
    (a_start, a_end), (b_start, b_end) = bounds(a), bounds(b)
    return (a_end is None or b_start is None or b_start <= a_end) and (
        b_end is None or a_start is None or a_start <= b_end
    )


def earlier(a: str | None, b: str | None) -> str | None:
    """Returns the one of two dates that begins first; an unknown one gives way.

    One without a beginning counts by its end: "by 2 June" may be any day before, and is not earlier than 23 February.
    """
    return min(a, b, key=_begun)


def _begun(edtf: str | None) -> tuple[date, date]:
    if edtf is None:
        return date.max, date.max
    start, end = bounds(edtf)
    return start or end or date.max, end or date.max


def later(a: str | None, b: str | None) -> str | None:
    """Returns the one of two dates whose latest day comes last; an unknown one gives way."""
    if a is None or b is None:
        return b if a is None else a
    return max(a, b, key=lambda edtf: (bounds(edtf)[1] or date.max, bounds(edtf)[0] or date.min))


def is_after(edtf: str | None, day: date | str) -> bool | None:
    """Says whether all of a date lies after a day; None where it is unknown or lies on both sides.

    Raises:
        ValueError: `day` is a string and not one exact day.
    """
    limit = parse_day(day) if isinstance(day, str) else day
    if limit is None:
        raise ValueError(f"one day such as 2025-06-02; found {day!r}")
    if edtf is None:
        return None
    start, end = bounds(edtf)
    if start is not None and start > limit:
        return True
    return False if end is not None and end <= limit else None


def sort_key(edtf: str | None) -> tuple[bool, date, date]:
    """Returns a key that puts dates in order of earliest, then latest day; unknown dates come last."""
    if edtf is None:
        return True, date.max, date.max
    start, end = bounds(edtf)
    return False, start or (date.min if end else date.max), end or date.max


def part_of(period: str, part: str) -> str:
    """Returns our EDTF for a vague part of a year or month: late 2024 is `2024-10~/2024-12`.

    Early, mid and late are the first three, the middle four and the last three months of a year, and thirds of
    a month; beginning and end are one month of a year and about five days of a month.

    Args:
        period: a year or month (`2024`, `2024-11`).
        part: one of `PARTS`.
    """
    last = bounds(period)[1]
    known = _YEAR_PARTS if len(period) == 4 else _MONTH_PARTS
    return known[part].format(period, last.day if last else "")


def format_edtf(edtf: str | None) -> str:
    """Returns a date as people write it: "2 June 2025", "about November 2024", "until December 2024".

    A string that is no EDTF date is returned unchanged, None as "date unknown".
    """
    if edtf is None:
        return "date unknown"
    if not is_edtf(edtf):
        return edtf
    left, slash, right = edtf.partition("/")
    if not slash:
        return _format_one(edtf)
    return _format_part(edtf) or _format_interval(left, right)


def _format_interval(left: str, right: str) -> str:
    if left in {"", ".."} or right in {"", ".."}:
        if left == right:
            return "date unknown"
        return f"until {_format_one(right)}" if left in {"", ".."} else f"since {_format_one(left)}"
    about = "about " if re.search("[~%]", left + right) else ""
    first, last = (_format_one(re.sub("[~?%]", "", end)) for end in (left, right))
    head, tail = first.split(" "), last.split(" ")
    if first == last:
        return about + first
    shared = 0
    while shared < min(len(head), len(tail)) and head[-1 - shared] == tail[-1 - shared]:
        shared += 1
    if shared and len(head) == len(tail):
        return f"{about}{' '.join(head[:-shared])}–{last}"
    return f"{about}{first} to {last}"


def _format_part(edtf: str) -> str | None:
    """Reads back what `part_of` writes."""
    period = edtf[:7] if edtf[7:8] == "-" else edtf[:4]
    if not re.fullmatch(r"\d{4}(-\d\d)?", period):
        return None
    for part in PARTS:
        if part_of(period, part) == edtf:
            return f"{part}{'-' if part == 'mid' else ' '}{_format_one(period)}".replace(
                "end ", "end of "
            ).replace("beginning ", "beginning of ")
    return None


def _format_one(edtf: str) -> str:
    match = _ONE.fullmatch(edtf)
    if match is None:
        return edtf
    qualifier = next((_QUALIFIERS[sign] for sign in edtf if sign in _QUALIFIERS), "")
    year, month, day = match["year"], match["month"], match["day"]
    time = f", {match['time'][1:6]}" if match["time"] else ""
    return qualifier + _format_parts(year, month, day) + time


def _format_parts(year: str, month: str | None, day: str | None) -> str:
    shown = _format_year(year)
    if month is None:
        return shown
    if month in _SEASONS:
        return f"{_SEASONS[month]} {shown}"
    if month in _QUARTERS or month in _HALVES:
        word = "quarter" if month in _QUARTERS else "half"
        return f"{(_QUARTERS | _HALVES)[month]} {word} of {shown}"
    if month == "XX":
        return f"a month of {shown}" if day is None else f"a day of {shown}"
    named = f"{_MONTHS[int(month)]}{',' if year == 'XXXX' else ''} {shown}"
    if day is None:
        return named
    return f"a day of {named}" if day == "XX" else f"{int(day)} {named}"


def _format_year(year: str) -> str:
    if year == "XXXX":
        return "year unknown"
    if year.endswith("XX"):
        return f"{year[:2]}00–{year[:2]}99"
    return f"{year[:3]}0s" if year.endswith("X") else year.lstrip("0")
