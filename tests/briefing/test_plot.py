"""Plots of series: the same bytes each time, words as words, nothing told by colour alone."""

from __future__ import annotations

import re
import sys

import pytest

from reportedly.briefing.plot import looks_of, spot_of
from reportedly.briefing.plot_sheet import plot_series
from reportedly.errors import UsageError
from reportedly.model import Point, PublishedBasis, Relation, Report, Series

KINDS = {"svg": b"<?xml", "png": b"\x89PNG"}


def point(
    figure: str, value: float | None, day: str | None, source: str, **changes: object
) -> Point:
    """Returns a point of an invented series."""
    fields: dict[str, object] = {
        "matter": "share of Lesser Arvel held by Norland",
        "as_of": day,
        "value": value,
        "low": value,
        "high": value,
        "modifier": "exact",
        "unit": "%",
        "turned": "",
        "assumption": "",
        "words": "words",
        "speaker": source,
        "chain": ("Arvel Post", source),
        "origin": source,
        "repeats": None,
        "repeats_by": None,
        "relations": (),
        "status": "stated",
        "outlet": "Arvel Post",
        "published": "2031-05-04",
        "figure": figure,
        "report": "r1",
    } | changes
    return Point(**fields)  # type: ignore[arg-type]


def series(*points: Point) -> Series:
    """Returns a series of points."""
    return Series(
        points[0].matter, "%", points, tuple(dict.fromkeys(p.origin or "" for p in points))
    )


REPORT = Report(
    "r1", "x.txt", "0", None, "Arvel Post", "", None, "2031-05-04", PublishedBasis.NONE, "en", "x"
)
CLASH = (Relation("disagreement", "f1", 20.0, "note"),)
MIXED = series(
    point("f1", 60, "2031-05-01", "Survey"),
    point("f2", 80, "2031-05-03", "Ministry", relations=CLASH),
    point("f3", 80, "2031-05-03", "Gazette", repeats="f2", repeats_by="same origin"),
    point("f4", 70, "2031-06/2031-07", "Survey", low=70, high=None, modifier="at least"),
    point("f5", None, "../2031-08-01", "Ministry", low=40, high=50, modifier="range"),
    point("f6", 55, None, "Survey"),
)


def drawn(found: Series, kind: str = "svg") -> bytes:
    """Draws a series."""
    return plot_series(found, "Share of Lesser Arvel held by Norland", [REPORT], kind)


def words(found: Series) -> list[str]:
    """Returns the words of a drawing."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawn(found).decode())


@pytest.mark.parametrize("kind", KINDS)
def test_two_drawings_of_one_series_are_the_same_bytes(kind: str) -> None:
    """No date, no random ids; the file is of the kind asked for."""
    first = drawn(MIXED, kind)
    assert first.startswith(KINDS[kind])
    assert first == drawn(MIXED, kind)


def test_words_stay_words_and_say_everything() -> None:
    """Title, values with their hedges, sources, disagreement, the undated column and the report can be read."""
    told = words(MIXED)
    for expected in (
        "Share of Lesser Arvel held by Norland",
        "60 %",
        "80 %",
        "at least 70 %",
        "40–50 %",
        "Survey",
        "Ministry",
        "Gazette",
        "≠",
        "≠ disagreement at nearly one date",
        "hollow: repeats another figure",
        "arrow: at least, or at most",
        "undated",
        "as of",
        "6 figures in 1 report: Arvel Post, 4 May 2031 (r1)",
    ):
        assert expected in told


def test_signs_that_are_not_used_are_not_explained() -> None:
    """A legend explains what is there."""
    told = words(series(point("f1", 60, "2031-05-01", "Survey")))
    assert not [line for line in told if "disagreement" in line or "hollow" in line]
    assert "undated" not in told


def test_axis_that_does_not_begin_at_zero_says_so() -> None:
    """A small change of a large share must not look like a large one unawares."""
    near = series(point("f1", 71, "2031-05-01", "Survey"), point("f2", 72, "2031-09-01", "Survey"))
    assert "% · the axis does not begin at 0" in words(near)
    far = series(point("f1", 5, "2031-05-01", "Survey"), point("f2", 72, "2031-09-01", "Survey"))
    assert "%" in words(far)


def test_only_undated_points_are_drawn_too() -> None:
    """There is no axis of dates then."""
    told = words(series(point("f1", 60, None, "Survey"), point("f2", 61, None, "Ministry")))
    assert "undated" in told
    assert "as of" not in told


@pytest.mark.parametrize("day", ["0150", "9999", "1600/2031", "2031-05-01", "XXXX"])
def test_any_date_can_be_drawn(day: str) -> None:
    """Neither the first nor the last year that can be written is too far."""
    assert "60 %" in words(series(point("f1", 60, day, "Survey")))


def test_sources_differ_in_shape_and_not_only_in_colour() -> None:
    """The first seven differ in both, all of the first fifty-six in one or the other."""
    looks = list(looks_of(series(*(point(f"f{n}", n, None, f"S{n}") for n in range(56)))).values())
    assert len({look.shape for look in looks[:7]}) == len({look.colour for look in looks[:7]}) == 7
    assert len({(look.shape, look.colour) for look in looks}) == 56


def test_period_stands_in_its_middle_and_open_one_at_its_day() -> None:
    """May has its mark on the 16th and reaches over the month; "until" has its mark on the day known."""
    may = spot_of(point("f1", 60, "2031-05", "Survey"))
    assert may.first is not None
    assert may.last is not None
    assert (may.day, may.last - may.first) == ((may.first + may.last) / 2, 30)
    until = spot_of(point("f1", 60, "../2031-05-01", "Survey"))
    assert until.up_to
    assert until.first is None
    assert spot_of(point("f1", 60, None, "Survey")).day is None


def test_without_matplotlib_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One message, not a traceback."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageError, match=r"pip install 'reportedly\[plot\]'"):
        drawn(MIXED)


@pytest.mark.parametrize("words", ["from $5 to $7", "from $\\bad to $7", "from $_{x} to $"])
def test_dollars_are_no_formula(words: str) -> None:
    """A title and a source with dollars are drawn as written."""
    one = point("f1", 5.0, "2031-05-01", words)
    drawn = plot_series(Series(one.matter, one.unit, (one,), ()), words, [], "svg").decode()
    assert drawn.count(words) == 2


def test_a_point_without_any_number_is_drawn() -> None:
    """A figure that gives no number has no label, and the others are drawn."""
    vague = point("f1", None, "2031-05-01", "Survey", low=None, high=None)
    number = point("f2", 5.0, "2031-06-01", "Ministry")
    both = Series(vague.matter, vague.unit, (vague, number), ())
    assert "5 %" in plot_series(both, "Share", [], "svg").decode()


def test_a_long_name_without_spaces_keeps_its_beginning() -> None:
    """A source is named in the legend even if its name has no space at which to cut it."""
    one = point("f1", 5.0, "2031-05-01", "x" * 60)
    drawn = plot_series(Series(one.matter, one.unit, (one,), ()), "Share", [], "svg").decode()
    assert "x" * 40 in drawn
