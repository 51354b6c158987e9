"""Tells verbs from nouns and participles of the same form, by the words around them.

Which words carry an act is looked up in `cues`.
"""

from __future__ import annotations

from collections.abc import Sequence

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
)
from reportedly.coding.words import Word
from reportedly.text import word_set
from reportedly.vocabulary.act_cues import ActCue, load_act_cues

_ADJECTIVE_ENDS = ("al", "ive", "ous", "ful", "ist", "able", "ible", "ary", "less", "ish")
_NOUNS_LIKE_ADJECTIVES = word_set(
    "official capital general tribunal hospital journal representative executive principal secretary"
)
_PERSONS = word_set("them him her us me it you world everyone")
_MATTERS = word_set("talks talk negotiations proposal deal agreement plan")
_ALIKE = word_set("demand plead command need end")
_BEFORE_PASSIVE = word_set("as than if when once unless")
_BEFORE_PLURAL = word_set("to and or who that which people police men")
_PASTS = word_set(
    "withdrew gave took sought made put set laid struck came held brought found stood undertook saw began told"
)
_LISTING = word_set("include includes remain remains")


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


def reads_as_noun(words: Sequence[Word], place: int) -> bool:
    """Says whether a noun pattern stands where a noun can stand."""
    if place == 0:
        return True
    before = words[place - 1]
    if before.is_name and words[place].low.endswith("s"):
        return False
    return not (before.low in PRONOUNS or before.low in AUXILIARIES - {"'s"} or before.low == "to")


def reads_as_verb(words: Sequence[Word], place: int, end: int, cue: ActCue) -> bool:
    """Says whether a verb pattern stands where a verb can stand."""
    low = words[place].low
    if cue.frame == "target" and frozenset() in cue.places and cue.places[-1] == {"to"}:
        return _is_person(words[end - 2]) or "ultimatum" in cue.pattern
    if low in AUXILIARIES or cue.frame == "subject" or not cue.pattern.startswith("{"):
        return True
    group = group_start(words, place)
    if any(words[i].low in AUXILIARIES | CATENATIVES for i in range(group, place)):
        return True
    if _ends_in_compound(words, end):
        return False
    if low not in _ALIKE and (low.endswith(("ed", "ing", "d")) or low in _PASTS):
        return not _is_attached(words, group, end, cue) and _is_free(low, _before(words, group))
    return _is_finite(words, group, end, low)


def _is_attached(words: Sequence[Word], group: int, end: int, cue: ActCue) -> bool:
    """Says whether a participle belongs to the noun before it ("a text demanding peace", "men accused of theft")."""
    before = words[group - 1] if group else None
    if words[end - 1].low.endswith("ing") and end - group == 1:
        return before is not None and not before.is_sign and before.low not in {"and", "or", "to"}
    after = words[end].low if end < len(words) else ""
    past = words[group].low.endswith("ed") or words[group].low in _PASTS
    if after == "by" and group == end - 1 and past:
        return before is not None and not before.is_sign and before.low not in {"and", "or"}
    return cue.frame == "target" and after == "of" and words[end - 1].low.endswith("ed")


def _before(words: Sequence[Word], group: int) -> str:
    """Returns the word before a verb group, an opening quotation mark skipped."""
    place = group - 1 if group and words[group - 1].low not in {"“", '"', "«"} else group - 2
    return words[place].low if place >= 0 else ""


def _is_free(low: str, before: str) -> bool:
    """Says whether a past or -ing form is a verb of its own: no adjective, no gerund, no shortened passive."""
    barred = PREPOSITIONS - {"to"} if low.endswith("ing") else _BEFORE_PASSIVE | {"'s"}
    return before not in barred | (DETERMINERS - {"that", "both", "all"}) | POSSESSIVES


def _ends_in_compound(words: Sequence[Word], end: int) -> bool:
    """Says whether a pattern ends inside a longer noun ("announced ceasefire talks")."""
    inside = words[end - 1].low in {"ceasefire", "truce"} and end < len(words)
    return inside and words[end].low in _MATTERS


def _is_person(word: Word) -> bool:
    """Says whether a word may end the name of somebody who is told to do something."""
    return word.is_name or word.low in _PERSONS or word.low in load_act_cues().bodies


def _is_finite(words: Sequence[Word], group: int, end: int, low: str) -> bool:
    """Says whether a base or -s form is a verb here rather than a noun."""
    if group == 0:
        return True
    before = words[group - 1]
    after = words[end].low if end < len(words) else ""
    if after in AUXILIARIES or after in _LISTING or _follows_modifier(before):
        return before.low == "that" and low.endswith("s") and after not in AUXILIARIES
    if before.low in {"and", "or"} and after in {"for", "of"} and end - group == 1:
        return False
    if low.endswith("s") and not low.endswith("ss"):
        return True
    plural = before.low in PRONOUNS or before.low in _BEFORE_PLURAL or before.low.endswith("s")
    return before.is_sign or plural


def _follows_modifier(before: Word) -> bool:
    """Says whether a word before a noun stands here: an article, a possessive, a preposition, an adjective."""
    if before.low in DETERMINERS | POSSESSIVES | (PREPOSITIONS - {"to"}) or before.low == "'s":
        return True
    adjective = before.low.endswith(_ADJECTIVE_ENDS) and before.low not in _NOUNS_LIKE_ADJECTIVES
    return adjective and not before.is_name
