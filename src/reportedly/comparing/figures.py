"""Compares figures of one measurand: agreement, disagreement, or a trend. Says which is right of none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from reportedly.comparing.arithmetic import (
    TOLERANCE,
    relative,
    rounds_to,
    shown,
    signed,
    stated,
    told_apart,
)
from reportedly.comparing.identity import Identity
from reportedly.comparing.measurands import Reading, matter_of, near
from reportedly.comparing.measurands_money import PACKAGE
from reportedly.comparing.wordings import Wording, wordings_of
from reportedly.model import Comparison, Figure, Report
from reportedly.model.dates import format_edtf, sort_key


def compare_figures(
    figures: Iterable[Figure], reports: Iterable[Report] = (), identity: Identity | None = None
) -> tuple[Comparison, ...]:
    """Returns the comparisons of figures that measure the same thing, each with the one next to it in time.

    Figures of one report that give the same value count once, and so do those of one sentence that several reports
    have. Takes time linear in the figures, besides sorting.

    Args:
        figures: rows of any reports.
        reports: their reports; the outlets are named in the notes.
        identity: which figures are one measurand; None knows no dossier and no judgements.
    """
    known, held = tuple(figures), tuple(reports)
    outlets = {report.id: report.outlet or report.title or report.origin_file for report in held}
    around = wordings_of(known, held)
    found: list[Comparison] = []
    for measurand, readings in (identity or Identity()).groups(known, held, around).items():
        distinct = distinct_readings(readings, around)
        pairs = (_compare(measurand, a, b, outlets) for a, b in pairwise(distinct))
        found.extend(pair for pair in pairs if pair)
    return (*found, *_summed(known))


def _summed(figures: Sequence[Figure]) -> list[Comparison]:
    """Puts totals and the parts that check them side by side: several wordings of one figure."""
    by_id = {figure.id: figure for figure in figures}
    totals: dict[tuple[str, ...], list[tuple[Figure, str, str]]] = {}
    for figure in figures:
        for check in figure.checks:
            if check.kind == "sum" and by_id.keys() >= set(check.against):
                entry = (figure, check.verdict, check.arithmetic)
                totals.setdefault(check.against, []).append(entry)
    found = []
    for parts, told in totals.items():
        agree = all(verdict == "consistent" for _, verdict, _ in told)
        first = by_id[parts[0]]
        places = ", ".join(dict.fromkeys(place for part in parts if (place := by_id[part].place)))
        matter = f"{first.measured_property or 'sum'} of {places or 'the parts'} together"
        rows = (*parts, *(figure.id for figure, _, _ in told))
        note = "; ".join(arithmetic for _, _, arithmetic in told)
        found.append(Comparison("agreement" if agree else "disagreement", matter, rows, note))
    return found


def distinct_readings(
    readings: Sequence[Reading], around: Mapping[str, Wording]
) -> list[tuple[Reading, ...]]:
    """Puts readings of one report with one value together, and those of one sentence; all in order of their dates.

    Undated ones come first.
    """
    same: dict[tuple[str, float | None, str], list[Reading]] = {}
    homes: dict[tuple[str, float | None, str], tuple[str, float | None, str]] = {}
    for reading in readings:
        bound = "" if reading.value is not None else stated(reading.figure)
        own = (reading.figure.report, reading.value, bound)
        words = " ".join(around[reading.figure.id].words.split())
        home = (
            homes.setdefault((words, reading.value, bound), own) if len(words) > _SENTENCE else own
        )
        same.setdefault(home, []).append(reading)
    groups = [tuple(sorted(group, key=_preference)) for group in same.values()]
    return sorted(groups, key=lambda group: _time_key(group[0]))


_SENTENCE = 40
"""Characters from which on two equal sentences are one that was taken over, and no two tellings."""


def _preference(reading: Reading) -> tuple[bool, bool, str]:
    """Prefers a figure with a date of its own over one that only has its report's."""
    as_of = reading.figure.as_of
    return as_of is None, bool(as_of and as_of.startswith("..")), reading.figure.id


