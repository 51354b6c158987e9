"""Noun phrases of a sentence whose words have classes. Which phrase a number belongs to is `subjects`' matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.measuring.nouns import is_plural
from reportedly.measuring.words import GENITIVE, Word
from reportedly.model import Span
from reportedly.text import word_set

_FIRST_PARTS = word_set(
    "overseas personnel police aircraft infantry staff data media sales arms weapons goods sports news forces armed"
)
_IN_NAMES = word_set("of de van von al el du la bin ben")
TIMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december year years month months week weeks day days time times decade decades hour hours
    minute minutes quarter spring summer autumn fall winter yesterday today morning evening night weekend period
    """
)


def phrase_from(words: Sequence[Word], index: int) -> tuple[int, int] | None:
    """Returns the noun phrase that begins at a word or after its determiners, as first and last place."""
    while index < len(words) and words[index].tag in {"d", '"', "“", "‘"}:
        index += 1
    start = index
    while index < len(words):
        word = words[index]
        if word.tag == "n":
            index += 1
            if _ends(words, start, index):
                break
        elif (
            (
                word.tag == "r"
                and index == start
                and tag_of(words, index + 1) == "n"
                and word.low.endswith("ly")
            )
            or (
                word.tag == "v"
                and word.low.endswith("ed")
                and index > start
                and tag_of(words, index + 1) == "n"
                and words[index - 1].tag == "r"
            )
            or (
                (word.tag == "," or word.low == "and")
                and index > start
                and _adjectives(words, index)
            )
            or (
                word.tag in {'"', "“", "”"}
                and index > start
                and tag_of(words, index + 1) == "n"
                and words[index - 1].word.islower()
            )
            or (
                index == start
                and word.tag == "r"
                and word.low.endswith("ly")
                and tag_of(words, index + 1) == "v"
                and words[index + 1].low.endswith("ed")
                and tag_of(words, index + 2) == "n"
            )
            or (word.low in _IN_NAMES and index > start and _name_goes_on(words, index))
        ):
            index += 1
        else:
            break
    return (start, index - 1) if index > start and words[index - 1].tag == "n" else None


def _ends(words: Sequence[Word], start: int, index: int) -> bool:
    """Says whether a phrase ends behind the word before a place: at a plural, or where a name or small word begins."""
    last, following = words[index - 1], words[index] if index < len(words) else None
    if following is None or following.tag != "n":
        return False
    if last.word.endswith(("'", "’", "'s", "’s")):
        return False
    if following.low in TIMES and is_plural(last.word):
        return True
    if last.word[0].islower() and following.word[0].isupper() and index > start + 1:
        adjective = re.search(r"(?:[A-Z]\.|[A-Z]{2}|an|ish|ese|-[\w]+)$", following.word)
        return not (adjective and tag_of(words, index + 1) == "n")
    if is_plural(last.word) and last.word[0].islower():
        return not is_plural(following.word) and last.low not in _FIRST_PARTS
    return False


def _adjectives(words: Sequence[Word], index: int) -> bool:
    """Says whether a comma stands between two adjectives: "new, modern tanks"."""
    left, right = words[index - 1], words[index + 1] if index + 1 < len(words) else None
    adjective = re.search(
        r"(?:ed|ive|al|ous|ful|ern|ble|new|old|large|small|big|young|long|able|ic|[a-z]ian|ese|ish)$",
        left.low,
    )
    return bool(
        adjective
        and right
        and right.tag == "n"
        and right.word[0].islower()
        and tag_of(words, index + 2) == "n"
    )


def _name_goes_on(words: Sequence[Word], index: int) -> bool:
    following = words[index + 1] if index + 1 < len(words) else None
    return bool(
        words[index - 1].word[0].isupper()
        and following
        and following.tag == "n"
        and following.word[0].isupper()
    )


def tag_of(words: Sequence[Word], index: int) -> str:
    """Returns the class of the word at a place, "" outside the sentence."""
    return words[index].tag if 0 <= index < len(words) else ""


def phrase_to(words: Sequence[Word], index: int) -> tuple[int, int] | None:
    """Returns the noun phrase whose last word stands at a place, without determiners."""
    end = index
    while index >= 0:
        word = words[index]
        if (
            (word.tag == "n")
            or (
                word.tag == "r"
                and index < end
                and re.fullmatch(r"(?:19|20)\d\d", word.word)
                and tag_of(words, index - 1) in {"d", "n"}
            )
            or (word.low in _IN_NAMES and 0 < index < end and _name_goes_on(words, index))
            or (
                word.tag == "r"
                and word.low.endswith("ly")
                and index < end
                and tag_of(words, index - 1) in {"d", "p"}
            )
        ):
            index -= 1
        else:
            break
        if (
            index > 0
            and words[index].low == "-"
            and words[index - 1].tag == "#"
            and index + 1 < end
        ):
            return index + 2, end
    return (index + 1, end) if index < end else None


def stretch(words: Sequence[Word], phrase: tuple[int, int]) -> Span:
    """Returns where a phrase stands in the text, a genitive's ending taken off its last word."""
    last = words[phrase[1]]
    cut = len(last.word) - len(GENITIVE.sub("", last.word)) if GENITIVE.search(last.word) else 0
    cut = cut if last.word[0].isalpha() and cut > 1 else 0
    return Span(words[phrase[0]].start, last.end - cut)
