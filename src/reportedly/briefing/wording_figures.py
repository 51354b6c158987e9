"""The words of ours for figures: what is measured, the value as stated, calculations that can be read.

Here live fixed templates; a value is never changed, only written out. Other words are in `wording`.
"""

from __future__ import annotations

import re
from typing import Protocol

from reportedly.briefing.wording import capital
from reportedly.model import Figure
from reportedly.vocabulary.units import load_amounts

_UNITS = {"km2": "km²", "m2": "m²", "day": "days", "hour": "hours", "month": "months"} | {
    "year": "years",
    "week": "weeks",
    "1": "",
    "fold": "times",
    "mi": "miles",
    "ft": "feet",
    "in": "inches",
    "GBpence": "pence",
    "USct": "cents",
    "t": "tonnes",
    "min": "minutes",
    "s": "seconds",
    "bp": "basis points",
}
_MODIFIERS = {"about": "about ", "at least": "at least ", "at most": "at most "} | {
    "over": "over ",
    "under": "under ",
}
_PHRASE = re.compile(r"(?:not )?(?:\w+ed|held|lost|taken|won) by .+|to be \w+ .+")
"""A property that goes on after a noun: "held by Norland", "to be transferred to Norland"."""
_PARTICIPLE = re.compile(r"(?:not )?\w+(?:ed|[^ai]en|wn|ld|lost|sent)")
_SHARE_OR_AREA = {"%": "Share of", "km2": "Area of"}
_DIGIT = re.compile(r"\d")

_AREA_UNIT = re.compile(r"\b(k?m)2\b")
_TINY = re.compile(r"\b\d+(?:\.\d+)?e-\d+")
_DIFFERENCE = re.compile(r"(?:difference )?([+-]?)(\d+(?:\.\d+)?) %(?=$|[,;])")
_REFERENCE = re.compile(r"\bdossier: ")


class Amount(Protocol):
    """What has a value with its bounds: a figure as stated, a point of a series as it is compared."""

    @property
    def value(self) -> float | None:
        """The value, None for a range."""

    @property
    def low(self) -> float | None:
        """The lowest value meant."""

    @property
    def high(self) -> float | None:
        """The highest value meant."""

    @property
    def modifier(self) -> str:
        """The hedge: "exact", "about", "at least" ..."""

    @property
    def unit(self) -> str:
        """The unit."""


def number_text(value: float) -> str:
    """Returns a number with commas at the thousands and no trailing zeros."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}".rstrip("0").rstrip(".")


def figure_text(figure: Amount) -> str:
    """Returns a value as stated: "about 266 km²", "4–6 %", "at least 19,400 people"."""
    unit = unit_text(figure.unit)
    if figure.value is not None:
        words = _MODIFIERS.get(figure.modifier, "") + number_text(figure.value)
        unit = _singular(unit) if figure.value == 1 else unit
    elif figure.low is not None and figure.high is not None:
        words = f"{number_text(figure.low)}–{number_text(figure.high)}"
    elif figure.low is not None:
        words = f"{_bound(figure.modifier, 'over', 'at least')} {number_text(figure.low)}"
    elif figure.high is not None:
        words = f"{_bound(figure.modifier, 'under', 'at most')} {number_text(figure.high)}"
    else:
        return "no value stated"
    return f"{words} {unit}".strip()


def unit_text(code: str) -> str:
    """Returns a unit as people write it behind a number: "km²", "°C", "barrels/day"; what is unknown stays as it is."""
    base, stroke, per = code.partition("/")
    known = load_amounts().units
    if code in known or base not in known:
        base, stroke, per = code, "", ""
    unit = known.get(base)
    if base in _UNITS or unit is None:
        words = _UNITS.get(base, base)
    elif unit.kind == "money" or base in unit.symbols:
        words = base
    else:
        words = unit.symbols[0] if unit.symbols else f"{unit.name}s"
    return f"{words}{stroke}{per}"


def is_vague(figure: Figure) -> bool:
    """Says whether a range is read into a plural that names no number ("hundreds")."""
    ranged = figure.value is None and figure.low is not None and figure.high is not None
    return ranged and not _DIGIT.search(figure.evidence.exact)


def stated_text(figure: Figure) -> str:
    """Returns a value for a line of a listing: as `figure_text`, but "“hundreds” (200–999 people)" where vague."""
    if not is_vague(figure):
        return figure_text(figure)
    return f"“{' '.join(figure.evidence.exact.split())}” ({figure_text(figure)})"


def _singular(unit: str) -> str:
    return "person" if unit == "people" else unit.removesuffix("s") if len(unit) > 3 else unit


def _bound(modifier: str, strict: str, loose: str) -> str:
    return strict if modifier == strict else loose


def matter_text(figure: Figure) -> str:
    """Returns what a figure measures: "Population of Arvel", "Share of the Lakes held by Norland"."""
    entity, prop, place = figure.measured_entity, figure.measured_property, figure.place
    if prop is None:
        return capital(_placed(entity, place, "") or "not said of what")
    subject = entity or place or ""
    if _PHRASE.fullmatch(prop):
        kind = _SHARE_OR_AREA.get(figure.unit, "")
        return capital(" ".join(filter(None, (kind, _placed(subject, place, prop)))))
    if prop.casefold() == "population":
        return f"Population of {place or entity}" if place or _counts(entity) else "Population"
    if _PARTICIPLE.fullmatch(prop):
        return capital(_placed(subject, place, prop))
    if " " not in prop and subject:
        return capital(_placed(f"{prop} of {subject}", place, ""))
    return capital(_placed(f"{subject}: {prop}" if subject else prop, place, ""))


def _counts(entity: str | None) -> bool:
    """Says whether an entity names more than "people", which says nothing of whose population it is."""
    return entity is not None and entity.casefold() not in {"people", "persons", "inhabitants"}


def _placed(subject: str | None, place: str | None, prop: str) -> str:
    """Returns "children returned (Arvel)"; the place is left out where it is the subject already."""
    words = " ".join(filter(None, (subject, prop)))
    if place is None or place.casefold() in words.casefold():
        return words
    return f"{words} ({place})" if words else place


def calculation_text(arithmetic: str) -> str:
    """Returns a calculation as people write it: "1 % of 400 km² = 4 km²; stated about 5 km²; 25 % more"."""
    words = _AREA_UNIT.sub(r"\1²", arithmetic.rstrip("."))
    words = _TINY.sub(lambda match: f"{float(match[0]):.10f}".rstrip("0"), words)
    words = _REFERENCE.sub("the dossier has ", words)
    return "; ".join(_difference(part) for part in words.split("; "))


def _difference(part: str) -> str:
    match = _DIFFERENCE.match(part)
    if match is None:
        return part
    if float(match[2]) == 0:
        return f"no difference{part[match.end() :]}"
    side = "less" if match[1] == "-" else "more"
    return f"{match[2]} % {side}{part[match.end() :]}"
