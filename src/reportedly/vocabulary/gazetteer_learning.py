"""Learns people from a text: names that stand with an office and a party, and descriptions of them.

Three forms are read: side and title before the name ("Norlandish Prime Minister Ada Holm"), title and side
before it ("President of Norland Ada Holm"), and the name with an apposition ("Ada Holm, the prime minister
of Norland,"). Nothing is learnt from a name that stands alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from reportedly.model import Mention, Span
from reportedly.vocabulary.gazetteer_index import Name
from reportedly.vocabulary.gazetteer_names import Form, surname
from reportedly.vocabulary.gazetteer_parties import parties_of_phrase
from reportedly.vocabulary.gazetteer_phrases import Word, words_of
from reportedly.vocabulary.gazetteer_spelling import is_spelling_of
from reportedly.vocabulary.roles import Roles, is_among, load_roles

_PARTICLES = frozenset(
    {
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "da",
        "dos",
        "van",
        "von",
        "bin",
        "ibn",
        "al",
        "el",
        "la",
        "le",
        "ten",
        "ter",
        "zu",
    }
)
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "gen", "col", "lt", "sir", "sheikh", "ayatollah"})
_BRANCHES = frozenset(
    {
        "foreign", "affairs", "external", "relations", "defence", "defense", "internal", "interior", "finance",
        "economy", "economic", "justice", "health", "energy", "culture", "education", "agriculture", "trade",
        "development", "infrastructure", "digital", "transformation", "emergencies", "national", "security",
    }
)  # fmt: skip
"""What a minister is minister of, in the words that stand between the office and the name."""

_LONGEST_TITLE = 4
_LONGEST_BODY = 5


class Office(NamedTuple):
    """A title that a text gives somebody."""

    # The office, as `Roles.office` calls it.
    office: str
    # The title as written, in lower case.
    title: str
    # Party, None if the text names none.
    party: str | None
    # Full name of who holds it.
    holder: str


class Learnt(NamedTuple):
    """What a text teaches about people."""

    # Forms of the names, the full ones first.
    forms: tuple[Form, ...]
    # Offices held, in the order of the text.
    offices: tuple[Office, ...]


def learn_people(
    text: str, mentions: Sequence[Mention], known: Sequence[tuple[str, str]] = ()
) -> Learnt:
    """Reads the people of a text.

    Args:
        text: the whole text.
        mentions: the names already known in it, ascending.
        known: full names and parties of people who may be spelt otherwise here.
    """
    people: dict[str, str | None] = {}
    spellings: dict[str, str] = {}
    offices: list[Office] = []
    sides = dict(known)
    for words in _lines(text, mentions):
        for office in (*_before_names(text, words), *_appositions(text, words)):
            holder = _same_person(people, known, office)
            if " " not in holder and not office.party:
                continue
            spellings[office.holder] = holder
            people[holder] = people.get(holder) or office.party or sides.get(holder)
            offices.append(office._replace(holder=holder, party=office.party or people[holder]))
    return Learnt(tuple(_forms(people, spellings)), tuple(offices))


def _lines(text: str, mentions: Sequence[Mention]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in words_of(text, mentions):
        if word.text == "\n":
            yield line
            line = []
        else:
            line.append(word)
    yield line


def _before_names(text: str, words: list[Word]) -> Iterator[Office]:
    """Yields names that a title stands before, with or without a side."""
    at = 0
    while at < len(words):
        title = title_at(words, at)
        if title is None:
            at += 1
            continue
        end = at + title.count(" ") + title.count("-") * 2 + 1
        name_at = _after_side(words, end)
        name = _name_at(text, words, name_at)
        if name and _belongs(words, end, name_at):
            party = _side_of(text, words, at, name_at)
            yield Office(_office(words, at, title), title, party, name)
        at = end


@cache
def _title_starts() -> frozenset[str]:
    roles = load_roles()
    return frozenset(re.split(r"[ -]", title)[0] for title in roles.titles | roles.officials)


def title_at(words: list[Word], at: int) -> str | None:
    """Returns the longest title that begins at a word, in lower case."""
    roles = load_roles()
    if words[at].low not in _title_starts():
        return None
    for size in range(min(_LONGEST_TITLE, len(words) - at), 0, -1):
        part = words[at : at + size]
        if any(word.mention for word in part):
            continue
        text = " ".join(word.text.lower() for word in part).replace(" - ", "-")
        if text in roles.titles or (size == 1 and text in roles.officials):
            return text
    return None


def _after_side(words: list[Word], at: int) -> int:
    """Returns where a name may begin after a title: at once, or after "of Norland" or "of Foreign Affairs"."""
    if at < len(words) and words[at].low in ("of", "for"):
        at += 1
        while at < len(words) and words[at].low == "the":
            at += 1
        found = words[at].mention if at < len(words) else None
        if found is None:
            return _after_branch(words, at)
        if beyond := _after_body(words, at + 1):
            return beyond
        if found.kind != "adjective":
            at += 1
            return at + 1 if at < len(words) and words[at].text == "," else at
    elif at < len(words) and words[at].mention and (beyond := _after_body(words, at + 1)):
        return beyond
    return at


def _after_branch(words: list[Word], at: int) -> int:
    """Returns one past the words of what a minister is minister of, the same place if there are none."""
    end = at
    while end < len(words) and words[end].low in _BRANCHES:
        joined = end + 2 < len(words) and words[end + 1].low == "and"
        end += 2 if joined and words[end + 2].low in _BRANCHES else 1
    return end


def _after_body(words: list[Word], at: int) -> int | None:
    """Returns where a name begins after a side's body, with a comma or without.

    "of the Norlandish Border Council, General ...", "of the Norlandish Ministry of Foreign Affairs Ada Holm".
    """
    end = at
    while end < len(words) and end - at < _LONGEST_BODY and words[end].capital:
        if is_among(load_roles().bodies, words[end].low):
            beyond = end + 1
            if beyond < len(words) and words[beyond].low in ("of", "for"):
                beyond = _after_branch(words, beyond + 1)
            if beyond < len(words) and words[beyond].capital:
                return beyond
        end += 1
    if end == at or end + 1 >= len(words) or words[end].text != ",":
        return None
    end += 1
    while end < len(words) and words[end].capital and title_at(words, end):
        end += 1
    return end


def _belongs(words: list[Word], end: int, name_at: int) -> bool:
    """Says whether nothing but a side, or what the office is for, stands between a title and a name."""
    between = words[end:name_at]
    if not between or any(word.mention for word in between):
        return True
    branches = [word for word in between if word.low in _BRANCHES]
    return bool(branches) and all(
        word in branches or word.low in ("of", "for", "the", "and") for word in between
    )


def _name_at(text: str, words: list[Word], at: int) -> str | None:
    """Returns the person's name that begins at a word, None if none does."""
    if at < len(words) and words[at].mention:
        found = words[at].mention
        return found.name if found and found.kind == "person" else None
    end = _name_end(words, at, load_roles())
    if end == at or words[at].low.rstrip(".") in _HONORIFICS:
        return None
    return text[words[at].start : words[end - 1].end]


