"""Writes a plot of a series: which one is drawn, into which file. What it looks like is `briefing.plot`'s."""
# ruff: noqa: PLC0415  (heavy packages are loaded when something is drawn)

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli.figures_asked import Found, title_of
from reportedly.cli.showing import say
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.model import Report


def draw_first(found: Found, target: Path, reports: Sequence[Report]) -> None:
    """Draws the series that words name best, and says which others they name.

    Raises:
        UsageError: the file is of no kind we draw or cannot be written, or matplotlib is missing.
    """
    from reportedly.briefing.plot_sheet import KINDS, plot_series

    kind = target.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        raise UsageError("a file that ends in .svg or .png", str(target), "Name it so.", "--plot")
    if not found.series:
        say("nothing is drawn, since no series matches")
        return
    series = found.series[0]
    title = title_of(series, found.figures)
    drawn = plot_series(series, title, reports, kind)
    try:
        target.write_bytes(drawn)
    except OSError as error:
        came = error.strerror or type(error).__name__
        to_do = "Check the path."
        raise UsageError("a file that can be written", came, to_do, str(target)) from error
    others = len(found.series) - 1
    more = f"; {others} more match, name one in full to draw it" if others else ""
    say(f"drew “{title}” into {target}{more}")
