"""Series of figures as tables: when, how much, according to whom, and what that says beside the one before."""
# ruff: noqa: PLC0415  (heavy packages are loaded when there is something to show)

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reportedly.cli.figures_asked import Found, title_of
from reportedly.cli.showing import show, show_block, show_json
from reportedly.cli.tables import Form, escaped, show_csv, show_markdown_table, show_table

if TYPE_CHECKING:
    from reportedly.model import Figure, Point, Relation, Series

HEAD = ("As of", "Figure", "According to", "Beside others")
REPEATS = {
    "same report": "again in the same report",
    "same origin": "the same origin",
    "credit": "both reports credit one body",
    "text reuse": "the reports share their words",
}
"""How a figure repeats another one."""


def show_found(found: Found, form: Form, limit: int | None) -> None:
    """Shows series, each as a table; figures that match but are in no series stand below, told in a line."""
    from reportedly.model import Point

    series = found.series[:limit]
    if form is Form.JSON:
        show_json(series)
    elif form is Form.CSV:
        show_csv(Point, (point for one in series for point in one.points))
    else:
        for number, one in enumerate(series):
            if number:
                show()
            _show_series(one, found.figures, markdown=form is Form.MD)
        _show_loose(found.loose, after=bool(series), markdown=form is Form.MD)


def _show_series(series: Series, figures: Mapping[str, Figure], *, markdown: bool) -> None:
    title, facts = title_of(series, figures), _facts(series)
    show(f"## {escaped(title)}\n\n{escaped(facts)}\n" if markdown else f"{title} · {facts}\n")
    points = {point.figure: point for point in series.points}
    _show_points(series.dated, points, figures, markdown=markdown)
    undated = series.undated
    if undated:
        many = "1 figure" if len(undated) == 1 else f"{len(undated)} figures"
        head = f"{many} without a date, whose place in time is unknown"
        apart = "\n" if series.dated else ""
        show(f"{apart}### {head}\n" if markdown else f"{apart}{head}:\n")
        _show_points(undated, points, figures, markdown=markdown)
    assumptions = dict.fromkeys(p.assumption for p in series.points if p.assumption)
    if assumptions:
        show()
        show(f"Read so that they can be set side by side: {'; '.join(assumptions)}.")


def _facts(series: Series) -> str:
    from reportedly.briefing.wording import count, date_text

    reports = len({point.report for point in series.points})
    origins = count(len(series.origins), "origin") if series.origins else "no known origin"
    ends = series.dated[:1] + series.dated[-1:]
    dates = [date_text(point.as_of).removeprefix("by ") for point in ends]
    many = count(len(series.points), "figure")
    span = " to ".join(dict.fromkeys(dates)) or "date unknown"
    return f"{many} in {count(reports, 'report')} from {origins} · {span}"


def _show_points(
    points: Sequence[Point],
    known: Mapping[str, Point],
    figures: Mapping[str, Figure],
    *,
    markdown: bool,
) -> None:
    if not points:
        return
    rows = [_cells(point, known, figures[point.figure]) for point in points]
    if not markdown:
        show_table(HEAD, [[_paragraphs(cell) for cell in row] for row in rows])
        return
    table = [["<br>".join(escaped(line) for line in cell) for cell in row] for row in rows]
    show_markdown_table(HEAD, table)


def _paragraphs(cell: Sequence[str]) -> list[Sequence[str]]:
    return [cell] if cell else []


def _cells(point: Point, known: Mapping[str, Point], figure: Figure) -> list[list[str]]:
    """Returns the lines of each cell of a row; the first of each stands out."""
    from reportedly.briefing.wording import date_text

    return [
        [date_text(point.as_of)],
        _value(point, figure),
        _source(point),
        [
            *_repeated(point, known),
            *(line for one in point.relations for line in _related(one, point, known)),
        ],
    ]


