"""Numbers written out, rounded and converted."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_figures import a_figure

from reportedly.comparing.arithmetic import agreement, in_unit, precision, rounds_to, shown, stated


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
