"""Numbers that are no figures: parts of names, dates, ages, ordinals, references to a known set.

Every rule looks at the number and the words right beside it; none knows names of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.measuring.nouns import is_plural, noun_after
from reportedly.measuring.quantities import Quantity
from reportedly.model import Span, TimeExpression
from reportedly.text import word_set
from reportedly.vocabulary.units import load_amounts

_LABELS = re.compile(
    r"(?:\b(?:art|articles?|chapters?|no|nos|nr|numbers?|pages?|p|pp|paragraphs?|sections?|parts?|"
    r"points?|items?|"
    r"annex|protocol|resolution|room|route|highway|version|volume|vol|phase|stage|level|type|class|"
    r"category|figure|table|year|day|week|version|channel|group of|big|top|step|option|season|episode|"
    r"grade|round|"
    r"game|lap|gate|exit|provisions?|platform|court|ward|precinct|pier|terminal|track|seed|seeded|"
    r"ranked|ranking|studio|exhibit|appendix|box|slide|chart|proposition|amendment|directive|"
    r"generation|gen|tier|hole|leg|heat|lot|formula|code|schedule|chapter|super bowl|apollo|mission|"
    r"studio|psalm|hall|bay|form|floor|unit|block|district|zone|area|act|scene|verse|interstate|"
    r"flight|windows|clause|title|rule)\.?|#|№)\s?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\s?(?:[ap]\s?\.?\s?m\b|o['’]clock|\s?:\s?\d\d(?!\d)|h\d\d|\s?(?:GMT|UTC|CET|EST)\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:\s+and a half)?\s+(?:ago|earlier|later|from now|hence|before\b|after\b|into\b|on from|"
    r"since|previously|old\b|of age)",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"[ -]+(?:(?:and a half )?(?:year|month|week|day)s?[ -]+)?(?:olds?\b|of age\b|y/?o\b)",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b(?:aged?|ages|age of)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|its|their|his|her|our|my|your|all|other|either|\w+['’]s?)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_SMALL_LIMIT = 20
"""A bare count up to this, after "the" or "these", names a known set and measures nothing."""


def is_quantity(text: str, quantity: Quantity, dates: Sequence[TimeExpression] = ()) -> bool:
    """Says whether a number measures anything at all: it is no date, ordinal, name, label or clock time."""
    return not (
        _in_date(quantity, dates)
        or _beside_month(text, quantity)
        or _in_word(text, quantity.number, quantity.unit)
        or _is_label(text, quantity)
        or _is_year(text, quantity)
        or _CLOCK.match(text, quantity.number.end)
        or _is_list_number(text, quantity.number)
        or _is_phone(text, quantity.number)
        or _in_name(text, quantity)
        or _is_address(text, quantity)
        or _is_score(text, quantity)
        or _is_short_year(text, quantity)
        or _is_date_with_stroke(text, quantity)
        or _is_marker(text, quantity)
        or _in_code(text, quantity)
        or _is_anniversary(text, quantity)
    )


_MARKER = re.compile(
    r"(?:(?:^|[:;,.]|\band|\bor|\b(?:article|section|rule|clause)s? \d+|\d)\s*)\($", re.IGNORECASE
)


def _is_marker(text: str, quantity: Quantity) -> bool:
    """Says whether it counts the items of a list or names a part: "(1) ...; (2) ...", "article 2(4)", ": 1."."""
    if (
        quantity.unit != "1"
        or not quantity.number.of(text).isdigit()
        or (quantity.value or 99) > 30
    ):
        return False
    before = text[max(0, quantity.number.start - 16) : quantity.number.start]
    after = text[quantity.number.end : quantity.number.end + 2]
    if re.search(r"(?:foot|feet|ft) ?-? ?$", before):
        return True
    if after[:1] == ")":
        return _MARKER.search(before) is not None
    return re.fullmatch(r"\.\s*", after) is not None and re.search(r"[:.]\s+$", before) is not None


def _in_code(text: str, quantity: Quantity) -> bool:
    """Says whether it stands in an address of the web or an attribute of a mark-up."""
    start = max(text.rfind(gap, 0, quantity.number.start) for gap in " \n\t") + 1
    token = text[start : quantity.number.start][-300:]
    return "://" in token or "www." in token or token.endswith(('="', "=“", "&", "?"))


def _is_anniversary(text: str, quantity: Quantity) -> bool:
    """Says whether it only names a day that comes again: "the one-year anniversary"."""
    return (
        re.match(
            r"[ -]+(?:anniversary|birthday)\b", text[quantity.span.end : quantity.span.end + 14]
        )
        is not None
    )


def is_figure(text: str, quantity: Quantity, dates: Sequence[TimeExpression] = ()) -> bool:
    """Says whether a number is worth a row: a quantity that is no age, point in time, pronoun or known set."""
    return is_quantity(text, quantity, dates) and not (
        is_age(text, quantity)
        or _is_point_in_time(text, quantity)
        or _is_idle_one(text, quantity)
        or _is_known_set(text, quantity)
        or _is_small_word(text, quantity)
        or _is_fraction_of_a_day(text, quantity)
        or _is_page_count(text, quantity)
        or _is_emphasis(text, quantity)
        or quantity.form in {"twice", "multiple"}
    )


def _in_date(quantity: Quantity, dates: Sequence[TimeExpression]) -> bool:
    return any(
        date.timex_type in {"DATE", "TIME"} and date.span.meets(quantity.number) for date in dates
    )


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)


def _beside_month(text: str, quantity: Quantity) -> bool:
    """Says whether a bare number up to 31 stands beside the name of a month, whatever its case."""
    ends = (quantity.value,) if quantity.value is not None else (quantity.low, quantity.high)
    if quantity.unit != "1" or not all(0 < (end or 0) <= 31 for end in ends):
        return False
    before = text[max(0, quantity.number.start - 12) : quantity.number.start]
    after = text[quantity.number.end : quantity.number.end + 12]
    return bool(
        re.search(rf"\b{_MONTH},? +$", before, re.IGNORECASE)
        or re.match(rf" {_MONTH}(?!\w)", after, re.IGNORECASE)
    )


def _in_word(text: str, number: Span, unit: str) -> bool:
    """Says whether letters touch the number: 126th, Su-35, G7, Covid-19, under-25."""
    before, after = text[max(0, number.start - 2) : number.start], text[number.end : number.end + 2]
    if re.search(r"[^\W\d_][-–‐‑]$|[^\W_]$|_$|#$", before) or after[:1] == "_":
        return True
    if unit == "1" and (after[:1].isalpha() or re.match(r"[-–][A-Z]", after)):
        return True
    if before[-1:] == "[" and after[:1] == "]":
        return True
    if re.match(
        r" ?- ?(?:on|by) ?- ?(?:one|two|three|four|five|six|seven|eight|\d)\b| ?x ?\d|-in-|"
        r" ?- ?pointers?\b|['’]s\b",
        text[number.end : number.end + 12],
    ) or re.search(
        r"\b(?:(?:one|two|three|four|five)-on|(?:two|four)-by|one-to|\d-in)-$|\dx$",
        text[max(0, number.start - 8) : number.start],
    ):
        return True
    return re.match(r"(?:st|nd|rd|th|s)\b", after + " ") is not None or _in_ordinal(text, number)


_ORDINAL = re.compile(
    r"[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b|[ -](?:twenties|thirties|"
    r"forties|fifties|"
    r"sixties|seventies|eighties|nineties)\b",
    re.IGNORECASE,
)


def _in_ordinal(text: str, number: Span) -> bool:
    """Says whether a number in words begins an ordinal or a decade: "twenty-first", "nineteen fifties"."""
    return number.of(text)[-1].isalpha() and _ORDINAL.match(text, number.end) is not None


def _is_label(text: str, quantity: Quantity) -> bool:
    before = text[max(0, quantity.number.start - 14) : quantity.number.start]
    labelled = _LABELS.search(before) is not None or _LABELLED_LIST.search(
        text[max(0, quantity.number.start - 40) : quantity.number.start]
    )
    loose = _LOOSE.search(before)
    if (
        loose
        and (noun := noun_after(text, quantity.span.end))
        and noun.plural
        and noun.words[0].islower()
    ):
        return False
    return bool(quantity.unit == "1" and quantity.modifier in {"exact", "range"} and labelled)


_LOOSE = re.compile(
    r"\b(?:group of|big|season|year|day|week|act|unit|zone|area|district|game|round|option|step|stage|"
    r"floor|flight|class|grade|level|"
    r"types?|mission|court|ward|studio|bay|hall|track|terminal|form|schedule|generation|lot|parts?|"
    r"points?|numbers?) $"
)
"""Words that are labels before a number only where no plural is counted behind it: "a group of 20 senators"."""
_LABELLED_LIST = re.compile(
    r"\b(?:numbers|provisions?|rows?|articles?|art|chapters?|pages?|pp|paragraphs?|sections?|items?|"
    r"nos)\.? \d[\w.]*"
    r"(?:(?:,| and|, and|-|–| to) ?\d[\w.]*)*(?:,| and|, and|-|–| to) ?$",
    re.IGNORECASE,
)
"""Labels listed, whose first one names what all are ("Articles 3, 10 and 11")."""


def _is_year(text: str, quantity: Quantity) -> bool:
    digits = quantity.number.of(text)
    if quantity.unit != "1" or not re.fullmatch(
        r"(?:1[0-9]|20)\d\d(?: ?[-–/] ?(?:\d\d){1,2})?", digits
    ):
        return False
    noun = noun_after(text, quantity.span.end)
    if quantity.modifier in {"over", "under"} and noun is None:
        return re.search(r"\bthan $", text[: quantity.number.start][-6:]) is not None
    return quantity.modifier in {"exact", "range"} and not (noun and noun.of_people)


def _is_list_number(text: str, number: Span) -> bool:
    line = text[text.rfind("\n", 0, number.start) + 1 : number.start]
    return (
        not line.strip(" •-–*(")
        and re.match(r"[.)](?:\s|$)", text[number.end : number.end + 2]) is not None
    )


_SCORE = re.compile(r"(?<![\w.,$€£-])\d{1,3} ?[-–] ?\d{1,3}(?! ?[-–]\d|[\w%])")
_GAME = re.compile(
    r"\b(?:w[io]n|wins|winning|beat|beats|beaten|lost|loss(?:es)?|lose|victor(?:y|ies)|defeat(?:ed|"
    r"s)?|draw|drew|drawn|scores?|"
    r"scored|scoreline|lead|led|trail\w*|tied|tie|record|thrash\w*|thumping|triumph|rout|set|sets|"
    r"overtime|season|aggregate|"
    r"advantage|half-?time|run|streak|start|mark|stands?|finish\w*|goals?|league|cup|match|game|series)\b",
    re.IGNORECASE,
)


_VOTED = re.compile(
    r"\b(?:vot\w*|senate|house|majority|passed|approved|ballot|favor|favour|council|committee|jury|"
    r"court|judges|ruled|ruling|"
    r"decision|parliament|bill|resolution|percent|polls?)\b",
    re.IGNORECASE,
)


def _is_tally(text: str, match: re.Match[str]) -> bool:
    """Says whether two numbers with a hyphen, the larger first, are a score: no range falls, and no vote is near."""
    first, second = (int(digits) for digits in re.findall(r"\d+", match[0]))
    near = text[max(0, match.start() - 60) : match.end() + 40]
    return first >= second and match[0].count("-") == 1 and _VOTED.search(near) is None


def _is_score(text: str, quantity: Quantity) -> bool:
    """Says whether it is one side of a score: two small numbers with a hyphen beside a word for a game."""
    if quantity.unit != "1" or quantity.modifier not in {"exact", "range"}:
        return False
    start, end = quantity.number
    if re.match(r"\s?-\s?all\b", text[end : end + 6]):
        return True
    for match in _SCORE.finditer(text, max(0, start - 6), end + 8):
        if match.start() <= start and end <= match.end():
            return bool(
                _is_tally(text, match)
                or _GAME.search(text[max(0, match.start() - 24) : match.start()])
                or _GAME.match(text[match.end() : match.end() + 20].lstrip(" -"))
                or re.match(
                    r" (?:\w+ ){1,2}(?:win|loss|victory|defeat|draw)\b",
                    text[match.end() : match.end() + 30],
                )
            )
    return False


def _is_short_year(text: str, quantity: Quantity) -> bool:
    """Says whether it is a year without its century: "'72"."""
    return bool(
        re.fullmatch(r"\d\d", quantity.number.of(text))
        and re.search(
            r"(?:^|[\s(])['’‘]$", text[max(0, quantity.number.start - 2) : quantity.number.start]
        )
        and quantity.unit == "1"
    )


def _is_date_with_stroke(text: str, quantity: Quantity) -> bool:
    """Says whether it is a date or saying with a stroke ("9/11", "24/7"); halves and the like are none."""
    stroke = re.fullmatch(r"\d+/(\d+)", quantity.number.of(text))
    return bool(stroke and quantity.unit == "1" and int(stroke[1]) not in {2, 3, 4, 5, 8, 10})


_STREET = re.compile(
    r" (?:[NSEW]\.? )?(?:[A-Z][\w.’'-]* ){1,3}(?:Ave|Avenue|St|Street|Rd|Road|Blvd|Boulevard|Dr|Drive|"
    r"Ln|Lane|Way|"
    r"Court|Ct|Square|Place|Highway|Hwy|Parkway|Terrace|Pike)\b"
)
_POSTCODE = re.compile(r"\b[A-Z]{2},? $")


def _is_address(text: str, quantity: Quantity) -> bool:
    """Says whether it is a house's number or a postal code: "405 Hollin Ave", "NV 33922"."""
    digits = quantity.number.of(text)
    if quantity.unit != "1" or not digits.isdigit():
        return False
    before = text[max(0, quantity.number.start - 6) : quantity.number.start]
    code = len(digits) == 5 and _POSTCODE.search(before) is not None
    return code or _STREET.match(text, quantity.number.end) is not None


