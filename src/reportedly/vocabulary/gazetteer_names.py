"""Gathers the forms of all names: states, organisations, the dossier, outlets. Finds nothing itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportedly.vocabulary.dossier import Dossier, Party
from reportedly.vocabulary.gazetteer_index import Name
from reportedly.vocabulary.organisations import load_not_names, load_organisations, load_regions
from reportedly.vocabulary.public_life import load_public_life, public_people
from reportedly.vocabulary.states import load_states

Form = tuple[str, Name]
"""Words as written and what they stand for."""

_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})

FAMILY_NAME_FIRST = frozenset({"China", "Taiwan", "North Korea", "South Korea", "Vietnam"})
"""States whose people's family name stands first."""


def all_forms(dossier: Dossier | None) -> Iterator[Form]:
    """Yields every form, the most specific source first: the dossier's word goes before the general lists'."""
    for words in load_not_names():
        yield words, Name(words, "")
    if dossier is not None:
        yield from _dossier_forms(dossier)
    yield from _state_forms()
    yield from _organisation_forms()
    yield from _public_forms(dossier)


def _public_forms(dossier: Dossier | None) -> Iterator[Form]:
    parties = dossier.parties if dossier else ()
    for spelling, name, by_surname in public_people(
        (person.name, party.name) for party in parties for person in party.people
    ):
        yield spelling, name
        if by_surname:
            yield from ((form, name) for form in short_forms(spelling, name.party))
    for form, party in load_public_life().bodies:
        yield form, Name(form, "body", party)


def _state_forms() -> Iterator[Form]:
    for state in load_states():
        for words in (state.name, *state.aliases):
            yield words, Name(state.name, "state", state.name)
        for words in state.capitals:
            yield words, Name(words, "capital", state.name)
        for words in (*state.adjectives, *state.people):
            yield words, Name(state.name, "adjective", state.name)
        for words in (*state.seats, *state.metonyms):
            yield words, Name(words, "body", state.name)


def _organisation_forms() -> Iterator[Form]:
    for body in load_organisations():
        for words in (body.name, *body.aliases):
            yield words, Name(body.name, "organisation", body.name)
        for words in (*body.adjectives, *body.people):
            yield words, Name(body.name, "adjective", body.name)
    for region in load_regions():
        for words in (region.name, *region.aliases):
            yield words, Name(region.name, "place")
        for words in (*region.adjectives, *region.people):
            yield words, Name(region.name, "adjective")


def _dossier_forms(dossier: Dossier) -> Iterator[Form]:
    for group in dossier.groups:
        for words in (group.name, *group.aliases):
            yield words, Name(group.name, "place")
    for party in dossier.parties:
        yield from _party_forms(party)
    for party in dossier.parties:
        yield from _people_forms(party, dossier)
    for place in dossier.places:
        for words in (place.name, *place.aliases):
            yield words, Name(place.name, "place")


def _party_forms(party: Party) -> Iterator[Form]:
    kind = "state" if party.kind == "state" else "organisation"
    for words in (party.name, *party.aliases):
        yield words, Name(party.name, kind, party.name)
    for words in party.capitals:
        yield words, Name(words, "capital", party.name)
    for words in (*party.adjectives, *party.demonyms):
        yield words, Name(party.name, "adjective", party.name)
    for body in party.bodies:
        for words in (body.name, *body.aliases):
            yield words, Name(body.name, "body", party.name)


def _people_forms(party: Party, dossier: Dossier) -> Iterator[Form]:
    surnames = Counter(surname(one.name) for side in dossier.parties for one in side.people)
    for person in party.people:
        named = Name(person.name, "person", party.name)
        for words in (person.name, *person.aliases):
            yield words, named
        for words in {surname(person.name), *map(surname, person.aliases)}:
            if surnames[words] <= 1:
                yield words, named


def short_forms(name: str, party: str | None) -> tuple[str, ...]:
    """Returns what somebody is called once the full name has been given: the family name, with its particles."""
    words = [word for word in name.split() if word not in _SUFFIXES]
    if len(words) < 2:
        return ()
    if party in FAMILY_NAME_FIRST and len(words) < 4 and len(words[0]) < 6:
        return (words[0],)
    first = next((at for at, word in enumerate(words[1:], 1) if word.islower()), len(words) - 1)
    return tuple(dict.fromkeys((" ".join(words[first:]), words[-1])))


def surname(name: str) -> str:
    """Returns the last word of a person's name, without "Jr." and the like."""
    words = [word for word in name.split() if word not in _SUFFIXES]
    return words[-1] if words else name
