"""Reads the entries of a parsed dossier into records, and notes every rule that one breaks.

What is wrong is left out of the records and noted as a `Fault`, so that one reading finds all faults.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from reportedly.model.dates import is_edtf
from reportedly.vocabulary.dossier import (
    PARTY_KINDS,
    PLACE_KINDS,
    Body,
    Dossier,
    Group,
    Party,
    Person,
    Place,
    Reference,
    ReferenceFigure,
)
from reportedly.vocabulary.outlets import KINDS as OUTLET_KINDS
from reportedly.vocabulary.outlets import Outlet, is_domain

Path = tuple[str | int, ...]
"""Keys and numbers, from 0, that lead from the top of the file to an entry or value."""

MEND = "Mend that entry (docs/dossiers.md)."
"""What to do where nothing better can be said."""

_LARGEST = 1e15
"""No area, population or figure is larger; neither infinity nor "not a number" is at most this."""

_SHOWN = 60
"""Characters of a wrong value that a message shows."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a dossier, or doubtful in it."""

    # "error": the dossier is refused; "warning": it works, with less in it than it seems;
    # "note": what the ledger has and the dossier has not.
    severity: str
    # Where in the file; () for the file as a whole.
    path: Path
    expected: str
    came: str
    to_do: str
    # Line of the file, from 1; None if there is none to name.
    line: int | None = None

    def __str__(self) -> str:
        """Returns the message in its three parts."""
        return f"expected {self.expected}; found {self.came}. {self.to_do}"


def read_entries(tree: object) -> tuple[Dossier, list[Fault]]:
    """Returns what can be read of a parsed dossier, and its faults in the order of reading."""
    faults: list[Fault] = []
    entry = _Entry(tree, "dossier", (), faults)
    entry.allow("id", "name", "parties", "places", "groups", "figures", "outlets")
    dossier = Dossier(
        id=entry.words("id"),
        name=entry.words("name"),
        parties=tuple(_party(item) for item in entry.items("parties")),
        places=tuple(_place(item) for item in entry.items("places")),
        groups=tuple(_group(item) for item in entry.items("groups")),
        figures=tuple(_figure(item) for item in entry.items("figures")),
        outlets=tuple(_outlet(item) for item in entry.items("outlets")),
    )
    faults.extend(_wrong_names(dossier))
    return dossier, faults


class _Entry:
    """One mapping of the file, with readers that note by name what is wrong and go on without it."""

    def __init__(self, tree: object, words: str, path: Path, faults: list[Fault]) -> None:
        self.at, self.path, self.faults = words, path, faults
        self.tree: dict[str, Any] = tree if isinstance(tree, dict) else {}
        if not isinstance(tree, dict):
            self.wrong("keys and values", type(tree).__name__)
            self.faults = []  # said once; that it lacks its keys follows from it
        elif isinstance(tree.get("name"), str):
            self.at = f"{words} {tree['name']!r}"

    def wrong(self, expected: str, came: str, key: str = "", to_do: str = MEND) -> None:
        path = (*self.path, key) if key else self.path
        self.faults.append(Fault("error", path, f"{expected} in {self.at}", came, to_do))

    def allow(self, *keys: str) -> None:
        unknown = sorted(set(map(str, self.tree)) - set(keys))
        for key in unknown:
            near = get_close_matches(key, keys, n=1)
            to_do = f"Did you mean '{near[0]}'?" if near else MEND
            self.wrong("only the keys " + ", ".join(keys), key, key, to_do)

    def words(self, key: str, default: str | None = None) -> str:
        value = self.tree.get(key, default)
        if not isinstance(value, str) or (not value.strip() and default is None):
            self.wrong(f"words at '{key}'", _shown(value), key)
            return ""
        return value

    def one_of(self, key: str, choice: Iterable[str], default: str | None = None) -> str:
        value, known = self.words(key, default), tuple(choice)
        if value and value not in known:
            near = get_close_matches(value, known, n=1)
            to_do = f"Did you mean '{near[0]}'?" if near else "Choose one of them."
            self.wrong(f"one of {', '.join(known)} at '{key}'", _shown(value), key, to_do)
        return value

    def name_or_none(self, key: str) -> str | None:
        return self.words(key) if self.tree.get(key) is not None else None

    def is_true(self, key: str) -> bool:
        value = self.tree.get(key, False)
        if not isinstance(value, bool):
            self.wrong(f"true or false at '{key}'", _shown(value), key)
        return value is True

    def date(self, key: str) -> str | None:
        value = self.tree.get(key)
        if value is None:
            return None
        if not is_edtf(str(value)):
            to_do = 'Write it like "2021", "2021-03" or "2021-03-15", in quotes.'
            self.wrong(f"an EDTF date at '{key}'", _shown(value), key, to_do)
            return None
        return str(value)

    def names(self, key: str) -> tuple[str, ...]:
        value = self.tree.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            self.wrong(
                f"a list of names at '{key}' (quote what YAML reads otherwise)", _shown(value), key
            )
            return ()
        return tuple(value)

    def items(self, key: str) -> Iterator[_Entry]:
        value = self.tree.get(key, [])
        if not isinstance(value, list):
            self.wrong(f"a list at '{key}'", type(value).__name__, key)
            return
        for number, item in enumerate(value):
            words = f"{self.at}, {key} {number + 1}"
            yield _Entry(item, words, (*self.path, key, number), self.faults)

    def reference(self, key: str, unit: str) -> Reference | None:
        if self.tree.get(key) is None:
            return None
        entry = _Entry(self.tree[key], f"{self.at}, {key}", (*self.path, key), self.faults)
        entry.allow("value", "source", "as_of")
        return entry.own_reference(unit)

    def own_reference(self, unit: str) -> Reference:
        value = self.tree.get("value")
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong("a number at 'value'", _shown(value), "value", "Write digits, no quotes.")
            value = 0
        elif not 0 <= value <= _LARGEST:
            self.wrong("a number of at least 0 at 'value'", _shown(value), "value")
            value = 0
        return Reference(float(value), unit, self.words("source"), self.date("as_of"))


