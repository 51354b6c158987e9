"""Moves within one act that words decide exactly: an amount, a deadline, a scope, a condition.

Here live the four comparisons; each says "hardened", "softened" or "unmoved", or None where two statements cannot be
compared by it. They ask that all else in the two statements is nearly the same. Moves from one act to another are in
`changes`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.comparing.positions_matter import GIVING, Matter
from reportedly.comparing.positions_matter import weight_of as weight
from reportedly.comparing.positions_numbers import DATE, numbers_of
from reportedly.comparing.positions_same import Sameness
from reportedly.model import Act, Statement

HARDENED, SOFTENED, CONDITION_ADDED = "hardened", "softened", "condition added"
UNMOVED = "unmoved"
"""What two statements are that can be compared and differ in nothing that moves a position."""

ALL_ELSE = 0.7
"""Share of the weight of all words that two statements must have in common for a number or a place to be what moved."""

_LIMIT = re.compile(
    r"\b(?:limit\w*|caps?|capped|reduc\w*|cut\w*|at most|no more than|not more than"
    r"|up to|below|under|less than|down to)\b",
    re.IGNORECASE,
)
_UNCONDITIONAL = re.compile(
    r"\bunconditional(?:ly)?\b|\bwithout (?:any )?(?:pre)?-?conditions?\b|\bno (?:pre)?-?conditions?\b",
    re.IGNORECASE,
)
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}


def move_within(
    later: Statement, before: Sequence[Statement], sameness: Sameness
) -> tuple[str, Statement] | None:
    """Returns what a statement moves against earlier ones with the same act, and against which.

    Each of the four is compared with the latest statement that it can be compared with: what that one had already
    moved, a repetition does not move again.
    """
    moves: list[tuple[int, str]] = []
    for compare in (_scope, _deadline, _amount, _condition_dropped):
        for place in reversed(range(len(before))):
            kind = compare(before[place], later, sameness)
            if kind is not None:
                moves.append((place, kind))
                break
    told = [(place, kind) for place, kind in moves if kind != UNMOVED]
    if told:
        place, kind = max(told, key=lambda move: move[0])
        return kind, before[place]
    near = [s for s in before if sameness.on_one_matter(without_terms(s), without_terms(later))]
    if near and later.conditions and not any(s.conditions for s in near):
        return CONDITION_ADDED, near[-1]
    return None


def without_terms(statement: Statement) -> Statement:
    """Returns a statement without the words of its conditions and deadline, to compare what is left."""
    stated = (*statement.conditions, *filter(None, [statement.deadline]))
    if not stated:
        return statement
    text = statement.text
    for terms in stated:
        text = text.replace(terms.exact, " ")
    return replace(statement, text=text) if text.strip() else statement


def _amount(earlier: Statement, later: Statement, sameness: Sameness) -> str | None:
    """Says what it is to ask or give another number of the same; with words of a limit nothing."""
    first, second = without_terms(earlier), without_terms(later)
    one, two = sameness.matter(first), sameness.matter(second)
    if len(one.numbers) != 1 or len(two.numbers) != 1:
        return None
    ((old, unit),), ((new, other),) = one.numbers, two.numbers
    if DATE in (unit, other) or not (unit == other or {unit, other} <= _DAYS.keys()):
        return None
    if not _all_else(one, two):
        return None
    if one.names != two.names or any(_LIMIT.search(s.text) for s in (first, second)):
        return None
    return _wider(_value(old, unit), _value(new, other), later.act)


def _deadline(earlier: Statement, later: Statement, sameness: Sameness) -> str | None:
    """Says what it is to set a demand or a threat another time; each must be one number of a unit of time."""
    if later.act not in {Act.DEMAND, Act.THREAT}:
        return None
    old, new = _time(earlier), _time(later)
    if old is None or new is None:
        return None
    one, two = (sameness.matter(without_terms(s)) for s in (earlier, later))
    if one.names != two.names or one.numbers != two.numbers or not _all_else(one, two):
        return None
    if new == old:
        return UNMOVED
    return HARDENED if new < old else SOFTENED


def _time(statement: Statement) -> float | None:
    """Returns the days that a deadline gives, None if it is not one number of a unit of time."""
    found = numbers_of(statement.deadline.exact) if statement.deadline else frozenset()
    times = [(number, unit) for number, unit in found if unit in _DAYS]
    return _value(*times[0]) if len(found) == len(times) == 1 else None


def _value(number: str, unit: str) -> float:
    try:
        return float(number) * _DAYS.get(unit, 1.0)
    except ValueError:  # "1.2.3" is no number; it moves nothing
        return 0.0


def _scope(earlier: Statement, later: Statement, sameness: Sameness) -> str | None:
    """Says what it is to ask or give more or fewer places of one group."""
    one, two = sameness.matter(earlier), sameness.matter(later)
    for group, members in sameness.reader.groups.items():
        old, new = (_places(matter, group, members) for matter in (one, two))
        if not old or not new or not (old <= new or new < old):
            continue
        if 2 * min(len(old), len(new)) >= len(members) and group in one.names | two.names:
            old = new  # the group, told by most of its members
        places = members | {group}
        if one.names - places == two.names - places and _all_else(one, two):
            return _wider(len(old), len(new), later.act)
    return None


def _places(matter: Matter, group: str, members: frozenset[str]) -> frozenset[str]:
    return members if group in matter.names else matter.names & members


def _wider(old: float, new: float, act: Act) -> str:
    """Says what more or less of the same is: more asked is harder, more given is softer."""
    if old == new or not (act is Act.DEMAND or act in GIVING):
        return UNMOVED
    return HARDENED if (new > old) is (act is Act.DEMAND) else SOFTENED


def _condition_dropped(earlier: Statement, later: Statement, sameness: Sameness) -> str | None:
    """Says that what was given on a condition is given without one, where the words say so.

    A report that is silent on a condition drops none.
    """
    if later.act not in GIVING or later.conditions or not _UNCONDITIONAL.search(later.text):
        return None
    if not earlier.conditions and not _UNCONDITIONAL.search(earlier.text):
        return None  # it is silent on conditions
    if not sameness.on_one_matter(without_terms(earlier), later):
        return None
    return SOFTENED if earlier.conditions else UNMOVED


def _all_else(one: Matter, two: Matter) -> bool:
    """Says whether the words without names and numbers are nearly the same, and none negates the other."""
    whole = weight(one.words | two.words)
    shared = weight(one.words & two.words)
    return whole > 0 and shared >= ALL_ELSE * whole and one.negated is two.negated
