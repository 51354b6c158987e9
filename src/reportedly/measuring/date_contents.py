"""Chooses the dates inside what is said: by when it is to be done, and when the event it speaks of takes place.

Pure functions of stretches and time expressions, like `date_roles`: where the words do not tell, the answer is None.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from reportedly.measuring.date_roles import is_attributive, is_whole_year
from reportedly.model import Span, TimeExpression
from reportedly.model.dates import bounds

_BEFORE = re.compile(r"(?i)\b(?:before|prior to|ahead of)\b")
_FROM_EVENT = re.compile(r"(?i)\s*(?:of|after|from|following|before)\b(?! (?:now|today)\b)")
_NO_LIMIT = re.compile(r"(?i)(?:after|for)\b")
_WITHIN = re.compile(r"(?i)(?:within|in)\b")
_ENDING = re.compile(r"(?i)\bto $")
_LOOSE = re.compile(r"(?i)today|tomorrow|tonight|yesterday")
_QUOTED = 300
"""Characters before a word in which an opening quotation mark is looked for."""
_DAYS = re.compile(r"P(?:(?P<weeks>\d+)W|(?P<days>\d+)D|T(?P<hours>\d+)H)")


def due_date(
    text: str,
    deadline: Span | None,
    dates: Sequence[TimeExpression],
    *,
    said: str | None,
    published: str | None,
) -> str | None:
    """Returns by when something is due, in EDTF: open at its beginning ("../2031-04-25").

    "Before 25 April" ends the day before. "Within 48 hours" counts from when it was said, else published; a length that
    counts from an event ("within 100 days of ..."), or says not from when ("a 30-day timeline"), has no date.

    Args:
        text: the words of the report.
        deadline: the words of the deadline.
        dates: what `find_dates` found in the text.
        said: when it was said, in EDTF.
        published: when the report was published, in EDTF.
    """
    if deadline is None or _NO_LIMIT.match(text, deadline.start):
        return None
    for found in dates:
        if deadline.holds(found.span) and found.timex_type in {"DATE", "TIME"} and found.edtf:
            due = _up_to(found.edtf, before=bool(_BEFORE.match(text, deadline.start)))
            yearless = not re.search(r"\d{4}", found.span.of(text))
            return _nearest(due, _last_day(said) or _last_day(published)) if yearless else due
    length = due_within(deadline, dates)
    counted = _DAYS.fullmatch(length or "")
    if (
        counted is None
        or not _WITHIN.match(text, deadline.start)
        or _from_event(text, deadline, dates)
    ):
        return None
    start = _last_day(said) or _last_day(published)
    days = 7 * int(counted["weeks"] or 0) + int(counted["days"] or 0)
    days += -(-int(counted["hours"] or 0) // 24)
    return f"../{(start + timedelta(days=days)).isoformat()}" if start and days < 4000 else None


def due_within(deadline: Span | None, dates: Sequence[TimeExpression]) -> str | None:
    """Returns the length of a deadline as an ISO 8601 duration ("P100D"), None where it is a date or vague."""
    if deadline is None:
        return None
    for found in dates:
        exact = "X" not in found.timex_value
        if deadline.meets(found.span) and found.timex_type == "DURATION" and exact:
            return found.timex_value
    return None


def event_date(
    text: str,
    content: Span,
    dates: Sequence[TimeExpression],
    *,
    beside: Sequence[Span] = (),
) -> str | None:
    """Returns when the event takes place that a content speaks of ("a meeting on 28 February"), in EDTF.

    It is the one date inside the content that bounds nothing ("since", "until"), is finer than a year and does not only
    tell which thing is meant ("the 2 June meeting"); of two different ones neither is chosen.

    Args:
        text: the words of the report.
        content: the stretch of the statement.
        dates: what `find_dates` found in the text.
        beside: stretches whose dates are of another kind: deadline and conditions.
    """
    named = {
        found.edtf
        for found in dates
        if content.holds(found.span)
        and not any(other.meets(found.span) for other in beside)
        and _is_of_event(text, found)
    }
    return named.pop() if len(named) == 1 else None


def _is_of_event(text: str, found: TimeExpression) -> bool:
    if found.timex_type not in {"DATE", "TIME"} or found.relation != "at" or not found.edtf:
        return False
    if _ENDING.search(text[max(0, found.span.start - 4) : found.span.start]):
        return False
    vague = found.timex_value.endswith("_REF") or "X" in found.edtf or ".." in found.edtf
    if _LOOSE.fullmatch(found.span.of(text)) and _is_quoted(text, found.span):
        return False
    return not vague and not is_whole_year(found.edtf) and not is_attributive(text, found.span)


def _is_quoted(text: str, span: Span) -> bool:
    """Says whether a stretch stands in quotation marks, where "tomorrow" may be any day to come."""
    before = text[max(0, span.start - _QUOTED) : span.start].rpartition("\n")[2]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _up_to(edtf: str, *, before: bool) -> str | None:
    """Returns the interval that ends with a date, or on the day before it."""
    first, last = bounds(edtf)
    end = first - timedelta(days=1) if before and first and first > date.min else last
    return f"../{end.isoformat()}" if end and not (before and first is None) else None


def _nearest(due: str | None, told: date | None) -> str | None:
    """Moves a deadline without its year on by one where that is nearer to when it was told: what is due is to come."""
    day = _last_day(due)
    if due is None or day is None or told is None or day >= told or day.year == date.max.year:
        return due
    last = calendar.monthrange(day.year + 1, day.month)[1]
    after = day.replace(year=day.year + 1, day=min(day.day, last))
    return f"../{after.isoformat()}" if (after - told) < (told - day) else due


def _from_event(text: str, deadline: Span, dates: Sequence[TimeExpression]) -> bool:
    ends = [d.span.end for d in dates if d.timex_type == "DURATION" and deadline.meets(d.span)]
    return bool(ends and _FROM_EVENT.match(text, ends[0]))


def _last_day(edtf: str | None) -> date | None:
    return bounds(edtf)[1] if edtf else None
