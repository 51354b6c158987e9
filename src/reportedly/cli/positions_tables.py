"""Positions as tables: the matrix of holders and issues, and holders side by side."""
# ruff: noqa: PLC0415  (heavy packages are loaded when there is something to show)

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.cli.derived import issue_names
from reportedly.cli.positions_words import origins_text, row_voice, when
from reportedly.cli.showing import show, show_block
from reportedly.cli.tables import columns_abreast, escaped, show_markdown_table, show_table

if TYPE_CHECKING:
    from reportedly.comparing import Cell, Entry, Matrix, Side

WORDS_ABREAST = 160
"""Characters of a statement's words where holders stand side by side."""
NAMED = 6
"""Holders left out that are named."""


def abreast(holders: Sequence[str], chosen: Sequence[str]) -> list[str]:
    """Returns the holders that have room beside each other: all those chosen by name, in that order, else the first."""
    known = {holder.casefold(): holder for holder in holders}
    named = [known[name.casefold()] for name in chosen if name.casefold() in known]
    return list(dict.fromkeys(named)) or list(holders[: columns_abreast()])


def show_matrix(
    matrix: Matrix, holders: Sequence[str], limit: int | None, *, markdown: bool
) -> None:
    """Writes issues by holders, in each cell the latest act; says who and how much is left out."""
    labels = issue_names()
    issues = [i for i in matrix.issues if any(matrix.cell(h, i) for h in holders)]
    rows = []
    for issue in issues[:limit]:
        cells = [matrix.cell(holder, issue) for holder in holders]
        rows.append((labels.get(issue, issue), cells))
    head = ("Issue", *holders)
    if markdown:
        show_markdown_table(head, [(escaped(n), *map(_cell_markdown, cs)) for n, cs in rows])
    else:
        show_table(head, [([[name]], *([_cell_lines(c)] for c in cells)) for name, cells in rows])
    _say_left_out(matrix.holders, holders, len(issues) - len(rows))


def _cell_lines(cell: Cell | None) -> list[str]:
    from reportedly.comparing.matrix import few_words

    if cell is None:
        return []
    return [cell.act, when(cell), f"“{few_words(cell.words)}”", " · ".join(_facts(cell))]


def _cell_markdown(cell: Cell | None) -> str:
    from reportedly.comparing.matrix import few_words

    if cell is None:
        return ""
    words = escaped(few_words(cell.words))
    return f"**{cell.act}**, {when(cell)}: “{words}” ({escaped(', '.join(_facts(cell)))})"


def _facts(cell: Cell) -> list[str]:
    more = [f"+{cell.others} more"] if cell.others else []
    return [*filter(None, [cell.change]), row_voice(cell), origins_text(cell.origins), *more]


def show_sides(
    sides: Sequence[Side], known: Sequence[str], holders: Sequence[str], *, markdown: bool
) -> None:
    """Writes issues by holders, in each cell the latest of each act; opposed acts are marked and told below."""
    labels = issue_names()
    notes = list(dict.fromkeys(note for side in sides for note in side.opposed))
    rows = []
    for side in sides:
        name = labels.get(side.issue, side.issue)
        marks = ", ".join(str(notes.index(note) + 1) for note in side.opposed)
        cells = [[e for e in side.entries if e.holder == holder] for holder in holders]
        rows.append((name, f"opposed: {marks}" if marks else "", cells))
    head = ("Issue", *holders)
    if markdown:
        table = [
            ("<br>".join(filter(None, [escaped(n), m])), *map(_acts_markdown, cs))
            for n, m, cs in rows
        ]
        show_markdown_table(head, table)
    else:
        lines = [
            ([list(filter(None, [name, marks]))], *map(_acts_lines, cells))
            for name, marks, cells in rows
        ]
        show_table(head, lines)
    _show_notes(notes, markdown=markdown)
    _say_left_out(known, holders, 0)


def _show_notes(notes: Sequence[str], *, markdown: bool) -> None:
    """Writes where acts are opposed, numbered, without a verdict."""
    if not notes:
        return
    show()
    show("Opposed acts whose words share a matter; no verdict:")
    if markdown:
        show()
    for number, note in enumerate(notes, 1):
        show_block([f"{number}. {escaped(note) if markdown else note}"])


def _acts_lines(entries: Iterable[Entry]) -> list[list[str]]:
    from reportedly.comparing.matrix import few_words

    found = []
    for number, entry in enumerate(entries):
        words = [f"“{few_words(entry.words, WORDS_ABREAST)}”", *_terms(entry)]
        facts = " · ".join(filter(None, [entry.change, row_voice(entry)]))
        head = [*([""] if number else []), f"{entry.act} · {when(entry)}"]
        found += [[line] for line in head[:-1]] + [[head[-1], *words, facts]]
    return found


def _acts_markdown(entries: Iterable[Entry]) -> str:
    from reportedly.comparing.matrix import few_words

    told = []
    for entry in entries:
        words = "; ".join([f"“{few_words(entry.words, WORDS_ABREAST)}”", *_terms(entry)])
        facts = ", ".join(filter(None, [entry.change, row_voice(entry)]))
        told.append(f"**{entry.act}**, {when(entry)}: {escaped(words)} ({escaped(facts)})")
    return "<br>".join(told)


def _terms(entry: Entry) -> list[str]:
    """Returns conditions and deadline, where the words shown do not hold them."""
    from reportedly.comparing.matrix import few_words

    shown = few_words(entry.words, WORDS_ABREAST)
    terms = [f"condition: “{words}”" for words in entry.conditions if words not in shown]
    if entry.deadline and entry.deadline not in shown:
        terms.append(f"deadline: “{entry.deadline}”")
    return terms


def _say_left_out(known: Sequence[str], holders: Sequence[str], issues: int) -> None:
    left = [holder for holder in known if holder not in holders]
    if not left and issues <= 0:
        return
    named = ", ".join(left[:NAMED]) + (", …" if len(left) > NAMED else "")
    parts = [
        f"{len(left)} of {len(known)} holders left out: {named}; --party NAME shows one"
        if left
        else "",
        f"{issues} issues left out by --limit" if issues > 0 else "",
        "--format csv has all",
    ]
    show()
    show_block(["; ".join(filter(None, parts)) + "."])
