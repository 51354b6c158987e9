"""Tells whose a body or official without a side is, from where the text stands ("the police", "local officials").

Only nouns of public office are read so; whom a described body was called before is found in `described`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reportedly.model import Mention, Span
from reportedly.resolving.phrases import Phrase

PUBLIC = frozenset(
    {
        "official", "officials", "authorities", "police", "prosecutors", "lawmakers", "deputies", "diplomats",
        "government", "army", "military", "parliament", "officers", "administration",
    }
)  # fmt: skip
"""Nouns of public office whose side may be left unsaid."""

UNNAMED = frozenset(
    {
        "senior", "top", "high-ranking", "high-level", "unnamed", "anonymous", "several", "some", "many", "other",
        "two", "three", "four", "unidentified", "certain",
    }
)  # fmt: skip
"""Qualifying words that say nothing of whose somebody is."""

HOME = frozenset({"local", "regional", "city", "emergency", "provincial", "town", "rescue"})
"""Qualifying words that send to the place the text speaks of; others may send anywhere."""

REACH = 700
"""Characters before a phrase in which a body or place is looked for."""

_IN = re.compile(r"\b(?:in|across|inside|into|throughout|near)\s+(?:the\s+)?(?:[\w-]+\s+)?$")
_OPENING = re.compile(r"\W*In\s+(?:the\s+)?")
_PLACE = re.compile(
    r"(?:[’']s)?\s+(?:[\w-]+\s+){0,2}?(?:city|town|village|region|capital|port|oblast|province|district|territory)\b"
)


class Setting:
    """The bodies and places of one text that say whose an official is."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = [m for m in mentions if m.party]
        self._starts = [m.span.start for m in self._mentions]

    def party_at(self, phrase: Phrase, span: Span) -> str | None:
        """Returns the side of an official or body that names none, None where the text does not tell."""
        if phrase.head not in PUBLIC or phrase.modifiers - HOME - UNNAMED:
            return None
        first = bisect_left(self._starts, max(0, span.start - REACH))
        near = self._mentions[first : bisect_left(self._starts, span.start)]
        paragraph = self._text.rfind("\n", 0, span.start) + 1
        home = bool(phrase.modifiers & HOME) or phrase.head in {"police", "authorities"}
        for one in reversed(near):
            if home and self._is_place(one):
                return one.party
            if not home and one.kind == "body" and one.span.start >= paragraph:
                return one.party
        return None if home else self._scene(paragraph, near)

    def _scene(self, paragraph: int, near: Sequence[Mention]) -> str | None:
        """Returns the side of the place that a paragraph begins with ("In Norland, ..."), where it has one."""
        here = [m for m in near if m.span.start >= paragraph]
        lead = self._text[paragraph : here[0].span.start] if here else "."
        opens = here and here[0].kind in {"state", "capital"} and _OPENING.fullmatch(lead)
        return here[0].party if opens else None

    def _is_place(self, one: Mention) -> bool:
        """Says whether a mention stands for the land: "in Norland", "the Norlandish city"."""
        if _PLACE.match(self._text, one.span.end, one.span.end + 60):
            return True
        lead = self._text[max(0, one.span.start - 30) : one.span.start]
        return one.kind in {"state", "capital"} and bool(_IN.search(lead))
