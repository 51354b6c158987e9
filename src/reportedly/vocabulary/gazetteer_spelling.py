"""Compares names across transliterations ("Zelenskyy", "Zelensky", "Selenskij"); decides on spelling alone."""

from __future__ import annotations

import re
import unicodedata
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


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """Returns a word without what transliterations differ in: accents, y and i, doubled letters, hissing sounds."""
    folded = unicodedata.normalize("NFKD", word.lower().replace("ł", "l").replace("ø", "o"))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
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
