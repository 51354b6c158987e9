"""Codes the content of one attribution: the acts inside it, or else the act of its own cue.

Whose party an agent is and who speaks are decided in `resolving`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.agents import Agent, segment_start
from reportedly.coding.alternatives import CONSEQUENCES, conditional_threat, with_alternatives
from reportedly.coding.clauses import (
    Clause,
    Sentence,
    read_clauses,
    read_sentence,
)
from reportedly.coding.cues import Hit
from reportedly.coding.edges import tidy
from reportedly.coding.frames import (
    Frame,
    carries_on,
    directs,
    group_before,
    heads_list,
    is_analyst,
    is_guess,
    is_reading,
    is_warning,
    read_cue,
    with_negation,
)
from reportedly.coding.grammar import COORDINATORS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from reportedly.coding.lists import item_span
from reportedly.coding.meaning import carries, has_matter, is_guessed, is_meant, is_wished
from reportedly.coding.objects import find_target, noun_object_end, object_end
from reportedly.coding.parties import PartyNames
from reportedly.coding.propositions import (
    finish,
    is_kept_whole,
    item_spans,
    likelihood_in,
    needs_verb,
    propositions_of,
)
from reportedly.coding.relative import code_relative
from reportedly.coding.terms import code_items, code_term, is_term, listed_act
from reportedly.coding.words import strip_quotes, words_of
from reportedly.model import Act, Proposition, Span
from reportedly.text import paragraph_spans, sentence_spans, trim, word_set
from reportedly.vocabulary.act_cues import load_act_cues
from reportedly.vocabulary.issues import find_issues

_SPOKEN = frozenset({Act.DENIAL, Act.REFUSAL, Act.ACCUSATION, Act.DEMAND})
_PARTICLES = SUBORDINATORS | DETERMINERS | PREPOSITIONS | COORDINATORS
_STATES = word_set("aware careful prepared ready able noted remembered clear")
_TASKS = word_set("unite fight defend continue remain stand work stay prepare win keep act do")
_OWN = word_set("his our my their its")


def code_content(
    text: str, content: tuple[Span, ...], *, source: str, cue: str, gazetteer: PartyNames
) -> tuple[Proposition, ...]:
    """Returns what is said inside the content of an attribution, at least one proposition.

    Args:
        text: the report's text.
        content: stretches of it, in order.
        source: words of the source, "" if none.
        cue: words of the cue, "" if none.
        gazetteer: knows parties.
    """
    spans = [s for s in (trim(text, c) for c in content) if says_something(s.of(text))]
    if not spans:
        relative = content[0] if content else Span(0, 0)
        return code_relative(text, relative, source=source, cue=cue, gazetteer=gazetteer)
    if is_term(source, cue):
        return code_term(text, spans[0], source=source, gazetteer=gazetteer)
    act = listed_act(cue)
    if act is not None and len(spans) > 1:
        return code_items(text, spans, act, gazetteer)
    spans[0] = with_negation(text, spans[0])
    if directs(cue):
        return ()
    hit = read_cue(cue, text, spans[0], source=source, gazetteer=gazetteer)
    party = gazetteer.party_of(source) if source else None
    guess = party is None and is_guess(" ".join(s.of(text) for s in spans))
    pieces = pieces_of_content(text, spans)
    headed = hit is not None and heads_list(hit, pieces[0].of(text))
    if hit is not None and headed:
        hit = hit if len(pieces) > 1 else None
        pieces = pieces[1:] or pieces
    guess = guess or (party is None and is_warning(cue))
    analyst = party is None and is_analyst(source)
    frame = Frame(party, hit, is_reading(cue) or guess, analyst, pieces[0].start)
    group = group_before(text, pieces[0], cue, hit) if hit is not None and not headed else None
    if group is not None:
        pieces[0] = Span(group, pieces[0].end)
    found: list[Proposition] = []
    for place, piece in enumerate(pieces):
        sentence = read_sentence(text, piece, gazetteer)
        governed = place == 0 or _is_item(text, piece) or (headed and carries_on(text, piece))
        if sentence.words:
            found += _code_sentence(sentence, frame, governed=governed)
    found = [one for one in found if not _is_condition(one)]
    return tuple(found) or (_fallback(text, spans, frame),)


def _is_condition(one: Proposition) -> bool:
    """Says whether a proposition is only what a condition names ("only after X has withdrawn its claim")."""
    return any(c.start < one.span.start and one.span.end <= c.end for c in one.conditions)


def says_something(content: str) -> bool:
    """Says whether a stretch holds a word that is more than a particle ("that", "of the")."""
    return any(
        not word.is_sign and word.low not in _PARTICLES
        for word in words_of(content, Span(0, len(content)))
    )


def pieces_of_content(text: str, content: Sequence[Span]) -> list[Span]:
    """Returns the sentences and list items of all stretches of a content."""
    return [piece for span in content for piece in _pieces(text, span)]


def _pieces(text: str, span: Span) -> list[Span]:
    """Returns the sentences and list items of a stretch of content."""
    if not any(sign in text[span.start : span.end] for sign in ".!?\n"):
        return [span]
    lines = paragraph_spans(text[span.start : span.end])
    found = []
    for line in lines:
        for start, end in sentence_spans(text[span.start + line.start : span.start + line.end]):
            shift = span.start + line.start
            found.append(Span(start + shift, end + shift))
    return found


def _is_item(text: str, piece: Span) -> bool:
    """Says whether a piece is an item of a list: it begins its line with a bullet, a dash or a number."""
    line = text.rfind("\n", 0, piece.start) + 1
    return not text[line : piece.start].strip(" \t•·-–—*0123456789.)") and (
        text[line : piece.start + 1].strip()[:1] in {"•", "·", "-", "–", "—", "*"}
    )


def _code_sentence(sentence: Sentence, frame: Frame, *, governed: bool) -> list[Proposition]:
    """Returns the propositions of one sentence of the content."""
    if frame.hit is not None and governed:
        return _by_cue(sentence, frame, frame.hit)
    clauses = read_clauses(sentence)
    found: list[Proposition] = []
    counted = [c for c in clauses if _counts(sentence, c, frame)] or _denied(clauses)
    for clause in counted:
        agent = clause.agent
        own = agent is None or agent.kind == "pronoun" or clause.hit.cue.frame == "subject"
        span = (
            _person_before(sentence, agent) if own or agent is None else agent.span(sentence.words)
        )
        party = frame.party if own or agent is None else agent.party
        found += propositions_of(sentence, clause, agent=span, own_party=party)
    found = with_alternatives(sentence, found, frame.party)
    found += _aims_of_parties(sentence, clauses, frame)
    if found or frame.reading:
        return found
    return _shared_denial(sentence, clauses, frame) or [
        *([] if frame.analyst else conditional_threat(sentence)),
        *_alternative_threat(sentence),
    ]


def _aims_of_parties(
    sentence: Sentence, clauses: Sequence[Clause], frame: Frame
) -> list[Proposition]:
    """Returns what a party is said to aim at without asking it of anybody ("wants to conquer Arvel")."""
    words, found = sentence.words, []
    for clause in clauses:
        agent, hit = clause.agent, clause.hit
        aim = hit.cue.weak and clause.act is Act.DEMAND and not is_meant(sentence, clause)
        if not aim or agent is None or agent.kind != "party" or clause.end <= hit.end:
            continue
        act = Act.OTHER if frame.party and not frame.reading else Act.ASSESSMENT
        span = Span(words[hit.group].start, words[clause.end - 1].end)
        base = Proposition(span=span, act=act, agent=agent.span(words))
        found += finish(sentence, base, [span], span)
    return found


def _shared_denial(
    sentence: Sentence, clauses: Sequence[Clause], frame: Frame
) -> list[Proposition]:
    """Returns both halves of "the list had ten names and denied the thefts": only the speaker can have denied them."""
    words = sentence.words
    for clause in clauses:
        group = clause.hit.group
        low = words[clause.hit.start].low
        shared = clause.agent is None and group > 2 and words[group - 1].low == "and"
        if frame.party and shared and low.endswith("ed") and clause.act in _SPOKEN:
            before = tidy(sentence.text, Span(sentence.span.start, words[group - 2].end))
            first = Proposition(span=before or sentence.span, act=Act.OTHER)
            first = replace(first, issues=find_issues(first.span.of(sentence.text)))
            return [first, *propositions_of(sentence, clause, agent=None, own_party=frame.party)]
    return []


def _alternative_threat(sentence: Sentence) -> list[Proposition]:
    """Returns what is announced as the alternative to compliance ("either they leave, or we take it by force")."""
    words = sentence.words
    low = [word.low for word in words]
    if "either" not in low[:2] or "or" not in low:
        return []
    second = set(low[low.index("or") + 1 :])
    if not second & {"we", "will", "shall", "i"} or not second & CONSEQUENCES:
        return []
    return finish(sentence, Proposition(span=sentence.span, act=Act.THREAT), [sentence.span])


def _person_before(sentence: Sentence, agent: Agent | None) -> Span | None:
    """Returns the person named before "he" or "she" in the same sentence, None if none is: the speaker is meant."""
    if agent is None or sentence.words[agent.end - 1].low not in {"he", "she"}:
        return None
    start = sentence.words[agent.start].start
    persons = [m for m in sentence.mentions if m.kind == "person" and m.span.end <= start]
    return persons[-1].span if persons else None


def _denied(clauses: Sequence[Clause]) -> list[Clause]:
    """Returns the clauses of a party whose act is negated away ("does not demand"), kept as "other"."""
    named = {"party", "pronoun"}
    return [
        c for c in clauses if c.act is Act.OTHER and c.agent is not None and c.agent.kind in named
    ]


def _by_cue(sentence: Sentence, frame: Frame, hit: Hit) -> list[Proposition]:
    """Returns the propositions of a sentence whose act is that of the attribution's cue."""
    words = sentence.words
    first = next((i for i, word in enumerate(words) if word.start >= frame.object), 0)
    end = object_end(words, first, len(words)) if first < len(words) else len(words)
    end = noun_object_end(words, first, end) if hit.cue.noun else end
    asked = carries(hit, words[first:end]) and not _only_addresses(sentence, hit, first, end)
    act = hit.act if asked else Act.OTHER
    target = find_target(words, first, end, sentence.mentions, frame.party)
    aspects = frozenset({"negated"}) if hit.negated else frozenset[str]()
    base = Proposition(span=sentence.span, act=act, target=target, aspects=aspects)
    if needs_verb(hit) and is_kept_whole(hit):
        whole = item_span(words, 0, end)
        return finish(sentence, base, [whole or sentence.span])
    spans = item_spans(sentence, 0, end, act) or [sentence.span]
    return with_alternatives(sentence, finish(sentence, base, spans), frame.party)


