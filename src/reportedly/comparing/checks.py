"""Tests figures by arithmetic: against each other, and against areas and populations of the dossier.

Each check is written out so that a reader can do it again. Without a dossier only those are made that need none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Protocol

from reportedly.comparing.arithmetic import (
    IMPLAUSIBLE_SHARE,
    SAME_DAYS,
    agreement,
    in_unit,
    shown,
    stated,
    told_in,
)
from reportedly.comparing.checks_dates import as_of_checks
from reportedly.comparing.checks_money import money_checks
from reportedly.comparing.checks_parts import part_checks
from reportedly.comparing.checks_ratios import ratio_checks
from reportedly.comparing.checks_same import same_checks
from reportedly.comparing.checks_sums import sum_checks
from reportedly.comparing.identity import Identity
from reportedly.comparing.measurands import kind_of, land_of, near
from reportedly.comparing.wordings import Wording, by_sentence, wordings_of
from reportedly.model import Check, EvidenceStatus, Figure, Report
from reportedly.model.dates import format_edtf
from reportedly.vocabulary.measurands import load_measurands


class _Reference(Protocol):
    @property
    def value(self) -> float: ...


class _Place(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def area(self) -> _Reference | None: ...
    @property
    def population(self) -> _Reference | None: ...


class Dossier(Protocol):
    """What checking needs of `vocabulary.Dossier`."""

    def place(self, name: str) -> _Place | None:
        """Returns a place by name."""
        ...

    def members(self, group: str) -> Sequence[_Place]:
        """Returns the places of a group."""
        ...


@dataclass(frozen=True, slots=True)
class Whole:
    """A reference value of a place, or the sum over a group's members."""

    value: float
    # Names for `Check.against`.
    against: tuple[str, ...]
    # "26,684 + 26,517 = 53,201 km2" for a group, "" for one place.
    summed: str


def check_figures(
    figures: Iterable[Figure],
    reports: Iterable[Report] = (),
    dossier: Dossier | None = None,
    identity: Identity | None = None,
) -> tuple[Figure, ...]:
    """Returns the same figures in the same order with their checks; earlier checks are replaced.

    An area in square metres that is too small to be territory and fits as square kilometres is repaired.

    Args:
        figures: rows of any reports.
        reports: the reports they are in; their sentences say what is a sum, a part or a share of what.
        dossier: areas and populations; None leaves out the checks that need them.
        identity: which figures are one measurand; None knows no dossier and no judgements.
    """
    known, held = [_repaired(figure, dossier) for figure in figures], tuple(reports)
    same = identity or Identity()
    around = wordings_of(known, held)
    checks: dict[str, list[Check]] = {figure.id: [] for figure in known}
    for figure in known:
        checks[figure.id].extend(_own_checks(around[figure.id], dossier, same))
    for figure_id, check in (
        *_land_checks(known, dossier, same),
        *sum_checks(known, held),
        *_sentence_checks(around),
        *same_checks(same.groups(known, held, around), around),
        *as_of_checks(known, held),
    ):
        checks[figure_id].append(check)
    return tuple(replace(figure, checks=_distinct(checks[figure.id])) for figure in known)


def _sentence_checks(around: Mapping[str, Wording]) -> Iterator[tuple[str, Check]]:
    """Yields what the words of one sentence relate; a report has one arithmetic for two figures only once."""
    for sentence in by_sentence(around.values()):
        yield from part_checks(sentence)
        yield from ratio_checks(sentence)
        yield from money_checks(sentence)


def _distinct(checks: Sequence[Check]) -> tuple[Check, ...]:
    """Lists a calculation once, whatever number of reports states its parts."""
    once: dict[tuple[str, str, str], Check] = {}
    for check in checks:
        key = (check.kind, check.verdict, check.arithmetic)
        earlier = once.get(key)
        against = dict.fromkeys((*(earlier.against if earlier else ()), *check.against))
        once[key] = replace(check, against=tuple(against))
    return tuple(once.values())


def whole_of(place: str | None, what: str, dossier: Dossier | None) -> Whole | None:
    """Returns the area ("area") or population ("population") of a place or group, None if it is not known or 0."""
    if place is None or dossier is None:
        return None
    one = dossier.place(place)
    places = [one] if one else list(dossier.members(place))
    values = [getattr(each, what) for each in places]
    if not values or any(value is None for value in values):
        return None
    total = sum(value.value for value in values)
    if not total:
        return None
    against = tuple(f"dossier:{each.name} {what}" for each in places)
    unit = "km2" if what == "area" else "people"
    terms = " + ".join(shown(value.value) for value in values)
    return Whole(total, against, f"{terms} = {shown(total, unit)}" if len(values) > 1 else "")