_PHONE = re.compile(
    r"(?:\+?\d{1,3}[ .-])?\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\d)|"
    r"\d{3}-\d{4}(?!\d)(?=\s*(?:or|to|for|,|\.|$))"
)


def _is_phone(text: str, number: Span) -> bool:
    """Says whether it is a piece of a telephone number or of a time, or a serial number of many digits."""
    before = text[max(0, number.start - 20) : number.start]
    around = max(0, number.start - 16)
    for match in _PHONE.finditer(text, around, number.end + 16):
        if (
            match.start() < number.end
            and number.start < match.end()
            and text[match.start() - 1 : match.start()] not in {"$", "€", "£"}
        ):
            return True
    long_serial = re.fullmatch(r"\d{13,}", number.of(text)) is not None
    return long_serial or re.search(r"\+(?:\d[\d ()-]*)?$|\d:$", before) is not None


def _in_name(text: str, quantity: Quantity) -> bool:
    """Says whether a number belongs to a name: "Nord 2", "the Contact Four", "World War Two"."""
    if quantity.unit != "1" or quantity.modifier != "exact":
        return False
    before, number = text[: quantity.number.start], quantity.number.of(text)
    last = re.search(r"([^\W\d_][\w&.’'-]*) ?$", before[-30:])
    capital = bool(last and last[1][0].isupper() and last[1] not in _SENTENCE_WORDS)
    noun = noun_after(text, quantity.span.end)
    if number[0].isalpha():
        after = re.match(r" [A-Z][\w’'-]*", text[quantity.number.end :])
        inside = before[-1:] == " " and before[-2:-1] not in {*'.!?:"”“', ""}
        named = after is not None and inside and not is_plural(after[0])
        return number[0].isupper() and (capital or named)
    counted = noun is not None and noun.plural and noun.words[0].islower()
    if counted and len(number) == 1 and _MODEL.search(before[-40:]):
        return True
    return capital and len(number) < 5 and not counted


