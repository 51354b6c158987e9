"""Hedge + number + unit, joined to quantities: ranges, exchanges, currencies before the number, garbled units.

Here lives the form of a quantity; what it measures is `measured`'s work and whether it is a figure at all
`exclusions`'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from reportedly.measuring.numbers import Number, find_numbers
from reportedly.model import Span
from reportedly.vocabulary.units import load_amounts


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds and unit, as far as the words right beside it tell."""

    # From the hedge to the end of the unit.
    span: Span
    # The digits or number words alone.
    number: Span
    # What is stated, None for a range or a vague plural.
    value: float | None
    low: float | None
    high: float | None
    # One of `vocabulary.units.MODIFIERS`.
    modifier: str
    # Short name, "1" where no unit stands beside it.
    unit: str
    # Form of the number; see `Number.form`, or "exchange".
    form: str
    # What was printed, where it had to be read otherwise.
    note: str = ""
    # Whether a hyphen joins number and unit ("30-day").
    compound: bool = False
    # Where the number stands that it is a part of ("40 of the 200 prisoners"), None if there is none.
    whole: Span | None = None


def find_quantities(text: str) -> list[Quantity]:
    """Returns every quantity of a text in order, figures or not; stretches never overlap."""
    found: list[Quantity] = []
    for quantity in _join_ranges(text, [_bare(number) for number in find_numbers(text)]):
        whole = _hedged(text, _with_unit(text, quantity))
        if not found or whole.span.start >= found[-1].span.end:
            found.append(whole)
        elif quantity.number.start >= found[-1].span.end:
            found.append(replace(whole, span=Span(found[-1].span.end, whole.span.end)))
    return [replace(q, span=_lstrip(text, q.span)) for q in found]


def _bare(number: Number) -> Quantity:
    modifier = "range" if number.value is None else "exact"
    unit = {"fraction": "%", "twice": "times", "multiple": "times"}.get(number.form, "1")
    scale = 100.0 if number.form == "fraction" else 1.0
    value = (
        None
        if number.value is None
        else float(f"{number.value * scale:.6g}")
        if scale > 1
        else number.value
    )
    low, high = (value, value) if value is not None else (number.low, number.high)
    return Quantity(number.span, number.span, value, low, high, modifier, unit, number.form)


# --- ranges and exchanges ---------------------------------------------------------------------------------

_DASH = re.compile(r" ?(?:-|–|—| to | and | or ) ?")
_CHANGE = re.compile(
    r"\b(?:ris\w*|rose|grew|grow\w*|increas\w*|f[ae]ll\w*|drop\w*|decreas\w*|reduc\w*|cut|down|up|"
    r"shr[aiu]nk|went|"
    r"gone|expand\w*|declin\w*|jump\w*|climb\w*)\b[^.;]*\bfrom [^\w]*$",
    re.IGNORECASE,
)
"""Words that make "from A to B" a change of one figure and no range."""
_CHANGED = re.compile(
    r"\b(?:rose|risen|rises?|rising|gr[eo]w\w*|increased?|fell|falls?|fallen|falling|drop\w*|declin\w*|"
    r"decreas\w*|jump\w*|climb\w*|"
    r"plunge\w*|plung\w*|surg\w*|soar\w*|slid|slump\w*|slipp\w*|gain\w*|lost|tumbl\w*|"
    r"down|up|off|added|shed|eased) [^\w]*$",
    re.IGNORECASE,
)
"""Words right before "$4 to $15" that make it a step and a new level, and no range."""
_EXCHANGE = re.compile(r"-for-| for ")


def _join_ranges(text: str, numbers: list[Quantity]) -> list[Quantity]:
    joined: list[Quantity] = []
    for right in numbers:
        left = joined[-1] if joined else None
        if left is not None and (pair := _pair(text, left, right)):
            joined[-1] = pair
        else:
            joined.append(right)
    return joined


