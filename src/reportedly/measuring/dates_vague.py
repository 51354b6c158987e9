"""Rules for what is never exact: "now", "recently", "in the future", "years ago", "months of talks", "within weeks".

They have a TIMEX3 value; an EDTF only where an open interval is true ("recently" ends with the report), and none for
a mere adjective ("the recent attacks").
"""

from __future__ import annotations

import re

from reportedly.measuring.dates_reading import Context, Reading, Rule, make_rule
from reportedly.measuring.dates_words import S, unit_code

_PRESENT = frozenset(
    {
        "now",
        "right now",
        "currently",
        "at present",
        "nowadays",
        "these days",
        "at the moment",
        "at this moment",
        "at this time",
        "at this point",
    }
)
_PAST = (
    "recent",
    "lately",
    "past",
    "more recent",
    "in recent",
    "in the past",
    "the past",
    "the recent",
    "not long",
)


def until_anchor(context: Context) -> str | None:
    """Returns the open interval that ends with the report, None without its date."""
    return f"../{context.anchor.last.isoformat()}" if context.anchor else None


def from_anchor(context: Context) -> str | None:
    """Returns the open interval that begins with the report, None without its date."""
    return f"{context.anchor.first.isoformat()}/.." if context.anchor else None


def past(context: Context) -> Reading:
    """Returns the reading of what lies vaguely before the report."""
    return Reading("DATE", "PAST_REF", until_anchor(context))


def future(context: Context) -> Reading:
    """Returns the reading of what lies vaguely after the report."""
    return Reading("DATE", "FUTURE_REF", from_anchor(context))


def _reference(match: re.Match[str], context: Context) -> Reading | None:
    words = " ".join(match[0].lower().split())
    if words == "recent":
        return Reading("DATE", "PAST_REF")
    if words in _PRESENT:
        return Reading("DATE", "PRESENT_REF", context.anchor.edtf if context.anchor else None)
    return past(context) if words.startswith(_PAST) else future(context)


def _units_ago(match: re.Match[str], context: Context) -> Reading | None:
    del match
    return past(context)


def _units(match: re.Match[str], context: Context) -> Reading | None:
    if _COUNTED.search(context.text[max(0, match.start() - 24) : match.start()]):
        return None
    code = unit_code(match["unit"])
    return Reading("DURATION", f"PTX{code[1]}" if code.startswith("T") else f"PX{code}")


_COUNTED = re.compile(
    r"(?i)\b(?:(?:hundreds|thousands|dozens|millions|tens) of|(?:early|wee|small|closing|opening|visiting"
    r"|business|working|waking|daylight|dying|waning|first|final|last)"
    r"|(?:the|his|her|its|their) (?:last|past|next|first|final)) $"
)
_UNITS = r"(?P<unit>(?i:minute|hour|day|week|month|year|decade|centurie))s"
_LONG_UNITS = r"(?P<unit>(?i:day|week|month|year|decade|centurie))s"
_OR_UNITS = rf"(?:{S}(?i:or|and|if{S}not){S}(?:(?i:even|maybe|perhaps){S})?(?i:days|weeks|months|years|decades))?"


def _led_by(*words: str) -> str:
    return "(?:" + "|".join(rf"(?<=(?i:\b{word} ))" for word in words) + ")"


RULES: tuple[Rule, ...] = (
    make_rule(
        "vague reference",
        "reference",
        rf"\b(?i:right{S}now|now|currently|at{S}present|nowadays|these{S}days|at{S}the{S}moment|at{S}this{S}(?:time|point|moment)"
        rf"|recently|lately|not{S}long{S}ago"
        rf"|(?:more{S}|most{S})?recent{S}(?:years|months|weeks|days|decades)|(?:the{S})?recent{S}past|past{S}years"
        rf"|(?:in{S})?the{S}past(?=[.,;\"”]|{S}(?:and|but|to|have|has|had|was|were|is|when|by|as){S}|''|$)"
        rf"|in{S}the{S}past(?={S}(?:it|he|she|they|we|I|you|that|there){S})"
        rf"|the{S}(?:near|short|medium){S}term(?=[.,;:)\"”]|{S}(?:and|but|to|it|the|we|they|he|she|is|was|will|as){S}|''|$)"
        rf"|future{S}(?:years|months|quarters|decades)"
        rf"|the{S}(?:near{S}|foreseeable{S}|not{S}too{S}distant{S})?future(?=\W)(?!{S}of\b)"
        rf"|(?:the{S})?coming{S}(?:days|weeks|months|years|quarters)|soon(?!{S}(?:as|after))"
        rf"|(?<!most )(?<!more )recent(?!{S}(?:years|months|weeks|days|decades|past|quarter)))\b(?!-)",
        _reference,
    ),
    make_rule(
        "one day",
        "unit",
        rf"(?:(?<=(?i:will ))|(?<=(?i:would ))|(?<=(?i:may ))|(?<=(?i:might ))|(?<=(?i:could ))|(?<=(?i:can )))"
        rf"(?i:one{S}day)\b(?=(?:{S}(?i:soon))?{S}[a-z])",
        lambda _, context: future(context),
    ),
    make_rule(
        "units ago",
        "unit",
        rf"\b(?<!\d )(?<!-)(?:(?i:just|only|many|long|some){S})?"
        rf"(?i:minutes|hours|days|weeks|months|years|decades|centuries){S}(?i:ago)\b",
        _units_ago,
    ),
    make_rule(
        "vague length after a preposition",
        "unit",
        rf"{_led_by('for', 'in', 'within', 'matter of', 'over', 'took', 'take', 'takes', 'lasted', 'last')}"
        rf"{_UNITS}{_OR_UNITS}\b(?!-|{S}(?i:when|like|old|ago))",
        _units,
    ),
    make_rule(
        "vague length before a relation",
        "unit",
        rf"\b(?<![\d-])(?<!\d )(?:{_UNITS}{_OR_UNITS}"
        rf"(?={S}(?i:of{S}[a-z]|later\b|earlier\b|before\b|after\b|apart\b)))",
        _units,
    ),
    make_rule(
        "the years",
        "unit",
        rf"\b(?i:the){S}(?:(?i:intervening|early|coming){S})?{_LONG_UNITS}"
        rf"(?:{S}(?i:ahead|to{S}come)|(?={S}(?i:since|before|after|following|leading|that{S}followed)\b)"
        rf"|(?<=(?i:over the years))(?![ ]\w+ed))\b",
        _units,
    ),
)
