"""Cuts a text into windows of word pieces that keep whole paragraphs together.

What lives here: the one way from characters to the encoder's input, used alike at training and at
run time, so that the two can never differ. What does not: any model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import overload

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

CLS, SEP, PAD = 101, 102, 0
"""Ids of the three special pieces in the vocabulary of the MiniLM family (BERT, uncased)."""

MAX_PIECES = 256
"""The most pieces in a window, special pieces included; the encoder was trained on windows up to this length."""

PACKED_PIECES = 160
"""Windows are packed up to this length; only a longer paragraph has more. The cost of attention grows with it, and
PolNeAR's dev part is read as well as with 256."""

Ints = npt.NDArray[np.int32]

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


@dataclass(frozen=True, slots=True, eq=False)
class Pieces(Sequence[Piece]):
    """Word pieces that follow each other, kept as one array: a hundredth of the records' cost."""

    # Shape (4, pieces): vocabulary ids, first characters, ends, numbers of words, as `Piece` has them.
    table: Ints

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> Pieces:
        """Returns the pieces as an array; what is one already stays as it is."""
        if isinstance(pieces, Pieces):
            return pieces
        rows = [(piece.id, piece.start, piece.end, piece.word) for piece in pieces]
        return cls(np.array(rows, dtype=np.int32).reshape(-1, 4).T)

    @property
    def ids(self) -> Ints:
        """The vocabulary ids."""
        ids: Ints = self.table[0]
        return ids

    @property
    def starts(self) -> Ints:
        """The first characters in the text."""
        starts: Ints = self.table[1]
        return starts

    @property
    def ends(self) -> Ints:
        """The characters one past the last."""
        ends: Ints = self.table[2]
        return ends

    @property
    def words(self) -> Ints:
        """The numbers of the words."""
        words: Ints = self.table[3]
        return words

    def moved(self, by: int) -> Pieces:
        """Returns the pieces of a part of a text with the offsets of the whole text."""
        return Pieces(self.table + np.array([[0], [by], [by], [0]], dtype=np.int32))

    def __len__(self) -> int:
        return int(self.table.shape[1])

    @overload
    def __getitem__(self, place: int) -> Piece: ...
    @overload
    def __getitem__(self, place: slice) -> Pieces: ...
    def __getitem__(self, place: int | slice) -> Piece | Pieces:
        if isinstance(place, slice):
            return Pieces(self.table[:, place])
        return Piece(*self.table[:, place].tolist())

    def __iter__(self) -> Iterator[Piece]:
        return (Piece(*row) for row in self.table.T.tolist())


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """What the encoder sees at once: a leading CLS, paragraphs, a SEP after each of them."""

    pieces: Pieces

    @property
    def ids(self) -> list[int]:
        """The vocabulary ids, special pieces included."""
        ids: list[int] = self.pieces.ids.tolist()
        return ids


_CLS_PIECE, _SEP_PIECE = (np.array([[id_], [-1], [-1], [-1]], dtype=np.int32) for id_ in (CLS, SEP))


def paragraphs_pieces(tokenizer: Tokenizer, text: str) -> list[Pieces]:
    """Tokenizes each line that holds a visible character; offsets are those of the whole text."""
    found = ((match.start(), match.group()) for match in _LINE.finditer(text))
    lines = [(start, line) for start, line in found if not line.isspace()]
    encodings = tokenizer.encode_batch([line for _, line in lines], add_special_tokens=False)
    kept = [(start, one) for (start, _), one in zip(lines, encodings, strict=True) if len(one)]
    if not kept:
        return []
    table, lengths = _table([one for _, one in kept])
    table[1:3] += np.repeat(np.array([start for start, _ in kept], dtype=np.int32), lengths)
    ends = np.cumsum(lengths)
    counts = table[3, ends - 1] + 1
    table[3] += np.repeat(np.cumsum(counts) - counts, lengths).astype(np.int32)
    bounds = [0, *ends.tolist()]
    return [Pieces(table[:, start:end]) for start, end in pairwise(bounds)]


def _table(encodings: Sequence[Encoding]) -> tuple[Ints, npt.NDArray[np.int64]]:
    """Returns the table of all pieces, offsets and words counted in each line, and each line's length."""
    lengths = np.array([len(one) for one in encodings], dtype=np.int64)
    table = np.empty((4, int(lengths.sum())), dtype=np.int32)
    table[0] = _flat(one.ids for one in encodings)
    table[1:3] = _flat(chain.from_iterable(one.offsets) for one in encodings).reshape(-1, 2).T
    table[3] = _flat((word or 0 for word in one.word_ids) for one in encodings)
    return table, lengths


def _flat(rows: Iterator[Iterable[int]]) -> Ints:
    return np.fromiter(chain.from_iterable(rows), dtype=np.int32)


def cut_windows(
    paragraphs: Sequence[Sequence[Piece]], packed: int = PACKED_PIECES, most: int = MAX_PIECES
) -> Iterator[Window]:
    """Packs whole paragraphs into windows; only one longer than `most` is cut, between words.

    Args:
        paragraphs: the word pieces of each.
        packed: length up to which paragraphs share a window.
        most: length of the longest window, which holds one paragraph.
    """
    parts: list[Ints] = []
    length = 1
    for paragraph in paragraphs:
        for part in _fitting(Pieces.of(paragraph), most - 2):
            if parts and length + len(part) + 1 > packed:
                yield _window(parts)
                parts, length = [], 1
            parts += [part.table, _SEP_PIECE]
            length += len(part) + 1
    if parts:
        yield _window(parts)


def _window(parts: Sequence[Ints]) -> Window:
    return Window(Pieces(np.concatenate([_CLS_PIECE, *parts], axis=1)))


def _fitting(paragraph: Pieces, most: int) -> Iterator[Pieces]:
    """Cuts a paragraph into parts of at most `most` pieces, between words where that is possible."""
    start, words = 0, paragraph.words
    while len(paragraph) - start > most:
        cut = start + most
        while cut > start + 1 and words[cut] == words[cut - 1]:
            cut -= 1
        if cut == start + 1:
            cut = start + most
        yield paragraph[start:cut]
        start = cut
    if start < len(paragraph):
        yield paragraph[start:] if start else paragraph
