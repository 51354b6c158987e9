"""Dates printed as such, in several languages and precisions."""

from __future__ import annotations

import pytest

from reportedly.reading.dates import read_date, split_leading_date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2031-06-02", "2031-06-02"),
        ("2031-06", "2031-06"),
        ("31.02.2031", None),
        ("date 2031-06-02", "2031-06-02"),
        ("2031-06-02T10:15:00+02:00", "2031-06-02"),
        ("2 June 2031", "2031-06-02"),
        ("June 2, 2031 at 5 pm", "2031-06-02"),
        ("Published: June 2, 2031 5:04 PM EDT", "2031-06-02"),
        ("Mon, 2 Jun 2031 10:15 GMT", "2031-06-02"),
        ("June 2031", "2031-06"),
        ("3 juin 2031 à 07:23", "2031-06-03"),
        ("4. März 2031 um 09:15 Uhr", "2031-03-04"),
        ("2 de junio de 2031", "2031-06-02"),
        ("2 giugno 2031", "2031-06-02"),
        ("2 czerwca 2031", "2031-06-02"),
        ("2 червня 2031", "2031-06-02"),
        ("2 июня 2031, 10:15", "2031-06-02"),
        ("02.06.2031", "2031-06-02"),
        ("25/06/2031", "2031-06-25"),
        ("06/25/2031", "2031-06-25"),
        ("03/04/2031", "2031"),
        ("2031-13-02", None),
        ("Talks of June 2031 go on", None),
        ("The year 2031 was quiet", None),
        ("Norland 2031 budget", None),
        ("10:15", None),
        ("", None),
    ],
)
def test_date_line_is_read_in_the_precision_it_has(words: str, date: str | None):
    """A line that is a date yields EDTF; any other words yield nothing."""
    assert read_date(words) == date


@pytest.mark.parametrize(
    ("words", "date", "rest"),
    [
        ("date 2031-02-27 The lock is closed.", "2031-02-27", "The lock is closed."),
        ("2031-02-27 The lock is closed.", "2031-02-27", "The lock is closed."),
        ("2 June 2031 | Talks go on", "2031-06-02", "Talks go on"),
        ("Published on 2 June 2031 Talks go on", "2031-06-02", "Talks go on"),
    ],
)
def test_leading_date_is_split_from_the_words_after_it(words: str, date: str, rest: str):
    """A labelled, ISO or set-off date at the start of a line is a header."""
    found = split_leading_date(words)
    assert found is not None
    assert (found[0], words[found[1] :]) == (date, rest)


@pytest.mark.parametrize(
    "words", ["2 June 2031 was a quiet day.", "On 2 June 2031 they met.", "In 2031-06 it ended."]
)
def test_date_that_belongs_to_its_sentence_is_no_header(words: str):
    """A sentence that begins with a date keeps it."""
    assert split_leading_date(words) is None