def _shown(value: object) -> str:
    words = "nothing" if value is None else repr(value)
    return words if len(words) <= _SHOWN else words[:_SHOWN] + " …"


def _party(entry: _Entry) -> Party:
    entry.allow("name", "kind", "aliases", "adjectives", "demonyms", "capitals", "people", "bodies")
    return Party(
        name=entry.words("name"),
        kind=entry.one_of("kind", PARTY_KINDS, "state"),
        aliases=entry.names("aliases"),
        adjectives=entry.names("adjectives"),
        demonyms=entry.names("demonyms"),
        capitals=entry.names("capitals"),
        people=tuple(_person(item) for item in entry.items("people")),
        bodies=tuple(_body(item) for item in entry.items("bodies")),
    )


def _person(entry: _Entry) -> Person:
    entry.allow("name", "aliases", "role", "since", "until")
    return Person(
        name=entry.words("name"),
        aliases=entry.names("aliases"),
        role=entry.words("role", ""),
        since=entry.date("since"),
        until=entry.date("until"),
    )


def _body(entry: _Entry) -> Body:
    entry.allow("name", "aliases")
    return Body(entry.words("name"), entry.names("aliases"))


def _place(entry: _Entry) -> Place:
    entry.allow("name", "kind", "aliases", "part_of", "area_km2", "population")
    return Place(
        name=entry.words("name"),
        kind=entry.one_of("kind", sorted(PLACE_KINDS)),
        aliases=entry.names("aliases"),
        part_of=entry.name_or_none("part_of"),
        area=entry.reference("area_km2", "km2"),
        population=entry.reference("population", "people"),
    )


def _group(entry: _Entry) -> Group:
    entry.allow("name", "aliases", "members")
    return Group(entry.words("name"), entry.names("aliases"), entry.names("members"))


def _figure(entry: _Entry) -> ReferenceFigure:
    entry.allow(
        "name", "value", "unit", "source", "as_of", "measured_entity", "measured_property", "place"
    )
    return ReferenceFigure(
        name=entry.words("name"),
        reference=entry.own_reference(entry.words("unit")),
        measured_entity=entry.words("measured_entity", ""),
        measured_property=entry.words("measured_property", ""),
        place=entry.name_or_none("place"),
    )


def _outlet(entry: _Entry) -> Outlet:
    entry.allow("name", "kind", "aliases", "domain", "country", "state_run")
    name, domain = entry.words("name"), entry.words("domain", "")
    if domain and not is_domain(domain):
        to_do = "Write the site's name alone, without https:// and what follows it."
        entry.wrong("a domain like 'courier.example' at 'domain'", _shown(domain), "domain", to_do)
    state_run, country = entry.is_true("state_run"), entry.words("country", "")
    if state_run and not country:
        to_do = "Name the party whose government runs it."
        entry.wrong("a 'country' with 'state_run'", "none", "state_run", to_do)
    return Outlet(
        name,
        entry.one_of("kind", sorted(OUTLET_KINDS)),
        country,
        domain,
        forms=(name, *entry.names("aliases")),
        guarded=(),
        state_run=state_run,
    )


def _wrong_names(dossier: Dossier) -> Iterator[Fault]:
    """Yields what no entry can know alone: names used twice, and references to names that are not there."""
    places = {place.name for place in dossier.places}
    sides = {party.name for party in dossier.parties}
    for found, what in _namings(dossier):
        yield from _twice(found, what)
    for number, place in enumerate(dossier.places):
        if place.part_of and place.part_of not in places | sides:
            path: Path = ("places", number, "part_of")
            expected = f"'part_of' of {place.name!r} among parties and places"
            yield _unknown(path, expected, place.part_of, places | sides)
    for number, group in enumerate(dossier.groups):
        path, expected = (
            ("groups", number, "members"),
            f"members of {group.name!r} among the places",
        )
        if group.name and not group.members:
            yield Fault("error", path[:2], expected, "no member", "Name places listed above.")
        for member in group.members:
            if member not in places:
                yield _unknown(path, expected, member, places)


def _namings(dossier: Dossier) -> Iterator[tuple[list[tuple[str, Path]], str]]:
    """Yields the names that must differ, with where each stands, and what they name."""
    yield [(one.name, ("parties", at)) for at, one in enumerate(dossier.parties)], "party"
    yield [(one.name, ("places", at)) for at, one in enumerate(dossier.places)], "place"
    yield [(one.name, ("groups", at)) for at, one in enumerate(dossier.groups)], "group"
    forms: list[tuple[str, Path]] = [
        (form, ("outlets", at)) for at, one in enumerate(dossier.outlets) for form in one.forms
    ]
    yield forms, "name of an outlet"
    people: list[tuple[str, Path]] = [
        (one.name, ("parties", at, "people", number))
        for at, party in enumerate(dossier.parties)
        for number, one in enumerate(party.people)
    ]
    yield people, "person"


def _twice(found: Iterable[tuple[str, Path]], what: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for name, path in found:
        if name and name in seen:
            to_do = "Make one entry of both."
            yield Fault("error", path, f"each {what} once", f"{name!r} again", to_do)
        seen.add(name)


def _unknown(path: Path, expected: str, came: str, known: Iterable[str]) -> Fault:
    near = get_close_matches(came, list(known), n=1, cutoff=0.75)
    to_do = f"Did you mean {near[0]!r}?" if near else "List it, or name one that is listed."
    return Fault("error", path, expected, repr(came), to_do)