def _pair(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Joins two neighbouring numbers where the words between make them a range or an exchange."""
    if (
        left.value is None
        or right.value is None
        or {left.form, right.form} & {"fraction", "twice", "multiple"}
    ):
        return None
    gap = text[left.number.end : right.number.start]
    span = Span(left.number.start, right.number.end)
    if _EXCHANGE.fullmatch(gap) and left.value == right.value and "-" in gap:
        return replace(left, span=span, number=span, form="exchange")
    if not _DASH.fullmatch(_without_repeated_unit(text, _without_currency(gap), right)):
        return None
    low, high = _ends(text, left, right)
    if low >= high or not _is_range(
        text, left, gap.strip(), doubled=high > 2 * low, steep=high > 5 * low
    ):
        return None
    return Quantity(span, span, None, low, high, "range", "1", left.form)


def _is_range(text: str, left: Quantity, joint: str, *, doubled: bool, steep: bool) -> bool:
    """Says whether "and" follows "between", "or" joins neighbours, and "from A to B" is no change."""
    before = text[max(0, left.number.start - 60) : left.number.start]
    if joint == "and":
        return re.search(r"\bbetween [^\w]*$", before, re.IGNORECASE) is not None
    if joint.startswith(("to $", "to €", "to £")):
        return _CHANGED.search(before) is None and _CHANGE.search(before) is None
    if joint == "to" and steep and re.search(r"\bby [^\w]*$", before):
        return False
    return _CHANGE.search(before) is None and not (joint == "or" and doubled)


def _ends(text: str, left: Quantity, right: Quantity) -> tuple[float, float]:
    """Returns both ends of a range; in "2 to 3 million" the multiplier holds for both, as in "30 to 35,000"."""
    low, high = left.value or 0.0, abs(right.value or 0.0)
    factor = _factor_of(right.number.of(text).lower())
    if factor > 1 and low < high / factor and _factor_of(left.number.of(text).lower()) == 1:
        low *= factor
    elif re.search(r"\d,000$", right.number.of(text)) and low < 1000 and low * 1000 < high:
        low *= 1000
    return low, high


def _without_currency(gap: str) -> str:
    return re.sub(r"[$€£¥₽₴]", "", gap)


def _without_repeated_unit(text: str, gap: str, right: Quantity) -> str:
    """Takes off a unit given with both ends of a range ("10% to 15%")."""
    unit = _unit_after(text, right.number.end)
    if unit is None:
        return gap
    printed = text[unit[1].start : unit[1].end]
    return gap.removeprefix(printed) if gap.startswith(printed) else gap


def _factor_of(words: str) -> float:
    factor = 1.0
    amounts = load_amounts()
    for word in re.findall(r"[a-z]+", words):
        factor *= amounts.multipliers.get(word, amounts.letters.get(word, 1.0))
    return factor


# --- parts of wholes --------------------------------------------------------------------------------------

_OF_WHOLE = re.compile(
    r"\s+(?:out )?of (?:(?:the|its|their|his|her|our|all|these|those|a total of|some|more than|about|"
    r"nearly)\s+)*(?:[\w'’-]+\s+){0,2}?"
)


_LISTED = re.compile(r"(?:,|,? and|,? or|,? to)\s+")


def share_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Gives "N of the M UNIT", "from N to M UNIT" and "N and M UNIT" the unit at N too.

    A part knows where its whole stands.
    """
    shared = list(quantities)
    for place in range(len(shared) - 2, -1, -1):
        part, whole = shared[place], shared[place + 1]
        gap = text[part.span.end : whole.span.start]
        small = part.value is not None and whole.value is not None and part.value < whole.value
        if part.unit == "1" and small and _OF_WHOLE.fullmatch(gap):
            shared[place] = replace(part, unit=whole.unit, whole=whole.span)
        elif part.unit == "1" and whole.unit != "1" and _LISTED.fullmatch(gap):
            shared[place] = replace(part, unit=whole.unit)
    return shared


# --- units ------------------------------------------------------------------------------------------------


@cache
def _unit_pattern() -> re.Pattern[str]:
    """Any unit word or symbol, longest first; groups `form` (any case) and `symbol` (exact)."""
    units = load_amounts().units.values()
    forms = sorted({form for unit in units for form in unit.forms}, key=len, reverse=True)
    symbols = sorted({sign for unit in units for sign in unit.symbols}, key=len, reverse=True)
    by_form = "|".join(re.escape(form).replace(r"\ ", r"s?[ -]+") for form in forms)
    by_symbol = "|".join(re.escape(sign) for sign in symbols)
    return re.compile(rf"(?:(?P<symbol>{by_symbol})|(?P<form>(?i:{by_form})(?:s|es)?))(?![\w²³])")


@cache
def _unit_names() -> dict[str, str]:
    names = {}
    for unit in load_amounts().units.values():
        names.update(dict.fromkeys(unit.symbols, unit.code))
        names.update(dict.fromkeys(unit.forms, unit.code))
    return names


@cache
def _symbol_before() -> re.Pattern[str]:
    money = [unit for unit in load_amounts().units.values() if unit.kind == "money"]
    signs = sorted({sign for unit in money for sign in unit.symbols}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(sign) for sign in signs)})[ \u00a0]?-?$")


