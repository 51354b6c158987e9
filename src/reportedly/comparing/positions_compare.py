"""Where accounts of one party's position differ: opposed acts, different speakers, near in time.

Here lives the finding of such pairs, never who is right. Differing figures are compared elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from reportedly.comparing.positions_wording import OWN_WORDS, share_matter
from reportedly.model import Act, Comparison, Position, Statement
from reportedly.model.dates import bounds, format_edtf

OPPOSED = frozenset(
    frozenset(pair)
    for pair in (
        (Act.DEMAND, Act.CONCESSION),
        (Act.DEMAND, Act.OFFER),
        (Act.REFUSAL, Act.AGREEMENT),
        (Act.REFUSAL, Act.CONCESSION),
        (Act.REFUSAL, Act.OFFER),
        (Act.THREAT, Act.CONCESSION),
    )
)
"""Pairs of acts that one party cannot well do at once on one matter."""

NEAR_DAYS = 45
"""Accounts further apart than this are a change, no disagreement; set by judgement."""


def compare_positions(
    positions: Iterable[Position], statements: Iterable[Statement]
) -> tuple[Comparison, ...]:
    """Returns pairs of a holder's positions on an issue that different speakers tell otherwise.

    A pair counts when its acts exclude each other, its words share the matter, two different
    origins tell it and its dates lie within 45 days; undated ones are never near. `rows` holds the
    ids of the two positions.
    """
    known = {s.id: s for s in statements}
    by_matter: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in positions:
        by_matter[position.holder, position.issue].append(position)
    found: dict[tuple[str, ...], Comparison] = {}
    for group in by_matter.values():
        for first, second in combinations(group, 2):
            comparison = _compare(first, second, known)
            if comparison is not None:
                found.setdefault(_told(comparison, first, second), comparison)
    return tuple(found.values())


def _told(comparison: Comparison, first: Position, second: Position) -> tuple[str, ...]:
    """Returns what makes two comparisons the same although they stand under two issues."""
    return comparison.kind, *sorted((*first.statements, "|", *second.statements))


def _compare(first: Position, second: Position, known: dict[str, Statement]) -> Comparison | None:
    if frozenset((first.act, second.act)) not in OPPOSED or not _near(first, second):
        return None
    left = [known[i] for i in first.statements if i in known]
    right = [known[i] for i in second.statements if i in known]
    pair = next(((a, b) for a in left for b in right if _differ(a, b)), None)
    if pair is None:
        return None
    ordered = sorted((first, second), key=lambda p: (p.first_said or "", p.id))
    return Comparison(
        kind="disagreement",
        matter=f"{first.holder}, {first.issue}",
        rows=tuple(p.id for p in ordered),
        note=_note(first, second, pair),
    )


def _differ(first: Statement, second: Statement) -> bool:
    """Says whether two statements come from different mouths and speak of one matter."""
    same_mouth = first.speaker.name == second.speaker.name or (
        _is_holders_side(first) and _is_holders_side(second)
    )
    return not same_mouth and share_matter(first, second)


def _is_holders_side(statement: Statement) -> bool:
    speaker = statement.speaker
    return statement.voice == OWN_WORDS or statement.holder in (speaker.name, speaker.party)


def _note(first: Position, second: Position, pair: Sequence[Statement]) -> str:
    told = (
        f"{_article(position.act)} {position.act.value} {_whose(statement)}"
        f" ({format_edtf(position.last_said)})"
        for position, statement in zip((first, second), pair, strict=True)
    )
    return f"{first.holder} is reported with {' and with '.join(told)}."


def _article(act: Act) -> str:
    return "an" if act.value[0] in "aeiou" else "a"


def _whose(statement: Statement) -> str:
    if statement.voice == OWN_WORDS:
        return "in its own words"
    return f"in the account of {statement.speaker.name}"


def _near(first: Position, second: Position) -> bool:
    (a_start, a_end), (b_start, b_end) = _range(first), _range(second)
    if a_start is None or a_end is None or b_start is None or b_end is None:
        return False
    return max((b_start - a_end).days, (a_start - b_end).days) <= NEAR_DAYS


def _range(position: Position) -> tuple[date | None, date | None]:
    if position.first_said is None or position.last_said is None:
        return None, None
    return bounds(position.first_said)[0], bounds(position.last_said)[1]
