"""What cannot be read is refused with a clear message; what is damaged is read as far as it goes."""

from __future__ import annotations

import json
import pickle
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import PartlyRead, UnreadableInput
from reportedly.model import PublishedBasis, Report
from reportedly.reading import read_bytes

SENTENCE = "The two delegations met in Port Ansel on Monday and agreed to meet again."


@pytest.mark.parametrize(
    ("data", "name", "came"),
    [
        (b"", "empty.txt", "an empty file"),
        (b" \n\t \r\n ", "space.txt", "only white space"),
        ("\ufeff \n".encode(), "mark.txt", "only white space"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture.txt", "a PNG image"),
        (b"%PDF-1.7 x", "memo.txt", "a PDF document"),
        (bytes(range(256)) * 20, "binary.txt", "zero bytes"),
        (bytes(range(1, 32)) * 20, "controls.txt", "control characters"),
        (b"the site is down for maintenance", "news.rss", "text that is no XML"),
        (b"<?xml version='1.0'?><memo>Text</memo>", "news.xml", "XML of another kind"),
        (
            b"<html><head><title>x</title></head><body></body></html>",
            "a.html",
            "without a readable",
        ),
        ("❌\n---\n".encode(), "symbols.txt", "without a readable body"),
    ],
)
def test_unreadable_bytes_are_refused_with_three_parts(data: bytes, name: str, came: str):
    """The message names the file, what was expected, what came and what to do; it pickles."""
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, name)
    assert came in caught.value.came
    assert caught.value.where == name
    assert caught.value.expected
    assert caught.value.to_do
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_in_each_encoding_is_read_the_same(encoding: str):
    """Marked, unmarked and Western encodings yield the same characters."""
    text = "“We will sign nothing,” said Zoë Dürr of the Sudrian delegation on Monday – again."
    (report,) = read_bytes(text.encode(encoding), "a.txt")
    assert report.text == text


def test_cyrillic_in_a_single_byte_encoding_is_guessed():
    """A text of another alphabet in an old encoding does not turn into Western letters."""
    text = (
        "Делегации двух государств встретились в понедельник и договорились продолжить переговоры. "
        * 6
    )
    (report,) = read_bytes(text.encode("cp1251"), "a.txt")
    assert report.text.startswith("Делегации двух")
    assert report.language == "ru"


def test_invalid_utf8_keeps_the_sound_characters():
    """One broken sequence in a UTF-8 text costs one character, not the accents of all others."""
    data = f"Zoë Dürr said: {SENTENCE} Été, été, été.".encode() + b" \xe2\x82 end of it."
    (report,) = read_bytes(data, "a.txt")
    assert "Zoë Dürr" in report.text
    assert "\ufffd" in report.text


def test_truncated_html_gives_the_paragraphs_before_the_break():
    """A page cut off in the middle of a tag is still a report."""
    body = f"<h1>Talks go on</h1><p>{SENTENCE}</p><p>{SENTENCE[4:]}</p><p>Then th<a hre"
    page = f"<!DOCTYPE html><html><body><article>{body}"
    (report,) = read_bytes(page.encode(), "a.html")
    assert SENTENCE in report.text


def test_truncated_feed_gives_the_entries_before_the_break():
    """A feed cut off in its second entry yields the first."""
    item = f"<item><title>One</title><description>{SENTENCE}</description></item>"
    feed = f"<rss version='2.0'><channel><title>Bay</title>{item}<item><ti"
    reports = read_bytes(feed.encode(), "a.rss")
    assert reports[0].text == SENTENCE


@pytest.mark.parametrize(
    "piece",
    ["lorem ipsum dolor 12 sit, ", "A-", "Abc ", "“", "(a ", "a_", "1234 a ", "x" + " " * 99],
)
def test_line_of_millions_of_characters_takes_linear_time(piece: str):
    """Five times the length takes well under twenty-five times the time."""
    read_bytes(SENTENCE.encode(), "warm.txt")
    spent = []
    for size in (200_000, 1_000_000):
        began = time.process_time()
        read_bytes((SENTENCE + piece * (size // len(piece))).encode(), "a.txt")
        spent.append(time.process_time() - began)
    assert spent[1] < 12 * spent[0] + 0.5


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes):
    """No bytes raise anything but the error of this package."""
    try:
        reports = read_bytes(data, "a.txt")
    except UnreadableInput:
        return
    assert all(report.text for report in reports)


def test_rows_with_half_surrogates_are_read_as_storable_text():
    """JSON can write half a surrogate pair; the text read can be written to a file."""
    (report,) = read_bytes(b'{"text": "' + SENTENCE.encode() + b' \\ud800!"}', "a.jsonl")
    assert report.text == f"{SENTENCE} \ufffd!"


@pytest.mark.parametrize(
    ("given", "date"), [("some day last week", None), ("2031-06~", "2031-06~")]
)
def test_row_has_a_date_only_if_it_is_one(given: str, date: str | None):
    """Words that are no date are not passed on as one."""
    row = json.dumps({"text": SENTENCE, "published": given})
    (report,) = read_bytes(row.encode(), "a.jsonl")
    assert report.published == date
    assert (report.published_basis is PublishedBasis.NONE) == (date is None)


def test_nesting_too_deep_to_parse_costs_only_that_line():
    """A line of a hundred thousand brackets does not stop the reading of the others."""
    good = json.dumps({"text": SENTENCE}).encode()
    with pytest.raises(PartlyRead, match="line 2") as caught:
        read_bytes(good + b"\n" + b"[" * 100_000, "a.jsonl")
    (report,) = caught.value.reports
    assert isinstance(report, Report)
    assert report.text == SENTENCE
    assert read_bytes(b'{"a":' * 100_000 + b"\n\n" + SENTENCE.encode(), "a.txt")


@pytest.mark.parametrize(
    "block", ["[" * 100_000, '{"@type": "NewsArticle", "url": "http://[bad", "headline": "Talks"}']
)
def test_page_with_broken_metadata_is_still_read(block: str):
    """Neither nesting without end nor an address that is none keeps a page from being read."""
    head = f'<head><script type="application/ld+json">{block}</script></head>'
    body = f"<article><p>{SENTENCE}</p><p>{SENTENCE[4:]}</p></article>"
    (report,) = read_bytes(f"<html>{head}<body>{body}</body></html>".encode(), "a.html")
    assert SENTENCE in report.text


def test_feed_of_many_entries_takes_linear_time():
    """Four times the entries take well under sixteen times the time."""
    spent = []
    for number in (40, 160):
        items = (
            f"<item><title>T {i}</title><description>{SENTENCE} {i}</description></item>"
            for i in range(number)
        )
        feed = f"<rss version='2.0'><channel><title>Bay</title>{''.join(items)}</channel></rss>"
        began = time.process_time()
        reports = read_bytes(feed.encode(), "a.rss")
        spent.append(time.process_time() - began)
        assert len(reports) == number
        assert all(r.original_offset(0) for r in reports)
    assert spent[1] < 8 * spent[0] + 0.2
