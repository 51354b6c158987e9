"""The sections to read first: key takeaways, and what changed.

Here lives what is chosen and in which order. The table of all positions is in `sections_positions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reportedly.briefing.desk import Desk, sentence
from reportedly.briefing.layout import BETWEEN
from reportedly.briefing.phrases import opening, quotations
from reportedly.briefing.quoting import quote_evidence
from reportedly.briefing.records import Group, Part, Section, Sentence
from reportedly.briefing.wording import capital, date_text, said_on, told_by, with_article
from reportedly.comparing import Change, Point
from reportedly.comparing.positions_wording import ASSESSMENT, OWN_WORDS
from reportedly.model import Statement
from reportedly.model.dates import bounds, format_edtf

TAKEAWAYS = 8
POINTS = 12
"""Things said that one takeaway lists."""
CHANGES = 10
NEWS = 5
"""Lines of what was not known before, where no day was asked for."""
WORDS = 120
"""Characters of a quotation in a list."""

MOVES = {"hardened": 4, "softened": 4, "withdrawn": 4, "condition added": 3}
"""Changes that move a position, and how much they count."""
_TELLING = 25
"""Characters below which words say too little to stand in a takeaway before others."""
_EACH_PARTY = 4
"""Takeaways about one holder before others get their turn."""

Mouth = tuple[str, str, str, str, str | None]


def takeaways(desk: Desk) -> Section:
    """Returns what to read first: what each party asks, offers or refuses, gathered by who says so and when."""
    told = _told_together(desk)
    newest = max((d for s in desk.dates.values() if (d := _day(s))), default=None)
    chosen = _chosen(sorted(told, key=lambda group: _rank(desk, group, newest)))
    sentences = tuple(_takeaway(desk, group) for group in chosen)
    asked = desk.request.since or desk.request.until
    none = "No dated position falls into the time asked for." if asked else "No position was found."
    intro = "" if sentences else none
    return Section("takeaways", "Key takeaways", intro, (Group("", sentences),))


def _told_together(desk: Desk) -> list[list[Point]]:
    """Returns the things said of the time asked for, those of one holder, act, mouth and day together."""
    groups: dict[Mouth, list[Point]] = {}
    for point in desk.points():
        best = point.best
        if not _is_asked_time(desk, best):
            continue
        who = told_by(best, desk.reports[best.report])
        # Two reports are never one mouth, even where neither names its outlet.
        key = (best.report, best.holder or "", best.act.value, who, desk.dates[best.id])
        groups.setdefault(key, []).append(point)
    return [sorted(group, key=_place) for group in groups.values()]


def _is_asked_time(desk: Desk, statement: Statement) -> bool:
    return desk.request.since is None or desk.is_recent(desk.dates[statement.id])


def _place(point: Point) -> tuple[str, int]:
    return point.best.report, point.best.evidence.start


def _rank(desk: Desk, group: Sequence[Point], newest: date | None) -> tuple[float, int]:
    """Returns the lower the more there is to read: several things said, own words, lately, told by several."""
    best = group[0].best
    moved = any(desk.moves.get(s.id) in MOVES for p in group for s in p.statements)
    origins = {s.origin for p in group for s in p.statements if s.origin}
    clear = [p for p in group if len(p.best.text) >= _TELLING and p.best.issues]
    score = 2.0 * min(len(clear), 4) + 2 * moved + min(len(origins) - 1, 3)
    score += (best.voice == OWN_WORDS) - 3 * (best.voice == ASSESSMENT) - 4 * (not clear)
    day = _day(desk.dates[best.id])
    if day is None or newest is None:
        return -score + 4, 0
    age = (newest - day).days
    return -score - (3 if age <= 14 else 1 if age <= 60 else 0), age


def _day(edtf: str | None) -> date | None:
    return bounds(edtf)[1] or bounds(edtf)[0] if edtf else None


def _chosen(ranked: Sequence[list[Point]]) -> list[list[Point]]:
    """Returns the first ones in their order, no holder taking all the places while others wait."""
    held: dict[str | None, int] = {}
    first: list[list[Point]] = []
    waiting: list[list[Point]] = []
    for group in ranked:
        holder = group[0].best.holder
        held[holder] = held.get(holder, 0) + 1
        (first if held[holder] <= _EACH_PARTY else waiting).append(group)
    kept = {id(group) for group in (first + waiting)[:TAKEAWAYS]}
    return [group for group in ranked if id(group) in kept]


def _takeaway(desk: Desk, group: Sequence[Point]) -> Sentence:
    shown = group[:POINTS]
    rest = len(group) - len(shown)
    parts = [
        *opening(desk, [p.best for p in shown]),
        *quotations(desk, shown, WORDS if len(shown) > 1 else 2 * WORDS),
        f"{BETWEEN}and {rest} more" if rest else "",
        ".",
    ]
    return sentence(parts, desk.row_ids(shown), _label(desk, group))


def _label(desk: Desk, group: Sequence[Point]) -> str:
    """Returns the move that a single thing said makes; "New" only after a day asked for."""
    moves = {desk.moves.get(p.best.id) for p in group} & set(MOVES)
    if moves and len(group) == 1:
        return capital(moves.pop() or "")
    if desk.request.since is None:
        return ""
    return "New" if all(desk.is_new(desk.home(p.best)) for p in group) else ""


def what_changed(desk: Desk) -> Section:
    """Returns the moves since the day asked for, each with both statements, and what was said for the first time."""
    since = desk.request.since
    heading = f"What changed since {format_edtf(since)}" if since else "What changed"
    asked = [c for c in desk.rows.changes if _asked_change(desk, c)]
    moves = _once([c for c in asked if c.kind in MOVES])
    told = [_move(desk, c) for c in moves[:CHANGES]]
    news = _news(desk, [c for c in asked if c.kind == "new"], {c.after for c in moves})
    told += news[: CHANGES if since else NEWS]
    intro = (
        "A party's later statement beside its earlier one on the same matter; hardened is further from"
        " giving way, softened nearer to it."
    )
    if not told:
        intro = (
            "No dated statement differs from an earlier one of the same party on the same issue."
        )
    return Section("changes", heading, intro, (Group("", tuple(told)),) if told else ())


def _asked_change(desk: Desk, change: Change) -> bool:
    asked = desk.request
    after = desk.statements.get(change.after)
    return (
        after is not None
        and (change.kind == "new" or change.before in desk.statements)
        and desk.is_recent(change.date)
        and not desk.too_late(change.date)
        and asked.party in (None, change.holder, after.target)
        and asked.issue in (None, change.issue)
    )


def _once(changes: Iterable[Change]) -> list[Change]:
    """Returns the changes, the weightiest first, and each pair of statements once."""
    once: dict[tuple[str, str], Change] = {}
    for change in sorted(changes, key=lambda c: (-MOVES[c.kind], c.issue == "other")):
        once.setdefault((change.kind, change.after), change)
    return list(once.values())


def _move(desk: Desk, change: Change) -> Sentence:
    after = desk.statements[change.after]
    before = desk.statements[change.before or change.after]
    head = f"{capital(with_article(change.holder))} on {desk.label(change.issue).lower()}: "
    parts: list[Part] = [head, *_act(desk, before)]
    if change.kind == "condition added":
        parts += [", then with a condition ", *_condition(desk, after)]
    elif change.kind == "withdrawn":
        parts += [", then withdrawn ", *_dated_words(desk, after)]
    else:
        parts += [", then ", *_act(desk, after)]
    return sentence([*parts, "."], [before.id, after.id], capital(change.kind))


def _act(desk: Desk, statement: Statement) -> list[Part]:
    article = "an" if statement.act.value[0] in "aeiou" else "a"
    return [f"{article} {statement.act.value} ", *_dated_words(desk, statement)]


def _dated_words(desk: Desk, statement: Statement) -> list[Part]:
    report = desk.reports[statement.report]
    head = f"({date_text(desk.dates[statement.id])}, {told_by(statement, report)}) "
    return [head, desk.quote(statement, 160), desk.cite(statement)]


def _condition(desk: Desk, statement: Statement) -> list[Part]:
    quote = quote_evidence(desk.reports[statement.report], statement.conditions[0])
    return [f"{said_on(desk.dates[statement.id])} ", quote, desk.cite(statement)]


def _news(desk: Desk, changes: Iterable[Change], told: set[str]) -> list[Sentence]:
    """Returns a line for each holder and day: which acts on which issues are first known from then."""
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        home = desk.home_issue(desk.statements[change.after])
        if change.after not in told and home == change.issue:
            groups.setdefault((change.holder, change.date), []).append(change)
    return [_news_line(desk, group) for group in groups.values()]


def _news_line(desk: Desk, group: Sequence[Change]) -> Sentence:
    first = group[0]
    holder = capital(with_article(first.holder))
    parts: list[Part] = [f"{holder}, not known before {date_text(first.date)}: "]
    for act in dict.fromkeys(c.act for c in group):
        once = {c.issue: c for c in reversed(group) if c.act is act}
        for place, change in enumerate(once.values()):
            lead = ("; " if len(parts) > 1 else "") + f"{act.value} on " if not place else ", "
            parts += [lead, desk.label(change.issue).lower()]
            parts.append(desk.cite(desk.statements[change.after]))
    return sentence([*parts, "."], [c.after for c in group], "New")
