"""Codes a content that is only "which" or "that": what somebody does with what the clause before it was about."""

from __future__ import annotations

from reportedly.coding.clauses import read_clauses, read_sentence
from reportedly.coding.edges import tidy
from reportedly.coding.frames import read_cue
from reportedly.coding.parties import PartyNames
from reportedly.model import POSITION_ACTS, Act, Proposition, Span
from reportedly.text import sentence_spans
from reportedly.vocabulary.issues import find_issues

RELATIVES = frozenset({"which", "that"})

_BACK = 400
"""Most characters of the clause before."""

_AWAY = 120
"""Most characters from the pronoun to its verb."""


def code_relative(
    text: str, content: Span, *, source: str, cue: str, gazetteer: PartyNames
) -> tuple[Proposition, ...]:
    """Returns the act of "(Sudria offered a truce,) which Norland dismissed", on the truce.

    Nothing where the verb does not follow, carries no act, or the clause before says nothing that could be meant.
    """
    verb = text.find(cue, content.end, content.end + _AWAY) if cue else -1
    if verb < 0 or content.of(text).lower() not in RELATIVES:
        return ()
    hit = read_cue(cue, text, content, source=source, gazetteer=gazetteer)
    found = _meant(text, content.start, gazetteer)
    if found is None or hit is None or hit.act not in POSITION_ACTS | {Act.DENIAL}:
        return ()
    meant, wanted = found
    # Who dismisses what is demanded or offered refuses it; a charge is denied.
    act = Act.REFUSAL if hit.act is Act.DENIAL and wanted in POSITION_ACTS else hit.act
    aspects = frozenset({"negated"}) if hit.negated else frozenset[str]()
    issues = find_issues(meant.of(text))
    whole = Span(meant.start, verb + len(cue))
    return (Proposition(whole, act, issues=issues, aspects=aspects),)


def _meant(text: str, place: int, gazetteer: PartyNames) -> tuple[Span, Act] | None:
    """Returns the object and the act of the last clause with an act before a place in its sentence."""
    begin = max(0, place - _BACK)
    before = sentence_spans(text[begin:place])
    if not before:
        return None
    sentence = read_sentence(text, Span(begin + before[-1][0], place), gazetteer)
    clauses = read_clauses(sentence)
    if not clauses or clauses[-1].start >= clauses[-1].end:
        return None
    words = sentence.words[clauses[-1].start : clauses[-1].end]
    span = tidy(text, Span(words[0].start, words[-1].end))
    return (span, clauses[-1].act) if span is not None else None
