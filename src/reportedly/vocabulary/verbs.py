"""Loads and lints `verbs.yaml`: forms of verbs, and which of them say that something rises or falls. Reads no text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import shipped

FILE = "verbs.yaml"
_SECTIONS = frozenset({"regular", "nouns_too", "irregular", "up", "down", "multiples"})
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verbs:
    """Everything of `verbs.yaml`, checked."""

    # Infinitive by a form in -ed or its like ("rose").
    past: Mapping[str, str]
    # Infinitive by a form in -s, of verbs that are hardly ever nouns.
    third: Mapping[str, str]
    # The same of verbs that are as often nouns.
    third_or_noun: Mapping[str, str]
    # Infinitives of verbs that are hardly ever nouns.
    bases: frozenset[str]
    # Infinitive by a form in -ing.
    ing: Mapping[str, str]
    # "up" or "down" by each form of a word that says so.
    directions: Mapping[str, str]
    # Number that a form states by itself ("doubled": 2).
    multiples: Mapping[str, float]


@cache
def load_verbs() -> Verbs:
    """Returns the shipped verbs.

    Raises:
        VocabularyError: the file breaks a rule; the message names it.
    """
    return read_verbs(shipped(FILE))


def read_verbs(tree: Any) -> Verbs:  # noqa: ANN401  (YAML is any tree; this checks it)
    """Checks a parsed `verbs.yaml` and returns its content.

    Raises:
        VocabularyError: a section is missing or a word is none in small letters.
    """
    if not isinstance(tree, Mapping) or set(tree) != _SECTIONS:
        found = sorted(tree) if isinstance(tree, Mapping) else type(tree).__name__
        raise _broken(f"the sections {sorted(_SECTIONS)}", f"{found}")
    words = [*tree["regular"], *tree["nouns_too"], *tree["irregular"], *tree["up"], *tree["down"]]
    strange = [w for w in words if not isinstance(w, str) or not w.isalpha() or w != w.lower()]
    if strange:
        raise _broken("words in small letters", f"{strange[:3]}")
    irregular: Mapping[str, list[str]] = tree["irregular"]
    regular, nouns = set(tree["regular"]), set(tree["nouns_too"])
    every = regular | nouns | set(irregular)
    own = (regular | set(irregular)) - nouns
    past = {form: verb for verb in every for form in _past(verb, irregular)}
    return Verbs(
        past=past,
        third={_third(verb): verb for verb in own},
        third_or_noun={_third(verb): verb for verb in nouns},
        bases=frozenset(own),
        ing={form: verb for verb in every for form in _ing(verb)},
        directions={
            form: way
            for way in ("up", "down")
            for word in tree[way]
            for form in _all(word, irregular)
        },
        multiples={
            form: float(value)
            for verb, value in tree["multiples"].items()
            for form in _all(verb, irregular)
        },
    )


def _past(verb: str, irregular: Mapping[str, Iterable[str]]) -> list[str]:
    if verb in irregular:
        return list(irregular[verb])
    if verb.endswith("e"):
        return [f"{verb}d"]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [f"{verb[:-1]}ied"]
    return [f"{verb}ed", *([f"{verb}{verb[-1]}ed"] if _doubles(verb) else [])]


def _ing(verb: str) -> list[str]:
    if verb.endswith("ie"):
        return [f"{verb[:-2]}ying"]
    stem = (
        verb.removesuffix("e") if not verb.endswith(("ee", "ye", "oe")) and verb != "be" else verb
    )
    return [f"{stem}ing", *([f"{verb}{verb[-1]}ing"] if _doubles(verb) else [])]


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "go")) else f"{verb}s"


def _all(word: str, irregular: Mapping[str, Iterable[str]]) -> set[str]:
    return {word, _third(word), *_past(word, irregular), *_ing(word)}


def _doubles(verb: str) -> bool:
    """Says whether the last letter may be doubled ("drop", "transfer"); both spellings count then."""
    return (
        len(verb) > 2
        and verb[-1] in "bdglmnprt"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
    )


def _broken(expected: str, came: str) -> VocabularyError:
    return VocabularyError(expected, came, "Mend the entry.", FILE)
