"""Paragraphs with what is to be learnt of them, and how they are packed into training windows.

What lives here: word pieces and gold of one paragraph at a time, so that windows can be cut anew in every epoch
and the teacher's scores, taken once, fit every cut. What does not: the models (`models`) and the loops.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from tokenizers import Tokenizer

from models import IGNORE
from reportedly.attributing.windows import CLS, PAD, SEP, paragraphs_pieces

ROLES = ("source", "cue", "content")
NONE = -1
"""Target of an arc that points to nothing (the leading special piece)."""


@dataclass
class Labels:
    """Tags and arcs of one layer of attributions, a number a piece."""

    # 0 for nothing, then begin and inside of source, cue and content.
    tags: np.ndarray
    # (2, pieces): place of the head within the paragraph, NONE, or IGNORE where nothing is to be learnt.
    arcs: np.ndarray


@dataclass
class Paragraph:
    """One paragraph of a text."""

    ids: np.ndarray
    # Character offsets in the text, (pieces, 2).
    offsets: np.ndarray
    # Gold; None in an unlabelled text.
    gold: Labels | None = None
    # Nested relations, as read by the first model; None where they were not read.
    inner: Labels | None = None
    # Whether a piece stands in a content whose nested relations an annotator marked; None if none does.
    sure: np.ndarray | None = None
    # The teacher's probabilities of the tags, (pieces, 7).
    soft_tags: np.ndarray | None = None
    # The teacher's probabilities of the arcs, (2, pieces, 1 + pieces), the first column for "none".
    soft_arcs: np.ndarray | None = None


@dataclass
class Packed:
    """A window: a leading special piece, paragraphs, a special piece after each."""

    paragraphs: list[Paragraph] = field(default_factory=list)

    def __len__(self) -> int:
        return 1 + sum(len(p.ids) + 1 for p in self.paragraphs)

    def placed(self) -> Iterator[tuple[int, Paragraph]]:
        """Yields each paragraph with the place of its first piece."""
        place = 1
        for paragraph in self.paragraphs:
            yield place, paragraph
            place += len(paragraph.ids) + 1


def paragraphs_of(tokenizer: Tokenizer, row: dict, most: int = 250) -> list[Paragraph]:
    """Reads the paragraphs of a row: `text`, and `attributions` and `inner` where they are known."""
    found = []
    for pieces in paragraphs_pieces(tokenizer, row["text"]):
        for start in range(0, len(pieces), most):
            part = pieces[start : start + most]
            paragraph = Paragraph(
                np.array([p.id for p in part], dtype=np.int32),
                np.array([(p.start, p.end) for p in part], dtype=np.int32),
            )
            if row.get("attributions") is not None:
                paragraph.gold = labels_of(paragraph.offsets, row["attributions"])
            if row.get("inner") is not None:
                paragraph.inner = labels_of(paragraph.offsets, row["inner"])
                paragraph.sure = _sure(paragraph.offsets, row.get("sure", ()))
            found.append(paragraph)
    return found


def _sure(offsets: np.ndarray, contents: Sequence[Sequence[int]]) -> np.ndarray | None:
    """Returns which pieces stand in contents that an annotator read, None if none does."""
    inside = [_inside(offsets, start, end) for start, end in contents]
    sure = np.zeros(len(offsets), dtype=bool)
    for pieces in inside:
        sure[pieces] = True
    return sure if sure.any() else None


def labels_of(offsets: np.ndarray, attributions: Sequence[dict]) -> Labels:
    """Projects attributions (roles as character stretches) on the pieces of a paragraph."""
    count = len(offsets)
    labels = Labels(np.zeros(count, dtype=np.int64), np.full((2, count), IGNORE, dtype=np.int64))
    first, last = int(offsets[0, 0]), int(offsets[-1, 1])
    for one in attributions:
        if not any(s < last and e > first for role in ROLES for s, e in one[role]):
            continue
        places = {role: [_inside(offsets, s, e) for s, e in one[role]] for role in ROLES}
        for number, role in enumerate(ROLES):
            for fragment in places[role]:
                labels.tags[fragment] = 2 + 2 * number
                labels.tags[fragment[:1]] = 1 + 2 * number
        nowhere = {role: IGNORE if one[role] else NONE for role in ROLES}
        _point(labels.arcs[0], places["content"], places["cue"], nowhere["cue"])
        _point(labels.arcs[1], places["cue"], places["source"], nowhere["source"])
    return labels


def _inside(offsets: np.ndarray, start: int, end: int) -> np.ndarray:
    return np.flatnonzero((offsets[:, 0] >= start) & (offsets[:, 1] <= end))


def _point(
    arcs: np.ndarray, dependants: list[np.ndarray], heads: list[np.ndarray], nowhere: int
) -> None:
    """Points the dependants at the first piece of the heads; a head in another paragraph is not learnt."""
    found = [int(head[0]) for head in heads if len(head)]
    target = found[0] if found else nowhere
    for fragment in dependants:
        arcs[fragment] = target


def packed(
    paragraphs: Sequence[Paragraph], most: int, rng: random.Random | None = None
) -> list[Packed]:
    """Packs whole paragraphs into windows of at most `most` pieces; with `rng`, begun at another place.

    A paragraph longer than `most` gets a window of its own.
    """
    windows = [Packed()]
    first = rng.randrange(3) if rng and len(paragraphs) > 3 else 0
    for number, paragraph in enumerate(paragraphs):
        full = len(windows[-1]) + len(paragraph.ids) + 1 > most
        if windows[-1].paragraphs and (full or number == first):
            windows.append(Packed())
        windows[-1].paragraphs.append(paragraph)
    return [window for window in windows if window.paragraphs]


def ids_and_mask(windows: Sequence[Packed]) -> tuple[np.ndarray, np.ndarray]:
    """Returns the padded ids and the mask of a batch, (windows, pieces)."""
    length = max(map(len, windows))
    ids = np.full((len(windows), length), PAD, dtype=np.int64)
    for row, window in enumerate(windows):
        ids[row, 0] = CLS
        for place, paragraph in window.placed():
            end = place + len(paragraph.ids)
            ids[row, place:end] = paragraph.ids
            ids[row, end] = SEP
    return ids, (ids != PAD).astype(np.int64)


def batches(windows: list[Packed], size: int, rng: random.Random) -> list[list[Packed]]:
    """Groups windows of like length so that a batch holds about `size` pieces, in random order."""
    order = sorted(windows, key=lambda w: len(w) + rng.random() * 24)
    groups: list[list[Packed]] = [[]]
    for window in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(window) > size:
            groups.append([])
        groups[-1].append(window)
    rng.shuffle(groups)
    return groups
