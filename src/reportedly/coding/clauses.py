"""Reads a sentence as clauses that carry an act: cue, agent, object.

Which of them become propositions depends on where the sentence stands; see `content` and `voice`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.coding.agents import Agent, find_agent
from reportedly.coding.cues import Hit, find_hits
from reportedly.coding.grammar import AUXILIARIES, PREPOSITIONS, PRONOUNS
from reportedly.coding.objects import noun_object_end, object_end
from reportedly.coding.parties import PartyNames, mentions_in
from reportedly.coding.words import Word, strip_quotes, words_of
from reportedly.model import Act, Mention, Span
from reportedly.text import word_set

_HYPOTHETICAL = word_set("would could may might if 'd wouldn't couldn't")
_FUTURE = word_set("will shall 'll won't going plans plan planned intends intend")
_LEADING = word_set("while although though if as after when since unless despite")
_HISTORICAL = word_set("had formerly hadn't used")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item with its words and the names in it."""

    text: str
    span: Span
    words: Sequence[Word]
    mentions: Sequence[Mention]


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue with its agent and the words from `start` to before `end` that it is about."""

    hit: Hit
    agent: Agent | None
    start: int
    end: int
    # Whether a refusal of a refusal ("refuses to rule out") leaves no act.
    undone: bool

    @property
    def agent_start(self) -> int:
        """The first word of the agent, of the verb group where there is none."""
        return self.agent.start if self.agent else self.hit.group

    @property
    def act(self) -> Act:
        """The act after negation."""
        return Act.OTHER if self.undone else self.hit.act


def read_sentence(text: str, span: Span, gazetteer: PartyNames) -> Sentence:
    """Cuts a stretch into words and finds the names in it."""
    inner = strip_quotes(text, span)
    return Sentence(text, inner, words_of(text, inner), mentions_in(text, inner, gazetteer))


def read_clauses(sentence: Sentence) -> list[Clause]:
    """Returns the clauses with an act in a sentence, leftmost first; those inside another's object are left out."""
    words = sentence.words
    kept: list[tuple[Hit, Agent | None]] = []
    undone: set[int] = set()
    for hit in find_hits(words):
        if _is_infinitive(words, hit) or not _insists(words, hit):
            continue
        agent = find_agent(words, hit, sentence.mentions)
        if kept and doubles(words, kept[-1][0], hit):
            undone.add(kept[-1][0].start)
        elif not kept and _is_compound(words, hit, agent):
            continue
        elif not kept or _independent(words, kept[-1], hit, agent):
            kept.append((hit, agent))
    return [_clause(words, kept, place, undone) for place in range(len(kept))]


def _is_infinitive(words: Sequence[Word], hit: Hit) -> bool:
    """Says whether a verb hangs on another one that carries no act ("a chance to oppose")."""
    before = [w.low for w in words[max(0, hit.group - 2) : hit.group] if not w.is_sign]
    return not hit.cue.noun and bool(before) and before[-1] == "to"


def _insists(words: Sequence[Word], hit: Hit) -> bool:
    """Says whether an "insist" asks for something rather than maintains that something is so."""
    if (
        hit.cue.pattern not in {"{insist}", "{insist} that"}
        and words[hit.start].low != "insistence"
    ):
        return True
    return words[hit.end - 1].low == "on" or asks(words[hit.end : hit.end + 25])


def asks(words: Sequence[Word]) -> bool:
    """Says whether what is insisted on should be so: "must", "on", or a bare "be" ("that it be open")."""
    low = [word.low for word in words]
    if {"was", "were"} & set(low):
        return False
    bare = any(a == "be" and b not in AUXILIARIES | {"to", "not"} for b, a in pairwise(["", *low]))
    return bare or bool({"must", "should", "on"} & set(low))


def _clause(
    words: Sequence[Word], kept: Sequence[tuple[Hit, Agent | None]], place: int, undone: set[int]
) -> Clause:
    """Builds a clause; its object reaches to where the next one begins."""
    hit, agent = kept[place]
    limit = len(words)
    if place + 1 < len(kept):
        following, its_agent = kept[place + 1]
        limit = following.group
        if its_agent is not None and hit.end <= its_agent.start < limit:
            limit = its_agent.start
    limit = max(limit, hit.end)
    start = _object_start(words, hit)
    first = words[agent.start - 1].low if agent is not None and 0 < agent.start <= hit.group else ""
    end = object_end(words, start, limit, subordinate=first in _LEADING) if start < limit else start
    end = noun_object_end(words, start, end) if hit.cue.noun else end
    return Clause(hit, agent, start, max(end, hit.end), hit.start in undone)


