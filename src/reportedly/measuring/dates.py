"""Finds the dates, times, durations and recurrences of a text (TIMEX3) and writes them in EDTF.

Rules isolate expressions; the longest of those that begin first wins; then they are read in the order of the text,
so that "the same day" can refer back. What has no anchor keeps an EDTF of None: nothing is invented. Which date
plays which role (said, published, as of) is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.measuring import (
    dates_absolute,
    dates_counted,
    dates_days,
    dates_holidays,
    dates_hours,
    dates_lengths,
    dates_numeric,
    dates_periods,
    dates_relative,
    dates_reporting,
    dates_spoken,
    dates_vague,
)
from reportedly.measuring.dates_calendar import Anchor
from reportedly.measuring.dates_reading import Context, Reading, Rule
from reportedly.measuring.dates_words import TRIGGERS
from reportedly.model import Span, TimeExpression

_RELATIONS = {
    "since": "since",
    "from": "since",
    "by": "by",
    "no later than": "by",
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "until": "until",
    "till": "until",
    "up to": "until",
    "through": "until",
    "after": "after",
    "following": "after",
}
_RELATION = re.compile(
    rf"(?i)\b({'|'.join(_RELATIONS)})[ \u00a0](?:(?:the|at least|about|around|approximately|as early as)[ \u00a0])?$"
)
_LOOK_BACK = 40
_LINE = re.compile(r"[^\n]+")


@lru_cache(maxsize=16)
def _rules(language: str) -> tuple[Rule, ...]:
    return (
        *dates_numeric.RULES,
        *dates_absolute.RULES,
        *dates_periods.RULES,
        *dates_days.RULES,
        *dates_hours.RULES,
        *dates_holidays.RULES,
        *dates_spoken.RULES,
        *dates_reporting.RULES,
        *dates_relative.RULES,
        *dates_counted.RULES,
        *dates_vague.RULES,
        *dates_lengths.RULES,
        *dates_absolute.foreign_rules(language),
    )


def find_dates(text: str, anchor: str | None, language: str = "en") -> tuple[TimeExpression, ...]:
    """Returns the time expressions of a text in ascending order, without overlaps; never raises.

    Args:
        text: the words of a report.
        anchor: when it was published, in EDTF; None or an unreadable one leaves relative dates without EDTF.
        language: ISO 639-1 code; beside English words, dates with month names of other languages are read.
    """
    context = Context(text, Anchor.read(anchor), language)
    found: list[TimeExpression] = []
    end = 0
    for match, rule in _candidates(text, language):
        if match.start() < end:
            continue
        reading = rule.read(match, context)
        if reading is None:
            continue
        span = _trim(match)
        found.append(_expression(text, span, reading))
        end = span.end
        context.note(reading.period, span.end)
    return tuple(found)


def date_rows(text: str, published: str | None) -> list[dict[str, object]]:
    """Returns the rows of `annotate --only dates`: start, end, timex_type, timex_value, edtf."""
    return [
        {
            "start": found.span.start,
            "end": found.span.end,
            "timex_type": found.timex_type,
            "timex_value": found.timex_value,
            "edtf": found.edtf,
        }
        for found in find_dates(text, published)
    ]


def _candidates(text: str, language: str) -> Iterator[tuple[re.Match[str], Rule]]:
    """Yields all matches line by line: first by beginning, then the longest, then in the order of the rules."""
    rules = _rules(language)
    for line in _LINE.finditer(text):
        kinds = {"", *(match.lastgroup for match in TRIGGERS.finditer(text, *line.span()))}
        matches = [
            (match.start(), -match.end(), order, match, rule)
            for order, rule in enumerate(rules)
            if rule.needs in kinds
            for match in rule.pattern.finditer(text, *line.span())
        ]
        for *_, match, rule in sorted(matches, key=lambda entry: entry[:3]):
            yield match, rule


def _trim(match: re.Match[str]) -> Span:
    words = match[0]
    left = len(words) - len(words.lstrip())
    return Span(match.start() + left, match.start() + len(words.rstrip(" \u00a0\t,")))


def _expression(text: str, span: Span, reading: Reading) -> TimeExpression:
    before = _RELATION.search(text[max(0, span.start - _LOOK_BACK) : span.start])
    return TimeExpression(
        span=span,
        timex_type=reading.timex_type,
        timex_value=reading.value,
        edtf=reading.edtf,
        relation=_RELATIONS[before[1].lower()] if before else "at",
    )