def _only_addresses(sentence: Sentence, hit: Hit, start: int, end: int) -> bool:
    """Says whether what follows "appeals to" is no more than who is addressed ("the President")."""
    words = [w for w in sentence.words[start:end] if not w.is_sign]
    bodies = load_act_cues().bodies | DETERMINERS
    addressed = hit.cue.frame == "target" and hit.cue.act is Act.DEMAND and bool(words)
    return addressed and all(w.is_name or w.low in bodies for w in words)


def _counts(sentence: Sentence, clause: Clause, frame: Frame) -> bool:
    """Says whether a clause inside the content is an act of an agent of its own or of the speaker."""
    cue, agent = clause.hit.cue, clause.agent
    if clause.act is Act.OTHER or not is_meant(sentence, clause):
        return False
    if cue.frame == "subject":
        return not (frame.reading or frame.analyst) and _is_directive(sentence, clause, frame)
    if agent is None or agent.kind == "pronoun":
        return agent is not None and _is_own(sentence, clause, agent)
    foretold = agent.party != frame.party and (
        _is_foretold(sentence, clause, frame) or _is_imputed(clause)
    )
    if foretold or not cue.weak:
        return not foretold and not cue.reported
    return agent.kind == "party" and has_matter(sentence, clause)


def _is_directive(sentence: Sentence, clause: Clause, frame: Frame) -> bool:
    """Says whether a clause tells its subject to do something, or what will be done to it."""
    if clause.act in {Act.THREAT, Act.REFUSAL}:
        party = clause.agent.party if clause.agent else None
        return frame.party is not None and party != frame.party
    return (
        _directs(sentence, clause)
        and _aims(sentence, clause)
        and not _is_own_task(sentence, clause)
    )


