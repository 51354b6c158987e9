"""Probes P8 to P14 on the five reports beside the checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reportedly.comparing.checks import check_figures
from reportedly.comparing.figures import compare_figures
from reportedly.measuring import find_dates, find_figures
from reportedly.model import Comparison, EvidenceStatus, Figure, Report
from reportedly.reading import read_bytes
from reportedly.vocabulary import load_dossier
from reportedly.vocabulary.gazetteer import load_gazetteer

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the five reports are not beside the checkout"),
]


@cache
def ledger() -> tuple[tuple[Report, ...], tuple[Figure, ...], tuple[Comparison, ...]]:
    """Reads, measures, checks and compares the reports once."""
    dossier = load_dossier("ukraine")
    gazetteer = load_gazetteer(dossier)
    reports = tuple(
        report
        for path in sorted(SEEDS.iterdir())
        for report in read_bytes(path.read_bytes(), path.name)
    )
    found = [
        figure
        for report in reports
        for figure in find_figures(report, find_dates(report.text, report.published), gazetteer)
    ]
    figures = check_figures(found, reports, dossier)
    return reports, figures, compare_figures(figures, reports)


def one(value: float, unit: str, file: str) -> Figure:
    """Returns the first figure of this value and unit in a file."""
    reports, figures, _ = ledger()
    of_file = {report.id for report in reports if report.origin_file.startswith(file)}
    return next(f for f in figures if (f.value, f.unit) == (value, unit) and f.report in of_file)


def comparisons_with(*figures: Figure) -> list[Comparison]:
    """Returns the comparisons that hold these figures."""
    ids = {figure.id for figure in figures}
    return [c for c in ledger()[2] if len(ids & set(c.rows)) >= min(2, len(ids))]


def test_p8_split_unit_is_repaired_and_never_square_metres() -> None:
    """P8: 23,000 km2, marked repaired; nowhere 23,000 m2."""
    figure = one(23_000, "km2", "004")
    assert figure.status == "repaired"
    assert figure.evidence.status is EvidenceStatus.REPAIRED
    assert "square meters" in figure.note
    assert "repaired" in {check.verdict for check in figure.checks}
    assert not [f for f in ledger()[1] if f.unit == "m2"]


def test_p9_demanded_and_retained_area_are_one_trend() -> None:
    """P9: one measurand at two dates is a trend, not a conflict."""
    demanded, retained = one(23_000, "km2", "004"), one(21_600, "km2", "002")
    assert demanded.as_of is None
    assert retained.as_of == "2025-06-02"
    assert [c.kind for c in comparisons_with(demanded, retained)] == ["trend"]


def test_p10_share_left_in_luhansk_is_a_disagreement() -> None:
    """P10: 1.5 % (late 2024) against 1 % (since the end of November 2024)."""
    held, left = one(98.5, "%", "003"), one(1, "%", "001")
    assert held.as_of == "2024-10~/2024-12"
    (comparison,) = comparisons_with(held, left)
    assert comparison.kind == "disagreement"
    assert "1.5 %" in comparison.note


def test_p11_retained_area_is_checked_against_the_occupied_share() -> None:
    """P11: 20.2 % of 108,845 km2 is 21,987 km2; stated 21,600: consistent within 2 %."""
    check = next(c for c in one(21_600, "km2", "002").checks if c.kind == "complement")
    assert check.verdict == "consistent"
    assert abs(check.difference or 1) < 0.02
    assert "20.2 % of 108,845 km2 = 21,987 km2" in check.arithmetic


def test_p12_one_percent_of_luhansk_is_checked_by_its_area() -> None:
    """P12: one percent of 26,684 km2 is about 266 km2."""
    check = next(c for c in one(266, "km2", "001").checks if c.kind == "share of whole")
    assert check.verdict == "consistent"
    assert "26,684" in check.arithmetic


def test_p13_three_cities_add_up_to_the_million_in_words() -> None:
    """P13: 706,000 + 275,000 + 147,000 = 1,128,000 agrees with both wordings of a million."""
    _, figures, comparisons = ledger()
    millions = [f for f in figures if f.value == 1e6 and f.unit == "people"]
    assert {f.modifier for f in millions} == {"over", "exact"}
    for figure in millions:
        (check,) = [c for c in figure.checks if c.kind == "sum"]
        assert check.verdict == "consistent"
        assert "1,128,000" in check.arithmetic
    ids = {f.id for f in millions}
    assert [c.kind for c in comparisons if ids <= set(c.rows)] == ["agreement"]


def test_p14_four_counts_of_children_are_never_compared() -> None:
    """P14: names listed, deported, returned and accepted are four measurands."""
    counts = [
        one(331, "1", "002"),
        one(19_456, "people", "002"),
        one(1_345, "people", "002"),
        one(700_000, "people", "002"),
    ]
    assert len({(f.measured_entity, f.measured_property) for f in counts}) == 4
    ids = {figure.id for figure in counts}
    assert not [c for c in ledger()[2] if len(ids & set(c.rows)) > 1]
    assert not [check for f in counts for check in f.checks if ids & set(check.against)]
