"""Golden pairs: an invented page of each shape beside what must be read from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.errors import PartlyRead
from reportedly.model import Report
from reportedly.reading import read_bytes

PAGES = Path(__file__).parent / "pages"
CASES = sorted(path for path in PAGES.iterdir() if not path.name.endswith(".expected.json"))


def read_page_of(page: Path) -> tuple[Report, ...]:
    """The reports of a page, those of its good lines where it has bad ones."""
    try:
        return read_bytes(page.read_bytes(), page.name)
    except PartlyRead as error:
        return tuple(one for one in error.reports if isinstance(one, Report))


def _summary(report: Report) -> dict[str, object]:
    return {
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "published": report.published,
        "basis": report.published_basis.value,
        "language": report.language,
        "credits": [credit.name for credit in report.credits],
        "caveats": len(report.caveats),
        "headings": [span.of(report.text) for span in report.headings],
    }


@pytest.mark.parametrize("page", CASES, ids=lambda page: page.name)
def test_page_of_each_shape_yields_the_expected_reports(page: Path):
    """Number, metadata, credits, headings and both ends of the text are as written beside the page."""
    expected = json.loads((PAGES / f"{page.stem}.expected.json").read_text("utf-8"))
    reports = read_page_of(page)
    assert len(reports) == len(expected)
    for report, wanted in zip(reports, expected, strict=True):
        first, last, lines = (wanted.pop(key) for key in ("first", "last", "lines"))
        assert _summary(report) == wanted
        assert report.text.startswith(first)
        assert report.text.endswith(last)
        assert len([line for line in report.text.split("\n") if line.strip()]) == lines


@pytest.mark.parametrize("page", CASES, ids=lambda page: page.name)
def test_offsets_of_each_page_lead_to_the_same_characters(page: Path):
    """Each mapped character that is no space is the same character in the original."""
    original = page.read_bytes().decode("utf-8")
    for report in read_page_of(page):
        for run in report.offsets:
            ours = report.text[run.start : run.start + run.length]
            theirs = original[run.original : run.original + run.length]
            assert ours.split() == theirs.split()
            assert len(ours) == run.length


def test_spans_of_credits_caveats_and_headings_lie_in_the_text():
    """Evidence is cut from the report's own text."""
    for page in CASES:
        for report in read_page_of(page):
            for caveat in report.caveats:
                assert report.text[caveat.start : caveat.end] == caveat.exact
            for credit in report.credits:
                assert credit.span is None or credit.span.of(report.text).strip()
            assert all(span.of(report.text) for span in report.headings)
