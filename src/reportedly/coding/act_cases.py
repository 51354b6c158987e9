"""Cuts what is to be coded out of a text, with the role of each word piece, as the act classifier reads it.

What lives here: the one way from a text to the classifier's input, used alike at training and at run time. What does
not: the classifier (`act_classifier`) and what is made of its answers (`judging`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from tokenizers import Tokenizer

from reportedly.model import Act, Span
from reportedly.vocabulary.issues import score_issues

CLS, SEP = 101, 102
"""Ids of the two special pieces in the vocabulary of the MiniLM family (BERT, uncased)."""

MOST_PIECES = 96
"""Word pieces of a case, special pieces included."""

BEFORE, FARTHEST, AROUND, AFTER = 220, 400, 120, 40
"""Characters: shown before a content; how far before it a source may stand and still be shown; how far behind it a
source or cue may; shown behind the last of them."""

LEADING, SHOWN = 5, 48
"""Where a case has to be cut: word pieces kept before the first one with a role, unless fewer than so many of the
content would be left then."""


class Role(IntEnum):
    """What a word piece belongs to."""

    NONE = 0
    SOURCE = 1
    TARGET = 2
    CUE = 3
    CONTENT = 4


_MATTER = frozenset({Role.TARGET, Role.CONTENT})


@dataclass(frozen=True, slots=True)
class Case:
    """Words whose act is asked for."""

    # The words with some context.
    text: str
    # Stretches of that text with their roles; where two overlap, a cue gives way.
    roles: tuple[tuple[Span, Role], ...]
    # What the rules take the act to be, None where they were not asked.
    rule: Act | None = None
    # Weight of the terms that speak for an issue, by its id.
    terms: Mapping[str, float] = field(default_factory=dict)


def content_case(
    text: str,
    content: Sequence[Span],
    *,
    source: Sequence[Span],
    cue: Sequence[Span],
    rule: Act | None,
) -> Case:
    """Returns the case of a content: what its source does in saying it.

    Args:
        text: the report's text.
        content: its stretches, in order, at least one.
        source: stretches that name whose act it is, none if nobody is named.
        cue: stretches of the words of saying.
        rule: what the rules take the act to be.
    """
    first, last = content[0].start, content[-1].end
    start = max(0, first - BEFORE)
    if source and first - FARTHEST < source[0].start < first:
        start = min(start, source[0].start)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    beside = max((span.end for span in (*source, *cue)), default=0)
    end = min(len(text), max(last, min(beside, last + AROUND)) + AFTER)
    told = ((source, Role.SOURCE), (cue, Role.CUE), (content, Role.CONTENT))
    roles = tuple(
        (Span(span.start - start, span.end - start), role)
        for spans, role in told
        for span in spans
        if start <= span.start and span.end <= end
    )
    words = " ".join(span.of(text) for span in content)
    weights = {issue: weight for issue, (weight, _) in score_issues(words).items()}
    return Case(text[start:end], roles, rule, weights)


def pair_case(text: str, source: str, target: str) -> Case:
    """Returns the case of two actors in a sentence: what the source does to the target."""
    first = _find(text, source, 0)
    second = _find(text, target, 0)
    if first is not None and second is not None and first.meets(second):
        second = _find(text, target, first.end) or second
    named = ((first, Role.SOURCE), (second, Role.TARGET))
    return Case(text, tuple((span, role) for span, role in named if span is not None))


def _find(text: str, words: str, start: int) -> Span | None:
    place = text.find(words, start) if words else -1
    return Span(place, place + len(words)) if place >= 0 else None


def pieces_of(tokenizer: Tokenizer, case: Case) -> tuple[list[int], list[int]]:
    """Returns the ids of a case's word pieces and their roles, special pieces included, at most `MOST_PIECES`."""
    encoding = tokenizer.encode(case.text, add_special_tokens=False)
    ids, roles = list(encoding.ids), [_role(case, *offsets) for offsets in encoding.offsets]
    most = MOST_PIECES - 2
    if len(ids) > most:
        first = next((place for place, role in enumerate(roles) if role), 0)
        matter = next((n for n, role in enumerate(roles) if role in _MATTER), first)
        cut = max(first - LEADING, matter + SHOWN - most)
        cut = max(0, min(cut, len(ids) - most))
        ids, roles = ids[cut : cut + most], roles[cut : cut + most]
    return [CLS, *ids, SEP], [0, *roles, 0]


def _role(case: Case, start: int, end: int) -> int:
    found = [role for span, role in case.roles if span.start <= start and end <= span.end]
    return next(
        (role for role in reversed(found) if role is not Role.CUE), found[0] if found else 0
    )
