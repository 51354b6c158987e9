"""Windows keep offsets, words and whole paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from reportedly.attributing.encoder import Encoder
from reportedly.attributing.windows import CLS, SEP, Piece, Pieces, cut_windows, paragraphs_pieces


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The tokenizer that is shipped with the model."""
    return Encoder.load(1).tokenizer


TEXTS = st.text(st.sampled_from("abc XYZ“”’'—\n\t\u00a0é中🙂.,!"), max_size=600)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_pieces_any_text_point_into_it(tokenizer: Tokenizer, text: str) -> None:
    """Every piece covers characters of the text, in ascending order."""
    for pieces in paragraphs_pieces(tokenizer, text):
        assert all(0 <= p.start < p.end <= len(text) for p in pieces)
        assert all(a.start <= b.start for a, b in pairwise(pieces))
        assert "\n" not in text[pieces[0].start : pieces[-1].end]


@given(TEXTS, st.integers(8, 40))
@settings(max_examples=60, deadline=None)
def test_windows_any_text_hold_every_piece_once(tokenizer: Tokenizer, text: str, most: int) -> None:
    """Windows together hold all pieces in order, and none is longer than allowed."""
    paragraphs = paragraphs_pieces(tokenizer, text)
    windows = list(cut_windows(paragraphs, most, most))
    held = [p for w in windows for p in w.pieces if p.start >= 0]
    assert held == [p for pieces in paragraphs for p in pieces]
    assert all(len(w.pieces) <= most and w.ids[0] == CLS and w.ids[-1] == SEP for w in windows)


def test_windows_paragraph_that_fits_is_not_cut(tokenizer: Tokenizer) -> None:
    """A paragraph that does not fit into the rest of a window begins the next one."""
    text = "one two three four five six\nseven eight nine ten eleven twelve"
    windows = list(cut_windows(paragraphs_pieces(tokenizer, text), 12, 12))
    assert [len(w.pieces) for w in windows] == [8, 8]


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_pieces_any_text_equal_each_line_alone(tokenizer: Tokenizer, text: str) -> None:
    """All lines at once give what each line gives by itself, moved to its place."""
    alone, place, word = [], 0, 0
    for line in text.split("\n"):
        one = tokenizer.encode(line, add_special_tokens=False)
        rows = [
            Piece(id_, place + start, place + end, word + number)
            for id_, (start, end), number in zip(one.ids, one.offsets, one.word_ids, strict=True)
        ]
        if rows:
            alone.append(rows)
            word = rows[-1].word + 1
        place += len(line) + 1
    assert [list(pieces) for pieces in paragraphs_pieces(tokenizer, text)] == alone


def test_pieces_moved_change_their_offsets_only() -> None:
    """Ids and words stay; special treatment is left to whoever cuts windows."""
    pieces = Pieces.of([Piece(7, 0, 4, 2), Piece(8, 5, 9, 3)])
    assert list(pieces.moved(10)) == [Piece(7, 10, 14, 2), Piece(8, 15, 19, 3)]
    assert pieces[1] == Piece(8, 5, 9, 3)
    assert list(pieces[:1]) == [Piece(7, 0, 4, 2)]


def test_windows_a_long_paragraph_is_whole_though_others_are_packed_shorter(
    tokenizer: Tokenizer,
) -> None:
    """Paragraphs share short windows; one that needs a longer window gets it alone."""
    text = "one two\n" + "three " * 20 + "\nfour five"
    windows = list(cut_windows(paragraphs_pieces(tokenizer, text), packed=12, most=40))
    assert [len(window.pieces) for window in windows] == [4, 22, 4]
