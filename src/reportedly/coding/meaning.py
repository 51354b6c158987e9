"""Tells whether a cue carries its act where it stands: no danger that "threatens", no hope that is "offered".

Whose act it is and whether the speaker's party matters is decided in `content` and `voice`.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.agents import segment_start
from reportedly.coding.clauses import Clause, Sentence, refers_back
from reportedly.coding.cues import Hit
from reportedly.coding.grammar import DETERMINERS, NEGATIONS
from reportedly.coding.wishes import asks_of_others, names_good
from reportedly.coding.words import Word
from reportedly.model import Act, Span
from reportedly.text import word_set
from reportedly.vocabulary.act_cues import load_act_cues
from reportedly.vocabulary.issues import find_issues

_EMPTY = word_set(
    "hope hopes chance insight insights glimpse opportunity condolences prayers comfort allegiance "
    "loyalty look view glance"
)
_PROFORMS = word_set("it this that them these those so do to him her us me and or yes no up back")
_SUPPOSING = word_set("if unless whether")
_TIMING = word_set("when until once")
_COMING = word_set("will would 'll 'd")
_DOUBTING = word_set(
    "believe think say mean expect suggest imply know sign signs evidence indication proof"
)
_GUESSES = word_set("might could may likely unlikely expected")
_WISHES = word_set("need want demand expect")
_FIRST = word_set("i we 'we our us")
_HARM = word_set(
    "war incursion invasion attack attacks strike strikes sanctions tariffs force retaliation action actions "
    "response measures escalation withdrawal boycott veto blockade use annexation offensive "
    "reprisals consequences nuclear"
)
_STRUGGLE = word_set(
    "protest protests strike strikes revolution uprising fight fighting struggle offensive war attack attacks"
)
_SILENCE = word_set("comment elaborate answer specify name say identify speculate")
_EASING = word_set("lift lifting ease easing remove removing end ending suspend suspending relief")
_PENALTIES = word_set("sanctions embargo restrictions tariff tariffs")
_GIVEN = word_set(
    "proposal proposals offer offers plan plans deal deals terms term condition conditions demand demands invitation "
    "resolution request requests compromise initiative treaty accord agreement memorandum candidate mediation"
)


def is_meant(sentence: Sentence, clause: Clause) -> bool:
    """Says whether a clause does what its cue says: not supposed, not denied, not empty."""
    words, hit = sentence.words, clause.hit
    if _is_supposed(words, clause) or _is_disbelieved(words, clause) or _is_nobodys(words, clause):
        return False
    after = words[clause.start : clause.end]
    if clause.act is Act.DEMAND and hit.cue.weak:
        return _is_wish(words, clause, after)
    if hit.negated and hit.cue.act in {Act.OFFER, Act.CONCESSION}:
        return has_matter(sentence, clause)
    return carries(hit, after) and not _names_only_parties(sentence, clause)


def _is_nobodys(words: Sequence[Word], clause: Clause) -> bool:
    """Says whether a clause tells what an event or thing brings about rather than what somebody does."""
    hit, agent = clause.hit, clause.agent
    if hit.passive and agent is None and hit.cue.pattern == "{dismiss}":
        return True
    if hit.passive and (hit.cue.weak or words[segment_start(words, hit.group)].low in _PROFORMS):
        return True
    if hit.cue.pattern == "{require}":
        return agent is None or agent.kind in {"name", "body"}
    if agent is not None and words[agent.start].low in {"nobody", "no", "none", "neither"}:
        return True
    if hit.cue.pattern == "{concede}":
        return hit.end < len(words) and words[hit.end].low == "that"
    event = hit.cue.act is Act.CONCESSION and hit.cue.weak
    return event and words[hit.start].low.endswith("ing")


def carries(hit: Hit, after: Sequence[Word]) -> bool:
    """Says whether a cue carries its act with the words after it."""
    low = [word.low for word in after if not word.is_sign]
    if low and set(low) <= _PROFORMS and not hit.cue.worded:
        return False
    acts = {
        Act.THREAT: _threatens,
        Act.OFFER: _offers,
        Act.AGREEMENT: _agrees,
        Act.DEMAND: _demands,
        Act.REFUSAL: _refuses,
    }
    return acts[hit.cue.act](hit, low) if hit.cue.act in acts else True


def _threatens(hit: Hit, low: Sequence[str]) -> bool:
    """Says whether a threat names a deed; "threatens the borders" names a danger only."""
    if hit.cue.pattern == "{threaten}":
        deed = not low or low[0] in {"to", "with", "that"} or bool(_HARM & set(low[:6]))
        return deed and not hit.passive
    if hit.cue.pattern == "{issue} ... warning":
        return bool(_HARM & set(low))
    if hit.cue.pattern == "{warn}":
        return bool(low)
    return not (hit.passive and hit.cue.pattern.startswith("{threaten}"))


def _offers(hit: Hit, low: Sequence[str]) -> bool:
    """Says whether an offer is of something, and no promise of a penalty."""
    first = hit.cue.pattern.split()[0]
    if first == "{invite}":
        return bool({"to", "for"} & set(low[:8]))
    vowed = first in {"{vow}", "{pledge}", "{promise}"}
    goes_on = vowed and "continue" in low[:2] and bool(_STRUGGLE & set(low))
    penal = goes_on or (vowed and _punishes(low, first))
    return not penal and not _EMPTY & set(low[:4])


def _agrees(hit: Hit, low: Sequence[str]) -> bool:
    """Says whether what is accepted or agreed can be an agreement: a proposal, an issue, no penalty on others."""
    first = hit.cue.pattern.split()[0]
    if first in {"{comply}", "{adhere}"}:
        return not hit.negated
    if first in {"{accept}", "{approve}", "{endorse}"} and not find_issues(" ".join(low)):
        return bool(_GIVEN & set(low))
    return first not in {"{agree}", "{approve}", "{endorse}"} or not _punishes(low, first)


def _demands(hit: Hit, low: Sequence[str]) -> bool:
    """Says whether somebody asks; what "is expected" is a forecast."""
    forecast = hit.passive or low[:1] == ["to"]
    return not (forecast and bool(low) and hit.cue.pattern.startswith("{expect}"))


def _refuses(hit: Hit, low: Sequence[str]) -> bool:
    """Says whether a refusal is of a matter: no silence to the press, no deed that failed."""
    first = hit.cue.pattern.split()[0]
    if first in {"{decline}", "{refuse}"}:
        return not _SILENCE & set(low[:2])
    if first == "{defy}":
        return bool(find_issues(" ".join(low))) or bool(_GIVEN & set(low))
    return first != "{fail}" or bool((_GIVEN | {"truce", "ceasefire", "compromise"}) & set(low))


def _punishes(low: Sequence[str], first: str) -> bool:
    """Says whether what is agreed or approved is a penalty on somebody else."""
    eased = bool(_EASING & set(low))
    return not eased and (
        "impose" in low or (first != "{agree}" and bool(_PENALTIES & set(low[:6])))
    )


def _is_supposed(words: Sequence[Word], clause: Clause) -> bool:
    """Says whether a clause stands under "if" or "whether", or "when" with a future verb."""
    start = min(clause.agent_start, clause.hit.group)
    start = min(start, segment_start(words, clause.hit.group))
    before = words[start - 1].low if start else ""
    opening = words[start].low if start < clause.hit.start else ""
    if {before, opening} & _SUPPOSING:
        return True
    coming = any(w.low in _COMING for w in words[clause.hit.group : clause.hit.start + 1])
    return coming and bool({before, opening} & _TIMING)


def _is_disbelieved(words: Sequence[Word], clause: Clause) -> bool:
    """Says whether a clause is what somebody does not believe ("I don't think that Sudria is ready to ...")."""
    place = min(clause.agent_start, clause.hit.group)
    back = [w.low for w in words[max(0, place - 5) : place] if not w.is_sign]
    if "that" in back[:-1] and back[-1] != "that":
        back = back[: back.index("that") + 1]
    if back[-1:] == ["that"]:
        back.pop()
    denied = bool((NEGATIONS | {"no"}) & set(back[:-1]))
    return len(back) > 1 and bool(set(back[-2:]) & _DOUBTING) and denied


def _is_wish(words: Sequence[Word], clause: Clause, after: Sequence[Word]) -> bool:
    """Says whether a wish asks something of somebody else."""
    if clause.hit.cue.pattern.startswith("{need}"):
        first = clause.agent is not None and words[clause.agent.start].low in _FIRST
        return first or names_good([word.low for word in after])
    return asks_of_others(after, verb=words[clause.hit.end - 1].low == "to")


def _names_only_parties(sentence: Sentence, clause: Clause) -> bool:
    """Says whether an object is no more than the name of a party, which says nothing of what is asked or offered."""
    if clause.act not in {Act.OFFER, Act.DEMAND} or clause.start >= clause.end:
        return False
    words = [w for w in sentence.words[clause.start : clause.end] if not w.is_sign]
    if not words or not all(w.is_name or w.low in DETERMINERS for w in words):
        return False
    stretch = Span(words[0].start, words[-1].end)
    return any(m.party and m.kind != "place" and m.span.meets(stretch) for m in sentence.mentions)


def is_guessed(sentence: Sentence, clause: Clause) -> bool:
    """Says whether a verb group only says what somebody might do."""
    return any(w.low in _GUESSES for w in sentence.words[clause.hit.group : clause.hit.start + 1])


def is_wished(sentence: Sentence, clause: Clause) -> bool:
    """Says whether a weak cue is one of the wishes that a speaker has in the first person."""
    return sentence.words[clause.hit.start].low in _WISHES


def has_matter(sentence: Sentence, clause: Clause) -> bool:
    """Says whether the object of a wish has an issue, or names a place, or what a party should do."""
    words = sentence.words
    if clause.start >= clause.end or words[clause.start].low in {"and", "or", "but", ","}:
        return False
    stretch = Span(words[clause.start].start, words[clause.end - 1].end)
    if find_issues(stretch.of(sentence.text)):
        return True
    if refers_back(sentence, clause) and find_issues(sentence.span.of(sentence.text)):
        return True
    first = clause.agent is not None and words[clause.agent.start].low in _FIRST
    acts = {w.low for w in words[clause.start : clause.end]} & load_act_cues().action_verbs
    named = [m for m in sentence.mentions if m.span.meets(stretch)]
    return first and is_wished(sentence, clause) and any(acts or m.kind == "place" for m in named)
