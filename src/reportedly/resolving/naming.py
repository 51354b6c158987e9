"""What resolving asks of the gazetteer, so that any object with these methods will do."""

from __future__ import annotations

from typing import Protocol

from reportedly.model import Mention, SpeakerKind


class Names(Protocol):
    """Names of parties, people and bodies; `vocabulary.Gazetteer` is one."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Returns what is named in a text, in ascending order, without overlaps."""

    def party_of(self, words: str) -> str | None:
        """Returns the party that a phrase belongs to, None for none or several."""

    def parties_of(self, words: str) -> tuple[str, ...]:
        """Returns every party that a phrase speaks for, in its order."""

    def person(self, words: str) -> Mention | None:
        """Returns the person that a phrase names, with full name and party."""

    def speaker_kind(self, words: str) -> SpeakerKind:
        """Says what kind of source a phrase describes."""

    def person_name(self, words: str) -> str | None:
        """Returns the bare name of an unknown person that a phrase gives, None if it gives none."""

    def state_behind(self, outlet: str) -> str | None:
        """Returns the side whose government runs an outlet, None for any other outlet."""
