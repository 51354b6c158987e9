"""A number with what it measures, where, as of when and according to whom (MeasEval, UCDP GED)."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.evidence import Evidence
from reportedly.model.statement import Hedge, Likelihood, Link


@dataclass(frozen=True, slots=True)
class Check:
    """An arithmetic or unit test of a figure, written out so that a reader can do it again."""

    # "complement", "share of whole", "sum", "ratio", "unit", "bound", "same measurand" ...
    kind: str
    # "consistent", "inconsistent", "repaired", "derived" or "not comparable".
    verdict: str
    # Ids of the other figures, or names of reference values of the dossier ("dossier:Luhansk Oblast area").
    against: tuple[str, ...]
    # Relative difference (0.018 is 1.8 %), None where there is none to state.
    difference: float | None
    # The calculation in words and numbers.
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a report."""

    # Hash of report and evidence stretch.
    id: str
    # Id of the report.
    report: str
    # Best value in `unit`, None where only a bound or a range is stated.
    value: float | None
    low: float | None
    high: float | None
    # "exact", "about", "at least", "at most", "over", "under", "range".
    modifier: str
    # UCUM-like short name: "km2", "%", "people", "day", "USD", "1" for a bare count.
    unit: str
    # What is counted or measured ("children", "Luhansk Oblast").
    measured_entity: str | None
    # Which property of it ("deported", "occupied share", "population").
    measured_property: str | None
    # Name of the place it is about.
    place: str | None
    # When it holds, in EDTF.
    as_of: str | None
    # Name of who states it.
    speaker: str | None
    chain: tuple[Link, ...]
    evidence: Evidence
    # "stated", "repaired" or "derived".
    status: str
    # Statement whose content holds the number, None if none does.
    statement: str | None
    # What the number was read as, before any repair, where that differs.
    note: str
    extractor: str
    checks: tuple[Check, ...] = ()
    # Words of likelihood in its clause, None where there are none.
    likelihood: Likelihood | None = None
    # Estimative words in its clause and around whoever states it.
    hedges: tuple[Hedge, ...] = ()