_MODEL = re.compile(
    r"(?:\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|the|a|its|their|of|"
    r"with|and|of the)) "
    r"(?!The|In|On|At|By)[A-Z][\w-]+ $"
)
"""A name before a single digit, itself behind a number or small word: "18 Leopard 2 tanks"."""
_SENTENCE_WORDS = word_set(
    """
    The A An About Around Some Over Nearly Almost Only Just In On At With Of By Since After Before And But Or Least
    More
    """
)


_TURNED = re.compile(
    r"\b(?:turn(?:s|ed|ing)|(?:he|she|who|I|am|i['’]m) (?:was|is|am)(?: only| just)?) $",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r" ?(?:[,.;)]|and\b|when\b|at the time|in [A-Z]|on [A-Z]|this|last|next|years|$)"
)


def is_age(text: str, quantity: Quantity) -> bool:
    """Says whether a number is the age of somebody or something."""
    if _AGED.search(text[max(0, quantity.span.start - 24) : quantity.number.start]):
        return quantity.unit in {"1", "year", "month"}
    if quantity.unit == "1" and _TURNED.search(
        text[max(0, quantity.span.start - 16) : quantity.span.start]
    ):
        return (quantity.value or 999) < 110 and _ENDS.match(text, quantity.number.end) is not None
    if _AGE.match(text, quantity.number.end) or _AGE.match(text, quantity.span.end):
        return True
    commas = re.search(
        r"[^\W\d][.’']? ?, $", text[max(0, quantity.number.start - 6) : quantity.number.start]
    )
    after = text[quantity.number.end : quantity.number.end + 2].strip()[:1]
    named = commas and text[: commas.start() + max(0, quantity.number.start - 6)].rsplit(None, 1)
    return bool(
        commas
        and named
        and after in {",", "."}
        and quantity.unit == "1"
        and quantity.modifier == "exact"
        and 0 < (quantity.value or 999) < 110
    )


