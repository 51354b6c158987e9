"""Finds the words that carry an act, and tells verbs from nouns of the same form.

Whose act it is and what it is about is read in `agents` and `objects`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.coding.grammar import (
    AUXILIARIES,
    CATENATIVES,
    DETERMINERS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    is_participle,
    word_set,
)
from reportedly.coding.words import Word
from reportedly.model import Act
from reportedly.vocabulary.act_cues import ActCue, load_act_cues

_GAP = 5
_ALIKE = frozenset({"demand", "plead", "command", "need", "end"})
_PERSONS = word_set("them him her us me it you world everyone")
_PAST = frozenset({"sought", "held", "told", "made", "put", "brought", "found", "set", "laid"})
_ADJECTIVE_ENDS = ("al", "ive", "ous", "ful", "ist", "able", "ible", "ary", "less", "ish")
_NOUNS_LIKE_ADJECTIVES = frozenset(
    {
        "official",
        "capital",
        "general",
        "tribunal",
        "hospital",
        "journal",
        "representative",
        "executive",
        "principal",
        "secretary",
    }
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a run of words."""

    cue: ActCue
    # First word of the verb group or the noun.
    group: int
    # First word of the pattern.
    start: int
    # One past its last word.
    end: int
    act: Act
    # Whether the verb group is negated.
    negated: bool
    # Whether it is a passive ("was urged by").
    passive: bool


def find_hits(words: Sequence[Word]) -> list[Hit]:
    """Returns the cues in a run of words, leftmost and longest first, none overlapping."""
    hits: list[Hit] = []
    place = 0
    while place < len(words):
        hit = _hit_at(words, place)
        if hit is None:
            place += 1
            continue
        hits.append(hit)
        place = hit.end
    return hits


def _hit_at(words: Sequence[Word], place: int) -> Hit | None:
    """Returns the longest cue that begins at a word, if it reads as a verb or noun there."""
    for cue in load_act_cues().by_first.get(words[place].low, ()):
        end = match_places(words, place, cue)
        if end is not None and (_reads_as_noun if cue.noun else _reads_as_verb)(
            words, place, end, cue
        ):
            return _make_hit(words, place, end, cue)
    return None


def match_places(words: Sequence[Word], place: int, cue: ActCue) -> int | None:
    """Returns the word after a pattern matched at a place, None if it does not match there."""
    return _match(words, place, cue.places)


def _match(words: Sequence[Word], at: int, places: Sequence[frozenset[str]]) -> int | None:
    if not places:
        return at
    if not places[0]:
        return _match_gap(words, at, places[1:])
    if at < len(words) and words[at].low in places[0]:
        return _match(words, at + 1, places[1:])
    # Adverbs may stand inside a pattern ("is fully ready to").
    if at < len(words) and is_adverb(words[at].low) and at > 0 and words[at - 1].low in AUXILIARIES:
        return _match(words, at + 1, places)
    return None


def _match_gap(words: Sequence[Word], at: int, places: Sequence[frozenset[str]]) -> int | None:
    """Matches the rest of a pattern after a gap of up to four words without punctuation."""
    for skip in range(_GAP):
        end = _match(words, at + skip, places)
        if end is not None or at + skip >= len(words) or words[at + skip].is_sign:
            return end
    return None


def _make_hit(words: Sequence[Word], place: int, end: int, cue: ActCue) -> Hit:
    """Reads negation and voice from the verb group around a cue."""
    group = group_start(words, place)
    written = {word for part in cue.places for word in part} if len(cue.places) > 1 else set()
    around = [w.low for w in words[group:end]]
    negated = any(low in NEGATIONS and low not in written for low in around)
    negated = negated or ("no" in around and "longer" in around and "longer" not in written)
    past = words[place].low.endswith(("ed", "n")) or words[place].low in _PAST
    passive = (
        not cue.noun
        and past
        and place > group
        and any(
            low in {"is", "are", "was", "were", "be", "been", "being"}
            for low in around[: place - group]
        )
    )
    return Hit(cue, group, place, end, cue.negated if negated else cue.act, negated, passive)


def group_start(words: Sequence[Word], place: int) -> int:
    """Returns the first word of the verb group that ends at a place ("has repeatedly" of "has repeatedly demanded")."""
    start = place
    while start > 0:
        low = words[start - 1].low
        if low in AUXILIARIES or low in NEGATIONS or is_adverb(low) or low == "no":
            if (
                low == "'s"
                and start >= 2
                and words[start].low not in {"not", "been", "ready", "willing"}
                and not is_participle(words[start].low)
            ):
                break
            start -= 1
        elif low == "to" and start >= 2 and words[start - 2].low in CATENATIVES:
            start -= 2
        else:
            break
    return start


def _reads_as_noun(words: Sequence[Word], place: int, end: int, cue: ActCue) -> bool:  # noqa: ARG001
    """Says whether a noun pattern stands where a noun can stand."""
    if place == 0:
        return True
    before = words[place - 1]
    if before.is_name and words[place].low.endswith("s"):
        return False
    return not (before.low in PRONOUNS or before.low in AUXILIARIES - {"'s"} or before.low == "to")


def _reads_as_verb(words: Sequence[Word], place: int, end: int, cue: ActCue) -> bool:
    """Says whether a verb pattern stands where a verb can stand."""
    low = words[place].low
    if cue.frame == "target" and frozenset() in cue.places and cue.places[-1] == {"to"}:
        return _is_person(words[end - 2]) or "ultimatum" in cue.pattern
    if low in AUXILIARIES or cue.frame == "subject" or not cue.pattern.startswith("{"):
        return True
    group = group_start(words, place)
    if any(words[i].low in AUXILIARIES or words[i].low in CATENATIVES for i in range(group, place)):
        return True
    before = words[group - 1] if group else None
    before_low = before.low if before is not None else ""
    if low.endswith("ed") and before_low in {"as", "than", "if", "when", "once", "unless"}:
        return False
    if (low.endswith(("ed", "ing")) and low not in _ALIKE) or not _noun_like(low):
        return before is None or not (
            before.low in DETERMINERS - {"that", "both", "all"}
            or before.low in POSSESSIVES
            or (before.low == "'s" and not low.endswith("ing"))
        )
    return _finite(words, group, end, low)


def _is_person(word: Word) -> bool:
    """Says whether a word may end the name of somebody who is told to do something."""
    return word.is_name or word.low in _PERSONS or word.low in load_act_cues().bodies


def _noun_like(low: str) -> bool:
    """Says whether a form may also be a noun; only past forms in the irregular list may not."""
    return not low.endswith("d") or low in _ALIKE


def _finite(words: Sequence[Word], group: int, end: int, low: str) -> bool:
    """Says whether a base or -s form is a verb here rather than a plural noun."""
    if group == 0:
        return True
    before = words[group - 1]
    after = words[end].low if end < len(words) else ""
    if after in AUXILIARIES or after in {"include", "includes", "remain", "remains"}:
        return False
    if (
        before.low in DETERMINERS
        or before.low in POSSESSIVES
        or before.low in PREPOSITIONS - {"to"}
        or before.low == "'s"
    ):
        return before.low == "that" and low.endswith("s")
    if (
        not before.is_name
        and before.low.endswith(_ADJECTIVE_ENDS)
        and before.low not in _NOUNS_LIKE_ADJECTIVES
    ):
        return False
    if low.endswith("s") and not low.endswith("ss"):
        return True
    return (
        before.is_sign
        or before.low in PRONOUNS
        or before.low in {"to", "and", "or", "who", "that", "which"}
        or before.low.endswith("s")
        or before.low in {"people", "police", "men"}
    )
