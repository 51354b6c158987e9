"""What follows a noun and belongs to it: "aid to Norland", "talks with Kestria", "wars against Sudria"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.measuring.nouns import of_people, singular
from reportedly.measuring.phrases import TIMES, phrase_from
from reportedly.measuring.words import Word
from reportedly.text import word_set

_OF_NOUNS = {
    "to": word_set(
        """
        aid assistance support payment donation contribution access visit trip road traffic flight export damage threat
        loan delivery amendment answer response drive route shipment sale link limit border pipeline
        """
    ),
    "on": word_set(
        """
        attack strike war tax tariff sanction report debate position ban assault raid restriction spending duty levy
        cap crackdown
        """
    ),
    "with": word_set(
        """
        talk meeting deal agreement relation contract interview trade war border link contact conversation partnership
        treaty
        """
    ),
    "in": word_set(
        """
        increase decrease rise fall drop decline reduction pause experience investment growth interest cut stake
        change
        """
    ),
    "for": word_set("support demand request reason market candidate budget"),
    "between": word_set(
        "talk war border agreement treaty meeting negotiation deal match game clash flight"
    ),
    "from": word_set("import revenue income export cutoff cut-off profit emission"),
    "against": frozenset[str](),
    "about": frozenset[str](),
}
"""Nouns by the preposition that is theirs; an empty list stands for any that is not of people."""


def with_complement(words: Sequence[Word], phrase: tuple[int, int]) -> tuple[int, int]:
    """Returns a noun phrase with what its last noun is followed by, if that belongs to it."""
    end = phrase[1] + 1
    if end >= len(words) or words[end].low not in _OF_NOUNS:
        return phrase
    nouns, last = _OF_NOUNS[words[end].low], words[phrase[1]]
    if singular(last.low) not in nouns if nouns else of_people(last.word) or last.word[0].isupper():
        return phrase
    found = phrase_from(words, end + 1)
    if found is None or words[found[1]].low in TIMES or words[found[0] - 1].tag == "#":
        return phrase
    after = found[1] + 1
    if after < len(words) and words[after].low == "of" and (more := phrase_from(words, after + 1)):
        found = more
    return phrase[0], found[1]
