"""The dates inside what is said: by when it is due, and when its event takes place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.coding.conditions import find_deadline
from reportedly.measuring import due_date, due_within, event_date, find_dates
from reportedly.model import Span
from reportedly.model.dates import bounds, format_edtf, is_edtf

PUBLISHED = "2031-03-12"


def due(
    text: str, said: str | None = None, published: str | None = PUBLISHED
) -> tuple[str | None, str | None]:
    """Returns date and length of the first deadline of a text."""
    deadline = find_deadline(text, Span(0, len(text)))
    dates = find_dates(text, published)
    return (
        due_date(text, deadline, dates, said=said, published=published),
        due_within(deadline, dates),
    )


def event(text: str) -> str | None:
    """Returns the date of what a text is about, deadline aside."""
    deadline = find_deadline(text, Span(0, len(text)))
    dates = find_dates(text, PUBLISHED)
    beside = [deadline] if deadline else []
    return event_date(text, Span(0, len(text)), dates, beside=beside)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland must withdraw by 25 April.", ("../2031-04-25", None)),
        ("Sudria must answer before 1 July.", ("../2031-06-30", None)),
        ("to leave by the end of the year", ("../2031-12-31", None)),
        ("to leave until the end of April 2032", ("../2032-04-30", None)),
        ("to leave by mid-May", ("../2031-05-20", None)),
        ("to answer by this Friday", ("../2031-03-14", None)),
        ("to answer within 48 hours", ("../2031-03-14", "P2D")),
        ("to answer within the next 30 days", ("../2031-04-11", "P30D")),
        ("elections within 100 days of the end of martial law", (None, "P100D")),
        ("a two-week ultimatum", (None, "P2W")),
        ("an answer within several weeks", (None, None)),
        ("an answer is awaited", (None, None)),
    ],
)
def test_deadline_has_a_date_or_a_length(
    text: str, expected: tuple[str | None, str | None]
) -> None:
    """A deadline is open at its beginning; a length from an event, or from nothing, has no date."""
    assert due(text) == expected


def test_length_counts_from_when_it_was_said() -> None:
    """A length begins with the saying where it is known, and nowhere without any date."""
    assert due("to answer within 48 hours", said="2031-03-01") == ("../2031-03-03", "P2D")
    assert due("to answer within 48 hours", published=None) == (None, "P2D")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to meet in Arvel on 28 March", "2031-03-28"),
        ("a summit scheduled for next month", "2031-04"),
        ("Kestria's 2021 demands", None),
        ("talks since 2 March", None),
        ("after the 2 March meeting in Arvel", None),
        ("talks on 2 March and on 9 March", None),
        ("to withdraw by 25 April", None),
        ("the recent attacks", None),
        ("“peace tomorrow will be dearer”", None),
        ("a period from the first shots to February 2031", None),
    ],
)
def test_event_is_the_one_date_of_what_is_said(text: str, expected: str | None) -> None:
    """Bounds, years, two dates and words that only tell which thing is meant are no event."""
    assert event(text) == expected


WORDS = re.findall(
    r"\S+",
    "by before until within no later than the end of 25 April 2031 48 hours two weeks days next this Friday year month "
    "mid-May of signing Norland must withdraw on 9999 31 December today tomorrow “ ” summer Easter",
)


@given(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.none() | st.dates().map(lambda day: day.isoformat()),
    st.none() | st.sampled_from(["../2031-03-01", "2031-02/2031-03", "9999-12-31"]),
)
def test_dates_of_any_content_are_edtf(text: str, published: str | None, said: str | None) -> None:
    """Whatever the words, a deadline is open at its beginning and ends, and both dates can be read aloud."""
    deadline = find_deadline(text, Span(0, len(text)))
    dates = find_dates(text, published)
    by = due_date(text, deadline, dates, said=said, published=published)
    on = event_date(text, Span(0, len(text)), dates)
    assert by is None or (bounds(by)[0] is None and bounds(by)[1] is not None)
    for found in (by, on):
        assert found is None or (
            is_edtf(found) and format_edtf(found) not in {found, "date unknown"}
        )
