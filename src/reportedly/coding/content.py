"""Codes the content of one attribution: the acts inside it, or else the act of its own cue.

Whose party an agent is and who speaks are decided in `resolving`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.coding.agents import Agent
from reportedly.coding.clauses import (
    Clause,
    Sentence,
    doubles,
    read_clauses,
    read_sentence,
    refers_back,
)
from reportedly.coding.conditions import find_conditions
from reportedly.coding.cues import Hit, find_hits
from reportedly.coding.grammar import (
    COORDINATORS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    SUBORDINATORS,
    word_set,
)
from reportedly.coding.objects import find_target
from reportedly.coding.parties import PartyNames
from reportedly.coding.propositions import finish, item_spans, likelihood_in, propositions_of
from reportedly.coding.words import strip_quotes, words_of
from reportedly.model import Act, Proposition, Span
from reportedly.text import paragraph_spans, sentence_spans, trim
from reportedly.vocabulary.act_cues import load_act_cues
from reportedly.vocabulary.issues import find_issues

_CONSEQUENCES = word_set(
    "military militarily painful sanctions tariffs capture seize consequences retaliate retaliation respond "
    "response strike attack force destroy punish price war pay"
)
_FAILINGS = word_set("fails fail refuses refuse rejects reject ignores ignore")
_PARTICLES = SUBORDINATORS | DETERMINERS | PREPOSITIONS | COORDINATORS
_GUESSES = frozenset(("might", "could", "may"))
_HEADS = word_set("proposals conditions demands terms points steps options requirements")
_WISHES = word_set("need want demand expect")
_FIRST = frozenset(("i", "we", "'we", "our", "us"))


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is known about the attribution around a sentence."""

    # Party of the source, None if unknown.
    party: str | None
    # The cue's own act, None if it only reports.
    hit: Hit | None
    # Whether the cue gives a reading ("believes").
    reading: bool


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
        return ()
    hit = _cue_hit(cue, text, spans[0], source, gazetteer)
    party = gazetteer.party_of(source) if source else None
    guess = party is None and is_guess(" ".join(s.of(text) for s in spans))
    pieces = [piece for span in spans for piece in _pieces(text, span)]
    if hit is not None and _heads_list(hit, pieces[0].of(text)):
        hit = hit if len(pieces) > 1 else None
        pieces = pieces[1:] or pieces
    frame = _Frame(party, hit, is_reading(cue) or guess)
    found: list[Proposition] = []
    for place, piece in enumerate(pieces):
        sentence = read_sentence(text, piece, gazetteer)
        if sentence.words:
            found += _code_sentence(sentence, frame, governed=place == 0 or _is_item(text, piece))
    return tuple(found) or (_fallback(text, spans, frame),)


def says_something(content: str) -> bool:
    """Says whether a stretch holds a word that is more than a particle ("that", "of the")."""
    return any(
        not word.is_sign and word.low not in _PARTICLES
        for word in words_of(content, Span(0, len(content)))
    )


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


def _cue_hit(cue: str, text: str, content: Span, source: str, gazetteer: PartyNames) -> Hit | None:
    """Returns the act in the words of the cue, read together with the first words of the content."""
    before = source.split()[-1:] or [""]
    shown = (
        f"{before[0]} {cue.strip()} {text[content.start : min(content.end, content.start + 60)]}"
    )
    least = len(words_of(before[0], Span(0, len(before[0]))))
    size = least + len(words_of(cue, Span(0, len(cue))))
    words = words_of(shown, Span(0, len(shown)))
    found = [hit for hit in find_hits(words) if least < hit.end and hit.start < size]
    if len(found) > 1 and doubles(words, found[0], found[1]):
        return replace(found[0], act=Act.OTHER, negated=True)
    hits = [hit for hit in found if hit.cue.frame != "subject"]
    said = content.of(text)
    hits = [hit for hit in hits if _fits(hit, said, source, gazetteer)]
    return hits[0] if hits else None


def _heads_list(hit: Hit, content: str) -> bool:
    """Says whether a content only announces a list ("four core proposals") without saying what is in it."""
    few = [word.strip(":,.").lower() for word in content.split()]
    heads = hit.act in {Act.OFFER, Act.DEMAND} and len(few) <= 5 and bool(_HEADS & set(few))
    return heads and not find_issues(content)


def _fits(hit: Hit, content: str, source: str, gazetteer: PartyNames) -> bool:
    """Says whether a cue that may also be a mere report or wish carries its act with this content."""
    low = {word.low for word in words_of(content, Span(0, len(content)))}
    first = hit.cue.pattern.split()[0]
    if hit.cue.weak:
        return gazetteer.party_of(source) is not None and bool(find_issues(content))
    if hit.cue.pattern.startswith("{warn}"):
        named = gazetteer.party_of(source) is not None
        return (
            named and bool(low & {"will", "would"}) and bool(low & (_CONSEQUENCES | {"if", "we"}))
        )
    if first == "{insist}" and "on" not in hit.cue.pattern.split():
        return bool(low & {"must", "should", "be", "not", "on"}) and not low & {"was", "were"}
    return True


