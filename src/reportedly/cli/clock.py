"""The one clock of a run; every date below the command line is handed down from here."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> str:
    """Returns the present moment in UTC to the second, in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def today() -> date:
    """Returns today's date in UTC."""
    return datetime.now(UTC).date()
