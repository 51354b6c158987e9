"""What the pipeline hands to the ledger for one report: one unit of work, one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.attribution import Attribution
from reportedly.model.evidence import Span
from reportedly.model.figure import Figure
from reportedly.model.report import Report
from reportedly.model.statement import Statement


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date or duration found in a text (TimeML TIMEX3), with its value in EDTF where it has one."""

    span: Span
    # "DATE", "TIME", "DURATION" or "SET".
    timex_type: str
    # TIMEX3 value ("2025-06-02", "P30D", "XXXX-02-28").
    timex_value: str
    # EDTF, None for durations, sets and dates without an anchor.
    edtf: str | None
    # "at", "since", "by", "before", "after" or "until", from the words before it.
    relation: str = "at"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a party, a person, a body or a place."""

    span: Span
    # Canonical name of what is named ("Vladimir Putin", "Luhansk Oblast", "Russia").
    name: str
    # "state", "organisation", "person", "body", "capital", "adjective", "place", "outlet", "agency", "think tank".
    kind: str
    # Party it belongs to, None if none.
    party: str | None


@dataclass(frozen=True, slots=True)
class Understood:
    """A report with every row read from it."""

    report: Report
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
