"""The very words a row rests on, and where they stand (W3C TextQuoteSelector + TextPositionSelector)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

CONTEXT = 32
"""Characters kept before and after the exact words, enough to find them again after re-extraction."""


class Span(NamedTuple):
    """A stretch of a text: characters from `start` to before `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Returns the words of this stretch."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Says whether the other stretch lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Says whether the two stretches share a character."""
        return self.start < other.end and other.start < self.end


class EvidenceStatus(StrEnum):
    """How the words of a row relate to the words of the report."""

    VERIFIED = "verified"
    REPAIRED = "repaired"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a report; `report.text[start:end] == exact` always holds."""

    # The words, unchanged.
    exact: str
    # Up to 32 characters before them.
    prefix: str
    # Up to 32 characters after them.
    suffix: str
    # First character in the report's text.
    start: int
    # One past the last character.
    end: int
    # `repaired` where the row reads the words otherwise than they are printed.
    status: EvidenceStatus = EvidenceStatus.VERIFIED

    @property
    def span(self) -> Span:
        """The stretch of the report's text."""
        return Span(self.start, self.end)


def take_evidence(
    text: str, span: Span, status: EvidenceStatus = EvidenceStatus.VERIFIED
) -> Evidence:
    """Cuts the evidence for a stretch out of a report's text.

    Raises:
        ValueError: the stretch is empty or not inside the text.
    """
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"a stretch inside a text of {len(text)} characters; found {start}:{end}")
    return Evidence(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        status=status,
    )
