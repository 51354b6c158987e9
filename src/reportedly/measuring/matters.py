"""Goes through the sentences of a text and says of each number what it measures, and its part in a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.measuring.changes import Change, change_of
from reportedly.measuring.clauses import whole_sentences
from reportedly.measuring.quantities import Quantity
from reportedly.measuring.subjects import Said, measured_span
from reportedly.measuring.topics import kind_of
from reportedly.measuring.words import read_words
from reportedly.model import Span
from reportedly.text import Stretches


def measured(
    text: str, quantities: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Span | None, Change | None]]:
    """Yields each quantity with the words that say what it measures, and its part in a change."""
    numbers = Stretches((q.span, q) for q in quantities)
    for sentence in whole_sentences(text, numbers):
        inside = numbers.inside(sentence)
        words = read_words(text, sentence, [q.span for q in inside]) if inside else []
        places = [index for index, word in enumerate(words) if word.tag == "#"]
        before: Said | None = None
        for quantity, index in zip(inside, places, strict=True):
            what = measured_span(words, index, quantity, before)
            before = Said(quantity, what)
            yield (
                quantity,
                what,
                change_of(words, index, measured=kind_of(quantity.unit) in {"share", "points"}),
            )
