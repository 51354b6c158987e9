"""Codes the act between two named actors in a sentence, for corpora that ask for a pair."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.cues import Hit, find_hits
from reportedly.coding.words import Word, words_of
from reportedly.model import Act, Span


def act_of_pair(text: str, source: str, target: str) -> Act:
    """Returns what the source does to the target in a sentence; "other" where no cue joins them.

    Args:
        text: the sentence.
        source: words of it that name whose act it is.
        target: words of it that name at whom it is directed.
    """
    words = words_of(text, Span(0, len(text)))
    left, right = _place(text, source), _place(text, target)
    hits = [hit for hit in find_hits(words) if hit.act is not Act.OTHER]
    if not hits:
        return Act.OTHER
    return min(hits, key=lambda hit: _distance(words, hit, left, right)).act


def _place(text: str, words: str) -> Span | None:
    """Returns where words stand in a text, None if they do not."""
    start = text.find(words) if words else -1
    return Span(start, start + len(words)) if start >= 0 else None


def _distance(words: Sequence[Word], hit: Hit, left: Span | None, right: Span | None) -> float:
    """Says how ill a cue fits between source and target; 0 is best."""
    start, end = words[hit.start].start, words[hit.end - 1].end
    penalty = 300.0 * hit.cue.weak + 200.0 * (hit.cue.frame == "subject")
    if left is not None:
        after = start - left.end
        penalty += after if after >= 0 else (100 if hit.passive else 400) - after / 10
    if right is not None:
        penalty += 0 if right.start >= end or hit.passive else 60
    return penalty
