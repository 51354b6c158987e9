"""Measures the checks of figures: how many of those raised are right, and how many seeded errors they catch.

    python evals/checks.py --data EVAL/corpora [--corpus ukr2022] [--sample 100 --seed 1]    counts, and checks to read
    python evals/checks.py --data EVAL/corpora --seeded                                       the errors alone

What is counted. A *check* is one calculation with its verdict, however many figures and reports it is about.
*Precision* is the share of right ones among the checks that were read by hand (`labels/checks.jsonl`) and are still
raised; a check is right if its figures are what it takes them for, measure what it says, and the arithmetic
follows. Checks that nobody has read are counted as `unread`. The part `dev` was read while the checks were written,
`held` afterwards, on corpora not looked at before.

*Seeded errors* (`seeded`): of figures that a check found consistent, in the corpora, the five reports if they are
beside them, and invented worlds (`worlds`), 500 are corrupted in their text by a fixed seed, and the report is read
again. *Caught* means that a check is now inconsistent or repaired, or two figures disagree, that were not before.
Figures alone are read, without the attributions, so speakers are unknown: no check needs them.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from labelled import LABELS, text_of
from reportedly.comparing.checks import check_figures
from reportedly.comparing.identity import Identity
from reportedly.measuring import find_dates, find_figures
from reportedly.model import Check, Figure, Report
from reportedly.reading import read_bytes
from reportedly.vocabulary import Dossier, Gazetteer, load_dossier, load_gazetteer

FILE = "checks.jsonl"
DEV, HELD = "ukr2022", ("ukr2014", "thinktank")
AROUND = 170
"""Characters around a figure that are printed to read."""


@dataclass(frozen=True, slots=True)
class Raised:
    """One check as it is counted."""

    corpus: str
    # Id of the row of the corpus.
    row: str
    figure: Figure
    report: Report
    check: Check
    # Figures that carry the same calculation.
    figures: int

    @property
    def key(self) -> tuple[str, str, int, str, str]:
        """What tells it from others, without words of the text."""
        evidence = self.figure.evidence
        return (self.corpus, self.row, evidence.start, self.check.kind, self.check.verdict)


def figures_of(report: Report, names: Gazetteer) -> tuple[Figure, ...]:
    """Returns the figures of a report as `add` reads them, without who states them."""
    learnt = names.learn(f"{report.title}\n\n{report.text}")
    dates = find_dates(report.text, report.published, report.language or "en")
    return find_figures(report, dates, learnt)


def reports_in(corpora: Path, corpus: str) -> Iterator[tuple[str, Report]]:
    """Yields the reports of a corpus with the ids of their rows, each as `add` reads a line of it."""
    for line in (corpora / f"{corpus}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        kept = {key: row[key] for key in ("title", "date", "author") if key in row}
        kept["text"] = text_of(row)
        for report in read_bytes(json.dumps(kept).encode(), f"{row['id']}.jsonl"):
            yield row["id"], report


def raised_in(corpora: Path, corpus: str, dossier: Dossier) -> list[Raised]:
    """Returns the checks raised over one corpus, each once, in the order of the reports."""
    names = load_gazetteer(dossier)
    rows = dict[str, str]()
    reports: dict[str, Report] = {}
    found: list[Figure] = []
    for row, report in reports_in(corpora, corpus):
        if report.id not in reports:
            rows[report.id], reports[report.id] = row, report
            found.extend(figures_of(report, names))
    checked = check_figures(found, reports.values(), dossier, Identity.of(dossier))
    return once(corpus, rows, reports, checked)


def once(
    corpus: str, rows: dict[str, str], reports: dict[str, Report], checked: Iterable[Figure]
) -> list[Raised]:
    """Returns each calculation once, with the first figure that carries it."""
    first: dict[tuple[str, ...], tuple[Figure, Check, int]] = {}
    for figure in checked:
        for check in figure.checks:
            kind = "sum" if check.kind == "part of sum" else check.kind
            key = (kind, check.verdict, check.arithmetic)
            holder, shown, number = first.get(key, (figure, check, 0))
            first[key] = (holder, shown, number + 1)
    return [
        Raised(corpus, rows[figure.report], figure, reports[figure.report], check, number)
        for figure, check, number in first.values()
    ]


def labels() -> dict[tuple[Any, ...], dict[str, Any]]:
    """Returns the readings by what they are of."""
    read = [json.loads(line) for line in (LABELS / FILE).read_text("utf-8").splitlines()]
    return {(r["corpus"], r["report"], r["start"], r["kind"], r["verdict"]): r for r in read}


def precision(raised: Sequence[Raised], part: str) -> tuple[float, int, int]:
    """Returns the share of right checks among those read of a part, in percent, their number, and the unread."""
    known = labels()
    read = [known[one.key] for one in raised if one.key in known]
    own = [one for one in read if one["part"] == part]
    right = sum(one["right"] for one in own)
    return 100 * right / max(1, len(own)), len(own), len(raised) - len(read)


def measure(corpora: Path) -> dict[str, float]:
    """Returns the figures that the quality gate pins."""
    from checks_seeded import seeded  # noqa: PLC0415  (it imports this module)

    dossier = load_dossier("ukraine")
    figures: dict[str, float] = {}
    for part, names in (("dev", (DEV,)), ("held", HELD)):
        raised = [
            one
            for name in names
            if (corpora / f"{name}.jsonl").exists()
            for one in raised_in(corpora, name, dossier)
        ]
        figures[f"precision_{part}"] = precision(raised, part)[0]
    return figures | seeded(corpora).figures()


def print_counts(raised: Sequence[Raised]) -> None:
    """Prints how many checks there are by kind and verdict."""
    for (kind, verdict), number in sorted(
        Counter((r.check.kind, r.check.verdict) for r in raised).items()
    ):
        print(f"{kind:18} {verdict:15} {number:4}")


def print_sample(raised: Sequence[Raised], size: int, seed: int) -> None:
    """Prints checks drawn at random with their arithmetic and the words of one figure."""
    drawn = random.Random(seed).sample(list(raised), min(size, len(raised)))  # noqa: S311  (no secret)
    for number, one in enumerate(drawn):
        evidence = one.figure.evidence
        text = one.report.text
        before = text[max(0, evidence.start - AROUND) : evidence.start]
        words = f"{before}[[{evidence.exact}]]{text[evidence.end : evidence.end + AROUND]}"
        print(f"\n{number}. {one.check.kind}, {one.check.verdict}: {one.check.arithmetic}")
        print(f"   {json.dumps(one.key)} on {one.figures} figures, place {one.figure.place}")
        print(f"   {' '.join(words.split())}")


def main() -> None:
    """Prints counts, precision, a sample, or the seeded errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--corpus", action="append", help=f"{DEV} if not given; may be repeated")
    parser.add_argument("--sample", type=int, default=0, help="how many checks to print")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeded", action="store_true", help="corrupt figures and count")
    asked = parser.parse_args()
    if asked.seeded:
        from checks_seeded import seeded  # noqa: PLC0415  (it imports this module)

        print("\n".join(seeded(asked.data).lines()))
        return
    names = asked.corpus or [DEV]
    dossier = load_dossier("ukraine")
    raised = [one for name in names for one in raised_in(asked.data, name, dossier)]
    print(f"{len(raised)} checks in {', '.join(names)}")
    print_counts(raised)
    for part in ("dev", "held"):
        share, read, unread = precision(raised, part)
        if read:
            print(f"precision of {read} read ({part}) {share:5.1f}; unread {unread}")
    print_sample(raised, asked.sample, asked.seed)


if __name__ == "__main__":
    main()
