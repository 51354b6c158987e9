"""Trims words that hang at the edges of a stretch, so that what is left reads as words of somebody.

Where a stretch begins and ends in the sentence is decided in `objects` and `lists`.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.grammar import AUXILIARIES, is_adverb
from reportedly.coding.words import Word, words_of
from reportedly.model import Span
from reportedly.text import word_set

_LEADING = word_set("that how and or but")
_TRAILING = word_set(
    "that which who whom whose and or but nor the a an this its their his her our of to for with from at as by than "
    "into amid among between during despite about against toward towards under until since per like in including such "
    "because if while although though where when whether how"
)
_PARTICLES = word_set("give gives gave given giving rein join joined set sets")
_OPENING = frozenset('“«([‘"$€£#')
_CLOSING = frozenset('”»)]’"%…!?')


def tidy(text: str, span: Span) -> Span | None:
    """Returns a stretch without hanging words and signs at its ends, None if nothing is left."""
    words = words_of(text, span)
    left, right = 0, len(words)
    while left < right and _hangs_before(words, left, right):
        left += 1
    while right > left and _hangs_after(words, left, right - 1):
        right -= 1
    return Span(words[left].start, words[right - 1].end) if left < right else None


def _hangs_before(words: Sequence[Word], place: int, end: int) -> bool:
    """Says whether a word opens a stretch without being part of it; "that" before a verb is a pronoun."""
    word = words[place]
    if word.low == '"' and sum(w.low == '"' for w in words[place:end]) % 2:
        return True
    if word.is_sign:
        return word.low not in _OPENING
    if word.low == "that" and place + 1 < end and words[place + 1].low in AUXILIARIES:
        return False
    return word.low in _LEADING and not (word.is_name and word.low == "how")


def _hangs_after(words: Sequence[Word], start: int, place: int) -> bool:
    """Says whether a word closes a stretch without being part of it ("the surrender of territory that")."""
    word = words[place]
    if word.low == '"' and sum(w.low == '"' for w in words[start : place + 1]) % 2:
        return True
    if word.is_sign:
        return word.low not in _CLOSING and word.low != "."
    before = words[place - 1].low if place > start else ""
    if before == "to" and is_adverb(word.low):
        return True
    return word.low in _TRAILING and before not in _PARTICLES and not word.is_name
