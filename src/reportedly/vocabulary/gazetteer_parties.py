"""Reads the parties out of a source or agent phrase; the rules in words are in docs/design/parties.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.model import Mention
from reportedly.vocabulary.gazetteer_phrases import (
    Word,
    head_of,
    is_possessive,
    members_of,
    words_of,
)
from reportedly.vocabulary.roles import is_among, load_roles
from reportedly.vocabulary.states import state_names

_LINKED = frozenset(
    {"linked", "appointed", "installed", "affiliated", "run", "occupied", "controlled", "annexed"}
)
_AGAINST = frozenset({"pro", "anti", "non", "post", "ex"})
_DIRECT = frozenset({"of", "for", "from", "within", "inside", "close", "by"})
_ADVISERS = frozenset(
    {
        "adviser",
        "advisor",
        "aide",
        "counsel",
        "assistant",
        "deputy",
        "advisers",
        "advisors",
        "aides",
    }
)
_ABROAD = frozenset(
    {
        "ambassador",
        "envoy",
        "representative",
        "mission",
        "embassy",
        "delegate",
        "troops",
        "forces",
        "people",
        "person",
        "man",
        "woman",
    }
)
_ABOUT = frozenset({"map", "photo", "video", "history", "footage", "record", "figures"})
_BYSTANDERS = frozenset(
    {
        "resident",
        "local",
        "man",
        "woman",
        "witness",
        "eyewitness",
        "people",
        "individual",
        "executive",
        "businessman",
    }
)
_REBELS = frozenset(
    {
        "rebel",
        "insurgent",
        "separatist",
        "secessionist",
        "guerrilla",
        "guerilla",
        "militant",
        "mutineer",
        "jihadist",
        "extremist",
        "gunman",
        "gunmen",
        "pirate",
    }
)
"""Those who fight are no side of the state whose name stands before them, but are of a group that is named so."""
_AGAINST_WHOM = frozenset(
    {"opponent", "rival", "enemy", "enemies", "foe", "adversary", "adversaries"}
)
_PUBLISHERS = frozenset({"outlet", "agency", "think tank"})


class Reading(NamedTuple):
    """What a phrase says of sides."""

    # Parties it speaks for, in its order.
    parties: tuple[str, ...]
    # Whether nobody else speaks beside them.
    clear: bool


_NOBODY = Reading((), clear=True)
_SOMEONE_ELSE = Reading((), clear=False)


def parties_of_phrase(words: str, mentions: Sequence[Mention]) -> Reading:
    """Returns the parties of a phrase in its order, and whether nobody else speaks beside them."""
    parties: list[str] = []
    clear, hanging = True, False
    for member in members_of(words_of(words, mentions)):
        if hanging and _is_mere_name(member) and _is_joined(words, member[0].start):
            continue
        hanging = bool(head_of(member)[1])
        reading = _read_member(member)
        parties.extend(party for party in reading.parties if party not in parties)
        clear = clear and reading.clear
    return Reading(tuple(parties), clear)


def _is_mere_name(member: list[Word]) -> bool:
    return all(word.mention or word.low in ("the", "'s", "'") for word in member)


def _is_joined(phrase: str, start: int) -> bool:
    """Says whether "and" or "or" stands before a place of the phrase, not a comma."""
    return phrase[:start].rstrip().endswith((" and", " or", "&"))


def _read_member(member: list[Word]) -> Reading:
    head, rest = head_of(member)
    if not head:
        return _NOBODY
    named = member[-1].mention
    if rest and named and named.kind == "person" and named.party and member[-2].mention:
        return Reading((named.party,), clear=True)
    reading = _read_head(head)
    if reading is not None:
        return reading
    return _read_rest(head, rest) if rest else _NOBODY


def _read_head(head: list[Word]) -> Reading | None:
    """Reads the words before the first preposition; None if they name no side and the rest may."""
    named = [(at, word.mention) for at, word in enumerate(head) if word.mention]
    if not named:
        return None
    last_at, last = named[-1]
    if last.kind == "person" and not is_possessive(head, last_at):
        return Reading((last.party,), clear=True) if last.party else _read_title_of(head, named)
    if _out_of_office(head) or (last_at == len(head) - 1 and _is_bystander(head, last)):
        return _NOBODY
    if last_at < len(head) - 1 and _is_no_party(head, last_at):
        return _NOBODY
    return _read_names(head, named)


def _is_bystander(head: list[Word], last: Mention) -> bool:
    """Says whether a head ends in a publisher, or in one person of a people ("a Norlander")."""
    one = last.kind == "adjective" and head[0].low in ("a", "an")
    return one or last.kind in _PUBLISHERS


def _read_title_of(head: list[Word], named: list[tuple[int, Mention]]) -> Reading:
    if _out_of_office(head) or len(named) < 2:
        return _NOBODY
    return _read_names(head, named[:-1])


def _read_names(head: list[Word], named: list[tuple[int, Mention]]) -> Reading:
    """Takes the first name's party, or the parties of a pair joined by a hyphen."""
    counted = [(at, found) for at, found in named if _counts(head, at)]
    if not counted:
        return _NOBODY
    sides = [found for _, found in counted if found.kind != "place"]
    if not sides:
        return _SOMEONE_ELSE if head[-1].mention else _NOBODY
    first = sides[0]
    joined = [
        found.party
        for at, found in counted
        if found.party
        and (_text(head, at - 1) == "-" or _text(head, at + 1) == "-")
        and len(sides) > 1
    ]
    if len(set(joined)) > 1:
        return Reading(tuple(dict.fromkeys(joined)), clear=False)
    if first.party is None:
        return _SOMEONE_ELSE if first.kind == "adjective" else _NOBODY
    return Reading((first.party,), clear=True)


