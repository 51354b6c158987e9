"""Organisations that can be a party, regions that are none, and words that only look like names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import shipped

KINDS = frozenset(
    {
        "international",
        "armed group",
        "court",
        "movement",
        "government",
        "former state",
        "region",
        "territory",
    }
)
"""Kinds an entry may have; `region` is set for the entries of the second list that state none."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, armed group or region and its names."""

    # Usual short name.
    name: str
    # One of `KINDS`.
    kind: str
    # Other names, and bodies that speak for it.
    aliases: tuple[str, ...] = ()
    # "Houthi".
    adjectives: tuple[str, ...] = ()
    # Plural demonyms ("Europeans").
    people: tuple[str, ...] = ()


@cache
def load_organisations() -> tuple[Organisation, ...]:
    """Returns the organisations of `organisations.yaml`.

    Raises:
        VocabularyError: an entry breaks a rule.
    """
    tree = shipped("organisations.yaml")
    return tuple(_organisation(entry, "organisations.yaml") for entry in tree["organisations"])


@cache
def load_regions() -> tuple[Organisation, ...]:
    """Returns the regions of `organisations.yaml`: mentioned often, but no party."""
    tree = shipped("organisations.yaml")
    entries = ({"kind": "region", **entry} for entry in tree["regions"])
    return tuple(_organisation(entry, "organisations.yaml") for entry in entries)


@cache
def load_not_names() -> tuple[str, ...]:
    """Returns words that hold a name and stand for something else ("New Mexico")."""
    return tuple(shipped("organisations.yaml")["not_names"])


@cache
def load_given_names() -> frozenset[str]:
    """Returns names of states and capitals that are people's first names too."""
    return frozenset(shipped("organisations.yaml")["given_names"])


def _organisation(entry: dict[str, Any], where: str) -> Organisation:
    lists = {key: entry.get(key, []) for key in ("aliases", "adjectives", "people")}
    unknown = sorted(set(entry) - {"name", "kind", *lists})
    words = [entry.get("name"), *(word for value in lists.values() for word in value)]
    if unknown or entry.get("kind") not in KINDS or not all(isinstance(w, str) for w in words):
        raise VocabularyError(
            "name, kind and lists of words", f"{unknown or entry}", "Mend that entry.", where
        )
    return Organisation(
        entry["name"], entry["kind"], **{key: tuple(value) for key, value in lists.items()}
    )
