"""Checks of figures of one sentence that are parts of each other: "3,000 troops, including 2,000 from the north".

A part is found only by the words between it and its whole. Sums over places and sentences are in `checks_sums`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from reportedly.comparing.arithmetic import (
    TOLERANCE,
    precision,
    relative,
    shown,
    signed,
    stated,
)
from reportedly.comparing.wordings import Wording, between
from reportedly.model import Check, Figure
from reportedly.vocabulary.measurands import load_measurands

Found = tuple[str, Check]

_INCLUDING = re.compile(
    r"[^.;]{0,90}?\b(?:including|includes?|included|of which|of whom|of them|among them|"
    r"comprising|made up of|consisting of)\b"
    r"(?:\s(?:the|a|an|some|about|around|at|least|also|for|was|were|is|are)){0,3}[\s:]*",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s(?:out )?of (?:the |its |their |his |her |all |a total of |our )*", re.IGNORECASE
)
_TOWARDS = re.compile(
    r"[^.;]{0,80}?\b(?:bring|tak|rais|push)(?:s|es|ing)\s(?:\w+\s){0,6}?(?:total|toll|number|sum|contributions?|support|aid)\b[^.;\d]{0,50}?\bto\s*",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:[^.;:\d]|\d+(?:st|nd|rd|th)\b){0,110}?(?:,|\band\b|,\s?and\b|\bplus\b)\s*(?:\w+\s){0,2}",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?:half|third|quarter|fifth|most|majority|part|many|few|percent|%) of (?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
"""Ends before a number of which only a part is what the sentence goes on with."""
_OTHER_SUBJECT = re.compile(
    r"\b(?:while|whereas|but|compared|up from|down from|than|after|before)\b", re.IGNORECASE
)


def part_checks(sentence: Sequence[Wording]) -> Iterator[Found]:
    """Yields checks of parts against their whole, as (figure id, check)."""
    for place, whole in enumerate(sentence):
        parts = _parts(sentence[place:])
        if parts:
            yield from _checked(whole.figure, [part.figure for part in parts])
    for first, second in pairwise(sentence):
        words = between(first, second)
        small, large = first.figure, second.figure
        if _fits(small, large) and (
            _TOWARDS.fullmatch(words) or (_OF.fullmatch(words) and small.unit in {"1", "people"})
        ):
            yield from _checked(large, [small])


def _parts(sentence: Sequence[Wording]) -> list[Wording]:
    """Returns the figures that the words name as parts of the first."""
    if len(sentence) < 2:
        return []
    whole, first = sentence[:2]
    words = between(whole, first)
    if _FRACTION.search(whole.before) or (
        not _INCLUDING.fullmatch(words)
        or _OTHER_SUBJECT.search(words)
        or not _fits(first.figure, whole.figure)
    ):
        return []
    pairs = pairwise(sentence[1:])
    following = takewhile(
        lambda pair: (
            _LISTED.fullmatch(between(*pair)) is not None and _fits(pair[1].figure, whole.figure)
        ),
        pairs,
    )
    return [first, *(pair[1] for pair in following)]


def _fits(part: Figure, whole: Figure) -> bool:
    """Says whether one figure can count a part of what another counts: one unit, and no other noun."""
    if part.value is None or whole.value is None or whole.value == 0:
        return False
    if {part.unit, whole.unit} <= {"1", "people"}:
        return _same_noun(part.measured_entity, whole.measured_entity)
    return part.unit == whole.unit and part.unit != "%"


def _same_noun(part: str | None, whole: str | None) -> bool:
    """Says whether a part has no noun of its own, the noun of the whole, or both are people of some kind."""
    if not part or not whole:
        return True
    a, b = part.split()[-1].lower().rstrip("s"), whole.split()[-1].lower().rstrip("s")
    if a == b:
        return True
    groups = [load_measurands().thing(noun) for noun in (part, whole)]
    return (
        groups[1] is not None
        and groups[1].id in {"people", "civilians", "displaced people", "refugees"}
        and (
            groups[0] is not None
            and groups[0].id in {"people", "civilians", "children", "journalists"}
        )
    )


def _checked(whole: Figure, parts: Sequence[Figure]) -> Iterator[Found]:
    """Yields a sum where the parts make up the whole, else whether they are at most the whole."""
    values = [part.value or 0.0 for part in parts]
    total, limit = sum(values), whole.value or 0.0
    terms = " + ".join(shown(value) for value in values)
    written = f"{terms} = {shown(total, whole.unit)}" if len(values) > 1 else stated(parts[0])
    slack = _rounding(whole, parts)
    difference = None
    if len(values) > 1 and abs(total - limit) <= slack:
        kind, verdict, difference = "sum", "consistent", relative(limit, total)
        told = signed(difference or 0.0)
    elif total <= limit + slack or (whole.modifier in _OPEN and total <= 2 * limit):
        kind, verdict, told = "part of whole", "consistent", f"{100 * total / limit:.3g} % of it"
    else:
        kind, verdict, told = "part of whole", "inconsistent", "more than the whole"
        difference = relative(limit, total)
    arithmetic = f"{written}; of {stated(whole)}; {told}"
    ids = (whole.id, *(part.id for part in parts))
    for one in ids:
        others = tuple(other for other in ids if other != one)
        own = "part of sum" if kind == "sum" and one != whole.id else kind
        yield one, Check(own, verdict, others, difference, arithmetic)


_OPEN = frozenset({"over", "at least"})
"""Hedges that leave room above the whole; twice its number at most."""


def _rounding(whole: Figure, parts: Sequence[Figure]) -> float:
    """Returns by how much rounding can part a sum from its parts: half a unit of each last digit stated.

    It is at most the tolerance of all checks, and that where one of them has a hedge.
    """
    limit = TOLERANCE * (whole.value or 0.0)
    figures = (whole, *parts)
    if any(one.modifier != "exact" for one in figures):
        return limit
    return min(limit, sum(precision(one.value or 0.0) / 2 for one in figures))
