"""Figures of one measurand through time. Derived from rows; all of it can be thrown away."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """What a point of a series says beside another one; no verdict on who is right."""

    # "agreement", "disagreement", "trend" or "not comparable".
    kind: str
    # Id of the figure it is set beside: the one before it in time; of an undated point a dated one.
    figure: str
    # This value less the other, in the series' unit; None where one is a range, vague or without a date.
    change: float | None
    # The comparison in words and numbers.
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure as a point of a series."""

    # What is measured, in words, as in the comparisons of it.
    matter: str
    # When it holds, in EDTF; None if unknown.
    as_of: str | None
    # As it is compared, in `unit`: 1.5 where 98.5 % held by the other side were stated; None for a range.
    value: float | None
    # Lowest and highest value that the words allow; None where that end is open, or only "about" is said.
    low: float | None
    high: float | None
    # "exact", "about", "at least", "at most", "over", "under" or "range", of the value as it is compared.
    modifier: str
    unit: str
    # How the stated value was turned ("100 % - 98.5 % = 1.5 %"), "" if it was not.
    turned: str
    # What had to be assumed to set it beside the others, "" if nothing.
    assumption: str
    # The words of the report.
    words: str
    # Name of who states it, None if nobody is named.
    speaker: str | None
    # Names from the outlet back to the first source known.
    chain: tuple[str, ...]
    # Name at the end of the chain, None where the lineage is unknown.
    origin: str | None
    # Id of the point that it only repeats, None if it stands for itself.
    repeats: str | None
    # Why it repeats: "same report", "same origin", "credit" (both reports credit one body) or "text reuse".
    repeats_by: str | None
    # What it says beside the one before it; nothing for the first one.
    relations: tuple[Relation, ...]
    # "stated", "repaired" or "derived".
    status: str
    # Who published the report, None if unknown.
    outlet: str | None
    # Date of that in EDTF.
    published: str | None
    # Id of the figure.
    figure: str
    # Id of its report.
    report: str


@dataclass(frozen=True, slots=True)
class Series:
    """All figures of one measurand, in order of the dates they hold at."""

    # What is measured, in words.
    matter: str
    # Unit of all values.
    unit: str
    # Those with a date, the earliest first, then those without one.
    points: tuple[Point, ...]
    # Distinct origins of the points that repeat no other; unknown lineage adds none.
    origins: tuple[str, ...]

    @property
    def dated(self) -> tuple[Point, ...]:
        """The points whose place in time is known."""
        return tuple(point for point in self.points if point.as_of is not None)

    @property
    def undated(self) -> tuple[Point, ...]:
        """The points whose place in time is unknown."""
        return tuple(point for point in self.points if point.as_of is None)
