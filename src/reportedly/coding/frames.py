"""Reads what the attribution around a content says by itself: the act in its cue, its party, its reading.

The content is read in `content`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.coding.alternatives import announces_harm
from reportedly.coding.clauses import asks, doubles
from reportedly.coding.cues import Hit, find_hits
from reportedly.coding.grammar import PRONOUNS
from reportedly.coding.lists import HEADS
from reportedly.coding.parties import PartyNames
from reportedly.coding.propositions import needs_verb
from reportedly.coding.wishes import asks_of_others
from reportedly.coding.words import Word, words_of
from reportedly.model import Act, Span
from reportedly.text import word_set
from reportedly.vocabulary.act_cues import load_act_cues
from reportedly.vocabulary.issues import find_issues

_INCLUDING = word_set("including such namely like : include includes")
_WATCHERS = word_set(
    "analyst analysts expert experts observer observers economist economists historian historians researcher "
    "researchers professor scholar scholars institute think-tank think tank commentator commentators pundits"
)
_OPENING = 60
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known about the attribution around a sentence."""

    # Party of the source, None if unknown.
    party: str | None
    # The cue's own act, None if it only reports.
    hit: Hit | None
    # Whether the cue gives a reading ("believes").
    reading: bool
    # Whether the source is an analyst of no party.
    analyst: bool
    # Where the object of the cue begins, in the text.
    object: int


def read_cue(
    cue: str, text: str, content: Span, *, source: str, gazetteer: PartyNames
) -> Hit | None:
    """Returns the act in the words of the cue, read together with the first words of the content."""
    before = (source.split()[-1:] or [""])[0]
    if cue.partition(" ")[0].endswith("ing"):
        # The source does it: its participle is no attribute of the noun before ("Norland, demanding ...").
        before += ","
    opening = text[content.start : min(content.end, content.start + _OPENING)]
    shown = f"{before} {cue.strip()} {opening}"
    least = len(words_of(before, Span(0, len(before))))
    size = least + len(words_of(cue, Span(0, len(cue))))
    words = words_of(shown, Span(0, len(shown)))
    found = [hit for hit in find_hits(words) if least < hit.end and hit.start < size]
    if len(found) > 1 and doubles(words, found[0], found[1]):
        return replace(found[0], act=Act.OTHER, negated=True)
    hits = [hit for hit in found if hit.cue.frame != "subject"]
    reports = any(word.low in load_act_cues().reporting for word in words[least:size])
    hits = [hit for hit in hits if not (hit.cue.weak and reports)]
    said = content.of(text)
    hits = [hit for hit in hits if _fits(hit, cue, said, source, gazetteer)]
    return hits[0] if hits else None


def directs(cue: str) -> bool:
    """Says whether a cue tells its subject to do something ("must promise"): the subject has said nothing then."""
    words = words_of(cue, Span(0, len(cue)))
    return bool(words) and words[0].low in {"must", "should", "ought", "shall"}


def with_negation(text: str, content: Span) -> Span:
    """Returns a content together with the "not" right before it, without which it says the opposite."""
    before = re.search(
        r"\b(?:not|never)\s+$", text[max(0, content.start - 10) : content.start], re.IGNORECASE
    )
    return Span(content.start - len(before[0]), content.end) if before else content


def group_before(text: str, content: Span, cue: str, hit: Hit) -> int | None:
    """Returns where the verb group of a cue begins that belongs to what is said, if it stands right before it."""
    if not cue or not needs_verb(hit, undone=hit.act is Act.OTHER and hit.negated):
        return None
    at = text.rfind(cue, max(0, content.start - len(cue) - _NEAR), content.start)
    if at < 0 or any(sign in text[at + len(cue) : content.start] for sign in ".!?\n"):
        return None
    words = words_of(text, Span(at, content.end))
    same = [one for one in find_hits(words) if one.cue.pattern == hit.cue.pattern]
    if not same or words[same[0].group].start >= content.start:
        return None
    return words[same[0].group].start


