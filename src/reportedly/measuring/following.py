"""The noun phrase behind a number that says what it measures: "5 % of the land", "$2 billion in aid".

What stands before a number is `governors`' matter; which of the two is taken is decided in `subjects`.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.measuring.complements import with_complement
from reportedly.measuring.governors import Phrase, is_time, low_at, tag_at
from reportedly.measuring.phrases import phrase_from
from reportedly.measuring.words import Word
from reportedly.text import word_set

_BE = word_set("is was are were being")
_SPENDING = word_set("spend spent spends spending blew lavished wasted splashed")
_MEANS = word_set("cash stock shares total value all advance return")
"""What money may be "in" without being for it."""
_POINTING = word_set("the this that each")


def phrase_after(words: Sequence[Word], index: int, kind: str) -> Phrase | None:
    """Reads "5 % of the land", "$2 billion in aid", "ten years in prison", "$60 million for schools".

    Args:
        words: of the sentence.
        index: place of the number among them.
        kind: of its unit ("money", "share", "duration").
    """
    at = index + 1
    if low_at(words, at) == "(" and tag_at(words, at + 1) == "#" and low_at(words, at + 2) == ")":
        at += 3
    if kind == "ratio" and (compared := _compared(words, at)):
        return compared
    if low_at(words, at) in _BE and low_at(words, at + 1) in {"for", "in"}:
        return _noun(words, at + 2)
    if kind == "money" and low_at(words, at) == "on" and _is_spent(words, index):
        return _noun(words, at + 1)
    found = None
    if kind == "money" and low_at(words, at) in _BE and low_at(words, at + 2) in {"on", "for"}:
        found = _noun(words, at + 3) if tag_at(words, at + 1) == "v" else None
    elif kind == "share" and tag_at(words, at) == "d":
        found = _noun(words, at)
    at += low_at(words, at) in {"more", "worth", "each", "-"}
    return found or _by_preposition(words, index, at, kind)


def _noun(words: Sequence[Word], at: int) -> Phrase | None:
    """Returns the noun phrase that begins at a place, unless it is a time."""
    found = phrase_from(words, at)
    return with_of(words, found) if found and not is_time(words, found) else None


def _by_preposition(words: Sequence[Word], index: int, at: int, kind: str) -> Phrase | None:
    """Returns the noun phrase behind "of", "in", "for" or "on" at a place, where the number is a measure of it."""
    preposition, before = low_at(words, at), low_at(words, index - 1)
    if preposition not in {"of", "in", "for", "on"}:
        return None
    found = phrase_from(words, at + 1)
    if preposition == "of" and kind == "share":
        found = _counted_whole(words, at + 1, found) or found
    if found is None or is_time(words, found):
        return None
    if kind == "duration" and before in {"within", "in", "after", "for"} and preposition != "in":
        return with_of(words, found) if before == "for" else None
    belongs = preposition == "of" or _belongs(words, index, at, kind, found)
    return with_of(words, found) if belongs else None


def _belongs(words: Sequence[Word], index: int, at: int, kind: str, found: Phrase) -> bool:
    """Says whether what stands behind "in", "for" or "on" is what money or a length of time is for."""
    if kind == "money":
        governed = tag_at(words, index - 1) == "p"
        priced = governed and low_at(words, index - 1) not in {"with", "of", "for", "over"}
        if priced or words[found[1]].low in _MEANS:
            return False
    if low_at(words, at) == "for":
        return kind == "money"
    bare = words[found[1]].word.islower() and low_at(words, at + 1) not in _POINTING
    return low_at(words, at) == "in" and bare and kind in {"money", "duration"}


def with_of(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """Adds "of" and the noun phrase after it: "counts of murder"."""
    end = phrase[1] + 1
    if low_at(words, end) == "of" and (more := phrase_from(words, end + 1)):
        return with_complement(words, (phrase[0], more[1]))
    return with_complement(words, phrase)


def _counted_whole(words: Sequence[Word], at: int, found: Phrase | None) -> Phrase | None:
    """Returns what is counted in "60 percent of the 2,000 students" and "half of the city's 1.2 million people"."""
    place = found[1] + 1 if found else at
    while found is None and tag_at(words, place) in {"d", "r"}:
        place += 1
    owned = found is None or words[found[1]].word.endswith(("'s", "’s", "'", "’"))
    if tag_at(words, place) != "#" or not owned:
        return None
    return phrase_from(words, place + 1)


def _is_spent(words: Sequence[Word], index: int) -> bool:
    """Says whether money is spent: what for stands behind "on"."""
    return any(words[place].low in _SPENDING for place in range(max(0, index - 5), index))


def _compared(words: Sequence[Word], at: int) -> Phrase | None:
    """Reads "three times as many refugees", "twice the price", "three times more people"."""
    if low_at(words, at) == "as" and low_at(words, at + 1) in {"many", "much"}:
        return phrase_from(words, at + 2)
    return phrase_from(words, at) if tag_at(words, at) == "d" else None
