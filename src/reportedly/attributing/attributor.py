"""Finds who is said to have said what in a text: the package's one entry point.

The outermost attributions come from the encoder; nested ones from reading each content again as a text of
its own, since the training data marks only the outermost. Rules are used only where the form is exact:
the items of a list that an attributed colon introduces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.attributing import forms
from reportedly.attributing.completing import (
    completed,
    completed_inside,
    is_relation,
    without_leading_that,
)
from reportedly.attributing.confidence import Certainty, probability
from reportedly.attributing.decoding import find_spans
from reportedly.attributing.encoder import NAME, Encoder
from reportedly.attributing.linking import Linked, link
from reportedly.attributing.lists import with_list_items
from reportedly.attributing.quotes import directness_of
from reportedly.attributing.windows import Piece, cut_windows, paragraphs_pieces
from reportedly.model import Attribution, Span, make_id

MOST_NESTED = 3
"""Depth at which contents are no longer read again."""

FEWEST_NESTED_PIECES = 6
"""Contents with fewer word pieces cannot hold source, cue and content of their own."""


@dataclass(frozen=True, slots=True)
class Attributor:
    """Reads attributions; make one with `load` and use it for any number of texts."""

    encoder: Encoder
    # Says how likely an attribution is right.
    certainty: Certainty = probability

    @classmethod
    def load(cls, threads: int = 0) -> Attributor:
        """Loads the encoder that is shipped with the package.

        Raises:
            ModelError: a file of the model is missing or damaged.
        """
        return cls(Encoder.load(threads))

    def attribute(self, report: str, text: str, *, nested: bool = True) -> tuple[Attribution, ...]:
        """Returns the attributions of a text, outermost ones before those inside their contents.

        Args:
            report: id of the report, a part of the ids made.
            text: the report's text; offsets refer to it.
            nested: whether contents are read again.
        """
        outermost = [
            self._attribution(report, text, with_list_items(text, one), None)
            for one in self.read(text)
        ]
        found, layer = list(outermost), outermost
        for _ in range(MOST_NESTED if nested else 0):
            layer = self._inside(report, text, layer)
            if not layer:
                break
            found += layer
        return tuple(_without_repeats(found))

    def read(self, text: str) -> list[Linked]:
        """Returns the outermost relations of a text, in the order of their contents."""
        windows = list(cut_windows(paragraphs_pieces(self.encoder.tokenizer, text)))
        scores = self.encoder.score(windows)
        found = [
            one
            for window, score in zip(windows, scores, strict=True)
            for one in link(window, find_spans(window, score.tags), score.arcs)
        ]
        found = completed(text, found)
        cues = [cue for one in found for cue in one.cue]
        lists = [one for one in forms.listing(text) if not any(one.cue[0].meets(c) for c in cues)]
        whole = [*forms.transcript(text), *forms.terms(text)]
        return forms.joined(found, [*forms.backward(text), *forms.further(text), *lists, *whole])

    def _inside(self, report: str, text: str, parents: Sequence[Attribution]) -> list[Attribution]:
        """Reads the contents of attributions as texts of their own, all in the same batches."""
        jobs = [
            (parent, pieces)
            for parent in parents
            if parent.source or not parent.cue or parent.cue[0].of(text) != forms.SHALL
            for fragment in parent.content
            for pieces in self._pieces_of(text, fragment)
        ]
        windows = [window for _, pieces in jobs for window in list(cut_windows([pieces]))[:1]]
        scores = self.encoder.score(windows)
        return [
            self._attribution(report, text, _nested(text, one, parent), parent.id)
            for (parent, _), window, score in zip(jobs, windows, scores, strict=True)
            for one in link(window, find_spans(window, score.tags), score.arcs)
            if is_relation(text, one) and _is_inner(one, parent)
        ]

    def _pieces_of(self, text: str, fragment: Span) -> Iterator[list[Piece]]:
        """Yields the word pieces of each paragraph of a fragment, with offsets of the whole text."""
        for pieces in paragraphs_pieces(self.encoder.tokenizer, fragment.of(text)):
            if len(pieces) >= FEWEST_NESTED_PIECES:
                yield [
                    Piece(p.id, p.start + fragment.start, p.end + fragment.start, p.word)
                    for p in pieces
                ]

    def _attribution(self, report: str, text: str, one: Linked, parent: str | None) -> Attribution:
        directness = directness_of(text, one.content)
        characters = sum(span.end - span.start for span in one.content)
        sure = self.certainty(one.signals, directness, characters, nested=parent is not None)
        return Attribution(
            id=make_id("attribution", report, one.content, one.cue, one.source),
            report=report,
            source=one.source,
            cue=one.cue,
            content=one.content,
            parent=parent,
            directness=directness,
            confidence=round(sure, 4),
            origin=NAME,
        )


def _nested(text: str, one: Linked, parent: Attribution) -> Linked:
    """Mends the edges of a relation read inside a content."""
    source = tuple(without_leading_that(text, span) for span in one.source)
    return completed_inside(text, replace(one, source=source), parent.content)


def _is_inner(one: Linked, parent: Attribution) -> bool:
    """Says whether a relation read inside a content is another one than the relation around it."""
    return one.content != parent.content and one.cue != parent.cue


def _without_repeats(found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Drops a relation that was read twice; the outer reading stays."""
    seen: set[str] = set()
    for attribution in found:
        if attribution.id not in seen:
            seen.add(attribution.id)
            yield attribution
