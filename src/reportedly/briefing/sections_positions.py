"""The sections about positions: takeaways, side by side, what changed, and all of them in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.briefing.desk import Desk, sentence
from reportedly.briefing.phrases import position_sentence, says, terms
from reportedly.briefing.quoting import quote_evidence
from reportedly.briefing.records import Group, Part, Section, Sentence, Table, TableRow
from reportedly.briefing.wording import capital, count, date_text, said_on, told_by, with_article
from reportedly.comparing import Change, matrix_of
from reportedly.model import Position, Statement
from reportedly.model.dates import format_edtf

TAKEAWAYS = 8
COLUMNS = 4
"""Holders side by side in one table; more begin another table, so that it fits a printed page."""
HOLDERS = 8
"""Holders side by side in all, those with positions on most issues."""
ACTS_A_CELL = 3
CHANGES = 14
WORDS_A_CELL = 90

_MOVES = {"hardened": 4, "softened": 4, "withdrawn": 4, "condition added": 3}
"""Changes that move a position, and how much they count."""
_WEIGHT = _MOVES | {"new": 2}
_TELLING = 25
"""Characters below which words say too little to stand in a takeaway before others."""
_EACH_PARTY = 3
"""Takeaways about one holder before others get their turn."""


def takeaways(desk: Desk) -> Section:
    """Returns the positions to read first: new and changed ones, and those from many independent origins."""
    chosen = _chosen(desk, [p for p in _ranked(desk) if desk.is_recent(p.last_said)])
    told = tuple(position_sentence(desk, p, _label(desk, p)) for p in chosen)
    intro = "" if told else "No dated position falls into the time asked for."
    return Section("takeaways", "Key takeaways", intro, (Group("", told),))


def _ranked(desk: Desk) -> list[Position]:
    def weight(position: Position) -> tuple[float, ...]:
        new = desk.request.since is not None and desk.is_recent(position.first_said)
        changed = _MOVES.get(position.change or "", 0) + 2 * new
        unclear = position.issue == "other" or len(position.text) < _TELLING
        return unclear, -changed, -len(position.origins), -len(position.reports)

    newest = sorted(desk.asked(), key=lambda p: p.last_said or "", reverse=True)
    return sorted(newest, key=lambda p: (*weight(p), not p.own_words))


def _chosen(desk: Desk, ranked: Sequence[Position]) -> list[Position]:
    """Returns the first ones, none told twice, and no holder taking all the places while others wait."""
    told: set[str] = set()
    held: dict[str, int] = {}
    first: list[Position] = []
    waiting: list[Position] = []
    for position in ranked:
        best = desk.statements_of(position)[0]
        if best.id in told:
            continue
        told.add(best.id)
        held[position.holder] = held.get(position.holder, 0) + 1
        (first if held[position.holder] <= _EACH_PARTY else waiting).append(position)
    kept = set((first + waiting)[:TAKEAWAYS])
    return [p for p in ranked if p in kept]


def side_by_side(desk: Desk) -> Section:
    """Returns the table of holders and issues, the latest acts first in each cell."""
    positions = desk.asked()
    matrix = matrix_of(positions)
    by_id = {p.id: p for p in positions}
    tables = []
    for start in range(0, min(len(matrix.holders), HOLDERS), COLUMNS):
        holders = matrix.holders[start : start + COLUMNS]
        rows = []
        for issue in matrix.issues:
            cells = [matrix.cell(holder, issue) for holder in holders]
            if any(cells):
                shown = (_cell(desk, [by_id[i] for i in c.positions]) if c else () for c in cells)
                rows.append(TableRow(desk.label(issue), tuple(shown)))
        tables.append(Table(("Issue", *holders), _merged(rows)))
    intro = "The latest acts of each party on each issue, in a few words of their reports."
    if len(matrix.holders) > HOLDERS:
        others = count(len(matrix.holders) - HOLDERS, "further party", "further parties")
        intro += f" {capital(others)} with fewer positions: see all positions in full."
    return Section("positions", "Positions side by side", intro, (Group("", (), tuple(tables)),))


def _merged(rows: Iterable[TableRow]) -> tuple[TableRow, ...]:
    """Joins the rows of issues on which the same statements stand, keeping the ids of all their rows."""
    alike: dict[tuple[object, ...], list[TableRow]] = {}
    for row in rows:
        key = tuple(tuple((s.parts, s.label) for s in cell) for cell in row.cells)
        alike.setdefault(key, []).append(row)
    return tuple(_joined(group) for group in alike.values())


def _joined(group: Sequence[TableRow]) -> TableRow:
    cells = tuple(
        tuple(
            replace(same[0], rows=tuple(dict.fromkeys(i for s in same for i in s.rows)))
            for same in zip(*cell, strict=True)
        )
        for cell in zip(*(row.cells for row in group), strict=True)
    )
    return TableRow("; ".join(row.head for row in group), cells)


def _cell(desk: Desk, positions: Sequence[Position]) -> tuple[Sentence, ...]:
    once = {desk.statements_of(p)[0].id: p for p in reversed(positions[:ACTS_A_CELL])}
    return tuple(_short(desk, position) for position in reversed(once.values()))


def _short(desk: Desk, position: Position) -> Sentence:
    statements = desk.statements_of(position)
    best = statements[0]
    origins = len(position.origins)
    known = f", {count(origins, 'origin')}" if origins > 1 else ""
    date = desk.dates[best.id]
    last = "" if position.last_said == date else f"; last {date_text(position.last_said)}"
    tail = f" ({date_text(date)}, {best.voice}{known}{last})"
    head = f"{capital(position.act.value)}: "
    parts: list[Part] = [head, desk.quote(best, WORDS_A_CELL), tail, desk.cite(best)]
    rows = [position.id, *(s.id for s in statements)]
    return sentence(parts, rows, _label(desk, position))


def _label(desk: Desk, position: Position) -> str:
    """Returns the change to mark a position with; "new" only where a day was asked for, and dated after it."""
    if position.change in _MOVES and desk.is_recent(position.last_said):
        return capital(position.change)
    fresh = desk.request.since is not None and desk.is_recent(position.first_said)
    return "New" if fresh else ""


def what_changed(desk: Desk) -> Section:
    """Returns the changes since the day asked for, each with both statements, and the first mentions."""
    since = desk.request.since
    heading = f"What changed since {format_edtf(since)}" if since else "What changed"
    changes = _telling([c for c in desk.rows.changes if _asked_change(desk, c)])
    told = tuple(_change_sentence(desk, c) for c in changes[:CHANGES])
    groups = [Group("", told)] if told else []
    first = _first_mentions(desk, changes) if since else ()
    if first:
        groups.append(Group("First known in this time", first))
    intro = "Compared are dated statements of one party on one issue; both are given."
    if not groups:
        intro = (
            "No dated statement differs from an earlier one of the same party on the same issue."
        )
    elif len(changes) > CHANGES:
        intro += f" The {CHANGES} most telling of {len(changes)} are shown."
    return Section("changes", heading, intro, tuple(groups))


def _asked_change(desk: Desk, change: Change) -> bool:
    asked = desk.request
    after = desk.statements.get(change.after)
    return (
        after is not None
        and (change.before is None or change.before in desk.statements)
        and desk.is_recent(change.date)
        and not desk.too_late(change.date)
        and asked.party in (None, change.holder, after.target)
        and asked.issue in (None, change.issue)
    )


def _telling(changes: Iterable[Change]) -> list[Change]:
    """Returns the changes, moves before repetitions, and each pair of statements once."""
    once: dict[tuple[object, ...], Change] = {}
    for change in sorted(changes, key=lambda c: (-_WEIGHT.get(c.kind, 0), c.issue == "other")):
        if change.kind in {"repeated", "new"}:
            key: tuple[object, ...] = (change.kind, change.holder, change.issue, change.act)
        else:
            key = (change.after, change.kind)
        once.setdefault(key, change)
    told: dict[tuple[str, str], Change] = {}
    for change in once.values():
        told.setdefault((change.kind, change.after), change)
    return list(told.values())


def _first_mentions(desk: Desk, changes: Iterable[Change]) -> tuple[Sentence, ...]:
    told = {c.after for c in changes}
    fresh = [p for p in desk.asked() if desk.is_recent(p.first_said) and p.change is None]
    chosen: dict[str, Position] = {}
    for position in fresh:
        best = desk.statements_of(position)[0]
        if best.id not in told:
            chosen.setdefault(best.id, position)
    return tuple(position_sentence(desk, p) for p in list(chosen.values())[:CHANGES])


def _change_sentence(desk: Desk, change: Change) -> Sentence:
    after = desk.statements[change.after]
    before = desk.statements[change.before] if change.before else None
    head = f"{capital(with_article(change.holder))} on {desk.label(change.issue).lower()}: "
    rows = [s.id for s in (before, after) if s]
    if before is None or change.kind == "new":
        further = before is not None and before.act is after.act
        parts: list[Part] = [
            f"{head}{'a further' if further else 'first known'} {after.act.value} ",
            *_dated_words(desk, after),
            ".",
        ]
        rows = [after.id]
    elif change.kind == "condition added":
        parts = [
            head,
            *_act(desk, before),
            ", then with a condition ",
            *_condition(desk, after),
            ".",
        ]
    elif change.kind == "withdrawn":
        parts = [head, *_act(desk, before), ", then withdrawn ", *_dated_words(desk, after), "."]
    else:
        step = ", again " if change.kind == "repeated" else ", then "
        parts = [head, *_act(desk, before), step, *_act(desk, after), "."]
    return sentence(parts, rows, capital(change.kind))


def _act(desk: Desk, statement: Statement) -> list[Part]:
    article = "an" if statement.act.value[0] in "aeiou" else "a"
    return [f"{article} {statement.act.value} ", *_dated_words(desk, statement)]


def _dated_words(desk: Desk, statement: Statement) -> list[Part]:
    report = desk.reports[statement.report]
    head = f"({date_text(desk.dates[statement.id])}, {told_by(statement, report)}) "
    return [head, desk.quote(statement, 160), desk.cite(statement)]


def _condition(desk: Desk, statement: Statement) -> list[Part]:
    quote = quote_evidence(desk.reports[statement.report], statement.conditions[0])
    return [f"{said_on(desk.dates[statement.id])} ", quote, desk.cite(statement)]


def in_full(desk: Desk) -> Section:
    """Returns every statement of the positions asked for, by holder and issue, each told once."""
    groups = []
    positions = desk.asked()
    for holder in matrix_of(positions).holders:
        told: set[str] = set()
        found: list[Sentence] = []
        for position in sorted(
            (p for p in positions if p.holder == holder),
            key=lambda p: (p.issue == "other", p.issue),
        ):
            found += _untold(desk, position, told)
        if found:
            groups.append(Group(holder, tuple(found)))
    intro = "Every demand, offer, concession, agreement, refusal and threat that the reports give."
    return Section("in-full", "All positions in full", intro, tuple(groups))


def _untold(desk: Desk, position: Position, told: set[str]) -> list[Sentence]:
    found = []
    statements = desk.statements_of(position)
    for statement in statements:
        if statement.id not in told and not any(_says_more(s, statement) for s in statements):
            told.add(statement.id)
            parts = [*says(desk, statement), *terms(desk, statement)]
            found.append(sentence(parts, [position.id, statement.id], desk.label(position.issue)))
    return found


def _says_more(other: Statement, statement: Statement) -> bool:
    """Says whether another statement of a position holds the words of this one, or is the same and comes first."""
    if other.report != statement.report or other.id == statement.id:
        return False
    longer, shorter = other.evidence.span, statement.evidence.span
    if longer == shorter:
        return other.id < statement.id and other.speaker.name == statement.speaker.name
    return longer.holds(shorter)
