"""Dates of publication printed as such ("3 juin 2025 à 07:23", "date 2025-02-27"), to EDTF.

Dates inside sentences are the business of `measuring`.
"""

from __future__ import annotations

import re
import warnings
from datetime import datetime
from functools import lru_cache

import dateparser

from reportedly.model.dates import is_edtf

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?!\d)(?:[T ]\d\d:\d\d\S*)?")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_CLOCK = re.compile(
    r"(?:\b(?:at|um|à|a las|alle|às|kl\.?|klo|om|в|о|ob|at about)\s+)?(?<!\d)\d{1,2}\s?[:.h]\s?\d\d"
    r"(?::\d\d)?(?:\s*(?:am|pm|a\.m\.|p\.m\.|uhr|h))?(?!\d)|\bat\s+\d{1,2}\s*(?:am|pm|a\.m\.|p\.m\.)",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC|CES?T|EE?S?T|EDT|EST|PDT|PST|BST|MSK|IST)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?"
)
_LABEL = re.compile(
    r"^(?:date|dated?|posted(?: on)?|published(?: on)?|(?:last )?updated(?: on)?|publication date"
    r"|publié(?:e)? le|mis à jour le|veröffentlicht(?: am)?|stand|datum|fecha|publicado(?: el| em)?|data"
    r"|pubblicato il|дата|опубліковано|опубликовано)\b\s*[:\-–—]?\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s?[,;|•·(/–—-]\s?|\s(?=(?:last )?updated)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_LANGUAGES = [
    "en",
    "fr",
    "de",
    "es",
    "it",
    "pt",
    "pl",
    "uk",
    "ru",
    "nl",
    "tr",
    "sv",
    "cs",
    "ar",
    "he",
    "zh",
    "ro",
]
_SPELLED = re.compile(
    r"(?:[^\W\d_]{2,12}\.?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th|er|\.)?(?:\s+de)?\s+[^\W\d_]{3,12}\.?(?:\s+de)?,?\s+(?:19|20)\d\d"
    r"|[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d)"
)


def has_clock(words: str) -> bool:
    """Says whether a time of day stands in these words."""
    return bool(_CLOCK.search(words))


def read_date(words: str) -> str | None:
    """Returns the EDTF date that a short line or value states and nothing else, None if it is none."""
    if len(words) > 100 or not _YEAR.search(words):
        return None
    flat = " ".join(words.split())
    return _read(flat) or _first_of_two(flat)


def _first_of_two(words: str) -> str | None:
    # "Published 3 June 2031, updated 4 June 2031": the first counts, both must be dates.
    for mark in _BETWEEN.finditer(words):
        first, second = _read(words[: mark.start()]), _read(words[mark.end() :])
        if first and second:
            return first
    return None


@lru_cache(maxsize=2048)
def _read(words: str) -> str | None:
    bare = _LABEL.sub("", words).strip(" .,|·•-–—:")
    if match := _ISO.match(bare):
        return _iso(match) if not _LETTERS.search(_ZONE.sub("", bare[match.end() :])) else None
    if match := _NUMERIC.match(bare):
        clock = _ZONE.sub("", _CLOCK.sub("", bare[match.end() :]))
        return _numeric(match) if not re.search(r"\w", clock) else None
    bare = _ZONE.sub("", _CLOCK.sub("", bare)).strip(" .,|·•-–—:()à@")
    if not 1 <= len(_LETTERS.findall(bare)) <= 5 or len(re.findall(r"\d+", bare)) > 2:
        return None
    return _spelled(bare)


def _iso(match: re.Match[str]) -> str | None:
    year, month, day = match[1], match[2], match[3]
    try:
        datetime(int(year), int(month), int(day or 1))  # noqa: DTZ001  (a calendar check, no instant)
    except ValueError:
        return None
    return f"{year}-{month}-{day}" if day else f"{year}-{month}"


def _numeric(match: re.Match[str]) -> str | None:
    first, second, year = int(match[1]), int(match[3]), match[4]
    if first > 12 >= second or match[2] == "." or first == second:
        day, month = first, second
    elif second > 12 >= first:
        day, month = second, first
    else:
        # Day and month cannot be told apart; the year is all that is certain.
        return year
    date = f"{year}-{month:02}-{day:02}"
    return date if is_edtf(date) else None


def _spelled(words: str) -> str | None:
    settings = {
        "STRICT_PARSING": False,
        "REQUIRE_PARTS": ["month", "year"],
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = dateparser.parse(words, languages=_LANGUAGES, settings=settings)
    if found is None:
        return None
    has_day = len(re.findall(r"(?<!\d)\d{1,2}(?!\d)", words)) == 1
    return found.strftime("%Y-%m-%d" if has_day else "%Y-%m")


def split_leading_date(words: str) -> tuple[str, int] | None:
    """Returns a date at the very start of a line and where the words after it begin, None if there is none.

    A bare date counts only where a separator or a label sets it off; "2 June 2025 was quiet" has none.
    """
    label = _LABEL.match(words)
    begin = label.end() if label else 0
    for form in (_ISO, _SPELLED, _NUMERIC):
        match = form.match(words, begin)
        if match is None:
            continue
        after = re.compile(r"\s*[|:–—-]\s+|\s+").match(words, match.end())
        if after is None or not (label or form is _ISO or after[0].strip()):
            return None
        date = read_date(match[0])
        return (date, after.end()) if date else None
    return None
