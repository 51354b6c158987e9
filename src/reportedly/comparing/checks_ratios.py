"""Checks of shares, changes, multiples and rates against the numbers of their own sentence.

Each reads one form of words that says which number is the share, which the part and which the whole. Where the words
leave that open nothing is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.comparing.arithmetic import agreement, in_unit, shown, stated
from reportedly.comparing.measurands import kind_of
from reportedly.comparing.wordings import Wording, between
from reportedly.model import Check, Figure
from reportedly.text.numerals import VALUES

Found = tuple[str, Check]

POINT = 1.0
"""Percentage points by which a stated share may differ from the one calculated from rounded numbers."""

MOST = 8
"""Figures of a sentence beyond which it is a table, whose words relate nothing."""

_HEDGE = (
    r"(?:about|around|roughly|approximately|nearly|almost|some|just|over|under|more than|less than|"
    r"an estimated|close to)?\s*"
)
_OR = re.compile(rf"(?:\s[\w-]+){{0,3}},?\s(?:or|i\.e\.|which is|that is)\s{_HEDGE}", re.IGNORECASE)
_BRACKET = re.compile(rf"(?:\s[\w-]+){{0,3}}\s\(\s?{_HEDGE}", re.IGNORECASE)
_DASH = re.compile(
    rf"(?:\s[\w-]+){{0,6}}\s?[–—-]\s{_HEDGE}|(?:\s[\w-]+){{0,6}}\s[–—-]\s?{_HEDGE}", re.IGNORECASE
)
_OF = re.compile(
    r"\)?(?:\s[\w-]+){0,2}\s(?:out )?of (?:the |its |their |all |a total of |some |about |around )*",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"[^.;]{0,70}?,? of (?:whom|which|them)\s(?:\w+\s){0,3}", re.IGNORECASE)
_IN = re.compile(r" (?:in|out of)(?: every)? ", re.IGNORECASE)
_CLOSE = re.compile(r"[^.;\d]{0,45}?(?:, or|\(|,)\s?(?:\w+\s){0,2}", re.IGNORECASE)

_UP = r"rose|risen|rises?|rising|increas\w+|grew|grow\w*|jump\w*|climb\w*|soar\w*|surg\w+|up|expand\w*|gain\w*"
_DOWN = (
    r"fell|fall\w*|dropp?\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|down|slump\w*|plung\w+|cut|reduc\w+"
)
_UP_WORD = re.compile(rf"\b(?:{_UP})\b", re.IGNORECASE)
_DOWN_WORD = re.compile(rf"\b(?:{_DOWN})\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:\w+\s){0,2}$", re.IGNORECASE)
_TO = re.compile(r"[^.;\d]{0,40}?\s?(?:in \d{4}\s)?to\s(?:\w+\s){0,2}", re.IGNORECASE)
_MULTIPLE = re.compile(r"\b(?:doubl|tripl|quadrupl|halv)(?:ed|ing)\b", re.IGNORECASE)
_TIMES = {"doubl": 2.0, "tripl": 3.0, "quadr": 4.0, "halve": 0.5, "halvi": 0.5}
LOOSE = 0.15
"""Part by which "doubled" may miss: it is said of what nearly doubled."""
_LASTING = re.compile(
    r"\b(?:over|in|for|during|within)\s(?:the\s)?(?:past\s|last\s|next\s)?(?P<number>\d+|[a-z-]+)\s(?P<unit>day|week|month|year)s\b",
    re.IGNORECASE,
)
_SUMMED = re.compile(
    r"\b(?:total|altogether|in all|making|makes|amounts? to|adds? up|in sum|that is|or)\b",
    re.IGNORECASE,
)


def ratio_checks(sentence: Sequence[Wording]) -> Iterator[Found]:
    """Yields checks of shares, changes, multiples and rates of one sentence, as (figure id, check)."""
    for wording in sentence:
        yield from _multiples(wording)
    if not 2 <= len(sentence) <= MOST:
        return
    for triple in zip(sentence, sentence[1:], sentence[2:], strict=False):
        yield from _shares(*triple)
        yield from _changes(*triple)
    yield from _rates(sentence)


# --- shares -----------------------------------------------------------------------------------------------


def _shares(a: Wording, b: Wording, c: Wording) -> Iterator[Found]:
    """Reads "P, or S % of W", "S % of W, or P", "P of W, or S %", "W, of whom S % ... P" and "2 in 3 ..., or 66 %"."""
    units = tuple("%" if one.figure.unit == "%" else "n" for one in (a, b, c))
    first, second = between(a, b), between(b, c)
    joined, later = _joins(first), _joins(second)
    if units == ("n", "%", "n") and joined and _OF.fullmatch(second):
        yield from _share(b.figure, a.figure, c.figure)
    elif units == ("%", "n", "n") and joined and _OF.fullmatch(second):
        yield from _share(a.figure, b.figure, c.figure)
    elif units == ("%", "n", "n") and _OF.fullmatch(first) and later:
        yield from _share(a.figure, c.figure, b.figure)
    elif (
        units == ("n", "n", "%") and _OF.fullmatch(first) and (later or _CLOSE.fullmatch(second))
    ) or (units == ("n", "n", "%") and _IN.fullmatch(first) and _CLOSE.fullmatch(second)):
        yield from _share(c.figure, a.figure, b.figure)
    elif units == ("n", "%", "n") and _OF_WHOM.fullmatch(first) and later:
        yield from _share(b.figure, c.figure, a.figure)


def _joins(words: str) -> bool:
    return any(form.fullmatch(words) for form in (_OR, _BRACKET, _DASH))


def _share(share: Figure, part: Figure, whole: Figure) -> Iterator[Found]:
    """Checks a share; bounds leave it open, and a part above its whole is the matter of `checks_parts`."""
    if part.value is None or not whole.value or share.value is None:
        return
    if not _countable(part.unit, whole.unit) or part.value > whole.value or _bounded(part, whole):
        return
    calculated = 100 * part.value / whole.value
    result = agreement(calculated, share)
    agrees = result.agrees or abs(calculated - share.value) <= POINT
    arithmetic = (
        f"{shown(part.value)} of {shown(whole.value)} is {shown(round(calculated, 1), '%')}; "
        f"stated {stated(share)}; {result.words}"
    )
    yield from _same("ratio", (share, part, whole), result.difference, arithmetic, agrees=agrees)


def _bounded(*figures: Figure) -> bool:
    """Says whether one of the figures is a bound and no number."""
    return any(one.modifier in {"at least", "over", "at most", "under", "range"} for one in figures)


def _countable(one: str, other: str) -> bool:
    return one == other or {one, other} <= {"1", "people"}


# --- changes and multiples --------------------------------------------------------------------------------


def _changes(a: Wording, b: Wording, c: Wording) -> Iterator[Found]:
    """Reads "rose 20 % from A to B", "from A to B, a rise of 20 %" and "by 20 %, or N, to B"."""
    units = tuple("%" if one.figure.unit == "%" else "n" for one in (a, b, c))
    words = a.words
    up, down = _UP_WORD.search(words), _DOWN_WORD.search(words)
    if (up is None) == (down is None):
        return
    sign = 1 if up else -1
    first, second = between(a, b), between(b, c)
    if (
        units == ("%", "n", "n")
        and _joins(first)
        and re.fullmatch(r"[^.;\d]{0,25}\bto (?:\w+ ){0,2}", second)
    ):
        yield from _grown(a.figure, c.figure, b.figure, sign)
    elif (
        units == ("%", "n", "n")
        and _FROM.search(first)
        and len(first) < 60
        and _TO.fullmatch(second)
    ):
        yield from _changed(a.figure, b.figure, c.figure, sign)
    elif (
        units == ("n", "n", "%")
        and _FROM.search(a.before)
        and _TO.fullmatch(first)
        and _CLOSE.fullmatch(second)
    ):
        yield from _changed(c.figure, a.figure, b.figure, sign)


def _changed(share: Figure, old: Figure, new: Figure, sign: int) -> Iterator[Found]:
    if not old.value or new.value is None or share.value is None:
        return
    if not _countable(old.unit, new.unit):
        if {kind_of(old), kind_of(new)} == {"money"}:
            arithmetic = (
                f"from {stated(old)} to {stated(new)}: no change can be told in two currencies"
            )
            yield from _same("currency", (share, old, new), None, arithmetic, agrees=False)
        return
    calculated = sign * 100 * (new.value - old.value) / old.value
    result = agreement(calculated, share)
    agrees = result.agrees or abs(calculated - share.value) <= POINT
    arithmetic = (
        f"from {shown(old.value)} to {shown(new.value, new.unit)} is {calculated * sign:+.1f} %; "
        f"stated {stated(share)}"
    )
    yield from _same("ratio", (share, old, new), result.difference, arithmetic, agrees=agrees)


def _grown(share: Figure, new: Figure, added: Figure, sign: int) -> Iterator[Found]:
    if (
        not new.value
        or not added.value
        or share.value is None
        or not _countable(new.unit, added.unit)
    ):
        return
    old = new.value - sign * added.value
    if old <= 0:
        return
    calculated = 100 * added.value / old
    result = agreement(calculated, share)
    agrees = result.agrees or abs(calculated - share.value) <= POINT
    sum_ = f"{shown(new.value)} {'-' if sign > 0 else '+'} {shown(added.value)} = {shown(old)}"
    arithmetic = (
        f"{sum_}; {shown(added.value)} of {shown(old)} is {calculated:.1f} %; "
        f"stated {stated(share)}"
    )
    yield from _same("ratio", (share, new, added), result.difference, arithmetic, agrees=agrees)


def _multiples(wording: Wording) -> Iterator[Found]:
    """Reads "doubled from A to B", which is one figure: a range."""
    figure = wording.figure
    word = _MULTIPLE.search(wording.before)
    if word is None or figure.value is not None or not figure.low or not figure.high:
        return
    if (
        not figure.evidence.exact.lower().startswith("from ")
        or wording.before[word.end() :].strip()
    ):
        return
    times = _TIMES[word[0].lower()[:5]]
    ratio = figure.high / figure.low
    difference = ratio / max(times, 1 / times) - 1
    arithmetic = (
        f"{shown(figure.high)} / {shown(figure.low)} = {ratio:.3g}; stated {word[0].lower()}"
    )
    yield from _same("ratio", (figure,), difference, arithmetic, agrees=abs(difference) <= LOOSE)


# --- rates ------------------------------------------------------------------------------------------------


def _rates(sentence: Sequence[Wording]) -> Iterator[Found]:
    """Reads "R a day over N days, T in total": a rate, a length of time and what they make."""
    rates = [one for one in sentence if "/" in one.figure.unit and one.figure.unit.count("/") == 1]
    if len(rates) != 1:
        return
    rate, words = rates[0].figure, rates[0].words
    base, per = rate.unit.split("/")
    lasting = _LASTING.search(words)
    totals = [one for one in sentence if _countable(one.figure.unit, base) and one.figure.value]
    if lasting is None or len(totals) != 1 or rate.value is None or not _SUMMED.search(words):
        return
    word = lasting["number"].lower()
    number = float(word) if word.isdigit() else VALUES.get(word)
    length = None if number is None else in_unit(number, lasting["unit"].lower(), per)
    if length is None:
        return
    total = totals[0].figure
    calculated = rate.value * length
    result = agreement(calculated, total)
    arithmetic = (
        f"{shown(rate.value)} a {per} x {shown(length)} {per}s = {shown(calculated, base)}; "
        f"stated {stated(total)}; {result.words}"
    )
    yield from _same(
        "rate x time", (total, rate), result.difference, arithmetic, agrees=result.agrees
    )


def _same(
    kind: str,
    figures: Sequence[Figure],
    difference: float | None,
    arithmetic: str,
    *,
    agrees: bool,
) -> Iterator[Found]:
    """Yields one check for each of the figures it is about."""
    verdict = "consistent" if agrees else "inconsistent"
    ids = tuple(figure.id for figure in figures)
    for one in ids:
        others = tuple(other for other in ids if other != one)
        yield one, Check(kind, verdict, others, difference, arithmetic)
