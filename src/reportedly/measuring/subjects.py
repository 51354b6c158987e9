"""What a number measures: the noun it counts, the thing that has an amount, the subject of a change.

Here lives which noun phrase of the sentence belongs to a number. What a noun phrase is, is `phrases`' matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.measuring.phrases import (
    TIMES,
    Word,
    phrase_from,
    phrase_to,
    stretch,
)
from reportedly.measuring.quantities import Quantity
from reportedly.model import Span
from reportedly.vocabulary.units import load_amounts
from reportedly.vocabulary.verbs import load_verbs

Phrase = tuple[int, int]
_AGE = frozenset(["old", "olds", "age"])
_GENERIC = frozenset(
    "total average maximum minimum rate cost price amount sum number level limit value figure share margin most least order period".split()
)
_COMPARED = frozenset("higher lower less more bigger larger smaller cheaper faster slower better worse safe sure certain owned complete effective earlier later".split())
_SIZES = frozenset("long wide high tall deep thick away apart old north south east west northeast northwest southeast southwest".split())


@dataclass(frozen=True, slots=True)
class Said:
    """What the figure before in the same sentence measures."""

    quantity: Quantity
    what: Span | None


def measured_span(
    text: str, words: Sequence[Word], index: int, quantity: Quantity, before: Said | None = None
) -> Span | None:
    """Returns the words that say what the quantity at a place of its sentence measures, None if none do.

    A count measures the noun after it; money, shares, lengths and changes what follows "of" or what has them.
    """
    unit = load_amounts().units.get(quantity.unit)
    kind = unit.kind if unit else "count"
    if before and before.what and _goes_on(words, index, kind, quantity, before):
        return before.what
    phrase = _phrase(text, words, index, kind, quantity)
    if phrase and before and before.what and words[phrase[1]].low in _ANAPHORS and phrase[0] == phrase[1]:
        return before.what if before.quantity.unit == quantity.unit else stretch(words, phrase)
    return stretch(words, phrase) if phrase else None


_ANAPHORS = frozenset(["number", "figure", "total", "amount", "sum"])


def _goes_on(
    words: Sequence[Word], index: int, kind: str, quantity: Quantity, before: Said
) -> bool:
    """Says whether a number has the noun of the one before: "600 died and 400 were hurt", "five years or six"."""
    if before.quantity.unit != quantity.unit or kind not in {"count", "duration", "area", "length"}:
        return False
    if kind == "count" and _counted(words, index, whole=None) is not None:
        return False
    if kind != "count" and (_low(words, index + 1) in {"of", "in"} or _tag(words, index + 1) == "n"):
        return False
    joined = _low(words, index - 1) in {"and", "or", "but", "only"}
    return joined or (_low(words, index - 1) == "," and _tag(words, index + 1) in {"v", "x"})


def _phrase(
    text: str, words: Sequence[Word], index: int, kind: str, quantity: Quantity
) -> Phrase | None:
    if kind == "count":
        if _low(words, index + 1) == "-" and _tag(words, index + 2) == "n":
            at = index + 3 if _low(words, index + 2) == "strong" else index + 2
            return (at, at) if at == index + 2 else phrase_from(words, at)
        if _low(words, index + 1) == "-" and words[index + 1].start == words[index].end:
            return phrase_from(words, index + 3)
        if _low(words, index + 1) == "of" and _tag(words, index + 2) == "o":
            return None
        return (
            _counted(words, index, whole=quantity.whole)
            or _of_age(words, index)
            or (_before(words, index) if _states_level(words, index) else None)
        )
    if _is_attributive(words, index, quantity, kind):
        at = _past_sizes(words, index + 1)
        if (found := phrase_from(words, at)) and not _is_time(words, found):
            return _about(words, found)
    return _of_age(words, index) or _after(words, index, kind) or _before(words, index)


_LEVELS = frozenset(
    "reach reaches reached reaching total totals totalled totaled exceed exceeds exceeded number numbers numbered average averages averaged hit hits stands stood is was are were be been surpassed passed remained remains".split()
)


def _states_level(words: Sequence[Word], index: int) -> bool:
    """Says whether a number without a noun is the level of what stands before it: "the toll reached 40", "(4.2)"."""
    at = index - 1
    while _tag(words, at) in {"d", "r"}:
        at -= 1
    verb = _tag(words, at) in {"v", "x", "i"} and not (
        _low(words, at) in _LEVELS or _low(words, at) in load_verbs().directions
    )
    return not verb and _low(words, at) not in {"", "“", '"', "s"}


def _past_sizes(words: Sequence[Word], at: int) -> int:
    """Returns the place behind "-long", "-old" and a second measure: "12-mile-long, $4 billion", "10-km (6-mile)"."""
    if _low(words, at) == "-" and _low(words, at + 1).startswith(("a-", "per-")):
        at += 2
    while _low(words, at) in {"-", "–", "old", "olds", "long", "wide", "strong", "plus", "high", "tall", "deep"} or (
        _tag(words, at) in {"#", ",", "(", ")"}
        and (_tag(words, at) == "#" or _tag(words, at + 1) == "#" or _tag(words, at - 1) == "#")
    ):
        at += 1
    return at


def _is_attributive(words: Sequence[Word], index: int, quantity: Quantity, kind: str) -> bool:
    """Says whether the noun after a measure has it: "a $5 billion deal", "a 30-day truce", "a 20 percent stake"."""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None:
        return False
    if quantity.compound or (after.low == "-" and after.start == words[index].end):
        return True
    if after.low in _COMPARED:
        return False
    if kind == "share" and after.low in load_verbs().bases:
        return False
    return after.tag == "n" and after.low not in TIMES and after.low not in _SIZES and kind != "duration"


def _counted(words: Sequence[Word], index: int, *, whole: Span | None) -> Phrase | None:
    """Returns the noun phrase after a count: "40 prisoners", "dozens of houses", "40 of the 200 prisoners"."""
    at = index + 1
    if _low(words, at) == "more" and _tag(words, at + 1) == "n":
        at += 1
    if _low(words, at) == "of":
        at += 1
        while _tag(words, at) == "d":
            at += 1
    if whole is not None:
        places = [place for place in range(at, min(len(words), at + 5)) if words[place].tag == "#"]
        at = places[0] + 1 if places else at
    if _low(words, at) in {"-", "–"}:
        at += 1
    found = phrase_from(words, at)
    if found is None or (_is_time(words, found) and found[0] == found[1]):
        return None
    return _with_of(words, found)


def _with_of(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """Adds "of" and the noun phrase after it: "counts of murder"."""
    end = phrase[1] + 1
    if _low(words, end) == "of" and (more := phrase_from(words, end + 1)):
        return phrase[0], more[1]
    return phrase


def _about(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """Returns what changes where a phrase says only that something does: "a 5 % rise in prices" is of prices."""
    last, at = words[phrase[1]].low, phrase[1] + 1
    change = load_verbs().directions.get(last) or last in {"change", "majority", "chance", "share"}
    if change and _low(words, at) in {"in", "of"} and (found := phrase_from(words, at + 1)):
        if not _is_time(words, found):
            return _with_of(words, found)
    return _with_of(words, phrase)


def _after(words: Sequence[Word], index: int, kind: str) -> Phrase | None:
    """Reads "5 % of the land", "$2 billion in aid", "ten years in prison", "$60 million for schools"."""
    at = index + 1
    if _low(words, at) == "(" and _tag(words, at + 1) == "#" and _low(words, at + 2) == ")":
        at += 3
    if _low(words, at) in {"more", "worth", "each", "-"}:
        at += 1
    preposition = _low(words, at)
    if preposition not in {"of", "in", "for", "on"}:
        return None
    found = phrase_from(words, at + 1)
    if found is None or _is_time(words, found):
        return None
    if preposition == "of":
        return _with_of(words, found)
    if kind == "money" and _tag(words, index - 1) == "p" and _low(words, index - 1) not in {"with", "of", "for", "over"}:
        return None
    bare = words[found[1]].word.islower() and _low(words, at + 1) not in {"the", "this", "that", "each"}
    if preposition == "in" and bare and kind in {"money", "duration"}:
        return _with_of(words, found)
    return None


def _of_age(words: Sequence[Word], index: int) -> Phrase | None:
    """Reads "Lee, 44, said", "Lee, aged 44", "adults age 21"."""
    at = index - 1
    if _low(words, at) in {"aged", "age"}:
        at -= 1
        if _tag(words, at) == "v":
            return _subject(words, at)
    elif _low(words, index + 1) not in {",", ".", ")", ""}:
        return None
    elif _low(words, at) != ",":
        return None
    if _low(words, at) == ",":
        at -= 1
    found = _head(words, at) if _tag(words, at) == "n" else None
    return found if found and (words[found[1]].word[0].isupper() or at < index - 2 or _low(words, index - 1) in {"aged", "age"}) else None


# --- before the number ------------------------------------------------------------------------------------


def _before(words: Sequence[Word], index: int) -> Phrase | None:
    """Returns what has an amount, from the words before it: an object, the subject of its clause, or a noun with "of"."""
    at = index - 1
    while _tag(words, at) in {"d", "r", ":"} or _low(words, at) in {"just", "only", "whopping", "“", '"'}:
        at -= 1
    if _low(words, at) == "(":
        return _head(words, at - 1) if _tag(words, at - 1) == "n" else _governor(words, at - 1)
    return _governor(words, at)


def _governor(words: Sequence[Word], at: int) -> Phrase | None:
    """Walks left from a place to the noun or verb that what stands behind it belongs to."""
    preposition = ""
    for _ in range(len(words)):
        tag, low = _tag(words, at), _low(words, at)
        if tag == "p":
            preposition, at = low, at - 1
        elif tag in {"#", "r", "c", "d"} or low in {",", "(", ")", "-", "–"}:
            if tag == "c" and preposition == "" and _tag(words, at - 1) in {"v", "x"}:
                return None
            at -= 1
        elif tag in {"v", "x", "i"}:
            return _subject(words, at)
        elif tag == "n":
            found = phrase_to(words, at)
            if found is None:
                return None
            before = _skip_small(words, found[0] - 1)
            if preposition == "of" and words[found[1]].low in _GENERIC:
                at, preposition = before, ""
                continue
            if _tag(words, before) == "p" and _low(words, before) != "of" and preposition != "of":
                at, preposition = before - 1, "in"
                continue
            if _is_time(words, found):
                at = before
                continue
            return _head(words, at)
        else:
            return None
    return None


def _head(words: Sequence[Word], at: int) -> Phrase | None:
    """Returns the noun phrase that ends at a place, with the nouns that it is joined to by "of"."""
    found = phrase_to(words, at)
    while found:
        before = _skip_small(words, found[0] - 1)
        if _low(words, before) == "of" and _tag(words, before - 1) == "n":
            left = phrase_to(words, before - 1)
            found = (left[0], found[1]) if left else None
        else:
            return found
    return None


def _subject(words: Sequence[Word], verb: int) -> Phrase | None:
    """Returns the subject of the verb at a place; one behind a preposition only where there is no other."""
    at, relative = verb - 1, False
    second: Phrase | None = None
    for _ in range(len(words)):
        tag, low = _tag(words, at), _low(words, at)
        if tag in {"v", "x", "i", "r"} or low == "to":
            at -= 1
        elif tag == "n":
            found = phrase_to(words, at)
            if found is None:
                return second
            before = _skip_small(words, found[0] - 1)
            if _tag(words, before) == "p" and _low(words, before) != "of" and not relative:
                second = second or _head(words, at)
                at = before - 1
                continue
            if _is_time(words, found) and before >= 0 and _low(words, before) != "of":
                at = before
                continue
            return _head(words, at)
        elif tag == "c":
            verb = _verb_before(words, at)
            if verb is None:
                return second
            at = verb - 1
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
    while _tag(words, at) in {"d", "#", '"', "“"}:
        at -= 1
    return at


def _is_time(words: Sequence[Word], phrase: Phrase) -> bool:
    return words[phrase[1]].low in TIMES


def _tag(words: Sequence[Word], at: int) -> str:
    return words[at].tag if 0 <= at < len(words) else ""


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""