def _is_own_task(sentence: Sentence, clause: Clause) -> bool:
    """Says whether a directive only tells what the speaker's own side has to do ("his country must defend ...")."""
    words, agent = sentence.words, clause.agent
    start = agent.start if agent and agent.start < clause.hit.start else clause.hit.group
    first = segment_start(words, clause.hit.group)
    after = words[clause.hit.end].low if clause.hit.end < len(words) else ""
    ours = words[start].low == "we" and after in _TASKS
    return ours or bool({words[start].low, words[first].low} & _OWN)


def _is_foretold(sentence: Sentence, clause: Clause, frame: Frame) -> bool:
    """Says whether somebody else's act is only guessed, foreseen by an analyst, or said to be impossible."""
    group = {w.low for w in sentence.words[clause.hit.group : clause.hit.start + 1]}
    foreseen = (frame.reading or frame.analyst) and bool(group & {"will", "would", "won't"})
    named = frame.party is not None or not frame.analyst
    impossible = bool(group & {"cannot", "can't"}) and not named
    return is_guessed(sentence, clause) or foreseen or impossible


def _is_imputed(clause: Clause) -> bool:
    """Says whether a readiness to use force is told, which nobody but its own side can announce as a threat."""
    return clause.act is Act.THREAT and clause.hit.cue.pattern.startswith("{be} ready")


