"""The sections about figures and about where sources disagree."""

from __future__ import annotations

from reportedly.briefing.desk import Desk, sentence
from reportedly.briefing.phrases import says
from reportedly.briefing.quoting import quote_evidence
from reportedly.briefing.records import Group, Part, Section, Sentence, Table, TableRow
from reportedly.briefing.wording import (
    capital,
    figure_text,
    matter_text,
    outlet_of,
    with_article,
)
from reportedly.model import Check, Comparison, Figure, Position
from reportedly.model.dates import format_edtf

FIGURES = 24
"""Figures in the table; those with checks come first."""
_SPANS_OF_TIME = frozenset({"hour", "day", "week", "month", "year"})
"""Units of figures that say least when read alone; they come last."""


def figures(desk: Desk) -> Section:
    """Returns the figures as stated, whose they are, and the arithmetic that was tried on them."""
    known = [f for f in desk.figures.values() if _asked_figure(desk, f)]
    ranked = sorted(known, key=_rank)
    rows = tuple(_row(desk, figure) for figure in ranked[:FIGURES])
    intro = "Checks test arithmetic and units only; each calculation is written out."
    if len(ranked) > FIGURES:
        intro += f" {FIGURES} of {len(ranked)} figures are shown, those with checks first."
    table = Table(("Figure", "Of what", "According to", "Checks"), rows)
    groups = [Group("", (), (table,))] if rows else []
    over_time = tuple(_comparison(desk, c) for c in _comparisons(desk, {"trend", "agreement"}))
    if over_time:
        groups.append(Group("The same measure, told more than once", over_time))
    return Section(
        "figures", "Figures and their checks", intro if rows else "No figures.", tuple(groups)
    )


def _asked_figure(desk: Desk, figure: Figure) -> bool:
    published = desk.reports[figure.report].published
    if desk.too_late(published):
        return False
    return desk.request.since is None or published is None or desk.is_recent(published)


def _rank(figure: Figure) -> tuple[object, ...]:
    told = sum(part is not None for part in (figure.measured_property, figure.place, figure.as_of))
    return (
        not figure.checks,
        figure.status != "repaired",
        figure.unit in _SPANS_OF_TIME,
        -told,
        figure.report,
        figure.evidence.start,
    )


def _row(desk: Desk, figure: Figure) -> TableRow:
    report = desk.reports[figure.report]
    what = f"{matter_text(figure)}; {_as_of(figure)}"
    words: list[Part] = [f"{_teller(desk, figure)}: ", quote_evidence(report, figure.evidence, 80)]
    said = sentence([*words, desk.cite_figure(figure)], [figure.id])
    checks = [_check(figure, check) for check in figure.checks]
    label = (
        "Repaired"
        if figure.status == "repaired"
        else "Derived"
        if figure.status == "derived"
        else ""
    )
    head = capital(figure_text(figure))
    matter = sentence([what], [figure.id], label)
    return TableRow(head, ((matter,), (said,), tuple(checks)))


def _as_of(figure: Figure) -> str:
    if figure.as_of is None:
        return "date not stated"
    words = format_edtf(figure.as_of)
    return words if words.startswith(("until ", "since ")) else f"as of {words}"


def _teller(desk: Desk, figure: Figure) -> str:
    report = desk.reports[figure.report]
    outlet = outlet_of(report)
    if figure.speaker and figure.speaker != outlet:
        return f"{capital(with_article(figure.speaker))}, in {with_article(outlet)}"
    return capital(with_article(outlet))


def _check(figure: Figure, check: Check) -> Sentence:
    apart = "" if check.difference is None else f", {abs(check.difference) * 100:.1f} % apart"
    against = [row for row in check.against if not row.startswith("dossier:")]
    words = f"{capital(check.kind)}: {check.arithmetic.rstrip('.')}{apart}."
    return sentence([words], [figure.id, *against], capital(check.verdict))


def disagreements(desk: Desk) -> Section:
    """Returns the accounts and figures that differ, side by side and dated."""
    found = tuple(_comparison(desk, c) for c in _comparisons(desk, {"disagreement"}))
    intro = "Both stand side by side; the brief does not say which is right."
    if not found:
        intro = "No two comparable rows disagree."
    return Section(
        "disagreements", "Where sources disagree", intro, (Group("", found),) if found else ()
    )


def _comparisons(desk: Desk, kinds: set[str]) -> list[Comparison]:
    known = [c for c in desk.rows.comparisons if c.kind in kinds]
    return [c for c in known if _rows_at_hand(desk, c)]


def _rows_at_hand(desk: Desk, comparison: Comparison) -> bool:
    asked = {p.id for p in desk.asked()}
    at_hand = [row in asked or row in desk.figures for row in comparison.rows]
    return bool(at_hand) and all(at_hand)


def _comparison(desk: Desk, comparison: Comparison) -> Sentence:
    parts: list[Part] = [f"{_matter(desk, comparison)}: {comparison.note.rstrip('.')}."]
    rows = [*comparison.rows]
    for row in comparison.rows:
        if row in desk.positions:
            best = desk.statements_of(desk.positions[row])[0]
            parts += [" ", *says(desk, best)]
            rows.append(best.id)
        else:
            parts.append(desk.cite_figure(desk.figures[row]))
    label = "" if comparison.kind == "disagreement" else capital(comparison.kind)
    return sentence(parts, rows, label)


def _matter(desk: Desk, comparison: Comparison) -> str:
    position: Position | None = desk.positions.get(comparison.rows[0])
    if position is None:
        return capital(comparison.matter)
    return desk.label(position.issue)