def unit_code(words: str) -> str | None:
    """Returns the short name of a unit word or symbol, None if it is none."""
    names = _unit_names()
    if words in names:
        return names[words]
    plain = re.sub(r"s?[ -]+", " ", words.lower())
    for form in (words.lower(), plain, re.sub(r"s$", "", plain), re.sub(r"es$", "", plain)):
        if form in names:
            return names[form]
    return next((code for form, code in names.items() if _same_words(form, plain)), None)


def _same_words(form: str, plain: str) -> bool:
    left, right = form.split(), plain.split()
    return len(left) == len(right) and all(
        a.rstrip("s") == b.rstrip("s") for a, b in zip(left, right, strict=True)
    )


def _unit_after(text: str, end: int) -> tuple[str, Span, bool] | None:
    """Returns the unit that begins right after a place: its code, its stretch, whether a hyphen joins it."""
    joint = re.match(r"(?P<hyphen> - |-(?! )| -(?=[a-z]))|[ \u00a0\u202f]?<?", text[end : end + 4])
    hyphen, skip = bool(joint and joint["hyphen"]), len(joint[0]) if joint else 0
    match = _unit_pattern().match(text, end + skip)
    if match is None or (
        match["symbol"] and hyphen and match["symbol"] in {"C", "F", "m", "t", "g", "h", "s"}
    ):
        return None
    code = unit_code(match[0])
    return (code, Span(match.start(), match.end()), hyphen) if code else None


def _times(quantity: Quantity, factor: float) -> Quantity:
    def scaled(value: float | None) -> float | None:
        return None if value is None else value * factor

    low, high = scaled(quantity.low), scaled(quantity.high)
    return replace(quantity, value=scaled(quantity.value), low=low, high=high)


def _with_unit(text: str, quantity: Quantity) -> Quantity:
    of = 3 if quantity.form == "vague" and text.startswith(" of ", quantity.number.end) else 0
    after = _unit_after(text, quantity.number.end + of)
    before = _symbol_before().search(
        text[max(0, quantity.number.start - 12) : quantity.number.start]
    )
    if before is not None:
        code = unit_code(before[0].strip(" \u00a0-"))
        start = quantity.number.start - len(before[0])
        end = quantity.number.end
        if after is not None and load_amounts().units[after[0]].kind == "money":
            code, end = after[0], after[1].end
        return replace(quantity, span=Span(start, end), unit=code or "1")
    if after is None:
        return repaired_split(text, quantity)
    code, unit_span, hyphen = after
    if code == "point" and hyphen:
        return quantity
    if code == "GBP" and _is_weight(text, unit_span, hyphen=hyphen):
        code = "lb"
    if million := re.match(
        r" (million|billion|trillion)\b", text[unit_span.end : unit_span.end + 9]
    ):
        quantity = _times(quantity, load_amounts().multipliers[million[1]])
        unit_span = Span(unit_span.start, unit_span.end + million.end())
    if text[unit_span.start - 1] == "<" and text[unit_span.end : unit_span.end + 1] == ">":
        unit_span = Span(unit_span.start, unit_span.end + 1)
    found = replace(
        quantity, span=Span(quantity.span.start, unit_span.end), unit=code, compound=hyphen
    )
    return repaired_intrusion(text, found, unit_span)


