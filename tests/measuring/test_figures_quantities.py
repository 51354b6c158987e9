"""The grammar: hedge + number + unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.measuring.exclusions import is_figure
from reportedly.measuring.quantities import find_quantities

WORDS = [
    "about",
    "over",
    "between",
    "and",
    "to",
    "-",
    "5",
    "12,000",
    "2.5",
    "million",
    "half",
    "a",
    "dozen",
    "hundreds",
    "of",
    "percent",
    "%",
    "$",
    "square",
    "meters",
    "km",
    "it",
    ".",
    "(",
    ")",
    "days",
    "-for-",
    "one",
    "point",
    "and",
    "year",
]


def read(text: str) -> list[tuple[str, float | None, str, str]]:
    """Returns the figures of a text without names and dates."""
    return [
        (q.span.of(text), q.value, q.modifier, q.unit)
        for q in find_quantities(text)
        if is_figure(text, q)
    ]


@pytest.mark.parametrize(
    ("text", "exact", "value", "modifier", "unit"),
    [
        ("They lost about half a thousand men.", "about half a thousand", 500, "about", "1"),
        ("Home to well over a million people.", "well over a million", 1e6, "over", "1"),
        ("It lost at least 4,210 tents.", "at least 4,210", 4210, "at least", "1"),
        ("It keeps 3.5 percent of the land.", "3.5 percent", 3.5, "exact", "%"),
        ("the one percent of Lesser Arvel", "one percent", 1, "exact", "%"),
        ("(about 312 square kilometers)", "about 312 square kilometers", 312, "about", "km2"),
        ("a 45-day timeline", "45-day", 45, "exact", "day"),
        ("a two-hour talk", "two-hour", 2, "exact", "hour"),
        ("an 800-for-800 exchange", "800-for-800", 800, "exact", "1"),
        ("a fourfold lead", "fourfold", 4, "exact", "times"),
        ("aid worth $2.8bn", "$2.8bn", 2.8e9, "exact", "USD"),
        ("£500m in aid", "£500m", 5e8, "exact", "GBP"),
        ("75 USD million in aid", "75 USD million", 7.5e7, "exact", "USD"),
        ("up to 4m rounds were made", "up to 4m", 4e6, "at most", "1"),
        ("a trench 60 m long", "60 m", 60, "exact", "m"),
        ("four out of five voters", "four out of five", 80, "exact", "%"),
        ("two-thirds of the fleet", "two-thirds", 66.6667, "exact", "%"),
        ("two and a half million tonnes", "two and a half million tonnes", 2.5e6, "exact", "t"),
        (
            "twenty-three thousand four hundred and five tents",
            "twenty-three thousand four hundred and five",
            23405,
            "exact",
            "1",
        ),
        ("1,000 or more boats", "1,000 or more", 1000, "at least", "1"),
        ("half a year of talks", "half a year", 0.5, "exact", "year"),
        ("three dozen boats", "three dozen", 36, "exact", "1"),
        ("12 500 boats", "12 500", 12500, "exact", "1"),
    ],
)
def test_quantity_is_isolated_and_normalised(text, exact, value, modifier, unit) -> None:
    """One quantity comes out, with its hedge, value and unit."""
    assert read(text) == [(exact, pytest.approx(value, rel=1e-4), modifier, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("20,000-25,000 boats", 20_000, 25_000, "1"),
        ("between 10 and 15 percent", 10, 15, "%"),
        ("$5-10 million", 5e6, 10e6, "USD"),
        ("two to three million tonnes", 2e6, 3e6, "t"),
        ("hundreds of boats", 200, 999, "1"),
        ("tens of thousands of boats", 20_000, 99_999, "1"),
        ("dozens of boats", 24, 99, "1"),
        ("billions of dollars", 2e9, 9_999_999_999, "USD"),
        ("several hundred boats", 200, 999, "1"),
    ],
)
def test_range_has_bounds_and_no_best_value(text, low, high, unit) -> None:
    """A range or a vague plural has an honest range, and no value is made up."""
    (found,) = find_quantities(text)
    assert (found.value, found.low, found.high, found.unit) == (None, low, high, unit)
    assert found.modifier == "range"


@pytest.mark.parametrize(
    "text",
    [
        "the 126th Brigade of Norland",
        "a Kr-35 aircraft landed",
        "under Article 5 of the treaty",
        "the 5th Service",
        "in 2021 the talks began",
        "on 12 march they met",
        "under-25 soldiers",
        "one source said so",
        "one of the cities",
        "the first of them",
        "Arvel, 41, said so",
        "a 32-year-old farmer",
        "three years ago they met",
        "the talks begin at 9:30",
        "at 7pm they met",
        "call +49 30 1234567",
        "the two sides met",
        "the four oblasts",
        "the Contact Four met",
        "Kestria Stream 2 was closed",
        "\n2. Nothing new",
        "the first half of the talks",
        "the COVID-19 ward",
    ],
)
def test_number_that_measures_nothing_is_left_out(text) -> None:
    """Names, dates, ages, ordinals, clock times and references to known sets are no figures."""
    assert read(text) == []


def test_change_from_one_value_to_another_is_no_range() -> None:
    """A rise from A to B gives two figures."""
    assert [value for _, value, _, _ in read("It rose from 300 to 969 boats")] == [300, 969]


def test_phrasal_over_is_no_hedge() -> None:
    """The "over" of "hand over" belongs to its verb."""
    assert read("handing over 3,000 boats") == [("3,000", 3000, "exact", "1")]


def test_unit_split_by_other_words_is_repaired_with_a_note() -> None:
    """A length symbol left behind after an area unit is the end of that unit; what was printed is noted."""
    text = "It wants 9,400 square meters of it. km by spring."
    (found,) = find_quantities(text)
    assert (found.value, found.unit) == (9400, "km2")
    assert found.span.of(text) == "9,400 square meters of it. km"
    assert "9,400 square meters of it. km" in found.note


def test_area_beside_a_distance_is_not_repaired() -> None:
    """A length with a number of its own does not touch the area before it."""
    found = find_quantities("a field of 300 square meters, 5 km from Arvel")
    assert [(q.value, q.unit, q.note) for q in found] == [(300, "m2", ""), (5, "km", "")]


@given(st.text(max_size=200))
def test_any_text_is_read_without_error_and_offsets_hold(text) -> None:
    """Nothing raises, and stretches are ascending, inside the text and not empty."""
    last = 0
    for quantity in find_quantities(text):
        assert last <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.holds(quantity.number)
        last = quantity.span.end


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=14,
    )
)
def test_any_mixture_of_the_grammars_words_is_read_without_error(words) -> None:
    """The words the grammar knows, in any order, make no error either."""
    text = " ".join(words)
    for quantity in find_quantities(text):
        assert quantity.span.holds(quantity.number)


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_are_read_as_their_number(number) -> None:
    """Any whole number written with commas comes back."""
    (found,) = find_quantities(f"some {number:,} boats")
    assert found.value == number
