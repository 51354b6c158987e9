"""Forms of dates that wire reports and broadcasts use, each with a sentence of our own."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from read_dates import read_dates

from reportedly.measuring.dates_holidays import holiday

ANCHOR = "2031-06-05"
"""A Thursday."""

read = partial(read_dates, anchor=ANCHOR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a truce over Easter", ("Easter", "DATE", "2031-04-13", "2031-04-13")),
        ("since last Christmas", ("last Christmas", "DATE", "2030-12-25", "2030-12-25")),
        ("on Thanksgiving 2029", ("Thanksgiving 2029", "DATE", "2029-11-22", "2029-11-22")),
        ("on New Year's Eve", ("New Year's Eve", "DATE", "2030-12-31", "2030-12-31")),
        ("each Halloween", ("each Halloween", "SET", "XXXX-10-31", None)),
        (
            "the Fourth of July 2030",
            ("the Fourth of July 2030", "DATE", "2030-07-04", "2030-07-04"),
        ),
        (
            "Orthodox Good Friday 2030",
            ("Orthodox Good Friday 2030", "DATE", "2030-04-26", "2030-04-26"),
        ),
        (
            "in January nineteen ninety-seven",
            ("January nineteen ninety-seven", "DATE", "1997-01", "1997-01"),
        ),
        (
            "by the year two thousand",
            ("the year two thousand", "DATE", "2000", "2000"),
        ),
        ("in two thousand and four", ("two thousand and four", "DATE", "2004", "2004")),
        ("in twenty twenty-nine", ("twenty twenty-nine", "DATE", "2029", "2029")),
        ("on March eighth", ("March eighth", "DATE", "2031-03-08", "2031-03-08")),
        (
            "the twenty-first of May",
            ("the twenty-first of May", "DATE", "2031-05-21", "2031-05-21"),
        ),
        (
            "the winter of nineteen ninety-four",
            ("the winter of nineteen ninety-four", "DATE", "1994-WI", "1994-24"),
        ),
        ("in '96 they left", ("'96", "DATE", "1996", "1996")),
        ("since April '29", ("April '29", "DATE", "2029-04", "2029-04")),
        ("dated 10/31/30", ("10/31/30", "DATE", "2030-10-31", "2030-10-31")),
        ("filed 06/05/2031", ("06/05/2031", "DATE", "2031-06-05", "2031-06-05")),
        ("filed 06-05-31", ("06-05-31", "DATE", "2031-06-05", "2031-06-05")),
        ("of 2031/06/02", ("2031/06/02", "DATE", "2031-06-02", "2031-06-02")),
        ("exports rose for the year", ("the year", "DATE", "2031", "2031")),
        ("troops lost in the week", ("the week", "DATE", "2031-W23", "2031-06-02/2031-06-08")),
        (
            "the end of the month",
            ("the end of the month", "DATE", "2031-06", "2031-06-25~/2031-06-30"),
        ),
        ("later in the day", ("later in the day", "DATE", "2031-06-05", "2031-06-05")),
        (
            "the first half of last year",
            ("the first half of last year", "DATE", "2030-H1", "2030-40"),
        ),
        ("the last half of 2029", ("the last half of 2029", "DATE", "2029-H2", "2029-41")),
        ("the recent attacks", ("recent", "DATE", "PAST_REF", None)),
        ("it fell years ago", ("years ago", "DATE", "PAST_REF", "../2031-06-05")),
        ("after months of talks", ("months", "DURATION", "PXM", None)),
        ("within weeks", ("weeks", "DURATION", "PXW", None)),
        ("for decades", ("decades", "DURATION", "PXE", None)),
        ("a yearlong siege", ("yearlong", "DURATION", "P1Y", None)),
        ("a months-long search", ("months-long", "DURATION", "PXM", None)),
        ("a quarter-century of rule", ("a quarter-century", "DURATION", "P25Y", None)),
        ("half a century ago", ("half a century ago", "DATE", "1981", "1981")),
        ("four flights a week", ("a week", "SET", "P1W", None)),
        ("every other week", ("every other week", "SET", "P2W", None)),
        ("on Tuesday nights", ("Tuesday nights", "SET", "XXXX-WXX-2TNI", None)),
        ("on Mondays", ("Mondays", "SET", "XXXX-WXX-1", None)),
        (
            "the night of 2 June",
            ("the night of 2 June", "TIME", "2031-06-02TNI", "2031-06-02"),
        ),
        ("by noon", ("noon", "TIME", "2031-06-05T12:00", "2031-06-05")),
        ("at 0735 GMT", ("0735 GMT", "TIME", "2031-06-05T07:35Z", "2031-06-05")),
        (
            "three o'clock in the afternoon",
            ("three o'clock in the afternoon", "TIME", "2031-06-05T15:00", "2031-06-05"),
        ),
        ("in mid-afternoon", ("mid-afternoon", "TIME", "2031-06-05TAF", "2031-06-05")),
        ("the vote this Saturday", ("this Saturday", "DATE", "2031-06-07", "2031-06-07")),
    ],
)
def test_form_is_found_with_its_value(
    text: str, expected: tuple[str, str, str, str | None]
) -> None:
    """Each form is isolated exactly; its value follows the TIMEX3 guidelines, its EDTF the calendar."""
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "three quarters of the troops",
        "a quarter of the land",
        "the daily flights",
        "in the early hours",
        "the Christmas tree",
        "the time of the year when",
        "hundreds of years of",
        "200 km per hour",
        "twenty hundred",
        "he reads This Week",
    ],
)
def test_no_date_is_read_into_fractions_rates_and_names(text: str) -> None:
    """Fractions, adjectives, rates and titles are no times."""
    assert read(text) == []


def test_year_that_ended_is_a_length() -> None:
    """A reporting year is a length, its end a date."""
    assert [row[1:3] for row in read("in the year ended March 31")] == [
        ("DURATION", "P1Y"),
        ("DATE", "2031-03-31"),
    ]


def test_next_day_is_counted_from_the_day_named_before() -> None:
    """A narrative counts on from its own day; TIMEX3 marks "two days" as a length, its day is known all the same."""
    text = "On 2 May they met. The next day shelling began; two days later it stopped."
    assert [row[3] for row in read(text)] == ["2031-05-02", "2031-05-03", "2031-05-05"]
    assert read(text)[2][1:3] == ("DURATION", "P2D")


def test_next_day_without_a_day_before_stays_unknown() -> None:
    """The day after the report is not meant, so nothing is invented."""
    assert [row[3] for row in read("The next day they left.")] == [None]


def test_previous_weekday_is_counted_from_the_one_named_before() -> None:
    """The previous Friday lies before the day told of, not before the report."""
    text = "It opened on Friday. It had closed the previous Friday."
    assert [row[3] for row in read(text)] == ["2031-05-30", "2031-05-23"]


def test_that_night_belongs_to_the_day_named_before() -> None:
    """A part of the day takes the day told of."""
    assert [row[2] for row in read("On 25 May they met. That night it rained.")] == [
        "2031-05-25",
        "2031-05-25TNI",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan is to be published in early November", "2031-11-01/2031-11-10~"),
        ("The aid would be paid on an unspecified date in January", "2032-01"),
        ("They are supposed to conclude by May", "2032-05"),
        ("The loan runs through January", "2032-01"),
        ("It was completed by February", "2031-02"),
        ("It will close, officials announced in April", "2031-04"),
    ],
)
def test_tense_beside_a_month_decides_its_year(text: str, expected: str) -> None:
    """A participle after a word of the future is not past; a past verb beside the date is."""
    assert [row[3] for row in read(text)] == [expected]


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Thanksgiving", 1999, date(1999, 11, 25)),
        ("Labor Day", 2024, date(2024, 9, 2)),
        ("Memorial Day", 2024, date(2024, 5, 27)),
        ("Good Friday", 1998, date(1998, 4, 10)),
        ("Orthodox Easter", 2024, date(2024, 5, 5)),
    ],
)
def test_holidays_of_known_years(name: str, year: int, day: date) -> None:
    """Days that a printed calendar gives."""
    assert holiday(name, year) == day


def test_no_holiday_outside_the_years_that_are_counted() -> None:
    """An unknown name or a year before the Gregorian calendar gives no day."""
    assert holiday("Easter", 1400) is None
    assert holiday("Norland Day", 2031) is None