def _is_point_in_time(text: str, quantity: Quantity) -> bool:
    unit = load_amounts().units.get(quantity.unit)
    return bool(unit and unit.kind == "duration" and _RELATIVE.match(text, quantity.span.end))


def _is_idle_one(text: str, quantity: Quantity) -> bool:
    """Says whether "one" is a pronoun or an article; "one percent" and "one million" are not."""
    if quantity.number.of(text).lower() != "one":
        return False
    unit = load_amounts().units.get(quantity.unit)
    if unit is None:
        return True
    return (
        unit.kind not in {"share", "area", "length", "mass", "duration"} or quantity.unit == "day"
    )


_COMPOUND = re.compile(
    r"-(?:point|page|word|man|men|stor(?:e?y)|part|way|time|step|sided|party|seat|seater|member|nation)\b",
    re.IGNORECASE,
)
"""Second parts of adjectives that describe a thing and count nothing of their own ("a 12-point plan")."""


def _is_known_set(text: str, quantity: Quantity) -> bool:
    if quantity.unit == "1" and _COMPOUND.match(text, quantity.number.end):
        return True
    if quantity.unit != "1" or quantity.modifier not in {"exact", "about"}:
        return False
    small = quantity.value is not None and quantity.value <= _SMALL_LIMIT
    before = text[max(0, quantity.number.start - 24) : quantity.number.start]
    return small and _DEFINITE.search(before) is not None


