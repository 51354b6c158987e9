"""Compares names across transliterations ("Zelenskyy", "Zelensky", "Selenskij"); decides on spelling alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache

ALIKE = 0.8
"""Share of letters in common from which two skeletons are one name; set by eye on machine-translated news."""

_RULES = (
    (r"[’'ʼ`-]", ""),
    (r"kh|h", "h"),
    (r"shch|sch|sh|ch|cz|sz|tch", "s"),
    (r"zh|z", "z"),
    (r"ph", "f"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"[yijй]+", "i"),
    (r"(.)\1", r"\1"),
    (r"ie", "e"),
    (r"ia", "a"),
    (r"i+$", "i"),
)


_PAIR = re.compile(r"(?=\b([^\W\d_a-z][^\W\d_]{2,}\s[^\W\d_a-z][^\W\d_]{3,})\b)")
_SOUNDS = (
    ("sch", "s"), ("sz", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("w", "v"), ("x", "ks"), ("c", "k"),
)  # fmt: skip
"""Letters that stand for one sound in the spellings of different languages, the longer first."""

_FEWEST = (2, 3)
"""Consonants that a first name and a family name must have at least to be compared."""

_LIKE = 0.7
"""Least share of letters that two spellings have in common, by `difflib`; chosen on spellings of a dozen names."""


def folded(name: str) -> str:
    """Returns a name in small letters without accents."""
    low = unicodedata.normalize("NFKD", name.lower().replace("ł", "l"))
    return "".join(letter for letter in low if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """Returns a word without what transliterations differ in: accents, y and i, doubled letters, hissing sounds."""
    plain = folded(word).replace("ø", "o")
    for pattern, letters in _RULES:
        plain = re.sub(pattern, letters, plain)
    return plain


def is_spelling_of(name: str, other: str) -> bool:
    """Says whether two full names are one: surnames and first names alike, both with the same first sound."""
    mine, theirs = name.split(), other.split()
    if len(mine) < 2 or len(theirs) < 2:
        return False
    return _alike(mine[-1], theirs[-1]) and _alike(mine[0], theirs[0])


def _alike(word: str, other: str) -> bool:
    left, right = skeleton(word), skeleton(other)
    if not left or not right or left[0] != right[0]:
        return False
    return left == right or (
        min(len(left), len(right)) > 3 and SequenceMatcher(None, left, right).ratio() >= ALIKE
    )


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
        if SequenceMatcher(None, folded(written), folded(name)).ratio() >= _LIKE:
            yield written, name, meant[name]


def _is_long(sounds: tuple[str, ...]) -> bool:
    return all(len(sound) >= least for sound, least in zip(sounds, _FEWEST, strict=True))


def _consonants(name: str) -> tuple[str, ...]:
    """Returns the consonants of each word of a name, double ones once, spelt alike across languages."""
    plain = folded(name)
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    bare = re.sub(r"[aeiouyj'’-]", "", plain)
    return tuple(re.sub(r"(.)\1+", r"\1", word) for word in bare.split(" "))
