"""People in public office and bodies whose side reports leave unsaid, because every reader knows it.

The list is in `public_life.yaml`. What a dossier says of its people goes before it; who is meant by a
surname or an office in one text is the business of `gazetteer_learning`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.gazetteer_index import Name
from reportedly.vocabulary.gazetteer_spelling import is_spelling_of
from reportedly.vocabulary.loading import shipped
from reportedly.vocabulary.organisations import load_organisations
from reportedly.vocabulary.states import load_states

FILE = "public_life.yaml"
_LISTS = ("by_surname", "by_full_name", "bodies")


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """Somebody in public office, in one spelling."""

    # The name in this spelling.
    spelling: str
    # The name in the spelling listed first.
    name: str
    # Side that the person speaks for.
    party: str
    # Whether the surname alone means this person.
    by_surname: bool


@dataclass(frozen=True, slots=True)
class PublicLife:
    """The lists of `public_life.yaml`."""

    people: tuple[PublicPerson, ...]
    # Forms of bodies and the party each speaks for.
    bodies: tuple[tuple[str, str], ...]


@cache
def load_public_life() -> PublicLife:
    """Returns the shipped list.

    Raises:
        VocabularyError: an entry breaks a rule.
    """
    return read_public_life(shipped(FILE), FILE)


def read_public_life(tree: Any, where: str) -> PublicLife:  # noqa: ANN401  (YAML is any tree)
    """Turns the parsed lists into records and checks them.

    Raises:
        VocabularyError: a party is unknown, a list has another name, or an entry is no words.
    """
    known = {state.name for state in load_states()} | {one.name for one in load_organisations()}
    people: list[PublicPerson] = []
    bodies: list[tuple[str, str]] = []
    for party, lists in tree.items():
        entries = [word for key in lists for word in lists[key]]
        wrong = sorted({party} - known) + sorted(set(lists) - set(_LISTS))
        wrong += [str(word) for word in entries if not isinstance(word, str)]
        if wrong:
            expected = f"a known party and {', '.join(_LISTS)} of words"
            raise VocabularyError(expected, ", ".join(wrong), "Mend that entry.", where)
        people.extend(_people(party, lists))
        bodies.extend((form, party) for form in lists.get("bodies", ()))
    return PublicLife(tuple(people), tuple(bodies))


def _people(party: str, lists: dict[str, list[str]]) -> Iterator[PublicPerson]:
    first: list[str] = []
    for key in ("by_surname", "by_full_name"):
        for spelling in lists.get(key, ()):
            name = next((one for one in first if is_spelling_of(spelling, one)), spelling)
            first.append(name)
            yield PublicPerson(spelling, name, party, key == "by_surname")


def public_people(dossier_people: Iterable[tuple[str, str]]) -> list[tuple[str, Name, bool]]:
    """Returns spelling, name and whether the surname will do, with the dossier's spelling of its own people.

    Args:
        dossier_people: names and parties.
    """
    ours: dict[str, list[str]] = {}
    for name, party in dossier_people:
        ours.setdefault(party, []).append(name)
    return [
        (one.spelling, Name(_as_in(ours.get(one.party, ()), one.name), "person", one.party), sure)
        for one in load_public_life().people
        for sure in (one.by_surname,)
    ]


def _as_in(names: Iterable[str], name: str) -> str:
    return next((other for other in names if is_spelling_of(name, other)), name)
