"""Series: the figures of one measurand through time, with what each says beside the one before it.

Here live the order, the lineage and which figures only repeat another. What a figure measures is decided in
`identity`, whether two agree in `figures`; both are taken as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from reportedly.comparing.arithmetic import in_unit
from reportedly.comparing.echoes import BY_CREDIT
from reportedly.comparing.figures import distinct_readings
from reportedly.comparing.identity import Identity
from reportedly.comparing.measurands import Reading, matter_of, near
from reportedly.comparing.positions_held import is_origin, names_one
from reportedly.comparing.wordings import wordings_of
from reportedly.model import (
    Comparison,
    Echo,
    Figure,
    Link,
    Point,
    Relation,
    Report,
    Series,
    SpeakerKind,
)
from reportedly.model.dates import sort_key

_TURNED = {"at least": "at most", "at most": "at least", "over": "under", "under": "over"}
_ANONYMOUS = frozenset({SpeakerKind.ANONYMOUS_OFFICIAL, SpeakerKind.ANONYMOUS_SOURCE})


def series_of(
    figures: Iterable[Figure],
    reports: Iterable[Report],
    comparisons: Iterable[Comparison],
    echoes: Iterable[Echo] = (),
    identity: Identity | None = None,
) -> tuple[Series, ...]:
    """Returns a series for each measurand, those with most figures first.

    Args:
        figures: rows of any reports; those that measure nothing another could measure are in no series.
        reports: their reports.
        comparisons: what `compare_figures` says of the figures.
        echoes: groups of reports that share an origin; equal figures of one group count as repeated.
        identity: which figures are one measurand; None knows no dossier and no judgements.
    """
    known, held = tuple(figures), tuple(reports)
    by_id = {report.id: report for report in held}
    around = wordings_of(known, held)
    groups = (identity or Identity()).groups(known, held, around)
    shared = _shared(echoes)
    told: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        told[comparison.matter].append(comparison)
    found = []
    for measurand, readings in groups.items():
        matter = matter_of(measurand)
        points = [_point(reading, matter, by_id.get(reading.figure.report)) for reading in readings]
        leading = {
            one.figure.id: tellings[0].figure.id
            for tellings in distinct_readings(readings, around)
            for one in tellings
        }
        found.append(_series(points, told[matter], shared, leading))
    return tuple(sorted(found, key=lambda one: (-len(one.points), one.matter)))


def _series(
    points: Iterable[Point],
    comparisons: Sequence[Comparison],
    shared: Mapping[frozenset[str], str],
    leading: Mapping[str, str],
) -> Series:
    ordered = _with_repeats(sorted(points, key=_place), shared)
    related = _with_relations(ordered, comparisons, leading)
    first = related[0]
    names = (point.origin for point in related if point.repeats is None and point.origin)
    return Series(first.matter, first.unit, related, tuple(dict.fromkeys(names)))


def _place(point: Point) -> tuple[object, ...]:
    """Orders by date, what holds up to a day at that day; a date of its own and a longer chain go first."""
    bounded = point.as_of is not None and point.as_of.startswith("../")
    known = point.as_of.removeprefix("../") if point.as_of else None
    published = sort_key(point.published)
    return sort_key(known), bounded, published, point.report, -len(point.chain), point.figure


def _point(reading: Reading, matter: str, report: Report | None) -> Point:
    figure = reading.figure
    low, high = _bounds(reading)
    return Point(
        matter=matter,
        as_of=figure.as_of,
        value=reading.value,
        low=low,
        high=high,
        modifier=_TURNED.get(figure.modifier, figure.modifier)
        if reading.turned
        else figure.modifier,
        unit=reading.unit,
        turned=reading.turned,
        assumption=reading.assumption,
        words=figure.evidence.exact,
        speaker=figure.speaker,
        chain=tuple(link.name for link in figure.chain),
        origin=_origin(figure.chain),
        repeats=None,
        repeats_by=None,
        relations=(),
        status=figure.status,
        outlet=report.outlet if report else None,
        published=report.published if report else None,
        figure=figure.id,
        report=figure.report,
    )


def _bounds(reading: Reading) -> tuple[float | None, float | None]:
    """Returns the lowest and the highest value in the unit of the reading, on the side that is compared."""
    figure = reading.figure
    low, high = (
        None if end is None else in_unit(end, figure.unit, reading.unit)
        for end in (figure.low, figure.high)
    )
    if not reading.turned:
        return low, high
    low, high = (None if end is None else float(f"{100 - end:.10g}") for end in (high, low))
    return low, high


def _origin(chain: Sequence[Link]) -> str | None:
    """Returns the end of a chain; what names nobody is told apart by who relays it, None where nobody does."""
    if not chain or not is_origin(chain[-1].name):
        return None
    last = chain[-1]
    if last.kind not in _ANONYMOUS and names_one(last.name):
        return last.name
    relays = [link.name for link in chain[:-1] if is_origin(link.name)]
    return f"{last.name} (via {relays[-1]})" if relays else None


def _shared(echoes: Iterable[Echo]) -> dict[frozenset[str], str]:
    """Returns on what basis each two reports of a group share an origin; a credit goes before reuse."""
    pairs: dict[frozenset[str], str] = {}
    for echo in echoes:
        for pair in map(frozenset, combinations(echo.reports, 2)):
            if echo.basis == BY_CREDIT or pair not in pairs:
                pairs[pair] = echo.basis
    return pairs


def _with_repeats(points: Sequence[Point], shared: Mapping[frozenset[str], str]) -> list[Point]:
    """Marks each point that says what an earlier one of the same origin says of the same time."""
    found: list[Point] = []
    for point in points:
        basis = next(
            (
                (first.figure, why)
                for first in found
                if first.repeats is None and (why := _repeated(first, point, shared))
            ),
            None,
        )
        found.append(replace(point, repeats=basis[0], repeats_by=basis[1]) if basis else point)
    return found


def _repeated(first: Point, point: Point, shared: Mapping[frozenset[str], str]) -> str | None:
    """Returns why one point only repeats another, None if it does not."""
    if (first.value, first.low, first.high) != (point.value, point.low, point.high):
        return None
    if near(first.as_of, point.as_of) is False:
        return None
    if first.report == point.report:
        return "same report"
    if first.origin is not None and first.origin == point.origin:
        return "same origin"
    return shared.get(frozenset({first.report, point.report}))


def _with_relations(
    points: Sequence[Point], comparisons: Iterable[Comparison], leading: Mapping[str, str]
) -> tuple[Point, ...]:
    """Gives each point what the comparisons say of it; of a dated and an undated one, the undated tells it.

    Args:
        points: those of one measurand.
        comparisons: of its figures.
        leading: by figure the one that leads those which tell the same once more, as they are compared.
    """
    known = {point.figure: point for point in points}
    relations: dict[str, list[Relation]] = defaultdict(list)
    for comparison in comparisons:
        sides = dict.fromkeys(leading[row] for row in comparison.rows if row in leading)
        if len(sides) < 2:
            continue
        first, later, *_ = (known[side] for side in sides)
        if first.as_of is None and later.as_of is not None:
            first, later = later, first
        change = _change(first, later)
        relation = Relation(comparison.kind, first.figure, change, comparison.note)
        relations[later.figure].append(relation)
    return tuple(replace(point, relations=tuple(relations[point.figure])) for point in points)


def _change(first: Point, later: Point) -> float | None:
    """Returns how much a value differs from an earlier one, None where that cannot be said."""
    unknown = None in (first.as_of, later.as_of)
    if unknown or first.value is None or later.value is None:
        return None
    return float(f"{later.value - first.value:.10g}")
