"""Tags become spans of whole words."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.attributing.decoding import BIAS, CONTENT, GOES_ON, ROLES, best_tags, find_spans
from reportedly.attributing.windows import Piece, Pieces, Window

SCORES = st.lists(
    st.lists(st.floats(-20, 0, width=32), min_size=7, max_size=7), min_size=1, max_size=12
)


@given(SCORES)
@settings(deadline=None)
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
    spans = find_spans(Window(Pieces.of(pieces)), scores)
    assert [(s.role, s.span) for s in spans] == [("source", (0, 9)), ("cue", (10, 14))]


def test_find_spans_separator_ends_a_span() -> None:
    """A span does not run on into the next paragraph."""
    pieces = (Piece(101, -1, -1, -1), Piece(5, 0, 4, 0), Piece(102, -1, -1, -1), Piece(6, 5, 9, 1))
    scores = np.full((4, 7), -9.0, dtype=np.float32)
    scores[1, 5] = scores[2, 6] = scores[3, 6] = -0.1
    scores[3, 5] = -2.0
    assert [s.span for s in find_spans(Window(Pieces.of(pieces)), scores)] == [(0, 4), (5, 9)]


def plain_tags(scores: np.ndarray) -> list[int]:
    """The search written out: every tag before against every tag."""
    allowed = np.zeros((7, 7))
    for inside in (2, 4, 6):
        allowed[[b for b in range(7) if b not in (inside - 1, inside)], inside] = -1e9
    total = scores[0] + allowed[0]
    back = []
    for row in scores[1:]:
        paths = total[:, None] + allowed
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    tags = [int(total.argmax())]
    for step in reversed(back):
        tags.append(int(step[tags[-1]]))
    return tags[::-1]


def plain_spans(window: Window, scores: np.ndarray) -> list[tuple[str, int, int, int, float]]:
    """Role, first and last piece, paragraph and confidence of each span, found word by word."""
    biased = scores.astype(np.float64)
    for number, role in enumerate(ROLES):
        biased[:, 1 + 2 * number : 3 + 2 * number] += BIAS[role]
    paragraphs: list[list[list[int]]] = []
    for index, piece in enumerate(window.pieces):
        if piece.start < 0:
            paragraphs.append([])
        elif paragraphs[-1] and window.pieces[paragraphs[-1][-1][0]].word == piece.word:
            paragraphs[-1][-1].append(index)
        else:
            paragraphs[-1].append([index])
    found = []
    for number, words in enumerate(words for words in paragraphs if words):
        tags = plain_tags(np.stack([biased[word[0]] for word in words]))
        for place, word in enumerate(words[1:], 1):
            likely = np.exp(scores[word[0], CONTENT:]).sum()
            if tags[place] == 0 and tags[place - 1] >= CONTENT and likely >= GOES_ON:
                tags[place] = CONTENT + 1
                if tags[place + 1 : place + 2] == [CONTENT]:
                    tags[place + 1] = CONTENT + 1
        for place, tag in enumerate(tags):
            if tag % 2:
                end = place + 1
                while end < len(tags) and tags[end] == tag + 1:
                    end += 1
                first, last = words[place][0], words[end - 1][-1]
                sure = np.exp(scores[first : last + 1, tag : tag + 2]).sum(axis=1).mean()
                found.append((ROLES[(tag - 1) // 2], first, last, number, float(sure)))
    return found


@given(
    st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=8), min_size=1, max_size=4),
    st.integers(0, 2**32 - 1),
)
@settings(deadline=None)
def test_find_spans_any_window_equals_the_search_written_out(
    paragraphs: list[list[int]], seed: int
) -> None:
    """The quick way finds the same spans as looking at each word by itself."""
    pieces, place, word = [Piece(101, -1, -1, -1)], 0, 0
    for words in paragraphs:
        for length in words:
            pieces += [Piece(9, place + i, place + i + 1, word) for i in range(length)]
            place, word = place + length + 1, word + 1
        pieces.append(Piece(102, -1, -1, -1))
    window = Window(Pieces.of(pieces))
    scores = np.log(np.random.default_rng(seed).dirichlet(np.full(7, 0.4), len(pieces)) + 1e-6)
    scores = scores.astype(np.float32)
    spans = find_spans(window, scores)
    plain = plain_spans(window, scores)
    assert [(s.role, s.pieces[0], s.pieces[-1], s.paragraph) for s in spans] == [
        p[:4] for p in plain
    ]
    assert np.allclose([s.confidence for s in spans], [p[4] for p in plain], atol=1e-5)
