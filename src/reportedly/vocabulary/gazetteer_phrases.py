"""Takes a source or agent phrase apart: members, heads and the words that hang on them by a preposition.

Works on words in which names are already found; what a head means is said in `roles.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Mention
from reportedly.vocabulary.gazetteer_index import tokens_of
from reportedly.vocabulary.roles import load_roles

_RELATIVE = frozenset({"who", "whom", "which", "whose", "that", "where", "when", "while", "("})
_JOINTS = frozenset({"and", "or", "nor", ",", ";", "&", "plus"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase, or a whole name found in it."""

    text: str
    start: int
    end: int
    # The name that it is, None for another word.
    mention: Mention | None = None

    @property
    def low(self) -> str:
        """The word in lower case; "" for a name, so that no list of words holds it."""
        return "" if self.mention else self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins like a name."""
        return self.text[:1].isupper()


def words_of(phrase: str, mentions: Sequence[Mention]) -> list[Word]:
    """Cuts a phrase into words, each name found being one word."""
    words: list[Word] = []
    names = iter(mentions)
    name = next(names, None)
    for token in tokens_of(phrase):
        while name and token.start >= name.span.end:
            name = next(names, None)
        if name and token.start >= name.span.start:
            if token.start == name.span.start:
                words.append(Word(name.span.of(phrase), name.span.start, name.span.end, name))
        elif token.text == "s" and words and words[-1].text == "'":
            words[-1] = Word("'s", words[-1].start, token.end)
        else:
            words.append(Word(token.text, token.start, token.end))
    return words


def members_of(words: list[Word]) -> list[list[Word]]:
    """Cuts a phrase at commas and conjunctions, up to its first relative clause."""
    found: list[list[Word]] = [[]]
    for word in _without_edges(words):
        if word.low in _RELATIVE and any(found):
            if word.low != "(":
                break
            found.append([])
        elif word.low in _JOINTS:
            found.append([])
        else:
            found[-1].append(word)
    return [member for member in found if member]


def _without_edges(words: list[Word]) -> list[Word]:
    """Drops adverbs, auxiliaries and conjunctions that an inexact stretch took along."""
    edges, first, last = load_roles().edges, 0, len(words)
    while last - first > 1 and words[first].low in edges:
        first += 1
    while last - first > 1 and words[last - 1].low in edges:
        last -= 1
    return words[first:last]


def head_of(member: list[Word]) -> tuple[list[Word], list[Word]]:
    """Splits a member into the words of its head and the rest, which begins with a preposition."""
    for at, word in enumerate(member):
        if (
            word.low in load_roles().cuts
            and not word.capital
            and not (at and member[at - 1].text == "-")
        ):
            return member[:at], member[at:]
    return member, []


def is_possessive(words: list[Word], at: int) -> bool:
    """Says whether the word at this place carries a possessive mark."""
    return at + 1 < len(words) and words[at + 1].text in ("'", "'s")
