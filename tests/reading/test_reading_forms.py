"""Outlets known by the form of their name, titles over two lines, bodies that a text abbreviates."""

from __future__ import annotations

import pytest

from reportedly.model import Report
from reportedly.reading import read_bytes

BODY = "Arvel and Norland met on Monday in Brenna for talks about the canal. They agreed on nothing at all.\n"


def _read(text: str) -> Report:
    (report,) = read_bytes(text.encode(), "page.txt")
    return report


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"Arvel refuses to talk\n\nBRENNA (Quay News Agency) — {BODY}", "Quay News Agency"),
        (f"Arvel refuses to talk\nBrenna, Quay News Agency\n\n{BODY}", "Quay News Agency"),
        (f"Arvel refuses to talk\nBrenna • The Quay Courier\n\n{BODY}", "Quay Courier"),
        (f"Arvel refuses to talk\nBrenna, Norland\n\n{BODY}", None),
        (f"Arvel refuses to talk\n\nBRENNA (Norland) — {BODY}", None),
    ],
)
def test_dateline_names_the_outlet_by_form(text: str, outlet: str | None) -> None:
    """A name formed like an agency's or a newspaper's is one without standing in any list."""
    assert _read(text).outlet == outlet


def test_biography_names_the_outlet_after_of() -> None:
    """What a correspondent is "of" counts where it is formed like an outlet's name."""
    text = (
        f"Arvel refuses to talk\n\n{BODY * 4}\nIda Moor\n\n"
        "Ida Moor is the correspondent of Brenna and of The Quay Tribune, where she writes on ports."
    )
    assert _read(text).outlet == "Quay Tribune"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("TERMS OF THE UNION OF ARVEL\nON A TRUCE IN BRENNA", None),
        ("Arvel refuses to talk about the\nCanal of Brenna and its ports", None),
        (
            "Arvel refuses to talk again\nNorland looks for another way",
            "Arvel refuses to talk again",
        ),
    ],
)
def test_title_over_two_lines_is_kept_whole(lines: str, title: str | None) -> None:
    """Two lines are one title where the first cannot stand alone, or both are in capitals."""
    assert _read(f"{lines}\n\n{BODY}").title == (title or lines.replace("\n", " "))


def test_source_line_with_abbreviation_is_one_credit() -> None:
    """A think tank is known by its form, and its abbreviation stands for it in the same report."""
    text = (
        "Arvel refuses to talk\n\nSource: Institute for Canal Studies (ICS)\n\n"
        f"{BODY}\nThe road is closed, ICS said. {BODY}"
    )
    (credit,) = _read(text).credits
    assert (credit.name, credit.kind) == ("Institute for Canal Studies", "think tank")


def test_turns_of_a_transcript_are_no_headings() -> None:
    """Questions and labels in capitals that stand again begin a turn, not a section."""
    turns = (
        "QUESTION (Quay Courier): What about the road to Brenna",
        "KERN: Nothing new about the road",
        "Q: And about the canal of Arvel",
        "KERN: Nothing new about the canal either",
    )
    text = (
        f"Briefing by spokesman Rolf Kern\n\n{BODY}\n" + f"\n\n{BODY}\n".join(turns) + f"\n\n{BODY}"
    )
    report = _read(text)
    assert not report.headings
    assert all(turn in report.text for turn in turns)


@pytest.mark.parametrize(
    ("under", "title"),
    [
        ("3 April 2031", "Arvel and Norland have agreed to meet once more in the city of Brenna."),
        ("", ""),
    ],
)
def test_title_with_a_full_stop_needs_a_date_under_it(under: str, title: str) -> None:
    """One sentence over a date is a headline, over text it is text."""
    first = "Arvel and Norland have agreed to meet once more in the city of Brenna."
    report = _read(f"{first}\n\n{under}\n\n{BODY}")
    assert report.title == title
    assert (first in report.text) is not bool(title)
