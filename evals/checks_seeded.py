"""Corrupts figures that checks found consistent, and counts how many of the errors are caught; see `checks`."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from checks import DEV, figures_of, reports_in
from reportedly.comparing.checks import check_figures
from reportedly.comparing.figures import compare_figures
from reportedly.comparing.identity import Identity
from reportedly.model import Figure, Report
from reportedly.reading import read_bytes
from reportedly.vocabulary import Dossier, Gazetteer, load_dossier, load_gazetteer
from worlds import make_world

SIZE = 500
WORLDS = 30
SEED = 20

Error = tuple[str, str, str]
"""What was found: kind, verdict, words."""
_WRONG = frozenset({"inconsistent", "repaired"})

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_UNITS = (
    ("square kilometers", "square meters"),
    ("square kilometres", "square metres"),
    ("$", "€"),
    ("£", "¥"),
    ("€", "¥"),
    (" a day", " a month"),
)
_WORDS = (("million", "billion"), ("billion", "million"), ("bn", "m"), ("thousand", "million"))


@dataclass(slots=True)
class Case:
    """Reports that are read together, with what is known of their conflict."""

    source: str
    dossier: Dossier
    # Loaded once: the cache of gazetteers is smaller than the number of worlds.
    names: Gazetteer
    reports: dict[str, Report]
    figures: dict[str, tuple[Figure, ...]]
    # What was found wrong with the true reports, by their ids.
    true: dict[tuple[str, ...], set[Error]] = field(default_factory=dict)


@dataclass(slots=True)
class Seeded:
    """Counts of errors and of what was caught."""

    made: Counter[tuple[str, str]] = field(default_factory=Counter)
    caught: Counter[tuple[str, str]] = field(default_factory=Counter)
    # By source: figures that are part of a consistent check, figures, and those flagged though nothing was corrupted.
    taking_part: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)
    flagged: Counter[str] = field(default_factory=Counter)

    def figures(self) -> dict[str, float]:
        """Returns the shares caught, in percent, by kind of error and in all, and of true figures left alone."""
        kinds = sorted({kind for _, kind in self.made})
        found = {f"caught_{kind}": self._share([kind]) for kind in kinds}
        found["caught"] = self._share(kinds)
        return found | {"left_alone": 100 - 100 * self.flagged["worlds"] / self.whole["worlds"]}

    def _share(self, kinds: Sequence[str]) -> float:
        made = sum(number for key, number in self.made.items() if key[1] in kinds)
        caught = sum(number for key, number in self.caught.items() if key[1] in kinds)
        return 100 * caught / max(1, made)

    def lines(self) -> Iterator[str]:
        """Yields the table."""
        yield f"{sum(self.made.values())} errors, {sum(self.caught.values())} caught"
        for key in sorted(self.made):
            yield f"{key[0]:8} {key[1]:12} {self.caught[key]:4} of {self.made[key]:4}"
        for source in sorted(self.whole):
            yield (
                f"{source}: {self.whole[source]} figures, {self.taking_part[source]} in a consistent check, "
                f"{self.flagged[source]} flagged without an error"
            )
        for name, value in self.figures().items():
            yield f"{name:18} {value:5.1f}"


def seeded(corpora: Path, seed: int = SEED) -> Seeded:
    """Corrupts figures and returns what was caught."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    counts = Seeded()
    possible: dict[str, list[tuple[Case, Figure, Report]]] = {}
    for case in cases(corpora):
        checked = _checked(case, case.figures)
        _count(counts, case, checked)
        for figure in checked:
            if any(check.verdict == "consistent" for check in figure.checks):
                report = case.reports[figure.report]
                for kind, change in _CHANGES.items():
                    for text in change(report.text, figure, case, chance):
                        bad = replace(report, text=text)
                        possible.setdefault(kind, []).append((case, figure, bad))
    for kind, made in sorted(possible.items()):
        drawn = chance.sample(made, min(len(made), SIZE // len(_CHANGES)))
        for case, figure, bad in drawn:
            counts.made[case.source, kind] += 1
            counts.caught[case.source, kind] += is_caught(case, figure, bad)
    return counts


def cases(corpora: Path) -> Iterator[Case]:
    """Yields the real reports as one case, and each invented world as one."""
    dossier = load_dossier("ukraine")
    real = (
        [report for _, report in reports_in(corpora, DEV)]
        if (corpora / f"{DEV}.jsonl").exists()
        else []
    )
    seeds = corpora.parent.parent / "seeds"
    for path in sorted(seeds.iterdir()) if seeds.is_dir() else ():
        real.extend(read_bytes(path.read_bytes(), path.name))
    if real:
        yield case_of("real", dossier, real)
    for number in range(WORLDS):
        world = make_world(number)
        yield case_of("worlds", world.dossier, world.reports)


def case_of(source: str, dossier: Dossier, reports: Iterable[Report]) -> Case:
    """Returns reports of one conflict with their figures."""
    names = load_gazetteer(dossier)
    held = {report.id: report for report in reports}
    return Case(
        source, dossier, names, held, {one.id: figures_of(one, names) for one in held.values()}
    )


def _checked(case: Case, figures: Mapping[str, Sequence[Figure]]) -> tuple[Figure, ...]:
    known = [figure for own in figures.values() for figure in own]
    reports = [case.reports[name] for name in figures]
    return check_figures(known, reports, case.dossier, Identity(case.names))


def _count(counts: Seeded, case: Case, checked: Sequence[Figure]) -> None:
    """Counts figures, those in a consistent check, and those flagged; real sources may disagree, worlds may not."""
    told = compare_figures(checked, case.reports.values(), Identity(case.names))
    apart = {row for one in told if one.kind == "disagreement" for row in one.rows}
    for figure in checked:
        verdicts = {check.verdict for check in figure.checks}
        counts.whole[case.source] += 1
        counts.taking_part[case.source] += "consistent" in verdicts
        counts.flagged[case.source] += bool(_WRONG & verdicts) or figure.id in apart


def is_caught(case: Case, figure: Figure, bad: Report) -> bool:
    """Says whether something is wrong now that was not before, beside the reports it was checked with."""
    others = {other for check in figure.checks for other in check.against}
    near = {name for name, own in case.figures.items() if any(one.id in others for one in own)}
    before = {name: case.figures[name] for name in (*sorted(near - {bad.id}), bad.id)}
    after = before | {bad.id: figures_of(bad, case.names)}
    changed = replace(case, reports=case.reports | {bad.id: bad})
    key = tuple(before)
    if key not in case.true:
        case.true[key] = _errors(case, before)
    return bool(_errors(changed, after) - case.true[key])


def _errors(case: Case, figures: Mapping[str, Sequence[Figure]]) -> set[Error]:
    checked = _checked(case, figures)
    reports = [case.reports[name] for name in figures]
    told = compare_figures(checked, reports, Identity(case.names))
    wrong = {
        (c.kind, c.verdict, c.arithmetic) for f in checked for c in f.checks if c.verdict in _WRONG
    }
    return wrong | {(c.matter, c.kind, c.note) for c in told if c.kind == "disagreement"}


# --- errors -----------------------------------------------------------------------------------------------


def _unit(text: str, figure: Figure, case: Case, chance: random.Random) -> Iterator[str]:  # noqa: ARG001
    """Puts another unit, currency or thing counted."""
    start, end = figure.evidence.start, figure.evidence.end
    end = min(len(text), end + 12)
    for right, wrong in _UNITS:
        if right in text[start:end]:
            yield text[:start] + text[start:end].replace(right, wrong, 1) + text[end:]
            return


def _magnitude(text: str, figure: Figure, case: Case, chance: random.Random) -> Iterator[str]:  # noqa: ARG001
    """Multiplies by ten or a thousand, or puts "billion" for "million"."""
    start, end = figure.evidence.start, figure.evidence.end
    exact = text[start:end]
    for right, wrong in _WORDS:
        if right in exact and chance.random() < 0.5:
            yield text[:start] + exact.replace(right, wrong, 1) + text[end:]
            return
    number = _NUMBER.search(exact)
    if number:
        value = float(number[0].replace(",", "")) * chance.choice((10, 1000))
        digits = len(number[0].partition(".")[2])
        changed = f"{value:,.{digits}f}" if value % 1 else f"{value:,.0f}"
        yield text[:start] + exact[: number.start()] + changed + exact[number.end() :] + text[end:]


def _swap(text: str, figure: Figure, case: Case, chance: random.Random) -> Iterator[str]:  # noqa: ARG001
    """Swaps two neighbouring digits that differ."""
    start = figure.evidence.start
    exact = figure.evidence.exact
    places = [i for i, mark in enumerate(exact) if mark.isdigit()]
    pairs = [
        (i, j)
        for i, j in pairwise(places)
        if exact[i] != exact[j] and not (i == places[0] and exact[j] == "0") and j - i <= 2
    ]
    if pairs:
        i, j = chance.choice(pairs)
        marks = list(exact)
        marks[i], marks[j] = marks[j], marks[i]
        yield text[:start] + "".join(marks) + text[start + len(exact) :]


def _place(text: str, figure: Figure, case: Case, chance: random.Random) -> Iterator[str]:
    """Puts another place of the same kind for the one that the figure is of."""
    place = case.dossier.place(figure.place or "")
    if place is None:
        return
    others = [
        p.name
        for p in case.dossier.places
        if p.kind == place.kind and p.name != place.name and (p.area or p.population)
    ]
    around = (max(0, figure.evidence.start - 160), min(len(text), figure.evidence.end + 160))
    for name in (place.name, *place.aliases):
        at = text.find(name, *around)
        if at >= 0 and others:
            yield text[:at] + chance.choice(others) + text[at + len(name) :]
            return


_CHANGES: dict[str, Callable[[str, Figure, Case, random.Random], Iterator[str]]] = {
    "unit": _unit,
    "magnitude": _magnitude,
    "digit_swap": _swap,
    "place": _place,
}
