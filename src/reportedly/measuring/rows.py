"""Figures of a bare text as plain rows, for `annotate` and for measuring; needs neither dossier nor gazetteer."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from reportedly.measuring.changes import Change
from reportedly.measuring.dates import find_dates
from reportedly.measuring.exclusions import is_age, is_quantity
from reportedly.measuring.matters import measured
from reportedly.measuring.nouns import noun_after, of_people, rate_after, singular
from reportedly.measuring.quantities import Quantity, find_quantities, share_units
from reportedly.measuring.topics import kind_of
from reportedly.model import Span
from reportedly.vocabulary.units import load_amounts

Row = dict[str, Any]


def figure_rows(text: str, published: str | None = None) -> list[Row]:
    """Returns a row for every quantity of a text, ages and lengths of time included; dates are left out.

    Args:
        text: any words.
        published: date of publication in EDTF, which helps to tell dates from numbers.

    Keys: `start`, `end`, `exact` (`text[start:end] == exact`), `value`, `low`, `high`, `modifier`, `unit` (short
    name), `unit_name` (in words; the noun of a bare count, singular), `measured_entity` (what is counted or has the
    amount, in the words of the text), `change_part` ("from", "to" or "by" of a change) and `change_direction` ("up",
    "down"), both None outside changes, `status`, `note`.
    """
    dates = find_dates(text, published)
    kept = [
        quantity
        for quantity in share_units(text, find_quantities(text))
        if is_quantity(text, quantity, dates)
        and not _is_pronoun(text, quantity)
        and not _is_time_frame(text, quantity)
    ]
    return _with_others([_row(text, *each) for each in measured(text, kept)])


def _with_others(rows: list[Row]) -> list[Row]:
    """Gives "others" after people the unit of people: "killed four people and hurt ten others"."""
    for before, row in pairwise(rows):
        if (
            row["unit"] == "1"
            and before["unit"] == "people"
            and (row["measured_entity"] or "").lower() in {"others", "other"}
        ):
            row["unit"] = "people"
    return rows


_IDLE = re.compile(
    r"\b(?:no|the|this|that|which|any|each|every|another|next|latest|at|good|bad|big|new)\s+$",
    re.IGNORECASE,
)
_IDLE_AFTER = re.compile(r" (?:another|or another|or the other|thing|day|another's|point)\b")
_KNOWN = re.compile(r"\b(?:the|these|those) $", re.IGNORECASE)
_BARE = re.compile(r"\b(?:the|these|those|in|all|other|every) $", re.IGNORECASE)


def _is_pronoun(text: str, quantity: Quantity) -> bool:
    """Says whether "one" stands for a thing and counts nothing, or "the two" for persons named before."""
    if quantity.unit not in {"1", "point"} or quantity.modifier != "exact":
        return False
    if _JOINED.match(text, quantity.number.end):
        return False
    before = text[max(0, quantity.span.start - 10) : quantity.span.start]
    word = quantity.number.of(text).lower()
    if word in {"two", "three", "four"} and _BARE.search(before):
        noun = noun_after(text, quantity.span.end)
        return (
            noun is None or not noun.plural or (word == "two" and _KNOWN.search(before) is not None)
        )
    if word != "one":
        return False
    if _IDLE.search(before) or _IDLE_AFTER.match(text, quantity.number.end):
        return True
    noun = noun_after(text, quantity.span.end)
    follows = text[quantity.span.end : quantity.span.end + 4]
    return noun is None or follows == " of " or noun.plural


_FRAME = re.compile(
    r"\b(?:the|these|those) (?:past|last|previous|preceding)\s+(?:\w+ )?$", re.IGNORECASE
)


_POINT = re.compile(
    r"\s(?:ago|earlier|later|before|after|from now|hence|prior to|previously)\b(?! than)",
    re.IGNORECASE,
)


def _is_time_frame(text: str, quantity: Quantity) -> bool:
    """Says whether a length of time only tells when something was: "in the past three years"."""
    before = text[max(0, quantity.span.start - 30) : quantity.number.start]
    return kind_of(quantity.unit) == "duration" and bool(
        _FRAME.search(before) or _POINT.match(text, quantity.span.end)
    )


_JOINED = re.compile(
    r"(?:-(?!old|magnitude|plus|odd|something|and|or|to|fold)| - (?=(?:member|page|point|seat|person|"
    r"man|term|story|bedroom)\b))([a-z]+)\b(?!-)"
)
"""Second part of an adjective that says how many of these a thing has: "a 41-page report"."""
_MEMBERS = frozenset(["member", "strong", "person", "man", "woman"])


def _row(text: str, quantity: Quantity, what: Span | None, change: Change | None) -> Row:
    unit = quantity.unit
    if unit == "1" and is_age(text, quantity):
        unit = "year"
    elif unit == "1" and (joined := _JOINED.match(text, quantity.number.end)):
        unit = "people" if of_people(joined[1]) or joined[1] in _MEMBERS else joined[1]
    elif unit == "1" and _is_of_people(text, quantity, what):
        unit = "people"
    per = rate_after(text, what.end if what and unit in {"1", "people"} else quantity.span.end)
    if per and kind_of(unit) not in {"duration", "speed"}:
        unit = f"{unit}/{per}"
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "exact": quantity.span.of(text),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "modifier": quantity.modifier,
        "unit": unit,
        "unit_name": unit_name(text, quantity),
        "measured_entity": what.of(text) if what else None,
        "change_part": change.part if change else None,
        "change_direction": (change.direction or None) if change else None,
        "status": "repaired" if quantity.note else "stated",
        "note": quantity.note,
    }


def _is_of_people(text: str, quantity: Quantity, what: Span | None) -> bool:
    """Says whether people are counted; "a 28-member body" counts parts of it."""
    joined = text[quantity.span.end : quantity.span.end + 7]
    if joined.startswith("-strong"):
        return True
    if _HARMED_AFTER.match(text, quantity.span.end):
        return True
    if what is None:
        return (
            _HARMED_BEFORE.search(text[max(0, quantity.span.start - 30) : quantity.span.start])
            is not None
        )
    return joined[:1] != "-" and (
        of_people(what.of(text)) or _POPULATION.search(what.of(text)) is not None
    )


_HARM = (
    r"killed|wounded|injured|hurt|arrested|detained|dead|died|missing|hospitali[sz]ed|displaced|"
    r"homeless|infected|"
    r"charged|jailed|executed|rescued|sickened|unemployed|unaccounted|employed|evacuated|drowned|fled|"
    r"marched|gathered"
)
_HARMED_AFTER = re.compile(
    rf"(?: others?)?(?: were| was| are| is| have been| had been| have| had| being| left| reported|"
    rf" more| also)*"
    rf" (?:\w+ly )?(?:{_HARM})\b(?! (?:\w+ ){{0,2}}(?:cars|vehicles|homes|houses|tanks|animals|dogs))|"
    rf"(?:,? \w+)? who\b"
)
_HARMED_BEFORE = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt|arrest(?:ed|ing|s)|detain(?:ed|"
    r"ing)|employ(?:s|ed|ing)|"
    r"lives of|leaving|left|displac(?:ed|ing)) (?:\w+ )?$"
)
_POPULATION = re.compile(
    r"\b(?:population|toll|crowd|workforce|casualties|headcount|audience|attendance|turnout)$"
)


def unit_name(text: str, quantity: Quantity) -> str:
    """Returns the unit in words; for a bare count its noun in the singular, "" if it has none."""
    unit = load_amounts().units.get(quantity.unit)
    if unit is None:
        noun = noun_after(text, quantity.span.end)
        return (
            " ".join([*noun.words.split()[:-1], singular(noun.words.split()[-1])]) if noun else ""
        )
    if unit.kind == "ratio":
        return ""
    per = rate_after(text, quantity.span.end)
    return unit.name + (" of age" if is_age(text, quantity) else f" per {per}" if per else "")
