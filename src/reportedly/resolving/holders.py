"""Finds whose act a proposition is, and at whom it is directed."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.model import POSITION_ACTS, Proposition, Span, SpeakerKind
from reportedly.resolving.cast import Cast
from reportedly.resolving.naming import Names
from reportedly.resolving.phrases import FIRST_PERSON, read_phrase
from reportedly.resolving.telling import Told

_THIRD_PERSON = re.compile(
    r"(?:that\s+)?(he|she|they|it)\s+(?:will|would|won|may|might|shall|is|are)\b", re.IGNORECASE
)

_BOTH = re.compile(
    r"(?:both|the (?:two|warring|conflicting|opposing)) (?:sides|countries|nations|states|parties|governments|"
    r"neighbou?rs|delegations)",
    re.IGNORECASE,
)


class Held(NamedTuple):
    """Whose act something is, and at whom it is directed."""

    # Party, None where it is nobody's.
    holder: str | None
    # Party, None where none is named.
    target: str | None


class Holders:
    """Names the parties of propositions in one text."""

    def __init__(self, text: str, cast: Cast, names: Names) -> None:
        self._text = text
        self._cast = cast
        self._names = names

    def of(self, one: Proposition, told: Told) -> tuple[Held, ...]:
        """Returns whose act it is and at whom it is directed: of parties that act together, each holds it.

        Of two, each has the other for its target; more have none but the one that the target's words name.
        """
        together = self._together(one, told)
        if len(together) == 2:
            return Held(*together), Held(*reversed(together))
        holders = together or (self._holder(one, told),)
        return tuple(Held(holder, self._target(one, holder)) for holder in holders)

    def _target(self, one: Proposition, holder: str | None) -> str | None:
        """Returns the first party that the target's words name beside the holder."""
        if one.target is None:
            return None
        named = self._names.parties_of(one.target.of(self._text))
        others = [party for party in (*named, self._party(one.target)) if party != holder]
        return others[0] if others else None

    def _together(self, one: Proposition, told: Told) -> tuple[str, ...]:
        """Returns the parties of an agent or source that means several ("Varonia and Kestria", "both sides")."""
        if one.act not in POSITION_ACTS:
            return ()
        words = one.agent.of(self._text) if one.agent else told.member.phrase.words
        if _BOTH.fullmatch(words):
            return self._cast.both_before(one.agent.start if one.agent else told.member.position)
        parties = self._names.parties_of(words)
        return parties if len(parties) > 1 else ()

    def _holder(self, one: Proposition, told: Told) -> str | None:
        """Returns the party of the proposition's own agent, else the speaker's."""
        if one.agent is not None:
            phrase = read_phrase(one.agent.of(self._text))
            if phrase.pronoun in FIRST_PERSON:
                return _own_side(told)
            return self._party(one.agent)
        pronoun = _THIRD_PERSON.match(self._text, one.span.start)
        if pronoun is not None:
            return self._party(Span(*pronoun.span(1)))
        return _own_side(told)

    def _party(self, span: Span) -> str | None:
        """Returns the party that words mean, pronouns and parts of documents included."""
        words = span.of(self._text)
        phrase = read_phrase(words)
        if phrase.pronoun is None and not phrase.part:
            person = self._names.person(words)
            return person.party if person else self._names.party_of(words)
        return self._cast.look(span).speaker.party


def _own_side(told: Told) -> str | None:
    """Returns the side of a speaker; what an outlet reports is nobody's position, whoever runs it."""
    speaker = told.member.speaker
    return None if speaker.kind is SpeakerKind.OUTLET else speaker.party
