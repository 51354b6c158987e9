"""Arithmetic checks of figures against each other and the dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_figures import TWO, a_dossier, a_figure, a_report

from reportedly.comparing.checks import check_figures
from reportedly.model import EvidenceStatus


def checks_of(*figures, text: str = "", dossier=None):
    """Returns the checks of each figure."""
    reports = [a_report(text)] if text else []
    return [figure.checks for figure in check_figures(figures, reports, dossier)]


def test_area_agrees_with_share_of_its_place() -> None:
    """One percent of 10,000 km2 is 100 km2, and the calculation is written out."""
    share = a_figure(1, "%", measured_property="not held by Varonia", at=0)
    area = a_figure(99, "km2", measured_property="not held by Varonia", at=10, modifier="about")
    _, (check,) = checks_of(share, area, dossier=a_dossier())
    assert (check.kind, check.verdict) == ("share of whole", "consistent")
    assert check.arithmetic == "1 % of 10,000 km2 = 100 km2; stated about 99 km2; -1.0 %"
    assert check.difference == pytest.approx(-0.01)
    assert share.id in check.against
    assert "dossier:Lesser Arvel area" in check.against


def test_complement_of_a_share_agrees_with_the_other_sides_area() -> None:
    """What one side holds in percent leaves the other side's square kilometres, over a group of places."""
    share = a_figure(80, "%", measured_property="held by Varonia", place=TWO, at=0)
    area = a_figure(6_100, "km2", measured_property="held by Kestria", place=TWO, at=10)
    _, (check,) = checks_of(share, area, dossier=a_dossier())
    assert (check.kind, check.verdict) == ("complement", "consistent")
    assert check.arithmetic == (
        "10,000 + 20,000 = 30,000 km2; 100 % - 80 % = 20 %; 20 % of 30,000 km2 = 6,000 km2; "
        "stated 6,100 km2; +1.7 %"
    )


def test_complement_that_does_not_fit_is_inconsistent() -> None:
    """A difference beyond the tolerance is shown, not decided."""
    share = a_figure(80, "%", measured_property="held by Varonia", at=0)
    area = a_figure(3_000, "km2", measured_property="held by Kestria", at=10)
    _, (check,) = checks_of(share, area, dossier=a_dossier())
    assert (check.verdict, check.difference) == ("inconsistent", pytest.approx(0.5))


def test_share_alone_yields_the_areas_it_stands_for() -> None:
    """Without a partner the dossier's area gives a derived number."""
    ((check,),) = checks_of(
        a_figure(60, "%", measured_property="held by Varonia"), dossier=a_dossier()
    )
    assert (check.kind, check.verdict) == ("share of whole", "derived")
    assert "6,000 km2" in check.arithmetic
    assert "4,000 km2" in check.arithmetic


def test_territory_in_square_metres_is_repaired() -> None:
    """900 m2 of a region cannot be held; 900 km2 can."""
    (figure,) = check_figures(
        [a_figure(900, "m2", measured_property="held by Varonia")], [], a_dossier()
    )
    assert (figure.unit, figure.status) == ("km2", "repaired")
    assert figure.evidence.status is EvidenceStatus.REPAIRED
    assert [(check.kind, check.verdict) for check in figure.checks] == [("unit", "repaired")]


def test_square_metres_of_a_building_are_left() -> None:
    """Only figures of held or demanded territory are repaired."""
    (figure,) = check_figures([a_figure(900, "m2", measured_property="burned")], [], a_dossier())
    assert (figure.unit, figure.status, figure.checks) == ("m2", "stated", ())


def test_part_larger_than_its_whole_is_inconsistent() -> None:
    """12,000 km2 of a region of 10,000."""
    ((check,),) = checks_of(
        a_figure(12_000, "km2", measured_property="held by Varonia"), dossier=a_dossier()
    )
    assert (check.kind, check.verdict) == ("bound", "inconsistent")


def test_population_is_set_against_the_dossier() -> None:
    """A city's inhabitants as stated and as counted."""
    figure = a_figure(412_000, "people", measured_property="population", place="Port Hollin")
    ((check,),) = checks_of(figure, dossier=a_dossier())
    assert (check.kind, check.verdict) == ("reference", "consistent")


