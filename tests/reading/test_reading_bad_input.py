"""What cannot be read is refused with a clear message; what is damaged is read as far as it goes."""

from __future__ import annotations

import pickle
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import UnreadableInput
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
