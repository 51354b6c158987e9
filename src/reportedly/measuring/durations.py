"""Which lengths of time are figures: deadlines, and how long something agreed or asked for is to last.

How long a conversation or a war took is background; it gets no row. What is agreed is data: `vocabulary/units.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportedly.measuring.quantities import Quantity
from reportedly.model import Span
from reportedly.vocabulary.units import load_amounts

_WITHIN = re.compile(r"\b(?:within|in under|no later than|inside)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BETWEEN = "of|for|lasting|that lasts|to last|at|about|some|a|an|the|period|another|full|is|was|will be|are"
_FILLER = rf"(?:\s+(?:{_BETWEEN})\b)*\s*"


_FOR = re.compile(
    r"(?<=line|able|atum) for (?:the |a |an |its |their )?(?P<of>(?:[A-Z][\w-]+ )?[a-z][\w-]+)(?=[ .,;]|$)"
)
"""What a timeline or ultimatum is for."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """What a length of time belongs to."""

    # "ceasefire", "timeline"; None where the words do not say.
    entity: str | None
    # "deadline" or "duration".
    property: str


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<noun>(?:{_stems()})\w*){_FILLER}$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"[\s-]+(?:of\s+)?(?:(?:full|complete|unconditional|general|the|a|limited|interim)\s+){{0,2}}(?P<noun>(?:{_stems()})\w*)",
        re.IGNORECASE,
    )


def _stems() -> str:
    known = load_amounts().properties
    return "|".join(re.escape(stem) for stem in (*known["lasting"], *known["deadline"]))


def lasting_of(text: str, quantity: Quantity, clause: Span) -> Lasting | None:
    """Returns what a length of time is a deadline for or the length of, None if it is only background."""
    before = text[clause.start : quantity.span.start]
    after = text[quantity.span.end : clause.end]
    following = _after().match(after)
    preceding = _before().search(before)
    named = following or preceding
    noun = _noun(named["noun"]) if named else None
    if following and (of := _FOR.match(after, following.end())):
        return Lasting(
            of["of"],
            "deadline"
            if noun and noun.startswith(load_amounts().properties["deadline"])
            else "duration",
        )
    if _WITHIN.search(before):
        return Lasting(_governed(before), "deadline")
    if noun is None:
        return None
    stems = load_amounts().properties["deadline"]
    return Lasting(noun, "deadline" if noun.startswith(stems) else "duration")


def _governed(before: str) -> str | None:
    """Returns what is to happen within a length of time, if one of the known words says so."""
    found = list(re.finditer(rf"\b(?:{_stems()})\w*", before, re.IGNORECASE))
    return _noun(found[-1][0]) if found else None


def _noun(word: str) -> str:
    """Names a thing agreed by its noun: "withdraw" is "withdrawal"."""
    lower = word.lower()
    return re.sub(
        r"^withdr(?:aws?|ew|awn|awing)$",
        "withdrawal",
        re.sub(r"^exten(?:d\w*)$", "extension", lower),
    )
