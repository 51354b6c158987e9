"""Draws a series of figures as SVG or PNG: points with ranges, one mark a source, as-of on the axis.

Here lives what is drawn; the sheet (sizes, title, legend, footer) is `plot_sheet`. Matplotlib is loaded when a plot is
asked for, and only its objects are used, never pyplot, so that nothing is shared between two drawings.
"""
# ruff: noqa: PLC0415  (matplotlib is an extra)

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.briefing.wording_figures import figure_text
from reportedly.model import Point, Series
from reportedly.model.dates import bounds, is_edtf

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
"""Okabe and Ito's colours, which colour-blind readers tell apart; yellow, too pale on white, is left out."""
SHAPES = ("o", "s", "^", "D", "v", "P", "X", "<")
"""Marks; since there are not as many as colours, 56 sources differ in one or the other, the first 7 in both."""
INK, FAINT, CLASHING = "#222222", "#9A9A9A", "#B2182B"
CLASH = "disagreement"
"""The kind of comparison that is drawn as one."""
LABELLED = 24
"""Points up to which each has its value beside it; more would cover each other."""
STEP = 7.0
"""Points of type by which marks of one place are set apart."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the marks of one source look."""

    colour: str
    shape: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a point stands on the axis of dates; days are counted as `date.toordinal` does."""

    # The day of the mark; None for an undated point.
    day: float | None
    # First and last day that its date covers; None where that end is open, or the date is one day.
    first: int | None
    last: int | None
    # Whether it holds up to a day that alone is known.
    up_to: bool = False


def looks_of(series: Series) -> dict[str, Look]:
    """Returns how each source of a series is marked, in the order of its points."""
    names = dict.fromkeys(source_of(point) for point in series.points)
    return {
        name: Look(COLOURS[number % len(COLOURS)], SHAPES[number % len(SHAPES)])
        for number, name in enumerate(names)
    }


def source_of(point: Point) -> str:
    """Returns the source of a point: the end of its chain, else who states it."""
    return point.origin or point.speaker or point.outlet or "source unknown"


def spot_of(point: Point) -> Spot:
    """Returns where a point stands in time: a period in its middle, "up to a day" at that day."""
    days = bounds(point.as_of) if point.as_of and is_edtf(point.as_of) else (None, None)
    first, last = (None if day is None else day.toordinal() for day in days)
    if first is None or last is None:
        return Spot(last if first is None else first, None, None, up_to=last is not None)
    if first == last:
        return Spot(first, None, None)
    return Spot((first + last) / 2, first, last)


class Drawing:
    """Puts the points of one series on axes of dates, and those without a date beside it."""

    def __init__(self, series: Series) -> None:
        self.series = series
        self.looks = looks_of(series)
        self.spots = {point.figure: spot_of(point) for point in series.points}
        self._heights = {point.figure: middle_of(point) for point in series.points}
        self._shifts = _shifts(series.points, self.spots)
        spots = self.spots.values()
        days = [day for one in spots for day in (one.first, one.day, one.last) if day is not None]
        self.first, self.last = (min(days), max(days)) if days else (0.0, 0.0)
        self.labelled = len(series.points) <= LABELLED

    @property
    def margin(self) -> float:
        """Days left free at both ends of the axis."""
        return max(6.0, (self.last - self.first) * 0.08)

    def draw_dated(self, axes: Axes) -> None:
        """Draws the points whose place in time is known, and what they say beside each other."""
        axes.set_xlim(self.first - self.margin, self.last + self.margin)
        self._draw_relations(axes)
        for point in self.series.points:
            spot = self.spots[point.figure]
            if spot.day is not None:
                self._draw_period(axes, point, spot)
                self._draw_point(axes, point, spot.day)

    def draw_undated(self, axes: Axes) -> None:
        """Draws the points without a date side by side."""
        undated = [p for p in self.series.points if self.spots[p.figure].day is None]
        axes.set_xlim(-0.6, max(1, len(undated)) - 0.4)
        for place, point in enumerate(undated):
            self._draw_point(axes, point, place)

    def _draw_relations(self, axes: Axes) -> None:
        """Draws a band between two that disagree, a thin line from one to the next where nobody disagrees."""
        for pair in self.lines:
            axes.plot(*self._ends(pair), color=FAINT, lw=0.9, zorder=1)
        for first, later, _ in self._pairs(CLASH):
            draw_clash(axes, *self._ends((first, later)))

    def _ends(self, pair: tuple[str, str]) -> tuple[list[float], list[float]]:
        """Returns days and heights of two dated points."""
        return [self.spots[one].day or 0.0 for one in pair], [self._heights[one] for one in pair]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The dated points that a line joins; none where it would lead to one side of a disagreement."""
        disputed = {point for first, later, _ in self._pairs(CLASH) for point in (first, later)}
        pairs = [(first, later) for first, later, _ in self._pairs()]
        return [pair for pair in pairs if not disputed & set(pair)]

    def _pairs(self, only: str | None = None) -> list[tuple[str, str, str]]:
        """Returns the dated points that are set beside each other, and what one says of the other."""
        dated = {figure for figure, spot in self.spots.items() if spot.day is not None}
        return [
            (relation.figure, later.figure, relation.kind)
            for later in self.series.points
            for relation in later.relations
            if {relation.figure, later.figure} <= dated and only in (None, relation.kind)
        ]

    def _draw_period(self, axes: Axes, point: Point, spot: Spot) -> None:
        """Draws a bar along the axis for a period, dots towards the past where only a latest day is known."""
        colour, height = self.looks[source_of(point)].colour, middle_of(point)
        heights = [height, height]
        if spot.first is not None and spot.last is not None:
            ends = [spot.first, spot.last]
            axes.plot(
                ends,
                heights,
                color=colour,
                lw=2.2,
                alpha=0.55,
                marker="|",
                markersize=8,
                zorder=2,
            )
        elif spot.up_to and spot.day is not None:
            back = [spot.day - self.margin * 0.75, spot.day]
            axes.plot(back, heights, color=colour, lw=1.8, ls=(0, (1, 1.6)), zorder=2)

    def _draw_point(self, axes: Axes, point: Point, place: float) -> None:
        """Draws a mark with its range; a hollow one where it only repeats another."""
        from matplotlib.transforms import ScaledTranslation

        look = self.looks[source_of(point)]
        shift = self._shifts.get(point.figure, 0.0)
        figure = axes.figure
        moved = axes.transData + ScaledTranslation(shift / 72, 0, figure.dpi_scale_trans)
        _draw_range(axes, point, place, look.colour, moved)
        heights = [point.value] if point.value is not None else ends_of(point)
        hollow = point.repeats is not None
        axes.plot(
            [place] * len(heights),
            heights,
            ls="",
            marker=look.shape,
            markersize=8,
            markerfacecolor="white" if hollow else look.colour,
            markeredgecolor=look.colour if hollow else "white",
            markeredgewidth=1.6 if hollow else 0.8,
            transform=moved,
            zorder=5,
        )
        if self.labelled and heights:
            self._label(axes, point, place)

    def _label(self, axes: Axes, point: Point, place: float) -> None:
        """Writes the value of a point where nothing else is drawn; repetitions have none."""
        if point.repeats is not None:
            return
        undated = self.spots[point.figure].day is None
        below = self._is_lower(point) or (undated and (place % 2 == 1 or point.high is None))
        ends = [end for end in (*ends_of(point), point.value) if end is not None]
        shift = self._shifts.get(point.figure, 0.0)
        side, offset = ("center", 0.0) if undated else self._side(place)
        under = -30 if undated and place % 2 == 1 else -17
        beside = is_open(point) and not undated
        if beside:
            side, offset = ("right", -9.0) if side == "right" else ("left", 9.0)
        axes.annotate(
            figure_text(point),
            (place, min(ends) if below else max(ends)),
            xytext=(shift + offset, -3 if beside else under if below else 9),
            textcoords="offset points",
            ha=side,
            fontsize=9,
            color=INK,
            zorder=6,
            bbox={
                "boxstyle": "square,pad=0.1",
                "fc": axes.get_facecolor(),
                "ec": "none",
                "alpha": 0.75,
            },
        )

    def _side(self, place: float) -> tuple[str, float]:
        """Returns how a label is set, so that it stays within the axes."""
        begin = self.first - self.margin
        share = (place - begin) / (self.last + self.margin - begin)
        return ("left", -7.0) if share < 0.1 else ("right", 7.0) if share > 0.9 else ("center", 0.0)

    def _is_lower(self, point: Point) -> bool:
        """Says whether all that a point is tied to is as high or higher, and something is higher."""
        tied = [
            self._heights[first if point.figure == later else later] - self._heights[point.figure]
            for first, later, _ in self._pairs()
            if point.figure in (first, later)
        ]
        return bool(tied) and min(tied) >= 0 < max(tied)


