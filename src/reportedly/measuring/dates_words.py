"""The words of dates: months, weekdays, units, numbers, and the pattern fragments made of them.

Here live words and what they stand for; the rules that join them are in `dates_absolute`, `dates_relative` and
`dates_lengths`. Every repetition in a fragment is bounded, so that reading takes time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from babel import Locale

from reportedly.text.numerals import ONES, TENS, VALUES

MONTHS = {
    name: index
    for index, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        start=1,
    )
    for name in names.lower().split()
}
WEEKDAYS = {
    name: index
    for index, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
ORDINALS = {
    word: index
    for index, words in enumerate(
        (
            "first 1st",
            "second 2nd",
            "third 3rd",
            "fourth 4th",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
        ),
        start=1,
    )
    for word in words.split()
}
UNIT_CODES = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
"""TIMEX3's letter of a unit; a leading T puts it in the part of the value for times."""
DAY_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
}
PARTS = {
    "early": "early",
    "earlier in": "early",
    "late": "late",
    "later in": "late",
    "mid": "mid",
    "the beginning of": "beginning",
    "beginning of": "beginning",
    "the start of": "beginning",
    "start of": "beginning",
    "the middle of": "mid",
    "middle of": "mid",
    "the end of": "end",
    "end of": "end",
}

NUMBERS = VALUES
VAGUE_NUMBERS = frozenset({"several", "a few", "few", "some", "many", "numerous", "recent"})


def _any(words: Collection[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _cased(words: list[str]) -> str:
    return _any([form for word in words for form in (word.capitalize(), word.upper())])


S = r"(?:[ \t\u00a0]{1,2})"
"""Space within an expression; never a line end, since lines are paragraphs."""
_LONG = [name for name in MONTHS if len(name) > 3 and name != "sept"] + ["may"]
_SHORT = [name for name in MONTHS if name not in _LONG]
MONTH = rf"(?P<month>(?:{_cased(_LONG)})\b|(?:{_cased(_SHORT)})(?:\.|\b))"
"""A month with a capital, since "may" and "march" are verbs."""
MONTH2 = MONTH.replace("<month>", "<month2>")
WEEKDAY = rf"(?P<weekday>(?:{_cased(list(WEEKDAYS))})\b)"
SEASON = rf"(?P<season>(?i:{_any(SEASONS)})\b)"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
DAY2 = DAY.replace("<day>", "<day2>")
YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)(?!\d|,\d|\.\d|%)"
PART = rf"(?P<part>(?i:{_any(PARTS)}))"
UNIT = r"(?P<unit>(?i:second|minute|hour|day|week|month|quarter|year|decade|century|centurie))"
_WORD_NUMBER = (
    rf"(?:{_any(TENS)})(?:[- ](?:{_any(ONES[:9])}))?|(?:{_any(ONES)})"
    r"|an?(?:[ -](?:hundred|thousand|dozen|couple(?: of)?|half|few))?|couple of|half an?|half"
    rf"|(?:{_any(ONES[:9])})[ -](?:hundred|thousand)|several|few|some|many"
)
_AND_A_HALF = rf"(?:{_any(ONES[:9])})[- ]and[- ]a[- ]half"
NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3}){0,3}(?:\.\d{1,2})?"
    rf"(?:{S}\d/\d)?|(?i:{_AND_A_HALF}|{_WORD_NUMBER})\b)"
)
HEDGE = (
    r"(?P<hedge>(?i:about|around|nearly|almost|roughly|approximately|some|more than|less than|fewer than|over|under"
    rf"|at least|at most|up to|no more than|not more than|as many as|as long as|as little as){S})?"
)
CLOCK = (
    r"(?P<clock>(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
    rf"(?:{S}?(?P<half>[ap]\.?m\b\.?|[AP]\.?M\b\.?))?)"
)