def _is_own(sentence: Sentence, clause: Clause, agent: Agent) -> bool:
    """Says whether a clause with a pronoun as subject is an act of the speaker, or of who was just named."""
    words = sentence.words
    pronoun = words[agent.end - 1].low
    if pronoun == "you" or (pronoun == "it" and is_guessed(sentence, clause)):
        return False
    wish = is_wished(sentence, clause)
    return not clause.hit.cue.weak or (wish and has_matter(sentence, clause))


def _aims(sentence: Sentence, clause: Clause) -> bool:
    """Says whether a directive has an issue and is not addressed to everybody ("you have to choose")."""
    words, agent = sentence.words, clause.agent
    pronoun = words[agent.end - 1].low if agent is not None and agent.kind == "pronoun" else ""
    start = words[agent.start if agent and agent.start < clause.hit.start else 0].start
    to_nobody = clause.hit.group > 0 and words[clause.hit.group - 1].low == "one"
    matter = not to_nobody and find_issues(sentence.text[start : words[clause.end - 1].end])
    return bool(matter) and (
        not pronoun or (pronoun != "you" and words[clause.hit.start].low == "must")
    )


def _directs(sentence: Sentence, clause: Clause) -> bool:
    """Says whether a modal tells somebody to do something: no question, no guess ("must have been")."""
    words = sentence.words
    after = [w.low for w in words[clause.hit.end : clause.hit.end + 2]]
    asks = bool(words) and words[-1].low == "?"
    before = words[clause.hit.start - 1].low if clause.hit.start else ""
    foretold = before in DETERMINERS | {"will", "would", "may"}
    return (
        bool(after)
        and not asks
        and not foretold
        and after[0] not in {"have", "been", "know", "understand", "assume"}
        and not (after[0] == "be" and after[-1] in _STATES)
        and _is_plain(words[clause.hit.start].low, after)
    )


def _is_plain(low: str, after: Sequence[str]) -> bool:
    """Says whether "have to" and the like are followed by a verb, and "shall" by no first person's plan."""
    return low not in {"have", "has", "had"} or after[0].isalpha()


def _fallback(text: str, spans: Sequence[Span], frame: Frame) -> Proposition:
    """Returns the content as an assessment or as "other", which is an honest answer."""
    longest = strip_quotes(text, max(spans, key=lambda s: s.end - s.start))
    span = (tidy(text, longest) if longest.start < longest.end else None) or max(
        spans, key=lambda s: s.end - s.start
    )
    base = Proposition(span=span, act=Act.ASSESSMENT if frame.reading else Act.OTHER)
    return replace(base, issues=find_issues(span.of(text)), likelihood=likelihood_in(text, span))