def _name_end(words: list[Word], at: int, roles: Roles) -> int:
    """Returns one past the last word of a name of at most four capital words."""
    end, capitals = at, 0
    while end < len(words) and capitals < 4:
        word = words[end]
        if word.mention or (
            not word.capital and word.low not in _PARTICLES and word.text not in "-'."
        ):
            break
        if word.capital and _is_no_name(word, roles):
            break
        if word.text == "'" and (end + 1 == len(words) or words[end + 1].start != word.end):
            break
        if word.text == "." and not (end > at and len(words[end - 1].text) == 1):
            break
        capitals += word.capital
        end += 1
    while end > at and not words[end - 1].capital:
        end -= 1
    return end


def _is_no_name(word: Word, roles: Roles) -> bool:
    low = word.low
    if (word.text.isupper() and len(word.text) > 3) or not word.text[0].isalpha():
        return True
    lists = (
        roles.titles,
        roles.bodies,
        roles.officials,
        roles.title_modifiers,
        roles.no_party,
        roles.not_first_names,
    )
    return any(low in words for words in lists) or low in ("the", "on", "in")


def _side_of(text: str, words: list[Word], at: int, name_at: int) -> str | None:
    """Returns the party of the words from up to six before a title to the name."""
    first = at
    while first > 0 and at - first < 6 and _may_stand_before_title(words[first - 1]):
        first -= 1
    last = max(name_at, at + 1)
    return _party_between(text, words, first, last)


def _may_stand_before_title(word: Word) -> bool:
    if word.mention:
        return word.mention.kind not in ("person", "outlet", "agency", "think tank")
    roles = load_roles()
    if word.text in ("'", "'s", "-") or word.low in roles.title_modifiers | roles.former:
        return True
    return is_among(roles.bodies, word.low)


def _office(words: list[Word], at: int, title: str) -> str:
    """Returns the office of a title, which is a body's own where the body stands before it."""
    before = words[at - 1] if at else None
    if before and before.low and is_among(load_roles().bodies, before.low):
        return f"{before.low} {title}"
    return load_roles().office(title)


def _party_between(text: str, words: list[Word], first: int, last: int) -> str | None:
    start, end = words[first].start, words[last - 1].end
    phrase = text[start:end].rstrip(" ,")
    found = [
        Mention(
            Span(w.mention.span.start - start, w.mention.span.end - start),
            w.mention.name,
            w.mention.kind,
            w.mention.party,
        )
        for w in words[first:last]
        if w.mention
    ]
    reading = parties_of_phrase(phrase, found)
    return reading.parties[0] if reading.clear and len(reading.parties) == 1 else None


