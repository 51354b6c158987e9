"""The sheet a series is drawn on: sizes, axes, title, legend, footer, and the file it becomes.

Two drawings of the same rows are the same bytes in SVG: no date, fixed ids, text as text.
"""
# ruff: noqa: PLC0415  (matplotlib is an extra)

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportedly.briefing.plot import CLASH, CLASHING, FAINT, INK, Drawing, is_open
from reportedly.briefing.wording import count, date_text, outlet_of
from reportedly.briefing.wording_figures import number_text, unit_text
from reportedly.errors import UsageError
from reportedly.model import Report, Series

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Sheet

KINDS = ("svg", "png")
"""Formats of a plot."""
CITED = 8
"""Reports that the footer names."""
WIDTH, BODY = 9.0, 3.6
"""Inches: the sheet's width, the height of the axes."""
LINE, ROW = 0.165, 0.235
"""Inches: a line of the footer, a row of the legend."""
LEFT, RIGHT = 0.085, 0.97
"""Where the axes begin and end, as shares of the width."""
LONGEST = 48
"""Characters of a source's name in the legend."""
LETTERS = 150
"""Characters of a line of the footer."""
STYLE: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "svg.fonttype": "none",
    # A title may hold "$", which is no formula.
    "text.parse_math": False,
    "svg.hashsalt": "reportedly",
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Months on the axis, whatever the language of the machine."""
Entries = list[tuple["Artist", str]]
"""Signs of a legend and what they mean."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How high the parts of a sheet are, in inches."""

    title: list[str]
    sources: Entries
    signs: Entries
    footer: list[str]

    @property
    def top(self) -> float:
        return 0.72 + 0.27 * len(self.title)

    @property
    def columns(self) -> int:
        """Columns in which the sources are listed; the signs stand in one more."""
        return 1 if len(self.sources) <= 8 else 2

    @property
    def legend_rows(self) -> int:
        return max(-(-len(self.sources) // self.columns), len(self.signs))

    @property
    def bottom(self) -> float:
        return 0.8 + ROW * self.legend_rows + LINE * len(self.footer) + 0.2

    @property
    def height(self) -> float:
        return self.top + BODY + self.bottom


def plot_series(series: Series, title: str, reports: Sequence[Report], kind: str) -> bytes:
    """Returns a drawing of a series as the bytes of an SVG or PNG file.

    Raises:
        UsageError: matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure as Sheet
    except ImportError as error:
        to_do = "Install it: pip install 'reportedly[plot]'."
        raise UsageError("matplotlib for a plot", "none", to_do, "--plot") from error
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(STYLE)
        drawing = Drawing(series)
        sheet_title = textwrap.wrap(title, 72)
        footer = _footer(series, reports)
        layout = _Layout(sheet_title, _sources(drawing), _signs(drawing), footer)
        sheet = Sheet(figsize=(WIDTH, layout.height), facecolor="white")
        _draw_axes(sheet, drawing, layout)
        _write_around(sheet, series, layout)
        target = BytesIO()
        about = {"Date": None, "Creator": "Reportedly"} if kind == "svg" else {"Software": None}
        sheet.savefig(target, format=kind, dpi=150, metadata=about)
    return target.getvalue()


def _draw_axes(sheet: Sheet, drawing: Drawing, layout: _Layout) -> None:
    """Draws the axes of dates, and a column beside it for what has none."""
    bottom, height = layout.bottom / layout.height, BODY / layout.height
    dated = [p for p in drawing.series.points if drawing.spots[p.figure].day is not None]
    undated = len(drawing.series.points) - len(dated)
    column = min(0.4, 0.07 + 0.08 * undated) if undated else 0.0
    if not dated:
        column = RIGHT - LEFT
    shared: Axes | None = None
    if dated:
        gap = 0.015 if undated else 0.0
        shared = sheet.add_axes((LEFT, bottom, RIGHT - LEFT - column - gap, height))
        drawing.draw_dated(shared)
        _date_axis(shared, drawing)
    if undated:
        side = sheet.add_axes((RIGHT - column, bottom, column, height), sharey=shared)
        side.set_facecolor("#F3F3F3")
        drawing.draw_undated(side)
        side.set_xticks([])
        side.set_xlabel("undated", fontsize=10)
        if shared is not None:
            side.tick_params(left=False, labelleft=False)
    first = sheet.axes[0]
    _value_axis(first, drawing.series)
    for axes in sheet.axes:
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(visible=True, axis="y", color="#E4E4E4", lw=0.8)
        axes.set_axisbelow(True)


def _date_axis(axes: Axes, drawing: Drawing) -> None:
    """Marks days, months or years; the year stands below the first mark and below each first one of a year."""
    from matplotlib.ticker import FixedFormatter, FixedLocator

    ends = (drawing.first - drawing.margin, drawing.last + drawing.margin)
    days = _ticks(*(date.fromordinal(min(max(1, round(end)), LAST)) for end in ends))
    by_year = (days[-1] - days[0]).days > TEN_YEARS
    by_month = all(day.day == 1 for day in days)
    names, year = [], 0
    for day in days:
        month = MONTHS[day.month - 1]
        short = str(day.year) if by_year else month if by_month else f"{day.day} {month}"
        names.append(short if by_year or day.year == year else f"{short}\n{day.year}")
        year = day.year
    axes.xaxis.set_major_locator(FixedLocator([day.toordinal() for day in days]))
    axes.xaxis.set_major_formatter(FixedFormatter(names))
    axes.set_xlabel("as of", fontsize=10)


LAST = date.max.toordinal()
"""The last day that can be written."""
TEN_YEARS, WEEKS = 3650, 150
"""Days from which on an axis has years alone, and up to which it has days."""


def _ticks(first: date, last: date) -> list[date]:
    """Returns at most nine days to mark between two days: round ones."""
    span = (last - first).days
    if span <= WEEKS:
        step = next(step for step in (1, 2, 3, 5, 7, 10, 14, 20) if span / step <= 8)
        start = first + timedelta(days=step // 2)
        return [start + timedelta(days=at) for at in range(0, span - step // 2, step)]
    months = span / 30.4
    sizes = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000)
    step = next(step for step in sizes if months / step <= 8 or step == sizes[-1])
    begin = first.year * 12 if step >= 12 else first.year * 12 + first.month - 1
    begin -= begin % step
    found = [date(at // 12, at % 12 + 1, 1) for at in range(begin, last.year * 12 + 12, step) if at]
    return [day for day in found if first <= day <= last]


def _value_axis(axes: Axes, series: Series) -> None:
    """Leaves room for the values above and below; begins at 0 where that is near."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    known = [v for p in series.points for v in (p.value, p.low, p.high) if v is not None]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    room = (high - low) * 0.22 or abs(high) * 0.15 or 1.0
    floor = 0.0 if low >= 0 and low - room <= (high - low) * 0.5 else low - room
    axes.set_ylim(floor, high + room)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number_text(round(value, 6))))
    unit = unit_text(series.unit) or "number"
    words = unit if floor == 0 else f"{unit} · the axis does not begin at 0"
    axes.set_title(words, loc="left", fontsize=9, color="#555555", pad=7)


