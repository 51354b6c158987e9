"""Tells a known person's name from the same word in another name ("Trump Tower"), and in another spelling.

Spellings differ where a name was carried over from another script, or through a third language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from reportedly.vocabulary.gazetteer_index import Hit, Token
from reportedly.vocabulary.organisations import load_given_names
from reportedly.vocabulary.roles import is_among, load_roles

_PAIR = re.compile(r"(?=\b([^\W\d_a-z][^\W\d_]{2,}\s[^\W\d_a-z][^\W\d_]{3,})\b)")
_SOUNDS = (
    ("sch", "s"), ("sz", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("w", "v"), ("x", "ks"), ("c", "k"),
)  # fmt: skip
"""Letters that stand for one sound in the spellings of different languages, the longer first."""

_FEWEST = (2, 3)
"""Consonants that a first name and a family name must have at least to be compared."""

_LIKE = 0.7
"""Least share of letters that two spellings have in common, by `difflib`; chosen on spellings of a dozen names."""


def other_spellings(
    text: str, people: Iterable[tuple[str, str | None]], known: Iterable[str]
) -> Iterator[tuple[str, str, str | None]]:
    """Yields names of a text that are another spelling of one known person's, with that person's name and party.

    Args:
        text: the whole text.
        people: full names and parties.
        known: names that the text has and that need no other meaning.
    """
    by_sound: dict[tuple[str, ...], dict[str, str | None]] = {}
    for name, party in people:
        if name.count(" ") == 1:
            by_sound.setdefault(_consonants(name), {})[name] = party
    for written in sorted({found[1] for found in _PAIR.finditer(text)} - set(known)):
        meant = by_sound.get(_consonants(written), {})
        if len(set(meant.values())) != 1 or not _is_long(_consonants(written)):
            continue
        name = next(iter(meant))
        if SequenceMatcher(None, _plain(written), _plain(name)).ratio() >= _LIKE:
            yield written, name, meant[name]


def _is_long(sounds: tuple[str, ...]) -> bool:
    return all(len(sound) >= least for sound, least in zip(sounds, _FEWEST, strict=True))


def _plain(name: str) -> str:
    low = unicodedata.normalize("NFKD", name.lower().replace("ł", "l"))
    return "".join(letter for letter in low if not unicodedata.combining(letter))


def _consonants(name: str) -> tuple[str, ...]:
    """Returns the consonants of each word of a name, double ones once, spelt alike across languages."""
    plain = _plain(name)
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    bare = re.sub(r"[aeiouyj'’-]", "", plain)
    return tuple(re.sub(r"(.)\1+", r"\1", word) for word in bare.split(" "))


def is_another(tokens: list[Token], hit: Hit) -> bool:
    """Says whether a person's surname, or a place's name that is a first name too, belongs to somebody else."""
    given = tokens[hit.first].text in load_given_names()
    if hit.last - hit.first != 1 or not (given or hit.name.kind == "person"):
        return False
    before = tokens[hit.first - 1] if hit.first else None
    after = tokens[hit.last] if hit.last < len(tokens) else None
    name = tokens[hit.first]
    if not given and before and name.start - before.end == 1 and _is_first_name(before.text):
        return True
    return bool(after and after.start - name.end == 1 and _is_last_name(after.text))


def _is_first_name(word: str) -> bool:
    low = word.lower()
    if (
        not word[0].isupper()
        or word.isupper()
        or low in load_roles().not_first_names
        or low.endswith("ly")
    ):
        return False
    return not _is_role(low) and not low.endswith(("ing", "ed", "ish", "ian", "ese"))


def _is_last_name(word: str) -> bool:
    return (
        word[0].isupper()
        and not word.isupper()
        and word.lower() not in load_roles().not_last_names
        and not _is_role(word.lower())
    )


def _is_role(low: str) -> bool:
    roles = load_roles()
    lists = (roles.titles, roles.title_modifiers, roles.bodies, roles.officials)
    return any(is_among(words, low) for words in lists)