def is_reading(cue: str) -> bool:
    """Says whether the words of a cue give an analyst's or outlet's reading."""
    low = cue.lower()
    words = {word.low for word in words_of(low, Span(0, len(low)))}
    readings = load_act_cues().assessment
    return bool(words & readings) or any(" " in phrase and phrase in low for phrase in readings)


def is_guess(content: str) -> bool:
    """Says whether a content itself is worded as a reading ("is likely an attempt")."""
    low = content.lower()
    return any(
        f" {phrase} " in f" {low} " for phrase in load_act_cues().assessment if " " in phrase
    )


def _code_sentence(sentence: Sentence, frame: _Frame, *, governed: bool) -> list[Proposition]:
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
    return found or ([] if frame.reading else _conditional_threat(sentence))


def _conditional_threat(sentence: Sentence) -> list[Proposition]:
    """Returns what is announced for the case that somebody does not do something ("If Sudria does not leave, ...")."""
    text = sentence.text
    for condition in find_conditions(text, sentence.span):
        words = words_of(text, condition)
        rest = strip_quotes(text, Span(condition.end + 1, sentence.span.end))
        after = {w.low for w in words_of(text, rest)} if rest.start < rest.end else set()
        refused = any(w.low in NEGATIONS or w.low in _FAILINGS for w in words)
        if words[0].low == "if" and refused and "will" in after and after & _CONSEQUENCES:
            base = Proposition(span=rest, act=Act.THREAT, aspects=frozenset({"future"}))
            return finish(sentence, base, [rest])
    return []


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


def _by_cue(sentence: Sentence, frame: _Frame, hit: Hit) -> list[Proposition]:
    """Returns the propositions of a sentence whose act is that of the attribution's cue."""
    act = hit.act
    end = len(sentence.words)
    target = find_target(sentence.words, 0, end, sentence.mentions, frame.party)
    aspects = frozenset({"negated"}) if hit.negated else frozenset[str]()
    base = Proposition(span=sentence.span, act=act, target=target, aspects=aspects)
    spans = item_spans(sentence, 0, end, act) or [sentence.span]
    return finish(sentence, base, spans)


def _counts(sentence: Sentence, clause: Clause, frame: _Frame) -> bool:
    """Says whether a clause inside the content is an act of an agent of its own or of the speaker."""
    cue, agent = clause.hit.cue, clause.agent
    if clause.act is Act.OTHER:
        return False
    if cue.frame == "subject":
        return not frame.reading and _directs(sentence, clause) and _aims(sentence, clause)
    if agent is None or (
        agent.kind != "pronoun" and agent.party != frame.party and _is_guessed(sentence, clause)
    ):
        return False
    if agent.kind == "pronoun":
        return _is_own(sentence, clause, agent)
    if cue.weak:
        return agent.kind == "party" and _has_matter(sentence, clause)
    return not cue.reported


def _is_guessed(sentence: Sentence, clause: Clause) -> bool:
    """Says whether a verb group only says what somebody might do."""
    return any(w.low in _GUESSES for w in sentence.words[clause.hit.group : clause.hit.start + 1])


def _is_own(sentence: Sentence, clause: Clause, agent: Agent) -> bool:
    """Says whether a clause with a pronoun as subject is an act of the speaker, or of who was just named."""
    words = sentence.words
    if words[agent.end - 1].low == "you":
        return False
    wish = words[clause.hit.start].low in _WISHES
    return not clause.hit.cue.weak or (wish and _has_matter(sentence, clause))


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
    return (
        bool(after)
        and not asks
        and after[0] not in {"have", "been", "know", "understand"}
        and _is_plain(words[clause.hit.start].low, after)
    )


def _is_plain(low: str, after: Sequence[str]) -> bool:
    """Says whether "have to" and the like are followed by a verb, and "shall" by no first person's plan."""
    return low not in {"have", "has", "had"} or after[0].isalpha()


def _has_matter(sentence: Sentence, clause: Clause) -> bool:
    """Says whether the object of a wish has an issue, or names a place or party."""
    words = sentence.words
    if clause.start >= clause.end or words[clause.start].low in {"and", "or", "but", ","}:
        return False
    stretch = Span(words[clause.start].start, words[clause.end - 1].end)
    if find_issues(stretch.of(sentence.text)):
        return True
    if refers_back(sentence, clause) and find_issues(sentence.span.of(sentence.text)):
        return True
    wish = words[clause.hit.start].low in _WISHES
    first = wish and clause.agent is not None and words[clause.agent.start].low in _FIRST
    return first and any(m.span.meets(stretch) for m in sentence.mentions)


def _fallback(text: str, spans: Sequence[Span], frame: _Frame) -> Proposition:
    """Returns the content as an assessment or as "other", which is an honest answer."""
    longest = strip_quotes(text, max(spans, key=lambda s: s.end - s.start))
    span = longest if longest.start < longest.end else max(spans, key=lambda s: s.end - s.start)
    base = Proposition(span=span, act=Act.ASSESSMENT if frame.reading else Act.OTHER)
    return replace(base, issues=find_issues(span.of(text)), likelihood=likelihood_in(text, span))
