"""Finds figures that sum up others of the same report, and adds these up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.comparing.arithmetic import agreement, shown, stated
from reportedly.model import Check, Figure, Report, Span
from reportedly.text import sentence_spans

_LIST_CUE = re.compile(
    r"\b(?P<noun>[a-z]+s)\b[^.;]{0,20}?(?:,? such as|,? like|,? including|,? namely|:)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|eight) [a-z]+s\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total|altogether|combined|together|in all)\b", re.IGNORECASE)


def sum_checks(figures: Sequence[Figure], reports: Iterable[Report]) -> list[tuple[str, Check]]:
    """Returns checks of totals against their parts, as (figure id, check).

    Parts are figures of one sentence with one unit and property for different places ("cities such as A (7,000), B
    (2,000)"); a total is a figure of the same unit whose sentence speaks of the same class ("cities") or of all places.
    """
    texts = {report.id: report.text for report in reports}
    found: list[tuple[str, Check]] = []
    by_report: dict[str, list[Figure]] = {}
    for figure in figures:
        by_report.setdefault(figure.report, []).append(figure)
    for report, own in by_report.items():
        if report in texts and len(own) > 2:
            found.extend(_of_report(own, texts[report]))
    return found


def _of_report(figures: list[Figure], text: str) -> list[tuple[str, Check]]:
    sentences = sentence_spans(text)
    groups: dict[tuple[Span, str, str], list[Figure]] = {}
    for figure in figures:
        sentence = _sentence(sentences, figure)
        if sentence and figure.value is not None and figure.place and figure.measured_property:
            key = (sentence, figure.unit, figure.measured_property)
            groups.setdefault(key, []).append(figure)
    found: list[tuple[str, Check]] = []
    for (sentence, unit, _), parts in groups.items():
        if len(parts) < 2 or len({part.place for part in parts}) < len(parts) or unit == "%":
            continue
        for total in figures:
            if total not in parts and total.unit == unit:
                home = _sentence(sentences, total)
                if home and _sums_up(text, sentence, home, parts):
                    found.extend(_checks(parts, total))
    return found


def _sentence(sentences: Sequence[Span], figure: Figure) -> Span | None:
    return next((s for s in sentences if s.start <= figure.evidence.start < s.end), None)


def _sums_up(text: str, listed: Span, home: Span, parts: Sequence[Figure]) -> bool:
    """Says whether a sentence speaks of the class that the list names, or of all its places, or of a total."""
    words = home.of(text).lower()
    if home == listed:
        return _TOTAL.search(words) is not None
    counted = {match[0].lower() for match in _COUNTED.finditer(listed.of(text))}
    if _TOTAL.search(words) and any(phrase in words for phrase in counted):
        return True
    opening = text[listed.start : min(part.evidence.start for part in parts)]
    cues = list(_LIST_CUE.finditer(opening))
    if cues and re.search(rf"\b{re.escape(cues[-1]['noun'].lower())}\b", words):
        return True
    return all((part.place or "").lower() in words for part in parts)


def _checks(parts: Sequence[Figure], total: Figure) -> list[tuple[str, Check]]:
    values = [part.value for part in parts if part.value is not None]
    calculated = sum(values)
    result = agreement(calculated, total)
    terms = " + ".join(shown(value) for value in values)
    arithmetic = (
        f"{terms} = {shown(calculated, total.unit)}; stated {stated(total)}; {result.words}"
    )
    verdict = "consistent" if result.agrees else "inconsistent"
    ids = tuple(part.id for part in parts)
    found = [(total.id, Check("sum", verdict, ids, result.difference, arithmetic))]
    for part in parts:
        others = tuple(other for other in ids if other != part.id)
        found.append(
            (
                part.id,
                Check("part of sum", verdict, (total.id, *others), result.difference, arithmetic),
            )
        )
    return found
