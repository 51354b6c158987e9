"""Says everything that is wrong with a dossier and what is doubtful in it, with the lines of the file.

The rules that make a dossier refused are those of `dossier_reading`; doubts are found here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.errors import VocabularyError
from reportedly.model.dates import bounds
from reportedly.vocabulary.dossier import Dossier, Party, Person
from reportedly.vocabulary.dossier_counts import PUBLISHERS
from reportedly.vocabulary.dossier_names import Used
from reportedly.vocabulary.dossier_reading import Fault, Path, read_entries
from reportedly.vocabulary.gazetteer_names import surname
from reportedly.vocabulary.loading import lines_of, parse_yaml
from reportedly.vocabulary.organisations import load_organisations
from reportedly.vocabulary.states import load_states

_WITH_AREA = frozenset({"region", "district", "peninsula"})
"""Kinds of place of which reports state shares, so that their area is worth having."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A dossier's file with everything found in it."""

    # What could be read; entries that break a rule lack it.
    dossier: Dossier
    # Errors first, then warnings, each in the order of the file.
    faults: tuple[Fault, ...]

    @property
    def is_refused(self) -> bool:
        """Whether `--dossier` would refuse the file."""
        return any(fault.severity == "error" for fault in self.faults)


def check_dossier(text: str, where: str) -> Checked:
    """Reads the text of a dossier's file and notes all that is wrong or doubtful.

    Raises:
        VocabularyError: the text is no YAML at all; the message names the line.
    """
    try:
        dossier, errors = read_entries(parse_yaml(text, where))
        lines, twice = lines_of(text)
    except RecursionError as error:
        expected, to_do = "lists and keys a few levels deep", "Look at docs/dossiers.md."
        raise VocabularyError(expected, "hundreds of levels", to_do, where) from error
    again = [_key_again(path) for path in twice]
    found = [*errors, *again, *doubts(dossier)]
    placed = [replace(fault, line=_line(lines, fault.path)) for fault in found]
    placed.sort(key=lambda fault: (fault.severity, fault.line or 0))
    return Checked(dossier, tuple(placed))


