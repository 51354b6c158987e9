"""Cuts a text into windows of word pieces that keep whole paragraphs together.

What lives here: the one way from characters to the encoder's input, used alike at training and at
run time, so that the two can never differ. What does not: any model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

CLS, SEP, PAD = 101, 102, 0
"""Ids of the three special pieces in the vocabulary of the MiniLM family (BERT, uncased)."""

MAX_PIECES = 256
"""The most pieces in a window, special pieces included; the encoder was trained on this length."""

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One word piece of a text."""

    # Vocabulary id.
    id: int
    # First character in the text; -1 on a special piece.
    start: int
    # One past the last character in the text; -1 on a special piece.
    end: int
    # Number of the word it belongs to, counted over the whole text; -1 on a special piece.
    word: int


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder sees at once: a leading CLS, paragraphs, a SEP after each of them."""

    pieces: tuple[Piece, ...]

    @property
    def ids(self) -> list[int]:
        """The vocabulary ids, special pieces included."""
        return [piece.id for piece in self.pieces]


_CLS_PIECE = Piece(CLS, -1, -1, -1)
_SEP_PIECE = Piece(SEP, -1, -1, -1)


def paragraphs_pieces(tokenizer: Tokenizer, text: str) -> list[list[Piece]]:
    """Tokenizes each line that holds a visible character; offsets are those of the whole text."""
    found = ((match.start(), match.group()) for match in _LINE.finditer(text))
    lines = [(start, line) for start, line in found if not line.isspace()]
    encodings = tokenizer.encode_batch([line for _, line in lines], add_special_tokens=False)
    paragraphs: list[list[Piece]] = []
    first_word = 0
    for (offset, _), encoding in zip(lines, encodings, strict=True):
        pieces = [
            Piece(id_, offset + start, offset + end, first_word + (word or 0))
            for id_, (start, end), word in zip(
                encoding.ids, encoding.offsets, encoding.word_ids, strict=True
            )
        ]
        if pieces:
            first_word = pieces[-1].word + 1
            paragraphs.append(pieces)
    return paragraphs


def cut_windows(paragraphs: Sequence[Sequence[Piece]], most: int = MAX_PIECES) -> Iterator[Window]:
    """Packs whole paragraphs into windows; a paragraph that is too long is cut between words."""
    current: list[Piece] = [_CLS_PIECE]
    for paragraph in paragraphs:
        for part in _fitting(paragraph, most - 2):
            if len(current) > 1 and len(current) + len(part) + 1 > most:
                yield Window(tuple(current))
                current = [_CLS_PIECE]
            current += [*part, _SEP_PIECE]
    if len(current) > 1:
        yield Window(tuple(current))


def _fitting(paragraph: Sequence[Piece], most: int) -> Iterator[Sequence[Piece]]:
    """Cuts a paragraph into parts of at most `most` pieces, between words where that is possible."""
    start = 0
    while len(paragraph) - start > most:
        cut = start + most
        while cut > start + 1 and paragraph[cut].word == paragraph[cut - 1].word:
            cut -= 1
        if cut == start + 1:
            cut = start + most
        yield paragraph[start:cut]
        start = cut
    if start < len(paragraph):
        yield paragraph[start:]
