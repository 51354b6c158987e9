"""Tells what kind of speaker a source phrase makes: named, body, anonymous, outlet or document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model import Mention, SpeakerKind
from reportedly.vocabulary.gazetteer_phrases import (
    Word,
    head_of,
    is_possessive,
    members_of,
    words_of,
)
from reportedly.vocabulary.roles import Roles, is_among, load_roles

_OF_NAMES = {
    "person": SpeakerKind.NAMED,
    "outlet": SpeakerKind.OUTLET,
    "agency": SpeakerKind.OUTLET,
}
_PRONOUNS = frozenset({"he", "she", "i", "him", "her", "himself", "herself", "who", "his"})
_GROUPS = frozenset({"it", "we", "they", "its", "our", "their", "us", "them"})
_THOSE = frozenset(
    {"those", "these", "you", "that", "this", "everyone", "anyone", "nobody", "no one"}
)
_SOMEONE = frozenset({"some", "others", "many", "several", "one", "another", "other"})


def kind_of_phrase(words: str, mentions: Sequence[Mention]) -> SpeakerKind:
    """Returns the kind of speaker of a source phrase, from the head of its first member.

    A pronoun counts as named, "it" and "we" as a body: whom they stand for is for `resolving`. Unnamed
    experts are an anonymous source; that "analysts" are a body the report credits is for `resolving`, too.
    """
    members = members_of(words_of(words, mentions))
    if not members:
        return SpeakerKind.ANONYMOUS_SOURCE
    first = _first_whole(members)
    head, rest = head_of(first)
    after = members[members.index(first) + 1 :]
    if (
        person_of_phrase(words, mentions)
        or _ends_in_name(head, rest)
        or (head and after and _is_one_titled(head[-1]) and _is_name(after[0]))
    ):
        return SpeakerKind.NAMED
    head = [word for word in head or first if word.text not in ("'", "'s", '"', "“", "”")] or head
    if not head:
        return SpeakerKind.ANONYMOUS_SOURCE
    last = head[-1]
    if len(head) == 1 and last.mention and last.mention.kind == "person":
        return SpeakerKind.NAMED
    if last.mention and not is_possessive(first, len(head) - 1):
        return _OF_NAMES.get(last.mention.kind, SpeakerKind.BODY)
    return _kind_of_noun(head, last)


def person_of_phrase(words: str, mentions: Sequence[Mention]) -> Mention | None:
    """Returns the known person that a source phrase is about as its head, not one it only mentions.

    "Ada Holm's team" and "a letter to Ada Holm" are nobody; "the prime minister, Ada Holm," is she.
    """
    members = members_of(words_of(words, mentions))
    if not members:
        return None
    first = _first_whole(members)
    head, rest = head_of(first)
    if _ends_in_name(head, rest):
        return rest[-1].mention
    bare = [word for word in head if word.text not in ("'", "'s", '"', "“", "”")]
    last = bare[-1] if bare else None
    if last and _is_person(last):
        return last.mention
    after = members[members.index(first) + 1 :]
    if last and after and _is_person(after[0][0]) and len(after[0]) == 1:
        return after[0][0].mention if _is_titled(last) else None
    return None


_PARTICLES = frozenset(
    {"de", "der", "den", "di", "da", "van", "von", "bin", "al", "el", "la", "le", "du"}
)
_OF_THE_NAME = frozenset({"prince", "princess", "king", "queen", "pope", "emir", "cardinal"})
_LONGEST_NAME = 3
_RANKS = frozenset(
    {
        "sen", "rep", "gov", "gen", "lt", "col", "maj", "adm", "capt", "dr", "mr", "mrs", "ms", "prof", "sir", "lord",
        "rev", "st", "professor", "doctor",
    }
)  # fmt: skip


def name_of_phrase(words: str, mentions: Sequence[Mention]) -> str | None:
    """Returns the name of a person no list knows, without title and description; None where there is none.

    "Sudrian analyst Ivo Tarn, head of a centre" is "Ivo Tarn"; "Mr Tarn" is "Tarn".
    """
    for member in members_of(words_of(words, mentions))[:3]:
        head, rest = head_of(member)
        for part in (head, rest[1:] if _ends_in_name(head, rest) else []):
            run = _last_run(part)
            if run and (len(run) > 1 or _is_titled_run(part, run)):
                joint = re.match(r"\s+(?:and|or|&)\b", words[run[-1].end :])
                return None if joint else words[run[0].start : run[-1].end]
    return None


def _last_run(part: list[Word]) -> list[Word]:
    """Returns the capital words at the end of a phrase that are neither names of sides nor roles."""
    last = len(part)
    while last and part[last - 1].text in ("'", "'s", "-", ".", '"', "”", "“", ")"):
        last -= 1
    first = last
    while first and _may_be_of_name(part, first - 1):
        first -= 1
    run = part[first:last]
    while run and not run[0].capital:
        run = run[1:]
    if len([word for word in run if word.capital]) > _LONGEST_NAME:
        run = run[-2:]
    return run


def _may_be_of_name(part: list[Word], at: int) -> bool:
    word, roles = part[at], load_roles()
    if word.mention or word.text == ",":
        return False
    if word.text in ("-", "'", "."):
        # A full stop belongs to an initial, not to a rank.
        return (
            bool(at) and part[at - 1].capital and (word.text != "." or len(part[at - 1].text) == 1)
        )
    low = word.text.lower()
    if low in _PARTICLES:
        return True
    plain = low in _RANKS or low in roles.not_first_names or low in roles.title_modifiers
    plain = plain or (word.text.isupper() and len(low) > 2) or _is_plain_role(low, roles)
    return word.capital and word.text[0].isalpha() and not plain


def _is_titled_run(part: list[Word], run: list[Word]) -> bool:
    """Says whether a title stands before a single name ("Mr Tarn", "Minister Tarn")."""
    before = [word for word in part if word.end <= run[0].start and word.text != "."]
    if before and before[-1].text.lower() in _OF_THE_NAME:
        run.insert(0, before[-1])
    return bool(before) and (
        before[-1].text.lower() in _RANKS or is_among(load_roles().titles, before[-1].text)
    )


def _is_person(word: Word) -> bool:
    return word.mention is not None and word.mention.kind == "person"


def _ends_in_name(head: list[Word], rest: list[Word]) -> bool:
    """Says whether a person's name follows a title and its complement ("ambassador to Norland Ada Holm")."""
    if len(rest) < 3 or not head or not _is_titled(head[-1]):
        return False
    last, before = rest[-1], rest[-2]
    if last.mention:
        return _is_person(last) and (before.mention is not None or before.capital)
    if not _is_name([before, last]):
        return False
    small = ("the", "of", "and", "for", "'", "'s")
    complement = [word for word in rest[1:-2] if word.low not in small]
    return any(word.mention for word in complement) or (
        bool(complement) and all(word.capital for word in complement)
    )


