"""A brief as Markdown with footnotes (the `[^1]` form that GitHub, Pandoc and most editors read)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportedly.briefing.layout import in_points
from reportedly.briefing.quoting import check_quote
from reportedly.briefing.records import Brief, Footnote, Group, Quote, Ref, Section, Sentence, Table
from reportedly.model import Report

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$]|&(?=#?\w+;))")


def render_markdown(brief: Brief) -> str:
    """Renders a brief as Markdown.

    Raises:
        NotVerbatim: a quotation does not stand in its report.
    """
    reports = {report.id: report for report in brief.reports}
    lines = [f"# {escape(brief.title)}", "", escape(brief.scope), ""]
    for section in brief.sections:
        lines += _section(section, reports)
    lines += [_footnote(note, reports) for note in brief.footnotes]
    return "\n".join(lines).rstrip() + "\n"


def escape(words: str) -> str:
    """Returns words with the signs that Markdown would read as its own escaped, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _section(section: Section, reports: Mapping[str, Report]) -> list[str]:
    lines = [f"## {escape(section.heading)}", ""]
    if section.intro:
        lines += [f"*{escape(section.intro)}*", ""]
    for group in section.groups:
        lines += _group(group, reports)
    return lines


def _group(group: Group, reports: Mapping[str, Report]) -> list[str]:
    lines = [f"### {escape(group.heading)}", ""] if group.heading else []
    if group.sentences:
        lines += [line for s in group.sentences for line in _item(s, reports)] + [""]
    for table in group.tables:
        lines += _table(table, reports)
    return lines


def _item(sentence: Sentence, reports: Mapping[str, Report]) -> list[str]:
    """Returns a sentence as an item of a list, with a list below it where it holds several things said."""
    lead, points = in_points(sentence)
    head = replace(sentence, parts=tuple(lead))
    lines = [f"- {_sentence(head, reports)}".rstrip()]
    return lines + [f"  - {''.join(_part(part, reports) for part in point)}" for point in points]


def _table(table: Table, reports: Mapping[str, Report]) -> list[str]:
    lines = [_cells(escape(name) for name in table.columns), _cells("---" for _ in table.columns)]
    for row in table.rows:
        cells = ("<br>".join(_sentence(s, reports) for s in cell) or "–" for cell in row.cells)
        lines.append(_cells((f"**{escape(row.head)}**", *cells)))
    return [*lines, ""]


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sentence(sentence: Sentence, reports: Mapping[str, Report]) -> str:
    label = f"**{escape(sentence.label)}.** " if sentence.label else ""
    return label + "".join(_part(part, reports) for part in sentence.parts)


def _part(part: str | Quote | Ref, reports: Mapping[str, Report]) -> str:
    if isinstance(part, Ref):
        return f"[^{part.number}]"
    if isinstance(part, Quote):
        return _quote(part, reports)
    lead, tail = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
    return f"{' ' if lead else ''}{escape(part)}{' ' if tail and part.strip() else ''}"


def _quote(quote: Quote, reports: Mapping[str, Report]) -> str:
    check_quote(quote, reports)
    return f"“{escape(quote.shown)}”"


def _footnote(note: Footnote, reports: Mapping[str, Report]) -> str:
    title = f", *{escape(note.title)}*" if note.title else ""
    published = (
        "date unknown" if note.published == "date unknown" else f"published {note.published}"
    )
    said = f" {escape(note.said)}." if note.said else ""
    status = f" ({note.status})" if note.status != "verified" else ""
    remark = f" {escape(note.remark[:1].upper() + note.remark[1:])}." if note.remark else ""
    return (
        f"[^{note.number}]: {escape(note.outlet)}{title}, {escape(published)}.{said}"
        f" {escape(note.chain)}: {_quote(note.quote, reports)}{status}.{remark}"
    )