# --- one figure against the dossier -----------------------------------------------------------------------


def _repaired(figure: Figure, dossier: Dossier | None) -> Figure:
    """Reads square metres as square kilometres where only these make sense of a territory."""
    whole = whole_of(figure.place, "area", dossier)
    if whole is None or figure.unit != "m2" or figure.value is None or land_of(figure) is None:
        return figure
    if figure.value / 1e6 / whole.value >= IMPLAUSIBLE_SHARE or figure.value > whole.value:
        return figure
    return replace(
        figure,
        unit="km2",
        status="repaired",
        note=f"printed “{figure.evidence.exact}”; read as {shown(figure.value, 'km2')}: too small for territory",
        evidence=replace(figure.evidence, status=EvidenceStatus.REPAIRED),
    )


def _own_checks(around: Wording, dossier: Dossier | None, same: Identity) -> list[Check]:
    figure = around.figure
    if figure.value is None:
        return []
    found = [_unit_check(figure, dossier), _bound_check(figure, dossier)]
    if figure.measured_property in {"population", "area"}:
        found.append(_reference_check(around, figure.measured_property, dossier, same))
    else:
        found.append(_people_check(around, dossier, same))
    return [check for check in found if check]


def _unit_check(figure: Figure, dossier: Dossier | None) -> Check | None:
    """Shows for a repaired area what it would be as printed, and what it is as read."""
    if figure.status != "repaired" or figure.value is None:
        return None
    whole = whole_of(figure.place, "area", dossier)
    if whole is None or figure.unit != "km2":
        return Check("unit", "repaired", (), None, figure.note)
    printed, read = figure.value / 1e6 / whole.value, figure.value / whole.value
    arithmetic = (
        f"{shown(figure.value)} m2 would be {100 * printed:.2g} % of {shown(whole.value, 'km2')} "
        f"({figure.place}); {shown(figure.value, 'km2')} is {100 * read:.1f} %"
    )
    verdict = "repaired" if read <= 1 else "inconsistent"
    return Check("unit", verdict, whole.against, None, arithmetic)


def _bound_check(figure: Figure, dossier: Dossier | None) -> Check | None:
    """Finds parts that are larger than their whole."""
    if figure.value is None or land_of(figure) is None:
        return None
    if kind_of(figure) == "share":
        if figure.value <= 100:
            return None
        return Check("bound", "inconsistent", (), None, f"{stated(figure)} is more than 100 %")
    whole = whole_of(figure.place, "area", dossier)
    area = in_unit(figure.value, figure.unit, "km2")
    if whole is None or area is None or area <= whole.value:
        return None
    difference = (area - whole.value) / whole.value
    arithmetic = (
        f"{shown(area, 'km2')} is more than the {shown(whole.value, 'km2')} of {figure.place}"
    )
    return Check("bound", "inconsistent", whole.against, difference, arithmetic)


def _reference_check(
    around: Wording, what: str, dossier: Dossier | None, same: Identity
) -> Check | None:
    """Sets a population or an area as a whole against the dossier's; a place read from elsewhere proves nothing."""
    figure = around.figure
    whole = whole_of(figure.place, what, dossier)
    unit = "km2" if what == "area" else "people"
    converted = told_in(figure, unit)
    if whole is None or converted is None or converted.value is None:
        return None
    result = agreement(whole.value, converted)
    arithmetic = f"dossier: {whole.summed or shown(whole.value, unit)}; stated {stated(figure)}; {result.words}"
    verdict = "consistent" if result.agrees else "inconsistent"
    if not result.agrees and not _names_place(around, same):
        return None
    if (
        not result.agrees
        and what == "population"
        and _may_have_changed(converted.value, whole.value)
    ):
        verdict = "not comparable"
        arithmetic = f"{arithmetic}; people may have come or gone since the dossier’s count"
    return Check("reference", verdict, whole.against, result.difference, arithmetic)


GROWN = 1.5
"""Times its population of the dossier that a place may have had at another time."""
LEFT = 0.15
"""Part of its population of the dossier that may be left in a place."""


def _may_have_changed(value: float, reference: float) -> bool:
    return LEFT <= value / reference <= GROWN


_OTHER_PLACE = re.compile(
    r"\b(?:city|town|village|settlement|district|part|suburb|municipality|camp)\b", re.IGNORECASE
)


def _names_place(around: Wording, same: Identity) -> bool:
    """Says whether the figure's own sentence names its place, and no other one, in a name or in a word."""
    mentions = [m for m in same.names.mentions(around.words) if m.kind in {"place", "state"}]
    if {m.name for m in mentions} != {around.figure.place}:
        return False
    bare = around.words
    for mention in reversed(mentions):
        bare = bare[: mention.span.start] + bare[mention.span.end :]
    return _OTHER_PLACE.search(bare) is None


