"""Positions: what one holder says on one issue by one act, grouped over statements.

Here live the grouping and the dates a group goes by. What moved between positions is in `changes`,
how they stand side by side in `matrix`, where accounts differ in `positions_compare`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.comparing.changes import Change, changes_of, with_changes
from reportedly.comparing.positions_distinct import points_of
from reportedly.comparing.positions_held import (
    UNSORTED,
    dates_of,
    in_order,
    is_held,
    is_origin,
    issues_of,
)
from reportedly.comparing.positions_same import Sameness
from reportedly.comparing.positions_wording import best_statement
from reportedly.comparing.voices import Voice, voices_of
from reportedly.model import Act, Position, Report, Statement, make_id
from reportedly.model.dates import earlier, later

Key = tuple[str, str, Act]


def positions_of(
    statements: Iterable[Statement],
    reports: Iterable[Report],
    *,
    voices: Mapping[str, Voice] | None = None,
    sameness: Sameness | None = None,
    changes: Iterable[Change] | None = None,
) -> tuple[Position, ...]:
    """Groups the statements that state what a party wants or will do by holder, issue and act.

    A statement with several issues counts in each of them, one without in "other". Positions are
    ordered by holder, issue and act; the statements in each from the oldest, undated ones last.

    Args:
        statements: what the positions are made of.
        reports: those they are in.
        voices: whose words each statement gives; found without a dossier if not given.
        sameness: says which statements say the same; by words alone if not given.
        changes: what `changes_of` says of the same statements; asked here if not given.
    """
    sameness = sameness or Sameness()
    statements, reports = tuple(statements), tuple(reports)
    if voices is None:
        voices = voices_of(filter(is_held, statements), reports)
    dates = dates_of(statements, reports)
    groups: dict[Key, list[Statement]] = defaultdict(list)
    for statement in in_order(statements, dates):
        for key in _keys(statement):
            groups[key].append(statement)
    found = [_position(key, group, dates, voices, sameness) for key, group in groups.items()]
    found.sort(key=lambda p: (p.holder, p.issue == UNSORTED, p.issue, p.act))
    if changes is None:
        changes = changes_of(statements, reports, sameness)
    return with_changes(found, changes)


def _keys(statement: Statement) -> list[Key]:
    if statement.holder is None or not is_held(statement):
        return []
    return [(statement.holder, issue, statement.act) for issue in issues_of(statement)]


def _position(
    key: Key,
    group: Sequence[Statement],
    dates: Mapping[str, str | None],
    voices: Mapping[str, Voice],
    sameness: Sameness,
) -> Position:
    holder, issue, act = key
    best = best_statement(group, dates)
    ordered = sorted(group, key=lambda s: s is not best)
    first, last = _range([dates[s.id] for s in group])
    heard = {voices[s.id] for s in group}
    return Position(
        id=make_id("position", holder, issue, act, group[0].id),
        holder=holder,
        issue=issue,
        act=act,
        text=best.text,
        target=next((s.target for s in ordered if s.target), None),
        conditions=_conditions(ordered),
        deadline=next((s.deadline.exact for s in ordered if s.deadline), None),
        first_said=first,
        last_said=last,
        change=None,
        statements=tuple(s.id for s in group),
        reports=tuple(dict.fromkeys(s.report for s in group)),
        origins=tuple(dict.fromkeys(s.origin for s in group if is_origin(s.origin))),
        own_words=Voice.OWN in heard,
        propositions=tuple(dict.fromkeys(p.best.text for p in points_of(ordered, dates, sameness))),
        voices=tuple(voice for voice in Voice if voice in heard),
    )


def _conditions(statements: Iterable[Statement]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for statement in statements:
        for condition in statement.conditions:
            words = " ".join(condition.exact.split())
            found.setdefault(words.lower(), words)
    return tuple(found.values())


def _range(dates: Iterable[str | None]) -> tuple[str | None, str | None]:
    first: str | None = None
    last: str | None = None
    for date in dates:
        first, last = earlier(first, date), later(last, date)
    return first, last
