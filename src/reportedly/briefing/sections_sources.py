"""The sections about sources: who says so, and the reports used, undated ones apart."""

from __future__ import annotations

from reportedly.briefing.desk import Desk, sentence
from reportedly.briefing.quoting import quote_evidence
from reportedly.briefing.records import Group, Part, Section, Sentence
from reportedly.briefing.wording import (
    capital,
    count,
    listed,
    outlet_of,
    report_name,
    title_of,
    with_article,
)
from reportedly.model import Echo, Report, SpeakerKind
from reportedly.model.dates import format_edtf, sort_key

_UNNAMED = (SpeakerKind.ANONYMOUS_OFFICIAL, SpeakerKind.ANONYMOUS_SOURCE)


def who_says_so(desk: Desk) -> Section:
    """Returns the origins that several reports relay, the unnamed sources, and the outlets' own caveats."""
    groups = [
        Group("One origin, several reports", _echoes(desk)),
        Group("Sources without a name", _unnamed(desk)),
        Group("What outlets say they cannot vouch for", _caveats(desk)),
    ]
    shown = tuple(group for group in groups if group.sentences)
    lost = sum(s.origin is None for s in desk.statements.values())
    intro = "Reports that relay one origin count as one."
    if lost:
        were = "has" if lost == 1 else "have"
        intro += f" {count(lost, 'statement')} {were} no known origin and are counted as none."
    return Section("sources", "Who says so", intro, shown)


def _echoes(desk: Desk) -> tuple[Sentence, ...]:
    found = []
    for echo in desk.rows.echoes:
        reports = [desk.reports[i] for i in echo.reports if i in desk.reports]
        if len(reports) > 1:
            found.append(_echo(desk, echo, reports))
    return tuple(found)


def _echo(desk: Desk, echo: Echo, reports: list[Report]) -> Sentence:
    ordered = sorted(reports, key=lambda r: sort_key(r.published))
    names = listed([report_name(report) for report in ordered])
    relays = [r for r in ordered if r.outlet != echo.origin]
    if echo.basis == "credit":
        own = " beside its own" if len(relays) < len(ordered) else ""
        words = f"{echo.origin}, relayed by {count(len(relays), 'report')}{own}: {names}."
    else:
        words = f"The same words in {count(len(ordered), 'report')}, {echo.origin}: {names}."
    label = "" if echo.basis == "credit" else capital(echo.basis)
    marks = [desk.cite(desk.statements[i]) for i in echo.statements[:3] if i in desk.statements]
    return sentence([words, *marks], [*echo.reports, *echo.statements], label)


def _unnamed(desk: Desk) -> tuple[Sentence, ...]:
    """Returns a line for each report with the sources it does not name; two of them are never taken for one."""
    found: dict[str, dict[str, list[str]]] = {}
    for statement in desk.statements.values():
        if statement.speaker.kind in _UNNAMED:
            named = found.setdefault(statement.report, {})
            named.setdefault(statement.speaker.name, []).append(statement.id)
    ordered = sorted(found, key=lambda id_: sort_key(desk.reports[id_].published))
    return tuple(_unnamed_in(desk, desk.reports[id_], found[id_]) for id_ in ordered)


def _unnamed_in(desk: Desk, report: Report, named: dict[str, list[str]]) -> Sentence:
    parts: list[Part] = [f"{capital(report_name(report))}: "]
    for name, ids in named.items():
        many = f" ({len(ids)} statements)" if len(ids) > 1 else ""
        comma = "; " if len(parts) > 1 else ""
        parts += [f"{comma}{with_article(name)}{many}", desk.cite(desk.statements[ids[0]])]
    return sentence([*parts, "."], [i for ids in named.values() for i in ids])


def _caveats(desk: Desk) -> tuple[Sentence, ...]:
    found = []
    for report in desk.rows.reports:
        covered = [s.id for s in desk.statements.values() if s.report == report.id and s.caveats]
        for place, caveat in enumerate(report.caveats):
            quote = quote_evidence(report, caveat)
            parts: list[Part] = [
                f"{capital(report_name(report))}: ",
                quote,
                ".",
                desk.cite_caveat(report, place),
            ]
            if covered:
                parts.append(f" Kept with {count(len(covered), 'statement')}.")
            found.append(sentence(parts, [report.id, *covered]))
    return tuple(found)


def reports_used(desk: Desk) -> Section:
    """Returns the reports with outlet, title, date and its basis; undated ones apart, never as new."""
    dated = sorted(
        (r for r in desk.rows.reports if r.published), key=lambda r: sort_key(r.published)
    )
    undated = [r for r in desk.rows.reports if not r.published]
    groups = [
        Group("Dated", tuple(_report(desk, r) for r in dated)),
        Group("Undated: never counted as new", tuple(_report(desk, r) for r in undated)),
    ]
    return Section("reports", "Reports used", "", tuple(g for g in groups if g.sentences))


def _report(desk: Desk, report: Report) -> Sentence:
    when = format_edtf(report.published)
    basis = f" (date from {report.published_basis.value})" if report.published else ""
    told = sum(s.report == report.id for s in desk.statements.values())
    credited = listed(list(dict.fromkeys(c.name for c in report.credits)))
    credit = f" Credits {credited}." if credited else ""
    name = f"{capital(outlet_of(report))}: {title_of(report)}"
    words = f"{name}. {capital(when)}{basis}; {count(told, 'statement')}.{credit}"
    return sentence([words], [report.id])
