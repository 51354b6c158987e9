"""Positions as a list: each issue with its holders, and every thing said."""
# ruff: noqa: PLC0415  (heavy packages are loaded when there is something to show)

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.cli.derived import issue_names
from reportedly.cli.positions_words import origins_text, voices_text
from reportedly.cli.showing import show, show_block
from reportedly.cli.tables import escaped, show_csv

if TYPE_CHECKING:
    from reportedly.model import Position


def show_list(positions: list[Position]) -> None:
    """Writes each issue with a block for each holder and act, and a line for each thing said."""
    labels = issue_names()
    for number, (issue, group) in enumerate(_by_issue(positions)):
        if number:
            show()
        show(labels.get(issue, issue))
        for position in group:
            show_block([_facts(position), *(f"“{words}”" for words in _said(position))], "  ")


def show_list_markdown(positions: list[Position]) -> None:
    """Writes the same as headings and bullet points."""
    labels = issue_names()
    for number, (issue, group) in enumerate(_by_issue(positions)):
        if number:
            show()
        show(f"## {escaped(labels.get(issue, issue))}\n")
        for position in group:
            show(f"- {escaped(_facts(position))}")
            for words in _said(position):
                show(f"  - “{escaped(words)}”")


def show_list_csv(positions: list[Position]) -> None:
    """Writes a row for each position."""
    from reportedly.model import Position

    show_csv(Position, positions)


def latest_positions(positions: list[Position], count: int) -> list[Position]:
    """Returns the last said, undated ones after all others."""
    from reportedly.comparing.matrix import newest_first

    return newest_first(positions, lambda position: position.last_said)[:count]


def _by_issue(positions: list[Position]) -> Iterator[tuple[str, list[Position]]]:
    """Yields issues and holders in the order of the matrix, of each the latest first."""
    from reportedly.comparing import grid_of
    from reportedly.comparing.matrix import newest_first

    grid = grid_of({(p.holder, p.issue) for p in positions})
    for issue in grid.issues:
        here = [p for p in positions if p.issue == issue]
        ordered = sorted(here, key=lambda p: (not p.own_words, -len(p.origins), p.act, p.id))
        latest = newest_first(ordered, lambda p: p.last_said)
        yield issue, sorted(latest, key=lambda p: grid.holders.index(p.holder))


def _facts(position: Position) -> str:
    from reportedly.briefing.wording import date_text

    first, last = date_text(position.first_said), date_text(position.last_said)
    many = origins_text(len(position.origins))
    said = len(_said(position))
    facts = [
        f"{position.holder} · {position.act}",
        first if first == last else f"{first} to {last}",
        many if said == 1 else f"{said} points from {many}",
        voices_text(position.voices),
        *filter(None, [position.change]),
    ]
    return " · ".join(facts)


def _said(position: Position) -> tuple[str, ...]:
    return position.propositions or (position.text,)
