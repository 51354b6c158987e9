"""Finds the words that state a condition or a deadline, and where in a sentence they reach to."""

from __future__ import annotations

import re

from reportedly.model import Span

_WORDS = (
    "only (?:after|if|when|once)",
    "if and only if",
    "even if",
    "if",
    "unless",
    "provided(?: that)?",
    "providing that",
    "on (?:the )?condition (?:that|of)",
    "in exchange for",
    "in return for",
    "as an? (?:pre)?condition (?:for|of|to)",
    "as a prerequisite (?:for|to)",
    "(?:as|so) long as",
    "until",
    "(?<=, )subject to",
    "(?<=is )subject to",
    "(?<=be )subject to",
    "(?:contingent|conditional) (?:on|upon)",
    "depending on",
    "but not (?:at any price|before|until)",
    "(?<=, )once",
    "without (?=the (?:participation|consent|involvement))",
)
_MARKERS = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_NO_CONDITION = re.compile(
    r"\b(?:even if|as if|for (?:as|so) long as|ask(?:s|ed)? if|what if|see if)$", re.IGNORECASE
)
_STOP = re.compile(r"[,;:—–•\n”\")]|\s-\s|[.!?](?=\s|$)")
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety|hundred|several)"
_UNIT = r"(?:hour|day|week|month|year)s?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:(?:early|mid|late)[- ]|the (?:beginning|start|middle|end) of )?"
_DAY = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?(?!\d))?)(?:,? \d{{4}})?"
_COMING = r"(?:this|next) (?:week|month|year|spring|summer|autumn|winter)"
_DATE = (
    rf"(?:{_PART}{_DAY}|{_PART}\d{{4}}|(?:this |next |the coming )?{_WEEKDAY}|{_COMING}|Christmas|Easter"
    r"|(?:the )?(?:summer|winter|spring|autumn)|tomorrow|tonight)"
)
_PERIOD = rf"the end of (?:the )?(?:{_DATE}|month|year|week|[a-z]+ \d{{4}})"
_DEADLINES = (
    rf"within (?:the (?:next|coming) )?{_COUNT} {_UNIT}(?: (?:of|after|from) [^,;.—\n]+)?",
    rf"(?:by|no later than|not later than|before|until) (?:{_PERIOD}|{_DATE}|midnight|noon|next {_UNIT})",
    rf"{_COUNT}[- ]{_UNIT} (?:timeline|deadline|period|ultimatum|timetable|window|limit)",
    rf"(?:in|after|for) {_COUNT} {_UNIT}(?= (?:of|after|from)\b)",
)
_DEADLINE = re.compile(rf"\b(?:{'|'.join(_DEADLINES)})")


def find_conditions(text: str, span: Span) -> tuple[Span, ...]:
    """Returns the stretches inside a sentence that state a condition, in order."""
    found: list[Span] = []
    for match in _MARKERS.finditer(text, span.start, span.end):
        if _NO_CONDITION.search(text, span.start, match.end()) or (
            found and match.start() < found[-1].end
        ):
            continue
        if match[0].lower() == "until" and _DEADLINE.match(text, match.start(), span.end):
            continue
        stretch = _reach(text, match, span.end)
        if stretch.end > match.end() or match[0].lower().startswith("but not"):
            found.append(stretch)
    return tuple(found)


def _reach(text: str, match: re.Match[str], end: int) -> Span:
    """Returns the stretch from a marker to the end of its clause."""
    stop = _STOP.search(text, match.end(), end)
    reach = stop.start() if stop else end
    while reach > match.end() and text[reach - 1].isspace():
        reach -= 1
    return Span(match.start(), reach)


def find_deadline(text: str, span: Span) -> Span | None:
    """Returns the first stretch inside a sentence that states a deadline, None if none does."""
    match = _DEADLINE.search(text, span.start, span.end)
    if match is None:
        return None
    end = match.end()
    while text[end - 1].isspace():
        end -= 1
    return Span(match.start(), end)
