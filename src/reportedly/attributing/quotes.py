"""Finds quotations by their marks, and tells whether a content is direct, indirect or mixed.

What lives here: marks and how they pair, each paragraph by itself. What does not: whose words they are
(`speech`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.model import Directness, Span
from reportedly.text import paragraph_spans

SHORTEST_QUOTED = 3
"""Characters; a shorter stretch between marks is an inch sign or a slip."""

DIRECT_SHARE = 0.9
"""Share of a content's visible characters between marks from which it is direct."""

_MARK = re.compile("[\"＂“”„‟«»‘’']")
_STRAIGHT, _SINGLE = '"＂', "‘’'"
# Curly and straight marks are mixed in pages that went through many hands.
_CLOSES = {
    "“": '”"',
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‘": "’'",
    "'": "'’",
    '"': '"”',
    "＂": "＂",
}
_AFTER_OPENING = re.compile(r"[\w\[($€£…¿¡.\"“„«‘'–—-]")
_VERB = (
    r"(?:said|says|say|told|noted|notes|added|adds|stressed|emphasi[sz]ed|stated|explained|argued|warned|wrote|writes|"
    r"claimed|declared|announced|replied|answered|asked|recalled|concluded|informed|assured|admitted|commented|"
    r"pointed out|reported|reports|believes|continued|insisted|remarked|appealed|assessed|convinced)"
)
_DASHED = re.compile(
    r"(?:^|(?<=[.!?…:”\"»]))\s*(?P<open>[-–—])\s*(?P<words>\S.{8,1500}?)\s*(?<=[\s,.!?…])[-–—]\s*"
    r"(?P<teller>(?:[\w.’']+\s+){0,5}?"
    + _VERB
    + r"\b[^.!?\n]*)(?:[.,]\s*[-–—]\s*(?P<more>\S.{8,1500}))?"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the marks or dashes around them show to be somebody's own."""

    # From the opening mark to behind the closing one; without them between dashes.
    span: Span
    # Whether it is closed within its paragraph.
    closed: bool
    # Number of its paragraph.
    paragraph: int
    # Whether it begins its paragraph.
    leads: bool
    # The words that name the speaker behind a dash, None between quotation marks.
    teller: Span | None = None


@lru_cache(maxsize=4)
def quotations(text: str) -> tuple[Quotation, ...]:
    """Returns the outermost quotations of a text in their order; one that is not closed ends with its paragraph."""
    found: list[Quotation] = []
    for number, line in enumerate(paragraph_spans(text)):
        dashed = list(_between_dashes(text, line, number))
        marked = [
            one
            for one in _between_marks(text, line, number)
            if not any(one.span.meets(other.span) for other in dashed)
        ]
        found += sorted([*dashed, *marked], key=lambda one: one.span)
    return tuple(found)


def _between_dashes(text: str, line: Span, number: int) -> Iterator[Quotation]:
    """Yields the speech that dashes set off ("— We will not sign, — Tarn said"), and what goes on behind its teller."""
    for found in _DASHED.finditer(text[line.start : line.end]):
        teller = Span(line.start + found.start("teller"), line.start + found.end("teller"))
        for part in ("words", "more"):
            if found[part] is not None:
                end = line.start + found.start(part) + len(found[part].rstrip(" ,\xa0\t\r"))
                span = Span(line.start + found.start(part), end)
                leads = found.start("open") == 0
                yield Quotation(span, closed=True, paragraph=number, leads=leads, teller=teller)


def _between_marks(text: str, line: Span, number: int) -> Iterator[Quotation]:
    """Yields what stands between marks; marks inside belong to quotations within it, if they are all paired."""
    place = line.start
    while (start := _opening(text, place, line.end)) is not None:
        end = _closing(text, start, line.end)
        if end is None and text[start] in _SINGLE:
            place = start + 1
            continue
        span = Span(start, end or line.end)
        if span.end - span.start - 2 >= SHORTEST_QUOTED:
            yield Quotation(span, end is not None, number, start == line.start)
        place = span.end


def _opening(text: str, place: int, end: int) -> int | None:
    """Returns the next mark that can open a quotation."""
    found = (mark.start() for mark in _MARK.finditer(text, place, end))
    return next((at for at in found if _opens(text, at, end)), None)


def _opens(text: str, at: int, end: int) -> bool:
    before = text[at - 1] if at else " "
    if at + 1 >= end or not _AFTER_OPENING.match(text[at + 1]):
        return False
    if text[at] in "“„‟«":
        return True
    if text[at] in "‘'»":
        return not before.isalnum() and before not in ".,!?%)"
    return text[at] in _STRAIGHT and text[at + 1] != text[at] and not before.isalnum()


def _closing(text: str, start: int, end: int) -> int | None:
    """Returns the place behind the mark that closes a quotation; None if no mark does.

    Marks of the same kind nest; where one of them is never closed, the first closing mark counts.
    """
    closing = _CLOSES[text[start]]
    first, depth = None, 1
    for mark in _MARK.finditer(text, start + 1, end):
        at = mark.start()
        if text[at] in closing and _can_close(text, at, end):
            first, depth = first or at + 1, depth - 1
            if depth == 0:
                return at + 1
        elif text[at] == text[start] and at > start + 1 and _opens(text, at, end):
            depth += 1
    return first


def _can_close(text: str, at: int, end: int) -> bool:
    before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
    if text[at] in _SINGLE:
        return not before.isspace() and not after.isalnum()
    return text[at] not in _STRAIGHT or not before.isspace() or not after.isalnum()


def directness_of(text: str, content: Sequence[Span]) -> Directness:
    """Says how much of the content stands in quotation marks: all of it, some of it, or none.

    Only quotations that begin in the content or with it count: what somebody reports within a longer quotation is no
    quotation of whom he reports.
    """
    quoted = _beginning_in(quotations(text), content)
    shares = [_quoted_share(text, span, quoted) for span in content]
    if shares and all(share >= DIRECT_SHARE for share in shares):
        return Directness.DIRECT
    return Directness.MIXED if any(shares) else Directness.INDIRECT


def _beginning_in(found: Sequence[Quotation], content: Sequence[Span]) -> list[Span]:
    spans: list[Span] = []
    for start, end in content:
        place = bisect_left(found, start - 1, key=lambda one: one.span.start)
        while place < len(found) and found[place].span.start < end:
            spans.append(found[place].span)
            place += 1
    return spans


def _quoted_share(text: str, span: Span, quoted: Sequence[Span]) -> float:
    """Returns the share of the letters and digits of a stretch that stand in quotations."""
    inside = sum(
        _letters(text, max(span.start, one.start), min(span.end, one.end)) for one in quoted
    )
    whole = _letters(text, *span)
    return min(1.0, inside / whole) if inside >= SHORTEST_QUOTED else 0.0


def _letters(text: str, start: int, end: int) -> int:
    return sum(1 for mark in text[start:end] if mark.isalnum())
