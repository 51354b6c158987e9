"""EDTF dates: bounds, order and wording."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.dates import (
    PARTS,
    bounds,
    earlier,
    format_edtf,
    is_after,
    is_edtf,
    later,
    overlaps,
    parse_day,
    part_of,
    sort_key,
)

DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2200, 12, 31))
SIGNS = st.sampled_from(["", "~", "?", "%"])


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """Draws a year, month, day, season, quarter or half, perhaps with a qualifier or unknown digits."""
    day = draw(DAYS)
    forms = [
        f"{day.year:04d}",
        f"{day.year // 10:03d}X",
        f"{day.year // 100:02d}XX",
        f"{day:%Y-%m}",
        f"{day.year:04d}-XX",
        f"{day:%Y-%m}-XX",
        day.isoformat(),
        f"{day.year:04d}-{draw(st.sampled_from(['21', '22', '23', '24', '33', '36', '40', '41']))}",
    ]
    return draw(st.sampled_from(forms)) + draw(SIGNS)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-06-02", "2025-06-02", "2025-06-02"),
        ("2025-06-02T07:23", "2025-06-02", "2025-06-02"),
        ("2024-11~", "2024-11-01", "2024-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-36", "2024-10-01", "2024-12-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2024-10~/2024-12", "2024-10-01", "2024-12-31"),
        ("../2024-12", None, "2024-12-31"),
        ("2024-11/..", "2024-11-01", None),
        ("XXXX-02-28", None, None),
    ],
)
def test_bounds_are_first_and_last_day(edtf: str, first: str | None, last: str | None) -> None:
    """A date covers all days it can mean; an open end has no bound."""
    expected = tuple(date.fromisoformat(day) if day else None for day in (first, last))
    assert bounds(edtf) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2024-13",
        "2024-02-30",
        "2024-1-1",
        "2024-12/2024-11",
        "0000",
        "2024-33-01",
        "٢٠٢٤",
        "2024\n",
    ],
)
def test_is_edtf_refuses_what_is_no_date(text: str) -> None:
    """What cannot be read is no date, and asking for its bounds is an error."""
    assert not is_edtf(text)
    with pytest.raises(ValueError, match="found"):
        bounds(text)


@settings(deadline=None)  # the other package is slow to load
@given(DAYS, SIGNS)
def test_bounds_agree_with_the_edtf_package(day: date, sign: str) -> None:
    """Plain years, months and days have the bounds that the reference implementation gives them."""
    for written in (f"{day.year:04d}", f"{day:%Y-%m}", day.isoformat()):
        parsed = parse_edtf(written + sign)
        expected = tuple(date(*side[:3]) for side in (parsed.lower_strict(), parsed.upper_strict()))
        assert bounds(written + sign) == expected


@given(st.text(max_size=30))
def test_reading_any_string_never_fails_otherwise(text: str) -> None:
    """Questions about any string are answered."""
    parse_day(text)
    assert isinstance(format_edtf(text), str)
    assert is_edtf(text) in {True, False}


@given(single_dates(), single_dates())
def test_overlap_is_symmetric_and_reflexive(a: str, b: str) -> None:
    """Order does not matter, and a date overlaps itself and any interval from it on."""
    assert overlaps(a, a)
    assert overlaps(a, b) == overlaps(b, a)
    assert overlaps(a, f"../{a}")
    assert overlaps(a, f"{a}/..")


@given(single_dates(), DAYS)
def test_is_after_agrees_with_bounds(edtf: str, day: date) -> None:
    """Certain only where all days lie on one side."""
    first, last = bounds(edtf)
    assert first is not None
    assert last is not None
    verdict = is_after(edtf, day)
    assert (verdict is True) == (first > day)
    assert (verdict is False) == (last <= day)


def test_is_after_of_an_unknown_date_is_unknown() -> None:
    """What has no date is never counted as new since any date."""
    assert is_after(None, date(1900, 1, 1)) is None
    assert is_after("2024", "2024-06-01") is None
    assert is_after("2024-11/..", "2024-06-01") is True
    with pytest.raises(ValueError, match="one day"):
        is_after("2024", "2024-06")


@given(st.lists(st.none() | single_dates(), min_size=1, max_size=6))
def test_sort_key_puts_unknown_dates_last(dates: list[str | None]) -> None:
    """Known dates come in order of their first day."""
    ordered = sorted(dates, key=sort_key)
    known = [edtf for edtf in ordered if edtf is not None]
    assert ordered[: len(known)] == known
    firsts = [bounds(edtf)[0] or date.min for edtf in known]
    assert firsts == sorted(firsts)


def test_what_has_no_beginning_is_not_earlier_than_what_has_one() -> None:
    """Nobody knows on which day before 2 June it was; 23 February is known to be before that."""
    assert earlier("../2025-06-02", "2025-02-23") == "2025-02-23"
    assert earlier("../2025-02-01", "2025-02-23") == "../2025-02-01"


def test_earlier_and_later_prefer_what_is_known() -> None:
    """An unknown date gives way to a known one."""
    assert earlier("2025-06-02", "2024") == "2024"
    assert earlier(None, "2024") == "2024"
    assert earlier(None, None) is None
    assert later("2025-06-02", "2024") == "2025-06-02"
    assert later("2024", None) == "2024"


@given(st.integers(1900, 2100), st.integers(1, 12), st.sampled_from(PARTS))
def test_part_of_lies_within_its_period_and_reads_back(year: int, month: int, part: str) -> None:
    """A vague part is a date of its own, inside the period, and worded with its own word."""
    for period in (f"{year}", f"{year}-{month:02d}"):
        edtf = part_of(period, part)
        whole, inside = bounds(period), bounds(edtf)
        assert None not in {*whole, *inside}
        assert whole[0] <= inside[0] <= inside[1] <= whole[1]
        assert inside[1] - inside[0] < timedelta(days=130)
    assert part in format_edtf(part_of(f"{year}-{month:02d}", part))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "date unknown"),
        ("2025-06-02", "2 June 2025"),
        ("2025-06-02T07:23", "2 June 2025, 07:23"),
        ("2024-11~", "about November 2024"),
        ("2024?", "possibly 2024"),
        ("../2024-12", "until December 2024"),
        ("2024-11/..", "since November 2024"),
        ("2022-02-24/2022-02-26", "24–26 February 2022"),
        ("2024-11/2025-01", "November 2024 to January 2025"),
        ("2024-10~/2024-12", "late 2024"),
        ("2024-11-25~/2024-11-30", "end of November 2024"),
        ("2024-05~/2024-08~", "mid-2024"),
        ("2022-23", "autumn 2022"),
        ("2024-35", "third quarter of 2024"),
        ("199X", "1990s"),
        ("2024-11-XX", "a day of November 2024"),
        ("XXXX-02-28", "28 February, year unknown"),
    ],
)
def test_format_writes_what_people_read(edtf: str | None, words: str) -> None:
    """Dates are worded as in a brief."""
    assert format_edtf(edtf) == words
