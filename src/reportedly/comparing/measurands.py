"""What a figure measures, made comparable: two figures meet only where their measurand is the same.

Here live the measurands of territory and those of which noun, property and place tell; those that the words of a
sentence tell are in `measurands_counts` and `measurands_money`, people's judgements in `identity`. Territory is
read as two-sided: in one place, what is held by the other side is what the first does not hold, and land that a
side demands to be handed over is what it does not hold. Where that reading is used it is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportedly.comparing.arithmetic import NEAR_DAYS, in_unit
from reportedly.comparing.measurands_counts import COUNT, Names, count_key, count_matter
from reportedly.comparing.measurands_money import FROZEN, PACKAGE, TOTAL, money_key, money_matter
from reportedly.comparing.wordings import Wording
from reportedly.model import Figure
from reportedly.model.dates import bounds, is_edtf
from reportedly.vocabulary.units import load_amounts

JUDGED = "judged"
"""Part of the key of figures that a person's judgement joins or splits off."""

_LAND = re.compile(r"(?P<no>not )?(?P<how>held by|to be transferred to) (?P<party>.+)")


@dataclass(frozen=True, slots=True)
class Land:
    """A figure about who holds a territory."""

    place: str
    # Party that the property names.
    party: str
    # Whether the figure gives what this party holds, or what it does not hold.
    held: bool
    # Whether it is demanded and not described.
    demanded: bool


def land_of(figure: Figure) -> Land | None:
    """Returns what a figure says about territory, None if it says nothing of the kind."""
    match = _LAND.fullmatch(figure.measured_property or "")
    if match is None or figure.place is None or kind_of(figure) not in {"share", "area"}:
        return None
    demanded = match["how"] != "held by"
    return Land(figure.place, match["party"], not match["no"] and not demanded, demanded)


def kind_of(figure: Figure) -> str:
    """Returns the kind of a figure's unit; "count" for people and bare counts, "rate" for those per day."""
    unit = load_amounts().units.get(figure.unit)
    return unit.kind if unit else "rate" if "/" in figure.unit else "count"


def pivots(figures: Iterable[Figure]) -> dict[str, str]:
    """Chooses for each place the party whose missing part is compared.

    It is the one that figures name as not holding something, or as holding most: a small remainder shows differences
    that two large shares hide (98.5 % against 99 % is 1.5 % against 1 %). A place of which one party alone is named,
    and only as holding a smaller part, has no pivot ("").
    """
    votes: dict[str, Counter[str]] = {}
    for figure in figures:
        if land := land_of(figure):
            most = kind_of(figure) == "share" and (figure.value or 0) > 50
            votes.setdefault(land.place, Counter())[land.party] += int(most or not land.held)
    return {place: _most_voted(count) for place, count in votes.items()}


def _most_voted(count: Counter[str]) -> str:
    if len(count) == 1 and not count.total():
        return ""
    return min(count, key=lambda party: (-count[party], party))


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure turned to the side of its measurand that is compared."""

    figure: Figure
    # Key of what is measured; `figures.matter_of` puts it in words.
    measurand: tuple[str, ...]
    # In `unit`; None for a range or vague figure.
    value: float | None
    unit: str
    # How it was turned ("100 % - 98.5 % = 1.5 %"), "" if it was not.
    turned: str
    # What had to be assumed, "" if nothing.
    assumption: str


def measured_by(
    figure: Figure, pivot: dict[str, str], wording: Wording | None, names: Names | None
) -> Reading | None:
    """Returns a figure as one of its measurand, by its words where these tell, else by its fields alone."""
    kind = kind_of(figure)
    if land_of(figure) is None and wording is not None and names is not None:
        key = None
        if kind in {"count", "rate"}:
            key = count_key(wording, names)
        elif kind == "money":
            key = money_key(wording, names)
        if key is not None:
            return Reading(figure, key, figure.value, figure.unit, "", "")
    return reading_of(figure, pivot)


def matter_of(measurand: tuple[str, ...]) -> str:
    """Returns the name of a measurand: "share of Lesser Arvel not held by Kestria"."""
    if JUDGED in measurand[1:]:
        at = measurand.index(JUDGED, 1)
        return f"{matter_of(measurand[:at])} (kept apart by a judgement, {measurand[at + 1]})"
    first = measurand[0]
    if first == JUDGED:
        return "figures that a person joined"
    if first == COUNT:
        return count_matter(measurand)
    if first in {PACKAGE, TOTAL, FROZEN}:
        return money_matter(measurand)
    if first in {"share", "area"}:
        kind, place, side = measurand
        return f"{kind} of {place} {side}"
    _, _, entity, prop, place = measurand
    return f"{entity}, {prop}, {place}"


def reading_of(figure: Figure, pivot: dict[str, str]) -> Reading | None:
    """Returns a figure as one of its measurand by its fields alone, None if these do not tell of one."""
    land = land_of(figure)
    if land is not None:
        return _land_reading(figure, land, pivot[land.place])
    entity, prop = figure.measured_entity, figure.measured_property
    if kind_of(figure) != "count" or not entity or not prop or figure.place is None:
        return None
    key = ("count", figure.unit, head_of(entity), stem_of(prop), figure.place)
    return Reading(figure, key, figure.value, figure.unit, "", "")


def _land_reading(figure: Figure, land: Land, party: str) -> Reading:
    kind = kind_of(figure)
    unit = "%" if kind == "share" else "km2"
    value = None if figure.value is None else in_unit(figure.value, figure.unit, unit)
    if not party:
        return Reading(figure, (kind, land.place, f"held by {land.party}"), value, unit, "", "")
    missing = land.held != (land.party == party)
    key = (kind, land.place, f"not held by {party}")
    assumption = ""
    if land.party != party and land.held:
        assumption = f"what {land.party} holds is read as what {party} does not hold"
    if land.demanded:
        assumption = f"what {land.party} demands is read as what it does not hold"
        missing = True
    if missing:
        return Reading(figure, key, value, unit, "", assumption)
    if kind != "share" or value is None:
        return Reading(figure, (kind, land.place, f"held by {party}"), value, unit, "", "")
    rest = float(f"{100 - value:.10g}")
    turned = f"100 % - {value:g} % = {rest:g} %"
    return Reading(figure, key, rest, unit, turned, assumption)


def head_of(entity: str) -> str:
    """Returns the last word of what is measured, without its plural: "Norlandish children" is "children"."""
    word = entity.rsplit(maxsplit=1)[-1].lower()
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def stem_of(prop: str) -> str:
    """Returns a property without the ending that its word class gives it: deportation, deported."""
    return re.sub(r"(?:ations?|ings?|ed|ions?|ments?|s)$", "", prop.lower()) or prop.lower()


def near(a: str | None, b: str | None, days: int = NEAR_DAYS) -> bool | None:
    """Says whether two as-of dates are at most so many days apart; None where one of them is unknown."""
    if a is None or b is None or not (is_edtf(a) and is_edtf(b)):
        return None
    (a_start, a_end), (b_start, b_end) = _closed(a), _closed(b)
    if a_start is None or b_start is None or a_end is None or b_end is None:
        return None
    gap = max((b_start - a_end).days, (a_start - b_end).days)
    return gap <= days


def _closed(edtf: str) -> tuple[date | None, date | None]:
    """Returns both ends of a date; an open end is as far as the known one."""
    start, end = bounds(edtf)
    return start or end, end or start
