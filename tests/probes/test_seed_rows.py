"""How much of what a careful reader finds in the five reports the program finds."""

from __future__ import annotations

import pytest
from seed_rows import FIGURES, POSITIONS
from test_probes import SEEDS, reports, statements, stored

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the five reports are not beside the checkout"),
]

POSITIONS_ASKED = 28 / 37
"""Share of the positions that the work on this path was asked to find with right holder and act."""

FIGURES_ASKED = 16 / 20
"""Share of the figures."""


def is_stated(file: str, words: str, holders: tuple[str, ...], acts: tuple[str, ...]) -> bool:
    """Says whether a row that touches these words has a right holder and a right act."""
    for report in reports(file):
        start = report.text.find(words)
        for one in statements(file):
            if one.report != report.id or start < 0:
                continue
            touches = one.evidence.start < start + len(words) and start < one.evidence.end
            if touches and one.holder in holders and one.act in acts:
                return True
    return False


def test_positions_of_the_reports_are_found() -> None:
    """At least the share asked for has the right holder and act."""
    missed = [entry[:2] for entry in POSITIONS if not is_stated(*entry)]
    assert len(POSITIONS) - len(missed) >= POSITIONS_ASKED * len(POSITIONS), missed


def test_figures_of_the_reports_are_found() -> None:
    """At least the share asked for has value, unit, what it is about and its date right."""
    files = {r.id: r.origin_file[:3] for r in stored()[0]}
    found = [
        (
            files[f.report],
            f.value,
            f.unit,
            f"{f.measured_entity} {f.measured_property} {f.place}",
            f.as_of,
        )
        for f in stored()[2]
    ]
    missed = [
        entry
        for entry in FIGURES
        if not any(
            one[:3] == entry[:3] and entry[3] in one[3] and entry[4] in (None, one[4])
            for one in found
        )
    ]
    assert len(FIGURES) - len(missed) >= FIGURES_ASKED * len(FIGURES), missed
