"""Reads the party out of a source or agent phrase."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import Mention


def parties_of_phrase(words: str, mentions: Sequence[Mention]) -> tuple[tuple[str, ...], bool]:
    """Returns the parties of a phrase in its order, and whether nobody else speaks beside them."""
    parties = tuple(dict.fromkeys(found.party for found in mentions if found.party))
    return parties, True