def _is_small_word(text: str, quantity: Quantity) -> bool:
    """Says whether a small count in words counts no people who suffer or do something."""
    if quantity.unit != "1" or quantity.modifier != "exact" or quantity.form != "words":
        return False
    noun = noun_after(text, quantity.span.end)
    small = quantity.value is not None and quantity.value <= 12
    return small and not (noun and noun.of_people and noun.participle)


def _is_page_count(text: str, quantity: Quantity) -> bool:
    """Says whether it is one of both numbers of "1 / 4", where a page counts its pictures."""
    before = text[max(0, quantity.number.start - 6) : quantity.number.start]
    after = text[quantity.number.end : quantity.number.end + 4]
    stroke = re.search(r"\d\s*/\s*$", before) or re.match(r"\s+/\s*\d", after)
    return quantity.unit == "1" and stroke is not None


def _is_emphasis(text: str, quantity: Quantity) -> bool:
    """Says whether "100%" alone in quotation marks only says "surely"."""
    before = text[max(0, quantity.span.start - 1) : quantity.span.start]
    after = text[quantity.span.end : quantity.span.end + 1]
    quoted = before in {"'", '"', "‘", "“"} and after in {"'", '"', "’", "”"}
    return bool(quoted and quantity.unit == "%" and quantity.value == 100)


def _is_fraction_of_a_day(text: str, quantity: Quantity) -> bool:
    """Says whether it is a date or saying written with a stroke (9/11, 24/7)."""
    return quantity.unit == "1" and "/" in quantity.number.of(text)
