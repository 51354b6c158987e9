"""The desk a brief is written at: rows by id, the request, and the footnotes taken so far.

Here lives what every section needs. What a section says is in `sections_*`.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.briefing.quoting import SHORT, quote_around, quote_evidence, quote_statement
from reportedly.briefing.records import (
    BriefRequest,
    BriefRows,
    Footnote,
    Part,
    Quote,
    Ref,
    Sentence,
)
from reportedly.briefing.wording import chain_text, outlet_of, said_text, title_of
from reportedly.briefing.wording_figures import calculation_text
from reportedly.comparing import Change, Point, points_of
from reportedly.comparing.positions_held import dates_of, issues_of
from reportedly.comparing.positions_wording import ASSESSMENT
from reportedly.model import EvidenceStatus, Figure, Position, Report, Statement
from reportedly.model.dates import bounds, format_edtf

FULL = 700
"""Characters of the exact words in a footnote."""


ALL = 100
"""Per cent: a range of likelihood that wide says nothing and is not shown."""


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
        # Ids of the statements that a table has room for.
        self.shown: set[str] = set()
        # By id of a later statement the weightiest thing it does to an earlier one.
        self.moves = {c.after: c.kind for c in sorted(rows.changes, key=_weight)}
        self._numbers: dict[tuple[str, int, int, str, str], int] = {}
        self._qualified: set[str] = set()
        self._asked = [p for p in rows.positions if self._fits(p) and self.statements_of(p)]
        self._held: dict[str, list[str]] = {}
        for position in self._asked:
            for id_ in position.statements:
                self._held.setdefault(id_, []).append(position.id)
        self._homes = self._find_homes()
        self._points = self._find_points()

    def label(self, issue: str) -> str:
        """Returns what to call an issue."""
        words = self.rows.issue_labels.get(issue, issue.replace("_", " ").replace("-", " "))
        return "Other matters" if issue == "other" else words[:1].upper() + words[1:]

    def statements_of(self, position: Position) -> list[Statement]:
        """Returns the statements of a position that fall into the time asked for, the one quoted first."""
        known = [self.statements[i] for i in position.statements if i in self.statements]
        known = [s for s in known if not self.too_late(self.dates[s.id])]
        return sorted(known, key=lambda s: s.text != position.text)

    def _find_homes(self) -> dict[str, Position]:
        """Returns by statement the one position it is shown under: of the first of its issues asked for."""
        found: dict[str, Position] = {}
        for position in self.asked():
            for statement in self.statements_of(position):
                rank = issues_of(statement).index(position.issue)
                known = found.get(statement.id)
                if known is None or rank < issues_of(statement).index(known.issue):
                    found[statement.id] = position
        return found

    def home(self, statement: Statement) -> Position:
        """Returns the position that a statement is shown under."""
        return self._homes[statement.id]

    def shared_issues(self, points: Iterable[Point]) -> list[str]:
        """Returns the issues that all of some things said are about, where a row of one may stand for all."""
        every = [issues_of(point.best) for point in points]
        return [issue for issue in every[0] if all(issue in each for each in every[1:])]

    def row_ids(self, points: Iterable[Point]) -> list[str]:
        """Returns the ids of the statements of some things said, and of the positions they belong to."""
        statements = list(dict.fromkeys(s.id for p in points for s in p.statements))
        held = dict.fromkeys(i for id_ in statements for i in self._held.get(id_, ()))
        return [*held, *statements]

    def home_issue(self, statement: Statement) -> str | None:
        """Returns the issue that a statement is shown under, None where it was not asked for."""
        return self._homes[statement.id].issue if statement.id in self._homes else None

    def homes(self) -> dict[tuple[str, str], list[Point]]:
        """Returns what each holder says on each issue, every statement in one place only."""
        found: dict[tuple[str, str], list[Point]] = {}
        for point in self.points():
            home = self.home(point.best)
            found.setdefault((home.holder, home.issue), []).append(point)
        return found

    def points(self) -> list[Point]:
        """Returns the distinct things said in the positions asked for, by holder and issue."""
        return list(self._points)

    def _find_points(self) -> list[Point]:
        groups: dict[tuple[str, str], list[Statement]] = {}
        for id_, home in self._homes.items():
            groups.setdefault((home.holder, home.issue), []).append(self.statements[id_])
        return [
            p for group in groups.values() for p in points_of(group, self.dates, self.rows.sameness)
        ]

    def quote(self, statement: Statement, limit: int = SHORT) -> Quote:
        """Returns the words of a statement; see `quoting.quote_statement`."""
        return quote_statement(self.reports[statement.report], statement, limit)

    def cite(self, statement: Statement) -> Ref:
        """Returns the mark of the footnote with the sentence that holds a statement's words."""
        report = self.reports[statement.report]
        quote = quote_around(report, statement.evidence, FULL)
        chain = chain_text(statement.chain, report)
        remark, said = "; ".join(_remarks(statement)), said_text(statement)
        return self._note(report, quote, chain, statement.evidence.status, remark, said)

    def cite_figure(self, figure: Figure) -> Ref:
        """Returns the mark of the footnote with the sentence that holds a figure."""
        report = self.reports[figure.report]
        quote = quote_around(report, figure.evidence)
        status = EvidenceStatus.REPAIRED if figure.status == "repaired" else figure.evidence.status
        remark = calculation_text(figure.note)
        return self._note(report, quote, chain_text(figure.chain, report), status, remark)

    def cite_caveat(self, report: Report, place: int) -> Ref:
        """Returns the mark of the footnote with a caveat of a report."""
        quote = quote_evidence(report, report.caveats[place], FULL)
        self._qualified.add(report.id)
        return self._note(report, quote, outlet_of(report), report.caveats[place].status, "")

    def _note(
        self,
        report: Report,
        quote: Quote,
        chain: str,
        status: EvidenceStatus,
        remark: str,
        said: str = "",
    ) -> Ref:
        key = (report.id, quote.pieces[0].start, quote.pieces[-1].end, chain, f"{said}|{remark}")
        number = self._numbers.setdefault(key, len(self.footnotes) + 1)
        if number > len(self.footnotes):
            note = Footnote(
                number, report.id, outlet_of(report), title_of(report),
                format_edtf(report.published), report.url,
                chain, quote, status.value, self._with_caveat(report, remark), said,
            )  # fmt: skip
            self.footnotes.append(note)
        return Ref(number)

    def _with_caveat(self, report: Report, remark: str) -> str:
        """Adds to the first footnote of a report that the outlet limits what it stands for."""
        if not report.caveats or report.id in self._qualified:
            return remark
        self._qualified.add(report.id)
        words = "the outlet limits what it stands for, see Who says so"
        return f"{remark}; {words}" if remark else words

    def is_recent(self, date: str | None) -> bool:
        """Says whether a date lies wholly on or after the first day asked for; an unknown one never does."""
        if self.request.since is None:
            return date is not None
        limit = bounds(self.request.since)[0]
        start = bounds(date)[0] if date else None
        return start is not None and (limit is None or start >= limit)

    def is_new(self, position: Position) -> bool:
        """Says whether all that states a position was said on or after the day asked for, for certain."""
        return all(self.is_recent(self.dates[s.id]) for s in self.statements_of(position))

    def too_late(self, date: str | None) -> bool:
        """Says whether a date lies wholly after the last day asked for; an unknown one never does."""
        if self.request.until is None or date is None:
            return False
        limit, start = bounds(self.request.until)[1], bounds(date)[0]
        return limit is not None and start is not None and start > limit

    def asked(self) -> list[Position]:
        """Returns the positions that the request is about."""
        return list(self._asked)

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


def _weight(change: Change) -> int:
    """Returns how much a change counts; of several of one statement the last in this order is kept."""
    order = ("repeated", "new", "condition added", "withdrawn", "softened", "hardened")
    return order.index(change.kind) if change.kind in order else -1


def _remarks(statement: Statement) -> list[str]:
    remarks = []
    if statement.voice == ASSESSMENT:
        remarks.append("an analyst's assessment")
    if statement.origin is None:
        remarks.append("lineage unknown")
    if statement.likelihood is not None:
        low, high = (round(100 * p) for p in (statement.likelihood.low, statement.likelihood.high))
        span = f" ({low}–{high} %)" if high - low < ALL else ""
        remarks.append(f"likelihood as worded: {statement.likelihood.term}{span}")
    return remarks