def _object_start(words: Sequence[Word], hit: Hit) -> int:
    """Returns the first word of the object: inside the pattern where that ends with a noun ("reject ... offer")."""
    last = hit.cue.places[-1]
    if hit.cue.frame == "target" and frozenset() in hit.cue.places and "to" in last:
        if "ultimatum" not in hit.cue.pattern:
            return hit.start + 1
        return next(i + 1 for i in range(hit.start, hit.end) if words[i].low == "to")
    if frozenset() not in hit.cue.places or last & (PREPOSITIONS | {"that"}):
        return hit.end
    particle = len(hit.cue.places) > 1 and hit.cue.places[1] & (
        PREPOSITIONS | {"up", "out", "down", "forward"}
    )
    return hit.start + (2 if particle else 1)


def doubles(words: Sequence[Word], first: Hit, second: Hit) -> bool:
    """Says whether the second cue is the direct object of a refusal ("refuses to rule out", "denied rejecting")."""
    direct = second.start <= first.end + 1 and (
        second.start == first.end or words[first.end].low == "to"
    )
    return direct and first.cue.act in {Act.REFUSAL, Act.DENIAL} and second.cue.act is Act.REFUSAL


def _independent(
    words: Sequence[Word], last: tuple[Hit, Agent | None], hit: Hit, agent: Agent | None
) -> bool:
    """Says whether a cue stands beside the last one rather than inside its object."""
    first, first_agent = last
    if agent is None or hit.group == 0:
        return False
    own = agent.start >= first.end
    if words[hit.group - 1].low == "to" or _is_compound(words, hit, agent):
        return False
    before = words[agent.start - 1].low if own and agent.start else words[hit.group - 1].low
    if hit.cue.noun:
        return own and before in {",", ";", "while", "but", "despite", "amid"}
    if own:
        return before in {
            ",",
            ";",
            "while",
            "but",
            "although",
            "though",
            "whereas",
            "and",
            "—",
            "–",
            "because",
            "as",
            "(",
            "“",
            '"',
        }
    shares = first_agent is not None and agent.start == first_agent.start
    return (
        shares and before in {",", "and", "but", "or", ";", "—"} and _same_rank(words, first, hit)
    )


def _is_compound(words: Sequence[Word], hit: Hit, agent: Agent | None) -> bool:
    """Says whether a form ends a compound noun after a preposition ("with security guarantees")."""
    if hit.cue.noun or agent is None or hit.group < hit.start or hit.start == 0:
        return False
    if hit.cue.pattern.startswith("outcome"):
        return False
    before = words[hit.start - 1]
    low = words[hit.start].low
    apart = agent.end < hit.group and not before.is_sign and not before.is_name
    plain = low not in AUXILIARIES and not low.endswith(("ed", "ing"))
    return (
        apart
        and plain
        and before.low not in PRONOUNS | {"and", "or", "but", "to", "who", "which", "that"}
    )


def _same_rank(words: Sequence[Word], first: Hit, hit: Hit) -> bool:
    """Says whether a coordinated verb is finite, or a participle after a comma, as its neighbour is."""
    low = words[hit.start].low
    if hit.group < hit.start or low.endswith(("ed", "ing")):
        return True
    plain = words[first.start].low
    plural = plain not in AUXILIARIES | {"must", "let"} and not plain.endswith(("s", "ed", "ing"))
    return (low.endswith("s") and not low.endswith("ss")) or plural


def aspects_of(sentence: Sentence, clause: Clause) -> frozenset[str]:
    """Returns which of "negated", "hypothetical", "historical", "future" the verb group shows."""
    words, hit, agent = sentence.words, clause.hit, clause.agent
    group = {w.low for w in words[hit.group : hit.end]}
    if agent is not None and agent.end < hit.group and not group & AUXILIARIES:
        # A coordinated verb shares the auxiliary of the first ("may seize ... and then offer").
        group |= {w.low for w in words[agent.end : agent.end + 2]} & AUXILIARIES
    found = set()
    if clause.act is Act.OTHER and (clause.undone or clause.hit.negated):
        found.add("negated")
    if group & _HYPOTHETICAL:
        found.add("hypothetical")
    if group & _FUTURE:
        found.add("future")
    if group & _HISTORICAL:
        found.add("historical")
    return frozenset(found)


def refers_back(sentence: Sentence, clause: Clause) -> bool:
    """Says whether an object holds a pronoun whose matter was named before ("tighten its grip on them")."""
    return any(
        w.low in {"them", "it", "this", "these", "those"}
        for w in sentence.words[clause.start : clause.end]
    )
