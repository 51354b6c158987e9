"""Finds people described by their office alone ("the ruler of Norland"), once a text has said who holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model import Mention, Span
from reportedly.vocabulary.dossier import Dossier
from reportedly.vocabulary.gazetteer_index import Name
from reportedly.vocabulary.gazetteer_learning import Office, title_at
from reportedly.vocabulary.gazetteer_phrases import Word, words_of
from reportedly.vocabulary.roles import is_among, load_roles

_SIDES = ("state", "organisation")
# Titles too common in other senses to stand for somebody without a side.
_NEVER_ALONE = frozenset(
    {
        "head",
        "chief",
        "chair",
        "general",
        "major",
        "secretary",
        "speaker",
        "deputy",
        "director",
        "leader",
        "representative",
        "aide",
    }
)
# Titles that name the head of a state only with the state itself after them.
_ONLY_WITH_STATE = frozenset({"governor", "head"})

Holders = dict[tuple[str, str | None], Name]
"""Who is meant by (office, party) or (title, None)."""


def known_offices(dossier: Dossier | None, named: set[str]) -> list[Office]:
    """Returns the present offices of the dossier's people whom a text names."""
    if dossier is None:
        return []
    roles = load_roles()
    return [
        Office(roles.office(person.role), person.role, party.name, person.name)
        for party in dossier.parties
        for person in party.people
        if person.name in named and person.role in roles.titles and person.until is None
    ]


def find_descriptions(
    text: str, mentions: Sequence[Mention], holders: Holders
) -> Iterator[Mention]:
    """Yields the stretches that describe a person by office, without the name."""
    words = words_of(text, mentions)
    at = 0
    while at < len(words):
        title = title_at(words, at)
        if title is None:
            at += 1
            continue
        end = at + _size(title)
        found = _described(words, at, end, title, holders)
        if found:
            first, last, name = found
            yield Mention(Span(words[first].start, words[last - 1].end), *name)
            end = max(end, last)
        at = end


def _size(title: str) -> int:
    return title.count(" ") + 2 * title.count("-") + 1


def _described(
    words: list[Word], at: int, end: int, title: str, holders: Holders
) -> tuple[int, int, Name] | None:
    """Returns first and last word and the person of a description whose title stands at `at` to `end`."""
    office = load_roles().office(title)
    side = _side_after(words, end)
    if side:
        last, party = side
        first = at - 1 if at and words[at - 1].low == "the" else at
        name = holders.get((office, party))
        return (first, last, name) if name and not _name_follows(words, last) else None
    if _name_follows(words, end) or (end < len(words) and words[end].low in ("of", "for", "-")):
        return None
    side_at = _side_before(words, at)
    if side_at is not None and title not in _ONLY_WITH_STATE:
        found = words[side_at].mention
        name = holders.get((office, found.party if found else None))
        first = side_at - 1 if side_at and words[side_at - 1].low == "the" else side_at
        return (first, end, name) if name else None
    return _alone(words, at, end, title, holders)


def _alone(
    words: list[Word], at: int, end: int, title: str, holders: Holders
) -> tuple[int, int, Name] | None:
    if not at or words[at - 1].low != "the" or title in _NEVER_ALONE:
        return None
    if end < len(words) and is_among(load_roles().bodies, words[end].low):
        return None
    name = holders.get((title, None))
    return (at - 1, end, name) if name else None


def _side_after(words: list[Word], end: int) -> tuple[int, str | None] | None:
    """Returns where "of Norland" ends and its party, None if no side or more than a side follows."""
    at = end
    if at >= len(words) or words[at].low != "of":
        return None
    at += 1
    if at < len(words) and words[at].low == "the":
        at += 1
    found = words[at].mention if at < len(words) else None
    if found is None or found.kind not in _SIDES or not found.party:
        return None
    if at + 1 < len(words) and words[at + 1].text in ("'", "'s", "-"):
        return None
    return at + 1, found.party


def _side_before(words: list[Word], at: int) -> int | None:
    """Returns where the side right before a title stands ("Norlandish", "Norland's", "Kremlin")."""
    before = at - 1
    if before >= 0 and words[before].text in ("'", "'s"):
        before -= 1
    found = words[before].mention if before >= 0 else None
    return before if found and found.party and found.kind != "person" else None


def _name_follows(words: list[Word], at: int) -> bool:
    """Says whether a name or a further title stands here."""
    if at < len(words) and words[at].text == ",":
        at += 1
        return at < len(words) and _is_person(words[at])
    if at >= len(words):
        return False
    word = words[at]
    return _is_person(word) or (not word.mention and word.capital and word.text.isalpha())


def _is_person(word: Word) -> bool:
    return word.mention is not None and word.mention.kind == "person"
