"""Where and as of when a figure holds."""

from __future__ import annotations

import re

from reportedly.measuring.clauses import Surroundings
from reportedly.model import Mention, Span, TimeExpression
from reportedly.model.dates import bounds, is_edtf
from reportedly.vocabulary.units import load_amounts

_NEAR = 70
"""Characters after a figure within which "of", "in" and a place's name belong to it."""
_REGIONS = r"(?:oblast|region|province|district|governorate|county|counties|territor(?:y|ie)|republic|state|area)s?"
_COUNTED = re.compile(
    rf"\b(?P<count>two|three|four|five|six|seven|eight|\d)\s+(?:[\w-]+\s+){{0,4}}?(?P<noun>{_REGIONS})\b",
    re.IGNORECASE,
)
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight"]


def place_of(around: Surroundings, *, land: bool) -> str | None:
    """Returns the place a figure is about: in whose brackets it stands, of which it is a part, or the nearest.

    Args:
        around: the figure and the words around it.
        land: whether it says who holds a territory; only then the sentences before are searched too.
    """
    quantity, text = around.quantity, around.text
    unit = load_amounts().units.get(quantity.unit)
    if (unit and unit.kind == "duration") or quantity.form == "exchange":
        return None
    places = [m for m in around.mentions if m.kind == "place"]
    if around.bracket:
        before = [m for m in places if 0 <= around.bracket.start - m.span.end <= 25]
        if before:
            return before[-1].name
    near = Span(quantity.span.end, min(around.clause.end, quantity.span.end + _NEAR))
    for span, name in _named(around, places, near):
        between = text[quantity.span.end : span.start]
        if re.search(r"\b(?:of|in|across|from|on)\b[^,;()]*$", between):
            return name
    if not land and quantity.unit not in {"1", "people", "times"}:
        return None
    return _place_before(around, places, land=land)


