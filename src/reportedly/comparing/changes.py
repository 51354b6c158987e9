"""Changes: what a dated statement does to what its holder said before on the same issue.

Here lives the comparison of two statements of one holder in time. Only dated statements change anything,
and each change keeps both ids, so that a reader can judge it. "Hardened" and "softened" say how far a
party is from giving way, not whether that is good. What moves within one act is in `changes_within`, which
earlier statements are compared in `changes_before`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.comparing.changes_before import UNSURE, Before, Course, days_of
from reportedly.comparing.changes_within import HARDENED, SOFTENED, move_within, without_terms
from reportedly.comparing.positions_held import dates_of, in_order, is_held, issues_of
from reportedly.comparing.positions_same import SAME, Sameness
from reportedly.comparing.positions_wording import ASSESSMENT
from reportedly.model import Act, Position, Report, Statement

_GIVES, _REFUSES, _THREATENS = "gives", "refuses", "threatens"

_KINDS: dict[Act, str] = {
    Act.CONCESSION: _GIVES,
    Act.AGREEMENT: _GIVES,
    Act.OFFER: _GIVES,
    Act.DEMAND: "demands",
    Act.REFUSAL: _REFUSES,
    Act.THREAT: _THREATENS,
}
"""What an act does; acts of one kind are not told apart well enough to make a change of it."""

STEPS: dict[tuple[str, str], str] = {
    (_GIVES, _REFUSES): HARDENED,
    (_GIVES, _THREATENS): HARDENED,
    ("demands", _THREATENS): HARDENED,
    (_REFUSES, _THREATENS): HARDENED,
    (_REFUSES, _GIVES): SOFTENED,
    (_THREATENS, _GIVES): SOFTENED,
}
"""What it is to go from one to the other on one matter; what is not listed (asking and then offering) says nothing."""

SURELY = 0.7
"""Likelihood of being about one thing from which a step between acts is told; set by reading what came out of one
ledger of 422 reports: six steps, about half of them defensible; from .85 on one, below .7 mostly pairs about two
things."""

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


def changes_of(
    statements: Iterable[Statement],
    reports: Iterable[Report],
    sameness: Sameness | None = None,
) -> tuple[Change, ...]:
    """Compares dated statements with their holder's earlier ones on the issue; newest first.

    The first thing a holder is known to have said is no change: the ledger cannot tell whether it
    was new then. Nor is what an undated report may state too. `sameness` says which statements are about the same;
    without one by words alone.
    """
    sameness = sameness or Sameness()
    held = [s for s in statements if is_held(s)]
    dates = dates_of(held, reports)
    starts = _first_days(held, dates)
    found: list[Change] = []
    for (holder, issue), group in _by_matter(in_order(held, dates)).items():
        for later, before in Course(group, dates, sameness).dated():
            known = _precedes_day(starts[holder], dates[later.id])
            change = _change(later, before, sameness, known=known)
            if change is not None:
                kind, earlier = change
                said = dates[later.id] or ""
                found.append(Change(kind, holder, issue, later.act, earlier, later.id, said))
    return tuple(sorted(found, key=lambda c: days_of(c.date) or (date.min, date.min), reverse=True))


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
    later: Statement, before: Before, sameness: Sameness, *, known: bool
) -> tuple[str, str | None] | None:
    """Returns the kind and the id of the earlier statement, None where there is no change."""
    if before.last is None:
        return ("new", None) if known and not _may_be_older(later, before, sameness) else None
    apart = [s for s in before.near if frozenset((s.id, later.id)) not in sameness.different]
    judged = [s for s in apart if frozenset((s.id, later.id)) in sameness.same]
    if judged and _KINDS[judged[-1].act] == _KINDS[later.act]:
        return "repeated", judged[-1].id
    if any(_is_echo(earlier, later) for earlier in apart):
        return None
    moved = _move(later, apart, sameness) if _told_straight(later) else None
    if moved is not None:
        kind, earlier = moved
        return kind, earlier.id
    return _repeated_or_new(later, before, sameness)


def _move(
    later: Statement, before: Sequence[Statement], sameness: Sameness
) -> tuple[str, Statement] | None:
    """Returns what a statement moves, and against which earlier one."""
    straight = [s for s in before if _told_straight(s)]
    near = [s for s in straight if sameness.on_one_matter(without_terms(s), without_terms(later))]
    withdrawn = _withdrawn(later, near)
    if withdrawn is not None:
        return "withdrawn", withdrawn
    if near:
        last = near[-1]
        step = _step(last.act, later.act)
        if step and sameness.on_one_matter(
            without_terms(last), without_terms(later), at_least=SURELY
        ):
            return step, last
        if _KINDS[near[-1].act] != _KINDS[later.act]:
            return None
    alike = [s for s in straight if _KINDS[s.act] == _KINDS[later.act]]
    return move_within(later, alike, sameness)


def _withdrawn(later: Statement, near: Sequence[Statement]) -> Statement | None:
    """Returns what a statement gives up in so many words, if none since has said so already."""
    if _KINDS[later.act] != _GIVES or not _takes_back(later):
        return None
    for earlier in reversed(near):
        if _KINDS[earlier.act] != _GIVES:
            return earlier
        if _takes_back(earlier):
            return None
    return None


def _step(before: Act, after: Act) -> str | None:
    """Returns what it is to go from one act to another; to concede what was demanded gives it up."""
    if (before, after) == (Act.DEMAND, Act.CONCESSION):
        return SOFTENED
    return STEPS.get((_KINDS[before], _KINDS[after]))


def _takes_back(statement: Statement) -> bool:
    """Says whether the words, or those just before them, say that something is given up."""
    return _TAKEN_BACK.search(f"{statement.evidence.prefix}{statement.text}") is not None


def _told_straight(statement: Statement) -> bool:
    """Says whether no opponent and no analyst tells it; their accounts move no position."""
    party = statement.speaker.party
    return statement.voice != ASSESSMENT and party in {None, statement.holder}


def _repeated_or_new(
    later: Statement, before: Before, sameness: Sameness
) -> tuple[str, str] | None:
    """Returns "repeated" or "new"; nothing where an earlier statement may be the same, but not surely."""
    bare, unsure = without_terms(later), False
    for earlier in reversed(before.near):
        likely = sameness.likelihood(without_terms(earlier), bare)
        if likely >= SAME:
            return "repeated", earlier.id
        unsure = unsure or likely >= UNSURE or sameness.on_one_matter(earlier, later)
    last = before.last_act or before.last
    if last is None or (unsure and before.last_act is not None):
        return None
    return None if _may_be_older(later, before, sameness) else ("new", last.id)


def _may_be_older(later: Statement, before: Before, sameness: Sameness) -> bool:
    """Says whether something without a date may state the same; then nobody knows which came first."""
    return any(
        sameness.likelihood(without_terms(one), without_terms(later)) >= UNSURE
        or (one.act is later.act and sameness.on_one_matter(one, later))
        for one in before.undated
    )


def _is_echo(earlier: Statement, later: Statement) -> bool:
    """Says whether a later report gives the words of an earlier one from the same origin."""
    if later.origin is None or earlier.origin != later.origin or earlier.act is not later.act:
        return False
    first, second = _words(earlier), _words(later)
    return first in second or second in first


def _words(statement: Statement) -> str:
    return " ".join(statement.text.lower().split())


def _precedes_day(day: date, later: str | None) -> bool:
    days = days_of(later)
    return days is not None and day < days[0]


def _first_days(
    statements: Iterable[Statement], dates: Mapping[str, str | None]
) -> dict[str, date]:
    """Returns by holder the last possible day of the earliest thing it is known to have said."""
    found: dict[str, date] = {}
    for statement in statements:
        days = days_of(dates[statement.id])
        if days and statement.holder:
            found[statement.holder] = min(days[1], found.get(statement.holder, date.max))
    return found
