"""Finds whose act it is: the subject of a verb, the genitive or adjective before a noun.

Turning the words found into a party or person is the business of `resolving`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.coding.cues import Hit
from reportedly.coding.grammar import (
    AUXILIARIES,
    CATENATIVES,
    CLAUSE_SIGNS,
    DETERMINERS,
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

_TIME_WORDS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december week month year today"
)
_OUTCOMES = word_set("outcome result")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Agent:
    """Words that say whose act it is."""

    # First word and one past the last.
    start: int
    end: int
    # "party", "name", "body", "document" or "pronoun".
    kind: str
    # Party the words name outright, None if they name none.
    party: str | None

    def span(self, words: Sequence[Word]) -> Span:
        """Returns the stretch of the text."""
        return Span(words[self.start].start, words[self.end - 1].end)


def find_agent(words: Sequence[Word], hit: Hit, mentions: Sequence[Mention]) -> Agent | None:
    """Returns whose act a cue is, None where no words before (or after "by") say so."""
    if hit.cue.noun:
        return _genitive(words, hit.start, mentions)
    if hit.passive:
        return _by_agent(words, hit.end, mentions)
    if words[hit.start].low in _OUTCOMES:
        return _who_met(words, hit.group, mentions)
    return _subject(words, hit, mentions)


def _who_met(words: Sequence[Word], end: int, mentions: Sequence[Mention]) -> Agent | None:
    """Returns the nearest party that is subject before an outcome ("They met, yet the outcome was ...")."""
    while end > 0:
        start = segment_start(words, end)
        bodies = (i + 1 for i in range(start, end) if words[i].low in load_act_cues().bodies)
        for stop in (end, *bodies):
            agent = noun_phrase_agent(words, start, stop, mentions)
            named = agent and [m for m in mentions if m.party and m.span.meets(agent.span(words))]
            if agent is not None and named and agent.kind in {"party", "body"}:
                return Agent(agent.start, agent.end, "party", named[0].party)
        end = start - 1
    return None


def _subject(words: Sequence[Word], hit: Hit, mentions: Sequence[Mention]) -> Agent | None:
    """Goes leftwards from the verb, segment by segment, to the nearest one that begins with an agent."""
    end = hit.group
    shared = end == 0 or words[end - 1].is_sign or words[end - 1].low in {"and", "or", "but"}
    relative = end > 0 and words[end - 1].low in {"who", "which"}
    while end > 0:
        start = segment_start(words, end)
        agent = noun_phrase_agent(words, start, end, mentions)
        if agent is not None and (not shared or not _inside_list(words, agent, end)):
            return _before_apposition(words, start, agent, mentions)
        if _stops(words, start, end, shared=shared or relative):
            return None
        end = start - 1
        shared = True
    return None


def _stops(words: Sequence[Word], start: int, end: int, *, shared: bool) -> bool:
    """Says whether the search ends: a full subject that is no agent stood here."""
    if start == 0 or start >= end:
        return start == 0
    first = words[start].low
    aside = first in PREPOSITIONS or is_participle(first) or is_adverb(first)
    return not shared and not (words[start - 1].low in CLAUSE_SIGNS and aside)


def _before_apposition(
    words: Sequence[Word], start: int, agent: Agent, mentions: Sequence[Mention]
) -> Agent:
    """Returns the party named before a comma where the agent only describes it ("Norland, a small state, ...")."""
    if agent.party is not None or start < 2 or words[start - 1].low != ",":
        return agent
    earlier = noun_phrase_agent(words, segment_start(words, start - 1), start - 1, mentions)
    fills = earlier is not None and earlier.end == start - 1 and earlier.party is not None
    return earlier if earlier is not None and fills else agent


def _inside_list(words: Sequence[Word], agent: Agent, end: int) -> bool:
    """Says whether an agent-like phrase fills its whole segment and so is an item of a list, not a subject."""
    filled = agent.end >= end and end < len(words) and words[end].low in {"and", "or"}
    return filled and agent.start > 0 and words[agent.start - 1].low in {",", "and", "or"}


def segment_start(words: Sequence[Word], end: int) -> int:
    """Returns the first word of the clause segment that ends before a word."""
    start = end
    while start > 0:
        before = words[start - 1]
        if start < end and _tells(words, start):
            break
        if before.low in CLAUSE_SIGNS or before.low in SUBORDINATORS or before.low in {"or", "but"}:
            break
        if before.low == "and" and not _joins_subject(words, start - 1, end):
            break
        start -= 1
    return start


def _tells(words: Sequence[Word], start: int) -> bool:
    """Says whether a clause begins here after a verb of saying without "that" ("said Sudria will ...")."""
    low = words[start - 1].low if not words[start - 1].is_name else ""
    reporting = low in load_act_cues().reporting and low.endswith(("d", "s"))
    return (
        reporting
        and words[start].low not in PRONOUNS
        and not is_adverb(words[start].low)
        and words[start].low not in PREPOSITIONS
    )


def _joins_subject(words: Sequence[Word], conjunction: int, end: int) -> bool:
    """Says whether an "and" joins two names or bodies that are subject together."""
    if conjunction == 0 or conjunction + 1 >= end:
        return False
    left = words[conjunction - 1]
    return left.is_name or left.low in load_act_cues().bodies or left.low in {"'s", "both"}


def noun_phrase_agent(
    words: Sequence[Word], start: int, end: int, mentions: Sequence[Mention]
) -> Agent | None:
    """Returns the agent a segment begins with, None if it begins with something else."""
    while start < end and (
        is_adverb(words[start].low)
        or words[start].is_sign
        or words[start].low in {"and", "but", "both"}
    ):
        start += 1
    if start + 1 < end and words[start].low.isdigit() and words[start + 1].is_name:
        start += 1
    stop = _phrase_end(words, start, end, mentions)
    if stop <= start or words[start].low in AUXILIARIES:
        return None
    kind, party = _kind(words, start, stop, mentions)
    return Agent(start, stop, kind, party) if kind else None


def _phrase_end(words: Sequence[Word], start: int, end: int, mentions: Sequence[Mention]) -> int:
    """Returns where the noun phrase ends: before a preposition other than "of", a participle or an adverb."""
    stop = start
    while stop < end and stop - start < _LONGEST:
        word = words[stop]
        if stop > start and word.is_sign and word.low not in {"’", "'"}:
            break
        if word.low in PREPOSITIONS - {"of"} or (stop > start and is_adverb(word.low)):
            break
        if not word.is_name and stop > start and is_participle(word.low):
            break
        if stop > start and (word.low in _TIME_WORDS or _begins_verb(words, start, stop, mentions)):
            break
        stop += 1
    return stop


def _begins_verb(words: Sequence[Word], start: int, stop: int, mentions: Sequence[Mention]) -> bool:
    """Says whether a verb begins: an auxiliary, a catenative, or a plain word after a name that is no adjective."""
    word, before = words[stop], words[stop - 1]
    vocabulary = load_act_cues()
    if word.low in AUXILIARIES - {"'s"} or word.low in CATENATIVES - {"likely", "set", "start"}:
        return True
    if not before.is_name or word.is_name or not word.low[0].isalpha() or before.low in DETERMINERS:
        return False
    if word.low in vocabulary.bodies | vocabulary.documents | {"of", "and"}:
        return False
    mention = party_at(words, stop - 1, stop, mentions)
    return mention is not None and mention.kind != "adjective" and start <= stop - 1


def _kind(
    words: Sequence[Word], start: int, stop: int, mentions: Sequence[Mention]
) -> tuple[str, str | None]:
    """Says what kind of agent a noun phrase is, "" if none."""
    vocabulary = load_act_cues()
    head = _head(words, start, stop)
    last = words[head]
    party = party_at(words, start, stop, mentions)
    if last.low in PRONOUNS or last.low == "both":
        return "pronoun", None
    if last.low in vocabulary.documents:
        return "document", party.party if party else None
    if last.low in vocabulary.bodies:
        return ("party", party.party) if party else ("body", None)
    named = party_at(words, head, head + 1, mentions)
    if named is not None and named.kind != "adjective":
        return "party", named.party
    if (
        named is None
        and last.is_name
        and last.low not in DETERMINERS
        and last.low not in _TIME_WORDS
    ):
        return ("party", party.party) if party else ("name", None)
    return "", None


def _head(words: Sequence[Word], start: int, stop: int) -> int:
    """Returns the head word: the last one before the first "of"."""
    head = start
    for place in range(start, stop):
        if words[place].low == "of" and place > start:
            break
        head = place
    return head


def _genitive(words: Sequence[Word], place: int, mentions: Sequence[Mention]) -> Agent | None:
    """Returns the agent of a noun: "Norland's renewed push", "Norland officials' refusal", "the Norlander demand"."""
    for back in range(place - 1, max(-1, place - 6), -1):
        word = words[back]
        if word.low in {"'s", "’", "'"} and back > 0:
            start = _name_start(words, back)
            kind, party = _kind(words, start, back, mentions)
            return Agent(start, back, kind, party) if kind else None
        mention = party_at(words, back, back + 1, mentions)
        if mention is not None and mention.kind == "adjective":
            return Agent(back, back + 1, "party", mention.party)
        if word.is_sign or word.low in PREPOSITIONS or word.low in {"and", "to"}:
            return None
    return None


def _name_start(words: Sequence[Word], end: int) -> int:
    """Returns where the noun phrase before a genitive begins."""
    start = end
    while start > 0 and end - start < 6:
        word = words[start - 1]
        if word.is_sign or word.low in PREPOSITIONS or word.low in SUBORDINATORS:
            break
        if not (word.is_name or word.low in load_act_cues().bodies or word.low == "the"):
            break
        start -= 1
    return start


def _by_agent(words: Sequence[Word], end: int, mentions: Sequence[Mention]) -> Agent | None:
    """Returns the agent after "by" of a passive."""
    for place in range(end, min(len(words), end + 12)):
        if words[place].low == "by":
            return noun_phrase_agent(words, place + 1, len(words), mentions)
    return None