def _sources(drawing: Drawing) -> Entries:
    """Returns the mark of each source."""
    from matplotlib.lines import Line2D

    style: dict[str, Any] = {"ls": "", "markersize": 8, "markeredgecolor": "white"}
    return [
        (
            Line2D([], [], marker=look.shape, color=look.colour, **style),
            name if len(name) <= LONGEST else f"{name[: LONGEST - 2].rstrip()} …",
        )
        for name, look in drawing.looks.items()
    ]


def _signs(drawing: Drawing) -> Entries:
    """Returns what the other signs mean, as far as they are used."""
    from matplotlib.lines import Line2D
    from matplotlib.path import Path

    arrow = Path([(0, -1), (0, 1), (-0.45, 0.4), (0, 1), (0.45, 0.4)])
    points, spots = drawing.series.points, drawing.spots.values()
    kinds = {relation.kind for point in points for relation in point.relations}
    signs: tuple[tuple[bool, dict[str, Any], str], ...] = (
        (
            CLASH in kinds,
            {"color": CLASHING, "lw": 5, "alpha": 0.35},
            "≠ disagreement at nearly one date",
        ),
        (
            bool(drawing.lines),
            {"color": FAINT, "lw": 0.9},
            "thin line: the next in time, by agreement or trend",
        ),
        (
            any(point.repeats for point in points),
            {"ls": "", "marker": "o", "mfc": "white", "mec": INK, "mew": 1.5, "markersize": 8},
            "hollow: repeats another figure",
        ),
        (
            any(spot.first for spot in spots),
            {"color": INK, "lw": 2.2, "alpha": 0.55, "marker": "|", "markersize": 8},
            "bar along the axis: at some time in this period",
        ),
        (
            any(spot.up_to for spot in spots),
            {"color": INK, "lw": 1.8, "ls": (0, (1, 1.6))},
            "dots: at some time up to this day",
        ),
        (
            any(is_open(point) for point in points),
            {"ls": "", "marker": arrow, "mfc": "none", "mec": INK, "mew": 1.4, "markersize": 11},
            "arrow: at least, or at most",
        ),
        (
            any(None not in (p.low, p.high) and p.low != p.high for p in points),
            {"ls": "", "marker": "_", "markersize": 10, "color": INK},
            "upright bar: the range stated",
        ),
    )
    return [(Line2D([], [], **style), words) for used, style, words in signs if used]


