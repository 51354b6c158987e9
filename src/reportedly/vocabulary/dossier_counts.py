"""Joins the counts of names that are one: adjectives with their side, spellings and last names with their person."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from reportedly.vocabulary.gazetteer_names import surname
from reportedly.vocabulary.gazetteer_spelling import is_spelling_of

PUBLISHERS = ("think tank", "agency", "outlet")
"""Kinds of outlet, the most telling first."""

_JOINERS = frozenset(
    {"of", "for", "the", "de", "del", "der", "van", "von", "bin", "ibn", "al", "el", "la", "le"}
)
"""Words that may be small within a name."""

_ENDINGS = ("ian", "ean", "ish", "ese", "an", "n")
_ROOT = 4
"""Letters that an adjective and a name have in common at least, and more than what the name may add."""

_ALIKE = 0.5
"""Least share of letters that the first names of one person have in common; by eye, on a dozen spellings."""

_LONGEST = 8
"""Words that a name has at most."""


@dataclass(slots=True)
class Count:
    """What is known of one name while the rows are read."""

    kinds: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    adjectives: Counter[str] = field(default_factory=Counter)
    reports: set[str] = field(default_factory=set)
    statements: int = 0
    # Whether a row or a list names it; else it is a guess.
    sure: bool = False

    def add(self, other: Count) -> None:
        """Takes over what is known of another spelling of the name."""
        for one in ("kinds", "parties", "roles", "forms", "adjectives"):
            getattr(self, one).update(getattr(other, one))
        self.reports |= other.reports
        self.statements += other.statements
        self.sure |= other.sure

    @property
    def party(self) -> str | None:
        """The side it is given most often, None if none."""
        return max(self.parties, key=lambda name: self.parties[name], default=None)


Counts = defaultdict[str, defaultdict[str, Count]]
"""The counts by kind of name, then by name."""


def is_proper_name(words: str) -> bool:
    """Says whether words have the form of one name: capitals, but for small words within it."""
    parts = words.split()
    if not parts or len(parts) > _LONGEST or parts[0] in _JOINERS or parts[0] in ("The", "A"):
        return False
    return all(part[0].isupper() or part in _JOINERS or "-" in part for part in parts) and (
        "’s " not in words and "'s " not in words
    )


def join_counts(counts: Counts) -> None:
    """Joins what is one, and drops what another kind of name explains."""
    folded = _fold_adjectives(counts["party"])
    for kind in ("person", "body"):
        _rename_sides(counts[kind], folded)
    _fold_last_names(counts["person"])
    _fold_spellings(counts["person"])
    taken = set(counts["party"])
    for party in counts["party"].values():
        taken |= {*party.forms, *party.adjectives}
    for kind in ("person", "body", *PUBLISHERS, "place"):
        for name in [one for one in counts[kind] if one in taken]:
            counts[kind].pop(name)
        taken |= set(counts[kind]) if kind != "body" else set()
    for name in set(counts["body"]) & set(counts["place"]):
        counts["body"].pop(name)


def _fold_adjectives(parties: dict[str, Count]) -> dict[str, str]:
    """Joins a side that a report names by its adjective alone with the side that others name in full.

    Returns the adjectives that were taken for names, with the names.
    """
    named = {"state", "organisation", "capital"}
    folded: dict[str, str] = {}
    for name in list(parties):
        if named & set(parties[name].kinds):
            continue
        owners = (one for one in parties if one != name and _is_adjective(name, one, parties[one]))
        owner = next(owners, None)
        if owner is not None:
            parties[owner].add(parties.pop(name))
            folded[name] = owner
    return folded


def _rename_sides(names: dict[str, Count], folded: dict[str, str]) -> None:
    for count in names.values():
        for name in folded.keys() & count.parties.keys():
            count.parties[folded[name]] += count.parties.pop(name)


def _is_adjective(word: str, name: str, count: Count) -> bool:
    """Says whether a word is an adjective of a name: one that reports use so, or one formed like it."""
    if word in count.adjectives:
        return True
    roots = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(
        len(root) >= _ROOT and name.startswith(root) and len(name) - len(root) < _ROOT
        for root in roots
    )


def _fold_last_names(people: dict[str, Count]) -> None:
    """Joins a last name alone with the one person who bears it."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in people:
        if " " in name:
            bearers[surname(name)].append(name)
    for name in [one for one in people if " " not in one]:
        if len(bearers[name]) == 1:
            people[bearers[name][0]].add(people.pop(name))


def _fold_spellings(people: dict[str, Count]) -> None:
    """Joins spellings of one name, of which no two belong to different sides, under the most frequent."""
    ranked = sorted(people, key=lambda name: (-people[name].statements, -len(people[name].reports)))
    kept: list[str] = []
    for name in ranked:
        owner = next((one for one in kept if _is_same(one, name, people)), None)
        if owner is None:
            kept.append(name)
        else:
            people[name].forms[name] += 0
            people[owner].add(people.pop(name))


def _is_same(one: str, other: str, people: dict[str, Count]) -> bool:
    sides = {people[one].party, people[other].party} - {None}
    if len(sides) > 1 or " " not in other:
        return False
    first, second = one.partition(" ")[0], other.partition(" ")[0]
    alike = first[0] == second[0] and SequenceMatcher(None, first, second).ratio() > _ALIKE
    return (alike and surname(one) == surname(other)) or is_spelling_of(other, one)