_WEIGHT = re.compile(
    r"\b(?:weigh\w*|weights?|lift\w*|ounces?|oz|lbs?|kilos?|kilograms?|kgs?|fat|thrust)\b",
    re.IGNORECASE,
)
_GOODS = re.compile(
    r" (?:\([^)]{0,24}\) )?of (?!debt|aid|savings|investment|assets|spending|taxpayer|public|funding|"
    r"cash)[a-z]"
)


def _is_weight(text: str, unit: Span, *, hyphen: bool) -> bool:
    """Says whether pounds are a weight: beside words of weighing, of goods, or in "a 20-pound bag"."""
    near = text[max(0, unit.start - 40) : unit.end + 24]
    joined = (
        hyphen
        and re.match(r" (?:note|fine|coin|bill|cheque)\b", text[unit.end : unit.end + 8]) is None
    )
    return "£" not in near and bool(joined or _WEIGHT.search(near) or _GOODS.match(text, unit.end))


# --- garbled units ----------------------------------------------------------------------------------------

_INTRUDER = r"(?:to|it|him|her|them|of|for|by|in|on|the|a|this|that|its|from|at|with|us|me|you)"
_STRAY = re.compile(
    rf"(?P<between>(?:[ ,.]+{_INTRUDER}\b){{1,4}}[ ,.]+)"
    r"(?P<unit>km|m|mi|ha|cm|kilomet(?:er|re)s?|met(?:er|re)s?|miles?)\b(?!\s?/)",
    re.IGNORECASE,
)
_SQUARED = re.compile(rf"[ \u00a0](?P<square>square|sq\.?)(?=[ ,.]+{_INTRUDER}\b)", re.IGNORECASE)
_SQUARE_OF = {"km": "km2", "m": "m2", "mi": "mi2", "cm": "m2", "ha": "ha"}


def repaired_intrusion(text: str, quantity: Quantity, unit: Span) -> Quantity:
    """Reads an area unit that other words have split, its last part left behind, as the unit it was.

    An area followed by at most four small words and a length symbol without a number of its own cannot be meant as
    printed: the symbol is what is left of the unit, the words have slipped in (machine translation does this).
    """
    if load_amounts().units[quantity.unit].kind != "area":
        return quantity
    stray = _STRAY.match(text, unit.end)
    if stray is None:
        return quantity
    return _repaired(text, quantity, Span(quantity.span.start, stray.end()), stray["unit"])


def repaired_split(text: str, quantity: Quantity) -> Quantity:
    """Reads "300 square of it km" as an area; a number without any unit is returned as it is."""
    squared = _SQUARED.match(text, quantity.number.end)
    stray = _STRAY.match(text, squared.end()) if squared else None
    if stray is None:
        return quantity
    return _repaired(text, quantity, Span(quantity.span.start, stray.end()), stray["unit"])


def _repaired(text: str, quantity: Quantity, span: Span, remainder: str) -> Quantity:
    stem = re.sub(r"(?:met(?:er|re)s?|iles?)$", "", remainder.lower()) or "m"
    unit = _SQUARE_OF[
        {"kilo": "km", "m": "mi" if remainder.lower().startswith("mile") else "m"}.get(stem, stem)
    ]
    printed = text[quantity.number.start : span.end]
    note = f"printed “{printed}”; read as {quantity.number.of(text)} {unit}: the unit was split"
    return replace(quantity, span=span, unit=unit, note=note)


# --- hedges -----------------------------------------------------------------------------------------------


