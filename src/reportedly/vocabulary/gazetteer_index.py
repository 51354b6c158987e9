"""Finds names in a text by their first word; knows nothing of what the names mean.

Here live the cutting of a text into tokens and the index of names. Which names there are is said in
`gazetteer_names`, what a phrase means in `gazetteer_parties`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.model import Span

_TOKEN = re.compile(r"\w+|[^\w\s]|\n")
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "‑": "-"})


class Token(NamedTuple):
    """A word, a punctuation mark or a line end, with typographic variants of marks made one."""

    text: str
    start: int
    end: int


class Name(NamedTuple):
    """What a stretch of text stands for when it is found."""

    # Canonical name.
    name: str
    # A kind of `model.Mention`, or "" for words in which nothing is to be found.
    kind: str
    party: str | None = None


class Hit(NamedTuple):
    """A name found: tokens from `first` to before `last`."""

    first: int
    last: int
    name: Name


def tokens_of(text: str) -> list[Token]:
    """Cuts a text into words, marks and line ends; white space is dropped."""
    plain = text.translate(_SAME)
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(plain)]


@dataclass(frozen=True, slots=True)
class Index:
    """Names by their first token, the longest first. Pickles."""

    entries: dict[str, tuple[tuple[tuple[str, ...], Name], ...]]

    @classmethod
    def of(cls, forms: Iterable[tuple[str, Name]]) -> Index:
        """Builds an index; of two names with one form the first wins."""
        seen: dict[tuple[str, ...], Name] = {}
        for form, name in forms:
            key = tuple(token.text for token in tokens_of(form))
            seen.setdefault(key, name)
            if len(form) > 4 and not form.isupper():
                seen.setdefault(tuple(part.upper() for part in key), name)
        grouped: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
        for key, name in seen.items():
            grouped.setdefault(key[0], []).append((key, name))
        return cls(
            {
                first: tuple(sorted(names, key=lambda item: -len(item[0])))
                for first, names in grouped.items()
            }
        )

    def with_forms(self, forms: Iterable[tuple[str, Name]]) -> Index:
        """Returns an index that knows further names; the old ones win."""
        added = Index.of(forms).entries
        merged = dict(self.entries)
        for first, names in added.items():
            old = merged.get(first, ())
            known = {key for key, _ in old}
            new = [item for item in names if item[0] not in known]
            merged[first] = tuple(sorted((*old, *new), key=lambda item: -len(item[0])))
        return Index(merged)

    def hits(self, tokens: list[Token]) -> Iterator[Hit]:
        """Yields the longest names that do not overlap, from left to right."""
        words = [token.text for token in tokens]
        at = 0
        while at < len(words):
            hit = self._hit(words, at)
            if hit is None:
                at += 1
            else:
                yield hit
                at = hit.last

    def _hit(self, words: list[str], at: int) -> Hit | None:
        for key, name in self.entries.get(words[at], ()):
            size = len(key)
            if size == 1 or tuple(words[at : at + size]) == key:
                return Hit(at, at + size, name)
        return None


def span_of(tokens: list[Token], first: int, last: int) -> Span:
    """Returns the stretch from one token to before another."""
    return Span(tokens[first].start, tokens[last - 1].end)
