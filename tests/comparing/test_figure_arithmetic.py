"""Numbers written out, rounded and converted."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_figures import a_figure

from reportedly.comparing.arithmetic import (
    agreement,
    in_unit,
    precision,
    rounds_to,
    shown,
    significant,
    stated,
    told_apart,
    told_in,
)
from reportedly.comparing.checks_same import power_between
from reportedly.comparing.figures import is_close
from reportedly.comparing.measurands import Reading


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (21987.3, "km2", "21,987 km2"),
        (20.2, "%", "20.2 %"),
        (1_128_000, "people", "1,128,000 people"),
        (0.023, "km2", "0.023 km2"),
        (400.26, "km2", "400.3 km2"),
        (7, "1", "7"),
    ],
)
def test_number_is_written_as_people_write_it(value, unit, words) -> None:
    """Thousands have commas, digits after the point are few."""
    assert shown(value, unit) == words


@pytest.mark.parametrize(
    ("value", "unit"), [(21_600, 100), (98.5, 0.1), (1e6, 1e6), (1, 1), (0, 1)]
)
def test_precision_is_the_unit_of_the_last_digit_stated(value, unit) -> None:
    """Trailing zeros are taken as not stated."""
    assert precision(value) == pytest.approx(unit)


def test_rounding_is_half_up() -> None:
    """1.5 rounds to 2, so it is not the same as 1; 1.4 is."""
    assert rounds_to(1.4, 1)
    assert not rounds_to(1.5, 1)
    assert rounds_to(1_128_000, 1_000_000)


def test_bound_agrees_with_everything_above_it() -> None:
    """A calculated number above "over a million" is within the bound; one far below is not."""
    over = a_figure(1e6, "people", modifier="over", low=1e6, high=None)
    assert agreement(1_128_000, over).agrees
    assert not agreement(700_000, over).agrees


def test_stated_writes_hedge_and_range() -> None:
    """The hedge belongs to the figure."""
    assert stated(a_figure(21_600, "km2", modifier="about")) == "about 21,600 km2"
    assert (
        stated(a_figure(None, "people", modifier="range", low=200, high=999)) == "200 to 999 people"
    )


def test_units_of_other_kinds_are_not_converted() -> None:
    """Money has no rate here, and an area is no length."""
    assert in_unit(1, "km2", "m2") == 1e6
    assert in_unit(1, "km2", "km") is None
    assert in_unit(1, "USD", "EUR") is None


@given(st.floats(min_value=1e-3, max_value=1e9, allow_nan=False))
def test_conversion_there_and_back_is_the_same(value) -> None:
    """Square miles and square kilometres."""
    there = in_unit(value, "mi2", "km2")
    assert there is not None
    assert in_unit(there, "km2", "mi2") == pytest.approx(value)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_every_number_rounds_to_itself(value) -> None:
    """A number agrees with itself, whatever its digits."""
    figure = a_figure(float(value), "km2")
    assert agreement(float(value), figure).agrees
    assert math.isfinite(precision(float(value)))


POSITIVE = st.floats(min_value=1e-2, max_value=1e12, allow_nan=False)


def reading(value, unit="people"):
    """Returns a figure as a reading of some measurand."""
    return Reading(a_figure(value, unit), ("x",), value, unit, "", "")


@settings(deadline=None)
@given(POSITIVE, POSITIVE)
def test_agreement_between_two_tellings_has_no_side(first, second) -> None:
    """Which of two reports is read first decides nothing about digits, and nothing outside a hair of the tolerance."""
    one, other = reading(first), reading(second)
    assert power_between(one, other) == power_between(other, one)
    if (
        abs(first - second) / min(first, second) < 0.045
        or abs(first - second) / max(first, second) > 0.055
    ):
        assert is_close(one, other) == is_close(other, one)


@settings(deadline=None)
@given(POSITIVE, st.sampled_from([("km2", "m2"), ("km2", "mi2"), ("km2", "ha"), ("t", "kg")]))
def test_agreement_is_the_same_in_any_unit(value, units) -> None:
    """A number and its tenfold keep their relation when both are converted."""
    unit, other = units
    there, tenfold = in_unit(value, unit, other), in_unit(10 * value, unit, other)
    assert there is not None
    assert tenfold is not None
    assert tenfold == pytest.approx(10 * there)
    assert agreement(there, a_figure(there, other)).agrees
    assert not agreement(there, a_figure(1.3 * there, other)).agrees or there < 10


@settings(deadline=None)
@given(POSITIVE, st.floats(min_value=-0.049, max_value=0.049))
def test_difference_within_the_tolerance_agrees(value, part) -> None:
    """Up to five percent is agreement, and the difference is told with its sign."""
    result = agreement(value, a_figure(value * (1 + part), "km2"))
    assert result.agrees
    assert result.difference == pytest.approx(part, abs=1e-6)


@settings(deadline=None)
@given(st.integers(min_value=11, max_value=99_999).filter(lambda n: n % 10), st.integers(1, 6))
def test_power_of_ten_between_equal_digits_is_found(digits, power) -> None:
    """15,300 and 153,000 differ by one power of ten; equal numbers by none."""
    assert power_between(reading(float(digits)), reading(float(digits * 10**power))) == power
    assert power_between(reading(float(digits)), reading(float(digits))) == 0


@settings(deadline=None)
@given(st.integers(1, 9_999), st.integers(1, 9_999))
def test_counted_numbers_are_told_apart_from_four_digits_on(first, second) -> None:
    """A number of fewer digits may be rounded; the order does not matter."""
    assert told_apart(first, second) == told_apart(second, first)
    assert told_apart(float(first), float(first)) is False
    if min(significant(first), significant(second)) < 4:
        assert not told_apart(first, second)


def test_half_of_a_round_number_is_not_rounded_to_it() -> None:
    """500 is not 1,000 with fewer digits, though half of a thousand rounds up to one; 900 may be."""
    assert not rounds_to(500, 1_000)
    assert not rounds_to(600_000, 1_000_000)
    assert rounds_to(900, 1_000)
    assert rounds_to(0.6, 1)


def test_bounds_are_converted_with_their_number() -> None:
    """At least 500,000 ha are at least 5,000 km2."""
    figure = told_in(a_figure(500_000.0, "ha", modifier="at least", high=None), "km2")
    assert figure is not None
    assert (figure.value, figure.low, figure.high, figure.unit) == (5_000, 5_000, None, "km2")
    assert agreement(5_000, figure).agrees
    assert not agreement(4_000, figure).agrees
