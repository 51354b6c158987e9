"""Time expressions: what is found, where, and what it is worth in TIMEX3 and EDTF."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_dates import read_dates

from reportedly.measuring import date_rows, find_dates
from reportedly.measuring.dates_calendar import UNITS, Anchor, period_of
from reportedly.model.dates import bounds, is_edtf

ANCHOR = "2031-06-05"
SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
WORDS = re.findall(
    r"\S+",
    "on since the last next early late 2 3rd May March June 2031 '90s 1990s Tuesday week weeks three a few about "
    "year-ago quarter first second ago earlier and to - – , . 12:30 p.m. today yesterday morning of in for every "
    "daily winter juin 31 30 February 99 100 9999 1000 century decade fiscal Q3 02.06.2031 2031-06-02 4/5/31 "
    "twenty nineteen half Easter Orthodox Christmas eighth '31 noon midnight GMT 0735 o'clock nights Mondays years "
    "months weeks recent recently year-end ended period latest the year week long over within later "
    "before other two thousand",
)


def read(
    text: str, anchor: str | None = ANCHOR, language: str = "en"
) -> list[tuple[str, str, str, str | None]]:
    """Returns words, type, value and EDTF of what is found."""
    return read_dates(text, anchor=anchor, language=language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2 June 2031 in Arvel", ("2 June 2031", "DATE", "2031-06-02", "2031-06-02")),
        ("on June 2, 2031,", ("June 2, 2031", "DATE", "2031-06-02", "2031-06-02")),
        ("of 2031-06-02.", ("2031-06-02", "DATE", "2031-06-02", "2031-06-02")),
        ("am 02.06.2031", ("02.06.2031", "DATE", "2031-06-02", "2031-06-02")),
        ("on 3/4/2031", ("3/4/2031", "DATE", "2031", "2031")),
        ("on 28 February", ("28 February", "DATE", "2031-02-28", "2031-02-28")),
        ("on 20 December they met", ("20 December", "DATE", "2030-12-20", "2030-12-20")),
        (
            "at 5 a.m. on 2 June 2031",
            ("5 a.m. on 2 June 2031", "TIME", "2031-06-02T05:00", "2031-06-02"),
        ),
        ("13/06/2031 07:23", ("13/06/2031", "DATE", "2031-06-13", "2031-06-13")),
        ("dated 3-Jun-2031", ("3-Jun-2031", "DATE", "2031-06-03", "2031-06-03")),
        ("two and a half years", ("two and a half years", "DURATION", "P2Y6M", None)),
        ("since autumn last year", ("autumn last year", "DATE", "2030-FA", "2030-23")),
        ("as of late 2030", ("late 2030", "DATE", "2030", "2030-10~/2030-12")),
        (
            "the end of November 2030",
            ("the end of November 2030", "DATE", "2030-11", "2030-11-25~/2030-11-30"),
        ),
        ("in the fall of 2028", ("the fall of 2028", "DATE", "2028-FA", "2028-23")),
        ("in early March", ("early March", "DATE", "2031-03", "2031-03-01/2031-03-10~")),
        ("Norland's 2027 demands", ("2027", "DATE", "2027", "2027")),
        (
            "between 3 and 5 May",
            ("3 and 5 May", "DATE", "2031-05-03/2031-05-05", "2031-05-03/2031-05-05"),
        ),
        (
            "24-26 February 2028",
            ("24-26 February 2028", "DATE", "2028-02-24/2028-02-26", "2028-02-24/2028-02-26"),
        ),
        ("in the 1990s", ("the 1990s", "DATE", "199", "199X")),
        ("the third quarter of 2030", ("the third quarter of 2030", "DATE", "2030-Q3", "2030-35")),
        ("they met yesterday", ("yesterday", "DATE", "2031-06-04", "2031-06-04")),
        ("he said on Tuesday", ("Tuesday", "DATE", "2031-06-03", "2031-06-03")),
        ("talks will resume on Tuesday", ("Tuesday", "DATE", "2031-06-10", "2031-06-10")),
        ("a call last week", ("last week", "DATE", "2031-W22", "2031-05-26/2031-06-01")),
        ("two days ago", ("two days ago", "DATE", "2031-06-03", "2031-06-03")),
        ("earlier this month", ("earlier this month", "DATE", "2031-06", "2031-06-01/2031-06-05")),
        ("last night", ("last night", "TIME", "2031-06-04TNI", "2031-06-04")),
        ("for three years", ("three years", "DURATION", "P3Y", None)),
        ("a 30-day truce", ("30-day", "DURATION", "P30D", None)),
        ("for several months", ("several months", "DURATION", "PXM", None)),
        ("shelled daily", ("daily", "SET", "XXXX-XX-XX", None)),
        ("every week", ("every week", "SET", "P1W", None)),
        ("3 juin 2031 à 07:23", ("3 juin 2031 à 07:23", "TIME", "2031-06-03T07:23", "2031-06-03")),
        ("3. März 2031", ("3. März 2031", "DATE", "2031-03-03", "2031-03-03")),
        ("3 de junio de 2031", ("3 de junio de 2031", "DATE", "2031-06-03", "2031-06-03")),
        ("3 червня 2031", ("3 червня 2031", "DATE", "2031-06-03", "2031-06-03")),
    ],
)
def test_expression_is_found_with_its_value(
    text: str, expected: tuple[str, str, str, str | None]
) -> None:
    """Each form is isolated exactly and read from the anchor."""
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on Arvel.",
        "May I ask?",
        "the second man, the March on Arvel",
        "2,000 soldiers and 2000 soldiers",
        "$2031 was paid, 2031 km away",
        "a 43-year-old man",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """Verbs, ordinals, amounts and ages are no dates."""
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["yesterday", "on 28 February", "last week", "in March", "on Tuesday", "now"]
)
def test_without_anchor_a_relative_date_stays_unknown(text: str) -> None:
    """Nothing is invented where the report has no date."""
    assert [row[3] for row in read(text, None)] == [None]


def test_same_day_is_the_day_named_before() -> None:
    """What refers back means the date named last."""
    text = "On 24 May 2030 they met. The same day shelling went on. It stopped the following year."
    assert [row[3] for row in read(text)] == ["2030-05-24", "2030-05-24", "2031"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("since 2022", "since"),
        ("by 3 June", "by"),
        ("before the end of 2022", "before"),
        ("until 3 June", "until"),
        ("after 3 June", "after"),
        ("on 3 June", "at"),
    ],
)
def test_relation_is_read_from_the_words_before(text: str, relation: str) -> None:
    """The preposition says how the date bounds what is told."""
    assert [found.relation for found in find_dates(text, ANCHOR)] == [relation]


def test_year_is_shared_by_two_days() -> None:
    """The first of two days takes the year written with the second."""
    assert [row[3] for row in read("from 24 February to 3 March 2022")] == [
        "2022-02-24",
        "2022-03-03",
    ]


def test_counting_from_a_date_in_another_paragraph_is_refused() -> None:
    """Only what was named shortly before can be counted from; "about" makes the result approximate."""
    assert [row[3] for row in read("It began in 1917.\nIt returned 20 years later.")] == [
        "1917",
        None,
    ]
    assert [row[3] for row in read("They left about two years ago.")] == ["2029~"]


def test_a_paragraph_before_does_not_set_the_tense() -> None:
    """Words of the future in the paragraph before say nothing of this one."""
    assert [row[3] for row in read("The talks are to be held\nOn Tuesday, Oske left.")] == [
        "2031-06-03"
    ]


def test_anchor_of_a_month_dates_the_month_only() -> None:
    """A coarse anchor gives what it can and no more."""
    assert [row[3] for row in read("last month, yesterday", "2031-06")] == ["2031-05", None]


def test_rows_have_the_keys_of_annotate() -> None:
    """The rows of `annotate` carry offsets into the text."""
    text = "They met on 2 June 2031."
    assert date_rows(text, None) == [
        {
            "start": 12,
            "end": 23,
            "timex_type": "DATE",
            "timex_value": "2031-06-02",
            "edtf": "2031-06-02",
        }
    ]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.none() | st.sampled_from([ANCHOR, "2031", "x"]),
)
def test_spans_ascend_and_values_are_edtf(text: str, anchor: str | None) -> None:
    """Whatever the words, stretches do not overlap and every EDTF is one."""
    end = 0
    for found in find_dates(text, anchor):
        assert end <= found.span.start < found.span.end <= len(text)
        assert not re.search(r"^\s|\s$", found.span.of(text))
        assert found.edtf is None or is_edtf(found.edtf)
        end = found.span.end


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=200),
    st.none() | st.text(max_size=12),
    st.sampled_from(["en", "fr", "de", "uk", "??"]),
)
def test_any_text_is_read_without_error(text: str, anchor: str | None, language: str) -> None:
    """No text, anchor or language makes it fail."""
    find_dates(text, anchor, language)


@pytest.mark.parametrize("anchor", ["0001-01-01", "1400-01-01", "2999-12-31", "9999-12-31"])
def test_ends_of_the_calendar_are_survived(anchor: str) -> None:
    """Counting beyond the first and last year gives no date rather than an error."""
    text = (
        "last year, next year, 900 years ago, tomorrow, yesterday, the weekend, next winter, in May"
    )
    for found in find_dates(text, anchor):
        assert found.edtf is None or is_edtf(found.edtf)


@given(
    st.sampled_from(sorted(UNITS)),
    st.dates(date(1400, 1, 1), date(2999, 1, 1)),
    st.integers(-13, 13),
)
def test_shifting_there_and_back_is_the_same_period(unit: str, day: date, count: int) -> None:
    """Periods follow one another without gap, and their EDTF has their bounds."""
    here = period_of(unit, day)
    there = here.shift(count)
    assert there is not None
    assert there.shift(-count) == here
    assert bounds(here.edtf) == (here.first, here.last)


def test_anchor_of_an_open_interval_is_none() -> None:
    """A date that is open at an end anchors nothing."""
    assert Anchor.read("2031/..") is None
    assert Anchor.read("soon") is None


@pytest.mark.parametrize("unit", ["the last ", "about a ", "1,000", "a ", "twenty nine-", " ", "1"])
def test_long_repetition_takes_linear_time(unit: str) -> None:
    """A hundred thousand characters of near-matches take well under a few seconds."""
    began = time.process_time()
    find_dates(unit * (100_000 // len(unit)), ANCHOR)
    assert time.process_time() - began < 5


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five seed reports are not beside the checkout")
@pytest.mark.parametrize(
    ("name", "anchor", "expected"),
    [
        ("000", "2025-02-27", {"2025-02-23", "2025-02-28", "2021"}),
        ("001", "2025-04-02", {"2024-11-25~/2024-11-30", "2022-07-03", "2022-23", "2025-03-31"}),
        (
            "002",
            "2025-06-03",
            {"2025-06-03", "2025-06-01", "2025-06-02", "2022", "2022-01/2022-03~", "2025-05-28"},
        ),
        ("003", "2025-03-24", {"2024-10~/2024-12", "2024-04-16", "2025-03-24"}),
    ],
)
def test_dates_of_the_seed_reports_are_found(name: str, anchor: str, expected: set[str]) -> None:
    """The dates that the ledger rests on are read from the reports."""
    text = next(SEEDS.glob(f"{name}_*.txt")).read_text("utf-8")
    assert expected <= {found.edtf for found in find_dates(text, anchor)}
