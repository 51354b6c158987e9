"""Turns tag scores of word pieces into spans of whole words.

What lives here: the best sequence of tags that is well formed (Viterbi over B-/I-/O), over words, not
pieces. What does not: which spans belong together (`linking`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reportedly.attributing.encoder import Scores
from reportedly.attributing.windows import Window
from reportedly.model import Span

ROLES = ("source", "cue", "content")
"""Order of the roles in the model's tags: O, B-source, I-source, B-cue, I-cue, B-content, I-content."""

BIAS: dict[str, float] = {"source": 0.0, "cue": 0.4, "content": -0.5}
"""Added to the log-probability of a role's tags; chosen on PolNeAR's dev set."""


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """Words of one role, found in one window."""

    role: str
    # First and last characters in the text.
    span: Span
    # Indexes of its pieces in the window, ascending.
    pieces: tuple[int, ...]
    # Number of its paragraph within the window.
    paragraph: int
    # Mean probability of the role over its pieces.
    confidence: float


def _transitions() -> Scores:
    """Forbids an inside tag that does not follow a tag of its own role."""
    allowed = np.zeros((7, 7), dtype=np.float32)
    for role in range(3):
        inside = 2 + 2 * role
        for before in range(7):
            if before not in (inside - 1, inside):
                allowed[before, inside] = -1e9
    return allowed


_TRANSITIONS = _transitions()
_START = np.where(np.isin(np.arange(7), (2, 4, 6)), -1e9, 0.0).astype(np.float32)


def best_tags(scores: Scores) -> list[int]:
    """Returns the best well-formed sequence of tags for scores of shape (words, 7)."""
    if not len(scores):
        return []
    total = scores[0] + _START
    back = np.zeros((len(scores), 7), dtype=np.int64)
    for place in range(1, len(scores)):
        paths = total[:, None] + _TRANSITIONS
        back[place] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[place]
    tag = int(total.argmax())
    tags = [tag]
    for place in range(len(scores) - 1, 0, -1):
        tag = int(back[place, tag])
        tags.append(tag)
    return tags[::-1]


def find_spans(window: Window, scores: Scores) -> list[RoleSpan]:
    """Returns the role spans of a window, in the order of the text; they never cross a paragraph.

    Args:
        window: the pieces.
        scores: log-probabilities of the tags, shape (pieces, 7).
    """
    biased = scores.copy()
    for number, role in enumerate(ROLES):
        biased[:, 1 + 2 * number : 3 + 2 * number] += BIAS[role]
    found: list[RoleSpan] = []
    for number, words in enumerate(_paragraph_words(window)):
        tags = best_tags(np.stack([_word_scores(biased, pieces) for pieces in words]))
        for kind, pieces in _runs(words, tags):
            found.append(_role_span(window, scores, kind, pieces, number))
    return found


def _paragraph_words(window: Window) -> list[list[list[int]]]:
    """Groups the indexes of pieces into words, and the words into paragraphs."""
    paragraphs: list[list[list[int]]] = [[]]
    last = None
    for index, piece in enumerate(window.pieces):
        if piece.start < 0:
            paragraphs.append([])
            last = None
        elif piece.word == last:
            paragraphs[-1][-1].append(index)
        else:
            paragraphs[-1].append([index])
            last = piece.word
    return [words for words in paragraphs if words]


def _word_scores(scores: Scores, pieces: list[int]) -> Scores:
    """Scores a word by its first piece: how a word begins decides whether it opens a span."""
    first: Scores = scores[pieces[0]]
    return first


def _runs(words: list[list[int]], tags: list[int]) -> list[tuple[int, tuple[int, ...]]]:
    """Cuts a paragraph's words into runs of one role: number of the role, indexes of the pieces."""
    runs: list[tuple[int, tuple[int, ...]]] = []
    start = 0
    while start < len(tags):
        end = start + 1
        if tags[start]:
            while end < len(tags) and tags[end] == tags[start] + 1:
                end += 1
            pieces = tuple(index for word in words[start:end] for index in word)
            runs.append(((tags[start] - 1) // 2, pieces))
        start = end
    return runs


def _role_span(
    window: Window, scores: Scores, role: int, pieces: tuple[int, ...], paragraph: int
) -> RoleSpan:
    likely = np.exp(scores[list(pieces), 1 + 2 * role : 3 + 2 * role]).sum(axis=1).mean()
    span = Span(window.pieces[pieces[0]].start, window.pieces[pieces[-1]].end)
    return RoleSpan(ROLES[role], span, pieces, paragraph, float(likely))
