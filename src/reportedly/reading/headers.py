"""The top and the end of a report: title, date, byline, dateline, and the author's biography."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.model import PublishedBasis
from reportedly.reading.credits import press_kind, publisher_named
from reportedly.reading.dates import read_date, split_leading_date
from reportedly.reading.furniture import (
    Part,
    Repeats,
    fold,
    is_appeal,
    is_caption,
    is_interface,
)
from reportedly.reading.lines import Line
from reportedly.reading.words import load_words
from reportedly.vocabulary.outlets import outlet_named

_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][\w .'’-]{1,40}?)\s*(?:[•·|/]|\s[–—-]\s|,\s)\s*(?P<agency>[^\W\d_][\w .&'’-]{1,40})$"
)
_READER = re.compile(r"^\W*[✇⟳⭮☰◉]\s*(?P<outlet>.{2,60})$")
_KEY = re.compile(r"^\W{0,3}(?P<key>[^\W\d_][\w ]{1,24}?)\W{0,3}:\s*\W{0,3}?(?P<value>\S.*)$")
_CAPITAL = r"[A-ZÀ-ÞĀ-ŽА-ЯЄІЇҐ][\w.'’-]*"
_NAME = re.compile(
    rf"^{_CAPITAL}(?:\s+(?:(?:de|van|von|der|la|el|al|bin|di|da|du)\s+)?{_CAPITAL}){{1,3}}$"
)
_WORKS_FOR = re.compile(
    r"\b(?:desk|editor|reporter|correspondent|journalist|writer|author|staff|columnist"
    r"|bureau chief|freelancer|intern)\b"
    r"[^.]{0,80}?\b(?P<word>at|for|with|of)\s+(?P<outlet>(?:[Tt]he\s+)?[A-Z][\w'’&.-]*(?:\s+(?:[A-Z][\w'’&-]*|of|and|for|the))*)"
)
_PLACE = re.compile(r"^[^\W\d_][\w .'’-]{1,40},\s+(?=\w)")
_QUOTES = "\"'“‘«„‹[¿¡"
_SIGNED = re.compile(r"^\((?:Additional )?(?:Reporting|Writing) by (?P<names>[^;()]{3,120})[;)]")
_UNFINISHED = re.compile(r"\b(?:of|the|a|an|and|or|to|in|on|for|with|from|by|as|at|between)$")
_TOP = 16


@dataclass(frozen=True, slots=True)
class Header:
    """What the top and the end of a report say about it; None where they do not say."""

    title: str = ""
    published: str | None = None
    basis: PublishedBasis = PublishedBasis.NONE
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None


def read_header(lines: list[Line], parts: list[Part], repeats: Repeats) -> Header:
    """Reads the lines before the first paragraph; marks in `parts` which of them are used up.

    A line that begins with a date is replaced in `lines` by what follows the date.
    """
    header = _read_keys(lines, parts)
    header = _read_leading_date(lines, header)
    top = _top_of(lines, parts)
    header = _read_title(lines, parts, top, header, repeats)
    later = lines[top.stop :]
    is_timeline = any(len(line.text) <= 40 and read_date(line.text) for line in later)
    for index in top:
        if parts[index] is Part.BODY and not (is_timeline and read_date(lines[index].text)):
            header = _read_line(lines, parts, index, header)
    return header


def _read_keys(lines: list[Line], parts: list[Part]) -> Header:
    # "Key: value" lines, or a block between two lines of dashes, at the very top.
    header = Header()
    for index, line in enumerate(lines[:10]):
        if set(line.text) <= set("-=*_"):
            parts[index] = Part.FURNITURE
            continue
        match = _KEY.match(line.text) if len(line.text) < 300 else None
        field = load_words().keys.get(match["key"].lower()) if match else None
        if match is None or field is None:
            break
        value = match["value"].strip(" \"'*")
        if field == "date":
            date = read_date(value)
            if date is None:
                break
            header = replace(header, published=date, basis=PublishedBasis.HEADER)
        elif field == "title":
            header = replace(header, title=value)
        elif field == "byline":
            header = replace(header, byline=value)
        elif field == "url":
            header = replace(header, url=value)
        else:
            header = replace(header, outlet=value)
        parts[index] = Part.FURNITURE
    return header


def _read_leading_date(lines: list[Line], header: Header) -> Header:
    if header.published or not lines:
        return header
    line = lines[0]
    found = split_leading_date(line.text[:120])
    if found is None:
        return header
    date, begin = found
    rest = line.text[begin:]
    if not rest:
        return header
    lines[0] = replace(line, start=line.start + begin, text=rest)
    return replace(header, published=date, basis=PublishedBasis.HEADER)


def _top_of(lines: Sequence[Line], parts: Sequence[Part]) -> range:
    # Up to the first paragraph that is no caption.
    for index, line in enumerate(lines[:_TOP]):
        is_question = line.is_headline and line.text[-1] in "?!"
        if (
            parts[index] is Part.BODY
            and line.is_paragraph
            and not (is_question or is_caption(line) or _is_stopped_title(lines, index))
        ):
            return range(index)
    return range(min(len(lines), _TOP) if len(lines) <= _TOP else 0)


def _read_title(
    lines: Sequence[Line], parts: list[Part], top: range, header: Header, repeats: Repeats
) -> Header:
    if header.title:
        same = [i for i in top if fold(lines[i].text) == fold(header.title)]
        for index in same:
            parts[index] = Part.TITLE
        return header
    heads = [
        index
        for index in top
        if parts[index] is Part.BODY
        and (_may_be_title(lines[index]) or _is_stopped_title(lines, index))
        and index < len(lines) - 1
    ]
    if not heads:
        return header
    best = max(
        heads, key=lambda index: (lines[index].level == 1, repeats.of(lines[index]) > 1, -index)
    )
    for index in top:
        if fold(lines[index].text) == fold(lines[best].text):
            parts[index] = Part.TITLE
        elif index < best and parts[index] is Part.BODY and lines[index].is_short:
            # A section name above the headline.
            parts[index] = Part.FURNITURE if read_date(lines[index].text) is None else Part.BODY
    title = lines[best].text
    if _goes_on(lines, parts, best):
        parts[best + 1] = Part.TITLE
        title = f"{title} {lines[best + 1].text}"
    return replace(header, title=title)


def _is_stopped_title(lines: Sequence[Line], index: int) -> bool:
    # A headline with a full stop: the first line, one sentence, and under it a line that is a date, byline or dateline.
    if index or len(lines) < 3 or not lines[0].is_stopped or not 3 <= lines[0].words <= 20:
        return False
    line, follows = lines[0], lines[1]
    one = line.text[-1] == "." and not re.search(r"[.!?]\s", line.text)
    if not one or len(follows.text) > 80 or line.is_bullet or is_caption(line):
        return False
    return bool(read_date(follows.text) or _dateline(follows) or _byline(follows))


def _goes_on(lines: Sequence[Line], parts: Sequence[Part], best: int) -> bool:
    # A title over two lines: both in capitals, or the second in lower case or after a word that needs another.
    if best + 2 >= len(lines) or parts[best + 1] is not Part.BODY:
        return False
    line, follows = lines[best], lines[best + 1]
    if (
        follows.apart
        or follows.is_stopped
        or follows.is_bullet
        or follows.level
        or follows.words > 20
    ):
        return False
    if read_date(follows.text) or _dateline(follows) or _byline(follows) or _outlet_line(follows):
        return False
    if line.text.isupper() or follows.text.isupper():
        return line.text.isupper() and follows.text.isupper()
    return follows.text[0].islower() or bool(_UNFINISHED.search(line.text))


def _may_be_title(line: Line) -> bool:
    if is_interface(line) or is_caption(line) or read_date(line.text) or _dateline(line):
        return False
    if load_words().byline.match(line.text) and line.words <= 6:
        return False
    if line.words > 26 or not (line.text[0].isalnum() or line.text[0] in _QUOTES):
        return False
    return line.is_headline or line.level == 1


def _read_line(lines: Sequence[Line], parts: list[Part], index: int, header: Header) -> Header:
    line = lines[index]
    if date := read_date(line.text) or read_date(_PLACE.sub("", line.text)):
        parts[index] = Part.DATE
        if header.published is None:
            header = replace(header, published=date, basis=PublishedBasis.HEADER)
    elif reader := _READER.match(line.text):
        parts[index] = Part.FURNITURE
        header = replace(header, outlet=header.outlet or reader["outlet"].strip())
    elif outlet := _dateline(line):
        parts[index] = Part.DATELINE
        header = replace(header, outlet=header.outlet or outlet)
    elif outlet := _outlet_line(line):
        parts[index] = Part.FURNITURE
        header = replace(header, outlet=header.outlet or outlet)
    elif byline := _byline(line):
        parts[index] = Part.BYLINE
        header = replace(header, byline=header.byline or byline)
    elif is_interface(line) or is_caption(line) or is_appeal(line) or _is_bare_name(line):
        parts[index] = Part.FURNITURE
    return header


def reader_line(line: Line) -> str | None:
    """Returns the outlet that a feed reader's line names ("✇Outlet"), None if it is no such line."""
    match = _READER.match(line.text)
    return match["outlet"].strip() if match else None


