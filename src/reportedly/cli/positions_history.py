"""The history of positions: every statement of one holder on one issue, the oldest first."""
# ruff: noqa: PLC0415  (heavy packages are loaded when there is something to show)

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reportedly.cli.derived import issue_names
from reportedly.cli.positions_words import origins_text, row_voice, when
from reportedly.cli.showing import show, show_block
from reportedly.cli.tables import escaped

if TYPE_CHECKING:
    from reportedly.comparing import Entry
    from reportedly.comparing.history import Pair
    from reportedly.model import Report


def show_histories(
    histories: Mapping[Pair, Sequence[Entry]], reports: Iterable[Report], *, markdown: bool
) -> None:
    """Writes the dated statements of each holder and issue, then the undated ones apart."""
    titles = {report.id: report for report in reports}
    for number, (pair, entries) in enumerate(histories.items()):
        if number:
            show()
        _show_head(pair, entries, markdown=markdown)
        dated = [e for e in entries if e.date is not None]
        undated = [e for e in entries if e.date is None]
        for group in folded(dated):
            _show(group, titles, markdown=markdown)
        if undated:
            show()
            many = "1 statement" if len(undated) == 1 else f"{len(undated)} statements"
            head = f"{many} without a date, whose place in time is unknown"
            show(f"### {head}" if markdown else f"{head}:")
        for group in folded(undated):
            _show(group, titles, markdown=markdown)


def _show_head(pair: Pair, entries: Sequence[Entry], *, markdown: bool) -> None:
    from reportedly.comparing.positions_held import is_origin

    holder, issue = pair
    origins = len({e.origin for e in entries if is_origin(e.origin)})
    many = "1 statement" if len(entries) == 1 else f"{len(entries)} statements"
    head = f"{holder} · {issue_names().get(issue, issue)}"
    facts = f"{many} from {origins_text(origins)}"
    show(f"## {escaped(head)}\n\n{facts}" if markdown else f"{head} · {facts}")


def folded(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Returns entries in their order; the same words of one origin and day in other reports stand behind the first."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for one in entries:
        key = (one.words.casefold(), one.date, one.act, one.speaker, one.origin or one.statement)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _show(group: Sequence[Entry], reports: Mapping[str, Report], *, markdown: bool) -> None:
    show()
    entry, *others = group
    lines = entry_lines(entry, reports.get(entry.report))
    lines += [f"the same words in {o.report}{_title(reports.get(o.report))}" for o in others]
    if not markdown:
        show_block(lines, "  ")
        return
    show(f"- **{escaped(lines[0])}**")
    for line in lines[1:]:
        show(f"  - {escaped(line)}")


def entry_lines(entry: Entry, report: Report | None) -> list[str]:
    """Returns the lines that show a statement in a history; the first is its head."""
    party = f", {entry.speaker_party}" if entry.speaker_party not in (None, entry.speaker) else ""
    return [
        f"{_dated(entry)} · {entry.act} · {row_voice(entry)}",
        f"“{entry.words}”",
        *(f"condition: “{words}”" for words in entry.conditions),
        *([f"deadline: “{entry.deadline}”"] if entry.deadline else []),
        f"{entry.speaker} ({entry.speaker_kind}{party})",
        " ← ".join(entry.chain) or "lineage unknown",
        *_change(entry),
        *(f"caveat: “{caveat}”" for caveat in entry.caveats),
        f"{entry.statement} in {entry.report}{_title(report)}",
    ]


def _dated(entry: Entry) -> str:
    return f"said {when(entry)}" if entry.basis == "said" else when(entry)


def _title(report: Report | None) -> str:
    return f", “{report.title}”" if report and report.title else ""


def _change(entry: Entry) -> list[str]:
    """Returns what the statement does to an earlier one, with the words of that."""
    from reportedly.briefing.wording import date_text

    if entry.change is None:
        return []
    if entry.before_words is None:
        return [f"{entry.change}: the first on this issue"]
    earlier = f"{entry.before_act} of {date_text(entry.before_date)}: “{entry.before_words}”"
    if entry.change == "new":
        return [f"new: nothing alike before; the last was the {earlier}"]
    return [f"{entry.change}, against the {earlier}"]
