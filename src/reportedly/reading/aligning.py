"""Offset maps: from a report's text back to the decoded original it was taken from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from html import unescape
from itertools import accumulate

from reportedly.model import OffsetRun, Span
from reportedly.reading.lines import Line

_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)\s*>|<[A-Za-z/!?][^<>]*>|&#?\w{1,10};|[^<&]+|[<&]",
    re.DOTALL | re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_NOWHERE = -1


def join_lines(
    lines: Sequence[Line], original: str
) -> tuple[str, list[Span], tuple[OffsetRun, ...]]:
    """Joins lines into a text; returns it with the stretch of each line and the offset map.

    Lines that stand apart in the original are parted by an empty line, others by a line end.
    """
    parts: list[str] = []
    spans: list[Span] = []
    runs: list[OffsetRun] = []
    length = 0
    for line in lines:
        if parts:
            gap = "\n\n" if line.apart else "\n"
            parts.append(gap)
            length += len(gap)
        spans.append(Span(length, length + len(line.text)))
        _add_run(runs, OffsetRun(length, line.start, len(line.text)), original, "".join(parts[-1:]))
        parts.append(line.text)
        length += len(line.text)
    return "".join(parts), spans, tuple(runs)


def _add_run(runs: list[OffsetRun], run: OffsetRun, original: str, gap: str) -> None:
    # Two lines make one run where the gap between them is the same in text and original.
    if runs:
        last = runs[-1]
        end = last.original + last.length
        if original[end : run.original] == gap and last.start + last.length + len(gap) == run.start:
            runs[-1] = OffsetRun(last.start, last.original, last.length + len(gap) + run.length)
            return
    runs.append(run)


def align(text: str, original: str) -> tuple[OffsetRun, ...]:
    """Finds where the lines of a text stand in marked-up source, as far as that can be told."""
    return align_all([text], original)[0]


def align_all(texts: Iterable[str], original: str) -> list[tuple[OffsetRun, ...]]:
    """Finds where the lines of several texts stand in one marked-up source, one text after the other.

    The non-space characters of each line are looked up in the non-space characters of the source that
    are no markup; a line that is not found there, or stands in an entity, stays unmapped.
    """
    pieces = list(_visible_pieces(original))
    stream = "".join(piece for piece, _ in pieces)
    ends = list(accumulate(len(piece) for piece, _ in pieces))
    found: list[tuple[OffsetRun, ...]] = []
    cursor = 0
    for text in texts:
        runs: list[OffsetRun] = []
        for line in re.finditer(r"[^\n]+", text):
            packed = "".join(line[0].split())
            at = stream.find(packed, cursor)
            if at < 0 and (at := stream.find(packed)) < 0:
                continue
            cursor = at + len(packed)
            _map_words(runs, text, Span(*line.span()), at, pieces=pieces, ends=ends)
        found.append(tuple(runs))
    return found


def _visible_pieces(original: str) -> Iterable[tuple[str, int]]:
    # Words with their place; what an entity stands for has none.
    for token in _TOKEN.finditer(original):
        if token[0][0] not in "<&" or len(token[0]) == 1:
            for word in _WORD.finditer(token[0]):
                yield word[0], token.start() + word.start()
        elif token[0][0] == "&" and (piece := "".join(unescape(token[0]).split())):
            yield piece, _NOWHERE


def _map_words(
    runs: list[OffsetRun],
    text: str,
    line: Span,
    at: int,
    *,
    pieces: Sequence[tuple[str, int]],
    ends: Sequence[int],
) -> None:
    # Walks the words of the line and the pieces of the source side by side.
    for word in _WORD.finditer(text, line.start, line.end):
        place, left = word.start(), word.end() - word.start()
        while left:
            index = bisect_right(ends, at)
            piece, start = pieces[index]
            inside = len(piece) - (ends[index] - at)
            length = min(left, len(piece) - inside)
            if start != _NOWHERE:
                _extend(runs, OffsetRun(place, start + inside, length))
            place, at, left = place + length, at + length, left - length


def _extend(runs: list[OffsetRun], run: OffsetRun) -> None:
    if runs:
        last = runs[-1]
        gap = run.start - (last.start + last.length)
        if 0 <= gap <= 1 and run.original - (last.original + last.length) == gap:
            runs[-1] = OffsetRun(last.start, last.original, last.length + gap + run.length)
            return
    runs.append(run)
