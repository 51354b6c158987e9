"""Dates of reported figures and of plans: what a quarter is compared with, what was once to come, what lies ahead."""

from __future__ import annotations

from functools import partial

import pytest
from read_dates import read_dates

ANCHOR = "2031-11-06"
"""A Thursday in a fourth quarter."""

read = partial(read_dates, anchor=ANCHOR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He will one day return", ("one day", "DATE", "FUTURE_REF", "2031-11-06/..")),
        ("It lasted one day", ("one day", "DURATION", "P1D", None)),
        ("in future quarters", ("future quarters", "DATE", "FUTURE_REF", "2031-11-06/..")),
        (
            "Prices may rise in the short term.",
            ("the short term", "DATE", "FUTURE_REF", "2031-11-06/.."),
        ),
        (
            "He said in the past that Norland was ready",
            ("in the past", "DATE", "PAST_REF", "../2031-11-06"),
        ),
        (
            "the last half of the '20s",
            ("the last half of the '20s", "DATE", "192", "1925/1929"),
        ),
        (
            "the first half of the 1980s",
            ("the first half of the 1980s", "DATE", "198", "1980/1984"),
        ),
        ("since the early summer", ("the early summer", "DATE", "2031-SU", "2031-22")),
        ("by year's end", ("year's end", "DATE", "2031", "2031-12~")),
        ("by year-end", ("year-end", "DATE", "2031-12-31", "2031-12~")),
        ("sales for the full year were up", ("the full year", "DATE", "2031", "2031")),
        ("It took an hour and a half.", ("an hour and a half", "DURATION", "PT1H30M", None)),
        (
            "a year and a half ago",
            ("a year and a half ago", "DATE", "2030-05", "2030-05"),
        ),
        (
            "a week from Tuesday",
            ("a week from Tuesday", "DATE", "2031-11-18", "2031-11-18"),
        ),
        ("two days from today", ("two days from today", "DATE", "2031-11-08", "2031-11-08")),
        (
            "They will meet in the first week of December",
            ("the first week of December", "DATE", "2031-W49", "2031-12-01/2031-12-07"),
        ),
        (
            "the last week of May 2029",
            ("the last week of May 2029", "DATE", "2029-W22", "2029-05-25/2029-05-31"),
        ),
        ("It will be held in March", ("March", "DATE", "2032-03", "2032-03")),
        ("It was held in March", ("March", "DATE", "2031-03", "2031-03")),
        ("last year's quarter", ("last year's quarter", "DATE", "2030-Q3", "2030-35")),
        (
            "the year-earlier nine months",
            ("the year-earlier nine months", "DURATION", "P9M", None),
        ),
    ],
)
def test_form_is_found_with_its_value(
    text: str, expected: tuple[str, str, str, str | None]
) -> None:
    """Each form is isolated exactly; its value is that of TimeBank or the guidelines, its EDTF that of the calendar."""
    assert read(text) == [expected]


@pytest.mark.parametrize("text", ["paid annually", "the short term loans", "a long-term plan"])
def test_what_tells_no_time_is_left_out(text: str) -> None:
    """Adjectives and a bare "annually" name no time that could be ordered."""
    assert read(text) == []


def test_nothing_is_invented_without_an_anchor() -> None:
    """Without the report's date a week of a month and a week from a weekday are unknown."""
    text = "In the first week of December, or a week from Tuesday."
    assert [row[2:] for row in read(text, anchor=None)] == [
        ("XXXX-WXX", None),
        ("XXXX-XX-XX", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce had been due to expire on Tuesday.", "2031-11-04"),
        ("The vote previously had been scheduled to open on Tuesday.", "2031-11-04"),
        ("The truce is due to expire on Tuesday.", "2031-11-11"),
    ],
)
def test_what_had_been_due_is_past(text: str, expected: str) -> None:
    """What was due before something else happened lies behind the report."""
    assert [row[3] for row in read(text)] == [expected]


def test_figures_are_compared_with_the_quarter_that_was_over() -> None:
    """A quarter still to come, named in passing, is not the one that the figures are of."""
    text = (
        "Third-quarter sales rose. A fourth-quarter charge is likely. In the latest quarter exports fell, and in the"
        " 2030 period they grew."
    )
    assert [row[2] for row in read(text)] == ["2031-Q3", "2031-Q4", "2031-Q3", "2030-Q3"]


def test_figures_of_nine_months_are_compared_with_a_year() -> None:
    """After the figures of nine months "a year earlier" is no quarter; in the next paragraph it may be one again."""
    text = (
        "Third-quarter profit rose. For the nine months it fell from a year earlier.\nRevenue in the third quarter grew"
        " from a year earlier."
    )
    assert [row[2] for row in read(text) if "year" in row[0]] == ["2030", "2030-Q3"]


@pytest.mark.parametrize(
    ("month", "expected"), [("July 31", "2031-Q2"), ("Sept. 30", "2031-Q3"), ("Dec. 31", "2030-Q4")]
)
def test_quarter_that_ended_in_a_month_shares_most_of_its_months(month: str, expected: str) -> None:
    """May to July is nearer to the second quarter of the calendar than to the third."""
    assert read(f"Profit fell in the quarter ended {month}")[0][1:3] == ("DATE", expected)


def test_both_of_two_weekdays_recur() -> None:
    """The word "nights" belongs to both weekdays."""
    text = "They fly on Monday and Tuesday nights"
    assert [row[1:3] for row in read(text)] == [("SET", "XXXX-WXX-1TNI"), ("SET", "XXXX-WXX-2TNI")]
