"""What `reportedly figures --of` asks for: the series of the ledger, and those that some words name.

How they are shown lives in `figures_series`, how they are drawn in `briefing.plot`.
"""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportedly.cli.derived import checked_figures, identity_in
from reportedly.cli.session import Session

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.model import Figure, Series

_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "by", "for", "to", "and", "that", "is", "are", "was")
)
"""Words of a question that need not stand in a name."""
_NAMED = 3
"""Names that a hint offers."""


@dataclass(frozen=True)
class Found:
    """What some words name."""

    # The best match first.
    series: tuple[Series, ...]
    # Figures that match but are in no series, for want of a place or a property to compare them by.
    loose: tuple[Figure, ...]
    # All figures of the ledger by id.
    figures: Mapping[str, Figure]
    # What all series of the ledger are called.
    names: tuple[str, ...]


def found_in(session: Session, ledger: Ledger, words: str, kept: Collection[str]) -> Found:
    """Returns the series that some words name; only points among the figures kept, if the others gave way."""
    from reportedly.comparing import echoes_of, series_of
    from reportedly.comparing.figures import compare_figures
    from reportedly.ledger import Selection

    reports, identity = ledger.reports(), identity_in(session, ledger)
    checked = checked_figures(session, ledger, reports, identity)
    figures = {figure.id: figure for figure in checked}
    counted = {figure.report for figure in figures.values()}
    some = [report for report in reports if report.id in counted]
    said = [one for one in ledger.statements(Selection()) if one.report in counted]
    comparisons = compare_figures(figures.values(), reports, identity)
    echoes = echoes_of(some, said)
    everything = series_of(figures.values(), reports, comparisons, echoes, identity)
    chosen = [narrowed for one in everything if (narrowed := _narrowed(one, kept)).points]
    inside = {point.figure for one in everything for point in one.points}
    loose = [f for f in figures.values() if f.id in kept and f.id not in inside]
    named = tuple(figure for figure in loose if _is_named(figure, words))
    names = tuple(dict.fromkeys(title_of(one, figures) for one in everything))
    return Found(matching(chosen, figures, words), named, figures, names)


def _narrowed(series: Series, kept: Collection[str]) -> Series:
    points = tuple(point for point in series.points if point.figure in kept)
    names = dict.fromkeys(p.origin for p in points if p.repeats not in kept and p.origin)
    return replace(series, points=points, origins=tuple(names))


def title_of(series: Series, figures: Mapping[str, Figure]) -> str:
    """Returns what a series is called: "Share of the Delta not held by Kestria", "Children deported (Arvel)"."""
    from reportedly.briefing.wording import capital
    from reportedly.briefing.wording_figures import matter_text

    if series.unit in {"%", "km2"}:
        return capital(series.matter)
    return matter_text(figures[series.points[0].figure])


def matching(
    series: Iterable[Series], figures: Mapping[str, Figure], words: str
) -> tuple[Series, ...]:
    """Returns the series that words name, the exact words first, then those with all words, most figures first."""
    ranked = [(rank, one) for one in series if (rank := _rank(one, figures, words)) is not None]
    ranked.sort(key=lambda pair: (*pair[0], -len(pair[1].points), pair[1].matter))
    return tuple(one for _, one in ranked)


def _rank(
    series: Series, figures: Mapping[str, Figure], words: str
) -> tuple[int, bool, bool] | None:
    """Returns how well words name a series, by its name or by what one of its figures says; None if they do not."""
    from reportedly.briefing.wording_figures import matter_text

    names = dict.fromkeys([title_of(series, figures), series.matter])
    own = dict.fromkeys(matter_text(figures[point.figure]) for point in series.points)
    ranks = [
        (how, ("not" in _words(name)) != ("not" in _words(words)), second)
        for second, group in ((False, names), (True, own))
        for name in group
        if (how := _fit(name, words)) is not None
    ]
    return min(ranks, default=None)


def _is_named(figure: Figure, words: str) -> bool:
    from reportedly.briefing.wording_figures import matter_text

    return _fit(matter_text(figure), words) is not None


def _fit(name: str, words: str) -> int | None:
    """Returns 0 where words are a name, 1 where they stand in it, 2 where all of them do, else None."""
    known, asked = _words(name), _words(words)
    if known == asked:
        return 0
    if f" {' '.join(asked)} " in f" {' '.join(known)} ":
        return 1
    wanted = set(asked) - _SMALL
    return 2 if wanted and wanted <= set(known) else None


def _words(text: str) -> list[str]:
    """Returns the words of a text in small letters, without the ending of a plural or of a possessive."""
    plain = re.sub(r"['’]s\b", "", text.lower()).replace("²", "2")
    return [_singular(word) for word in re.findall(r"\w+", plain)]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def why_none(figures: Mapping[str, Figure], names: Iterable[str], words: str) -> str:
    """Returns that nothing is called so, and the names that are nearest, else the first ones."""
    known = list(names)
    if not figures:
        return "no figure: the ledger has none yet; `reportedly add` reads reports"
    near = _nearest(known, words)
    if near:
        return f"nothing measured is called {words!r}; did you mean {_quoted(near)}?"
    if not known:
        return f"nothing measured is called {words!r}; no figure of the ledger can be set beside others"
    more = ", …" if len(known) > _NAMED else ""
    return f"nothing measured is called {words!r}; the ledger has {_quoted(known[:_NAMED])}{more}"


def _nearest(names: Iterable[str], words: str) -> list[str]:
    """Returns the names that share most of the words asked for, mistakes in writing forgiven."""
    from difflib import get_close_matches

    asked = [word for word in _words(words) if word not in _SMALL]
    shared = {
        name: sum(bool(get_close_matches(word, _words(name), n=1, cutoff=0.75)) for word in asked)
        for name in names
    }
    best = [name for name in shared if shared[name]]
    return sorted(best, key=lambda name: -shared[name])[:_NAMED]


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
