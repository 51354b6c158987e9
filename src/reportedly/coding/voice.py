"""Codes a sentence that no attribution covers: what an outlet says in its own voice about a party's act."""

from __future__ import annotations

from reportedly.coding.agents import Agent
from reportedly.coding.alternatives import with_alternatives
from reportedly.coding.clauses import (
    Clause,
    Sentence,
    aspects_of,
    read_clauses,
    read_sentence,
    refers_back,
)
from reportedly.coding.meaning import is_guessed, is_meant
from reportedly.coding.parties import PartyNames
from reportedly.coding.propositions import propositions_of
from reportedly.model import Act, Proposition, Span
from reportedly.vocabulary.issues import find_issues

_SPOKEN = frozenset(set(Act) - {Act.OTHER, Act.ASSESSMENT})


def code_voice(text: str, span: Span, *, gazetteer: PartyNames) -> tuple[Proposition, ...]:
    """Returns the acts that a sentence ascribes to a party it names, none if it ascribes none."""
    sentence = read_sentence(text, span, gazetteer)
    found: list[Proposition] = []
    for clause in read_clauses(sentence):
        if clause.agent is not None and _counts(sentence, clause, clause.agent):
            agent = clause.agent.span(sentence.words)
            party = clause.agent.party
            own = propositions_of(sentence, clause, agent=agent, own_party=party)
            found += with_alternatives(sentence, own, party)
    return tuple(found)


def _counts(sentence: Sentence, clause: Clause, agent: Agent) -> bool:
    """Says whether the agent and the object are named well enough for an outlet's own voice."""
    cue = clause.hit.cue
    if not is_meant(sentence, clause) or is_guessed(sentence, clause):
        return False
    if clause.act not in _SPOKEN or cue.reported or cue.frame == "subject":
        return False
    has_issue = bool(_object_issues(sentence, clause))
    if agent.kind == "party":
        return has_issue or not (cue.weak or cue.noun)
    supposed = bool(aspects_of(sentence, clause) & {"hypothetical"})
    return agent.kind in {"document", "pronoun"} and has_issue and not cue.weak and not supposed


def _object_issues(sentence: Sentence, clause: Clause) -> tuple[str, ...]:
    words = sentence.words
    if clause.start >= clause.end or words[clause.start].low in {"and", "or", "but", ","}:
        return ()
    if refers_back(sentence, clause):
        return find_issues(sentence.span.of(sentence.text))
    return find_issues(sentence.text[words[clause.start].start : words[clause.end - 1].end])
