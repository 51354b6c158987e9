"""Numbers in a text, as digits, in words or vague, each with its stretch and value.

Here lives what a number is; hedges, units and ranges around it are `quantities`' work, and whether it is a
figure at all is `exclusions`'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from text_to_num import text2num

from reportedly.model import Span
from reportedly.text.numerals import ONES, TENS
from reportedly.vocabulary.units import load_amounts
from reportedly.vocabulary.verbs import load_verbs


@dataclass(frozen=True, slots=True)
class Number:
    """One number, without hedge and unit."""

    span: Span
    # Best value; None for a vague plural ("hundreds").
    value: float | None
    low: float | None
    high: float | None
    # "digits", "words", "vague", or "article" for "a million".
    form: str
    # Factor that its own multiplier word gave it, 1 if none; a range hands it to its lower end.
    factor: float = 1.0


_UNITS = ["zero", *ONES]
_TENS = list(TENS)
_SMALL = "|".join([*_TENS, *reversed(_UNITS)])
_SCALES = "hundred|thousand|million|billion|trillion"
_FRACTIONS = {
    "half": 0.5,
    "third": 1 / 3,
    "quarter": 0.25,
    "fourth": 0.25,
    "fifth": 0.2,
    "sixth": 1 / 6,
    "eighth": 0.125,
    "tenth": 0.1,
}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_SPACE = "[ \u00a0\u202f]"

_DIGITS = (
    rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d+)?(?!\d)|"
    r"\d{1,3}(?:[’']\d{3})+(?!\d)|\d{1,3}, 000(?!\d)|[1-9]\d{0,2} , \d{3}(?![\d,.])|\d+\.\d+|"
    r"\d+,\d{1,2}(?!\d)|\d+[ -]\d/\d(?!\d)|\d+/\d+(?!\d|/)|\d+|\.\d+"
)


@cache
def _digit_pattern() -> re.Pattern[str]:
    amounts = load_amounts()
    words = "|".join(sorted(amounts.multipliers, key=len, reverse=True))
    letters = "|".join(sorted(amounts.letters, key=len, reverse=True))
    return re.compile(
        rf"(?:(?<![\w.,/])|(?<=USD|EUR|GBP|RUB|UAH))(?P<sign>(?<![%)°])[-−](?=[\d.]))?(?P<digits>{_DIGITS})(?P<glyph>[½¼¾⅓⅔])?"
        rf"(?:(?:{_SPACE}|-)(?:and{_SPACE}a{_SPACE}half{_SPACE})?(?P<words>(?i:{words})(?:{_SPACE}(?i:{words}))?)s?\b"
        rf"|{_SPACE}?(?P<letter>{letters})(?![\w²³]))?"
    )


@cache
def _multiple_pattern() -> re.Pattern[str]:
    """Verbs that state a number: "doubled", "halving"; "double" and "triple" may be anything and are left out."""
    verbs = [verb for verb in load_verbs().multiples if verb.endswith(("ed", "ing"))]
    return re.compile(rf"\b(?:{'|'.join(verbs)})\b(?! (?:down|back|as|up)\b)", re.IGNORECASE)


_ONE_WORD = rf"(?:{_SMALL}|{_SCALES})\b"
_WORD_NUMBER = re.compile(
    rf"(?<!\d )(?<!\d-)\b{_ONE_WORD}(?:(?:[ -]|{_SPACE}and{_SPACE}){_ONE_WORD})*",
    re.IGNORECASE,
)
_POINT = re.compile(
    rf"\b(?P<whole>{_SMALL}){_SPACE}point{_SPACE}(?P<tail>(?:{_SMALL})(?:{_SPACE}(?:{_SMALL}))*)\b"
    rf"(?:{_SPACE}(?P<scale>{_SCALES})\b)?",
    re.IGNORECASE,
)
_SCALED = re.compile(
    rf"\b(?P<many>(?:(?:a|several|few|couple{_SPACE}of){_SPACE})?)(?P<scale>{_SCALES}|dozen|couple)\b(?!{_SPACE}of{_SPACE}(?:{_SCALES}))",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"\b(?:(?P<count>a|one|two|three|four|five){_SPACE}?-?{_SPACE}?)?(?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)"
    rf"(?:(?:{_SPACE}|-)(?:of{_SPACE})?(?:an?{_SPACE})?(?P<scale>{_SCALES}|dozen))?\b",
    re.IGNORECASE,
)
_AND_HALF = re.compile(
    rf"\b(?P<count>a|{_SMALL}){_SPACE}and{_SPACE}a{_SPACE}(?P<part>half|quarter)(?:{_SPACE}(?P<scale>{_SCALES}))?\b",
    re.IGNORECASE,
)
_FOLD = re.compile(rf"\b(?P<count>{_SMALL}|\d+)(?=-?fold\b)", re.IGNORECASE)
_TWICE = re.compile(r"(?<!think )\btwice\b(?! (?:daily|weekly|monthly|yearly))", re.IGNORECASE)
_DOZEN = re.compile(rf"\b(?P<count>{_SMALL}){_SPACE}dozens?\b", re.IGNORECASE)
_OUT_OF = re.compile(
    rf"\b(?P<part>{_SMALL}|\d{{1,4}}){_SPACE}out{_SPACE}of(?:{_SPACE}every)?{_SPACE}"
    rf"(?P<whole>{_SMALL}|\d{{1,4}})\b(?![ -]?(?:{_SCALES}|year|month|day|week))",
    re.IGNORECASE,
)


LARGEST = 1e18
"""A larger number is a serial number or noise, and measures nothing that reports tell."""


def find_numbers(text: str) -> list[Number]:
    """Returns the numbers of a text in order; where two readings overlap the longer one counts."""
    found = [
        *_digits(text),
        *_vague(text),
        *_fractions(text),
        *_word_numbers(text),
    ]
    found = [number for number in found if (number.value or 0.0) <= LARGEST]
    found.sort(key=lambda number: (number.span.start, -number.span.end))
    kept: list[Number] = []
    for number in found:
        if kept and kept[-1].span.meets(number.span):
            longer = _length(number.span) > _length(kept[-1].span)
            if not longer:
                continue
            kept.pop()
        kept.append(number)
    return kept


def _length(span: Span) -> int:
    return span.end - span.start


def _exact(span: Span, value: float, form: str, factor: float = 1.0) -> Number:
    return Number(span, value, value, value, form, factor)


def _digits(text: str) -> list[Number]:
    amounts, found = load_amounts(), []
    for match in _digit_pattern().finditer(text):
        factor = 1.0
        for word in (match["words"] or "").lower().split():
            factor *= amounts.multipliers[word]
        value = _digits_value(match["digits"]) + _GLYPHS.get(match["glyph"] or "", 0.0)
        end = match.end()
        if match["letter"]:
            factor, end = _letter(text, match)
        elif match["words"] and " half " in match[0].lower():
            value += 0.5
        minus = _MINUS.search(text, max(0, match.start() - 10), match.start()) is not None
        value = -value if match["sign"] or minus else value
        found.append(_exact(Span(match.start(), end), _round(value * factor), "digits", factor))
    return found


_MINUS = re.compile(r"(?<!or )\bminus \Z")


def _letter(text: str, match: re.Match[str]) -> tuple[float, int]:
    """Decides whether a letter after the digits multiplies ("4m rounds") or is a unit ("60 m")."""
    letter, touches = match["letter"], match.end("digits") == match.start("letter")
    factor = load_amounts().letters[letter]
    money = re.search(r"[$€£¥₽₴₹]\s?$", text[: match.start()]) is not None
    after = text[match.end() :]
    counts = re.match(
        r" (?!long|wide|high|tall|deep|away|of|and|in|to|from|off|by|x)[a-z]{3,}", after
    )
    long_letter = letter in {"k", "K", "bn", "tn", "mn", "mln", "M", "B", "T"}
    if touches and (money or long_letter or (letter == "m" and counts)):
        return factor, match.end()
    if not touches and (letter in {"bn", "tn", "mn", "mln"} or (money and letter in {"M", "B"})):
        return factor, match.end()
    return 1.0, match.start("letter") - (0 if touches else 1)


def _digits_value(digits: str) -> float:
    mixed = re.fullmatch(r"(?:(\d+)[ -])?(\d+)/(\d+)", digits)
    if mixed:
        whole, over, under = float(mixed[1] or 0), float(mixed[2]), float(mixed[3])
        return whole + (over / under if under else over)
    plain = re.sub(rf"{_SPACE}?,?{_SPACE}|[’']|,(?=\d{{3}})", "", digits)
    return float(plain.replace(",", "."))


def _vague(text: str) -> list[Number]:
    """Finds "dozens", "hundreds of thousands", "several hundred", "a few million"."""
    vague = load_amounts().vague
    names = "|".join(vague)
    found = []
    pattern = (
        rf"\b({names})\b(?:{_SPACE}of{_SPACE}({'|'.join(w for w in vague if w.endswith('s'))})\b)?"
    )
    for match in re.finditer(pattern, text, re.IGNORECASE):
        low, high = vague[match[1].lower()]
        if match[1].lower() in {"tens", "scores"} and not match[2]:
            continue
        scale = _scale((match[2] or "").lower().rstrip("s"))
        high = (high + 1) * scale - 1 if scale > 1 else high
        found.append(Number(Span(*match.span()), None, low * scale, high, "vague"))
    found += [_several(match) for match in _SEVERAL.finditer(text)]
    return found


_SEVERAL = re.compile(
    rf"\b(?:several|a{_SPACE}few|few)(?:{_SPACE}|-)(?P<scale>{_SCALES}|dozen)s?\b(?:{_SPACE}(?P<more>{_SCALES})\b)?",
    re.IGNORECASE,
)


def _several(match: re.Match[str]) -> Number:
    """Reads "several hundred" as hundreds; of "several hundred thousand" the thousands are whole ones."""
    low, high = load_amounts().vague[f"{match['scale'].lower()}s"]
    factor = _scale((match["more"] or "").lower())
    high = (high + 1) * factor - factor if factor > 1 else high
    return Number(Span(*match.span()), None, low * factor, high, "vague")


def _fractions(text: str) -> list[Number]:
    """Finds "half a thousand", "a third", "two and a half million", "four out of five"."""
    found = []
    for match in _PART.finditer(text):
        name = match["part"].lower()
        part = _FRACTIONS[name if name == "half" else name.rstrip("s")]
        if (name != "half" and not match["count"]) or _idle_half(text, match):
            continue
        value = _count(match["count"]) * part * _scale((match["scale"] or "").lower())
        if (
            name.endswith("s")
            or match["scale"]
            or name == "half"
            or _of_follows(text, match.end())
            or _by_before(text, match.start())
        ):
            form = "words" if match["scale"] else "fraction"
            found.append(_exact(Span(*match.span()), _round(value), form))
    for match in _HALF_OF_TIME.finditer(text):
        found.append(_exact(Span(match.start(), match.end() - 1), 0.5, "words"))  # noqa: PERF401
    for match in _AND_HALF.finditer(text):
        factor = _scale((match["scale"] or "").lower())
        value = (_count(match["count"]) + _FRACTIONS[match["part"].lower()]) * factor
        found.append(_exact(Span(*match.span()), _round(value), "words", factor))
    for match in _OUT_OF.finditer(text):
        over, under = _count(match["part"]), _count(match["whole"])
        if 0 < over < under:
            found.append(_exact(Span(*match.span()), _round(over / under), "fraction"))
    for match in _IN.finditer(text):
        over, under = _count(match["part"]), _count(match["whole"])
        if 0 < over < under and not load_amounts().units.get(match["noun"]):
            span = Span(match.start(), match.end("whole"))
            found.append(_exact(span, _round(over / under), "fraction"))
    return found


_IN = re.compile(
    rf"\b(?P<part>one|two|three|four|five|six|seven|eight|nine|[1-9]){_SPACE}in(?:{_SPACE}every)?{_SPACE}"
    rf"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|20|10|4|5|3)"
    rf"(?={_SPACE}(?!(?:days?|weeks?|months?|years?|hours?|minutes?|games?|matches|races|starts|seasons?|innings|"
    rf"hundred|thousand|million|billion|of|the|and|or|to|percent|per)\b)(?P<noun>[A-Za-z]+))",
    re.IGNORECASE,
)
"""A share of people or things: "one in five children"; of times and games it is a count within them."""
_HALF_OF_TIME = re.compile(
    r"(?:half an? |\ba half[ -]|\bhalf-)(?=(?:hour|day|week|month|year|decade|century|kilomet|mile|met)(?!s))",
    re.IGNORECASE,
)


def _idle_half(text: str, match: re.Match[str]) -> bool:
    """Says whether "half" measures nothing by itself: the first half, half-hearted, a year and a half."""
    if match["part"].lower() != "half" or match["scale"]:
        return False
    before, after = (
        text[max(0, match.start() - 12) : match.start()],
        text[match.end() : match.end() + 8],
    )
    if re.search(
        r"\b(?:first|second|other|last|next|and|latter|another|this|better)[ -]$",
        before,
        re.IGNORECASE,
    ):
        return True
    joined = re.match(r" (?:of|the|its|their|his|her|our|all|as)\b", after) is not None
    bounded = re.search(
        r"\b(?:than|about|nearly|almost|over|least|roughly|around|by|to) $", before, re.IGNORECASE
    )
    return not joined and not bounded


def _by_before(text: str, start: int) -> bool:
    """Says whether a part is how much something changes: "fell by a third"."""
    return (
        re.search(r"\b(?:by|than|about|nearly|almost) $", text[max(0, start - 8) : start])
        is not None
    )


def _of_follows(text: str, end: int) -> bool:
    return (
        re.match(r" (?:of|more than|less than|higher|lower|fewer)\b", text[end : end + 11])
        is not None
    )


def _word_numbers(text: str) -> list[Number]:
    found = []
    for match in _POINT.finditer(text):
        digits = "".join(str(int(_count(word))) for word in match["tail"].split())
        value = float(f"{int(_count(match['whole']))}.{digits}")
        factor = _scale((match["scale"] or "").lower())
        found.append(_exact(Span(*match.span()), _round(value * factor), "words", factor))
    for pattern, factor in ((_FOLD, 1), (_DOZEN, 12)):
        found.extend(
            _exact(Span(*match.span()), factor * _count(match["count"]), "words")
            for match in pattern.finditer(text)
        )
    found.extend(_exact(Span(*match.span()), 2.0, "twice") for match in _TWICE.finditer(text))
    multiples = load_verbs().multiples
    found.extend(
        _exact(Span(*match.span()), multiples[match[0].lower()], "multiple")
        for match in _multiple_pattern().finditer(text)
    )
    for match in _WORD_NUMBER.finditer(text):
        found.extend(_read_words(match))
    for match in _SCALED.finditer(text):
        article = (match["many"] or "").strip().lower()
        if article == "a" or match["scale"].lower() == "dozen":
            if article in {"several", "few", "couple of"} or match["scale"].lower() == "couple":
                continue
            factor = _scale(match["scale"].lower())
            found.append(_exact(Span(*match.span()), factor, "article", factor))
    return found


LONGEST = 30
"""Words that one number has at most; without a limit a run of thousands takes for ever."""


def _read_words(match: re.Match[str]) -> list[Number]:
    """Reads a run of number words; a run that is no single number is read word group by word group."""
    words, start = match[0], match.start()
    parts = [(m.start(), m.end()) for m in re.finditer(r"[A-Za-z]+", words)]
    found, at = [], 0
    while at < len(parts):
        for end in range(min(len(parts), at + LONGEST), at, -1):
            piece = words[parts[at][0] : parts[end - 1][1]]
            value = _text2num(piece)
            if value is not None:
                factor = _scale(piece.lower().replace("-", " ").split()[-1])
                span = Span(start + parts[at][0], start + parts[end - 1][1])
                bare = at + 1 == end and factor > 1
                if not bare:
                    found.append(_exact(span, value, "words", factor))
                at = end
                break
        else:
            at += 1
    return found


def _text2num(words: str) -> float | None:
    try:
        return float(text2num(words.lower().replace("-", " "), "en"))
    except ValueError:
        return None


def _count(word: str | None) -> float:
    if word is None or word.lower() == "a":
        return 1.0
    return float(word) if word.isdigit() else float(_text2num(word) or 0.0)


def _scale(word: str) -> float:
    if word == "couple":
        return 2.0
    return load_amounts().multipliers.get(word, 1.0)


def _round(value: float) -> float:
    """Takes off the dust of binary fractions: 1.1 million is 1,100,000."""
    return float(f"{value:.12g}")
