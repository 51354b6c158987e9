"""When rows were collected: the ledger's own times, apart from what the reports say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sighting:
    """Says when the id of a row was first and last collected."""

    # Id of a report, attribution, statement or figure.
    id: str
    # Clock reading of the run that first brought it, as given to `Ledger.add`.
    first_seen: str
    # Clock reading of the run that last brought it.
    last_seen: str


@dataclass(frozen=True, slots=True)
class Run:
    """Says how many reports were added at one clock reading."""

    # The clock reading, as given to `Ledger.add`.
    collected: str
    # Reports that were new.
    added: int
    # Reports that were there already.
    met_again: int
