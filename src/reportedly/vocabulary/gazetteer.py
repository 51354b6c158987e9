"""The vocabulary of names joined: finds mentions, and tells the party and the person that words stand for.

The lists are in `gazetteer_names`, the search in `gazetteer_index`, the reading of a phrase in
`gazetteer_parties`, names learnt from a text in `gazetteer_learning`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.model import Mention, SpeakerKind
from reportedly.vocabulary.dossier import Dossier
from reportedly.vocabulary.gazetteer_descriptions import find_descriptions, known_offices
from reportedly.vocabulary.gazetteer_index import Hit, Index, Name, Token, span_of, tokens_of
from reportedly.vocabulary.gazetteer_learning import holders_of, labels_of, learn_people
from reportedly.vocabulary.gazetteer_names import all_forms, short_forms
from reportedly.vocabulary.gazetteer_parties import parties_of_phrase
from reportedly.vocabulary.gazetteer_people import is_another
from reportedly.vocabulary.gazetteer_regions import as_regions
from reportedly.vocabulary.gazetteer_sides import learn_sides
from reportedly.vocabulary.gazetteer_speakers import (
    kind_of_phrase,
    name_of_phrase,
    person_of_phrase,
)
from reportedly.vocabulary.gazetteer_spelling import other_spellings
from reportedly.vocabulary.outlets import find_outlets, knowing, state_behind
from reportedly.vocabulary.public_life import public_people


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names of states, organisations, people, bodies, places and outlets. Immutable; pickles."""

    # Forms and what they stand for.
    index: Index
    # The dossier it was made with, None without one.
    dossier: Dossier | None = None
    # Who is meant by an office and party, or by a title alone, in the text it has learnt from.
    offices: tuple[tuple[tuple[str, str | None], Name], ...] = ()

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Returns the names found in a text: ascending, not overlapping, the longest of those that compete.

        Takes time linear in the text.
        """
        tokens = tokens_of(text)
        found = [
            _mention(tokens, hit)
            for hit in self.index.hits(tokens)
            if hit.name.kind and not is_another(tokens, hit)
        ]
        with knowing(self.dossier.outlets if self.dossier else ()):
            merged = _merge(found, find_outlets(text))
        if self.offices:
            merged = _merge(merged, find_descriptions(text, merged, dict(self.offices)))
        return tuple(as_regions(text, merged, self.dossier))

    def party_of(self, words: str) -> str | None:
        """Returns the one party that a source or agent phrase belongs to, None if none, several or unclear."""
        parties, clear = parties_of_phrase(words, self.mentions(words))
        return parties[0] if clear and len(parties) == 1 else None

    def parties_of(self, words: str) -> tuple[str, ...]:
        """Returns every party that a phrase speaks for ("Norlandish and Sudrian officials"), in its order."""
        return parties_of_phrase(words, self.mentions(words))[0]

    def speaker_kind(self, words: str) -> SpeakerKind:
        """Returns what kind of speaker a source phrase makes."""
        return kind_of_phrase(words, self.mentions(words))

    def person(self, words: str) -> Mention | None:
        """Returns the known person that a source phrase is about as its head, None if there is none."""
        return person_of_phrase(words, self.mentions(words))

    def person_name(self, words: str) -> str | None:
        """Returns the bare name of a person whom no list knows, out of a source phrase; None if it has none."""
        return name_of_phrase(words, self.mentions(words))

    def state_behind(self, outlet: str) -> str | None:
        """Returns the side whose government runs the outlet of this name, None for any other outlet."""
        with knowing(self.dossier.outlets if self.dossier else ()):
            return state_behind(outlet)

    def learn(self, text: str) -> Gazetteer:
        """Returns a gazetteer that also knows a text's own sides and bodies, and people with office and side."""
        sides = learn_sides(text, self.mentions(text))
        return _with_people(self.with_names(sides) if sides else self, text)

    def people(self) -> tuple[tuple[str, str], ...]:
        """Returns name and party of each person of the dossier."""
        parties = self.dossier.parties if self.dossier else ()
        return tuple((person.name, party.name) for party in parties for person in party.people)

    def with_names(self, forms: Iterable[tuple[str, Name]]) -> Gazetteer:
        """Returns a gazetteer that knows further forms; those already known keep their meaning."""
        return replace(self, index=self.index.with_forms(forms))