_OF_PLACE = frozenset({"civilians", "children", "people", "displaced people"})


def _people_check(around: Wording, dossier: Dossier | None, same: Identity) -> Check | None:
    """Finds more people killed, deported or displaced in a place than live there."""
    figure = around.figure
    whole = whole_of(figure.place, "population", dossier)
    thing = load_measurands().thing(figure.measured_entity or "")
    if whole is None or figure.unit != "people" or thing is None or thing.id not in _OF_PLACE:
        return None
    if (
        figure.value is None
        or figure.value <= GROWN * whole.value
        or not _names_place(around, same)
    ):
        return None
    people = shown(whole.value, "people")
    arithmetic = f"{stated(figure)} in {figure.place}; dossier: {people}; more than live there"
    difference = figure.value / whole.value - 1
    return Check("bound", "inconsistent", whole.against, difference, arithmetic)


# --- shares and areas of one place ------------------------------------------------------------------------


def _land_checks(
    figures: Sequence[Figure], dossier: Dossier | None, same: Identity
) -> list[tuple[str, Check]]:
    """Checks areas against shares of the same place: share of whole, and complement."""
    by_place: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.value is not None and land_of(figure):
            by_place.setdefault(figure.place or "", []).append(figure)
    found: list[tuple[str, Check]] = []
    for place, group in by_place.items():
        whole = whole_of(place, "area", dossier)
        if whole is None:
            continue
        shares = [figure for figure in group if kind_of(figure) == "share"]
        areas = [figure for figure in group if kind_of(figure) == "area"]
        own: dict[str, set[float | None]] = {}
        for share in shares:
            own.setdefault(share.report, set()).add(share.value)
        for share in shares:
            partners = [
                area
                for area in areas
                if _meets(share, area, own.get(area.report, set())) and not same.apart(share, area)
            ]
            for area in partners:
                found.extend(_share_of_whole(share, area, whole))
            if not partners:
                found.append((share.id, _derived(share, whole)))
    return found


def _meets(share: Figure, area: Figure, own: Set[float | None]) -> bool:
    """Says whether two figures may be set against each other: one report, or nearly one date.

    An area whose own report gives a share (`own`) is not checked by another share of other reports.
    """
    if share.report == area.report:
        return True
    return not own - {share.value} and bool(near(share.as_of, area.as_of))


def _one_date(share: Figure, area: Figure) -> bool:
    """Says whether a difference of two figures can be no change over time."""
    return share.report == area.report or bool(near(share.as_of, area.as_of, SAME_DAYS))


def _dates(share: Figure, area: Figure) -> str:
    shown_dates = (format_edtf(figure.as_of) for figure in (share, area))
    return " and ".join(shown_dates)


def _share_of_whole(share: Figure, area: Figure, whole: Whole) -> list[tuple[str, Check]]:
    """Sets the area that a share, or what it leaves, stands for against the area stated."""
    left, right = land_of(share), land_of(area)
    measured = told_in(area, "km2")
    if left is None or right is None or measured is None or share.value is None:
        return []
    same_side = (left.party == right.party) == (left.held == right.held)
    part = share.value if same_side else float(f"{100 - share.value:.10g}")
    calculated = part / 100 * whole.value
    result = agreement(calculated, measured)
    steps = [
        whole.summed,
        "" if same_side else f"100 % - {share.value:g} % = {part:g} %",
        f"{part:g} % of {shown(whole.value, 'km2')} = {shown(calculated, 'km2')}",
        f"stated {stated(area)}",
        result.words,
    ]
    arithmetic = "; ".join(step for step in steps if step)
    kind = "share of whole" if same_side else "complement"
    verdict = "consistent" if result.agrees else "inconsistent"
    if not result.agrees and not _one_date(share, area):
        verdict = "not comparable"
        arithmetic = f"{arithmetic}; as of different dates: {_dates(share, area)}"
    return [
        (one.id, Check(kind, verdict, (other.id, *whole.against), result.difference, arithmetic))
        for one, other in ((area, share), (share, area))
    ]


def _derived(share: Figure, whole: Whole) -> Check:
    part = (share.value or 0.0) / 100 * whole.value
    rest = whole.value - part
    steps = [
        whole.summed,
        f"{share.value:g} % of {shown(whole.value, 'km2')} = {shown(part, 'km2')}",
        f"the rest is {shown(rest, 'km2')}",
    ]
    arithmetic = "; ".join(step for step in steps if step)
    return Check("share of whole", "derived", whole.against, None, arithmetic)