_IN = re.compile(
    r"\b(?:in|inside|at|near|across|throughout|on|of|around|from|under|over|within|outside)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""What stands before a place at which something is counted; "turning to Arvel" is no such place."""


def _place_before(around: Surroundings, places: list[Mention], *, land: bool) -> str | None:
    """Looks before the figure: in the sentence, and for land also in the paragraph."""
    start = around.sentence.start
    found = _named(around, places, Span(start, around.quantity.span.start))
    if not land:
        found = [entry for entry in found if _IN.search(around.text[start : entry[0].start])]
    if found and (land or len({name for _, name in found}) == 1):
        return found[-1][1]
    if not land:
        return _place_taken_up(around, places)
    found = _named(around, places, Span(around.paragraph.start, start))
    return found[-1][1] if found else None


_TAKES_UP = re.compile(
    r"[\"“‘]?(?:That|This|It|Which) (?:would|will|could|may|might|has|have|had|means|meant|cost|led)\b"
)


def _place_taken_up(around: Surroundings, places: list[Mention]) -> str | None:
    """Returns the one place of the sentence before, where "That would mean" takes up what it says."""
    text, start = around.text, around.sentence.start
    if not _TAKES_UP.match(text, start):
        return None
    ends = list(
        re.finditer(
            r"[.!?][\"”’]?\s", text[around.paragraph.start : max(around.paragraph.start, start - 1)]
        )
    )
    begin = around.paragraph.start + (ends[-1].end() if ends else 0)
    named = (m.name for m in places if begin <= m.span.start < start)
    names = [name for name in dict.fromkeys(named) if not name.endswith((" River", " Sea"))]
    return names[0] if len(names) == 1 else None


def state_before(around: Surroundings) -> str | None:
    """Returns the last state named in the clause before a figure: "Norland has a population of 4 million"."""
    before = Span(around.clause.start, around.quantity.span.start)
    states = [m for m in around.mentions if m.kind == "state" and before.holds(m.span)]
    if not states:
        return None
    between = around.text[states[-1].span.end : around.quantity.span.start]
    other = re.search(r"\b(?:that|which|where|territor\w+|land|cit\w+|towns?|regions?)\b", between)
    return None if other else states[-1].name


def _named(around: Surroundings, places: list[Mention], span: Span) -> list[tuple[Span, str]]:
    """Returns places by name, and counted ones ("the four contested oblasts") as "four regions"."""
    found = [(m.span, m.name) for m in places if span.holds(m.span)]
    for match in _COUNTED.finditer(around.text, span.start, span.end):
        counted = Span(*match.span())
        if not any(counted.meets(other) for other, _ in found):
            found.append((counted, counted_name(match["count"])))
    return sorted(found)


def counted_name(count: str) -> str:
    """Returns the name for a number of regions that the text only counts."""
    word = _NUMBERS[int(count)] if count.isdigit() else count.lower()
    return f"{word} regions"


def as_of(around: Surroundings, published: str | None) -> str | None:
    """Returns when a figure holds, in EDTF.

    A date of its own clause, or one that opens the sentence, counts; without one the figure holds at some time up to
    publication ("../2025-02-27"). Lengths of time and dates after publication have none.
    """
    unit = load_amounts().units.get(around.quantity.unit)
    if unit and unit.kind == "duration":
        return None
    usable = [date for date in around.dates if date.timex_type in {"DATE", "TIME"} and date.edtf]
    usable = [d for d in usable if d.relation == "since" or not (d.edtf or "").endswith("/..")]
    usable = [date for date in usable if _not_after(date.edtf or "", published)]
    own = [
        date
        for date in usable
        if around.clause.holds(date.span) and not _own_clause(around, date.span)
    ]
    opening = [date for date in usable if date.span.start - around.sentence.start <= 12]
    chosen = _finer(_nearest(around, own), [*own, *opening]) or (opening[0] if opening else None)
    if chosen is None or chosen.edtf is None:
        return f"../{published}" if published and "/" not in published else None
    if chosen.relation == "since" or _since_event(around, chosen.span):
        return f"{chosen.edtf.split('/')[0]}/{published if published and '/' not in published else '..'}"
    return chosen.edtf


def _finer(chosen: TimeExpression | None, others: list[TimeExpression]) -> TimeExpression | None:
    """Returns a date inside the one chosen where that is only a year ("On 2 June ... this year")."""
    if chosen is None or not re.fullmatch(r"\d{4}", chosen.edtf or ""):
        return chosen
    inside = [d for d in others if re.fullmatch(rf"{chosen.edtf}-\d\d(?:-\d\d)?", d.edtf or "")]
    return inside[0] if inside else chosen


def _since_event(around: Surroundings, date: Span) -> bool:
    """Reads "since the beginning of the war in late May", where the date belongs to what began."""
    before = around.text[around.clause.start : date.start]
    return re.search(r"\bsince\s+(?:[\w’']+\s+){1,8}(?:in|of|on)\s+$", before) is not None


def _own_clause(around: Surroundings, date: Span) -> bool:
    """Says whether a relative clause or bracket stands between figure and date."""
    quantity = around.quantity.span
    left, right = sorted((quantity, date))
    between = around.text[left.end : right.start]
    if re.search(r"\b(?:which|who|that was|when|where|after|before)\b", between):
        return True
    start = around.text.rfind(",", around.sentence.start, date.start) + 1
    aside = around.text[start : date.start] if start else ""
    return "," in between and re.search(r"^ (?:which|who|whose|where)\b", aside) is not None


def _nearest(around: Surroundings, dates: list[TimeExpression]) -> TimeExpression | None:
    quantity = around.quantity.span
    return min(
        dates,
        key=lambda d: min(abs(d.span.start - quantity.end), abs(quantity.start - d.span.end)),
        default=None,
    )


def _not_after(edtf: str, published: str | None) -> bool:
    if published is None or not is_edtf(edtf) or not is_edtf(published):
        return is_edtf(edtf)
    start, limit = bounds(edtf)[0], bounds(published)[1]
    return start is None or limit is None or start <= limit
