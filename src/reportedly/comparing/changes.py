"""Changes: what a dated statement does to what its holder said before on the same issue.

Here lives the comparison of two statements of one holder in time. Only dated statements take part,
and each change keeps both ids, so that a reader can judge it. "Hardened" and "softened" are about
the order of the acts (from a concession to a threat), not about whether that is good.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.comparing.positions_held import dates_of, in_order, is_held, issues_of
from reportedly.comparing.positions_wording import ASSESSMENT, share_matter
from reportedly.model import Act, Position, Report, Statement
from reportedly.model.dates import bounds

HARDNESS: dict[Act, int] = {
    Act.CONCESSION: 0,
    Act.AGREEMENT: 0,
    Act.OFFER: 1,
    Act.DEMAND: 2,
    Act.REFUSAL: 3,
    Act.THREAT: 4,
}
"""How far an act is from giving way; a move up is "hardened", a move down "softened"."""

_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]w(?:n|s|ing)?|drop(?:s|ped|ping)?|retract\w*|rescind\w*|t[ao]ken? back|took back)"
    r"\b[^.;]{0,40}\b(?:demands?|offers?|proposals?|conditions?|objections?|threats?|refusals?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a later statement of a holder does to an earlier one on the same issue."""

    # "new", "repeated", "hardened", "softened", "withdrawn" or "condition added".
    kind: str
    holder: str
    # Code of `vocabulary/issues.yaml`.
    issue: str
    # Act of the later statement.
    act: Act
    # Id of the earlier statement; for "new", the holder's latest earlier one on the issue, None if
    # there is none.
    before: str | None
    # Id of the later statement.
    after: str
    # When the later statement was said, in EDTF.
    date: str


def changes_of(statements: Iterable[Statement], reports: Iterable[Report]) -> tuple[Change, ...]:
    """Compares dated statements with their holder's earlier ones on the issue; newest first.

    The first thing a holder is known to have said is no change: the ledger cannot tell whether it
    was new then.
    """
    held = [s for s in statements if is_held(s)]
    dates = dates_of(held, reports)
    dated = [s for s in in_order(held, dates) if _days(dates[s.id])]
    starts = _first_days(dated, dates)
    found: list[Change] = []
    for (holder, issue), group in _by_matter(dated).items():
        for index, later in enumerate(group):
            before = [s for s in group[:index] if _precedes(dates[s.id], dates[later.id])]
            change = _change(later, before, known=_precedes_day(starts[holder], dates[later.id]))
            if change is not None:
                kind, earlier = change
                said = dates[later.id] or ""
                found.append(Change(kind, holder, issue, later.act, earlier, later.id, said))
    return tuple(sorted(found, key=lambda c: _days(c.date) or (date.min, date.min), reverse=True))


def with_changes(positions: Iterable[Position], changes: Iterable[Change]) -> tuple[Position, ...]:
    """Returns the positions, each with the most telling of its newest changes."""
    newest: dict[tuple[str, str, Act], Change] = {}
    for change in changes:
        key = (change.holder, change.issue, change.act)
        known = newest.get(key)
        if known is None or (known.date == change.date and known.kind == "repeated"):
            newest[key] = change
    return tuple(_with_change(p, newest.get((p.holder, p.issue, p.act))) for p in positions)


def _with_change(position: Position, change: Change | None) -> Position:
    return position if change is None else replace(position, change=change.kind)


def _by_matter(statements: Iterable[Statement]) -> dict[tuple[str, str], list[Statement]]:
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        for issue in issues_of(statement):
            groups[statement.holder or "", issue].append(statement)
    return groups


def _change(
    later: Statement, before: Sequence[Statement], *, known: bool
) -> tuple[str, str | None] | None:
    """Returns the kind and the id of the earlier statement, None where there is no change."""
    if not before:
        return ("new", None) if known else None
    near = [s for s in before if share_matter(s, later) and _told_straight(s)]
    if not _told_straight(later):
        near = []
    taken = next((s for s in reversed(near) if s.act is not later.act), None)
    if taken and _TAKEN_BACK.search(later.text):
        return "withdrawn", taken.id
    same = [s for s in before if s.act is later.act]
    if near and near[-1].act is not later.act:
        step = HARDNESS[later.act] - HARDNESS[near[-1].act]
        if step:
            return ("hardened" if step > 0 else "softened"), near[-1].id
    if not same:
        return "new", before[-1].id
    return _repetition(later, same)


def _told_straight(statement: Statement) -> bool:
    """Says whether no opponent and no analyst tells it; their accounts move no position."""
    party = statement.speaker.party
    return statement.voice != ASSESSMENT and party in {None, statement.holder}


def _repetition(later: Statement, same: Sequence[Statement]) -> tuple[str, str] | None:
    last = next((s for s in reversed(same) if share_matter(s, later)), None)
    if last is None:
        return "new", same[-1].id
    if later.origin is not None and _words(last) == _words(later):
        return None
    if later.conditions and not any(s.conditions for s in same):
        return "condition added", last.id
    return "repeated", last.id


def _words(statement: Statement) -> str:
    return " ".join(statement.text.lower().split())


def _days(edtf: str | None) -> tuple[date, date] | None:
    """Returns first and last day of a date that is closed on both sides."""
    if edtf is None:
        return None
    start, end = bounds(edtf)
    return (start, end) if start and end else None


def _precedes(earlier: str | None, later: str | None) -> bool:
    first, second = _days(earlier), _days(later)
    return first is not None and second is not None and first[1] < second[0]


def _precedes_day(day: date, later: str | None) -> bool:
    days = _days(later)
    return days is not None and day < days[0]


def _first_days(
    statements: Iterable[Statement], dates: Mapping[str, str | None]
) -> dict[str, date]:
    """Returns by holder the last possible day of the earliest thing it is known to have said."""
    found: dict[str, date] = {}
    for statement in statements:
        days = _days(dates[statement.id])
        if days and statement.holder:
            found[statement.holder] = min(days[1], found.get(statement.holder, date.max))
    return found
