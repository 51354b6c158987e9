"""What a figure takes over from figures and names before: restatements, "the share", "the province", lists of cities.

Everything here is about joining readings; reading one figure by itself lives in `figures`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.measuring.clauses import Surroundings
from reportedly.measuring.nouns import Noun
from reportedly.measuring.properties import is_holding
from reportedly.model import Mention, Span
from reportedly.vocabulary.units import load_amounts


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity with what the words around it tell."""

    around: Surroundings
    noun: Noun | None
    # Short name of the unit, "people" and inherited units included.
    unit: str
    entity: str | None
    property: str | None
    place: str | None
    # Whether it is the M of "N of the M".
    whole: bool = False
    # Surroundings of the figure whose date it takes over, None if it refers to none.
    dated: Surroundings | None = None


def kind_of(unit: str) -> str:
    """Returns the kind of a unit by its short name; "rate" for those per day, else "count"."""
    known = load_amounts().units.get(unit)
    return known.kind if known else "rate" if "/" in unit else "count"


def sibling_of(around: Surroundings, earlier: Sequence[Measured]) -> Measured | None:
    """Returns the figure before this one in the same sentence, None if it is the first; wholes are passed over."""
    parts = [reading for reading in earlier[-3:] if not reading.whole]
    last = parts[-1] if parts else None
    return last if last and last.around.sentence == around.sentence else None


def part_of(around: Surroundings, earlier: Sequence[Measured]) -> Measured | None:
    """Returns the figure that says to be a part of this one: N for the M of "N of the M"."""
    last = earlier[-1] if earlier else None
    return last if last and last.around.quantity.whole == around.quantity.span else None


# --- the same thing in other words ------------------------------------------------------------------------

_JOINED = re.compile(r"\s+of\s+[^.;()]{1,60}?(?:,| and|, and)\s+", re.IGNORECASE)
_APPOSED = re.compile(
    r"(?:\s+of\s+(?:[^.;(),]|[.,](?=\d)){1,70}?)?(?:\s+(?:on|as of|by)\s+[^.;(),]{1,30})?"
    r"(?:,?\s+or|,(?:\s+(?:i\.e\.,?|that is,?|equal to|equivalent to))?)\s+",
    re.IGNORECASE,
)
_ANAPHOR = re.compile(
    r"\b(?:the|that|this|its|their)\s+(?:share|proportion|percentage|part|area|figure|number|total)"
    r"(?:\s+\w+){0,2}?\s+(?:at|is|was|as|to be|to|stood at|stands at)\s+$",
    re.IGNORECASE,
)


def continues(sibling: Measured, around: Surroundings, kind: str) -> bool:
    """Says whether a figure goes on with the verb of the one before: "holds 90% of A and 60% of B"."""
    between = around.text[sibling.around.quantity.span.end : around.quantity.span.start]
    return (
        kind == kind_of(sibling.unit)
        and is_holding(sibling.property)
        and _JOINED.fullmatch(between) is not None
    )


def restates(sibling: Measured, around: Surroundings, unit: str) -> bool:
    """Says whether a figure gives the one before in another unit: "one percent (266 km2)", "a third, or 90 km2"."""
    if {kind_of(sibling.unit), kind_of(unit)} != {"share", "area"} and around.bracket is None:
        return False
    if not {kind_of(sibling.unit), kind_of(unit)} <= {"share", "area"}:
        return False
    bracket = around.bracket
    if bracket is None:
        between = around.text[sibling.around.quantity.span.end : around.quantity.span.start]
        other = re.match(r"\s+(?:of|in|across)\b", around.after)
        return other is None and _APPOSED.fullmatch(between) is not None
    opens = around.quantity.span.start - bracket.start <= 2
    return opens and 0 <= bracket.start - sibling.around.quantity.span.end <= 60


def referred(around: Surroundings, kind: str, earlier: Sequence[Measured]) -> Measured | None:
    """Returns the figure whose matter "put the share at" takes up: the last of its kind in the paragraph."""
    if not _ANAPHOR.search(around.before):
        return None
    same = [
        r for r in earlier if r.around.paragraph == around.paragraph and kind_of(r.unit) == kind
    ]
    return same[-1] if same else None


_SAME_TIME = re.compile(
    r"\b(?:the|that) same (?:day|week|month|date|time|period|year)\b|\bthe (?:remaining|other|rest)\b",
    re.IGNORECASE,
)


def dated_by(around: Surroundings, earlier: Sequence[Measured]) -> Surroundings | None:
    """Returns the surroundings of the figure before, where "the remaining" or "the same week" refers to it."""
    last = earlier[-1].around if earlier else None
    refers = _SAME_TIME.search(around.sentence.of(around.text))
    return last if last and refers and last.paragraph == around.paragraph else None


# --- places -----------------------------------------------------------------------------------------------

_TERRITORY = re.compile(
    r"\b(?:the|this|that|its)\s+(?:\w+\s+)?(?:province|region|district|territory|oblast|city|town|island|peninsula|valley|"
    r"area|country|strip|zone)\b",
    re.IGNORECASE,
)


def place_before(around: Surroundings, earlier: Sequence[Measured]) -> str | None:
    """Returns the place of a figure on land whose sentence names none.

    It is that of the figure on land before it in the paragraph, or where the sentence says "the province" without a
    name in the paragraph, the last place named before.
    """
    same = [
        reading.place
        for reading in earlier
        if reading.around.paragraph == around.paragraph
        and reading.place
        and (is_holding(reading.property) or reading.property == "area")
    ]
    if same:
        return same[-1]
    places = [m for m in around.earlier if m.kind == "place"]
    if places and _TERRITORY.search(around.sentence.of(around.text)):
        return places[-1].name
    return None


_COUNTED = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven|eight)\s+(?:\w+\s+)?(?P<noun>cities|towns|villages|districts|regions|"
    r"provinces|oblasts|countries|settlements|islands)\b",
    re.IGNORECASE,
)
_COUNTS = ["two", "three", "four", "five", "six", "seven", "eight"]
_LISTED = re.compile(r",?\s*(?:and|or|,)?\s*(?:the\s+)?")


def respective_places(readings: Sequence[Measured]) -> tuple[str, ...]:
    """Returns the places that populations of one sentence belong to: "The three cities, home to A, B and C people".

    As many places must be listed, one after the other, before the words that count them; else the result is empty.
    """
    around = readings[0].around
    counted = _COUNTED.search(around.text, around.sentence.start, around.quantity.span.start)
    if counted is None or _COUNTS.index(counted["count"].lower()) + 2 != len(readings):
        return ()
    before = [
        m
        for m in (*around.earlier, *around.mentions)
        if m.kind in {"place", "capital"} and m.span.end <= counted.start()
    ]
    listed = before[-len(readings) :]
    if len({m.name for m in listed}) < len(readings) or not _is_list(around.text, listed):
        return ()
    return tuple(m.name for m in listed)


def _is_list(text: str, mentions: Sequence[Mention]) -> bool:
    gaps = (Span(a.span.end, b.span.start) for a, b in pairwise(mentions))
    return all(_LISTED.fullmatch(gap.of(text)) for gap in gaps)
