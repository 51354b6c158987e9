"""Finds what a description without a name ("the ministry", "the MFA") was called before in the text.

Who has spoken, and whom a description of a person means, is known in `cast`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model import Span
from reportedly.resolving.naming import Names
from reportedly.resolving.phrases import Phrase

BACK = 6_000
"""Characters before a description in which its full name is looked for."""

MOST = 12
"""Earlier places of a noun that are looked at."""

_LEFT = re.compile(
    r"(?:(?:(?:[A-Z][\w.&-]*(?:[’']s?)?|foreign|defen[cs]e|interior|finance|energy|health|justice|state|national|federal|military"
    r"|regional|general|central|news|prime|deputy|senior|presidential|security|armed|upper|lower)[\s-]+){0,6})$"
)
_SENTENCE = re.compile(r"(?<=[a-z]{2})\.\s+|\n")
_RIGHT = re.compile(r"\s+(?:of|for|in|on)\s+(?:the\s+)?(?:(?:[A-Z][\w’'.-]*|and|of|the)\s*){1,7}")


class Descriptions:
    """The nouns of one text, for finding what a description points back to."""

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names

    def named_before(self, phrase: Phrase, place: int) -> tuple[str, str, Span] | None:
        """Returns the last fuller name of a described body before a place, its party, and where it stands.

        The fuller name has the same noun, no other qualifying word, and a side.
        """
        for span in self._places(phrase.head, place):
            words = span.of(self._text).strip(" ,")
            party = self._names.party_of(words)
            if party is not None and _agree(phrase, words):
                return words, party, span
        return None

    def spelt_out(self, short: str, place: int) -> Span | None:
        """Returns the capital words that an abbreviation stands for ("the Bay Border Service (BBS)")."""
        start = max(0, place - BACK)
        found = re.search(rf"\(\s*{re.escape(short)}\s*\)", self._text[start:place])
        if found:
            lead = re.search(
                r"(?:[A-Z][\w’'.-]*\s+(?:(?:of|for|the|and|on|in)\s+)*)+$",
                self._text[start : start + found.start()],
            )
            if lead:
                return Span(start + lead.start(), start + lead.end())
        gap = r"[\w’'-]+\s+(?:(?:of|for|the|and|on|in)\s+)*"
        pattern = gap.join(re.escape(letter) for letter in short) + r"[\w’'-]+"
        spelt = re.search(rf"\b{pattern}", self._text[start:place])
        return Span(start + spelt.start(), start + spelt.end()) if spelt else None

    def _places(self, noun: str, place: int) -> Iterator[Span]:
        """Yields the phrases around a noun before a place, the last first."""
        start = max(0, place - BACK)
        pattern = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
        found = list(pattern.finditer(self._text, start, max(start, place)))
        for one in reversed(found[-MOST:]):
            lead = _LEFT.search(self._text, max(start, one.start() - 90), one.start())
            tail = _RIGHT.match(self._text, one.end(), one.end() + 90)
            begin = lead.start() if lead else one.start()
            for stop in _SENTENCE.finditer(self._text, begin, one.start()):
                begin = stop.end()
            yield Span(begin, tail.end() if tail else one.end())


def _agree(phrase: Phrase, words: str) -> bool:
    """Says whether no qualifying word of the description is missing in the fuller name."""
    fuller = words.lower().replace("defense", "defence")
    return all(
        word.replace("defense", "defence").removesuffix("'s").removesuffix("’s") in fuller
        for word in phrase.modifiers
    )