def _dateline(line: Line) -> str | None:
    # "City • Agency": the agency published it.
    if len(line.text) > 70 or line.is_stopped:
        return None
    alone = outlet_named(line.text.strip(" ()[]•·|–—-"))
    if alone and line.text[-1] in ")]•·|–—-":
        return alone.name
    match = _DATELINE.match(line.text)
    if match is None or match["place"][0].islower():
        return None
    agency = match["agency"].strip()
    if body := publisher_named(agency):
        return body[0]
    return agency if agency.isupper() and 2 <= len(agency) <= 8 else None


def _outlet_line(line: Line) -> str | None:
    # The name of an outlet on a line of its own.
    if not line.is_short:
        return None
    known = outlet_named(line.text)
    return known.name if known else line.text if press_kind(line.text) == "outlet" else None


def _byline(line: Line) -> str | None:
    match = load_words().byline.match(line.text)
    if match is None or line.words > 12 or line.is_stopped:
        return None
    rest = line.text[match.end() :].strip()
    return (
        rest if (rest[:1].isupper() and not rest.isupper()) or _NAME.match(rest.title()) else None
    )


def _is_bare_name(line: Line) -> bool:
    # A caption that only names who is seen: capitalised words, few, perhaps with a full stop.
    words = line.text.rstrip(".").split()
    return 2 <= len(words) <= 7 and line.is_stopped and all(word[0].isupper() for word in words)


