"""The desk a brief is written at: rows by id, the request, and the footnotes taken so far.

Here lives what every section needs. What a section says is in `sections_*`.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.briefing.quoting import quote_around, quote_evidence, quote_statement
from reportedly.briefing.records import (
    BriefRequest,
    BriefRows,
    Footnote,
    Part,
    Quote,
    Ref,
    Sentence,
)
from reportedly.briefing.wording import chain_text, outlet_of, title_of
from reportedly.comparing.positions_held import dates_of
from reportedly.comparing.positions_wording import ASSESSMENT
from reportedly.model import EvidenceStatus, Figure, Position, Report, Statement
from reportedly.model.dates import bounds, format_edtf

FULL = 700
"""Characters of the exact words in a footnote."""


class Desk:
    """Looks rows up and hands out footnotes; a brief is written at one desk, from top to bottom."""

    def __init__(self, rows: BriefRows, request: BriefRequest) -> None:
        self.rows = rows
        self.request = request
        self.reports = {report.id: report for report in rows.reports}
        self.statements = {s.id: s for s in rows.statements if s.report in self.reports}
        self.positions = {p.id: p for p in rows.positions}
        self.figures = {f.id: f for f in rows.figures if f.report in self.reports}
        self.dates = dates_of(self.statements.values(), rows.reports)
        self.footnotes: list[Footnote] = []
        self._numbers: dict[tuple[str, int, int, str, str], int] = {}

    def label(self, issue: str) -> str:
        """Returns what to call an issue."""
        words = self.rows.issue_labels.get(issue, issue.replace("_", " ").replace("-", " "))
        return "Other matters" if issue == "other" else words[:1].upper() + words[1:]

    def statements_of(self, position: Position) -> list[Statement]:
        """Returns the statements of a position that fall into the time asked for, the one quoted first."""
        known = [self.statements[i] for i in position.statements if i in self.statements]
        known = [s for s in known if not self.too_late(self.dates[s.id])]
        return sorted(known, key=lambda s: s.text != position.text)

    def quote(self, statement: Statement, limit: int | None = None) -> Quote:
        """Returns the words of a statement; see `quoting.quote_statement`."""
        report = self.reports[statement.report]
        return (
            quote_statement(report, statement, limit)
            if limit
            else quote_statement(report, statement)
        )

    def cite(self, statement: Statement) -> Ref:
        """Returns the mark of the footnote with the sentence that holds a statement's words."""
        report = self.reports[statement.report]
        remark = "; ".join(_remarks(statement))
        quote = quote_around(report, statement.evidence, FULL)
        return self._note(
            report, quote, chain_text(statement.chain, report), statement.evidence.status, remark
        )

    def cite_figure(self, figure: Figure) -> Ref:
        """Returns the mark of the footnote with the sentence that holds a figure."""
        report = self.reports[figure.report]
        quote = quote_around(report, figure.evidence)
        status = EvidenceStatus.REPAIRED if figure.status == "repaired" else figure.evidence.status
        return self._note(report, quote, chain_text(figure.chain, report), status, figure.note)

    def cite_caveat(self, report: Report, place: int) -> Ref:
        """Returns the mark of the footnote with a caveat of a report."""
        quote = quote_evidence(report, report.caveats[place], FULL)
        return self._note(report, quote, outlet_of(report), report.caveats[place].status, "")

    def _note(
        self, report: Report, quote: Quote, chain: str, status: EvidenceStatus, remark: str
    ) -> Ref:
        key = (report.id, quote.pieces[0].start, quote.pieces[-1].end, chain, remark)
        number = self._numbers.setdefault(key, len(self.footnotes) + 1)
        if number > len(self.footnotes):
            published = format_edtf(report.published)
            note = Footnote(
                number, report.id, outlet_of(report), title_of(report), published, report.url,
                chain, quote, status.value, remark,
            )  # fmt: skip
            self.footnotes.append(note)
        return Ref(number)

    def is_recent(self, date: str | None) -> bool:
        """Says whether a date lies wholly on or after the first day asked for; an unknown one never does."""
        if self.request.since is None:
            return date is not None
        limit = bounds(self.request.since)[0]
        start = bounds(date)[0] if date else None
        return start is not None and (limit is None or start >= limit)

    def too_late(self, date: str | None) -> bool:
        """Says whether a date lies wholly after the last day asked for; an unknown one never does."""
        if self.request.until is None or date is None:
            return False
        limit, start = bounds(self.request.until)[1], bounds(date)[0]
        return limit is not None and start is not None and start > limit

    def asked(self) -> list[Position]:
        """Returns the positions that the request is about."""
        return [p for p in self.rows.positions if self._fits(p) and self.statements_of(p)]

    def _fits(self, position: Position) -> bool:
        party, issue = self.request.party, self.request.issue
        return (
            (party is None or party in (position.holder, position.target))
            and (issue is None or issue == position.issue)
            and not self.too_late(position.first_said)
        )


def sentence(parts: Iterable[Part], rows: Iterable[str], label: str = "") -> Sentence:
    """Returns a sentence of the parts that are not empty; a full stop goes before its closing marks.

    Raises:
        ValueError: it has no rows; nothing is said without evidence.
    """
    kept: list[Part] = []
    for part in parts:
        if part != "" and not _is_repeated(part, kept):
            kept.append(part)
    if kept and kept[-1] == ".":
        place = len(kept) - 1
        while place and isinstance(kept[place - 1], Ref):
            place -= 1
        kept.insert(place, kept.pop())
    ids = tuple(dict.fromkeys(rows))
    if not ids:
        raise ValueError(f"the rows a sentence rests on; found none for {kept!r}")
    return Sentence(tuple(kept), ids, label)


def _is_repeated(part: Part, before: list[Part]) -> bool:
    """Says whether a mark stands already in the run of marks that it would join."""
    for earlier in reversed(before):
        if not isinstance(earlier, Ref):
            return False
        if earlier == part:
            return True
    return False


def _remarks(statement: Statement) -> list[str]:
    remarks = []
    if statement.voice == ASSESSMENT:
        remarks.append("an analyst's assessment")
    if statement.origin is None:
        remarks.append("lineage unknown")
    if statement.likelihood is not None:
        low, high = (round(100 * p) for p in (statement.likelihood.low, statement.likelihood.high))
        remarks.append(f"likelihood as worded: {statement.likelihood.term} ({low}–{high} %)")
    if statement.caveats:
        remarks.append("the outlet limits what it stands for")
    return remarks
