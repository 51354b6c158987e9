"""The data of one conflict: its parties with their people, its places, groups of places and reference figures.

Holds the records and the loader with its lint; which stretch of a text names what is `gazetteer`'s matter.
The format is described in docs/dossiers.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import isfinite
from pathlib import Path
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.model.dates import is_edtf
from reportedly.vocabulary.loading import parse_yaml
from reportedly.vocabulary.outlets import KINDS as OUTLET_KINDS
from reportedly.vocabulary.outlets import Outlet, is_domain

PLACE_KINDS = frozenset(
    {
        "region",
        "city",
        "town",
        "village",
        "district",
        "peninsula",
        "river",
        "sea",
        "line",
        "area",
        "site",
    }
)
"""Kinds of place a dossier may name."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A trusted value with the source that states it."""

    value: float
    # UCUM-like short name ("km2", "people").
    unit: str
    # Who states it, with the title of the work where there is one.
    source: str
    # When it holds, in EDTF; None where it does not change.
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who speaks or acts for a party."""

    # Name in full, in the spelling to be printed.
    name: str
    # Other spellings and transliterations; the last word of `name` is added by the gazetteer.
    aliases: tuple[str, ...] = ()
    # Office or function ("president").
    role: str = ""
    # When it was held, in EDTF; None where open.
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """An institution of a party."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A side of the negotiation, or a state or organisation that takes part in it."""

    # CLDR short English name of a state, an organisation's usual short name, or the name of an invented side.
    name: str
    # "state", "organisation" or "armed group".
    kind: str
    aliases: tuple[str, ...] = ()
    # "Norlandish".
    adjectives: tuple[str, ...] = ()
    # "Norlanders".
    demonyms: tuple[str, ...] = ()
    # Capital or seat, where its name alone stands for the party.
    capitals: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A region, city or other place that reports on this conflict measure or name."""

    name: str
    # One of `PLACE_KINDS`.
    kind: str
    aliases: tuple[str, ...] = ()
    # Name of the place or party it is a part of by international law; None if not stated.
    part_of: str | None = None
    area: Reference | None = None
    population: Reference | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Several places that reports speak of as one ("the four oblasts")."""

    name: str
    aliases: tuple[str, ...] = ()
    # Names of the places in it.
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceFigure:
    """A trusted figure that is no place's area or population."""

    name: str
    reference: Reference
    # What is counted or measured.
    measured_entity: str = ""
    # Which property of it.
    measured_property: str = ""
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known beforehand about one conflict."""

    # Short name, as in the file's name.
    id: str
    # Title for people.
    name: str
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    groups: tuple[Group, ...] = ()
    figures: tuple[ReferenceFigure, ...] = ()
    # Agencies, outlets and think tanks that the general list does not have, or has otherwise.
    outlets: tuple[Outlet, ...] = ()

    def party(self, name: str) -> Party | None:
        """Returns the party of this name, None if the dossier has none."""
        return next((party for party in self.parties if party.name == name), None)

    def place(self, name: str) -> Place | None:
        """Returns the place of this name or alias, None if the dossier has none."""
        return next((place for place in self.places if name in (place.name, *place.aliases)), None)

    def group(self, name: str) -> Group | None:
        """Returns the group of this name or alias, None if the dossier has none."""
        return next((group for group in self.groups if name in (group.name, *group.aliases)), None)

    def members(self, group: str) -> tuple[Place, ...]:
        """Returns the places of a group, () if the dossier does not know it."""
        found = self.group(group)
        places = (self.place(name) for name in (found.members if found else ()))
        return tuple(place for place in places if place)


def load_dossier(name_or_path: str | Path) -> Dossier:
    """Loads a dossier that is shipped ("ukraine") or that lies at a path ("my/dossier.yaml").

    Raises:
        VocabularyError: there is none, or it breaks a rule; the message names file, entry and rule.
    """
    name = str(name_or_path)
    if name in shipped_dossiers():
        return _shipped_dossier(name)
    path = Path(name)
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        choice = ", ".join(shipped_dossiers())
        raise VocabularyError(
            f"a dossier's path or one of: {choice}", str(error), "Give another name or path.", name
        ) from error
    return read_dossier(parse_yaml(text, name), name)


@cache
def shipped_dossiers() -> tuple[str, ...]:
    """Returns the names of the dossiers that come with the program."""
    folder = files("reportedly.vocabulary").joinpath("dossiers")
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def _shipped_dossier(name: str) -> Dossier:
    file = files("reportedly.vocabulary").joinpath("dossiers", f"{name}.yaml")
    return read_dossier(parse_yaml(file.read_text("utf-8"), f"{name}.yaml"), f"{name}.yaml")


def read_dossier(tree: Any, where: str) -> Dossier:  # noqa: ANN401  (YAML is any tree)
    """Turns a parsed dossier file into records and checks it.

    Args:
        tree: what the YAML holds.
        where: name of the file, for messages.

    Raises:
        VocabularyError: an entry breaks a rule.
    """
    entry = _Entry(tree, where, "dossier")
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
    _check_names(dossier, where)
    return dossier


class _Entry:
    """One mapping of the file, with readers that complain by name."""

    def __init__(self, tree: object, where: str, path: str) -> None:
        self.where, self.path = where, path
        if not isinstance(tree, dict):
            raise self.wrong("keys and values", type(tree).__name__)
        self.tree: dict[str, Any] = tree
        if isinstance(tree.get("name"), str):
            self.path = f"{path} {tree['name']!r}"

    def wrong(self, expected: str, came: str) -> VocabularyError:
        return VocabularyError(
            f"{expected} in {self.path}", came, "Mend that entry (docs/dossiers.md).", self.where
        )

    def allow(self, *keys: str) -> None:
        unknown = sorted(set(map(str, self.tree)) - set(keys))
        if unknown:
            raise self.wrong("only the keys " + ", ".join(keys), ", ".join(unknown))

    def words(self, key: str, default: str | None = None) -> str:
        value = self.tree.get(key, default)
        if not isinstance(value, str) or (not value.strip() and default is None):
            raise self.wrong(f"words at '{key}'", repr(value))
        return value

    def name_or_none(self, key: str) -> str | None:
        return self.words(key) if self.tree.get(key) is not None else None

    def date(self, key: str) -> str | None:
        value = self.tree.get(key)
        if value is None:
            return None
        if not is_edtf(str(value)):
            raise self.wrong(f"an EDTF date at '{key}'", repr(value))
        return str(value)

    def names(self, key: str) -> tuple[str, ...]:
        value = self.tree.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self.wrong(
                f"a list of names at '{key}' (quote what YAML reads otherwise)", repr(value)
            )
        return tuple(value)

    def items(self, key: str) -> Iterator[_Entry]:
        value = self.tree.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(f"a list at '{key}'", type(value).__name__)
        for number, item in enumerate(value, 1):
            yield _Entry(item, self.where, f"{self.path}, {key} {number}")

    def reference(self, key: str, unit: str) -> Reference | None:
        if self.tree.get(key) is None:
            return None
        entry = _Entry(self.tree[key], self.where, f"{self.path}, {key}")
        entry.allow("value", "source", "as_of")
        return entry.own_reference(unit)

    def own_reference(self, unit: str) -> Reference:
        value = self.tree.get("value")
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong("a number at 'value'", repr(value))
        if not isfinite(value) or value < 0:
            raise self.wrong("a number of at least 0 at 'value'", repr(value))
        return Reference(float(value), unit, self.words("source"), self.date("as_of"))


def _party(entry: _Entry) -> Party:
    entry.allow("name", "kind", "aliases", "adjectives", "demonyms", "capitals", "people", "bodies")
    kind = entry.words("kind", "state")
    if kind not in ("state", "organisation", "armed group"):
        raise entry.wrong("'state', 'organisation' or 'armed group' at 'kind'", kind)
    return Party(
        name=entry.words("name"),
        kind=kind,
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
    kind = entry.words("kind")
    if kind not in PLACE_KINDS:
        raise entry.wrong("one of " + ", ".join(sorted(PLACE_KINDS)) + " at 'kind'", kind)
    return Place(
        name=entry.words("name"),
        kind=kind,
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
    entry.allow("name", "kind", "aliases", "domain")
    kind, domain = entry.words("kind"), entry.words("domain", "")
    if kind not in OUTLET_KINDS:
        raise entry.wrong("one of " + ", ".join(sorted(OUTLET_KINDS)) + " at 'kind'", kind)
    if domain and not is_domain(domain):
        raise entry.wrong("a domain like 'courier.example' at 'domain'", domain)
    name = entry.words("name")
    return Outlet(name, kind, "", domain, forms=(name, *entry.names("aliases")), guarded=())


def _check_names(dossier: Dossier, where: str) -> None:
    """Checks what no entry can know alone: names used once, and references to names that exist."""
    places = [place.name for place in dossier.places]
    known = {*places, *(party.name for party in dossier.parties)}
    for names, what in (
        ([party.name for party in dossier.parties], "party"),
        (places, "place"),
        ([group.name for group in dossier.groups], "group"),
        ([form for outlet in dossier.outlets for form in outlet.forms], "name of an outlet"),
        ([person.name for party in dossier.parties for person in party.people], "person"),
    ):
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise _name_error(f"each {what} once", ", ".join(twice), where)
    for place in dossier.places:
        if place.part_of and place.part_of not in known:
            raise _name_error(
                f"'part_of' of {place.name!r} among parties and places", place.part_of, where
            )
    for group in dossier.groups:
        missing = [name for name in group.members if name not in places]
        if missing or not group.members:
            came = ", ".join(missing) or "no member"
            raise _name_error(f"members of {group.name!r} among the places", came, where)


def _name_error(expected: str, came: str, where: str) -> VocabularyError:
    return VocabularyError(expected, came, "Mend that entry (docs/dossiers.md).", where)