def _time_key(reading: Reading) -> tuple[bool, object, str]:
    """Orders by date; what holds up to a date stands at that date."""
    as_of = reading.figure.as_of
    known = as_of.removeprefix("../") if as_of else None
    return known is not None, sort_key(known), reading.figure.id


def _compare(
    measurand: tuple[str, ...],
    a: tuple[Reading, ...],
    b: tuple[Reading, ...],
    outlets: dict[str, str],
) -> Comparison | None:
    first, second = a[0], b[0]
    same_date = near(first.figure.as_of, second.figure.as_of)
    agrees, difference = agree(first, second)
    if measurand[0] == PACKAGE and not (same_date and is_close(first, second)):
        return None
    kind = "agreement" if agrees else "trend" if not same_date else "disagreement"
    parts = [_told(first, outlets), _told(second, outlets), difference]
    if same_date is None and not agrees:
        parts.append("the date of one is not known, so the difference may be a change over time")
    assumptions = dict.fromkeys(
        reading.assumption for reading in (first, second) if reading.assumption
    )
    parts.extend(assumptions)
    return Comparison(
        kind=kind,
        matter=matter_of(measurand),
        rows=tuple(reading.figure.id for reading in (*a, *b)),
        note="; ".join(part for part in parts if part),
    )


def agree(first: Reading, second: Reading) -> tuple[bool, str]:
    """Compares two readings; of shares the smaller of both complementary pairs, in which differences show."""
    x, y = first.value, second.value
    bounded = {first.figure.modifier, second.figure.modifier} & _BOUNDS
    turned = first.turned or second.turned
    if x is None or y is None or (bounded and not turned):
        return _meet(first.figure, second.figure)
    if first.unit == "%" and x + y > 100:
        x, y = (float(f"{100 - part:.10g}") for part in (x, y))
    difference = relative(y, x)
    close = difference is not None and abs(difference) <= TOLERANCE
    same_digits = rounds_to(x, y) or rounds_to(y, x)
    words = "" if difference is None else f"difference {signed(difference)}"
    if _is_exact(first) and _is_exact(second) and told_apart(x, y):
        return False, words
    return x == y or close or same_digits, words


def _is_exact(reading: Reading) -> bool:
    return reading.figure.modifier == "exact" and reading.unit != "%"


def is_close(first: Reading, second: Reading) -> bool:
    """Says whether two readings give nearly one number, and not merely bounds that leave room for each other."""
    x, y = first.value, second.value
    if x is None or y is None:
        return False
    if _is_exact(first) and _is_exact(second) and told_apart(x, y):
        return False
    difference = relative(y, x)
    return x == y or (difference is not None and abs(difference) <= TOLERANCE)


_BOUNDS = frozenset({"at least", "over", "at most", "under"})


def _meet(a: Figure, b: Figure) -> tuple[bool, str]:
    """Says whether two figures, of which one is a range, can both be true."""
    low = max(_low(a), _low(b))
    high = min(_high(a), _high(b))
    return low <= high, "the ranges meet" if low <= high else "the ranges do not meet"


def _low(figure: Figure) -> float:
    if figure.low is not None:
        return figure.low
    bounded = figure.value is None or figure.modifier in {"at most", "under"}
    return float("-inf") if bounded or figure.value is None else figure.value


def _high(figure: Figure) -> float:
    if figure.high is not None:
        return figure.high
    bounded = figure.value is None or figure.modifier in {"at least", "over"}
    return float("inf") if bounded or figure.value is None else figure.value


def _told(reading: Reading, outlets: dict[str, str]) -> str:
    figure = reading.figure
    when = format_edtf(figure.as_of)
    who = outlets.get(figure.report, "")
    turned = (
        f", so {shown(reading.value, reading.unit)}"
        if reading.turned and reading.value is not None
        else ""
    )
    prop = f" {figure.measured_property}" if figure.measured_property else ""
    repaired = ", unit repaired" if figure.status == "repaired" else ""
    return f"{stated(figure)}{prop}{turned} ({', '.join(part for part in (who, when) if part)}{repaired})"
