"""Rules for dates written as they are spoken: "March eighth", "January nineteen ninety-seven", "two thousand four"."""

from __future__ import annotations

import re
from datetime import date

from reportedly.measuring.dates_absolute import read_day
from reportedly.measuring.dates_calendar import Period
from reportedly.measuring.dates_reading import Context, Reading, Rule, make_rule, read_period
from reportedly.measuring.dates_words import (
    MONTH,
    MONTH2,
    MONTHS,
    NUMBERS,
    SEASON,
    SEASONS,
    YEAR,
    S,
)

_FIRST = re.findall(
    r"\S+",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth",
)
_ORDINALS = {
    **{word: day for day, word in enumerate(_FIRST, start=1)},
    **{f"twenty-{word}": day for day, word in enumerate(_FIRST[:9], start=21)},
    "thirtieth": 30,
    "thirty-first": 31,
}
_TAIL = (
    r"(?:hundred|oh[ -](?:one|two|three|four|five|six|seven|eight|nine)"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
_SPOKEN = (
    rf"(?P<spoken>(?i:(?:eighteen|nineteen|twenty)(?: and)?[ -]{_TAIL}"
    rf"|two thousand(?:(?: and)? (?:{_TAIL}|one|two|three|four|five|six|seven|eight|nine)\b)?))"
    r"\b(?! (?:years|percent|days|months|people|dollars|miles|hundred|thousand|million)\b)"
)
_NEEDS_COMPANY = re.compile(r"(?i)two thousand|.* ten|.*hundred")
"""Spoken numbers that are more often amounts, unless "the year", a month or "in" stands before."""
_COMPANY = re.compile(r"(?i)\b(?:in|by|of|since|until|before|after|from|year) $")


def spoken_year(words: str) -> int | None:
    """Returns the year that number words say ("nineteen ninety-seven"), None outside 1000 to 2099."""
    parts = words.lower().replace("-", " ").replace(" and ", " ").split()
    if parts[0] == "two":
        head, tail = 2000, parts[2:]
    else:
        head, tail = NUMBERS[parts[0]] * 100, parts[1:]
    year = int(head + sum(NUMBERS.get(word, 0) for word in tail))
    return year if 1000 <= year < 2100 else None


def _year(match: re.Match[str], context: Context) -> Reading | None:
    year = spoken_year(match["spoken"])
    if year is None:
        return None
    named = match["month"] or match["season"] or match["the"]
    before = context.text[max(0, match.start() - 8) : match.start()]
    if not named and _NEEDS_COMPANY.fullmatch(match["spoken"]) and not _COMPANY.search(before):
        return None
    if match["month"]:
        return read_period(
            Period("month", date(year, MONTHS[match["month"].lower().rstrip(".")], 1))
        )
    if match["season"]:
        return read_period(Period("season", date(year, SEASONS[match["season"].lower()], 1)))
    return read_period(Period("year", date(year, 1, 1)))


def _day(match: re.Match[str], context: Context) -> Reading | None:
    words = (match["ordinal"] or match["ordinal2"]).lower().replace(" ", "-")
    month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    spoken = spoken_year(match["spoken"]) if match["spoken"] else None
    year = int(match["year"]) if match["year"] else spoken
    return read_day(context, year, month, _ORDINALS[words], match.span())


_ORDINAL = (
    r"(?P<ordinal>(?i:twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[ -]first"
    rf"|{'|'.join(word for word in _ORDINALS if '-' not in word)})\b)"
)
_NO_DAY = r"(?![ -](?:time|quarter|half|place|year|month|week|term|round|day|game|race|[a-z]+-)|-)"

RULES: tuple[Rule, ...] = (
    make_rule(
        "spoken year",
        "spoken",
        rf"\b(?:{MONTH},?{S}(?:of{S})?|(?:(?i:the){S})?{SEASON}{S}(?:of{S})?|(?P<the>(?i:the{S}year{S})))?{_SPOKEN}",
        _year,
    ),
    make_rule(
        "spoken day",
        "month",
        rf"\b(?:{MONTH}{S}(?:the{S})?{_ORDINAL}{_NO_DAY}"
        rf"|(?i:the){S}{_ORDINAL.replace('<ordinal>', '<ordinal2>')}{S}(?i:of){S}{MONTH2})"
        rf"(?:,?{S}(?:{YEAR}|{_SPOKEN}))?",
        _day,
    ),
)
