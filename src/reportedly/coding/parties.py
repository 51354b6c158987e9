"""What coding needs of a gazetteer, and the party words inside a run of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reportedly.coding.words import Word
from reportedly.model import Mention, Span


class PartyNames(Protocol):
    """Names parties and those who belong to them; `vocabulary.Gazetteer` is one."""

    def mentions(self, text: str) -> Sequence[Mention]:
        """Returns the names in a text, in order."""
        ...

    def party_of(self, words: str) -> str | None:
        """Returns the party a description belongs to, None if none is known."""
        ...


def mentions_in(text: str, span: Span, gazetteer: PartyNames) -> list[Mention]:
    """Returns the mentions inside a stretch, with offsets into the whole text."""
    found = gazetteer.mentions(text[span.start : span.end])
    return [
        Mention(Span(m.span.start + span.start, m.span.end + span.start), m.name, m.kind, m.party)
        for m in found
    ]


def party_at(
    words: Sequence[Word], start: int, end: int, mentions: Sequence[Mention]
) -> Mention | None:
    """Returns the first mention of a party that touches the words from `start` to before `end`."""
    if start >= end:
        return None
    stretch = Span(words[start].start, words[end - 1].end)
    return next((m for m in mentions if m.party and m.span.meets(stretch)), None)
