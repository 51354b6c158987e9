"""The relation source – cue – content, found in a report's text (PARC3, PolNeAR)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.evidence import Span


class Directness(StrEnum):
    """Whether the content is given in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Says that the text attributes some content to some source by some cue."""

    # Hash of report, content, cue and source stretches.
    id: str
    # Id of the report.
    report: str
    # Stretches of the source; empty where the text names none.
    source: tuple[Span, ...]
    # Stretches of the cue; empty where a rule found the relation by its form alone.
    cue: tuple[Span, ...]
    # Stretches of the content, never empty, in ascending order.
    content: tuple[Span, ...]
    # Id of the attribution whose content holds this one, None for an outermost one.
    parent: str | None
    # Whether the content stands in quotation marks.
    directness: Directness
    # How likely a human annotator would mark it too, from 0 to 1; see docs/evaluation.md.
    confidence: float
    # Name and version of the extractor that found it.
    origin: str

    @property
    def extent(self) -> Span:
        """The stretch from the first to the last character of all its roles."""
        spans = self.source + self.cue + self.content
        return Span(min(s.start for s in spans), max(s.end for s in spans))