def _footer(series: Series, reports: Sequence[Report]) -> list[str]:
    """Returns where the figures come from, and how they are read."""
    used = dict.fromkeys(point.report for point in series.points)
    cited = [report for report in reports if report.id in used]
    named = [f"{outlet_of(r)}, {date_text(r.published)} ({r.id[:9]})" for r in cited[:CITED]]
    more = f" and {len(cited) - CITED} more" if len(cited) > CITED else ""
    head = f"{count(len(series.points), 'figure')} in {count(len(used), 'report')}: "
    lines = textwrap.wrap(f"{head}{' · '.join(named)}{more}", LETTERS)
    notes = dict.fromkeys(point.assumption for point in series.points if point.assumption)
    turned = any(point.turned for point in series.points)
    read = [*notes, *(["complementary shares are turned to one side"] if turned else [])]
    return [*lines, *(textwrap.wrap(f"Read so: {'; '.join(read)}", LETTERS) if read else [])]


def _write_around(sheet: Sheet, series: Series, layout: _Layout) -> None:
    """Writes the title, the line below it, the legend and the footer."""

    def above(inches: float) -> float:
        return inches / layout.height

    left = LEFT - 0.045
    for number, line in enumerate(layout.title):
        height = above(layout.height - 0.32 - 0.27 * number)
        sheet.text(left, height, line, fontsize=13, fontweight="bold")
    origins = count(len(series.origins), "origin") if series.origins else "no known origin"
    below = above(layout.height - 0.31 - 0.27 * len(layout.title))
    sheet.text(left, below, _span(series, origins), fontsize=9.5, color="#555555")
    legend = {"frameon": False, "fontsize": 9, "borderaxespad": 0, "handlelength": 2.2}
    places = ((layout.sources, left, layout.columns), (layout.signs, 0.52, 1))
    for entries, start, columns in places:
        sheet.legend(
            [handle for handle, _ in entries],
            [words for _, words in entries],
            loc="upper left",
            bbox_to_anchor=(start, above(layout.bottom - 0.7)),
            ncols=columns,
            **legend,
        )
    for number, line in enumerate(layout.footer):
        height = above(0.12 + LINE * (len(layout.footer) - 1 - number))
        sheet.text(left, height, line, fontsize=7.5, color="#555555")


def _span(series: Series, origins: str) -> str:
    ends = series.dated[:1] + series.dated[-1:]
    dates = [date_text(point.as_of).removeprefix("by ") for point in ends]
    span = " to ".join(dict.fromkeys(dates)) or "date unknown"
    many = count(len(series.points), "figure")
    return f"{many} from {origins} · {span} · no verdict on who is right"
