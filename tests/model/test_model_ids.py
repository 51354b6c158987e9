"""An id hashes what a row is, and nothing that is learnt about it later."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import (
    Credit,
    OffsetRun,
    PublishedBasis,
    Report,
    Span,
    make_id,
    report_id,
    take_evidence,
)

TEXT = "The envoy of Norland said that Sudria must open the harbour."
REPORT = Report(
    id=report_id("Harbour talks", TEXT),
    origin_file="talks.txt",
    origin_digest="0" * 64,
    url=None,
    outlet=None,
    title="Harbour talks",
    byline=None,
    published=None,
    published_basis=PublishedBasis.NONE,
    language=None,
    text=TEXT,
)
OTHER = {
    "id": "r0",
    "origin_file": "copy.txt",
    "origin_digest": "1" * 64,
    "url": "https://arvel.example/1",
    "outlet": "Arvel Post",
    "title": "Talks on the harbour",
    "byline": "Ana Brask",
    "published": "2031-05-02",
    "published_basis": PublishedBasis.URL,
    "language": "en",
    "text": TEXT.replace("must", "may"),
    "credits": (Credit("Arvel Wire", "agency", "in text"),),
    "caveats": (take_evidence(TEXT, Span(0, 9)),),
    "headings": (Span(0, 3),),
    "offsets": (OffsetRun(0, 0, 3),),
}
IDENTITY = {"title", "text"}

parts = st.lists(
    st.text(max_size=5) | st.integers() | st.none() | st.lists(st.text(max_size=3), max_size=2),
    max_size=4,
)


@pytest.mark.parametrize("name", [field.name for field in fields(Report)])
def test_report_id_follows_words_only(name):
    """Title and text make a report; its file, date, outlet and readings do not."""
    changed = replace(REPORT, **{name: OTHER[name]})
    same = report_id(changed.title, changed.text) == REPORT.id
    assert same is (name not in IDENTITY)


@given(st.sampled_from([" ", "\n", "\t ", "\u00a0"]))
def test_report_id_ignores_white_space(space):
    """The same words broken into other lines are the same report."""
    assert report_id("Harbour talks", TEXT.replace(" ", space)) == REPORT.id


def test_report_id_keeps_title_and_text_apart():
    """Words that move from the title to the text make another report."""
    assert report_id("a b", "c") != report_id("a", "b c")


@given(parts, parts)
def test_ids_are_equal_for_equal_parts_only(some, others):
    """Parts are told apart however they are cut; nothing is joined by a separator."""
    assert (make_id("statement", *some) == make_id("statement", *others)) is (some == others)


@given(parts)
def test_ids_begin_with_their_kind(some):
    """An id says at first sight what it names, and kinds never collide."""
    assert make_id("figure", *some)[0] == "f"
    assert make_id("figure", *some)[1:] != make_id("statement", *some)[1:]


def test_ids_stay_the_same_between_versions():
    """The recipe is pinned: a ledger of yesterday knows the reports of today."""
    assert make_id("report", "a", "b") == report_id("a", "b")
    assert make_id("statement", "r1", 0, 5) == "s79901b8f6f2f9651"
