"""What a number measures: the noun it counts, the thing that has an amount, the subject of a change.

Here lives which noun phrase of the sentence belongs to a number. What a noun phrase is, is `phrases`' matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.measuring.following import phrase_after, with_of
from reportedly.measuring.governors import (
    Phrase,
    head_phrase,
    is_time,
    low_at,
    phrase_before,
    subject_phrase,
    tag_at,
)
from reportedly.measuring.nouns import is_plural, of_people
from reportedly.measuring.phrases import TIMES, phrase_from, stretch
from reportedly.measuring.quantities import Quantity
from reportedly.measuring.words import Word
from reportedly.model import Span
from reportedly.text import word_set
from reportedly.vocabulary.units import load_amounts
from reportedly.vocabulary.verbs import load_verbs

_AGE = frozenset(["old", "olds", "age"])
_COMPARED = word_set(
    """
    higher lower less more bigger larger smaller cheaper faster slower better worse safe sure certain owned complete
    effective earlier later
    """
)
_SIZES = word_set(
    """
    long wide high tall deep thick away apart old underground offshore inland downstream upstream ahead tall north
    south east west northeast northwest southeast southwest
    """
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the figure before in the same sentence measures."""

    quantity: Quantity
    what: Span | None


def measured_span(
    words: Sequence[Word], index: int, quantity: Quantity, before: Said | None = None
) -> Span | None:
    """Returns the words that say what the quantity at a place of its sentence measures, None if none do.

    A count measures the noun after it; money, shares, lengths and changes what follows "of" or what has them.
    """
    unit = load_amounts().units.get(quantity.unit)
    kind = unit.kind if unit else "count"
    if before and before.what and _goes_on(words, index, kind, quantity, before):
        return before.what
    if before and before.what and _is_apposed_change(words, index):
        return before.what
    phrase = _without_number_of(words, _phrase(words, index, kind, quantity))
    if (
        phrase
        and before
        and before.what
        and words[phrase[1]].low in _ANAPHORS
        and phrase[0] == phrase[1]
    ):
        return before.what if before.quantity.unit == quantity.unit else stretch(words, phrase)
    return stretch(words, phrase) if phrase else None


def _without_number_of(words: Sequence[Word], phrase: Phrase | None) -> Phrase | None:
    """Takes off what only announces a number: "the number of troops"."""
    if (
        phrase
        and low_at(words, phrase[0] + 1) == "of"
        and words[phrase[0]].low in {"number", "numbers", "amount"}
    ):
        start = phrase[0] + 2
        while tag_at(words, start) == "d" and start < phrase[1]:
            start += 1
        return start, phrase[1]
    return phrase


def _is_apposed_change(words: Sequence[Word], index: int) -> bool:
    """Says whether a change of what was just counted follows: "2 million visitors, a 15 percent increase"."""
    ends = tag_at(words, index + 2) in {"", ".", ",", ";", "s"} or low_at(words, index + 2) in {
        "from",
        "over",
        "on",
        "compared",
        "since",
    }
    apposed = low_at(words, index - 1) in {"a", "an"} and low_at(words, index - 2) in {
        ",",
        "–",
        "—",
        "-",
        "(",
    }
    return apposed and ends and low_at(words, index + 1) in load_verbs().directions


_ANAPHORS = frozenset(["number", "figure", "total", "amount", "sum"])


_HARMING = word_set(
    """
    killed killing wounded wounding injured injuring hurt hurting arrested arresting detained detaining kills
    injures wounds
    """
)


def _goes_on(  # noqa: PLR0911  (one construction after the other)
    words: Sequence[Word], index: int, kind: str, quantity: Quantity, before: Said
) -> bool:
    """Says whether a number has the noun of the one before: "600 died and 400 were hurt", "five years or six"."""
    if before.quantity.unit != quantity.unit or kind not in {
        "count",
        "duration",
        "area",
        "length",
        "share",
    }:
        return False
    if kind == "count" and _counted(words, index, whole=None) is not None:
        return False
    if kind != "count" and (
        low_at(words, index + 1) in {"of", "in"} or tag_at(words, index + 1) == "n"
    ):
        return False
    if low_at(words, index + 1) in {"more", "fewer"} and tag_at(words, index + 2) != "n":
        return True
    if low_at(words, index + 1) == "of" and low_at(words, index + 2) in {
        "which",
        "whom",
        "them",
        "these",
        "those",
    }:
        return True
    if kind == "share":
        follows = low_at(words, index - 1) in {"and", "but", "while", ",", "only"}
        return follows and tag_at(words, index + 1) in {"v", "x"}
    if low_at(words, index - 2) in {"of", "among"} and low_at(words, index - 1) in {
        "which",
        "whom",
        "them",
        "these",
        "those",
    }:
        return True
    if low_at(words, index - 1) in _HARMING and before.what is not None:
        ends = [word.low for word in words if word.end == before.what.end]
        return bool(ends) and of_people(ends[0])
    joined = low_at(words, index - 1) in {"and", "or", "but", "only"}
    return joined or (low_at(words, index - 1) == "," and tag_at(words, index + 1) in {"v", "x"})


def _phrase(  # noqa: PLR0911  (one construction after the other)
    words: Sequence[Word], index: int, kind: str, quantity: Quantity
) -> Phrase | None:
    if kind == "count":
        if low_at(words, index + 1) == "-" and tag_at(words, index + 2) == "n":
            return _has_these(words, index + 2)
        if low_at(words, index + 1) == "-" and words[index + 1].start == words[index].end:
            return phrase_from(words, index + 3)
        if low_at(words, index + 1) == "of" and tag_at(words, index + 2) == "o":
            return None
        return (
            _counted(words, index, whole=quantity.whole)
            or _of_age(words, index)
            or (phrase_before(words, index) if _states_level(words, index) else None)
        )
    if kind == "ratio" and _is_compared(words, index):
        return phrase_before(words, index)
    if _is_attributive(words, index, quantity, kind):
        at = _past_sizes(words, index + 1)
        if (found := phrase_from(words, at)) and not is_time(words, found):
            return _about(words, found)
    return _of_age(words, index) or phrase_after(words, index, kind) or phrase_before(words, index)


