"""A figure's surroundings: its sentence, clause and brackets, and the names mentioned there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reportedly.measuring.quantities import Quantity
from reportedly.model import Mention, Span, TimeExpression
from reportedly.text import Stretches, paragraph_spans, sentence_spans


class Gazetteer(Protocol):
    """What finding figures needs of `vocabulary.Gazetteer`."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Returns the names found in a text."""
        ...


_BREAK = re.compile(
    r"[;:]|(?:,? |\()(?:while|whereas|but|although|though|as well as)\b|, and (?=\w+ (?:has|have|is|was|were)\b)"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything around one quantity that tells what it measures."""

    text: str
    quantity: Quantity
    # Sentence that holds it.
    sentence: Span
    # Part of the sentence between the nearest breaks ("while", ";").
    clause: Span
    # The brackets it stands in, None if in none.
    bracket: Span | None
    # Paragraph that holds it.
    paragraph: Span
    # Names in the paragraph, ascending.
    mentions: tuple[Mention, ...]
    # Dates in the sentence, ascending.
    dates: tuple[TimeExpression, ...]
    # Other quantities of the sentence, ascending.
    siblings: tuple[Quantity, ...]
    # Names before the paragraph, ascending.
    earlier: tuple[Mention, ...] = ()

    @property
    def before(self) -> str:
        """The words of the clause before the quantity."""
        return self.text[self.clause.start : self.quantity.span.start]

    @property
    def after(self) -> str:
        """The words of the clause after the quantity."""
        return self.text[self.quantity.span.end : self.clause.end]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Returns the names inside a stretch."""
        return tuple(mention for mention in self.mentions if span.holds(mention.span))


def surroundings_of(
    text: str,
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],
    dates: Sequence[TimeExpression],
) -> list[Surroundings]:
    """Returns the surroundings of each quantity; one outside every sentence is left out."""
    found = []
    paragraphs = Stretches((paragraph, None) for paragraph in paragraph_spans(text))
    numbers = Stretches((q.span, q) for q in quantities)
    named = Stretches((m.span, m) for m in mentions)
    dated = Stretches((date.span, date) for date in dates)
    for sentence in whole_sentences(text, numbers):
        inside = numbers.inside(sentence)
        if not inside:
            continue
        paragraph = next((p for p, _ in paragraphs.holding(sentence)), sentence)
        names = tuple(named.inside(paragraph))
        earlier = tuple(m for m in mentions if m.span.end <= paragraph.start)
        said = tuple(dated.inside(sentence))
        for quantity in inside:
            siblings = tuple(other for other in inside if other is not quantity)
            clause = clause_of(text, sentence, quantity.span)
            bracket = bracket_of(text, sentence, quantity.span)
            found.append(
                Surroundings(
                    text,
                    quantity,
                    sentence,
                    clause,
                    bracket,
                    paragraph,
                    names,
                    said,
                    siblings,
                    earlier,
                )
            )
    return found


def whole_sentences(text: str, numbers: Stretches[Quantity]) -> list[Span]:
    """Joins sentences that a quantity runs across ("sq. km" cut at its full stop)."""
    joined: list[Span] = []
    for sentence in sentence_spans(text):
        # What stands on the space between two sentences stands in both.
        gap = Span(joined[-1].end - 1, sentence.start + 1) if joined else sentence
        across = joined and any(
            span.start < joined[-1].end and span.end > sentence.start
            for span, _ in numbers.meeting(gap)
        )
        if across:
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    return joined


def clause_of(text: str, sentence: Span, inner: Span) -> Span:
    """Returns the part of a sentence between the breaks nearest to a stretch."""
    start, end = sentence
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        if match.end() <= inner.start:
            start = match.end()
        elif match.start() >= inner.end:
            return Span(start, match.start())
    return Span(start, end)


def bracket_of(text: str, sentence: Span, inner: Span) -> Span | None:
    """Returns the round brackets around a stretch, None if it stands in none."""
    opening = text.rfind("(", sentence.start, inner.start)
    if opening < 0 or ")" in text[opening : inner.start]:
        return None
    closing = text.find(")", inner.end, sentence.end)
    return Span(opening, closing + 1) if closing >= 0 else None
