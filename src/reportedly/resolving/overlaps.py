"""Keeps one row where two readings of the same words, one inside the other, say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.model import Act, Attribution, Proposition, Span, Statement
from reportedly.text import Stretches

VAGUE = frozenset({Act.OTHER, Act.ASSESSMENT})
"""Acts that give way to a more telling one on the same words."""

SAME_WORDS = 0.8
"""Share of the joined stretches that two rows have in common if they rest on the same words."""


def is_told_inside(
    one: Proposition,
    inner: Sequence[Attribution],
    propositions: Mapping[str, Sequence[Proposition]],
) -> bool:
    """Says whether an attribution inside the one around it tells the same thing with a longer chain."""
    for other in inner:
        if not propositions.get(other.id):
            continue
        shared = sum(_shared(fragment, one.span) for fragment in other.content)
        same_cue = one.cue is not None and any(one.cue.meets(cue) for cue in other.cue)
        wide = shared >= 0.5 * (one.span.end - one.span.start)
        acts = {inner.act for inner in propositions[other.id]}
        if same_cue and not (one.act not in VAGUE and acts <= VAGUE):
            return True
        if wide and one.act in acts | VAGUE:
            return True
    return False


def without_doubles(
    rows: Sequence[Statement], attributions: Mapping[str, Attribution]
) -> tuple[Statement, ...]:
    """Returns the rows without those of a vague act whose words a related row codes more tellingly."""
    telling = Stretches((row.evidence.span, row) for row in rows if row.act not in VAGUE)
    return tuple(
        row
        for row in rows
        if row.act not in VAGUE
        or not any(
            _same(row.evidence.span, span) and _related(row, other, attributions)
            for span, other in telling.meeting(row.evidence.span)
        )
    )


def _related(a: Statement, b: Statement, attributions: Mapping[str, Attribution]) -> bool:
    """Says whether one row comes from an attribution inside the other's content."""
    first, second = attributions.get(a.attribution or ""), attributions.get(b.attribution or "")
    if first is None or second is None:
        return False
    return first.parent == second.id or second.parent == first.id


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _same(a: Span, b: Span) -> bool:
    joined = max(a.end, b.end) - min(a.start, b.start)
    return _shared(a, b) >= SAME_WORDS * joined
