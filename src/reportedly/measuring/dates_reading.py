"""What a rule for dates takes and gives: the context of an expression and its reading.

Here live the records and the choice of direction (past or future); the rules are in `dates_absolute`,
`dates_relative` and `dates_lengths`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.measuring.dates_calendar import Anchor, Period
from reportedly.model.dates import part_of


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means."""

    # "DATE", "TIME", "DURATION" or "SET".
    timex_type: str
    # TIMEX3 value.
    value: str
    # EDTF, None where the expression has none.
    edtf: str | None = None
    # The period meant, to which "the same day" may refer back.
    period: Period | None = None


@dataclass(slots=True)
class Context:
    """What is known while a text is read from its beginning to its end; the only thing that changes."""

    text: str
    anchor: Anchor | None
    language: str
    # The last period that was named, None at the beginning.
    last: Period | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that isolates an expression and the function that reads it."""

    # Says in a word or two what is read, for the documentation and for debugging.
    name: str
    pattern: re.Pattern[str]
    # Gives None where the words turn out to be no date.
    read: Callable[[re.Match[str], Context], Reading | None]


def read_period(period: Period | None, part: str | None = None) -> Reading | None:
    """Returns the reading of a period, or of a vague part of it where it is a month or a year."""
    if period is None:
        return None
    edtf = period.edtf
    if part and period.unit in {"month", "year"}:
        edtf = part_of(edtf, part)
    return Reading("DATE", period.timex, edtf, period)


_FUTURE = re.compile(
    r"(?i)\b(?:will|won't|shall|to|would|plans?|planned|expects?|expected|scheduled|set|due|going|next|upcoming"
    r"|ahead|until|by|before|must|should|may|could)\b|'ll\b"
)
_PAST = re.compile(
    r"(?i)\b(?:was|were|had|did|said|says|told|went|came|took|made|met|held|began|fell|rose|since|ago|has|have|last"
    r"|[a-z]{3,}ed)\b"
)
_CLAUSE = 70
"""Characters to either side in which words of tense are looked for; chosen by eye on TimeBank."""


def is_ahead(context: Context, start: int, end: int) -> bool:
    """Says whether the clause around an expression speaks of what is to come."""
    left = re.split(r"[.;!?\n] ", context.text[max(0, start - _CLAUSE) : start])[-1]
    right = re.split(r"[.;!?\n] ", context.text[end : end + _CLAUSE])[0]
    ahead = [match.start() for match in _FUTURE.finditer(left)]
    past = [match.start() for match in _PAST.finditer(left)]
    if ahead or past:
        return max(ahead, default=-1) > max(past, default=-1)
    first_ahead, first_past = _FUTURE.search(right), _PAST.search(right)
    if first_ahead is None:
        return False
    return first_past is None or first_ahead.start() < first_past.start()
