"""Units, hedges, multipliers and the words of measured properties, from `units.yaml`. No reading of texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import shipped

FILE = "units.yaml"
MODIFIERS = ("exact", "about", "at least", "at most", "over", "under", "range")
"""Every modifier a figure can have."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of measurement or currency."""

    # UCUM-like short name ("km2").
    code: str
    # Its name in words, singular ("square kilometre").
    name: str
    # What it measures: "area", "length", "money", "duration", "share" ...
    kind: str
    # Multiplies a value into the base unit of its kind; 1 for money, whose rates are not known here.
    factor: float
    # Words for it, in the singular or irregular plurals, lower case.
    forms: tuple[str, ...]
    # Signs for it, matched exactly.
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amounts:
    """Everything of `units.yaml`, checked."""

    units: Mapping[str, Unit]
    # Nouns, lower case, that make a count one of people.
    people: frozenset[str]
    # Words before a number and the modifier they give it.
    hedges: Mapping[str, str]
    # Words between hedge and number that change nothing.
    fillers: tuple[str, ...]
    # Words after a number and the modifier they give it.
    suffixes: Mapping[str, str]
    # Multiplier words and their factor.
    multipliers: Mapping[str, float]
    # Letters that multiply when they touch the digits.
    letters: Mapping[str, float]
    # Plurals without a number and the range they stand for.
    vague: Mapping[str, tuple[float, float]]
    # Stems by the property they show: "holding", "lost", "transfer", "taken".
    properties: Mapping[str, tuple[str, ...]]


@cache
def load_amounts() -> Amounts:
    """Returns the shipped vocabulary of amounts.

    Raises:
        VocabularyError: the file breaks a rule; the message names entry and rule.
    """
    return read_amounts(shipped(FILE))


def read_amounts(tree: Any) -> Amounts:  # noqa: ANN401  (YAML is any tree; this checks it)
    """Checks a parsed `units.yaml` and returns its content.

    Raises:
        VocabularyError: a section is missing or an entry breaks a rule.
    """
    names = {"units", "people", "hedges", "fillers", "suffixes", "multipliers", "letters"}
    names |= {"vague", "properties"}
    if not isinstance(tree, Mapping) or set(tree) != names:
        found = sorted(tree) if isinstance(tree, Mapping) else type(tree).__name__
        raise _broken(f"the sections {sorted(names)}", f"{found}")
    return Amounts(
        units=_units(tree["units"]),
        people=frozenset(str(noun).lower() for noun in tree["people"]),
        hedges=_by_word(tree["hedges"]),
        fillers=tuple(tree["fillers"]),
        suffixes=_by_word(tree["suffixes"]),
        multipliers=_factors(tree["multipliers"]),
        letters=_factors(tree["letters"]),
        vague={word: _ascending(word, bounds) for word, bounds in tree["vague"].items()},
        properties={name: tuple(stems) for name, stems in tree["properties"].items()},
    )


def _units(tree: Mapping[str, Any]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    taken: dict[str, str] = {}
    for code, entry in tree.items():
        unit = _unit(str(code), entry)
        for sign in {*unit.forms, *unit.symbols}:
            if taken.setdefault(sign, unit.code) != unit.code:
                raise _broken("one unit for a word", f"{sign!r} for {taken[sign]} and {unit.code}")
        units[unit.code] = unit
    return units


def _unit(code: str, entry: Any) -> Unit:  # noqa: ANN401
    if not isinstance(entry, Mapping) or not {"name", "kind", "factor", "forms"} <= set(entry):
        raise _broken("name, kind, factor and forms", f"{entry!r} for {code}")
    forms, symbols = tuple(entry["forms"]), tuple(entry.get("symbols", ()))
    if not forms + symbols or float(entry["factor"]) <= 0:
        raise _broken("a form or symbol, and a factor above 0", f"{entry!r} for {code}")
    if any(form != form.lower() for form in forms):
        raise _broken("forms in lower case", f"{forms} for {code}")
    return Unit(code, entry["name"], entry["kind"], float(entry["factor"]), forms, symbols)


def _by_word(tree: Mapping[str, Any]) -> dict[str, str]:
    strange = set(tree) - set(MODIFIERS)
    if strange:
        raise _broken(f"modifiers of {MODIFIERS}", f"{sorted(strange)}")
    return {word: modifier for modifier, words in tree.items() for word in words}


def _factors(tree: Mapping[str, Any]) -> dict[str, float]:
    factors = {str(word): float(factor) for word, factor in tree.items()}
    if any(factor <= 1 for factor in factors.values()):
        raise _broken("multipliers above 1", f"{factors}")
    return factors


def _ascending(word: str, bounds: Any) -> tuple[float, float]:  # noqa: ANN401
    if not isinstance(bounds, list) or len(bounds) != 2 or float(bounds[0]) >= float(bounds[1]):
        raise _broken("two ascending bounds", f"{bounds!r} for {word}")
    return float(bounds[0]), float(bounds[1])


def _broken(expected: str, came: str) -> VocabularyError:
    return VocabularyError(expected, came, "Mend the entry.", FILE)
