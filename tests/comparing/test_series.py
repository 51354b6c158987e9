"""Series: figures of one measurand in order of time, what they say beside each other, and which only repeat."""

from __future__ import annotations

from invented_figures import a_figure, a_report
from told_figures import identity, told

from reportedly.comparing import series_of
from reportedly.comparing.figures import compare_figures
from reportedly.model import Echo, Figure, Link, Series


def held(
    share: float | None, day: str | None, report: str, source: str, **changes: object
) -> Figure:
    """Returns a share of Lesser Arvel held by Norland, told by an outlet of a source."""
    fields: dict[str, object] = {"measured_property": "held by Norland", "as_of": day}
    chain = (Link(f"Outlet {report}", "outlet"), Link(source, "body"))
    told = {"report": report, "speaker": source, "chain": chain}
    return a_figure(share, "%", **{**fields, **told, **changes})


def series(*figures: Figure, echoes: tuple[Echo, ...] = ()) -> Series:
    """Returns the one series that some figures make."""
    reports = [a_report("x", one.report, f"Outlet {one.report}") for one in figures]
    (found,) = series_of(figures, reports, compare_figures(figures, reports), echoes)
    return found


def test_points_are_in_order_of_time_and_undated_ones_apart() -> None:
    """May comes before August; what has no date comes last. The smaller, complementary share is compared."""
    found = series(
        held(60, None, "r1", "Survey"),
        held(70, "2031-08", "r2", "Survey"),
        held(65, "../2031-05-09", "r3", "Ministry"),
    )
    assert [point.value for point in found.dated] == [35, 30]
    assert [point.value for point in found.undated] == [40]


def test_each_point_tells_what_it_says_beside_the_one_before() -> None:
    """A trend over months with its change; a disagreement of one date; nothing for the first."""
    found = series(
        held(71, "2031-01-10", "r1", "Survey"),
        held(79, "2031-06-01", "r2", "Survey"),
        held(90, "2031-06-03", "r3", "Ministry"),
    )
    told = [[(one.kind, one.change) for one in point.relations] for point in found.points]
    assert told == [[], [("trend", -8.0)], [("disagreement", -11.0)]]


def test_change_without_a_date_is_not_told() -> None:
    """Of an undated figure nobody knows whether it came before or after."""
    found = series(held(70, "2031-01-10", "r1", "Survey"), held(50, None, "r2", "Ministry"))
    (undated,) = found.undated
    (relation,) = undated.relations
    assert (relation.figure, relation.change) == (found.dated[0].figure, None)
    assert "not known" in relation.note


def test_same_figure_of_one_origin_is_a_repetition() -> None:
    """Two outlets that have one number of one source are one origin."""
    found = series(held(70, "2031-05-01", "r1", "Survey"), held(70, "2031-05-02", "r2", "Survey"))
    first, second = found.points
    assert (second.repeats, second.repeats_by) == (first.figure, "same origin")
    assert found.origins == ("Survey",)


def test_same_number_measured_again_is_no_repetition() -> None:
    """Five months later a source that states the same has measured anew."""
    found = series(held(70, "2031-01-01", "r1", "Survey"), held(70, "2031-06-01", "r2", "Survey"))
    assert [point.repeats for point in found.points] == [None, None]


def test_other_source_is_a_repetition_only_where_the_reports_share_an_origin() -> None:
    """Two sources that agree back each other, unless both reports credit one body."""
    figures = held(70, "2031-05-01", "r1", "Survey"), held(70, "2031-05-02", "r2", "Ministry")
    assert series(*figures).points[1].repeats is None
    echo = Echo("Survey", "credit", ("r1", "r2"), ())
    assert series(*figures, echoes=(echo,)).points[1].repeats_by == "credit"


def test_turned_share_keeps_its_bounds_and_hedge() -> None:
    """At least 98 % held by one side is at most 2 % not held by it."""
    found = series(
        held(98, "2031-05", "r1", "Survey", modifier="at least", high=None),
        held(1, "2031-05", "r2", "Ministry", measured_property="not held by Norland"),
    )
    turned = next(point for point in found.points if point.turned)
    assert (turned.value, turned.low, turned.high, turned.modifier) == (2, None, 2, "at most")
    assert turned.turned == "100 % - 98 % = 2 %"


def test_unknown_lineage_is_no_origin() -> None:
    """A page that names neither outlet nor source adds none; an unnamed source is its relayer's."""
    unknown = held(70, "2031-05-01", "r1", "x", chain=(Link("unknown outlet", "outlet"),))
    chain = (Link("Arvel Post", "outlet"), Link("an official", "anonymous official"))
    unnamed = held(50, "2031-08-01", "r2", "an official", chain=chain)
    found = series(unknown, unnamed)
    assert [point.origin for point in found.points] == [None, "an official (via Arvel Post)"]
    assert found.origins == ("an official (via Arvel Post)",)


def test_figures_that_measure_nothing_comparable_are_in_no_series() -> None:
    """A count without a place could be of anything."""
    assert series_of([a_figure(5, "people", place=None)], [], ()) == ()


def test_a_sentence_taken_over_by_two_reports_is_one_side_of_a_comparison() -> None:
    """Two reports have one sentence with 500; a third has 612: it differs from 500, and 500 not from itself."""
    words = "On 3 May 2031 exactly 500 civilians were killed in Lesser Arvel by the shelling."
    figures, reports = told(
        words, words, "On 3 May 2031 612 civilians were killed in Lesser Arvel."
    )
    compared = compare_figures(figures, reports, identity())
    (found,) = series_of(figures, reports, compared, (), identity())
    relations = {
        (point.value, one.kind, one.change) for point in found.points for one in point.relations
    }
    assert relations == {(612, "disagreement", 112)}


def test_a_bound_and_a_number_of_one_report_are_one_side_of_a_comparison() -> None:
    """One report has "at least 500" and "500", another 900: the other differs, by 400."""
    figures, reports = told(
        "At least 500 civilians were killed in Lesser Arvel on 3 June 2031. It was said that 500 civilians were "
        "killed in Lesser Arvel on 3 June 2031.",
        "On 3 June 2031 900 civilians were killed in Lesser Arvel.",
    )
    compared = compare_figures(figures, reports, identity())
    (found,) = series_of(figures, reports, compared, (), identity())
    relations = [
        (point.value, one.kind, one.change) for point in found.points for one in point.relations
    ]
    assert relations == [(900, "disagreement", 400)]
