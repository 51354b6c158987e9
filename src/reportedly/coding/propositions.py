"""Makes propositions of a clause: one for each item of its object, with issues, target, conditions, deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.agents import segment_start
from reportedly.coding.clauses import Clause, Sentence, aspects_of
from reportedly.coding.conditions import find_conditions, find_deadline
from reportedly.coding.cues import Hit
from reportedly.coding.edges import tidy
from reportedly.coding.grammar import CLAUSE_SIGNS, DETERMINERS, NEGATIONS, is_adverb
from reportedly.coding.lists import item_span, split_items
from reportedly.coding.objects import find_target
from reportedly.coding.words import Word
from reportedly.model import Act, HedgeKind, Likelihood, Proposition, Span
from reportedly.text import word_set
from reportedly.vocabulary.issues import find_issues
from reportedly.vocabulary.likelihood import find_hedges

_BEFORE_SUBJECT = frozenset(("that", ";", ":", "but", "while", "—", "–", "“"))

_PARTS = word_set(
    "and of or both whole entire rest parts part region regions oblast oblasts province provinces district districts "
    "area areas territory territories valley peninsula island islands city cities cede leave surrender give up yield "
    "lose will not never cannot can't won't would to"
)
TERRITORY = "borders"
"""Issue of a demand or refusal that names nothing but places ("all of Arvel")."""

SPLIT = frozenset({Act.DEMAND, Act.OFFER, Act.CONCESSION, Act.AGREEMENT, Act.REFUSAL})
"""Acts whose object may be a list of which each item is a position of its own."""


OPENING = 5
"""Words in which a likelihood opens a sentence."""


def likelihood_in(text: str, span: Span) -> Likelihood | None:
    """Returns the first words of likelihood of a stretch with their range, None if there are none.

    Hearsay ("reportedly") is no likelihood, nor is confidence; both are among a statement's hedges.
    """
    words = text[span.start : span.end]
    for found, wording in find_hedges(words):
        if wording.kind in (HedgeKind.LIKELIHOOD, HedgeKind.POSSIBILITY):
            return Likelihood(found.of(words), wording.low, wording.high)
    return None


def propositions_of(
    sentence: Sentence, clause: Clause, *, agent: Span | None, own_party: str | None
) -> list[Proposition]:
    """Returns what a clause proposes; the subject is kept in the words where it is at whom it is directed."""
    words = sentence.words
    if clause.hit.cue.frame == "subject":
        return _directives(sentence, clause, own_party)
    target = find_target(words, clause.start, clause.end, sentence.mentions, own_party)
    cue = Span(words[clause.hit.group].start, words[clause.hit.end - 1].end)
    base = Proposition(
        span=cue,
        act=clause.act,
        cue=cue,
        agent=agent,
        target=target,
        aspects=aspects_of(sentence, clause),
    )
    spans = _worded_spans(sentence, clause)
    if (
        clause.agent_start
        and words[clause.agent_start - 1].low == "which"
        and clause.end - clause.start < 5
    ):
        spans = [_bare(sentence, clause, cue)]
    if clause.hit.passive:
        start = _antecedent(words, segment_start(words, clause.hit.group), clause.hit.group)
        spans = [Span(words[start].start, cue.end)]
    reach = Span(
        words[clause.hit.group if clause.end > clause.hit.end else clause.agent_start].start,
        max(words[max(clause.end, clause.hit.end) - 1].end, cue.end),
    )
    return finish(sentence, base, spans or [_bare(sentence, clause, cue)], reach)


def _directives(sentence: Sentence, clause: Clause, own_party: str | None) -> list[Proposition]:
    """Returns the propositions of a clause whose subject is the addressee ("Sudria must leave")."""
    words = sentence.words
    start = clause.agent.start if clause.agent else clause.hit.group
    while start > 0 and words[start - 1].low not in _BEFORE_SUBJECT:
        start -= 1
    end = max(clause.end, clause.hit.end)
    spans = item_spans(sentence, clause.hit.end, end, clause.act) or [sentence.span]
    spans[0] = Span(min(words[start].start, spans[0].start), spans[0].end)
    party = clause.agent.party if clause.agent else None
    target = clause.agent.span(words) if clause.agent and party and party != own_party else None
    base = Proposition(
        span=spans[0],
        act=clause.act,
        cue=Span(words[clause.hit.group].start, words[clause.hit.end - 1].end),
        target=target,
        aspects=aspects_of(sentence, clause),
    )
    return finish(sentence, base, spans)


def _worded_spans(sentence: Sentence, clause: Clause) -> list[Span]:
    """Returns the items of a clause, with its verb group where the object alone says less or the opposite."""
    if not needs_verb(clause.hit, undone=clause.undone):
        return item_spans(sentence, clause.start, clause.end, clause.act)
    group = _group_of_words(sentence.words, clause.hit)
    if is_kept_whole(clause.hit, undone=clause.undone):
        found = item_span(sentence.words, group, clause.end)
        return [found] if found else []
    return item_spans(sentence, group, clause.end, clause.act)


def _group_of_words(words: Sequence[Word], hit: Hit) -> int:
    """Returns the first word of a verb group that counts: an adverb before it is left out."""
    start = hit.group
    while start < hit.start and is_adverb(words[start].low) and words[start].low not in NEGATIONS:
        start += 1
    return start


def needs_verb(hit: Hit, *, undone: bool = False) -> bool:
    """Says whether the words of a cue belong to what is said ("will not cede Arvel", not "Arvel")."""
    return not hit.passive and (hit.cue.worded or hit.negated or undone)


def is_kept_whole(hit: Hit, *, undone: bool = False) -> bool:
    """Says whether a list after a verb group would lose its negation if it were split."""
    return hit.negated or undone or hit.act is Act.REFUSAL


def _bare(sentence: Sentence, clause: Clause, cue: Span) -> Span:
    """Returns the words of an act without an object: from its agent, or from what "which" goes back to."""
    words = sentence.words
    start = clause.agent.start if clause.agent else clause.hit.group
    if start > clause.hit.group:
        return cue
    return Span(words[_antecedent(words, start, clause.agent_start)].start, cue.end)


def _antecedent(words: Sequence[Word], start: int, agent_start: int) -> int:
    """Returns where what "which" or "that" goes back to begins, if one stands before a word; else that word."""
    if not start or words[start - 1].low not in {"which", "that"}:
        return start
    start -= 1
    while start and not (
        words[start - 1].low in CLAUSE_SIGNS | {"that"} and start < agent_start - 2
    ):
        start -= 1
    return start


def item_spans(sentence: Sentence, start: int, end: int, act: Act) -> list[Span]:
    """Returns the stretches of the items of an object, the whole object where it is no list."""
    if start >= end:
        return []
    pairs = [(start, end)]
    if act in SPLIT:
        pairs = split_items(sentence.text, sentence.words, start, end)
    spans = (item_span(sentence.words, left, right) for left, right in pairs)
    return [span for span in spans if span is not None]


def finish(
    sentence: Sentence, base: Proposition, spans: Sequence[Span], reach: Span | None = None
) -> list[Proposition]:
    """Gives each item its issues, conditions and deadline; an only item without issues takes those in `reach`."""
    reach = reach or sentence.span
    conditions = [
        c
        for c in find_conditions(sentence.text, sentence.span)
        if c.meets(reach) or _leads(sentence, c, spans[0])
    ]
    spans = [tidied for span in spans if (tidied := tidy(sentence.text, span))] or spans
    deadline = find_deadline(sentence.text, reach)
    likelihood = likelihood_in(sentence.text, reach) or _opening_likelihood(sentence, reach)
    return [
        replace(
            base,
            span=span,
            target=base.target if place == 0 or _is_shared(sentence, base) else None,
            issues=_issues(sentence, span, reach if len(spans) == 1 else span, base.act),
            conditions=_belonging(conditions, span, spans),
            deadline=_deadline(sentence, deadline, span, spans),
            likelihood=likelihood,
        )
        for place, span in enumerate(spans)
    ]


def _opening_likelihood(sentence: Sentence, reach: Span) -> Likelihood | None:
    """Returns the likelihood that opens a sentence ("It is unlikely that ..."), so that it is that of all in it."""
    first = [word for word in sentence.words if word.end <= reach.start][:OPENING]
    return likelihood_in(sentence.text, Span(sentence.span.start, first[-1].end)) if first else None


def _is_shared(sentence: Sentence, base: Proposition) -> bool:
    """Says whether a target is told all items ("Sudria disarm, hold ...") rather than standing inside one."""
    target = base.target
    if target is None or (base.cue is not None and target.start < base.cue.start):
        return True
    after = next((w for w in sentence.words if w.start >= target.end), None)
    inside = after is not None and after.low in {"'s", "’", "'"}
    return not inside and all(
        m.kind != "adjective" for m in sentence.mentions if m.span.meets(target)
    )


def _leads(sentence: Sentence, condition: Span, first: Span) -> bool:
    """Says whether a condition opens the sentence before all items ("If Sudria leaves, we will ...")."""
    opening = sentence.text[sentence.span.start : condition.start].strip(' “"')
    return condition.end <= first.start and opening.lower() in {"", "that", "and", "but"}


def _issues(sentence: Sentence, span: Span, reach: Span, act: Act) -> tuple[str, ...]:
    """Returns the issues of an item, or else those of a wider stretch, or else that of the place it is about."""
    found = find_issues(span.of(sentence.text)) or find_issues(reach.of(sentence.text))
    if found or act not in {Act.DEMAND, Act.REFUSAL}:
        return found
    places = any(m.kind == "place" and m.span.meets(span) for m in sentence.mentions)
    return (TERRITORY,) if places and _only_places(sentence, span) else ()


def _only_places(sentence: Sentence, span: Span) -> bool:
    """Says whether words name nothing but places and what part of them ("all of Arvel and the whole of Tarn")."""
    inside = [w for w in sentence.words if span.start <= w.start and w.end <= span.end]
    return all(w.is_name or w.is_sign or w.low in DETERMINERS | _PARTS for w in inside)


def _belonging(conditions: Sequence[Span], span: Span, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Returns the conditions inside an item, and those outside all items."""
    return tuple(
        c for c in conditions if span.meets(c) or not any(other.meets(c) for other in spans)
    )


def _deadline(
    sentence: Sentence, deadline: Span | None, span: Span, spans: Sequence[Span]
) -> Span | None:
    """Returns the deadline inside an item, or the sentence's where no item holds one."""
    own = find_deadline(sentence.text, span)
    if own is not None or deadline is None:
        return own
    return None if any(other.meets(deadline) for other in spans) else deadline
