"""Figures of a report: isolates quantities, says what each measures, where and as of when.

Who states a figure is filled in by `pipeline`; whether figures agree is `comparing`'s matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.measuring.clauses import Gazetteer, Surroundings, surroundings_of
from reportedly.measuring.durations import lasting_of
from reportedly.measuring.exclusions import is_figure
from reportedly.measuring.matters import measured
from reportedly.measuring.nouns import Noun, noun_after, noun_in, rate_after
from reportedly.measuring.properties import is_holding, property_of
from reportedly.measuring.quantities import find_quantities, share_units
from reportedly.measuring.scopes import as_of, place_of, state_before
from reportedly.measuring.topics import (
    Measured,
    continues,
    dated_by,
    kind_of,
    part_of,
    place_before,
    referred,
    respective_places,
    restates,
    sibling_of,
)
from reportedly.model import (
    EvidenceStatus,
    Figure,
    Report,
    Span,
    TimeExpression,
    make_id,
    take_evidence,
)
from reportedly.text import Stretches

EXTRACTOR = "figures-1"


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
    dated = Stretches((date.span, date) for date in dates)
    quantities = [
        q
        for q in find_quantities(text)
        if is_figure(text, q, [date for _, date in dated.meeting(q.number)])
    ]
    mentions = gazetteer.mentions(text) if quantities else ()
    named = Stretches((m.span, m) for m in mentions)
    kept = [q for q in quantities if not named.holding(q.number)]
    kept = share_units(text, kept)
    whats = {quantity.span: what for quantity, what, _ in measured(text, kept)}
    readings: list[Measured] = []
    for around in surroundings_of(text, kept, mentions, dates):
        if _is_background(around):
            continue
        readings.append(_named(_read(around, readings), whats.get(around.quantity.span)))
    return tuple(_figure(report, reading) for reading in _placed(readings))


def _is_background(around: Surroundings) -> bool:
    """Says whether it is a length of time that is neither a deadline nor how long something agreed lasts."""
    quantity = around.quantity
    duration = kind_of(quantity.unit) == "duration"
    return duration and lasting_of(around.text, quantity, around.clause) is None


_NAMED_KINDS = frozenset(
    {"money", "share", "points", "ratio", "length", "mass", "volume", "energy", "power", "speed"}
)


def _named(reading: Measured, what: Span | None) -> Measured:
    """Gives a figure without a noun and a place, or a deadline of nothing, what its clause is about."""
    words = what.of(reading.around.text) if what else ""
    kind = kind_of(reading.unit)
    deadline = kind == "duration" and reading.property == "deadline"
    if reading.entity or not words or is_holding(reading.property):
        return reading
    return replace(reading, entity=words) if deadline or kind in _NAMED_KINDS else reading


def _read(around: Surroundings, earlier: Sequence[Measured]) -> Measured:
    """Reads one figure; without a noun of its own it has that of the figure before it."""
    sibling, part = sibling_of(around, earlier), part_of(around, earlier)
    noun, unit = _counted(around, sibling)
    kind = kind_of(unit)
    if part:
        whole = "area" if kind == "area" else "total"
        entity = _entity(around, unit, noun, part.place)
        return Measured(around, noun, unit, entity, whole, part.place, whole=True)
    if sibling and restates(sibling, around, unit):
        return Measured(around, noun, unit, sibling.entity, sibling.property, sibling.place)
    if matter := referred(around, kind, earlier):
        return Measured(
            around,
            matter.noun,
            unit,
            matter.entity,
            matter.property,
            matter.place,
            dated=dated_by(around, earlier),
        )
    prop = property_of(around, kind)
    if prop is None and sibling and continues(sibling, around, kind):
        prop = sibling.property
    place = _place(around, kind, prop, earlier)
    if kind == "area" and place is None and sibling and around.quantity.unit == "1":
        place = sibling.place
    if prop == "population":
        of_same = sibling.place if sibling and sibling.property == "area" else None
        unit, place = ("people" if unit == "1" else unit), place or of_same or state_before(around)
    entity = _entity(around, unit, noun, place)
    return Measured(around, noun, unit, entity, prop, place, dated=dated_by(around, earlier))


def _place(
    around: Surroundings, kind: str, prop: str | None, earlier: Sequence[Measured]
) -> str | None:
    land = kind in {"area", "share"} and (is_holding(prop) or prop == "area")
    place = place_of(around, land=land)
    return place_before(around, earlier) if place is None and land else place


def _counted(around: Surroundings, sibling: Measured | None) -> tuple[Noun | None, str]:
    """Returns noun and unit, with what is inherited from the sibling and by what it is counted ("a day")."""
    quantity, text = around.quantity, around.text
    unit = quantity.unit
    noun = noun_after(text, quantity.whole.end if quantity.whole else quantity.span.end)
    if noun is None and kind_of(unit) == "money":
        noun = noun_in(text, quantity.span.end)
    per = rate_after(text, noun.span.end if noun and unit == "1" else quantity.span.end)
    if unit == "1" and noun and noun.of_people:
        unit = "people"
    inherits = unit == "1" and noun is None and sibling is not None
    if inherits and sibling and kind_of(sibling.unit) in {"area", "money", "count", "length"}:
        unit, noun = sibling.unit, sibling.noun
    return noun, f"{unit}/{per}" if per and kind_of(unit) != "duration" else unit


def _placed(readings: Sequence[Measured]) -> list[Measured]:
    """Gives populations listed without places those of the list before them."""
    placed = list(readings)
    groups: dict[Span, list[int]] = {}
    for index, reading in enumerate(readings):
        if reading.property == "population" and reading.place is None:
            groups.setdefault(reading.around.sentence, []).append(index)
    for indices in groups.values():
        if len(indices) > 1:
            names = respective_places([readings[index] for index in indices])
            for item, name in zip(indices, names, strict=False):
                placed[item] = replace(readings[item], place=name)
    return placed


_EXCHANGED = re.compile(
    r"\b(?:prisoners(?: of war)?|pows|captives|detainees|hostages|bodies|civilians|soldiers)\b",
    re.IGNORECASE,
)


_SWAPPED = re.compile(
    r"\s*(?:\w+\s)?(prisoner|pow|captive|detainee|hostage|body|civilian|soldier)s?(?: of war)? (?:exchange|swap)",
    re.IGNORECASE,
)
_PLURALS = {"body": "bodies", "pow": "POWs"}


def _exchanged(around: Surroundings) -> str | None:
    """Returns who or what is exchanged: the noun right after the numbers, else one named in the sentence."""
    swapped = _SWAPPED.match(around.text, around.quantity.span.end)
    if swapped:
        noun = swapped[1].lower()
        return _PLURALS.get(noun, f"{noun}s")
    exchanged = _EXCHANGED.search(around.sentence.of(around.text))
    return exchanged[0].lower() if exchanged else None


def _entity(around: Surroundings, unit: str, noun: Noun | None, place: str | None) -> str | None:
    """Returns what is measured: the noun of a count, length of time or ratio; the place of a share or area."""
    kind = kind_of(unit)
    if kind == "duration":
        lasting = lasting_of(around.text, around.quantity, around.clause)
        return lasting.entity if lasting else None
    if around.quantity.form == "exchange":
        return _exchanged(around)
    if around.quantity.unit in {"1", "people"} and place is None and noun and _whose(around, noun):
        return _whose(around, noun)
    if kind in {"count", "rate", "ratio"}:
        return noun.words + _rest_of(around, noun, kind) if noun else None
    if kind in {"area", "share"} and place:
        return place
    return noun.words if noun else place


_IN = re.compile(r" in (?!the (?:past|last)|\d)[a-z][\w-]*(?: [a-z][\w-]*)?(?=[.,;]|$)")
_WHO = re.compile(
    r" (?:(?:who|that|whom) )?(?:it|they|he|she|we|who|that)(?: [\w’'-]+){1,8}?(?=[.,;]|$)"
)
_HOME = re.compile(
    r"\b(?P<land>(?:the |this |that )?(?:territor(?:y|ies)|areas?|lands?|regions?|towns?|cities|districts?)"
    r"(?: (?:that|which|where) [\w’' -]{3,60}?)?)"
    r" (?:that |which |and |, )?(?:is|are|was|were) (?:also )?home to\b[^.;]*$",
    re.IGNORECASE,
)


def _rest_of(around: Surroundings, noun: Noun, kind: str) -> str:
    """Returns the words that a noun needs to say anything: "advantage in manpower", "people it could draft"."""
    after = around.text[noun.span.end : around.sentence.end]
    pattern = _IN if kind == "ratio" else _WHO if noun.words.lower() in {"people", "men"} else None
    rest = pattern.match(after) if pattern else None
    pronoun = re.match(r" (?:it|they) ", rest[0]) if rest else None
    if rest is None or pronoun is None:
        return rest[0] if rest else ""
    before = Span(around.clause.start, around.quantity.span.start)
    parties = [m.party for m in around.within(before) if m.party and m.kind != "place"]
    return f" {parties[-1]} {rest[0][pronoun.end() :]}" if parties else rest[0]


def _whose(around: Surroundings, noun: Noun) -> str | None:
    """Returns the land that is home to people: "territory that Norland holds that is home to a million people"."""
    home = _HOME.search(around.before) if noun.words.lower() in {"people", "inhabitants"} else None
    return home["land"] if home else None


def _as_of(reading: Measured, published: str | None) -> str | None:
    """Returns the date of a figure; one that goes on with an earlier one has that one's unless it has its own."""
    own = as_of(reading.around, published)
    if reading.dated is None or (own and not own.startswith("../")):
        return own
    return as_of(reading.dated, published)


def _figure(report: Report, reading: Measured) -> Figure:
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
        as_of=_as_of(reading, report.published),
        speaker=None,
        chain=(),
        evidence=take_evidence(report.text, quantity.span, status),
        status="repaired" if quantity.note else "stated",
        statement=None,
        note=quantity.note,
        extractor=EXTRACTOR,
    )
