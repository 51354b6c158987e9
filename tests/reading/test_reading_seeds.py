"""The five reports beside the checkout: their six reports with metadata, credits and no furniture."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reportedly.model import Report
from reportedly.reading import read_bytes

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(
        not SEEDS.is_dir(), reason="the five seed reports are not beside the checkout"
    ),
]

ISW = "Institute for the Study of War"


@cache
def _reports(number: str) -> tuple[Report, ...]:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return read_bytes(path.read_bytes(), path.name)


def _names(report: Report) -> list[str]:
    return [credit.name for credit in report.credits]


@pytest.mark.parametrize(
    ("number", "index", "outlet", "published", "title", "credited"),
    [
        ("000", 0, None, "2025-02-27", "", [ISW]),
        ("001", 0, "UNN", "2025-04-02", "Russia is slowing down", [ISW]),
        (
            "002",
            0,
            "Euromaidan Press",
            "2025-06-03",
            "ISW: Russia wants",
            [ISW, "Suspilne", "TASS"],
        ),
        ("002", 1, "Euromaidan Press", "2025-05-28", "Reuters: Russia demands", ["Reuters", ISW]),
        ("003", 0, "Kyiv Independent", None, "Russia seeks full control", ["Moscow Times"]),
        ("004", 0, None, None, "", []),
    ],
)
def test_seed_metadata_is_read(number, index, outlet, published, title, credited):
    """Outlet, title, date with its basis, and credits of each of the six reports."""
    report = _reports(number)[index]
    assert report.outlet == outlet
    assert report.published == published
    assert report.published_basis == ("header line" if published else "none")
    assert report.title.startswith(title)
    assert bool(report.title) == bool(title)
    assert _names(report) == credited
    assert report.language == "en"


def test_p5_reader_page_gives_two_reports_without_chrome():
    """P5: two articles, no interface words, no appeal, no file name; offsets into the file right."""
    reports = _reports("002")
    assert len(reports) == 2
    (path,) = SEEDS.glob("002_*.txt")
    original = path.read_bytes().decode()
    for report in reports:
        for chrome in (
            "Vue normale",
            "Flux principal",
            "Patron",
            "502904523",
            "✇",
            "❌",
            "Nordregio",
        ):
            assert chrome not in report.text
        for position, char in enumerate(report.text):
            place = report.original_offset(position)
            assert char.isspace() or (place is not None and original[place] == char)


def test_p6_header_date_is_the_date_of_publication():
    """P6: the header's date is the article's; dates of the takeaways stay in the text."""
    (report,) = _reports("000")
    assert report.published == "2025-02-27"
    assert "2025-02-27" not in report.text
    assert "23 February" in report.text
    assert "28 February" in report.text


def test_p7_report_without_a_date_has_none():
    """P7: no date anywhere means an unknown date."""
    (report,) = _reports("004")
    assert report.published is None
    assert report.published_basis == "none"


def test_p1_caveat_of_the_outlet_is_kept():
    """P1, its caveat: the sentence in which the outlet says that it cannot verify."""
    (report,) = _reports("003")
    assert [caveat.exact.split()[:3] for caveat in report.caveats] == [
        ["The", "Kyiv", "Independent"]
    ]


def test_pasted_site_page_loses_its_furniture_and_keeps_its_body():
    """Cards, caption, reading time, biography and interface words go; ten paragraphs and more stay."""
    (report,) = _reports("003")
    for chrome in (
        "Editorial",
        "min read",
        "Getty",
        "Article image",
        "Avatar",
        "Beseda",
        "Show More",
    ):
        assert chrome not in report.text
    assert report.byline == "Olena Goncharova"
    assert len([line for line in report.text.split("\n") if line]) == 11