def read_signature(lines: Sequence[Line], parts: list[Part]) -> str | None:
    """Returns the authors of a wire's last line, "(Reporting by A; Editing by B)", and marks it."""
    for index in range(max(0, len(lines) - 3), len(lines)):
        if match := _SIGNED.match(lines[index].text[:300]):
            parts[index] = Part.FURNITURE
            return match["names"].strip()
    return None


def read_biography(lines: Sequence[Line], parts: list[Part]) -> Header:
    """Finds the author's biography after the body and marks it and what follows as furniture.

    A biography is a name on a line of its own and, within three lines, a paragraph that begins with it.
    """
    for index in range(max(2, len(lines) // 2), len(lines)):
        line = lines[index]
        if not _NAME.match(line.text) or line.words > 5:
            continue
        bio = next(
            (
                i
                for i in range(index + 1, min(index + 4, len(lines)))
                if _tells_of(lines[i], line.text)
            ),
            None,
        )
        if bio is None or any(
            later.is_paragraph and not is_appeal(later) for later in lines[bio + 2 :]
        ):
            continue
        for marked in range(index, len(lines)):
            parts[marked] = Part.FURNITURE
        told = " ".join(each.text for each in lines[index + 1 : bio + 1])[:600]
        return Header(byline=line.text, outlet=_employer(told))
    return Header()


def _tells_of(line: Line, name: str) -> bool:
    return line.words >= 8 and (
        line.text.startswith(name) or line.text.startswith(name.rsplit(maxsplit=1)[-1] + " ")
    )


def _employer(biography: str) -> str | None:
    # "Correspondent of" may go on with a city or a desk: then only the name of an outlet counts.
    at = 0
    while match := _WORKS_FOR.search(biography, at):
        name = _trimmed(match["outlet"])
        last = name.rsplit(" of ", 1)[-1]
        if match["word"] != "of" or publisher_named(last):
            return last if match["word"] == "of" else name
        at = match.start("outlet")
    return None


def _trimmed(outlet: str) -> str:
    words = outlet.split()
    while words and words[-1] in {"of", "and", "for", "the"}:
        words.pop()
    return " ".join(words).rstrip(".,'’")