def _is_titled(word: Word) -> bool:
    roles = load_roles()
    return is_among(roles.titles, word.text) or is_among(roles.officials, word.text)


def _is_one_titled(word: Word) -> bool:
    return _is_titled(word) and not word.text.endswith("s")


def _is_name(words: list[Word]) -> bool:
    """Says whether words look like an unknown person's name in full."""
    roles = load_roles()
    return len(words) > 1 and all(
        word.capital and not word.mention and not _is_plain_role(word.text.lower(), roles)
        for word in words
    )


def _first_whole(members: list[list[Word]]) -> list[Word]:
    """Returns the first member that has its noun: in "Norlandish and Sudrian officials" the second."""
    for member in members[:3]:
        if head_of(member)[0] and not all(
            word.low == "the" or _is_adjective(word) for word in member
        ):
            return member
    return members[0]


def _is_adjective(word: Word) -> bool:
    return word.mention is not None and word.mention.kind == "adjective"


def _kind_of_noun(head: list[Word], last: Word) -> SpeakerKind:
    """Decides by the last word in lower case, or by capital words that are a name."""
    roles = load_roles()
    if last.capital and not last.mention:
        kind = _kind_of_capitals(head, roles)
        if kind:
            return kind
    noun = last.low or last.text.lower()
    indefinite = _is_indefinite(head, roles)
    known = _kind_of_pronoun(noun) or _kind_of_list(head, noun, roles, indefinite=indefinite)
    if known:
        return known
    if is_among(roles.titles, noun):
        return SpeakerKind.ANONYMOUS_OFFICIAL if indefinite else SpeakerKind.NAMED
    named = any(word.mention for word in head)
    return SpeakerKind.BODY if named else SpeakerKind.ANONYMOUS_SOURCE


def _kind_of_pronoun(noun: str) -> SpeakerKind | None:
    if noun in _PRONOUNS:
        return SpeakerKind.NAMED
    if noun in _GROUPS:
        return SpeakerKind.BODY
    return SpeakerKind.ANONYMOUS_SOURCE if noun in _THOSE else None


def _kind_of_list(
    head: list[Word], noun: str, roles: Roles, *, indefinite: bool
) -> SpeakerKind | None:
    two = f"{head[-2].low} {noun}" if len(head) > 1 else noun
    if is_among(roles.sources, noun):
        return SpeakerKind.ANONYMOUS_SOURCE
    if (
        is_among(roles.titles, noun)
        and not indefinite
        and noun in roles.offices
        and noun not in roles.bodies
    ):
        office = roles.office(noun)
        return SpeakerKind.ANONYMOUS_OFFICIAL if office == "spokesman" else SpeakerKind.NAMED
    if is_among(roles.experts, noun):
        return SpeakerKind.ANONYMOUS_SOURCE
    for lists, kind in (
        (roles.bodies, SpeakerKind.BODY),
        (roles.outlets, SpeakerKind.OUTLET),
        (roles.documents, SpeakerKind.DOCUMENT),
        (roles.officials, SpeakerKind.ANONYMOUS_OFFICIAL),
    ):
        if is_among(lists, two) or is_among(lists, noun):
            return kind
    return None


def _kind_of_capitals(head: list[Word], roles: Roles) -> SpeakerKind | None:
    """Reads a head that ends in capital words: a person's name, or a body with a capital noun."""
    noun = head[-1].text.lower()
    if len(head) == 1 and (
        noun in _PRONOUNS | _SOMEONE | _GROUPS | _THOSE or _is_plain_role(noun, roles)
    ):
        return None
    if is_among(roles.bodies, noun):
        return SpeakerKind.BODY
    if _is_plain_role(noun, roles):
        return None
    before = next((word.low for word in reversed(head) if word.low and not word.capital), "")
    for lists, kind in (
        (roles.outlets, SpeakerKind.OUTLET),
        (roles.bodies, SpeakerKind.BODY),
        (roles.documents, SpeakerKind.DOCUMENT),
    ):
        if is_among(lists, before):
            return kind
    acronym = len(noun) > 1 and head[-1].text.isupper()
    return SpeakerKind.BODY if acronym else SpeakerKind.NAMED


def _is_plain_role(noun: str, roles: Roles) -> bool:
    lists = (
        roles.titles,
        roles.officials,
        roles.sources,
        roles.experts,
        roles.documents,
        roles.outlets,
        roles.bodies,
    )
    return any(is_among(words, noun) for words in lists)


def _is_indefinite(head: list[Word], roles: Roles) -> bool:
    return any(word.low in roles.indefinite for word in head[:-1]) or head[-1].low.endswith("s")
