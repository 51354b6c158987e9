"""Windows keep offsets, words and whole paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from reportedly.attributing.encoder import Encoder
from reportedly.attributing.windows import CLS, SEP, cut_windows, paragraphs_pieces


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
    windows = list(cut_windows(paragraphs, most))
    held = [p for w in windows for p in w.pieces if p.start >= 0]
    assert held == [p for pieces in paragraphs for p in pieces]
    assert all(len(w.pieces) <= most and w.ids[0] == CLS and w.ids[-1] == SEP for w in windows)


def test_windows_paragraph_that_fits_is_not_cut(tokenizer: Tokenizer) -> None:
    """A paragraph that does not fit into the rest of a window begins the next one."""
    text = "one two three four five six\nseven eight nine ten eleven twelve"
    windows = list(cut_windows(paragraphs_pieces(tokenizer, text), 12))
    assert [len(w.pieces) for w in windows] == [8, 8]