def heads_list(hit: Hit, content: str) -> bool:
    """Says whether a content only announces a list ("four core proposals") without saying what is in it."""
    words = [word.low for word in words_of(content, Span(0, len(content)))]
    few = [low for low in words if low[0].isalnum()]
    head = next((place for place, low in enumerate(few[:6]) if low in HEADS), None)
    if hit.act not in {Act.OFFER, Act.DEMAND} or head is None or _INCLUDING & set(words[:-1]):
        return False
    if few[head] in {"demands", "proposals"}:
        return len(few) <= 5 and not find_issues(content)
    return len(few) == head + 1 or few[head + 1] in {
        "for",
        "of",
        "to",
        "on",
        "in",
        "under",
        "before",
    }


def _bare_infinitive(cue: str) -> bool:
    """Says whether a cue is only "to" and a verb, the purpose of something else ("votes to approve")."""
    return cue.lower().startswith("to ") and len(cue.split()) <= 3


def _fits(hit: Hit, cue: str, content: str, source: str, gazetteer: PartyNames) -> bool:
    """Says whether a cue that may also be a mere report or wish carries its act with this content."""
    words = words_of(content, Span(0, len(content)))
    pattern = hit.cue.pattern
    named = gazetteer.party_of(source) is not None
    matter = bool(find_issues(content))
    if hit.cue.weak:
        wished = hit.act is not Act.DEMAND or _is_wish(hit, cue, words)
        return named and wished and matter
    if pattern == "{agree}" or (hit.negated and hit.cue.act in {Act.OFFER, Act.CONCESSION}):
        return matter and (named or pattern != "{agree}")
    if not named and (_bare_infinitive(cue) or (pattern == "{offer}" and not matter)):
        return False
    if pattern.startswith("{warn}") and _announces_own(
        words, gazetteer.party_of(source), gazetteer
    ):
        return True
    return _says_so(pattern, words, named=named)


def _announces_own(words: Sequence[Word], party: str | None, gazetteer: PartyNames) -> bool:
    """Says whether a warning tells what the speaker's own side will do in some case ("Norland will ... if")."""
    low = [word.low for word in words]
    if party is None or "will" not in low or not {"if", "unless"} & set(low):
        return False
    subject = words[max(0, low.index("will") - 2) : low.index("will")]
    own = bool({"we", "i"} & {word.low for word in subject})
    return own or gazetteer.party_of(" ".join(word.text for word in subject)) == party


def _is_wish(hit: Hit, cue: str, words: Sequence[Word]) -> bool:
    """Says whether a wish asks of others; its verb may stand in the cue already ("wants to discuss")."""
    _, _, verb = cue.lower().rpartition(" to ")
    if not verb or not hit.cue.pattern.endswith(" to"):
        return asks_of_others(words)
    return asks_of_others([*words_of(verb, Span(0, len(verb))), *words], verb=True)


def _says_so(pattern: str, words: Sequence[Word], *, named: bool) -> bool:
    """Says whether a warning announces harm, an insistence asks, and what is accepted is no fact."""
    first = pattern.split(maxsplit=1)[0]
    if first == "{warn}":
        return named and announces_harm(words)
    if first == "{insist}" and "on" not in pattern.split():
        return asks(words)
    return first != "{accept}" or words[0].low not in PRONOUNS | {"that"}


def is_reading(cue: str) -> bool:
    """Says whether the words of a cue give an analyst's or outlet's reading."""
    low = cue.lower()
    words = {word.low for word in words_of(low, Span(0, len(low)))}
    readings = load_act_cues().assessment
    return bool(words & readings) or any(" " in phrase and phrase in low for phrase in readings)


def is_guess(content: str) -> bool:
    """Says whether a content itself is worded as a reading ("is likely an attempt")."""
    low = content.lower()
    phrases = (phrase for phrase in load_act_cues().assessment if " " in phrase)
    return any(f" {phrase} " in f" {low} " for phrase in phrases)


def is_analyst(source: str) -> bool:
    """Says whether a source is somebody who watches rather than takes part."""
    return bool({word.low for word in words_of(source, Span(0, len(source)))} & _WATCHERS)


def is_warning(cue: str) -> bool:
    """Says whether a cue warns or cautions, which is a reading where nobody of a party does so."""
    words = words_of(cue, Span(0, len(cue)))
    return any(word.low.startswith(("warn", "caution", "alert")) for word in words)


def carries_on(text: str, piece: Span) -> bool:
    """Says whether a piece of content goes on with the sentence before it."""
    return text[: piece.start].rstrip(' “"\n\t')[-1:] not in {"", ".", "!", "?"}
