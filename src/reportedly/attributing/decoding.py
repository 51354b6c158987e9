"""Turns tag scores of word pieces into spans of whole words.

What lives here: the best sequence of tags that is well formed (Viterbi over B-/I-/O), over words, not
pieces. What does not: which spans belong together (`linking`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.attributing.encoder import Scores
from reportedly.attributing.windows import Ints, Window
from reportedly.model import Span

ROLES = ("source", "cue", "content")
"""Order of the roles in the model's tags: O, B-source, I-source, B-cue, I-cue, B-content, I-content."""

BIAS: dict[str, float] = {"source": 0.0, "cue": 0.4, "content": -0.5}
"""Added to the log-probability of a role's tags; chosen on PolNeAR's dev set."""


_BIASES = np.array([0.0, *(BIAS[role] for role in ROLES for _ in "BI")], dtype=np.float32)

GOES_ON = 0.3
"""Least probability at which a content goes on over a word that the biases would leave out: the bias against contents
keeps them from being begun, not from being finished. Chosen on PolNeAR's dev set, where .25 to .35 are alike."""

CONTENT = 1 + 2 * ROLES.index("content")
"""Tag that begins a content; the next one goes on with it."""

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """Words of one role, found in one window."""

    role: str
    # First and last characters in the text.
    span: Span
    # Indexes of its pieces in the window.
    pieces: range
    # Number of its paragraph within the window.
    paragraph: int
    # Mean probability of the role over its pieces.
    confidence: float


def best_tags(scores: Scores) -> list[int]:
    """Returns the best well-formed sequence of tags for scores of shape (words, 7).

    All tags but the three inside ones may follow any tag, so one best path serves them all.
    """
    never = -np.inf
    total = [0.0] + [never] * 6
    steps: list[tuple[int, ...]] = []
    for row in scores.tolist():
        before = total.index(max(total))
        best = total[before]
        total, former, step = [best + row[0]], total, [before]
        for begin in (1, 3, 5):
            own = begin if former[begin] >= former[begin + 1] else begin + 1
            total += [best + row[begin], former[own] + row[begin + 1]]
            step += [before, own]
        steps.append(tuple(step))
    tag = total.index(max(total))
    tags = [tag]
    for places in reversed(steps[1:]):
        tags.append(places[tags[-1]])
    return tags[::-1] if steps else []


def find_spans(window: Window, scores: Scores) -> list[RoleSpan]:
    """Returns the role spans of a window, in the order of the text; they never cross a paragraph.

    Args:
        window: the pieces.
        scores: log-probabilities of the tags, shape (pieces, 7).
    """
    pieces = window.pieces
    # How a word begins decides whether it opens a span, so a word is scored by its first piece.
    firsts, lasts = _word_bounds(pieces.words)
    paragraphs = np.cumsum(pieces.starts < 0)[firsts] - 1
    tags = _tags(scores[firsts] + _BIASES, paragraphs)
    _finish(tags, np.exp(scores[firsts, CONTENT:]).sum(axis=1), paragraphs)
    outside = np.flatnonzero((tags % 2 == 1) | (tags == 0))
    ends = np.append(outside[1:], len(tags))
    begun = tags[outside] > 0
    opens, ends = outside[begun], ends[begun]
    first, last, roles = firsts[opens], lasts[ends - 1], (tags[opens] - 1) // 2
    return [
        RoleSpan(ROLES[role], Span(start, end), range(a, b + 1), paragraph, confidence)
        for role, start, end, a, b, paragraph, confidence in zip(
            roles.tolist(),
            pieces.starts[first].tolist(),
            pieces.ends[last].tolist(),
            first.tolist(),
            last.tolist(),
            paragraphs[opens].tolist(),
            _means(scores, roles, first, last).tolist(),
            strict=True,
        )
    ]


def _word_bounds(words: Ints) -> tuple[Places, Places]:
    """Returns the indexes of the first and of the last piece of each word of a window."""
    changes = np.flatnonzero(words[1:] != words[:-1])
    firsts, lasts = np.append(0, changes + 1), np.append(changes, len(words) - 1)
    real = words[firsts] >= 0
    return firsts[real], lasts[real]


def _tags(scores: Scores, paragraphs: Places) -> Places:
    """Returns the best well-formed tags of the words of all paragraphs.

    Where the likeliest tag of each word makes a well-formed sequence, no other can be better; only the
    other paragraphs are searched.
    """
    tags: Places = scores.argmax(axis=1)
    before = np.append(0, tags[:-1])
    before[np.append(True, paragraphs[1:] != paragraphs[:-1])] = 0
    wrong = (tags > 0) & (tags % 2 == 0) & (before != tags) & (before != tags - 1)
    for paragraph in np.unique(paragraphs[wrong]).tolist():
        start, end = np.searchsorted(paragraphs, [paragraph, paragraph + 1]).tolist()
        tags[start:end] = best_tags(scores[start:end])
    return tags


def _finish(tags: Places, likely: npt.NDArray[np.floating], paragraphs: Places) -> None:
    """Runs contents on, in place, over words that are likely enough to be theirs, and into one they then touch.

    Args:
        tags: tags of the words.
        likely: probability of each word that it is of a content.
        paragraphs: number of the paragraph of each word.
    """
    free = (tags == 0) & (likely >= GOES_ON)
    free &= np.append(False, paragraphs[1:] == paragraphs[:-1])
    for word in np.flatnonzero(free).tolist():
        if tags[word - 1] < CONTENT:
            continue
        tags[word] = CONTENT + 1
        if (
            word + 1 < len(tags)
            and tags[word + 1] == CONTENT
            and paragraphs[word + 1] == paragraphs[word]
        ):
            tags[word + 1] = CONTENT + 1


def _means(scores: Scores, roles: Places, first: Places, last: Places) -> npt.NDArray[np.float64]:
    """Returns the mean probability of a role from its first to its last piece, for each span."""
    likely = np.exp(scores, dtype=np.float64)
    sums = np.zeros((len(scores) + 1, len(ROLES)))
    np.cumsum(likely[:, 1::2] + likely[:, 2::2], axis=0, out=sums[1:])
    means: npt.NDArray[np.float64] = (sums[last + 1, roles] - sums[first, roles]) / (
        last + 1 - first
    )
    return means