@cache
def _hedge_pattern() -> re.Pattern[str]:
    amounts = load_amounts()
    hedges = "|".join(re.escape(word) for word in sorted(amounts.hedges, key=len, reverse=True))
    fillers = "|".join(re.escape(word) for word in sorted(amounts.fillers, key=len, reverse=True))
    return re.compile(rf"(?:(?<=\W)|^)(?P<hedge>{hedges})(?:\s+(?:{fillers}))*\s*$", re.IGNORECASE)


@cache
def _suffix_pattern() -> re.Pattern[str]:
    suffixes = sorted(load_amounts().suffixes, key=len, reverse=True)
    return re.compile(
        rf"\s?(?P<suffix>{'|'.join(re.escape(word) for word in suffixes)})(?!\w)", re.IGNORECASE
    )


_PHRASAL = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|tak(?:es?|ing|en)|took|turn(?:s|ed|ing)?|giv(?:es?|ing|en)|gave|control|"
    r"authority|"
    r"sovereignty|power|rule|dispute|war|talks|all|f(?:ly|lew|lown)|across|million|billion|trillion|"
    r"percent|%|euros|dollars|pounds|\d) over$|\bwhat .{0,12}about$|"
    r"\b(?:talk|think|thought|know|knew|ask|say|said|worr|sp[eo]ak|spoke|spoken|wr[io]t|heard|hear|"
    r"complain|care|learn|t[eo]ld?|"
    r"concern|joke|lie|lied|question|story|stories|report|book|film|article|claim|information|"
    r"details)\w* about$",
    re.IGNORECASE,
)
"""Verbs and nouns whose "over" or "about" belongs to them and is no hedge."""


_PERIOD = re.compile(
    r"over\s+(?:the\s+)?(?:last|past|next|coming|following|remaining)\s*$", re.IGNORECASE
)
"""Says when something is, not how much: "over the last three years"."""


def _hedged(text: str, quantity: Quantity) -> Quantity:
    start = quantity.span.start
    window = text[max(0, start - 60) : start]
    window = window[window.rfind("\n") + 1 :]
    match = _hedge_pattern().search(window)
    if match is not None and not (
        _PHRASAL.search(window[: match.end("hedge")]) or _PERIOD.search(match[0])
    ):
        modifier = load_amounts().hedges[match["hedge"].lower()]
        hedged = replace(
            quantity, span=Span(start - (len(window) - match.start()), quantity.span.end)
        )
        return _bounded(hedged, modifier)
    for place in (quantity.number.end, quantity.span.end):
        suffix = _suffix_pattern().match(text, place)
        if suffix is not None:
            end = max(quantity.span.end, suffix.end())
            modifier = load_amounts().suffixes[suffix["suffix"].lower()]
            return _bounded(replace(quantity, span=Span(quantity.span.start, end)), modifier)
    between = re.search(r"\b(?:between|from)\s+$", window, re.IGNORECASE)
    if between and quantity.modifier == "range":
        return replace(
            quantity, span=Span(start - (len(window) - between.start()), quantity.span.end)
        )
    return quantity


def _bounded(quantity: Quantity, modifier: str) -> Quantity:
    """Applies a hedge: one bound for "over" and "under", none for "about"; a range keeps both of its ends."""
    if quantity.modifier == "range":
        if quantity.form != "vague":
            return quantity
        low = quantity.low if modifier not in {"at most", "under"} else None
        high = quantity.high if modifier not in {"at least", "over"} else None
        return replace(
            quantity, low=low, high=high, modifier=modifier if modifier != "about" else "range"
        )
    bounds = {
        "at least": (quantity.value, None),
        "over": (quantity.value, None),
        "at most": (None, quantity.value),
        "under": (None, quantity.value),
    }
    low, high = bounds.get(modifier, (None, None))
    return replace(quantity, low=low, high=high, modifier=modifier)


def _lstrip(text: str, span: Span) -> Span:
    start = span.start
    while start < span.end - 1 and text[start].isspace():
        start += 1
    return Span(start, span.end)
