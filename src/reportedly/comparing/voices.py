"""Whose words a statement gives: the holder's own, its spokesman's, another's account, an analyst's reading.

Here live the kinds that are shown and filtered. What is stored with a statement (`Statement.voice`) is what its
report alone tells; a spokesman is known from the report's text, the speaker's description or the dossier.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from functools import cache

from reportedly.comparing.positions_wording import ASSESSMENT, OWN_WORDS
from reportedly.model import Report, SpeakerKind, Statement
from reportedly.vocabulary.dossier import Dossier


class Voice(StrEnum):
    """Whose words a statement gives."""

    # A person or body of the holder itself speaks, or a document of its own.
    OWN = "own"
    # A spokesman of the holder, or an unnamed official of its side.
    SPOKESMAN = "spokesman"
    # Another party or a report tells it.
    ACCOUNT = "account"
    # A think tank or expert reads it into what the holder does.
    ANALYST = "analyst"


_OFFICE = r"(?i:spokes(?:man|woman|person)|press secretary)"
_SPEAKS_FOR = re.compile(_OFFICE)
_TITLES = r"(?:president|minister|chancellor|premier|secretary|king|queen|general)\b"
_BODY = rf"(?:[^,.;\n]{{2,60}},|the (?:(?!{_TITLES})[^,.;\n]){{2,50}}?)"
_BEFORE = rf"{_OFFICE},?(?: (?:for|of|at) {_BODY})? (?:[^\W\d_a-zß-ÿ][\w.’'-]* ){{0,3}}"
_AFTER = rf"\b, (?!who\b)[^,.;\n]{{0,60}}?{_OFFICE}(?= (?:for|of|at|to)\b|[,.;])"


def voices_of(
    statements: Iterable[Statement], reports: Iterable[Report], spokesmen: Collection[str] = ()
) -> dict[str, Voice]:
    """Returns the voice of each statement by its id.

    Args:
        statements: what to judge.
        reports: those they are in; their text tells who is introduced as a spokesman.
        spokesmen: names of people known as spokesmen beforehand, as the dossier writes them.
    """
    texts = {report.id: report.text for report in reports}
    return {
        s.id: voice_of(s, spokesman=is_spokesman(s, texts.get(s.report, ""), spokesmen))
        for s in statements
    }


def voice_of(statement: Statement, *, spokesman: bool = False) -> Voice:
    """Returns whose words a statement gives, once it is known whether a spokesman speaks."""
    if statement.voice == ASSESSMENT:
        return Voice.ANALYST
    official = statement.speaker.kind is SpeakerKind.ANONYMOUS_OFFICIAL
    if is_own_side(statement) and (spokesman or official):
        return Voice.SPOKESMAN
    return Voice.OWN if statement.voice == OWN_WORDS else Voice.ACCOUNT


def is_own_side(statement: Statement) -> bool:
    """Says whether the speaker belongs to the holder."""
    speaker = statement.speaker
    return statement.holder is not None and statement.holder in (speaker.party, speaker.name)


def is_spokesman(statement: Statement, text: str, spokesmen: Collection[str]) -> bool:
    """Says whether a spokesman of the holder speaks: by description, by the report's text, or by a list of names."""
    speaker = statement.speaker
    if not is_own_side(statement):
        return False
    if speaker.name in spokesmen or _SPEAKS_FOR.search(speaker.name):
        return True
    return speaker.kind is SpeakerKind.NAMED and _is_introduced(speaker.name.split()[-1], text)


def _is_introduced(surname: str, text: str) -> bool:
    """Says whether a text calls somebody a spokesman: before the name or, between commas, after it."""
    return _SPEAKS_FOR.search(text) is not None and _introduction(surname).search(text) is not None


@cache
def _introduction(surname: str) -> re.Pattern[str]:
    name = re.escape(surname)
    return re.compile(rf"{_BEFORE}{name}\b|\b{name}{_AFTER}")


def spokesmen_in(dossier: Dossier | None) -> frozenset[str]:
    """Returns the names of those whose office in the dossier is to speak for others."""
    parties = dossier.parties if dossier else ()
    return frozenset(
        one.name for party in parties for one in party.people if _SPEAKS_FOR.search(one.role)
    )
