"""Figures of one measurand side by side."""

from __future__ import annotations

import pytest
from invented_figures import a_figure, a_report
from told_figures import identity, told, told_dossier

from reportedly.comparing.checks import check_figures
from reportedly.comparing.figures import compare_figures


def land(value, unit="%", prop="held by Varonia", **changes):
    """Returns a figure on who holds Lesser Arvel."""
    return a_figure(value, unit, measured_property=prop, **changes)


def test_complements_of_nearly_one_date_disagree_openly() -> None:
    """98.5 % held by one and 1 % left to the other are 1.5 % against 1 %."""
    found = compare_figures(
        [
            land(98.5, as_of="2030-10~/2030-12"),
            land(1, prop="held by Kestria", report="r2", as_of="2030-11/2031-04-02"),
        ],
        [a_report("x"), a_report("y", "r2", "Kestrian Wire")],
    )
    (comparison,) = found
    assert comparison.kind == "disagreement"
    assert "1.5 %" in comparison.note
    assert "Kestrian Wire" in comparison.note
    assert len(comparison.rows) == 2


def test_different_dates_make_a_trend() -> None:
    """The same measurand a year apart has changed."""
    (comparison,) = compare_figures(
        [land(70, as_of="2030-05"), land(80, report="r2", as_of="2031-05")]
    )
    assert comparison.kind == "trend"


def test_demand_to_hand_over_is_what_the_demander_does_not_hold() -> None:
    """Area demanded without a date and area retained: one measurand, and the reading is said."""
    (comparison,) = compare_figures(
        [
            land(2_300, "km2", "to be transferred to Varonia", as_of=None),
            land(2_100, "km2", "held by Kestria", report="r2", as_of="2031-05"),
        ]
    )
    assert comparison.kind == "trend"
    assert "what Varonia demands is read as what it does not hold" in comparison.note
    assert comparison.matter == "area of Lesser Arvel not held by Varonia"


def test_equal_values_agree_across_units() -> None:
    """Square miles and square kilometres of one place."""
    (comparison,) = compare_figures(
        [
            land(100, "mi2", "not held by Varonia"),
            land(259, "km2", "not held by Varonia", report="r2"),
        ]
    )
    assert comparison.kind == "agreement"


@pytest.mark.parametrize(
    "changes",
    [
        {"place": "Greater Arvel"},
        {"measured_property": "mined"},
        {"unit": "km2"},
        {"place": None},
    ],
)
def test_other_place_property_or_unit_is_not_compared(changes) -> None:
    """Different measurands never meet."""
    unit = changes.pop("unit", "%")
    other = land(
        50, unit, changes.pop("measured_property", "held by Varonia"), report="r2", **changes
    )
    assert compare_figures([land(60), other]) == ()


def test_counts_meet_only_with_equal_noun_property_and_place() -> None:
    """Children deported, returned, and named on a list are three measurands."""
    counts = [
        a_figure(900, "people", measured_entity="children", measured_property="deportation"),
        a_figure(
            45, "people", measured_entity="children", measured_property="returned", report="r2"
        ),
        a_figure(30, "1", measured_entity="names", measured_property="listed", report="r3"),
        a_figure(
            905,
            "people",
            measured_entity="Kestrian children",
            measured_property="deported",
            report="r4",
        ),
    ]
    (comparison,) = compare_figures(counts)
    assert comparison.kind == "agreement"
    assert comparison.rows == (counts[0].id, counts[3].id) or comparison.rows == (
        counts[3].id,
        counts[0].id,
    )


def test_bounds_leave_room_for_each_other() -> None:
    """At least 900 and 1,200 are no disagreement."""
    (comparison,) = compare_figures(
        [
            a_figure(
                900,
                "people",
                modifier="at least",
                high=None,
                measured_entity="children",
                measured_property="deported",
            ),
            a_figure(
                1200,
                "people",
                measured_entity="children",
                measured_property="deported",
                report="r2",
            ),
        ]
    )
    assert comparison.kind == "agreement"


def test_ranges_that_do_not_meet_disagree() -> None:
    """200 to 999 against 2,000."""
    fields = {"measured_entity": "boats", "measured_property": "sunk"}
    (comparison,) = compare_figures(
        [
            a_figure(None, "1", modifier="range", low=200.0, high=999.0, **fields),
            a_figure(2000, "1", report="r2", **fields),
        ]
    )
    assert comparison.kind == "disagreement"


def test_one_report_saying_it_twice_is_one_reading() -> None:
    """A figure repeated in one report is not compared with itself, and its rows stay together."""
    twice = [land(1, prop="held by Kestria", at=0), land(1, prop="not held by Varonia", at=50)]
    assert compare_figures(twice) == ()


def test_totals_and_parts_stand_side_by_side() -> None:
    """Several wordings of one sum are one agreement."""
    text = "Cities such as Tamsel (700) and Hollin (350) hold out. The cities hold one thousand (1000) people."
    figures = [
        a_figure(
            value, "people", measured_property="population", place=place, at=text.index(str(value))
        )
        for value, place in ((700, "Tamsel"), (350, "Hollin"), (1000, None))
    ]
    reports = [a_report(text)]
    (comparison,) = compare_figures(check_figures(figures, reports), reports)
    assert (comparison.kind, len(comparison.rows)) == ("agreement", 3)


def test_nothing_gives_nothing() -> None:
    """No figures, no comparisons."""
    assert compare_figures([]) == ()


def test_small_shares_are_compared_as_they_are() -> None:
    """8 % against 12 % is half as much again, though the complements 92 and 88 are close."""
    march = a_figure(8, "%", measured_property="held by Varonia", as_of="2031-03", report="a")
    may = a_figure(12, "%", measured_property="held by Varonia", as_of="2031-05-15", report="b")
    (comparison,) = compare_figures([march, may])
    assert comparison.kind == "trend"
    assert "+50.0 %" in comparison.note


def test_shares_up_to_a_date_stand_in_its_order() -> None:
    """A figure that holds up to May comes after one of March."""
    may = a_figure(75, "%", measured_property="held by Varonia", as_of="../2031-05-09", report="a")
    march = a_figure(60, "%", measured_property="held by Varonia", as_of="2031-03", report="b")
    (comparison,) = compare_figures([may, march])
    assert comparison.rows == (march.id, may.id)


def test_a_sum_without_places_is_named_without_them() -> None:
    """Parts that stand in no place leave no gap in the name of their sum."""
    words = "Varonia sent 3,000 troops, including 2,000 from the north and 1,000 from the south."
    figures, reports = told(words)
    checked = check_figures(figures, reports, told_dossier(), identity())
    (found,) = compare_figures(checked, reports, identity())
    assert found.matter == "sum of the parts together"


def test_two_ranges_of_one_sentence_are_two_tellings() -> None:
    """200 to 300 and 700 to 900 killed, in one sentence, do not meet."""
    figures, reports = told(
        "Between 200 and 300 civilians were killed in Lesser Arvel, said one body, and between 700 and 900 civilians "
        "were killed in Lesser Arvel, said another."
    )
    (found,) = compare_figures(figures, reports, identity())
    assert found.kind == "disagreement"
