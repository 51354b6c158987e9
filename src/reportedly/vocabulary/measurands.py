"""Loads and lints `measurands.yaml`: words by which reports say that they count the same thing.

Here lives what the words stand for. Which figures are one measurand is decided in `comparing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import shipped

FILE = "measurands.yaml"

SORTS = frozenset({"stock", "total", "event"})
_OWNERS = frozenset({"party", "place"})


@dataclass(frozen=True, slots=True)
class Thing:
    """A group of words for who or what is counted."""

    id: str
    label: str
    # "party" or "place": what else makes two figures one measurand.
    of: str
    # Nouns in lower case.
    words: frozenset[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """A group of words for what is said of those counted."""

    id: str
    label: str
    # "stock", "total" or "event".
    sort: str
    # Participles and nouns in lower case.
    words: frozenset[str]
    # Ends right before the figure.
    before: re.Pattern[str]
    # Begins right after the figure and its noun.
    after: re.Pattern[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Purpose:
    """A group of words for what money is given for."""

    id: str
    label: str
    words: re.Pattern[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measurands:
    """Everything the file says."""

    things: Mapping[str, Thing]
    happenings: Mapping[str, Happening]
    # "planned" and "added", by their words.
    modes: Mapping[str, re.Pattern[str]]
    # "day", "month", "year", "total", by their words.
    periods: Mapping[str, re.Pattern[str]]
    # The narrower first.
    purposes: Mapping[str, Purpose]

    def thing(self, noun: str) -> Thing | None:
        """Returns the group of a noun phrase, by its longest ending that a group knows; None if none does."""
        words = noun.lower().replace("’", "'").split()
        for start in range(len(words)):
            ending = " ".join(words[start:])
            for form in (ending, _singular(ending)):
                for group in self.things.values():
                    if form in group.words:
                        return group
        return None

    def happening(self, word: str) -> Happening | None:
        """Returns the group of a participle or noun, None if no group has it."""
        low = word.lower()
        return next((one for one in self.happenings.values() if low in one.words), None)


def _singular(phrase: str) -> str:
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith("ss") else phrase


@cache
def load_measurands() -> Measurands:
    """Returns the groups that are shipped.

    Raises:
        VocabularyError: the file breaks its rules.
    """
    return read_measurands(shipped(FILE))


def read_measurands(tree: Any) -> Measurands:  # noqa: ANN401  (YAML is any tree; this checks it)
    """Builds the groups from parsed YAML.

    Raises:
        VocabularyError: a section is missing, a word is in two groups, or a pattern is none.
    """
    sections = {"things", "happenings", "modes", "periods", "purposes"}
    if not isinstance(tree, Mapping) or set(tree) != sections:
        raise _broken(f"the sections {sorted(sections)}", str(tree)[:60])
    things = {name: _thing(name, entry) for name, entry in tree["things"].items()}
    happenings = {name: _happening(name, entry) for name, entry in tree["happenings"].items()}
    _check_once(things.values())
    _check_once(happenings.values())
    return Measurands(
        things,
        happenings,
        {name: _pattern(words, name) for name, words in tree["modes"].items()},
        {name: _pattern(words, name) for name, words in tree["periods"].items()},
        {name: _purpose(name, entry) for name, entry in tree["purposes"].items()},
    )


def _thing(name: str, entry: Mapping[str, Any]) -> Thing:
    _check_keys(name, entry, {"label", "of", "words", "examples"})
    if entry["of"] not in _OWNERS:
        raise _broken(f"one of {sorted(_OWNERS)} as `of`", f"{entry['of']} for {name}")
    return Thing(
        name, entry["label"], entry["of"], frozenset(entry["words"]), tuple(entry["examples"])
    )


def _happening(name: str, entry: Mapping[str, Any]) -> Happening:
    _check_keys(name, entry, {"label", "sort", "words", "before", "after", "examples"})
    if entry["sort"] not in SORTS:
        raise _broken(f"one of {sorted(SORTS)} as `sort`", f"{entry['sort']} for {name}")
    return Happening(
        name,
        entry["label"],
        entry["sort"],
        frozenset(entry["words"]),
        _pattern(rf"\b(?:{entry['before']})\s*$", name),
        _pattern(rf"\s*(?:{entry['after']})\b", name),
        tuple(entry["examples"]),
    )


def _purpose(name: str, entry: Mapping[str, Any]) -> Purpose:
    _check_keys(name, entry, {"label", "words", "examples"})
    return Purpose(name, entry["label"], _pattern(entry["words"], name), tuple(entry["examples"]))


def _check_keys(name: str, entry: Any, keys: set[str]) -> None:  # noqa: ANN401
    if not isinstance(entry, Mapping) or set(entry) != keys or not entry["examples"]:
        raise _broken(f"the keys {sorted(keys)} and an example", f"{entry!r} for {name}")


def _check_once(groups: Iterable[Thing | Happening]) -> None:
    owner: dict[str, str] = {}
    for group in groups:
        for word in group.words:
            if word != word.lower() or owner.setdefault(word, group.id) != group.id:
                came = f"{word!r} in {owner.get(word)} and {group.id}"
                raise _broken("words in lower case, each in one group", came)


def _pattern(words: str, name: str) -> re.Pattern[str]:
    try:
        return re.compile(words, re.IGNORECASE)
    except re.error as error:
        raise _broken("a regular expression", f"{error} for {name}") from error


def _broken(expected: str, came: str) -> VocabularyError:
    return VocabularyError(expected, came, "Mend the entry.", FILE)
