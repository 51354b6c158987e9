"""Figures of a report: isolates quantities, says what each measures, where and as of when.

Who states a figure is filled in by `pipeline`; whether figures agree is `comparing`'s matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.measuring.clauses import Gazetteer, Surroundings, surroundings_of
from reportedly.measuring.exclusions import is_figure
from reportedly.measuring.nouns import Noun, noun_after, rate_after
from reportedly.measuring.properties import is_holding, property_of
from reportedly.measuring.quantities import find_quantities
from reportedly.measuring.scopes import as_of, place_of, state_before
from reportedly.model import (
    EvidenceStatus,
    Figure,
    Report,
    TimeExpression,
    make_id,
    take_evidence,
)
from reportedly.vocabulary.units import load_amounts

EXTRACTOR = "figures-1"


@dataclass(frozen=True, slots=True)
class _Reading:
    """A quantity with what the words around it tell."""

    around: Surroundings
    noun: Noun | None
    # Short name of the unit, "people" and inherited units included.
    unit: str
    entity: str | None
    property: str | None
    place: str | None


def find_figures(
    report: Report, dates: Sequence[TimeExpression], gazetteer: Gazetteer
) -> tuple[Figure, ...]:
    """Returns the figures of a report in the order of its text; pure, and never raises on any text.

    Args:
        report: its text and date of publication are read.
        dates: the dates of the same text; a number inside one is no figure.
        gazetteer: names the parties and places mentioned.
    """
    text = report.text
    quantities = [q for q in find_quantities(text) if is_figure(text, q, dates)]
    mentions = gazetteer.mentions(text) if quantities else ()
    named = [m.span for m in mentions]
    quantities = [q for q in quantities if not any(span.holds(q.number) for span in named)]
    readings: list[_Reading] = []
    for around in surroundings_of(text, quantities, mentions, dates):
        readings.append(_read(around, _sibling(around, readings)))
    return tuple(_figure(report, reading) for reading in readings)


def _sibling(around: Surroundings, earlier: Sequence[_Reading]) -> _Reading | None:
    """Returns the figure before this one in the same sentence, None if it is the first."""
    last = earlier[-1] if earlier else None
    return last if last and last.around.sentence == around.sentence else None


def _read(around: Surroundings, sibling: _Reading | None) -> _Reading:
    """Reads one figure; without a noun of its own it has that of the figure before it."""
    noun = noun_after(around.text, around.quantity.span.end)
    unit = around.quantity.unit
    per = rate_after(
        around.text, noun.span.end if noun and unit == "1" else around.quantity.span.end
    )
    if unit == "1" and noun and noun.of_people:
        unit = "people"
    inherits = unit == "1" and noun is None and sibling is not None
    if inherits and sibling and _kind(sibling.unit) in {"area", "money", "count", "length"}:
        unit = sibling.unit
        noun = sibling.noun
    if per and _kind(unit) != "duration":
        unit = f"{unit}/{per}"
    kind = _kind(unit)
    prop = property_of(around, kind)
    if prop is None and sibling and _continues(sibling, around, kind):
        prop = sibling.property
    place = place_of(around, land=kind in {"area", "share"} and is_holding(prop))
    if sibling and _restates(sibling, around, unit):
        return _Reading(around, noun, unit, sibling.entity, sibling.property, sibling.place)
    if kind == "area" and place is None and inherits and sibling:
        place = sibling.place
    if prop == "population":
        unit, place = ("people" if unit == "1" else unit), place or state_before(around)
    return _Reading(around, noun, unit, _entity(unit, noun, place), prop, place)


_JOINED = re.compile(r"\s+of\s+[^.;()]{1,60}?(?:,| and|, and)\s+", re.IGNORECASE)


def _continues(sibling: _Reading, around: Surroundings, kind: str) -> bool:
    """Says whether a figure goes on with the verb of the one before: "holds 90% of A and 60% of B"."""
    between = around.text[sibling.around.quantity.span.end : around.quantity.span.start]
    return (
        kind == _kind(sibling.unit)
        and is_holding(sibling.property)
        and _JOINED.fullmatch(between) is not None
    )


def _entity(unit: str, noun: Noun | None, place: str | None) -> str | None:
    """Returns what is measured: the noun of a count, length of time or ratio; the place of a share or area."""
    if _kind(unit) in {"count", "rate", "duration", "ratio"}:
        return noun.words if noun else None
    if _kind(unit) in {"area", "share"} and place:
        return place
    return noun.words if noun else place


def _restates(sibling: _Reading, around: Surroundings, unit: str) -> bool:
    """Says whether a figure in brackets gives the one before once more in another unit: "one percent (266 km2)"."""
    bracket = around.bracket
    if bracket is None or not {_kind(sibling.unit), _kind(unit)} <= {"share", "area"}:
        return False
    opens = around.quantity.span.start - bracket.start <= 2
    return opens and 0 <= bracket.start - sibling.around.quantity.span.end <= 60


def _kind(unit: str) -> str:
    known = load_amounts().units.get(unit)
    return known.kind if known else "rate" if "/" in unit else "count"


def _figure(report: Report, reading: _Reading) -> Figure:
    quantity = reading.around.quantity
    status = EvidenceStatus.REPAIRED if quantity.note else EvidenceStatus.VERIFIED
    return Figure(
        id=make_id("figure", report.id, *quantity.span),
        report=report.id,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        modifier=quantity.modifier,
        unit=reading.unit,
        measured_entity=reading.entity,
        measured_property=reading.property,
        place=reading.place,
        as_of=as_of(reading.around, report.published),
        speaker=None,
        chain=(),
        evidence=take_evidence(report.text, quantity.span, status),
        status="repaired" if quantity.note else "stated",
        statement=None,
        note=quantity.note,
        extractor=EXTRACTOR,
    )
