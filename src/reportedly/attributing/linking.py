"""Joins role spans of a window into attributions by the encoder's arcs.

An arc runs from every piece of a content to the first piece of its cue, and from every piece of a cue to
the first piece of its source; the leading special piece stands for "none". One source may serve several
cues, one cue several contents. A source stands in the paragraph of its cue, and a content nearly always does
(23,048 of 23,288 in PolNeAR's training data); only a paragraph without a cue looks to the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.attributing.confidence import Signals
from reportedly.attributing.decoding import RoleSpan
from reportedly.attributing.encoder import Scores
from reportedly.attributing.windows import Window
from reportedly.model import Span

CONTENT_TO_CUE, CUE_TO_SOURCE = 0, 1
"""First index of the arc scores."""

SUREST_NEEDED = 0.4
"""Least mean probability of an arc to a word that was not found as a cue; chosen on PolNeAR's dev set."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The spans of one attribution, before it gets an id."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    # Mean certainty of its spans and links, from 0 to 1.
    confidence: float
    # What its confidence is reckoned from, None where a rule read it by its form.
    signals: Signals | None = None


def link(window: Window, spans: Sequence[RoleSpan], arcs: Scores) -> list[Linked]:
    """Returns the attributions of one window; a cue that gets no content makes none.

    Args:
        window: the pieces.
        spans: what `decoding.find_spans` found.
        arcs: probabilities, shape (2, pieces, pieces).
    """
    cues = [s for s in spans if s.role == "cue"]
    tagged = set(cues)
    sources = [s for s in spans if s.role == "source"]
    held: dict[RoleSpan | None, list[tuple[RoleSpan, float]]] = defaultdict(list)
    for content in (s for s in spans if s.role == "content"):
        near = [cue for cue in cues if cue.paragraph == content.paragraph]
        pointed = _pointed(content, arcs[CONTENT_TO_CUE])
        cue, likely = _head(near or cues, pointed)
        missed = _missed_cue(window, content, spans, pointed, likely)
        if missed is not None:
            cues.append(missed)
            cue = missed
        held[cue].append((content, likely))
    linked = [_linked(None, None, [one], 1.0) for one in held.pop(None, [])]
    for cue, contents in held.items():
        near = [s for s in sources if cue and s.paragraph == cue.paragraph]
        source, likely = _head(near, _pointed(cue, arcs[CUE_TO_SOURCE])) if cue else (None, 0.0)
        linked.append(_linked(source, cue, contents, likely, recovered=cue not in tagged))
    return sorted(linked, key=lambda one: one.content)


def _pointed(span: RoleSpan, arcs: Scores) -> Scores:
    """Returns the mean probability that the pieces of a span point to each piece of the window."""
    mean: Scores = arcs[span.pieces.start : span.pieces.stop].mean(axis=0)
    return mean


def _head(heads: Sequence[RoleSpan], pointed: Scores) -> tuple[RoleSpan | None, float]:
    """Returns the span that the arcs point to, None for none, with its probability."""
    none = float(pointed[0])
    likely = [sum(pointed[place].item() for place in head.pieces[:2]) for head in heads]
    if not likely:
        return None, none
    best = max(likely)
    return (heads[likely.index(best)], best) if best >= none else (None, none)


def _missed_cue(
    window: Window, content: RoleSpan, spans: Sequence[RoleSpan], pointed: Scores, likely: float
) -> RoleSpan | None:
    """Returns the word that the arcs of a content point to, where no cue was found but there is one.

    A missed cue would otherwise give its content to a neighbour, and so make two errors.
    """
    place = int(pointed.argmax())
    sure = float(pointed[place])
    words = window.pieces.words
    if words[place] < 0 or sure < max(likely, SUREST_NEEDED):
        return None
    if any(place in span.pieces for span in spans):
        return None
    same = np.flatnonzero(words == words[place])
    pieces = range(int(same[0]), int(same[-1]) + 1)
    span = Span(window.pieces[pieces[0]].start, window.pieces[pieces[-1]].end)
    return RoleSpan("cue", span, pieces, content.paragraph, sure)


def _linked(
    source: RoleSpan | None,
    cue: RoleSpan | None,
    contents: list[tuple[RoleSpan, float]],
    to_source: float,
    *,
    recovered: bool = False,
) -> Linked:
    certain = [content.confidence * likely for content, likely in contents]
    if cue is not None:
        certain.append(cue.confidence)
    if source is not None:
        certain.append(source.confidence * to_source)
    mean = sum(certain) / len(certain)
    signals = Signals(
        mean=mean,
        source=source.confidence if source else None,
        cue=cue.confidence if cue else None,
        content=min(content.confidence for content, _ in contents),
        to_source=to_source,
        to_cue=min(likely for _, likely in contents),
        recovered=recovered,
        fragments=len(contents),
    )
    return Linked(
        source=(source.span,) if source else (),
        cue=(cue.span,) if cue else (),
        content=_merged(sorted(content.span for content, _ in contents)),
        confidence=mean,
        signals=signals,
    )


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Joins fragments that nothing but one space parts."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start - merged[-1].end <= 1:
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)
