"""Finds the words that carry an act.

Whether they are verb or noun is told in `readings`, whose act it is in `agents`, what it is about in `objects`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.coding.grammar import AUXILIARIES, NEGATIONS, is_adverb
from reportedly.coding.readings import group_start, reads_as_noun, reads_as_verb
from reportedly.coding.words import Word
from reportedly.model import Act
from reportedly.text import word_set
from reportedly.vocabulary.act_cues import ActCue, load_act_cues

_GAP = 5
_PAST = word_set("sought held told made put brought found set laid")
_BEINGS = word_set("is are was were be been being")


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
        if end is not None and _reads(words, place, end, cue):
            return _make_hit(words, place, end, cue)
    return None


def _reads(words: Sequence[Word], place: int, end: int, cue: ActCue) -> bool:
    """Says whether the words of a pattern stand where its part of speech can stand."""
    return reads_as_noun(words, place) if cue.noun else reads_as_verb(words, place, end, cue)


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
        stop = at + skip >= len(words) or words[at + skip].is_sign or words[at + skip].low == "that"
        if end is not None or stop:
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
        and any(low in _BEINGS for low in around[: place - group])
    )
    return Hit(cue, group, place, end, cue.negated if negated else cue.act, negated, passive)
