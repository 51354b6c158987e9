"""Reads what is announced for the case that others do not comply: "or Kestria will cut aid", "if there is no deal".

Threats that a verb names outright ("threatens to") are cues in the vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.agents import noun_phrase_agent, segment_start
from reportedly.coding.clauses import Sentence
from reportedly.coding.conditions import find_conditions
from reportedly.coding.edges import tidy
from reportedly.coding.grammar import NEGATIONS
from reportedly.coding.propositions import finish
from reportedly.coding.words import Word, strip_quotes, words_of
from reportedly.model import Act, Proposition, Span
from reportedly.text import word_set

CONSEQUENCES = word_set(
    "military militarily painful sanctions tariffs capture seize consequences retaliate retaliation respond response "
    "strike attack force destroy punish price pay"
)
_DEPRIVING = word_set(
    "stop halt cut suspend end withdraw cancel close block withhold freeze seize occupy annex impose abandon leave "
    "quit expel arm attack strike retaliate resume"
)
_FAILINGS = word_set("fails fail refuses refuse rejects reject ignores ignore")
_COMING = word_set("will would 'll")
_NEAR = 2


def announces_harm(words: Sequence[Word]) -> bool:
    """Says whether a future verb is followed closely by what somebody would do to another ("will respond")."""
    for place, word in enumerate(words):
        near = {w.low for w in words[place + 1 : place + 7]}
        if word.low in {"will", "would", "'ll"} and near & CONSEQUENCES:
            return True
    return False


def conditional_threat(sentence: Sentence) -> list[Proposition]:
    """Returns what is announced for the case that somebody does not do something ("If Sudria does not leave, ...")."""
    text = sentence.text
    for condition in find_conditions(text, sentence.span):
        words = words_of(text, condition)
        if words[0].low not in {"if", "unless"} or not _is_failing(words):
            continue
        rest = strip_quotes(text, Span(condition.end + 1, sentence.span.end))
        after = words_of(text, rest) if rest.start < rest.end else []
        if words[0].low == "if" and announces_harm(after):
            base = Proposition(span=rest, act=Act.THREAT, aspects=frozenset({"future"}))
            return finish(sentence, base, [rest])
        found = _announced(sentence, sentence.span.start, condition.start, condition.end)
        if found is not None:
            return finish(sentence, found, [found.span])
    return []


def _is_failing(words: Sequence[Word]) -> bool:
    """Says whether a condition is that something is not done."""
    low = {word.low for word in words}
    return "unless" in low or "no" in low or bool(low & (NEGATIONS | _FAILINGS))


def _announced(sentence: Sentence, start: int, stop: int, end: int) -> Proposition | None:
    """Returns the threat whose subject and future verb stand in a stretch; it reaches on to `end`."""
    words = sentence.words
    for place, word in enumerate(words):
        if not start <= word.start < stop or word.low not in _COMING:
            continue
        near = words[place + 1 : place + 1 + _NEAR]
        if not {w.low for w in near if w.start < stop} & _DEPRIVING:
            continue
        agent = noun_phrase_agent(words, segment_start(words, place), place, sentence.mentions)
        if agent is None or agent.kind not in {"party", "pronoun"}:
            continue
        named = agent.span(words) if agent.kind == "party" else None
        begins = words[agent.start].start
        span = tidy(sentence.text, Span(begins, end)) or Span(begins, end)
        return Proposition(span=span, act=Act.THREAT, agent=named, aspects=frozenset({"future"}))
    return None


def with_alternatives(
    sentence: Sentence, found: Sequence[Proposition], own_party: str | None
) -> list[Proposition]:
    """Returns demands and, apart from each, what its holder will do otherwise ("..., or Kestria will cut aid")."""
    parted: list[Proposition] = []
    for one in found:
        cut = _alternative(sentence, one) if one.act is Act.DEMAND else None
        threat = _announced(sentence, cut.end, one.span.end, one.span.end) if cut else None
        if cut is None or threat is None or not _is_same(sentence, threat, own_party):
            parted.append(one)
            continue
        threat = replace(threat, agent=threat.agent or one.agent)
        kept = Span(one.span.start, cut.start)
        parted += finish(sentence, one, [kept], kept)
        parted += finish(sentence, threat, [threat.span], threat.span)
    return parted


def _alternative(sentence: Sentence, one: Proposition) -> Span | None:
    """Returns the last "or" inside a demand, from the end of the word before it."""
    inside = [w for w in sentence.words if one.span.start < w.start < one.span.end]
    places = [i for i, w in enumerate(inside) if w.low == "or" and i > 1]
    if not places:
        return None
    before = inside[places[-1] - 1]
    before = inside[places[-1] - 2] if before.is_sign else before
    return Span(before.end, inside[places[-1]].end)


def _is_same(sentence: Sentence, threat: Proposition, own_party: str | None) -> bool:
    """Says whether a threat is by whoever demands, not about what befalls the other side."""
    if threat.agent is None:
        first = next(w for w in sentence.words if w.start >= threat.span.start)
        return first.low in {"we", "i", "it"}
    parties = {m.party for m in sentence.mentions if m.span.meets(threat.agent)}
    return own_party is not None and own_party in parties