def test_total_is_checked_against_its_parts() -> None:
    """A list of cities and a later sentence on "cities" with a bound."""
    text = "Cities such as Tamsel (700) and Hollin (350) hold out. These cities are home to over 1000 people."
    parts = [
        a_figure(
            value, "people", measured_property="population", place=place, at=text.index(str(value))
        )
        for value, place in ((700, "Tamsel"), (350, "Hollin"))
    ]
    total = a_figure(1000, "people", modifier="over", high=None, place=None, at=text.index("1000"))
    *_, (check,) = checks_of(*parts, total, text=text)
    assert (check.kind, check.verdict) == ("sum", "consistent")
    assert check.arithmetic.startswith("700 + 350 = 1,050 people; stated over 1,000 people")


def test_number_of_another_sentence_is_no_total() -> None:
    """Without the class of the list or its places nothing is summed up."""
    text = "Cities such as Tamsel (700) and Hollin (350) hold out. Over 1000 people marched."
    parts = [
        a_figure(
            value, "people", measured_property="population", place=place, at=text.index(str(value))
        )
        for value, place in ((700, "Tamsel"), (350, "Hollin"))
    ]
    total = a_figure(1000, "people", modifier="over", place=None, at=text.index("1000"))
    assert checks_of(*parts, total, text=text) == [(), (), ()]


def test_checks_without_a_dossier_raise_nothing() -> None:
    """No reference, no check."""
    share = a_figure(80, "%", measured_property="held by Varonia", at=0)
    assert checks_of(share) == [()]


def test_checking_twice_changes_nothing() -> None:
    """Checks are derived and replaced."""
    share = a_figure(60, "%", measured_property="held by Varonia")
    once = check_figures([share], [], a_dossier())
    assert check_figures(once, [], a_dossier()) == once


@settings(deadline=None)
@given(st.floats(min_value=0, max_value=100), st.floats(min_value=0, max_value=10_000))
def test_any_share_and_area_give_a_check_each(share, area) -> None:
    """No numbers make an error, and both figures carry the same arithmetic."""
    first = a_figure(share, "%", measured_property="held by Varonia", at=0)
    second = a_figure(area, "km2", measured_property="held by Kestria", at=10)
    left, right = checks_of(first, second, dossier=a_dossier())
    assert left[-1].arithmetic == right[-1].arithmetic


def test_mismatch_across_dates_is_not_comparable() -> None:
    """A share of one month and an area of another report and month may differ because land changed hands."""
    share = a_figure(80, "%", measured_property="held by Varonia", as_of="2031-05-09", report="a")
    area = a_figure(
        3_000, "km2", measured_property="held by Kestria", as_of="2031-04-20", report="b", at=10
    )
    _, (check,) = checks_of(share, area, dossier=a_dossier())
    assert check.verdict == "not comparable"
    assert check.arithmetic.endswith("as of different dates: 9 May 2031 and 20 April 2031")


def test_calculation_with_two_equal_shares_is_listed_once() -> None:
    """Two reports that state one share make one check of the area, against both."""
    shares = [
        a_figure(1, "%", measured_property="held by Varonia", as_of="2031-05", report=report)
        for report in ("a", "b")
    ]
    area = a_figure(
        100, "km2", measured_property="held by Varonia", as_of="2031-05", report="a", at=9
    )
    *_, (check,) = checks_of(*shares, area, dossier=a_dossier())
    assert {share.id for share in shares} <= set(check.against)


def test_area_is_checked_against_the_dossier() -> None:
    """A stated area of a whole place has a reference."""
    ((check,),) = checks_of(a_figure(10_000, "km2", measured_property="area"), dossier=a_dossier())
    assert (check.kind, check.verdict) == ("reference", "consistent")


def test_place_without_area_checks_nothing() -> None:
    """A dossier may give 0 for an area that nobody has measured; nothing is divided by it."""
    dossier = a_dossier()
    places = tuple(
        replace(place, area=replace(place.area, value=0.0)) if place.area else place
        for place in dossier.places
    )
    held = {"measured_property": "held by Varonia"}
    printed, area = a_figure(3_000, "m2", at=0, **held), a_figure(99, "km2", at=10, **held)
    assert checks_of(printed, area, dossier=replace(dossier, places=places)) == [(), ()]


def test_a_bound_in_hectares_agrees_with_a_share() -> None:
    """Half of 10,000 km2 is 5,000 km2, which is at least 500,000 ha."""
    area = a_figure(
        500_000.0, "ha", modifier="at least", high=None, measured_property="held by Norland", at=1
    )
    share = a_figure(50.0, "%", measured_property="held by Norland", at=20)
    found = check_figures([area, share], [], a_dossier())
    assert [check.verdict for figure in found for check in figure.checks] == ["consistent"] * 2
