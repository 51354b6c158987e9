"""Words that say what a speaker is: offices, unnamed officials and sources, bodies, documents, the press."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import shipped

_LISTS = (
    "titles",
    "title_modifiers",
    "officials",
    "sources",
    "bodies",
    "experts",
    "documents",
    "outlets",
    "no_party",
    "former",
    "indefinite",
    "cuts",
    "not_first_names",
    "not_last_names",
    "edges",
    "side_heads",
    "state_titles",
    "not_sides",
)


@dataclass(frozen=True, slots=True)
class Roles:
    """The lists of `roles.yaml`, in lower case."""

    # Offices and functions ("foreign minister").
    titles: frozenset[str]
    # Words before a title that belong to it ("deputy").
    title_modifiers: frozenset[str]
    # Heads of phrases for unnamed people in office.
    officials: frozenset[str]
    # Heads of phrases for unnamed people whatever their office.
    sources: frozenset[str]
    # Heads of phrases for a body or a whole side.
    bodies: frozenset[str]
    # Those who study or judge.
    experts: frozenset[str]
    # Writing.
    documents: frozenset[str]
    # The press.
    outlets: frozenset[str]
    # Heads whose adjective does not say whose side it is ("Norlandish territory").
    no_party: frozenset[str]
    # Words that take someone out of office.
    former: frozenset[str]
    # First words that leave open who it is.
    indefinite: frozenset[str]
    # Words at which the head of a phrase ends.
    cuts: frozenset[str]
    # Words that stand capitalised before a surname without being a first name.
    not_first_names: frozenset[str]
    # Words that stand capitalised after a surname without being part of the name.
    not_last_names: frozenset[str]
    # Words at either end of a phrase that are no part of it.
    edges: frozenset[str]
    # What only a side of a conflict has, in the singular: learnt adjectives stand before it ("government").
    side_heads: frozenset[str]
    # Titles that only states have, so that whose they are is a state ("foreign minister").
    state_titles: frozenset[str]
    # Capital words that look like the adjective of a land or like its name, and are none.
    not_sides: frozenset[str]
    # Office of a title ("premier": "head of government"); titles without an entry are their own office.
    offices: dict[str, str]

    def office(self, title: str) -> str:
        """Returns the office that a title names."""
        return self.offices.get(title, title)


@cache
def load_roles() -> Roles:
    """Returns the shipped role words.

    Raises:
        VocabularyError: a list is missing, or an entry is no lower-case word.
    """
    return read_roles(shipped("roles.yaml"), "roles.yaml")


def read_roles(tree: Any, where: str) -> Roles:  # noqa: ANN401  (YAML is any tree)
    """Turns the parsed lists into a record and checks them.

    Raises:
        VocabularyError: a list is missing or unknown, or an entry is no lower-case word.
    """
    if not isinstance(tree, dict) or set(tree) != {*_LISTS, "offices"}:
        came = ", ".join(sorted(tree)) if isinstance(tree, dict) else type(tree).__name__
        raise VocabularyError(", ".join((*_LISTS, "offices")), came, "Mend the keys.", where)
    for key, words in (*((key, tree[key]) for key in _LISTS), *tree["offices"].items()):
        wrong = [word for word in words if not isinstance(word, str) or word != word.lower()]
        if wrong:
            raise VocabularyError(f"lower-case words at '{key}'", f"{wrong}", "Mend them.", where)
    offices = {title: office for office, titles in tree["offices"].items() for title in titles}
    return Roles(**{key: frozenset(tree[key]) for key in _LISTS}, offices=offices)


def singular(word: str) -> str:
    """Returns the singular of a role word in lower case ("ministries": "ministry")."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def is_among(words: frozenset[str], head: str) -> bool:
    """Says whether a head, of one or several words in any number, is in a list."""
    low = head.lower()
    return low in words or singular(low) in words