def _line(lines: dict[Path, int], path: Path) -> int:
    """Returns the line of a value, or of what holds it where it is not there itself."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


def _key_again(path: Path) -> Fault:
    to_do = "Make one of both; only the last one would be read."
    return Fault("error", path, "each key of an entry once", f"'{path[-1]}' again", to_do)


def doubts(dossier: Dossier) -> Iterator[Fault]:
    """Yields what lets a dossier do less than its user may expect."""
    if not dossier.parties:
        to_do = "List the sides that reports name."
        yield _doubt(("parties",), "at least one party", "none", to_do)
    for number, party in enumerate(dossier.parties):
        yield from _doubts_of_party(party, ("parties", number))
    yield from _shared_forms(dossier)
    yield from _shared_surnames(dossier)
    for number, place in enumerate(dossier.places):
        if place.name and place.kind in _WITH_AREA and place.area is None:
            to_do = "Give its area with a source, so that shares of it can be checked."
            path: Path = ("places", number)
            yield _doubt(path, f"'area_km2' of the {place.kind} {place.name!r}", "none", to_do)


def _doubt(path: Path, expected: str, came: str, to_do: str) -> Fault:
    return Fault("warning", path, expected, came, to_do)


def _doubts_of_party(party: Party, path: Path) -> Iterator[Fault]:
    usual = _usual_names().get(party.name)
    if party.kind == "state" and usual is not None and usual != party.name:
        to_do = "Use it, so that reports read without this dossier agree with it."
        yield _doubt((*path, "name"), f"the usual name {usual!r}", repr(party.name), to_do)
    if party.name and not party.people:
        to_do = "List who speaks for it, or leave it out if the general lists know it."
        yield _doubt(path, f"people of {party.name!r}", "none", to_do)
    for number, person in enumerate(party.people):
        if _ends_before_it_begins(person):
            place: Path = (*path, "people", number, "until")
            came = f"{person.until} after {person.since}"
            expected = f"'until' of {person.name!r} later than 'since'"
            yield _doubt(place, expected, came, "Swap or mend them.")


def _ends_before_it_begins(person: Person) -> bool:
    if person.since is None or person.until is None:
        return False
    first, last = bounds(person.since)[0], bounds(person.until)[1]
    return first is not None and last is not None and last < first


def _usual_names() -> dict[str, str]:
    """Returns the name that the general lists use, by every name that they know."""
    names = {form: one.name for one in load_organisations() for form in one.aliases}
    names |= {form: state.name for state in load_states() for form in state.aliases}
    names |= {one.name: one.name for one in load_organisations()}
    return names | {state.name: state.name for state in load_states()}


def _shared_forms(dossier: Dossier) -> Iterator[Fault]:
    owners: dict[str, str] = {}
    for form, path, party in _forms(dossier):
        first = owners.setdefault(form, party)
        if form and first != party:
            to_do = f"Leave it with one of them; now it is read as {first}."
            yield _doubt(path, f"{form!r} with one party only", f"{first} and {party}", to_do)


def _forms(dossier: Dossier) -> Iterator[tuple[str, Path, str]]:
    """Yields each form that stands for a party, with its place and the party."""
    for number, party in enumerate(dossier.parties):
        path: Path = ("parties", number)
        yield party.name, (*path, "name"), party.name
        for key in ("aliases", "adjectives", "demonyms", "capitals"):
            for at, form in enumerate(getattr(party, key)):
                yield form, (*path, key, at), party.name
        for at, body in enumerate(party.bodies):
            for form in (body.name, *body.aliases):
                yield form, (*path, "bodies", at), party.name
        for at, person in enumerate(party.people):
            for form in (person.name, *person.aliases):
                yield form, (*path, "people", at), party.name


def _person_path(party: int, person: int) -> Path:
    return ("parties", party, "people", person, "name")


def _shared_surnames(dossier: Dossier) -> Iterator[Fault]:
    """Yields people whose last name others of the dossier bear too, so that it means nobody alone."""
    everybody = [
        (surname(person.name), person.name, party.name, _person_path(number, at))
        for number, party in enumerate(dossier.parties)
        for at, person in enumerate(party.people)
        if " " in person.name
    ]
    count = Counter(last for last, *_ in everybody)
    bearers: dict[str, list[str]] = defaultdict(list)
    for last, name, party, path in everybody:
        if count[last] > 1 and bearers[last]:
            expected = f"a last name that nobody else of the dossier bears for {name!r} ({party})"
            came = f"{last!r} of {', '.join(bearers[last])} too"
            to_do = "If it usually means one of them, leave the other out; else reports must name them in full."
            yield _doubt(path, expected, came, to_do)
        bearers[last].append(f"{name} ({party})")


def names_left_out(dossier: Dossier, names: Iterable[Used], most: int) -> Iterator[Fault]:
    """Yields a note for each of the most frequent names of a ledger that a dossier does not have.

    Args:
        dossier: what is named.
        names: what the ledger names, the most frequent first, read with this dossier.
        most: at most so many parties, people, places and outlets each.
    """
    named: dict[str, set[str]] = {
        "party": {party.name for party in dossier.parties},
        "person": {person.name for party in dossier.parties for person in party.people},
        "place": {place.name for place in dossier.places} | {one.name for one in dossier.groups},
        **{key: {outlet.name for outlet in dossier.outlets} for key in PUBLISHERS},
    }
    left: Counter[str] = Counter()
    for one in names:
        key, to_do = _TO_ADD.get(one.kind, ("", ""))
        if (
            not key
            or one.name in named[one.kind]
            or left[one.kind] >= most
            or not _is_frequent(one)
        ):
            continue
        left[one.kind] += 1
        if one.party is not None:
            to_do = f"List them under {one.party}."
        came = (
            f"{one.reports} reports that name it" if one.reports > 1 else "1 report that names it"
        )
        came += f", {one.statements} statements" if one.statements else ""
        yield Fault("note", (key,), f"the {one.kind} {one.name!r}", came, to_do)


_TO_ADD = {
    "party": ("parties", "List it if it is a side, a mediator or takes part otherwise."),
    "person": ("parties", "List them under their party."),
    "place": ("places", "List it, with its area if reports measure it."),
    **dict.fromkeys(
        PUBLISHERS, ("outlets", "List it, so that what it relays is known as one origin.")
    ),
}


def _is_frequent(one: Used) -> bool:
    """Says whether a name is more than one report's chance mention."""
    return one.reports > 1 or one.statements > 1