TRIGGERS = re.compile(
    r"(?P<holiday>\b(?:Christmas|Easter|Thanksgiving|Halloween|Pentecost|Orthodox|Good(?= F)|New(?= Year['’]s)"
    r"|(?:Palm|Ash|Whit|Holy|Maundy|Ascension|Boxing|Labor|Memorial|Columbus|Veterans|Armistice)(?=['’]? [DSWT])"
    r"|(?:President|Valentine|Patrick|Women|Mother|Father)(?=s?['’]?s? Day)|April(?= Fool)|May(?= Day)|July(?= Fourth)"
    r"|(?i:fourth)(?= of July)|Martin(?= Luther)))"
    r"|(?P<month>\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))"
    r"|(?P<weekday>\b(?i:mon|tues|wednes|thurs|fri|satur|sun)(?:day|DAY))"
    r"|(?P<unit>\b(?i:second|minute|hour|day|week|month|quarter|half|year|decade|centur)(?!ly))"
    r"|(?P<dayword>\b(?i:today|yesterday|tomorrow|tonight))"
    r"|(?P<daypart>\b(?i:morning|afternoon|evening|night|overnight|noon|midday|midnight))"
    r"|(?P<season>\b(?i:spring|summer|autumn|fall|winter))"
    r"|(?P<decade>\b\d{3}0['’]?s|['’][2-9]0s|\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)"
    r"|(?P<year>\b[12]\d{3})"
    r"|(?P<clock>\d[ \u00a0]?[aApP]\.?[mM]|\d:[0-5]\d)"
    r"|(?P<numeric>\d/(?=\d)|\d-\d{1,2}-(?=\d))"
    r"|(?P<zone>\d[ \u00a0](?:GMT|UTC|local time))|(?P<clockword>o['’]clock)"
    r"|(?P<quarter>\bQ[1-4])|(?P<apostrophe>(?<=[ (])['’]\d\d\b)"
    r"|(?P<spoken>\b(?i:eighteen|nineteen|twenty|two thousand))"
    r"|(?P<adverb>\b(?i:hourly|daily|nightly|weekly|monthly|yearly))"
    r"|(?P<reference>\b(?i:now|currently|present|recent|latest|coming|lately|moment|past|future|soon"
    r"|(?:near|short|medium)(?=[ \u00a0]term\b)"
    r"|not[ \u00a0]long[ \u00a0]ago|these[ \u00a0]days|this[ \u00a0](?:time|point)))"
)
"""Words without which no rule matches, named by kind; one scan of a line spares most rules."""


def unit_of(words: str) -> str:
    """Returns the unit that a word names ("week", "centurie" of "centuries")."""
    unit = words.lower()
    return "century" if unit == "centurie" else unit


def unit_code(words: str) -> str:
    """Returns TIMEX3's letter of a unit's word."""
    return UNIT_CODES[unit_of(words)]


def number_of(words: str) -> float | None:
    """Returns the value of a number in digits or English words, None for vague ones ("several")."""
    text = " ".join(words.lower().replace("-", " ").split())
    if text in VAGUE_NUMBERS:
        return None
    mixed = re.fullmatch(r"([\d,]+(?:\.\d+)?)(?: (\d)/(\d))?", text)
    if mixed:
        whole = float(mixed[1].replace(",", ""))
        return whole + int(mixed[2]) / int(mixed[3]) if mixed[2] and mixed[3] != "0" else whole
    if text.endswith(("couple of", "couple")):
        return 2
    if text.startswith("half"):
        return 0.5
    return _spoken(text)


def _spoken(text: str) -> float | None:
    total = 0.0
    for word in text.split():
        if word in {"a", "an", "and"}:
            continue
        if word in {"hundred", "thousand", "dozen"}:
            total = max(total, 1) * {"hundred": 100, "thousand": 1000, "dozen": 12}[word]
        elif word == "half":
            total += 0.5
        elif word in NUMBERS:
            total += NUMBERS[word]
        else:
            return None
    return total or 1


LANGUAGES = ("fr", "de", "es", "it", "pt", "nl", "pl", "uk", "ru", "tr")
"""Languages, beside English, whose dates are read by the names of their months."""


@cache
def foreign_months() -> dict[str, tuple[int, frozenset[str]]]:
    """Returns month names of `LANGUAGES` (CLDR), lower case, with the month and the languages that use them."""
    found: dict[str, tuple[int, frozenset[str]]] = {}
    for language in LANGUAGES:
        names = Locale.parse(language).months
        for context, width in (
            ("format", "wide"),
            ("stand-alone", "wide"),
            ("format", "abbreviated"),
        ):
            for month, name in names[context][width].items():
                word = name.lower().rstrip(".")
                if len(word) < 3:
                    continue
                known = found.get(word, (month, frozenset()))
                if known[0] == month:
                    found[word] = (month, known[1] | {language})
    return found


@cache
def foreign_month_pattern() -> str:
    """Returns the fragment that matches any of `foreign_months`."""
    return rf"(?P<month>(?i:{_any(list(foreign_months()))})\b\.?)"
