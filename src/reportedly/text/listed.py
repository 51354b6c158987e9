"""Lists of words that a rule looks up, written as running text."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Returns the words of a list that is written with white space between them."""
    return frozenset(words.split())
