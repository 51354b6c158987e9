"""The numbers in a statement's words, each with its unit, so that two statements can be told apart by them.

Here lives only what makes "two million" and "2,000,000" one number and keeps days of the calendar apart from amounts.
Figures that are shown are read by `measuring`, with far more care.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.model import Span
from reportedly.text.numerals import VALUES

Number = tuple[str, str]
"""A number in plain digits and its unit, "" where there is none; of a day of the calendar its words and `DATE`."""

DATE = "date"

_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_DATE = re.compile(
    rf"\b\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d\d)\b|\b\d{{4}}-\d\d-\d\d\b"
    rf"|\b(?P<before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<first>{_MONTHS})"
    rf"|\b(?P<second>{_MONTHS})\.?\s+(?P<after>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:%|percent|per cent))",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<![\d.,])(?:19|20)\d\d\b(?![.,]?\d)(?!\s*(?:%|percent|per cent|thousand|million|billion))",
    re.IGNORECASE,
)
_TIME_WORD = re.compile(
    rf"\b(?:in|by|since|until|till|before|after|from|during|between|early|mid|late|year"
    rf"|(?:19|20)\d\d (?:to|and|or)|{_MONTHS},?)[ -]$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s+(?:[a-z]+s|people|men|women|children)\b")
_UNIT = r"(?:\s*(?P<percent>%|percent\b|per cent\b)|[-\s](?P<time>years?|days?|months?|weeks?|hours?)\b)?"
_DIGITS = re.compile(
    r"(?<![\w.,])(?P<digits>\d[\d.,]*\d|\d)(?:(?P<short>bn|mn|m|k)\b)?"
    rf"(?P<scales>(?:[-\s](?:{'|'.join(_SCALES)})\b)*){_UNIT}",
    re.IGNORECASE,
)
_WORD = rf"(?:{'|'.join(sorted((*VALUES, *_SCALES), key=len, reverse=True))})\b"
_WORDS = re.compile(
    rf"\b(?P<words>(?:a[-\s](?=(?:{'|'.join(_SCALES)})\b))?{_WORD}(?:(?:[-\s]|\s+and\s+){_WORD})*){_UNIT}",
    re.IGNORECASE,
)


def numbers_of(
    text: str, names: Iterable[Span] = (), groups: Iterable[Span] = ()
) -> frozenset[Number]:
    """Returns the numbers of a text with their unit; years are none.

    Args:
        text: the words.
        names: stretches that are names, whose numbers count nothing ("the Group of Seven").
        groups: those of them that are groups of places, before which a number counts their members ("four regions").
    """
    dates = {(match.start(), match.end()): _date(match) for match in _DATE.finditer(text)}
    hidden = [*dates, *((span.start, span.end) for span in names), *_years(text)]
    hidden += [(match.start(), match.end()) for match in _before(text, groups)]
    for start, end in sorted(hidden):
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return frozenset([*dates.values(), *_in_digits(text), *_in_words(text)])


def _date(match: re.Match[str]) -> Number:
    """Returns a day of the calendar; of one with the name of a month day and month, in that order."""
    day, month = match["before"] or match["after"], match["first"] or match["second"]
    return (f"{int(day)} {month[:3].lower()}" if day else match[0], DATE)


def _years(text: str) -> Iterator[tuple[int, int]]:
    """Yields where years stand: "by 2030", but not "2000 soldiers"."""
    for match in _YEAR.finditer(text):
        counted = _COUNTED.match(text, match.end())
        if not counted or _TIME_WORD.search(text[: match.start()]):
            yield match.span()


def _before(text: str, groups: Iterable[Span]) -> Iterator[re.Match[str]]:
    """Yields the numbers that stand directly before a group of places."""
    ends = {len(text[: span.start].rstrip()) for span in groups}
    for pattern in (_DIGITS, _WORDS):
        yield from (match for match in pattern.finditer(text) if match.end() in ends)


def _in_digits(text: str) -> Iterator[Number]:
    for match in _DIGITS.finditer(text):
        value = _value(match["digits"])
        for word in match["scales"].lower().replace("-", " ").split():
            value = value and value * _SCALES[word]
        if match["short"]:
            value = value and value * _SHORT[match["short"].lower()]
        yield (match["digits"] if value is None else f"{value:.12g}", _unit(match))


def _value(digits: str) -> float | None:
    """Returns the value of digits with their signs, None for what is no number ("1.2.3")."""
    plain = re.sub(r",(?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else None


def _in_words(text: str) -> Iterator[Number]:
    for match in _WORDS.finditer(text):
        words = match["words"].lower().replace("-", " ").split()
        if words in (["one"], *([scale] for scale in _SCALES)):
            continue  # "the one that", "some thousand"
        total = current = 0.0
        for word in words:
            if word in VALUES:
                current += VALUES[word]
            elif word == "hundred":
                current = max(current, 1) * 100
            elif word in _SCALES:
                total, current = total + max(current, 1) * _SCALES[word], 0.0
        yield (f"{total + current:.12g}", _unit(match))


def _unit(match: re.Match[str]) -> str:
    return "%" if match["percent"] else (match["time"] or "").lower().removesuffix("s")
