"""What a rule for dates takes and gives: the context of an expression and its reading.

Here live the records and the choice of direction (past or future); the rules are in `dates_absolute`,
`dates_relative` and `dates_lengths`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

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


_REACH = 300
"""Characters over which an expression is taken to refer back to another; chosen by eye."""


@dataclass(slots=True)
class Context:
    """What is known while a text is read from its beginning to its end; the only thing that changes."""

    text: str
    anchor: Anchor | None
    language: str
    # The last period that was named, None at the beginning.
    last: Period | None = None
    # The last period named of each unit.
    named: dict[str, Period] = field(default_factory=dict)

    # Where the last period that was named ends in the text.
    last_end: int = 0
    # The latest quarter named that had ended when the report appeared, None before one is named.
    reported: Period | None = None
    # Where the last number of months that a report covers ("the nine months") ends in the text, -1 before one is named.
    months_end: int = -1

    def note(self, period: Period | None, end: int) -> None:
        """Keeps a period that was named, for what refers back."""
        if period is not None:
            self.last = period
            self.last_end = end
            self.named[period.unit] = period
            if period.unit == "quarter":
                self._note_quarter(period)

    def _note_quarter(self, quarter: Period) -> None:
        over = self.anchor is not None and quarter.last < self.anchor.last
        if over and (self.reported is None or quarter.first > self.reported.first):
            self.reported = quarter

    @property
    def quarter(self) -> Period | None:
        """The quarter that the figures of a report are of: the latest that was over, else the last named."""
        return self.reported or self.named.get("quarter")

    def is_near(self, start: int) -> bool:
        """Says whether the last period was named shortly before, in the same paragraph."""
        return start - self.last_end <= _REACH and "\n" not in self.text[self.last_end : start]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that isolates an expression and the function that reads it."""

    # Says in a word or two what is read, for the documentation and for debugging.
    name: str
    # Key of `dates_words.TRIGGERS`; a line without such a word is passed over.
    needs: str
    pattern: re.Pattern[str]
    # Gives None where the words turn out to be no date.
    read: Callable[[re.Match[str], Context], Reading | None]


def make_rule(
    name: str, needs: str, pattern: str, read: Callable[[re.Match[str], Context], Reading | None]
) -> Rule:
    """Compiles a rule."""
    return Rule(name, needs, re.compile(pattern), read)


def period_here(context: Context, unit: str) -> Period | None:
    """Returns the period of this unit in which the report appeared, None if that is not known."""
    return context.anchor.period(unit) if context.anchor else None


def read_period(period: Period | None, part: str | None = None) -> Reading | None:
    """Returns the reading of a period, or of a vague part of it where it is a month or a year."""
    if period is None:
        return None
    edtf = period.edtf
    if part and period.unit in {"month", "year"}:
        edtf = part_of(edtf, part)
    return Reading("DATE", period.timex, edtf, period)


_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}


def unknown(unit: str) -> Reading:
    """Returns the reading of a period of this unit that has no anchor."""
    return Reading("DATE", _UNKNOWN.get(unit, "XXXX"))


_FUTURE = re.compile(
    r"(?i)\b(?:to be|effective|will|won't|shall|would|until|upcoming"
    r"|(?:due|expect\w*|scheduled|set|plan\w*|hop(?:es?|ed|ing)|want\w*|intend\w*|prepar\w*|suppos\w*|slated|ready"
    r"|going|likely|about|agreed|is|are|was|were|be)(?: \w+ly)? to"
    r"|(?:is|are|be) (?:due|expected|scheduled|set|planned|slated)"
    r"|ahead of|(?:planned|scheduled|set) for|slated|expected|begins|starts|opens|resumes|expires"
    r"|takes (?:effect|place|office)|no later than)\b|'ll\b|’ll\b"
)
_PAST = re.compile(
    r"(?i)(?<!\bbe )\b(?:was|were|had|did|said|says|told|went|came|took|made|met|held|began|fell|rose"
    r"|since|ago|has|have|last)\b"
)
_PAST_FORM = re.compile(r"(?i)(?<!\bbe )\b[a-z]{3,}ed\b")
"""A verb in the past, or a participle, which says nothing of time after a word of the future."""
_BESIDE = re.compile(
    r"(?i)(?:[ \u00a0,]+(?:on|in|at|by|late|early|earlier|the|his|her|their|its|it))*[ \u00a0]*"
)
_ONCE_AHEAD = re.compile(
    r"(?i)\bhad(?: \w+ly)? been (?:\w+ly )?(?:due|scheduled|set|planned|slated|expected|supposed) to\b"
)
"""What was to come before something else did ("had been due to expire on Friday")."""
_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|Lt|No))"
    r"(?<!\b(?:Gen|Sen|Rep|Gov|Mrs|Col|Maj|Sgt|Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec))\. |[;!?] |\n"
)
_UP_TO = re.compile(r"(?i)\b(?:by|through|until|till)(?: the)? $")
_WAS = re.compile(r"(?i)\b(?:had|was|were|did|this year)\b|n't\b")
_CLAUSE = 70
"""Characters to either side in which words of tense are looked for; chosen by eye on TimeBank."""


def direction(context: Context, start: int, end: int) -> int:
    """Returns 1 if the clause around an expression speaks of what is to come, -1 of the past, 0 if it does not tell."""
    left = _SENTENCE.split(context.text[max(0, start - _CLAUSE) : start])[-1]
    right = re.split(r"[.,;!?\n]", context.text[end : end + _CLAUSE // 2])[0]
    once_ahead = max((match.end() for match in _ONCE_AHEAD.finditer(left)), default=-1)
    ahead = max((match.end() for match in _FUTURE.finditer(left)), default=-1)
    if once_ahead >= 0 and once_ahead == ahead:
        return -1
    past = max((match.start() for match in _PAST.finditer(left)), default=-1)
    past = max([past, *_past_forms(left, ahead)])
    if ahead < 0 and _UP_TO.search(left) and not _WAS.search(left):
        return 1
    if ahead >= 0 or past >= 0:
        return 1 if ahead >= past else -1
    first_ahead, first_past = _FUTURE.search(right), _past_after(right)
    if first_ahead and (first_past is None or first_ahead.end() >= first_past.start()):
        return 1
    return -1 if first_past else 0


def _past_forms(left: str, ahead: int) -> list[int]:
    """Returns where past forms begin; after a word of the future only beside the date or in a clause of their own."""
    return [
        form.start()
        for form in _PAST_FORM.finditer(left)
        if form.start() < ahead
        or ahead < 0
        or "," in left[ahead : form.start()]
        or _BESIDE.fullmatch(left, form.end())
    ]


def _past_after(right: str) -> re.Match[str] | None:
    found = [match for form in (_PAST, _PAST_FORM) if (match := form.search(right))]
    return min(found, key=lambda match: match.start(), default=None)


def is_ahead(context: Context, start: int, end: int) -> bool:
    """Says whether the clause speaks of what is to come; where it does not tell, the past is the rule in news."""
    return direction(context, start, end) > 0
