"""The data of one conflict: its parties with their people, its places, groups of places and reference figures.

Holds the records; reading a file is `dossier_loading`'s matter, and which stretch of a text names what
`gazetteer`'s. The format is described in docs/dossiers.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.vocabulary.outlets import Outlet

PARTY_KINDS = ("state", "organisation", "armed group")
"""Kinds of party a dossier may name."""

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
