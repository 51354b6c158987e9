"""Runs contents on to the whole of the direct speech they are cut from.

A quotation belongs to one speaker from mark to mark, and so do paragraphs that each open with a mark and do not close
it, and what stands between dashes before its teller. What lives here: that form. What does not: how marks pair
(`quotes`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.attributing.linking import Linked
from reportedly.attributing.quotes import Quotation, quotations
from reportedly.model import Span

LEAST_HELD = 0.5
"""Share of a quotation that a content must hold to be taken for all of it."""

_DASH_OPENS = re.compile(r"[.!?]\s*[-–—]\s*\Z")

FEWEST_WORDS = 4
"""Words of a quotation that is a speech; a shorter one is a word that somebody chose."""


def whole_speech(text: str, found: Sequence[Linked]) -> list[Linked]:
    """Returns the relations with each speech whole, without those read inside a speech that another one holds."""
    marked = quotations(text)
    runs = [(one, after) for one, after in pairwise(marked) if _runs_on(text, one, after)]
    running = {one for pair in runs for one in pair}
    speeches = [one for one in marked if one in running or _is_speech(text, one)]
    holders = _holders(speeches, found)
    places = {one: place for place, one in enumerate(speeches)}
    _run([(places[one], places[after]) for one, after in runs], holders)
    taken = {number: speeches[number].span for number in holders}
    added: dict[int, list[Span]] = {}
    for number, holder in holders.items():
        added.setdefault(holder, []).append(taken[number])
    inner = _inner(found, sorted(taken.values()))
    return [
        replace(one, content=_with_speeches(text, one.content, added.get(place, ())))
        for place, one in enumerate(found)
        if place not in inner or place in added
    ]


def _with_speeches(
    text: str, content: Sequence[Span], speeches: Sequence[Span]
) -> tuple[Span, ...]:
    """Returns a content with speeches, without the text's own sentences before the dash that one begins with."""
    kept = []
    for span in united([*content, *speeches]):
        first = min((s.start for s in speeches if span.holds(s)), default=span.start)
        opened = _DASH_OPENS.search(text, max(span.start, first - 8), first)
        kept.append(Span(first if opened else span.start, span.end))
    return tuple(kept)


def _holders(speeches: Sequence[Quotation], found: Sequence[Linked]) -> dict[int, int]:
    """Returns, by the number of a speech, the relation that holds most of it and stands outside of it."""
    held: dict[int, tuple[int, int]] = {}
    for place, one in enumerate(found):
        for number, shared in _shares(speeches, one) if one.source or one.cue else ():
            speech = speeches[number]
            outside = not any(speech.span.meets(role) for role in (*one.source, *one.cue))
            told = speech.teller is not None and any(speech.teller.meets(c) for c in one.cue)
            enough = shared >= LEAST_HELD * (speech.span.end - speech.span.start) or told
            if outside and enough and shared > held.get(number, (0, 0))[0]:
                held[number] = (shared, place)
    return {number: place for number, (_, place) in held.items()}


def _shares(speeches: Sequence[Quotation], one: Linked) -> Iterator[tuple[int, int]]:
    """Yields the numbers of the speeches a content meets, with the characters it has of each."""
    shared: dict[int, int] = {}
    for start, end in one.content:
        number = max(0, bisect_left(speeches, start, key=lambda s: s.span.start) - 1)
        while number < len(speeches) and speeches[number].span.start < end:
            common = min(end, speeches[number].span.end) - max(start, speeches[number].span.start)
            if common > 0:
                shared[number] = shared.get(number, 0) + common
            number += 1
    yield from shared.items()


def _is_speech(text: str, one: Quotation) -> bool:
    return one.closed and len(one.span.of(text).split()) >= FEWEST_WORDS


def _runs_on(text: str, one: Quotation, after: Quotation) -> bool:
    """Says whether a quotation is left open because the next paragraph opens with its mark again."""
    alike = text[one.span.start] == text[after.span.start]
    return not one.closed and alike and after.leads and after.paragraph == one.paragraph + 1


def _run(pairs: Sequence[tuple[int, int]], holders: dict[int, int]) -> None:
    """Gives a paragraph of a running quotation that nobody holds to the holder of its neighbour."""
    for first, second in pairs:
        if first in holders:
            holders.setdefault(second, holders[first])
    for first, second in reversed(pairs):
        if second in holders:
            holders.setdefault(first, holders[second])


def _inner(found: Sequence[Linked], taken: Sequence[Span]) -> set[int]:
    """Returns the relations that stand wholly inside a speech; they are found again when it is read."""
    inner: set[int] = set()
    for place, one in enumerate(found):
        spans = (*one.source, *one.cue, *one.content)
        at = bisect_left(taken, spans[0].start + 1, key=lambda span: span.start) - 1
        if at >= 0 and all(taken[at].holds(span) for span in spans):
            inner.add(place)
    return inner


def united(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Returns stretches in their order, those that meet or touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