def _with_people(known: Gazetteer, text: str) -> Gazetteer:
    """Adds the people whom a text names with their office and side."""
    first = [mention.name for mention in known.mentions(text) if mention.kind == "person"]
    public = [(name.name, name.party) for _, name, _ in _public_of(known.dossier)]
    spelt = other_spellings(text, [*known.people(), *public], first)
    known = known.with_names((form, Name(name, "person", party)) for form, name, party in spelt)
    known = known.with_names(_shortened(text, known.mentions(text)))
    found = known.mentions(text)
    learnt = learn_people(text, found, (*known.people(), *_public(known, found)))
    named = {mention.name for mention in found if mention.kind == "person"}
    holders = holders_of(learnt.offices, known_offices(known.dossier, named))
    taught = known.with_names(learnt.forms)
    parties: dict[str, str | None] = {
        office.holder: office.party for office in learnt.offices if office.party
    }
    parties |= {mention.name: mention.party for mention in found if mention.kind == "person"}
    taught = taught.with_names(labels_of(text, _all_people(learnt.forms, found)))
    offices = tuple((key, Name(name, "person", parties.get(name))) for key, name in holders.items())
    return replace(taught, offices=offices)


def _shortened(text: str, found: Iterable[Mention]) -> list[tuple[str, Name]]:
    """Returns the family names of the people whom a text names in full, where only one of them bears it.

    They are those of the usual name, and those that the text spells otherwise.
    """
    owners: dict[str, set[Name]] = {}
    for one in found:
        if one.kind != "person":
            continue
        name = Name(one.name, "person", one.party)
        for form in {
            *short_forms(name.name, name.party),
            *short_forms(one.span.of(text), name.party),
        }:
            owners.setdefault(form, set()).add(name)
    return [(form, names.pop()) for form, names in owners.items() if len(names) == 1]


def _public(known: Gazetteer, found: Iterable[Mention]) -> list[tuple[str, str]]:
    """Returns name and party of people in public office of the parties that a text names."""
    parties = {one.party for one in found if one.party}
    ours = {name for name, _ in known.people()}
    everybody = dict.fromkeys(
        (name.name, name.party or "") for _, name, _ in _public_of(known.dossier)
    )
    return [(name, party) for name, party in everybody if party in parties and name not in ours]


@lru_cache(maxsize=8)
def _public_of(dossier: Dossier | None) -> list[tuple[str, Name, bool]]:
    parties = dossier.parties if dossier else ()
    return public_people((one.name, side.name) for side in parties for one in side.people)


def _all_people(
    forms: Iterable[tuple[str, Name]], found: Iterable[Mention]
) -> dict[str, str | None]:
    """Returns name and party of everybody whom a text names, learnt from it or known before."""
    learnt = {name.name: name.party for _, name in forms if " " in name.name}
    return learnt | {one.name: one.party for one in found if one.kind == "person"}


@lru_cache(maxsize=8)
def load_gazetteer(dossier: Dossier | None = None) -> Gazetteer:
    """Returns the gazetteer for a dossier, or the general one; the same one for the same dossier."""
    return Gazetteer(Index.of(all_forms(dossier)), dossier)


def _mention(tokens: list[Token], hit: Hit) -> Mention:
    name, kind, party = hit.name
    return Mention(span_of(tokens, hit.first, hit.last), name, kind, party)


def _merge(names: list[Mention], outlets: Iterable[Mention]) -> list[Mention]:
    """Joins both lists; where two overlap the longer stays, the outlet if they are of one length."""
    ranked = sorted(
        (*outlets, *names),
        key=lambda found: (found.span.start, -(found.span.end - found.span.start)),
    )
    kept: list[Mention] = []
    for found in ranked:
        if kept and kept[-1].span.meets(found.span):
            if _length(found) > _length(kept[-1]):
                kept[-1] = found
        else:
            kept.append(found)
    return kept


def _length(found: Mention) -> int:
    return found.span.end - found.span.start


def speaker_kind(words: str, gazetteer: Gazetteer | None = None) -> SpeakerKind:
    """Returns what kind of speaker a source phrase makes, with the general gazetteer if none is given."""
    return (gazetteer or load_gazetteer()).speaker_kind(words)
