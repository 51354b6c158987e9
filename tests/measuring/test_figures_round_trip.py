"""Figures written out for readers are read as what they were."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.briefing.wording_figures import figure_text
from reportedly.measuring import figure_rows
from reportedly.vocabulary.units import load_amounts

UNITS = sorted(load_amounts().units)
NUMBERS = st.one_of(
    st.integers(min_value=2, max_value=10**12).map(float),
    st.integers(min_value=1, max_value=10**6).map(lambda thousandths: thousandths / 1000),
)
PLAIN = ("exact", "about", "at least", "at most", "over", "under")
WORDS = st.sampled_from(
    [
        "sales",
        "rose",
        "fell",
        "by",
        "from",
        "to",
        "of",
        "the",
        "a",
        "twice",
        "half",
        "doubled",
        "third",
        "percent",
        "%",
        "$5",
        "12",
        "(40)",
        "million",
        "-",
        ",",
        ".",
        "2-1",
        "aged",
        "9/11",
        "+1",
        "1,500",
        "people",
        "who",
        "which",
        "and",
        "up",
        "points",
        "30-day",
        "old",
        '"great"',
        "-5",
        "€2bn",
        "per",
        "day",
        "Sept.",
        "30",
        "O'Neil's",
        "worth",
        "4.2",
        "#7",
        "two",
    ]
)


@dataclass
class Stated:
    """As much of a figure as is written out."""

    value: float | None
    low: float | None
    high: float | None
    modifier: str
    unit: str


def stated(value: float, modifier: str, unit: str) -> Stated:
    """Returns a figure with the bounds that its modifier gives it."""
    low = value if modifier in {"exact", "at least", "over"} else None
    high = value if modifier in {"exact", "at most", "under"} else None
    return Stated(value, low, high, modifier, unit)


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_is_read_as_it_is_written(unit) -> None:
    """A reader sees no unit that the grammar would not understand."""
    (row,) = figure_rows(f"It was {figure_text(stated(12, 'exact', unit))} in all.")
    assert (row["value"], row["unit"]) == (12, unit)


@settings(max_examples=300, deadline=None)
@given(NUMBERS, st.sampled_from(PLAIN), st.sampled_from([*UNITS, "people"]))
def test_figure_written_out_is_read_as_it_was(value, modifier, unit) -> None:
    """Value, bounds, modifier and unit come back, whatever they are."""
    figure = stated(value, modifier, unit)
    (row,) = figure_rows(f"It was {figure_text(figure)}.")
    assert (row["value"], row["modifier"], row["unit"]) == (value, modifier, unit)
    assert (row["low"], row["high"]) == (figure.low, figure.high)


@settings(deadline=None)
@given(
    st.integers(min_value=2100, max_value=10**9),
    st.integers(min_value=1, max_value=10**9),
    st.sampled_from(["km2", "USD", "people", "day", "%"]),
)
def test_range_written_out_is_read_as_it_was(low, more, unit) -> None:
    """Both ends of a range come back, and no value is made up."""
    figure = Stated(None, float(low), float(low + more), "range", unit)
    (row,) = figure_rows(f"It was {figure_text(figure)}.")
    assert (row["value"], row["low"], row["high"]) == (None, low, low + more)
    assert (row["modifier"], row["unit"]) == ("range", unit)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=24).map(" ".join))
def test_any_words_make_rows_whose_stretches_are_verbatim(text) -> None:
    """Nothing raises; every stretch is inside the text, and what is measured is words of it."""
    for row in figure_rows(text):
        assert text[row["start"] : row["end"]] == row["exact"] != ""
        assert row["measured_entity"] is None or row["measured_entity"] in text
        assert row["change_part"] in {None, "from", "to", "by"}


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_one_row_for_a_stretch(text) -> None:
    """Rows are in the order of the text and do not overlap."""
    rows = figure_rows(text)
    assert all(a["end"] <= b["start"] for a, b in pairwise(rows))
