"""The one clock of a run; every date below the command line is handed down from here."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """Returns today's date in UTC."""
    return datetime.now(UTC).date()