def _value(point: Point, figure: Figure) -> list[str]:
    """Returns the value as it is compared; as it was stated and in which words, where that differs."""
    from reportedly.briefing.wording_figures import calculation_text, stated_text

    repaired = "" if point.status == "stated" else f" [{point.status}]"
    lines = [f"{value_text(point, figure)}{repaired}"]
    if figure.measured_property and (point.turned or point.assumption):
        lines.append(f"stated: {stated_text(figure)} {figure.measured_property}")
    lines.append(f"“{' '.join(point.words.split())}”")
    return [*lines, *([f"note: {calculation_text(figure.note)}"] if figure.note else [])]


def value_text(point: Point, figure: Figure) -> str:
    """Returns the value of a point as it is compared: "about 1.5 %" where "about 98.5 %" were stated."""
    from reportedly.briefing.wording_figures import figure_text, stated_text

    plain = not point.turned and point.unit == figure.unit
    return stated_text(figure) if plain else figure_text(point)


def _source(point: Point) -> list[str]:
    from reportedly.briefing.wording import date_text

    lines = [point.speaker or f"the outlet, {point.outlet or 'which is not named'}"]
    if len(point.chain) > 1:
        lines.append(" ← ".join(point.chain))
    lines.append(f"reported {date_text(point.published)}" if point.published else "report undated")
    return [*lines, f"{point.figure} in {point.report}"]


def _repeated(point: Point, known: Mapping[str, Point]) -> list[str]:
    first = known.get(point.repeats or "")
    if point.repeats is None or point.repeats_by is None:
        return []
    beside = f" {_named(first)}" if first else ""
    return [f"repeats{beside}: {REPEATS.get(point.repeats_by, point.repeats_by)}"]


def _related(relation: Relation, point: Point, known: Mapping[str, Point]) -> list[str]:
    """Returns what a point says beside another; nothing where it repeats that one."""
    if relation.kind == "agreement" and relation.figure == point.repeats:
        return []
    other = known.get(relation.figure)
    change = change_text(relation, point.unit)
    unknown = relation.kind == "trend" and other and None in (other.as_of, point.as_of)
    kind = "trend or disagreement, for a date is unknown" if unknown else relation.kind
    head = f"{kind}: {change}" if change else kind
    return [head, f"beside {_named(other)}" if other else f"beside {relation.figure}"]


def change_text(relation: Relation, unit: str) -> str:
    """Returns by how much a value differs: "+4 percentage points", "−1,400 km²", "" where that is not known."""
    from reportedly.briefing.wording_figures import number_text, unit_text

    if relation.change is None:
        return ""
    if relation.change == 0:
        return "no difference"
    sign = "−" if relation.change < 0 else "+"
    shown = "percentage points" if unit == "%" else unit_text(unit)
    return f"{sign}{number_text(abs(relation.change))} {shown}".strip()


def _named(point: Point) -> str:
    """Returns "8 % (VNN, by 20 March 2031)"."""
    from reportedly.briefing.wording import date_text
    from reportedly.briefing.wording_figures import figure_text

    who = point.speaker or point.outlet or "outlet unknown"
    return f"{figure_text(point)} ({who}, {date_text(point.as_of)})"


def _show_loose(loose: Sequence[Figure], *, after: bool, markdown: bool) -> None:
    """Writes the figures that are in no series, a line each."""
    from reportedly.briefing.wording import date_text
    from reportedly.briefing.wording_figures import matter_text, stated_text

    if not loose:
        return
    if after:
        show()
    head = "In no series, for want of a place or a property to compare by"
    show(f"### {head}\n" if markdown else f"{head}:")
    for figure in loose:
        who = figure.speaker or "the outlet"
        facts = f"{date_text(figure.as_of)} · {who} · {figure.id}"
        line = f"{matter_text(figure)}: {stated_text(figure)} · {facts}"
        show_block([f"- {escaped(line)}" if markdown else line], "" if markdown else "  ")
