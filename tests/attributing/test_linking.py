"""Spans are joined along the arcs."""

from __future__ import annotations

import numpy as np

from reportedly.attributing.decoding import RoleSpan
from reportedly.attributing.linking import CONTENT_TO_CUE, CUE_TO_SOURCE, link
from reportedly.attributing.windows import Piece, Pieces, Window
from reportedly.model import Span

WORDS = 12
WINDOW = Window(
    Pieces.of(
        [
            Piece(101, -1, -1, -1),
            *(Piece(9, 5 * i, 5 * i + 4, i) for i in range(WORDS)),
            Piece(102, -1, -1, -1),
        ]
    )
)


def span(role: str, first: int, last: int, paragraph: int = 0) -> RoleSpan:
    """A span from one word to another; piece numbers are word numbers plus one."""
    pieces = range(first + 1, last + 2)
    return RoleSpan(role, Span(5 * first, 5 * last + 4), pieces, paragraph, 0.9)


def arcs(*pointing: tuple[int, RoleSpan, RoleSpan | int]) -> np.ndarray:
    """Arc probabilities in which the pieces of a span point to the first piece of another, or to a piece."""
    scores = np.full((2, WORDS + 2, WORDS + 2), 0.001, dtype=np.float32)
    scores[:, :, 0] = 0.3
    for kind, start, to in pointing:
        place = to if isinstance(to, int) else to.pieces[0]
        scores[kind, list(start.pieces), place] = 0.9
    return scores


def test_link_two_contents_around_a_cue_make_one_attribution() -> None:
    """A content split by its cue stays one."""
    first, source, cue, second = (
        span("content", 0, 2),
        span("source", 3, 3),
        span("cue", 4, 4),
        span("content", 5, 7),
    )
    scores = arcs(
        (CONTENT_TO_CUE, first, cue), (CONTENT_TO_CUE, second, cue), (CUE_TO_SOURCE, cue, source)
    )
    (one,) = link(WINDOW, [first, source, cue, second], scores)
    assert one.content == (first.span, second.span)
    assert one.source == (source.span,)


def test_link_one_source_serves_two_cues() -> None:
    """A source is carried over to its second cue."""
    source, said, added = span("source", 0, 0), span("cue", 1, 1), span("cue", 6, 6)
    one, two = span("content", 2, 4), span("content", 7, 9)
    scores = arcs(
        (CONTENT_TO_CUE, one, said),
        (CONTENT_TO_CUE, two, added),
        (CUE_TO_SOURCE, said, source),
        (CUE_TO_SOURCE, added, source),
    )
    found = link(WINDOW, [source, said, one, added, two], scores)
    assert [a.source for a in found] == [(source.span,), (source.span,)]


def test_link_arc_to_an_unfound_cue_recovers_it() -> None:
    """A content that points to a word no tag marked gets that word as its cue, not a neighbour's."""
    cue, content, other = span("cue", 1, 1), span("content", 2, 4), span("content", 7, 9)
    scores = arcs((CONTENT_TO_CUE, content, cue), (CONTENT_TO_CUE, other, 7))
    found = link(WINDOW, [cue, content, other], scores)
    assert [a.cue for a in found] == [(cue.span,), (Span(30, 34),)]


def test_link_source_in_another_paragraph_is_not_taken() -> None:
    """A source stands in the paragraph of its cue."""
    source, cue, content = span("source", 0, 0), span("cue", 5, 5, 1), span("content", 6, 8, 1)
    scores = arcs((CONTENT_TO_CUE, content, cue), (CUE_TO_SOURCE, cue, source))
    (one,) = link(WINDOW, [source, cue, content], scores)
    assert one.source == ()
