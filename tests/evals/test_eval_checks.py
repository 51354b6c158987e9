"""The worlds that errors are seeded in: their sentences are true, and some errors are surely caught."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import checks_seeded
from checks import figures_of
from reportedly.comparing.checks import check_figures
from reportedly.comparing.identity import Identity
from reportedly.vocabulary import load_gazetteer
from worlds import make_world, rounded, written


def test_true_world_is_left_alone_and_checked() -> None:
    """Nothing is inconsistent in sentences whose numbers were calculated, and most figures take part in a check."""
    world = make_world(3)
    names = load_gazetteer(world.dossier)
    figures = [figure for report in world.reports for figure in figures_of(report, names)]
    checked = check_figures(figures, world.reports, world.dossier, Identity(names))
    verdicts = [{check.verdict for check in figure.checks} for figure in checked]
    assert not [one for one in verdicts if "inconsistent" in one]
    assert sum("consistent" in one for one in verdicts) > len(figures) / 2


def test_world_of_a_number_is_always_the_same() -> None:
    """Errors are seeded with a fixed seed, so the worlds must not move."""
    assert make_world(5) == make_world(5)
    assert make_world(5) != make_world(6)


def test_numbers_are_rounded_and_written_as_reports_do() -> None:
    """Three digits, commas at the thousands."""
    assert rounded(21_987.3) == 22_000
    assert written(21_600.0) == "21,600"
    assert written(3.5) == "3.5"


def test_share_of_ten_times_as_much_is_caught() -> None:
    """A share of 400 % of a region is seen whatever else is said."""
    world = make_world(3)
    case = checks_seeded.case_of("worlds", world.dossier, world.reports)
    report = world.reports[0]
    figure = next(one for one in case.figures[report.id] if one.unit == "%" and one.place)
    chance = Random(1)  # noqa: S311  (no secret)
    for text in checks_seeded._magnitude(report.text, figure, case, chance):
        bad = replace(report, text=text)
        assert checks_seeded.is_caught(case, figure, bad)
