"""Words of a stretch of text, with offsets and their depth in quotations and brackets.

What the words mean is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.model import Span

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[’'](?:s|ll|re|ve|d|m)\b|\d+(?:[.,]\d+)*(?:-[^\W\d]\w*)*|\w+(?:-\w+)*(?:n?[’']t\b)?|\S"
)
_OPEN = {"(": ")", "[": "]", "“": "”", "«": "»"}
_QUOTES = '"“”„«»‘'


@dataclass(frozen=True, slots=True)
class Word:
    """One word or sign."""

    # As written.
    text: str
    # In lower case, with straight apostrophes.
    low: str
    # First character in the text.
    start: int
    # One past the last character.
    end: int
    # Number of closed quotations and brackets around it.
    depth: int

    @property
    def is_sign(self) -> bool:
        """Whether it is punctuation rather than a word."""
        return not self.text[0].isalnum() and self.text[0] not in "’'"

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[0].isupper()


def strip_quotes(text: str, span: Span) -> Span:
    """Returns the stretch without white space, quotation marks and bullets at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _QUOTES + "•·–—-*"):
        if _opens(text, start, end):
            break
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _QUOTES + ";"):
        if _closes(text, start, end):
            break
        end -= 1
    return Span(start, end)


def _opens(text: str, start: int, end: int) -> bool:
    """Says whether the first sign opens a quotation that ends inside the stretch, with words after it."""
    closing = {'"': '"', "“": "”", "«": "»"}.get(text[start])
    at = text.find(closing, start + 1, end) if closing else -1
    return at > start + 1 and any(sign.isalnum() for sign in text[at + 1 : end])


def _closes(text: str, start: int, end: int) -> bool:
    """Says whether the last sign closes a quotation that was opened inside the stretch."""
    last = text[end - 1]
    if last == '"':
        return text.count('"', start, end) % 2 == 0
    opening = {"”": "“", "»": "«"}.get(last)
    return opening is not None and text.count(opening, start, end) >= text.count(last, start, end)


def words_of(text: str, span: Span) -> list[Word]:
    """Returns the words of a stretch in order; a bracket that is never closed adds no depth."""
    found = [(m[0], m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]
    depths = _depths([word for word, _, _ in found])
    return [
        Word(word, word.lower().replace("’", "'"), start, end, depth)
        for (word, start, end), depth in zip(found, depths, strict=True)
    ]


def _depths(signs: list[str]) -> list[int]:
    """Counts for each word the closed pairs around it."""
    depths = [0] * len(signs)
    waiting: list[tuple[str, int]] = []
    for place, sign in enumerate(signs):
        if waiting and sign == waiting[-1][0]:
            _, begin = waiting.pop()
            for inner in range(begin, place + 1):
                depths[inner] += 1
        elif sign == '"':
            waiting.append(('"', place))
        elif sign in _OPEN:
            waiting.append((_OPEN[sign], place))
    return depths
