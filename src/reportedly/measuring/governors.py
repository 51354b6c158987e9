"""The noun phrase that a number belongs to through the words before it: an object, a subject, a noun with "of".

Walks from a number to the left. What stands after a number is `subjects`' matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.measuring.phrases import TIMES, phrase_to
from reportedly.measuring.words import Word
from reportedly.text import word_set

Phrase = tuple[int, int]
"""First and last place of a phrase among the words."""
_GENERIC = word_set(
    "total average maximum minimum amount sum number margin most least order period age aged"
)
_LED_TO = word_set(
    "rate cost price level value figure share limit distance depth height speed pace weight length"
)


def phrase_before(words: Sequence[Word], index: int) -> Phrase | None:
    """Returns what has an amount, from the words before it: object, subject, or a noun with "of"."""
    at = index - 1
    while tag_at(words, at) in {"d", "r", ":"} or low_at(words, at) in {
        "just",
        "only",
        "whopping",
        "mere",
        "additional",
        "further",
        "extra",
        "“",
        '"',
    }:
        at -= 1
    if low_at(words, at) == "(":
        return (
            head_phrase(words, at - 1) if tag_at(words, at - 1) == "n" else _governor(words, at - 1)
        )
    return _governor(words, at)


def _governor(  # noqa: PLR0911  (one class of words after the other)
    words: Sequence[Word], at: int
) -> Phrase | None:
    """Walks left from a place to the noun or verb that what stands behind it belongs to."""
    preposition = ""
    for _ in range(len(words)):
        tag, low = tag_at(words, at), low_at(words, at)
        if tag == "p":
            preposition, at = low, at - 1
        elif tag in {"#", "r", "c", "d"} or low in {",", "(", ")", "-", "–"}:
            if tag == "c" and preposition == "" and tag_at(words, at - 1) in {"v", "x"}:
                return None
            at -= 1
        elif tag in {"v", "x", "i"}:
            return subject_phrase(words, at)
        elif tag == "n":
            found = phrase_to(words, at)
            if found is None:
                return None
            before = _skip_small(words, found[0] - 1)
            if (
                preposition == "of"
                and found[0] == found[1]
                and _is_generic(words, found[0], before)
            ):
                at, preposition = before, ""
                continue
            if low_at(words, before) == "with" and preposition == "at":
                return found
            if (
                tag_at(words, before) == "p"
                and low_at(words, before) != "of"
                and preposition != "of"
            ):
                at, preposition = before - 1, "in"
                continue
            if is_time(words, found):
                at = before
                continue
            return head_phrase(words, at)
        else:
            return None
    return None


def _is_generic(words: Sequence[Word], place: int, before: int) -> bool:
    """Says whether a noun before "of" only leads to an amount: "a total of", "at a price of", "at the age of"."""
    low = words[place].low
    return low in _GENERIC or (
        low in _LED_TO and low_at(words, before) in {"at", "with", "to", "for", "in", "by"}
    )


def head_phrase(words: Sequence[Word], at: int) -> Phrase | None:
    """Returns the noun phrase that ends at a place, with the nouns that it is joined to by "of"."""
    found = phrase_to(words, at)
    while found:
        before = _skip_small(words, found[0] - 1)
        if low_at(words, before) == "of" and tag_at(words, before - 1) == "n":
            left = phrase_to(words, before - 1)
            found = (left[0], found[1]) if left else None
        else:
            return found
    return None


def subject_phrase(words: Sequence[Word], verb: int) -> Phrase | None:
    """Returns the subject of the verb at a place; one behind a preposition only where there is no other."""
    at, relative = verb - 1, False
    second: Phrase | None = None
    for _ in range(len(words)):
        tag, low = tag_at(words, at), low_at(words, at)
        if tag in {"v", "x", "i", "r"} or low == "to":
            at -= 1
        elif tag == "n":
            found = phrase_to(words, at)
            if found is None:
                return second
            before = _skip_small(words, found[0] - 1)
            if tag_at(words, before) == "p" and low_at(words, before) != "of" and not relative:
                second = second or head_phrase(words, at)
                at = before - 1
                continue
            if is_time(words, found) and before >= 0 and low_at(words, before) != "of":
                at = before
                continue
            return head_phrase(words, at)
        elif low == "of" and tag_at(words, at + 1) == "#":
            at -= 1
        elif tag == "c":
            other = _verb_before(words, at)
            if other is None:
                return second
            at = other - 1
        elif low == "," and not relative and (aside := _comma_before(words, at)) is not None:
            at = aside - 1
        elif tag in {"s", "#"} or low in {",", ")", "(", '"', "”"}:
            relative = relative or low in {"who", "which", "that"}
            at -= 1
        else:
            return second
    return second


def _verb_before(words: Sequence[Word], at: int) -> int | None:
    """Returns the verb of the clause before "and": "it employs 40 and is growing"."""
    for place in range(at - 1, -1, -1):
        if words[place].tag in {"v", "x"}:
            return place
        if words[place].tag in {".", ";", "s"}:
            return None
    return None


def _comma_before(words: Sequence[Word], at: int) -> int | None:
    """Returns where the aside begins that ends with a comma before a verb: "Sales, which rose in May, fell"."""
    for place in range(at - 1, 0, -1):
        if words[place].low == ",":
            return place
        if words[place].tag in {".", ";"}:
            return None
    return None


def _skip_small(words: Sequence[Word], at: int) -> int:
    while tag_at(words, at) in {"d", "#", '"', "“"}:
        at -= 1
    return at


def is_time(words: Sequence[Word], phrase: Phrase) -> bool:
    """Says whether a phrase names a time."""
    return words[phrase[1]].low in TIMES


def tag_at(words: Sequence[Word], at: int) -> str:
    """Returns the class of the word at a place, "" outside the sentence."""
    return words[at].tag if 0 <= at < len(words) else ""


def low_at(words: Sequence[Word], at: int) -> str:
    """Returns the word at a place in small letters, "" outside the sentence."""
    return words[at].low if 0 <= at < len(words) else ""
