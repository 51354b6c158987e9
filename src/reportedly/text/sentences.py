"""Paragraphs and sentences of a text, as stretches; nothing is changed or dropped but white space."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nupunkt import PunktSentenceTokenizer, load_default_model

from reportedly.model import Span

_LINE = re.compile(r"[^\n]+")


def trim(text: str, span: Span) -> Span:
    """Returns the stretch without the white space at its two ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def paragraph_spans(text: str) -> list[Span]:
    """Returns the lines that hold a visible character, without the white space around them."""
    # A pattern that asks for a visible character would be quadratic in a line of spaces.
    spans = (trim(text, Span(*match.span())) for match in _LINE.finditer(text))
    return [span for span in spans if span.start < span.end]


@cache
def _tokenizer() -> PunktSentenceTokenizer:
    # Units written "sq. km." otherwise end a sentence.
    tokenizer = load_default_model()
    tokenizer.add_abbreviations(["km", "sq", "obl"])
    return tokenizer


def sentence_spans(text: str) -> list[Span]:
    """Returns the sentences of each paragraph; a sentence never crosses a line end."""
    return list(_sentences(text))


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[Span, ...]:
    """Cuts a text once for all the stages that ask in turn."""
    found: list[Span] = []
    for start, end in paragraph_spans(text):
        line = text[start:end]
        for left, right in _tokenizer().span_tokenize(line):
            span = trim(text, Span(start + left, start + right))
            if span.start < span.end:
                found.append(span)
    return tuple(found)
