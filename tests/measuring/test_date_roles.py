"""When something was said and when a document came out."""

from __future__ import annotations

import pytest

from reportedly.measuring import find_dates, release_date, said_date
from reportedly.model import Span

PUBLISHED = "2031-06-05"


def stretch(text: str, words: str) -> Span:
    """Returns where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("Arvel reported on 2 June that it was hit on 1 June.", "reported", "it was hit on 1 June", "2031-06-02"),
        ("On Tuesday, Mira Oske said talks would resume.", "said", "talks would resume", "2031-06-03"),
        ("“We will not sign on 9 June,” Oske said on Monday.", "said", "“We will not sign on 9 June,”", "2031-06-02"),
        ("Oske told us last week that peace is near.", "told us", "peace is near", "2031-05-26/2031-06-01"),
        ("Norland previously claimed 700 prisoners.", "claimed", "700 prisoners", "../2031-06-05"),
        ("Oske said that Sudria left in 2029.", "said", "Sudria left in 2029", None),
        ("Oske says Sudria wants a truce.", "says", "Sudria wants a truce", None),
        ("Oske, who resigned on 1 May, said the talks failed.", "said", "the talks failed", None),
        ("Oske said on 2 June that all is well.", "said", "on 2 June that all is well", "2031-06-02"),
        ("She said of the 2030 vote that it was fair.", "said", "it was fair", None),
        ("In a March 2031 interview Oske said it was fair.", "said", "it was fair", "2031-03"),
        ("Peace came: On 2 May 2030, both states agreed to stop.", "agreed", "to stop", "2030-05-02"),
        ("On 9 June, Sudria says, it will sign.", "says", "it will sign", None),
        ("Since 2022 Oske has said the border must move.", "has said", "the border must move", None),
        ("In 2030 Oske said the border must move.", "said", "the border must move", None),
        ("The states met for the second time this year to discuss peace.", "met", "to discuss peace", None),
    ],
)  # fmt: skip
def test_said_date_is_the_date_of_the_cue(
    text: str, cue: str, content: str, expected: str | None
) -> None:
    """Dates beside the cue count; dates inside the content, of other clauses and of other relations do not."""
    said = said_date(
        text,
        cue=(stretch(text, cue),),
        content=(stretch(text, content),),
        sentence=Span(0, len(text)),
        dates=find_dates(text, PUBLISHED),
        published=PUBLISHED,
    )
    assert said == expected


def test_said_date_without_a_cue_is_unknown() -> None:
    """Nothing is guessed where no cue was found."""
    text = "On Tuesday: “No.”"
    dates = find_dates(text, PUBLISHED)
    assert (
        said_date(text, cue=(), content=(), sentence=Span(0, 17), dates=dates, published=PUBLISHED)
        is None
    )


def test_release_date_follows_a_verb_of_publication() -> None:
    """The date after "published by" is when the document came out."""
    text = "Sudria's memorandum, published by the Arvel Post on 2 June, has three parts. They met on 4 June."
    dates = find_dates(text, PUBLISHED)
    assert release_date(text, Span(0, len(text)), dates) == "2031-06-02"
    assert (
        release_date(
            "They met on 4 June.", Span(0, 19), find_dates("They met on 4 June.", PUBLISHED)
        )
        is None
    )
