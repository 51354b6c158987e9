"""Which part of a change a number states: where it began, where it ended, or by how much; and whether up or down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.measuring.words import Word
from reportedly.text import word_set
from reportedly.vocabulary.verbs import load_verbs

FAR = 9
"""Words before a number within which the verb or noun of its change stands."""


class Change(NamedTuple):
    """A number's part in a change."""

    # "from", "to" or "by".
    part: str
    # "up" or "down", "" where the words do not say.
    direction: str


_STAYS = word_set("expected likely due set up down compared equal close next near led added")
_LEVELS = word_set(
    "change changed changing went gone go goes going moved shift shifted swing swung"
)


_AMOUNTS = frozenset(
    form
    for stem in (
        "gain",
        "lose",
        "add",
        "shed",
        "cut",
        "raise",
        "boost",
        "sink",
        "fell",
        "contract",
        "discount",
        "advance",
        "rally",
    )
    for form in (stem, f"{stem}s", f"{stem}ed", f"{stem.removesuffix('e')}ing")
) | {"lost", "sank", "raised", "losing", "shedding", "cutting"}
"""Verbs whose object changes only where it is a share or points: who loses 5 % falls, who loses $5 million need not."""
_CLOSED = frozenset(
    ["closed", "ended", "finished", "settled", "traded", "close", "end", "were", "was", "is", "are"]
)


def _is_phrasal(before: Sequence[Word]) -> bool:
    """Says whether "up" or "down" belongs to a verb: "has trained up 200"."""
    if before[-1].low not in {"up", "down"} or len(before) < 2:
        return False
    verb = before[-2]
    return (
        verb.tag in {"v", "i"}
        and verb.low not in _CLOSED
        and verb.low not in load_verbs().directions
    )


def change_of(words: Sequence[Word], index: int, *, measured: bool) -> Change | None:
    """Returns the part that the number at a place of its sentence has in a change, None if it has none.

    `measured` is whether it is a share or points.
    """
    directions = load_verbs().directions
    low, before = words[index], _before(words, index)
    if low.word.lower().split()[-1] in load_verbs().multiples:
        return Change("by", directions.get(low.word.lower().split()[-1], ""))
    if way := _after(words, index):
        return Change("by", way)
    if not before:
        return None
    last = before[-1]
    if last.low in directions and not _is_phrasal(before):
        return Change("by", directions[last.low]) if measured or last.low not in _AMOUNTS else None
    if last.low in {"from", "to", "by", "of"}:
        way = _way(before[:-1], noun=last.low == "of")
        if way is not None:
            return Change("by" if last.low == "of" else last.low, way)
    return None


def _before(words: Sequence[Word], index: int) -> list[Word]:
    """Returns the words before a number in its clause, small ones between left out."""
    found = [word for word in words[max(0, index - FAR) : index] if word.tag not in {"d", "r", '"'}]
    for place in range(len(found) - 1, -1, -1):
        if found[place].tag in {".", ";", "s", "("}:
            return found[place + 1 :]
    return found


def _way(before: Sequence[Word], *, noun: bool) -> str | None:
    """Returns the direction of the last word of change, "" for one without direction, None if there is none.

    Behind "of" only the noun right before counts: "a rise of 5 %".
    """
    directions = load_verbs().directions
    multiples = load_verbs().multiples
    for word in reversed(before[-1:] if noun else before):
        if word.tag == "#" and (verb := word.word.lower().split()[-1]) in multiples:
            return directions.get(verb, "")
        if word.low in directions:
            return directions[word.low]
        if word.low in _LEVELS:
            return ""
        if word.tag == "v" and word.low not in _STAYS:
            return None
    return None


_CHANGES = word_set(
    """
    increase rise growth jump gain surge hike boost drop fall decline decrease cut reduction
    slump dip discount uptick climb rally plunge
    """
)


def _after(words: Sequence[Word], index: int) -> str | None:
    """Reads "a 20 % increase", "5 % higher", "3 points more"."""
    directions = load_verbs().directions
    at = index + 1
    while at < len(words) and (
        words[at].low in {"-", "points", "point", "percent"} or words[at].tag == "r"
    ):
        at += 1
    if at >= len(words):
        return None
    word = words[at]
    if word.low in {"higher", "lower", "up", "down"}:
        return directions[word.low]
    following = words[at + 1].low if at + 1 < len(words) else ""
    if word.low in _CHANGES and following != "in-law":
        return directions.get(word.low)
    if following in _CHANGES and word.tag == "n":
        return directions.get(following)
    return None