def draw_clash(axes: Axes, days: Sequence[float], heights: Sequence[float]) -> None:
    """Draws what stands between two that disagree: a pale band, and the sign ≠ in its middle."""
    axes.plot(days, heights, color=CLASHING, lw=9, alpha=0.16, solid_capstyle="round", zorder=0)
    axes.plot(days, heights, color=CLASHING, lw=1.1, ls=(0, (3, 2)), zorder=1)
    middle = sum(days) / 2
    axes.text(
        middle,
        sum(heights) / 2,
        "≠",
        color=CLASHING,
        fontsize=13,
        fontweight="bold",
        ha="center",
        va="center",
        zorder=7,
        bbox={"boxstyle": "circle,pad=0.12", "fc": "white", "ec": CLASHING, "lw": 0.9},
    )


def _draw_range(axes: Axes, point: Point, place: float, colour: str, transform: Transform) -> None:
    """Draws a bar with caps for a range, an arrow where one end of it is open."""
    low, high = point.low, point.high
    if low == high:
        return
    known = [end for end in (low, point.value, high) if end is not None]
    caps = "" if is_open(point) else "_"
    axes.plot(
        [place] * 2,
        [known[0], known[-1]],
        color=colour,
        lw=1.6,
        marker=caps,
        markersize=9,
        transform=transform,
        zorder=4,
    )
    if not is_open(point):
        return
    up = high is None
    axes.annotate(
        "",
        (place, known[0] if up else known[-1]),
        xytext=(0, 30 if up else -30),
        textcoords="offset points",
        arrowprops={"arrowstyle": "<|-", "color": colour, "lw": 1.6, "shrinkA": 0, "shrinkB": 5},
        zorder=4,
    )


def is_open(point: Point) -> bool:
    """Says whether one end of a range is open: "at least 1,200"."""
    return (point.low is None) != (point.high is None)


def ends_of(point: Point) -> list[float]:
    """Returns the ends of a range that are known."""
    return [end for end in (point.low, point.high) if end is not None]


def middle_of(point: Point) -> float:
    """Returns the height at which a point is tied to others: its value, else the middle of its range."""
    known = [point.value] if point.value is not None else ends_of(point)
    return sum(known) / len(known) if known else 0.0


def _shifts(points: Sequence[Point], spots: Mapping[str, Spot]) -> dict[str, float]:
    """Returns by how much marks are set apart that would cover each other: equal values of one day."""
    places = [(spots[p.figure].day, p.value, p.low, p.high) for p in points]
    many, seen = Counter(places), Counter[tuple[object, ...]]()
    shifts: dict[str, float] = {}
    for point, place in zip(points, places, strict=True):
        if place[0] is not None and many[place] > 1:
            shifts[point.figure] = (seen[place] - (many[place] - 1) / 2) * 2 * STEP
            seen[place] += 1
    return shifts
