"""The sections about figures and about where sources disagree."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.briefing.desk import Desk, sentence
from reportedly.briefing.phrases import says
from reportedly.briefing.quoting import quote_evidence
from reportedly.briefing.records import Group, Part, Section, Sentence, Table, TableRow
from reportedly.briefing.wording import UNNAMED, capital, count, outlet_of, title_of, with_article
from reportedly.briefing.wording_figures import (
    calculation_text,
    figure_text,
    is_vague,
    matter_text,
)
from reportedly.model import Check, Comparison, Figure
from reportedly.model.dates import format_edtf

FIGURES = 24
"""Figures in the table; those with checks come first."""
MARKS = 4
"""Footnotes of one calculation."""
_SPANS_OF_TIME = frozenset({"hour", "day", "week", "month", "year"})
"""Units of figures that say least when read alone; without a check they are left to the listing."""
_KINDS = {
    "complement": "Remainder",
    "share of whole": "Share and area",
    "reference": "Dossier",
    "part of sum": "Sum",
    "same measurand": "Same measure",
}
"""What to call a check where its kind says too little."""


def figures(desk: Desk) -> Section:
    """Returns the figures as stated, whose they are, and the arithmetic that was tried on them."""
    known = [f for f in desk.figures.values() if _asked_figure(desk, f)]
    ranked = sorted((f for f in known if _tells(f)), key=_rank)
    shown = ranked[:FIGURES]
    intro = "Checks test arithmetic and units only."
    if len(known) > len(shown):
        intro += f" {count(len(known) - len(shown), 'further figure')}: see reportedly figures."
    groups = []
    if shown:
        rows = tuple(_row(desk, figure) for figure in shown)
        groups.append(Group("", (), (Table(("What", "Figure", "According to", "Checks"), rows),)))
        groups += [g for g in (Group("The arithmetic", _arithmetic(desk, shown)),) if g.sentences]
    over_time = tuple(_comparison(desk, c) for c in _together(desk))
    if over_time:
        groups.append(Group("The same measure, told more than once", over_time))
    return Section(
        "figures", "Figures and their checks", intro if shown else "No figures.", tuple(groups)
    )


def _asked_figure(desk: Desk, figure: Figure) -> bool:
    published = desk.reports[figure.report].published
    if desk.too_late(published):
        return False
    return desk.request.since is None or published is None or desk.is_recent(published)


def _tells(figure: Figure) -> bool:
    """Says whether a figure says something when read alone."""
    named = figure.measured_entity or figure.measured_property or figure.place
    return bool(figure.checks) or bool(named and figure.unit not in _SPANS_OF_TIME)


def _rank(figure: Figure) -> tuple[object, ...]:
    told = sum(part is not None for part in (figure.measured_property, figure.place, figure.as_of))
    return (
        not figure.checks,
        figure.status != "repaired",
        figure.place or "~",
        -told,
        figure.report,
        figure.evidence.start,
    )


def _row(desk: Desk, figure: Figure) -> TableRow:
    label = capital(figure.status) if figure.status in {"repaired", "derived"} else ""
    value = sentence(_value(desk, figure), [figure.id], label)
    said = sentence([_teller(desk, figure), desk.cite_figure(figure)], [figure.id])
    found = {(check.verdict, _kind(check)): None for check in figure.checks}
    checks = tuple(sentence([kind], [figure.id], capital(verdict)) for verdict, kind in found)
    return TableRow(matter_text(figure), ((value,), (said,), checks))


def _value(desk: Desk, figure: Figure) -> list[Part]:
    """Returns the value and its date; the very words too where the number is read out of them."""
    words = quote_evidence(desk.reports[figure.report], figure.evidence, 80)
    if is_vague(figure):
        return [words, f" ({figure_text(figure)}; {_as_of(figure)})"]
    head = f"{capital(figure_text(figure))} ({_as_of(figure)})"
    if figure.status == "repaired" or not re.search(r"\d", figure.evidence.exact):
        return [f"{head}, as printed ", words]
    return [head]


def _kind(check: Check) -> str:
    return _KINDS.get(check.kind, capital(check.kind))


def _as_of(figure: Figure) -> str:
    if figure.as_of is None:
        return "date not stated"
    words = format_edtf(figure.as_of)
    if words.startswith("until "):
        return f"by {words.removeprefix('until ')}"
    return words if words.startswith("since ") else f"as of {words}"


def _teller(desk: Desk, figure: Figure) -> str:
    report = desk.reports[figure.report]
    outlet = outlet_of(report)
    if figure.speaker and figure.speaker != outlet:
        return f"{capital(with_article(figure.speaker))}, in {with_article(outlet)}"
    return capital(with_article(outlet))


def _arithmetic(desk: Desk, shown: Sequence[Figure]) -> tuple[Sentence, ...]:
    """Returns each calculation once, with the figures it is about."""
    found: dict[str, tuple[Check, list[Figure]]] = {}
    for figure in shown:
        for check in figure.checks:
            found.setdefault(check.arithmetic, (check, []))[1].append(figure)
    told = " ".join(comparison.note for comparison in _together(desk))
    return tuple(
        _calculation(desk, check, about)
        for arithmetic, (check, about) in found.items()
        if arithmetic not in told
    )


def _calculation(desk: Desk, check: Check, about: Sequence[Figure]) -> Sentence:
    marks = list(dict.fromkeys(desk.cite_figure(f) for f in about))[:MARKS]
    against = [row for row in check.against if not row.startswith("dossier:")]
    matters = {matter_text(figure) for figure in about}
    head = matters.pop() if len(matters) == 1 else _kind(check)
    told = calculation_text(check.arithmetic)
    if told.lower().startswith(f"{head.lower()}: "):
        told = told[len(head) + 2 :]
    words = f"{head}: {told}."
    return sentence([words, *marks], [*(f.id for f in about), *against], capital(check.verdict))


def disagreements(desk: Desk) -> Section:
    """Returns the accounts and figures that differ, side by side and dated."""
    found = tuple(_comparison(desk, c) for c in _comparisons(desk, {"disagreement"}))
    intro = "Both stand side by side; the brief does not say which is right."
    if not found:
        intro = "No two comparable rows disagree."
    return Section(
        "disagreements", "Where sources disagree", intro, (Group("", found),) if found else ()
    )


def _together(desk: Desk) -> list[Comparison]:
    """Returns the figures of one measure that agree, or that differ as time goes."""
    return _comparisons(desk, {"trend", "agreement"})


def _comparisons(desk: Desk, kinds: set[str]) -> list[Comparison]:
    at_hand = {p.id for p in desk.asked()} | desk.figures.keys()
    known = [c for c in desk.rows.comparisons if c.kind in kinds and c.rows]
    return [c for c in known if at_hand.issuperset(c.rows)]


def _comparison(desk: Desk, comparison: Comparison) -> Sentence:
    label = "" if comparison.kind == "disagreement" else capital(comparison.kind)
    if comparison.rows[0] in desk.positions:
        parts, rows = _accounts(desk, comparison)
        return sentence(parts, rows, label)
    return sentence(_measures(desk, comparison), comparison.rows, label)


def _accounts(desk: Desk, comparison: Comparison) -> tuple[list[Part], list[str]]:
    """Returns the two accounts of one party's position, each with who gives it."""
    found = [desk.positions[row] for row in comparison.rows if row in desk.positions]
    holder = capital(with_article(found[0].holder))
    parts: list[Part] = [f"{holder} on {desk.label(found[0].issue).lower()}."]
    rows = [*comparison.rows]
    for position in found:
        best = desk.statements_of(position)[0]
        parts += [" ", *says(desk, best)]
        rows.append(best.id)
    return parts, rows


