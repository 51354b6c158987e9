"""Codes what one named actor does to another in a sentence, for corpora that ask for a pair.

The classifier tells PLOVER's root; the rules tell apart acts of ours that share a root.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.act_cases import pair_case
from reportedly.coding.act_classifier import ActClassifier
from reportedly.coding.cues import Hit, find_hits
from reportedly.coding.words import Word, words_of
from reportedly.model import PLOVER, Act, Span

NO_ROOT = "NONE"
"""What the classifier answers where no root fits."""

_USUAL = {
    "REQUEST": Act.DEMAND,
    "AGREE": Act.OFFER,
    "CONCEDE": Act.CONCESSION,
    "REJECT": Act.REFUSAL,
    "THREATEN": Act.THREAT,
    "ACCUSE": Act.ACCUSATION,
}
"""The act that a root stands for where the rules see none of the same root."""


def code_pair(
    text: str, source: str, target: str, classifier: ActClassifier
) -> tuple[Act, str | None]:
    """Returns what the source does to the target in a sentence: act and PLOVER root, None where no root fits.

    Args:
        text: the sentence.
        source: words of it that name whose act it is.
        target: words of it that name at whom it is directed.
        classifier: tells the root; deeds that are no act of ours ("ASSAULT") are "other" with their root.
    """
    (verdict,) = classifier.judge([pair_case(text, source, target)])
    root = max(verdict.roots, key=lambda name: verdict.roots[name])
    by_rules = act_of_pair(text, source, target)
    act = by_rules if PLOVER.get(by_rules) == root else _USUAL.get(root, Act.OTHER)
    return act, None if root == NO_ROOT else root


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