def _has_these(words: Sequence[Word], part: int) -> Phrase | None:
    """Returns what has as many of something as an adjective says ("a 41-page report"), else the part."""
    found = phrase_from(words, part + 1)
    return with_of(words, found) if found else (part, part)


def _is_compared(words: Sequence[Word], index: int) -> bool:
    """Says whether a multiple compares what stands before it: "is three times more powerful", "twice as high as"."""
    after, following = low_at(words, index + 1), low_at(words, index + 2)
    if after == "as":
        return following not in {"many", "much"}
    if after == "that" or (after.endswith("er") and following == "than"):
        return True
    return after == "more" and not is_plural(following) and low_at(words, index + 3) == "than"


_LEVELS = word_set(
    """
    reach reaches reached reaching total totals totalled totaled exceed exceeds exceeded number numbers numbered
    average averages averaged hit hits stands stood is was are were be been surpassed passed remained remains
    """
)


def _states_level(words: Sequence[Word], index: int) -> bool:
    """Says whether a number without a noun is the level of what stands before it: "the toll reached 40", "(4.2)"."""
    at = index - 1
    while tag_at(words, at) in {"d", "r"}:
        at -= 1
    verb = tag_at(words, at) in {"v", "x", "i"} and not (
        low_at(words, at) in _LEVELS or low_at(words, at) in load_verbs().directions
    )
    return not verb and low_at(words, at) not in {"", "“", '"', "s"}


def _past_sizes(words: Sequence[Word], at: int) -> int:
    """Returns the place behind "-long", "-old" and a second measure: "12-mile-long, $4 billion", "10-km (6-mile)"."""
    if low_at(words, at) == "-" and low_at(words, at + 1).startswith(("a-", "per-")):
        at += 2
    while low_at(words, at) in {
        "-",
        "–",
        "old",
        "olds",
        "long",
        "wide",
        "strong",
        "plus",
        "high",
        "tall",
        "deep",
    } or (
        tag_at(words, at) in {"#", ",", "(", ")"}
        and (
            tag_at(words, at) == "#" or tag_at(words, at + 1) == "#" or tag_at(words, at - 1) == "#"
        )
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
    if kind == "duration" and not after.word.islower():
        return False
    return after.tag == "n" and after.low not in TIMES and after.low not in _SIZES


def _counted(words: Sequence[Word], index: int, *, whole: Span | None) -> Phrase | None:
    """Returns the noun phrase after a count: "40 prisoners", "dozens of houses", "40 of the 200 prisoners"."""
    at = index + 1
    if low_at(words, at) == "more" and tag_at(words, at + 1) == "n":
        at += 1
    if low_at(words, at) == "of":
        at += 1
        while tag_at(words, at) == "d":
            at += 1
    if whole is not None:
        places = [place for place in range(at, min(len(words), at + 5)) if words[place].tag == "#"]
        at = places[0] + 1 if places else at
    if low_at(words, at) in {"-", "–"}:
        at += 1
    if low_at(words, at) in {'"', "”"} and low_at(words, at + 1) == "of":
        at += 2
    found = phrase_from(words, at)
    if found is None or (
        is_time(words, found) and (found[0] == found[1] or words[found[0]].low in _WHEN)
    ):
        return None
    return with_of(words, _with_and(words, found))


def _with_and(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """Adds a second plural without an article: "officials and advisers", "Nato and other countries"."""
    end = phrase[1] + 1
    if low_at(words, end) not in {"and", "or"} or tag_at(words, end + 1) != "n":
        return phrase
    more = phrase_from(words, end + 1)
    if (
        more is None
        or words[more[1]].low in {"scores", "dozens", "hundreds", "thousands"}
        or not is_plural(words[more[1]].word)
        or is_time(words, more)
    ):
        return phrase
    return phrase[0], more[1]


_WHEN = frozenset(
    ["last", "next", "this", "past", "early", "late", "later", "earlier", "mid", "each", "every"]
)


def _about(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """Returns what changes where a phrase says only that something does: "a 5 % rise in prices" is of prices."""
    last, at = words[phrase[1]].low, phrase[1] + 1
    change = load_verbs().directions.get(last) or last in {"change", "majority", "chance", "share"}
    if (
        change
        and low_at(words, at) in {"in", "of"}
        and (found := phrase_from(words, at + 1))
        and not is_time(words, found)
    ):
        return with_of(words, found)
    return with_of(words, phrase)


def _of_age(words: Sequence[Word], index: int) -> Phrase | None:
    """Reads "Lee, 44, said", "Lee, aged 44", "adults age 21"."""
    at = index - 1
    if low_at(words, at) in {"aged", "age", "ages"}:
        at -= 1
        if tag_at(words, at) == "v":
            return subject_phrase(words, at)
    elif low_at(words, index + 1) not in {",", ".", ")", ""} or low_at(words, at) != ",":
        return None
    if low_at(words, at) == ",":
        at -= 1
    found = head_phrase(words, at) if tag_at(words, at) == "n" else None
    return (
        found
        if found
        and (
            words[found[1]].word[0].isupper()
            or at < index - 2
            or low_at(words, index - 1) in {"aged", "age", "ages"}
        )
        else None
    )
