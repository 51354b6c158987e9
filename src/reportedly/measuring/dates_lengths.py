"""Rules for durations ("for three years", "30-day") and for what recurs ("daily", "every week")."""

from __future__ import annotations

import re

from reportedly.measuring.dates_reading import Context, Reading, Rule, make_rule
from reportedly.measuring.dates_words import HEDGE, NUMBER, NUMBERS, UNIT, S, number_of, unit_code

_SETS = {
    "hourly": "PT1H",
    "daily": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "monthly": "P1M",
    "yearly": "P1Y",
}
_RATE = re.compile(
    r"(?i)(?:\b(?:once|twice|times|percent|per cent|million|billion|thousand|months?|weeks?|days?)|[\d%])[ \u00a0]$"
)
_MANY_THINGS = re.compile(
    r"(?i)(?:\b\d[\d,.]*|\b(?:hundred|thousand|million|billion|dozen|two|three|four|five|six|seven|eight|nine|ten|twenty"
    r"|many))[ \u00a0](?:[a-z-]+[ \u00a0]){0,2}?[a-z]+s[ \u00a0]$"
)
"""A count of things before "a week" ("four flights"), which is a rate."""


def length_value(number: float | None, code: str) -> str:
    """Returns the TIMEX3 value; a half of a year, day or hour goes over into the next smaller unit."""
    prefix, letter = ("PT", code[1]) if code.startswith("T") else ("P", code)
    if number is None:
        return f"{prefix}X{letter}"
    if number == int(number):
        return _whole(int(number), prefix, letter)
    if letter in "EC":
        return f"P{number * (10 if letter == 'E' else 100):g}Y"
    smaller = {
        "Y": ("M", 12),
        "H": ("M", 60),
        "D": ("H", 24),
        "M": ("S", 60) if prefix == "PT" else ("D", 30),
    }.get(letter)
    if smaller is None or round((number % 1) * 12) != (number % 1) * 12:
        return f"{prefix}{number:g}{letter}"
    rest = round((number % 1) * smaller[1])
    whole = f"{int(number)}{letter}" if number >= 1 else ""
    return f"{prefix}{whole}{'T' if letter == 'D' else ''}{rest}{smaller[0]}"


def _whole(number: int, prefix: str, letter: str) -> str:
    if prefix == "PT" and letter == "H" and number >= 24 and number % 24 == 0:
        return f"P{number // 24}D"
    if letter == "E" and number > 1:
        return f"P{10 * number}Y"
    return f"{prefix}{number}{letter}"


_FLOW = re.compile(r"(?i)\b(?:last|past|next|first|straight|consecutive) $")
_GOVERNED = re.compile(r"(?i)\b(?:for|in|within|than|about|nearly) $")


def _length(match: re.Match[str], context: Context) -> Reading | None:
    words, unit = match["number"].lower(), match["unit"].lower()
    before = context.text[max(0, match.start() - 32) : match.start()]
    if not _is_length(match, words, before, context.text[match.end() : match.end() + 8]):
        return None
    rate = words in {"a", "an"} and (_RATE.search(before) or _MANY_THINGS.search(before))
    return Reading("SET" if rate else "DURATION", length_value(number_of(words), unit_code(unit)))


def _is_length(match: re.Match[str], words: str, before: str, after: str) -> bool:
    """Says whether a number and a unit are a length of time, and no age, price, fraction or ordinal."""
    unit, plural, one = match["unit"].lower(), bool(match["plural"]), words in {"a", "an"}
    if re.match(r"[- ](?:old\b|olds\b)", after) or re.search(r"[$€£¥]$", before):
        return False
    if unit == "quarter" and (number_of(words) or 9) in {1, 3} and not _FLOW.search(before):
        return False
    if one and (plural or unit in {"second", "minute", "day"}):
        return not plural and bool(_GOVERNED.search(before) or _RATE.search(before))
    some_day = words == "some" and not plural and " " in match[0]
    return not some_day and (plural or unit != "second")


