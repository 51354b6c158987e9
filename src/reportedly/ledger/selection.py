"""Which rows a question is about. How that becomes SQL lives in `queries`."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.errors import UsageError
from reportedly.model.dates import bounds

Names = str | tuple[str, ...] | None
"""One name, several of which any will do, or None for all; capitals do not matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Filters of a listing; every one given must hold.

    Raises:
        UsageError: a date is no EDTF date, a confidence is not from 0 to 1, a limit is negative.
    """

    # Rows whose date may lie on or after the first day of this EDTF date. Unknown dates never do.
    since: str | None = None
    # Rows whose date may lie on or before the last day of this EDTF date. Unknown dates never do.
    until: str | None = None
    # Holder of the statement or party of its speaker.
    party: Names = None
    # Codes of issues.
    issue: Names = None
    # Acts.
    act: Names = None
    # Outlets of the report.
    outlet: Names = None
    # Ids of reports.
    report: Names = None
    # Kinds of speakers.
    speaker_kind: Names = None
    # Only statements in which the holder itself speaks.
    own_words: bool = False
    # Only statements and attributions at least this certain, from 0 to 1.
    min_confidence: float | None = None
    # At most so many rows, in the order of the listing.
    limit: int | None = None
    # Only rows first collected at this clock reading or before; compared as text, so ISO 8601.
    as_of_collected: str | None = None

    def __post_init__(self) -> None:
        _refuse_bad_date("since", self.since)
        _refuse_bad_date("until", self.until)
        _refuse_empty_period(self.since, self.until)
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise UsageError(
                "a confidence from 0 to 1", str(self.min_confidence), "Give 0.5 or so."
            )
        if self.limit is not None and self.limit < 0:
            raise UsageError("a limit of 0 or more", str(self.limit), "Leave it out for all rows.")


def _refuse_bad_date(option: str, edtf: str | None) -> None:
    if edtf is None:
        return
    try:
        bounds(edtf)
    except ValueError as error:
        raise UsageError(
            "a date such as 2025-06-02, 2025-06 or 2025", repr(edtf), "Write it so.", option
        ) from error


def _refuse_empty_period(since: str | None, until: str | None) -> None:
    first = bounds(since)[0] if since else None
    last = bounds(until)[1] if until else None
    if first and last and first > last:
        to_do = "Give the earlier one to --since."
        raise UsageError("a period that begins before it ends", f"{since} to {until}", to_do)
