"""The sections about all positions: side by side, and those that find no place there.

Here lives the arrangement. What to read first is in `sections_takeaways`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from reportedly.briefing.desk import Desk, sentence
from reportedly.briefing.phrases import quotations, says, terms
from reportedly.briefing.records import Group, Ref, Section, Sentence, Table, TableRow
from reportedly.briefing.sections_takeaways import MOVES
from reportedly.briefing.wording import capital, count, date_text
from reportedly.comparing import Grid, Point, grid_of
from reportedly.comparing.matrix import newest_first
from reportedly.comparing.positions_held import UNSORTED
from reportedly.comparing.positions_wording import ASSESSMENT, OWN_WORDS
from reportedly.model import Act

COLUMNS = 4
"""Holders side by side in one table; more begin another table, so that it fits a printed page."""
HOLDERS = 8
"""Holders side by side in all, those with positions on most issues."""
FEW_ISSUES = 4
"""A holder that speaks on less than one part in so many of the issues of the first is in a table of its own."""
POINTS_A_CELL = 6
FURTHER = 40
"""Positions without a place in the table that are told in full."""
WORDS_A_CELL = 90

_PLURALS: dict[Act, str] = {Act.REFUSAL: "refusals", Act.CONCESSION: "concessions"}
_VOICES = {OWN_WORDS: "", ASSESSMENT: ", an analyst's reading"}
"""How a cell names a voice; anything else is an account by others."""


def side_by_side(desk: Desk) -> Section:
    """Returns the table of holders and issues: each thing demanded, offered or refused once, the latest first."""
    positions = desk.asked()
    grid = grid_of({(one.holder, one.issue) for one in positions})
    homes = desk.homes()
    tables = []
    for holders in _abreast(grid):
        told = {issue: [homes.get((h, issue), []) for h in holders] for issue in grid.issues}
        rows = [_row(desk, issue, told[issue]) for issue in _order(told)]
        tables.append(Table(("Issue", *holders), tuple(rows)))
    intro = (
        "In the words of the reports; where not marked otherwise, a party's own words or documents."
    )
    return Section("positions", "Positions side by side", intro, (Group("", (), tuple(tables)),))


def _order(told: Mapping[str, Sequence[Sequence[Point]]]) -> list[str]:
    """Returns the issues on which something is said: by how many, then by how much; "other" last."""
    kept = [issue for issue, cells in told.items() if any(cells)]
    return sorted(
        kept,
        key=lambda i: (i == UNSORTED, -sum(map(bool, told[i])), -sum(map(len, told[i])), i),
    )


def _row(desk: Desk, issue: str, told: Sequence[Sequence[Point]]) -> TableRow:
    cells = tuple(_cell(desk, points) for points in told)
    return TableRow(_head(desk, issue, list(chain(*told))), cells)


def _abreast(grid: Grid) -> list[tuple[str, ...]]:
    """Returns the holders of each table: those with positions on many issues apart from those on few."""
    issues = Counter(holder for holder, _ in grid.pairs)
    shown = grid.holders[:HOLDERS]
    many = [h for h in shown if issues[h] * FEW_ISSUES >= issues[shown[0]]]
    if len(many) < 2:
        many = list(shown[:COLUMNS])
    few = [h for h in shown if h not in many]
    groups = [
        group[i : i + COLUMNS] for group in (many, few) for i in range(0, len(group), COLUMNS)
    ]
    return [tuple(group) for group in groups]


def _head(desk: Desk, issue: str, points: Sequence[Point]) -> str:
    """Returns the issue of a row, and the others that everything in it is about as well."""
    if desk.request.issue:
        return desk.label(issue)
    names = dict.fromkeys((issue, *desk.shared_issues(points)))
    return "; ".join(desk.label(name) for name in names)


def _cell(desk: Desk, points: Sequence[Point]) -> tuple[Sentence, ...]:
    """Returns a sentence for each act, day and voice, with what was said so."""
    ordered = newest_first(points, lambda point: desk.dates[point.best.id])
    groups: dict[tuple[Act, str | None, str], list[Point]] = {}
    for point in ordered[:POINTS_A_CELL]:
        best = point.best
        groups.setdefault((best.act, desk.dates[best.id], best.voice), []).append(point)
        desk.shown.update(s.id for s in point.statements)
    return tuple(_short(desk, group) for group in groups.values())


def _short(desk: Desk, points: Sequence[Point]) -> Sentence:
    best = points[0].best
    act = best.act.value if len(points) == 1 else _PLURALS.get(best.act, f"{best.act.value}s")
    voice = _VOICES.get(best.voice, ", as told by others")
    when = f" ({date_text(desk.dates[best.id])}{voice}): "
    parts = [capital(act), when, *quotations(desk, points, WORDS_A_CELL)]
    return sentence(parts, desk.row_ids(points), _label(desk, points))


def _label(desk: Desk, points: Sequence[Point]) -> str:
    """Returns the change to mark a cell with; "New" only where a day was asked for, and dated after it."""
    moves = [desk.moves.get(p.best.id, "") for p in points]
    if len(points) == 1 and moves[0] in MOVES:
        return capital(moves[0])
    if desk.request.since is None:
        return ""
    return "New" if all(desk.is_new(desk.home(p.best)) for p in points) else ""


def further(desk: Desk) -> Section:
    """Returns the positions that found no place in the table, each told once."""
    left: dict[str, list[Sentence]] = {}
    rest = [point for point in desk.points() if point.best.id not in desk.shown]
    for point in rest[:FURTHER]:
        left.setdefault(point.best.holder or "", []).append(_told(desk, point))
    groups = tuple(Group(holder, tuple(told)) for holder, told in left.items())
    intro = f"What found no place in the table: {count(len(rest), 'thing')} said."
    if len(rest) > FURTHER:
        intro += f" The first {FURTHER} are given; for all see reportedly positions."
    return Section("further", "Further positions", intro if groups else "", groups)


def _told(desk: Desk, point: Point) -> Sentence:
    best = point.best
    home = desk.home(best)
    parts = [*says(desk, best)[:-2], *terms(desk, best, WORDS_A_CELL), *_marks(desk, point), "."]
    return sentence(parts, desk.row_ids([point]), desk.label(home.issue))


def _marks(desk: Desk, point: Point) -> list[Ref]:
    return [desk.cite(s) for s in point.statements[:3]]
