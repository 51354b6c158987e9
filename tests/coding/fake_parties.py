"""A small gazetteer of invented states, speaking the protocol that coding needs."""

from __future__ import annotations

import re

from reportedly.model import Mention, Span

NAMES = {
    "Norland": ("Norland", "state", "Norland"),
    "Norlandic": ("Norland", "adjective", "Norland"),
    "Sudria": ("Sudria", "state", "Sudria"),
    "Sudrian": ("Sudria", "adjective", "Sudria"),
    "Kestria": ("Kestria", "state", "Kestria"),
    "Kestrian": ("Kestria", "adjective", "Kestria"),
    "Ostrava Bay": ("Ostrava Bay", "capital", "Sudria"),
    "Ilmar Tovik": ("Ilmar Tovik", "person", "Norland"),
    "Tovik": ("Ilmar Tovik", "person", "Norland"),
    "Arvel": ("Arvel", "place", None),
    "Lower Arvel": ("Lower Arvel", "place", None),
}
_PATTERN = re.compile(rf"\b(?:{'|'.join(sorted(NAMES, key=len, reverse=True))})\b")


class FakeParties:
    """Knows three invented states, one person and one valley."""

    def mentions(self, text: str) -> list[Mention]:
        """Returns the names in order."""
        return [Mention(Span(*m.span()), *NAMES[m[0]]) for m in _PATTERN.finditer(text)]

    def party_of(self, words: str) -> str | None:
        """Returns the one party named in the words."""
        parties = {m.party for m in self.mentions(words) if m.party}
        return parties.pop() if len(parties) == 1 else None
