"""Finds who is said to have said what in a text: the package's one entry point.

The encoder reads two layers in one pass: the outermost attributions, and those inside their contents. Deeper ones come
from reading a nested content again as a text of its own, and so do those inside contents that were read by their
form alone. Rules are used only where the form is exact.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
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
from reportedly.attributing.encoder import INNER, NAME, OUTER, Encoder, WindowScores
from reportedly.attributing.linking import Linked, link
from reportedly.attributing.lists import with_list_items
from reportedly.attributing.quotes import directness_of
from reportedly.attributing.windows import Pieces, Window, cut_windows, paragraphs_pieces
from reportedly.model import Attribution, Span, make_id
from reportedly.text import Stretches

MOST_NESTED = 3
"""Depth at which contents are no longer read again."""

FEWEST_NESTED_PIECES = 6
"""Contents with fewer word pieces cannot hold source, cue and content of their own."""


MOST_UNREAD = 30
"""Characters that its form may add to a content before the content is read again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The relations of a text before they get ids, each layer in the order of its contents."""

    outermost: list[Linked]
    # Those inside the contents that the encoder found.
    nested: list[Linked]
    # What the encoder read as content; the rest of a content was added by its form.
    contents: Stretches[None]


@dataclass(frozen=True, slots=True)
class Attributor:
    """Reads attributions; make one with `load` and use it for any number of texts."""

    encoder: Encoder
    # Says how likely an attribution is right.
    certainty: Certainty = probability

    @classmethod
    def load(cls, threads: int = 0) -> Attributor:
        """Loads the encoder that is shipped with the package.

        Args:
            threads: windows, or reports, read at once; 0 means as many as there are cores.

        Raises:
            ModelError: a file of the model is missing or damaged.
        """
        return cls(Encoder.load(threads))

    def attribute(self, report: str, text: str, *, nested: bool = True) -> tuple[Attribution, ...]:
        """Returns the attributions of a text, outermost ones before those inside their contents.

        Args:
            report: id of the report, a part of the ids made.
            text: the report's text; offsets refer to it.
            nested: whether those inside contents are wanted.
        """
        reading = self.read(text)
        found = [
            self._attribution(report, text, with_list_items(text, one), None)
            for one in reading.outermost
        ]
        if nested:
            again = {one.id for one in found if _unread(one, reading.contents) > MOST_UNREAD}
            read = [one for one in found if one.id not in again]
            layer = [
                *self._placed(report, text, reading.nested, read),
                *self._inside(report, text, [one for one in found if one.id in again]),
            ]
            found += layer
            for _ in range(MOST_NESTED - 1):
                layer = self._inside(report, text, layer)
                found += layer
        return tuple(_without_repeats(found))

    def attribute_all(
        self, reports: Iterable[tuple[str, str]], *, nested: bool = True
    ) -> Iterator[tuple[Attribution, ...]]:
        """Yields what `attribute` returns for each (id, text), in their order, reading several at once.

        It reads ahead by twice the number of threads, so memory stays constant.
        """
        if self.encoder.threads < 2:
            yield from (self.attribute(*one, nested=nested) for one in reports)
            return
        worker = replace(self, encoder=self.encoder.alone())
        ahead: deque[Future[tuple[Attribution, ...]]] = deque()
        with ThreadPoolExecutor(self.encoder.threads) as pool:
            for report, text in reports:
                ahead.append(pool.submit(worker.attribute, report, text, nested=nested))
                if len(ahead) > 2 * self.encoder.threads:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()

    def read(self, text: str) -> Reading:
        """Returns the relations that one pass of the encoder and the forms give."""
        windows = list(cut_windows(paragraphs_pieces(self.encoder.tokenizer, text)))
        scores = self.encoder.score(windows)
        linked = _linked(windows, scores, OUTER)
        contents = Stretches((span, None) for one in linked for span in one.content)
        found = completed(text, linked)
        cues = Stretches((cue, None) for one in found for cue in one.cue)
        lists = [one for one in forms.listing(text) if not cues.meeting(one.cue[0])]
        whole = [*forms.transcript(text), *forms.terms(text)]
        by_form = [
            *forms.backward(text),
            *forms.further(text),
            *forms.parts(text),
            *lists,
            *whole,
        ]
        return Reading(forms.joined(found, by_form), _linked(windows, scores, INNER), contents)

    def _inside(self, report: str, text: str, parents: Sequence[Attribution]) -> list[Attribution]:
        """Reads the contents of attributions as texts of their own."""
        jobs = [
            (parent, window)
            for parent in parents
            if parent.source or not parent.cue or parent.cue[0].of(text) != forms.SHALL
            for fragment in parent.content
            for pieces in self._pieces_of(text, fragment)
            for window in list(cut_windows([pieces]))[:1]
        ]
        scores = self.encoder.score([window for _, window in jobs])
        return [
            self._attribution(report, text, _nested(text, one, parent), parent.id)
            for (parent, window), score in zip(jobs, scores, strict=True)
            for one in _linked([window], [score], OUTER)
            if is_relation(text, one) and _is_inner(one, parent)
        ]

    def _placed(
        self, report: str, text: str, nested: Sequence[Linked], parents: Sequence[Attribution]
    ) -> Iterator[Attribution]:
        """Yields the nested relations that stand inside the content of one of the parents."""
        holders = Stretches((span, one) for one in parents for span in one.content)
        for one in nested:
            near = (parent for _, parent in holders.holding(one.content[0]))
            parent = next((parent for parent in near if _holds(parent, one)), None)
            if parent and is_relation(text, one) and _is_inner(one, parent):
                yield self._attribution(report, text, _nested(text, one, parent), parent.id)

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

    def _pieces_of(self, text: str, fragment: Span) -> Iterator[Pieces]:
        """Yields the word pieces of each paragraph of a fragment, with offsets of the whole text."""
        for pieces in paragraphs_pieces(self.encoder.tokenizer, fragment.of(text)):
            if len(pieces) >= FEWEST_NESTED_PIECES:
                yield pieces.moved(fragment.start)


def _linked(windows: Sequence[Window], scores: Sequence[WindowScores], layer: int) -> list[Linked]:
    """Returns the relations of one layer of the encoder's scores."""
    return [
        one
        for window, score in zip(windows, scores, strict=True)
        for one in link(window, find_spans(window, score.tags[layer]), score.arcs[layer])
    ]


def _unread(one: Attribution, contents: Stretches[None]) -> int:
    """Counts the characters of a content that the encoder has not read as content."""
    count = 0
    for span in one.content:
        read = (
            min(span.end, other.end) - max(span.start, other.start)
            for other, _ in contents.meeting(span)
        )
        count += span.end - span.start - sum(read)
    return count


def _holds(parent: Attribution, one: Linked) -> bool:
    """Says whether all roles of a relation stand inside the contents of another."""
    spans = (*one.source, *one.cue, *one.content)
    return all(any(content.holds(span) for content in parent.content) for span in spans)


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
