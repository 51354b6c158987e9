"""Reads what an act is about: the reach of its object and the target named in it.

Lists inside an object are split in `lists`.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.grammar import (
    BREAKERS,
    DASHES,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_participle,
)
from reportedly.coding.parties import party_at
from reportedly.coding.words import Word
from reportedly.model import Mention, Span
from reportedly.text import word_set
from reportedly.vocabulary.act_cues import load_act_cues

_NOUNS = frozenset(
    (
        "reports",
        "claims",
        "notes",
        "posts",
        "comments",
        "estimates",
        "forecasts",
        "fears",
        "views",
        "doubts",
        "regards",
        "remarks",
        "stresses",
        "states",
        "judges",
        "suspects",
    )
)

_PROVING = word_set(
    "demonstrate demonstrates demonstrated show shows showed prove proves proved indicate indicates indicated "
    "suggest suggests suggested mean means meant reveal reveals revealed confirm confirms confirmed"
)
"""Verbs that, with "that" after them, end a noun and its object, whatever clauses stand inside."""

_NAMING = word_set(
    "demand goal aim step move condition claim position policy request call idea plan"
)
"""Nouns that, after a comma and an article, name what was said before rather than a further item."""


def object_end(words: Sequence[Word], start: int, limit: int, *, subordinate: bool = False) -> int:
    """Returns where the object that begins at a word ends; `limit` is where the next act begins.

    It ends before a clause of its own (", while ...", ", according to ...") at the top level, and at the first
    comma where its clause is itself subordinate ("While Sudria supports a truce, ...").
    """
    base = words[start].depth if start < limit else 0
    for place in range(start, limit):
        word = words[place]
        if word.depth > base:
            continue
        if word.low == "," and subordinate:
            return place
        if place > start and _ends_object(words, place, limit):
            return place
    return limit


def noun_object_end(words: Sequence[Word], start: int, end: int) -> int:
    """Returns where the object of a noun ends that is itself a subject ("the push for talks is ...")."""
    for place in range(start + 1, end):
        word, before = words[place], words[place - 1].low
        if word.low in _PROVING and place + 1 < end and words[place + 1].low == "that":
            return place
        named = before == "," and word.low in {"a", "an"} and place + 1 < end
        if named and words[place + 1].low in _NAMING:
            return place - 1
        aside = before == "," and is_participle(word.low) and word.low.endswith("ed")
        if aside or (word.low in FINITE - {"'s"} and before not in {"that", "which", "who", "to"}):
            relative = any(w.low in {"that", "which", "who"} for w in words[start:place])
            if not relative:
                return place
    return end


def _ends_object(words: Sequence[Word], place: int, limit: int) -> bool:
    """Says whether a new clause begins at a word."""
    low = words[place].low
    after = words[place + 1].low if place + 1 < limit else ""
    if low == "”" and words[place - 1].low == ",":
        return True
    joined = bool(after) and words[place + 1].start == words[place].end
    if low == "." and after and (joined or len(words[place - 1].low) > 3):
        return True
    if low == "," and after == "as" and place + 2 < limit and _is_aside(words[place + 2].low):
        return True
    if low in {",", "-"} | DASHES:
        return after in BREAKERS - {"if", "unless", "when"} or _credits(words, place + 1, limit)
    if low == "and":
        return after in {"yet", "now", "so", "thus"} or _reports(words, place + 1)
    return low in {"while", "whereas", "although", "though"} or (
        low in {"!", "?", ";"} and bool(after)
    )


def _is_aside(low: str) -> bool:
    """Says whether a word after ", as" begins an aside ("as defined", "as written")."""
    return is_participle(low) or low in {"written", "set", "laid", "drawn", "shown"}


def _credits(words: Sequence[Word], place: int, limit: int) -> bool:
    """Says whether words like "according to", "the paper reported", "Petrov said" follow."""
    head = [w.low for w in words[place : min(limit, place + 6)]]
    if head[:2] == ["according", "to"] or head[:1] in (["citing"], ["quoting"]):
        return True
    for back in range(place, min(limit, place + 6)):
        if words[back].is_sign:
            return False
        if back > place and _reports(words, back):
            named = words[back - 1]
            return named.is_name or named.low in PRONOUNS or named.low in load_act_cues().bodies
    return _reports(words, place)


def _reports(words: Sequence[Word], place: int) -> bool:
    """Says whether a finite verb of saying stands at a word, adverbs skipped."""
    while place < len(words) and is_adverb(words[place].low):
        place += 1
    low = words[place].low if place < len(words) and not words[place].is_name else ""
    vocabulary = load_act_cues()
    return (
        low.endswith(("d", "s"))
        and low in vocabulary.reporting | vocabulary.assessment
        and (low not in _NOUNS or place + 1 == len(words))
    )


def find_target(
    words: Sequence[Word],
    start: int,
    end: int,
    mentions: Sequence[Mention],
    agent_party: str | None,
) -> Span | None:
    """Returns the words at the head of an object that name at whom the act is directed."""
    place = start
    while place < end and (
        words[place].low in {"that", "both", "for", "on", "upon", "the", "to", "from", "against"}
        or words[place].is_sign
    ):
        place += 1
    stop = place
    while stop < end and stop - place < 8 and not _ends_phrase(words, stop, place):
        stop += 1
    mention = party_at(words, place, stop, mentions)
    if mention is not None and mention.party != agent_party:
        one = _grown(words, place, stop, mention)
        return _both(words, start, stop, mentions, one) if one is not None else None
    return _from_phrase(words, start, end, mentions, agent_party)


def _both(
    words: Sequence[Word], start: int, stop: int, mentions: Sequence[Mention], one: Span
) -> Span:
    """Returns "both Norland and Sudria" where the party found is the first of two, else the one found."""
    opened = any(w.low == "both" and w.end <= one.start for w in words[start:stop])
    if not opened or stop + 1 >= len(words) or words[stop].low != "and":
        return one
    end = stop + 1
    while end < len(words) and end - stop < 6 and not _ends_phrase(words, end, stop + 1):
        end += 1
    second = party_at(words, stop + 1, end, mentions)
    both = next(w for w in words[start:stop] if w.low == "both")
    return Span(both.start, max(one.end, second.span.end)) if second is not None else one


def _ends_phrase(words: Sequence[Word], stop: int, place: int) -> bool:
    """Says whether the noun phrase that began at `place` ends before `stop`."""
    word = words[stop]
    return (
        word.is_sign
        or word.low in PREPOSITIONS
        or word.low in SUBORDINATORS
        or word.low in FINITE
        or word.low in {"and", "or"}
        or (stop > place and word.low in load_act_cues().action_verbs)
        or word.low in {"not", "immediately", "be"}
    )


def _grown(words: Sequence[Word], place: int, stop: int, mention: Mention) -> Span | None:
    """Returns the words of the phrase that name the party: up to its body noun where it has one."""
    first = next(i for i in range(place, stop) if words[i].end > mention.span.start)
    if words[first].end > mention.span.end or words[first].start < mention.span.start:
        return None
    bodies = load_act_cues().bodies
    last = max(
        (
            i
            for i in range(first, stop)
            if words[i].low in bodies or words[i].start < mention.span.end
        ),
        default=first,
    )
    if any(words[i].low == "'s" for i in range(first, last + 1)):
        return mention.span
    return Span(words[first].start, words[last].end)


def _from_phrase(
    words: Sequence[Word],
    start: int,
    end: int,
    mentions: Sequence[Mention],
    agent_party: str | None,
) -> Span | None:
    """Returns the party after "from" or "by": "guarantees from Sudria", "a withdrawal by Sudria"."""
    for place in range(start, end - 1):
        if words[place].low in {"from", "by"}:
            stop = place + 1
            while stop < min(end, place + 7) and not _ends_phrase(words, stop, place + 1):
                stop += 1
            mention = party_at(words, place + 1, stop, mentions)
            if mention is not None and mention.party != agent_party and mention.kind != "place":
                return mention.span
    return None
