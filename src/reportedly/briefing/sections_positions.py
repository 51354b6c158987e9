"""The sections about all positions: side by side, and those that find no place there.

Here lives the arrangement. What to read first is in `sections_takeaways`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from reportedly.briefing.desk import Desk, sentence
from reportedly.briefing.phrases import quotations, says, terms
from reportedly.briefing.records import Group, Ref, Section, Sentence, Table, TableRow
from reportedly.briefing.sections_takeaways import MOVES
from reportedly.briefing.wording import capital, count, date_text
from reportedly.comparing import Point, matrix_of
from reportedly.comparing.matrix import newest_first
from reportedly.comparing.positions_wording import ASSESSMENT, OWN_WORDS
from reportedly.model import Act

COLUMNS = 4
"""Holders side by side in one table; more begin another table, so that it fits a printed page."""
HOLDERS = 8
"""Holders side by side in all, those with positions on most issues."""
POINTS_A_CELL = 6
WORDS_A_CELL = 72

_PLURALS: dict[Act, str] = {Act.REFUSAL: "refusals", Act.CONCESSION: "concessions"}
_VOICES = {OWN_WORDS: "", ASSESSMENT: ", an analyst's reading"}
"""How a cell names a voice; anything else is an account by others."""


def side_by_side(desk: Desk) -> Section:
    """Returns the table of holders and issues: each thing demanded, offered or refused once, the latest first."""
    positions = desk.asked()
    matrix = matrix_of(positions)
    homes = desk.homes()
    tables = []
    for start in range(0, min(len(matrix.holders), HOLDERS), COLUMNS):
        holders = matrix.holders[start : start + COLUMNS]
        rows = []
        for issue in matrix.issues:
            told = [homes.get((holder, issue), []) for holder in holders]
            if any(told):
                cells = tuple(_cell(desk, points) for points in told)
                rows.append(TableRow(_head(desk, issue, list(chain(*told))), cells))
        tables.append(Table(("Issue", *holders), tuple(rows)))
    intro = (
        "In the words of the reports; where not marked otherwise, a party's own words or documents."
    )
    return Section("positions", "Positions side by side", intro, (Group("", (), tuple(tables)),))


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
    head = f"{capital(act)} ({date_text(desk.dates[best.id])}{voice}): "
    parts = [head, *quotations(desk, points, WORDS_A_CELL)]
    return sentence(parts, desk.row_ids(points), _label(desk, points))


def _label(desk: Desk, points: Sequence[Point]) -> str:
    """Returns the change to mark a cell with; "New" only where a day was asked for, and dated after it."""
    moves = [desk.moves.get(p.best.id, "") for p in points]
    if len(points) == 1 and moves[0] in MOVES:
        return capital(moves[0])
    if desk.request.since is None:
        return ""
    return "New" if all(desk.is_recent(desk.home(p.best).first_said) for p in points) else ""


def further(desk: Desk) -> Section:
    """Returns the positions that found no place in the table, each told once."""
    left: dict[str, list[Sentence]] = {}
    for point in desk.points():
        if point.best.id not in desk.shown:
            left.setdefault(point.best.holder or "", []).append(_told(desk, point))
    groups = tuple(Group(holder, tuple(told)) for holder, told in left.items())
    intro = f"What found no place in the table: {count(sum(map(len, left.values())), 'position')}."
    return Section("further", "Further positions", intro if groups else "", groups)


def _told(desk: Desk, point: Point) -> Sentence:
    best = point.best
    home = desk.home(best)
    parts = [*says(desk, best)[:-2], *terms(desk, best, WORDS_A_CELL), *_marks(desk, point), "."]
    return sentence(parts, desk.row_ids([point]), desk.label(home.issue))


def _marks(desk: Desk, point: Point) -> list[Ref]:
    return [desk.cite(s) for s in point.statements[:3]]