def _appositions(text: str, words: list[Word]) -> Iterator[Office]:
    """Yields names followed by a comma and a description ("Ada Holm, the prime minister of Norland,")."""
    for comma, word in enumerate(words):
        if word.text != "," or comma + 1 >= len(words):
            continue
        name = _name_before(text, words, comma)
        end = _apposition_end(words, comma + 1)
        where = _title_in(words, comma + 1, end)
        if not name or where is None:
            continue
        acting = words[comma + 1].low == "acting"
        party = _party_between(text, words, comma + 1 + acting, end)
        title = title_at(words, where) or ""
        yield Office(
            load_roles().office(title) if party else "", title if party else "", party, name
        )


def _name_before(text: str, words: list[Word], comma: int) -> str | None:
    """Returns the name of two or more words that ends at a comma, or a known person."""
    before = words[comma - 1] if comma else None
    if before is None:
        return None
    if before.mention:
        return before.mention.name if before.mention.kind == "person" else None
    roles = load_roles()
    for first in range(max(0, comma - 5), comma - 1):
        if words[first].capital and _name_end(words, first, roles) == comma:
            return text[words[first].start : before.end]
    return None


def _apposition_end(words: list[Word], at: int) -> int:
    end = at
    while end < len(words) and words[end].text not in (",", ".", ";", ":", "(", "”", '"'):
        if words[end].low in ("who", "which", "said", "told", "says"):
            break
        end += 1
    return end


def _title_in(words: list[Word], first: int, last: int) -> int | None:
    """Returns where the title of an apposition stands: within its first eight words, before any verb."""
    for at in range(first, min(last, first + 8)):
        if title_at(words, at):
            return at
    return None


def _same_person(
    people: dict[str, str | None], known: Sequence[tuple[str, str]], office: Office
) -> str:
    """Returns the full name of somebody known or already met who is meant by this name, or the name itself."""
    name = office.holder
    for other, side in known:
        if office.party in (side, None) and is_spelling_of(name, other):
            return other
    for other, party in people.items():
        if surname(other) != surname(name) or (party and office.party and party != office.party):
            continue
        if " " not in name or " " not in other or other[0] == name[0]:
            return other if " " in other else name
    if " " not in name and office.title:
        bearing = {
            full for full, side in known if office.party in (side, None) and name in full.split()
        }
        if len(bearing) == 1:
            return bearing.pop()
    whole = (full for full in (*people, *dict(known)) if full.split()[0] == name and " " in full)
    return next(whole, name) if office.party else name


def _forms(people: dict[str, str | None], spellings: dict[str, str]) -> Iterator[Form]:
    """Yields the full names in each spelling, and the surnames that belong to one person only."""
    owners: dict[str, set[str]] = {}
    for spelling, name in spellings.items():
        if " " in spelling:
            yield spelling, Name(name, "person", people.get(name))
        owners.setdefault(surname(spelling), set()).add(name)
    for word, names in owners.items():
        full = sorted(name for name in names if " " in name) or sorted(names)
        if len(full) == 1:
            yield word, Name(full[0], "person", people.get(full[0]))


_LABEL = re.compile(
    r"^(?:[A-Z][A-Z.'’-]*\s){0,4}?(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)?)(?:\s?\([^()\n]{1,60}\))?:",
    re.MULTILINE,
)


def labels_of(text: str, people: Mapping[str, str | None]) -> Iterator[Form]:
    """Yields the names by which a transcript labels who speaks ("KELL:", "MINISTER KELL:").

    Args:
        text: the whole text.
        people: names and parties of those whom it names; a surname that two of them share labels nobody.
    """
    by_surname: dict[str, set[str]] = {}
    for name in people:
        by_surname.setdefault(surname(name).upper(), set()).add(name)
    for label in dict.fromkeys(match["name"] for match in _LABEL.finditer(text)):
        named = by_surname.get(label.split()[-1], set())
        if len(named) == 1:
            name = next(iter(named))
            yield label.split()[-1], Name(name, "person", people[name])


def holders_of(
    offices: Sequence[Office], known: Sequence[Office]
) -> dict[tuple[str, str | None], str]:
    """Returns who is meant by an office without a name.

    Keys are (office, party) and, for a title alone, (title, None). Where the text names several, the one
    named so most often is meant, and nobody if two are level. `known` fills in what the text leaves open.
    """
    counts: dict[tuple[str, str | None], Counter[str]] = {}
    for office in offices:
        if office.party:
            counts.setdefault((office.office, office.party), Counter())[office.holder] += 1
    for office in known:
        key = (office.office, office.party)
        if key not in counts:
            counts[key] = Counter({office.holder: 1})
    best = {key: counter.most_common(2) for key, counter in counts.items()}
    found = {key: top[0][0] for key, top in best.items() if len(top) == 1 or top[0][1] > top[1][1]}
    return found | _alone(offices, known)


def _alone(offices: Sequence[Office], known: Sequence[Office]) -> dict[tuple[str, str | None], str]:
    """Returns the titles used in the text whose office only one person of the text holds."""
    holders: dict[str, set[str]] = {}
    for office in (*offices, *known):
        holders.setdefault(office.office, set()).add(office.holder)
    return {
        (office.title, None): office.holder
        for office in offices
        if office.title and len(holders[office.office]) == 1
    }