def _counts(head: list[Word], at: int) -> bool:
    """Says whether a name stands for its side here, not in "Norlandish-speaking" or "pro-Norlandish"."""
    if _text(head, at - 1) == "-" and _text(head, at - 2) in _AGAINST:
        return False
    if _text(head, at + 1) == "-" and at + 2 < len(head):
        return bool(head[at + 2].mention) or _text(head, at + 2) in _LINKED
    return True


def _is_no_party(head: list[Word], at: int) -> bool:
    """Says whether the noun after the last name turns it into a mere description ("Norlandish territory")."""
    roles = load_roles()
    after = [word for word in head[at + 1 :] if word.text not in ("'", "'s", "-")]
    lower = [word for word in after if not word.capital] or after
    if not lower:
        return False
    possessive = is_possessive(head, at)
    if after[-1].capital and not after[0].capital and not (possessive or _has_role(after)):
        return True
    noun = lower[-1].low
    if _is_state(head, at) and any(is_among(_REBELS, word.low) for word in after):
        return True
    if is_among(roles.no_party, noun) or any(word.low in roles.former for word in after):
        return True
    if is_among(roles.experts, noun) or is_among(roles.outlets, noun):
        return True
    return not possessive and all(word.capital for word in after) and not _has_role(after)


def _is_state(head: list[Word], at: int) -> bool:
    found = head[at].mention
    return found is not None and (found.kind == "state" or found.party in state_names())


def _has_role(words: list[Word]) -> bool:
    roles = load_roles()
    return any(
        is_among(known, word.low)
        for word in words
        for known in (roles.titles, roles.bodies, roles.officials, roles.sources, roles.documents)
    )


def _out_of_office(head: list[Word]) -> bool:
    return any(word.low in load_roles().former for word in head)


def _read_rest(head: list[Word], rest: list[Word]) -> Reading:
    """Reads what hangs on a head without a name by a preposition ("officials from ...")."""
    if _out_of_office(head) or not _may_hang(head, rest):
        return _NOBODY
    inner = rest[1:]
    if rest[0].low == "close":
        inner = rest[2:]
    while inner and inner[0].low in ("the", "a", "an"):
        inner = inner[1:]
    return _read_inner(inner)


def _read_inner(inner: list[Word]) -> Reading:
    head, rest = head_of(inner)
    reading = _read_head(_without_name(head)) if head else None
    if reading is not None:
        return reading
    if head and rest and rest[0].low in ("of", "for", "in"):
        return _read_inner([word for word in rest[1:] if word.low != "the"])
    return _NOBODY


def _without_name(head: list[Word]) -> list[Word]:
    """Drops an unknown person's name that follows a party's ("President of Norland Ada Holm")."""
    if head[0].mention and not _has_role(head) and all(w.capital or w.mention for w in head[1:]):
        return head[:1]
    return head


def _may_hang(head: list[Word], rest: list[Word]) -> bool:
    """Says whether a head and its preposition let the words after it say whose side it is."""
    roles, noun, preposition = load_roles(), _noun(head), rest[0].low
    if is_among(roles.documents, noun):
        return preposition in ("of", "from", "by") and noun not in _ABOUT
    if any(is_among(known, noun) for known in (roles.experts, _BYSTANDERS, _AGAINST_WHOM)):
        return False
    if preposition == "to":
        return noun in _ADVISERS
    if preposition in ("in", "at"):
        return not is_among(_ABROAD, noun) and (_has_role(head) and _is_seat(rest, preposition))
    return preposition in _DIRECT and (_has_role(head) or head[-1].capital)


def _is_seat(rest: list[Word], preposition: str) -> bool:
    kinds = ("capital", "body", "organisation") if preposition == "in" else ("body", "organisation")
    return any(word.mention and word.mention.kind in kinds for word in rest[:4])


def _noun(head: list[Word]) -> str:
    lower = [word.low for word in head if word.low and not word.capital]
    return lower[-1] if lower else head[-1].low


def _text(words: list[Word], at: int) -> str:
    return words[at].text.lower() if 0 <= at < len(words) else ""
