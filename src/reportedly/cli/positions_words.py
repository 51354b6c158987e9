"""The words of ours in which positions are shown: whose words, which date, which change."""
# ruff: noqa: PLC0415  (the wording is loaded when there is something to word)

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.cli.positions_asked import Asked
    from reportedly.comparing import Cell, Entry, Voice

VOICES = {
    "own": "own words",
    "spokesman": "spokesman or official",
    "account": "as told by others",
    "analyst": "analyst’s reading",
}
"""How each voice is called."""


def voices_text(voices: Iterable[str]) -> str:
    """Returns whose words there are."""
    return ", ".join(VOICES[voice] for voice in voices)


def voice_text(voice: Voice, speaker_party: str | None, holder: str | None) -> str:
    """Returns whose words a statement gives; an account names the other party that gives it."""
    if voice != "account" or speaker_party is None:
        return VOICES[voice]
    return "as reported" if speaker_party == holder else f"as told by {speaker_party}"


def row_voice(row: Cell | Entry) -> str:
    """Returns whose words a cell or an entry gives."""
    return voice_text(row.voice, row.speaker_party, row.holder)


def when(row: Cell | Entry) -> str:
    """Returns the date a row goes by: "2 April 2031", "reported 3 April 2031" where only its report has one."""
    from reportedly.briefing.wording import date_text

    if row.basis is None:
        return "date unknown"
    head = {"published": "reported ", "first published": "published "}.get(row.basis, "")
    return f"{head}{date_text(row.date)}"


def origins_text(count: int) -> str:
    """Returns "1 origin", "3 origins", "no known origin"."""
    return "1 origin" if count == 1 else f"{count or 'no known'} origin{'s' if count else ''}"


def limits_text(asked: Asked) -> str:
    """Returns which statements count, as a line above an answer; "" if all do."""
    from reportedly.model.dates import format_edtf

    parts = (
        f"said by {format_edtf(asked.as_of)}, undated ones left out" if asked.as_of else "",
        f"as known on {format_edtf(asked.known_on)}" if asked.known_on else "",
        f"only: {voices_text(asked.voices)}" if asked.voices else "",
        f"attributions at least {asked.min_confidence:g} certain" if asked.min_confidence else "",
    )
    return " · ".join(filter(None, parts))