def _measures(desk: Desk, comparison: Comparison) -> list[Part]:
    """Returns two figures of one measure with a mark behind each, what they differ by, and what was assumed.

    The notes of `comparing.figures` give both figures first, then difference and assumptions.
    """
    marks = list(dict.fromkeys(desk.cite_figure(desk.figures[row]) for row in comparison.rows))
    told = calculation_text(_with_names(desk, comparison)).split("; ")
    head = capital(comparison.matter)
    if len(told) < 2 or len(marks) < 2 or _is_sum(desk, comparison):
        return [f"{head}: {'; '.join(dict.fromkeys(told))}.", *marks]
    rest = [_named_difference(part) for part in told[2:]]
    apart = f" {capital('; '.join(p for p in rest if ' is read as ' not in p))}." if rest else ""
    read = "; ".join(p for p in rest if " is read as " in p)
    assumed = f" Assumed: {read}." if read else ""
    return [f"{head}: {told[0]}", marks[0], f" against {told[1]}", *marks[1:], ".", apart, assumed]


def _is_sum(desk: Desk, comparison: Comparison) -> bool:
    """Says whether the rows are parts and their totals, of which the note gives calculations."""
    checked = {c.arithmetic for row in comparison.rows for c in desk.figures[row].checks}
    return any(arithmetic in comparison.note for arithmetic in checked)


def _named_difference(part: str) -> str:
    """Returns "the second is 6 % less", for two figures that are given in this order."""
    return f"the second value is {part}" if part.endswith((" % less", " % more")) else part


def _with_names(desk: Desk, comparison: Comparison) -> str:
    """Returns the note with who states each figure, and no report named by its path."""
    note = comparison.note.rstrip(".")
    for row in comparison.rows:
        figure = desk.figures[row]
        report = desk.reports[figure.report]
        written = report.outlet or report.title or report.origin_file
        outlet = report.outlet or f"an unknown outlet, {title_of(report)}"
        told = figure.speaker not in (None, report.outlet, UNNAMED)
        name = f"{figure.speaker} in {outlet}" if told else outlet
        note = note.replace(f"({written},", f"({name},").replace(f"({written})", f"({name})")
    return note
