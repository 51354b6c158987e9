"""Tells from quotation marks whether a content is direct, indirect or mixed."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import Directness, Span

OPENING = '"“„«‟＂'
CLOSING = '"”“»＂'

SHORTEST_QUOTED = 3
"""Characters; a shorter stretch between marks is an inch sign or a slip."""


def directness_of(text: str, content: Sequence[Span]) -> Directness:
    """Says how much of the content stands in quotation marks: all of it, some of it, or none.

    A mark right before the content and one right after it count as its own.
    """
    quoted = [_quoted_share(text, span) for span in content]
    if all(share >= 0.9 for share in quoted):
        return Directness.DIRECT
    if any(quoted):
        return Directness.MIXED
    return Directness.INDIRECT


def _quoted_share(text: str, span: Span) -> float:
    """Returns the share of the characters of a stretch that stand between quotation marks."""
    start = span.start - 1 if span.start and text[span.start - 1] in OPENING else span.start
    end = span.end + 1 if span.end < len(text) and text[span.end] in CLOSING else span.end
    inside, opened = 0, None
    for place in range(start, end):
        mark = text[place]
        if opened is None and mark in OPENING:
            opened = place
        elif opened is not None and mark in CLOSING:
            inside += max(0, place - opened - 1)
            opened = None
    if opened is not None and end - opened > SHORTEST_QUOTED:
        inside += end - opened - 1
    length = sum(1 for mark in text[start:end] if mark not in OPENING + CLOSING)
    return min(1.0, inside / length) if inside >= SHORTEST_QUOTED and length else 0.0
