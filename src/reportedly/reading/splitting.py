"""Cuts a page that holds several reports, such as one saved from a feed reader, into its reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.dates import has_clock, read_date
from reportedly.reading.furniture import Repeats, fold, is_interface
from reportedly.reading.headers import reader_line
from reportedly.reading.lines import Line


@dataclass(frozen=True, slots=True)
class Article:
    """The lines of one report and who the reader's own line says published it."""

    lines: tuple[Line, ...]
    # Name on the feed reader's line before it, None if there is none.
    outlet: str | None = None


def split_articles(lines: Sequence[Line], repeats: Repeats) -> list[Article]:
    """Returns the reports of a page; a page that shows no sign of several is one.

    The sign is a headline directly above a line that is only a date, at least twice, and that the page was
    made by a program: a time of day with each date, headlines repeated as previews, or a feed reader's lines.
    """
    starts = _starts(lines, repeats)
    if len(starts) < 2:
        return [Article(tuple(lines))]
    named = [reader_line(line) for line in lines]
    common = {name for name in named if name}
    only = common.pop() if len(common) == 1 else None
    articles: list[Article] = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        before = starts[number - 1] if number else 0
        outlet = next((name for name in reversed(named[before:start]) if name), only)
        kept = _without_shared(lines[start:end], repeats)
        articles.append(Article(tuple(_without_previews(kept, lines, end)), outlet))
    return articles


def _starts(lines: Sequence[Line], repeats: Repeats) -> list[int]:
    # Each place where a headline stands directly above a line that is only a date.
    starts: list[int] = []
    clocks = 0
    for index in range(1, len(lines)):
        above, line = lines[index - 1], lines[index]
        if len(line.text) > 60 or not above.is_headline or above.is_bullet:
            continue
        if is_interface(above) or read_date(above.text) or read_date(line.text) is None:
            continue
        starts.append(index - 1)
        clocks += has_clock(line.text)
    repeated = any(repeats.of(lines[start]) > 1 for start in starts)
    readers = any(reader_line(line) for line in lines)
    return starts if clocks == len(starts) or repeated or readers else []


def _without_shared(part: Sequence[Line], repeats: Repeats) -> list[Line]:
    # A long line that stands in two reports of one page belongs to the site.
    kept: list[Line] = []
    for line in part:
        if len(line.text) >= 60 and repeats.of(line) > 1 and line is not part[0]:
            continue
        kept.append(line)
    return kept


def _without_previews(part: Sequence[Line], lines: Sequence[Line], end: int) -> list[Line]:
    # Before the next report a reader shows its source, headline and first words, which stand in full later.
    later = {fold(line.text) for line in lines[end:] if line.is_headline}
    later_text = " ".join(" ".join(line.text.split()) for line in lines[end:])
    kept: list[Line] = []
    for line in part:
        is_preview_title = fold(line.text) in later and line.words >= 3
        if reader_line(line) or is_preview_title or _is_excerpt(line, later_text):
            continue
        kept.append(line)
    return kept


def _is_excerpt(line: Line, later_text: str) -> bool:
    words = " ".join(line.text.split())
    return len(words) >= 60 and line.is_cut and words.rstrip("…. ") in later_text
