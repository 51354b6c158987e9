"""Tags become spans of whole words."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.attributing.decoding import best_tags, find_spans
from reportedly.attributing.windows import Piece, Window

SCORES = st.lists(
    st.lists(st.floats(-20, 0, width=32), min_size=7, max_size=7), min_size=1, max_size=12
)


@given(SCORES)
def test_best_tags_any_scores_are_well_formed(scores: list[list[float]]) -> None:
    """An inside tag follows only a tag of its own role."""
    tags = best_tags(np.array(scores, dtype=np.float32))
    assert len(tags) == len(scores)
    for before, tag in zip([0, *tags], tags, strict=False):
        if tag in (2, 4, 6):
            assert before in (tag - 1, tag)


def test_best_tags_prefers_a_sound_path_to_a_higher_unsound_one() -> None:
    """A strong inside tag pulls the weaker begin tag before it along."""
    scores = np.full((2, 7), -9.0, dtype=np.float32)
    scores[0, 0], scores[0, 5] = -0.5, -1.0
    scores[1, 6], scores[1, 0] = -0.1, -6.0
    assert best_tags(scores) == [5, 6]


def test_find_spans_word_of_two_pieces_is_never_cut() -> None:
    """The first piece decides for the word, and the span covers all of it."""
    pieces = (
        Piece(101, -1, -1, -1),
        Piece(5, 0, 4, 0),
        Piece(6, 4, 9, 0),
        Piece(7, 10, 14, 1),
        Piece(102, -1, -1, -1),
    )
    scores = np.full((5, 7), -9.0, dtype=np.float32)
    scores[1, 1] = scores[2, 0] = scores[3, 3] = -0.1
    spans = find_spans(Window(pieces), scores)
    assert [(s.role, s.span) for s in spans] == [("source", (0, 9)), ("cue", (10, 14))]


def test_find_spans_separator_ends_a_span() -> None:
    """A span does not run on into the next paragraph."""
    pieces = (Piece(101, -1, -1, -1), Piece(5, 0, 4, 0), Piece(102, -1, -1, -1), Piece(6, 5, 9, 1))
    scores = np.full((4, 7), -9.0, dtype=np.float32)
    scores[1, 5] = scores[2, 6] = scores[3, 6] = -0.1
    scores[3, 5] = -2.0
    assert [s.span for s in find_spans(Window(pieces), scores)] == [(0, 4), (5, 9)]
