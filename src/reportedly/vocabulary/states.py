"""States with the words that stand for them; organisations are in `organisations`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import shipped


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory and its names."""

    # ISO 3166-1 code of two letters.
    iso: str
    # CLDR short English name.
    name: str
    # "Russian".
    adjectives: tuple[str, ...]
    # Plural demonyms ("Russians").
    people: tuple[str, ...]
    # Capitals and seats of government whose name stands for it.
    capitals: tuple[str, ...]
    # Other names of the state.
    aliases: tuple[str, ...]
    # Where its head or government sits, whose name is its voice ("Kremlin").
    seats: tuple[str, ...]
    # Other buildings, offices and bodies that stand for a part of it ("Pentagon").
    metonyms: tuple[str, ...]


_LISTS = ("adjectives", "people", "capitals", "aliases", "seats", "metonyms")


@cache
def load_states() -> tuple[State, ...]:
    """Returns all states of `states.yaml`.

    Raises:
        VocabularyError: an entry breaks a rule.
    """
    return read_states(shipped("states.yaml"), "states.yaml")


@cache
def state_names() -> frozenset[str]:
    """Returns the names of all states, as parties bear them."""
    return frozenset(state.name for state in load_states())


@cache
def state_seats() -> frozenset[str]:
    """Returns the names of the seats of all governments."""
    return frozenset(seat for state in load_states() for seat in state.seats)


def read_states(tree: Any, where: str) -> tuple[State, ...]:  # noqa: ANN401  (YAML is any tree)
    """Turns the parsed list of states into records and checks it.

    Raises:
        VocabularyError: an entry lacks its code or name, has an unknown key, or a word stands for two states.
    """
    states = tuple(_state(entry, where) for entry in tree["states"])
    owners: dict[str, str] = {}
    for state in states:
        for word in (state.name, *(word for key in _LISTS for word in getattr(state, key))):
            owner = owners.setdefault(word, state.iso)
            if owner != state.iso:
                raise _error(
                    "each word for one state", f"{word!r} of {owner} and {state.iso}", where
                )
    return states


def _state(entry: dict[str, Any], where: str) -> State:
    unknown = sorted(set(entry) - {"iso", "name", *_LISTS})
    if unknown or not all(isinstance(entry.get(key), str) for key in ("iso", "name")):
        raise _error("iso, name and lists of words", f"{unknown or entry}", where)
    for key in _LISTS:
        if not all(isinstance(word, str) for word in entry.get(key, [])):
            raise _error(f"words at '{key}' of {entry['name']}", f"{entry[key]}", where)
    lists = {key: tuple(entry.get(key, ())) for key in _LISTS}
    return State(iso=entry["iso"], name=entry["name"], **lists)


def _error(expected: str, came: str, where: str) -> VocabularyError:
    return VocabularyError(expected, came, "Mend that entry.", where)