def _months(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "the nine months" and remembers that figures are of them, no longer of a quarter."""
    if match["unit"].lower() == "month":
        context.months_end = match.end()
    return _range(match, context)


def _and_a_half(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "an hour and a half"."""
    del context
    return Reading("DURATION", length_value(1.5, unit_code(match["unit"])))


def _range(match: re.Match[str], context: Context) -> Reading | None:
    del context
    return Reading("DURATION", length_value(number_of(match["number"]), unit_code(match["unit"])))


def _stretch(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "the past three months"; without a number it is a vague length."""
    if match["unit"].lower() == "month" and _COVERED.match(match[0]):
        context.months_end = match.end()
    number = number_of(match["number"]) if match["number"] else None
    return Reading("DURATION", length_value(number, unit_code(match["unit"])))


_COVERED = re.compile(r"(?i)(?:the )?(?:first|latest) ")
"""What stands before the months that figures cover, no stretch of talk."""


def _long(match: re.Match[str], context: Context) -> Reading | None:
    """Reads "yearlong", "months-long", "half-century" and "quarter-century"."""
    del context
    share = (match["share"] or "").lower().replace("-", " ")
    if share:
        return Reading("DURATION", "P50Y" if share.startswith("half") else "P25Y")
    number = None if match["many"] else 1
    return Reading("DURATION", length_value(number, unit_code(match["unit"])))


def _every(match: re.Match[str], context: Context) -> Reading | None:
    del context
    unit = match["unit"].lower()
    if unit in {"second", "minute", "hour"} and match[0][:3].lower() == "per":
        return None
    number = 2 if match["other"] else NUMBERS.get((match["count"] or "one").lower(), 1)
    if unit == "day" and number == 1:
        return Reading("SET", "XXXX-XX-XX")
    return Reading("SET", length_value(number, unit_code(unit)))


_NOUN_AFTER = re.compile(
    r"[ \u00a0](?!(?:and|or|but|in|on|at|by|for|to|from|with|since|until|as|after|before|during|over|through|while|if"
    r"|despite|because|against|across|between|under|into|the|a|an)\b)[a-z]"
)
"""What follows an adjective ("daily flights"), which says how often a thing is, not when."""


def _adverb(match: re.Match[str], context: Context) -> Reading | None:
    before = context.text[max(0, match.start() - 1) : match.start()]
    word = match[0].lower()
    if before == "-" or _NOUN_AFTER.match(context.text, match.end()):
        return None
    return Reading("SET", _SETS[word])


_MORE = rf"(?:{S}(?i:more|full|long|straight|consecutive|whole|additional|trading|business|working|further))?"
_TO = r"(?:[ ](?:to|or)[ ]|-|–)"

RULES: tuple[Rule, ...] = (
    make_rule(
        "length",
        "unit",
        rf"(?<![\w.,$€£-]){HEDGE}{NUMBER}{_MORE}(?:[ -]|\u00a0){UNIT}(?P<plural>s?)\b(?!-(?:ago|earlier|end))",
        _length,
    ),
    make_rule(
        "an hour and a half",
        "unit",
        rf"\b{HEDGE}(?i:an?|one){S}{UNIT}{S}(?i:and{S}a{S}half)\b(?!{S}(?i:ago|earlier|later|before|of)\b)",
        _and_a_half,
    ),
    make_rule(
        "length between two",
        "unit",
        rf"(?<![\w.,$€£-]){HEDGE}{NUMBER}{_TO}(?:\d{{1,3}}|(?i:{'|'.join(NUMBERS)}))(?:[ -]|\u00a0){UNIT}s?\b",
        _range,
    ),
    make_rule(
        "stretch",
        "unit",
        rf"\b(?:(?i:at{S}least){S})?(?:(?i:the|its|their){S})?(?i:past|last|next|first|coming|final|previous|latest|following){S}(?:{NUMBER}{S})(?:trading{S})?{UNIT}s?(?:{S}or{S}so)?\b",
        _stretch,
    ),
    make_rule(
        "vague stretch", "unit", rf"(?:(?<=\bfor )|(?<=\bFor ))(?P<number>){UNIT}s\b", _stretch
    ),
    make_rule(
        "every",
        "unit",
        rf"\b(?i:each|every|per)(?:{S}(?P<other>other))?(?:{S}(?P<count>(?i:{'|'.join(NUMBERS)})))?{S}{UNIT}s?\b",
        _every,
    ),
    make_rule(
        "yearlong",
        "unit",
        r"(?<![\w-])(?:(?P<unit>(?i:hour|day|week|month|year|decade|century|centurie))(?P<many>s)?-?(?i:long)"
        r"|(?:(?i:an?|the|nearly|almost|over)[ ])?(?P<share>(?i:half|quarter))"
        r"(?:-|[ ](?:an?|of[ ]a)[ ])(?i:century|centuries))\b",
        _long,
    ),
    make_rule("adverb", "adverb", rf"\b(?i:{'|'.join(_SETS)})\b", _adverb),
    make_rule(
        "the nine months",
        "unit",
        rf"\b(?i:the){S}{NUMBER}{S}(?P<unit>(?i:day|week|month|year|hour|quarter))s\b(?!{S}(?:ago|earlier|later|before))",
        _months,
    ),
)
