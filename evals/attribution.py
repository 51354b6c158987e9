"""Scores attributions on annotated reports: spans by role, and whole attributions linked.

    python evals/attribution.py --data EVAL/polnear/dev.jsonl

`exact` is F1 over fragments with the same start and end, outer white space ignored; `chars` is F1 over
characters that bear the role; `linked` is F1 over attributions matched one to one where the contents, and the
sources unless neither has one, overlap with a Jaccard index of at least 0.5. `calibration` is 100 less the expected
calibration error of the confidence (ten equal steps, percent), where an attribution is right if it is matched;
`sharpness` is how much better its Brier score is than that of always saying the mean, in percent.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from reportedly.attributing import Attributor
from reportedly.model import Attribution, Span
from reportedly.text import trim

ROLES = ("source", "cue", "content")
LEAST_OVERLAP = 0.5

BINS = 10
"""Steps of confidence over which the calibration error is taken."""

Roles = Mapping[str, Any]
Sure = tuple[float, bool]
"""The confidence of an attribution, and whether it is right."""


@dataclass
class Tally:
    """Counts of what was found, what was right and what there is."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: set[object], gold: set[object]) -> None:
        """Counts two sets of the same kind."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        """F1 in percent."""
        total = self.found + self.gold
        return 200.0 * self.right / total if total else 0.0


@dataclass
class Scores:
    """The figures of one run; `misses` counts gold attributions that were not matched, by kind."""

    exact: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    chars: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    linked: Tally = field(default_factory=Tally)
    misses: Counter[str] = field(default_factory=Counter)
    sure: list[Sure] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Returns each figure by its name, in percent."""
        named = {f"{role}_exact": self.exact[role].f1 for role in ROLES}
        named |= {f"{role}_chars": self.chars[role].f1 for role in ROLES}
        named |= {"linked_f1": self.linked.f1}
        if self.sure:
            named["calibration"] = 100 * (1 - calibration_error(self.sure))
            named["sharpness"] = 100 * (1 - brier(self.sure) / brier(_as_mean(self.sure)))
        return named

    def table(self) -> list[str]:
        """Returns what is missed, by kind, in percent of the gold attributions."""
        return [
            f"missed: {kind:34} {100 * count / self.linked.gold:5.1f} % of gold"
            for kind, count in self.misses.most_common()
        ]


def calibration_error(sure: Sequence[Sure]) -> float:
    """Returns the expected calibration error: mean distance of confidence and share right over equal steps."""
    bins: dict[int, list[Sure]] = {}
    for one in sure:
        bins.setdefault(min(int(one[0] * BINS), BINS - 1), []).append(one)
    return sum(abs(sum(p - right for p, right in held)) for held in bins.values()) / len(sure)


def brier(sure: Sequence[Sure]) -> float:
    """Returns the mean squared distance of confidence and outcome."""
    return sum((p - right) ** 2 for p, right in sure) / len(sure)


def _as_mean(sure: Sequence[Sure]) -> list[Sure]:
    mean = sum(right for _, right in sure) / len(sure)
    return [(min(max(mean, 1e-6), 1 - 1e-6), right) for _, right in sure]


def score(rows: Iterable[tuple[str, Sequence[Roles], Sequence[Roles]]]) -> Scores:
    """Scores (text, found, gold) of each report; found ones may hold their `confidence`."""
    scores = Scores()
    for text, found, gold in rows:
        for role in ROLES:
            scores.exact[role].add(_fragments(text, found, role), _fragments(text, gold, role))
            scores.chars[role].add(_all(found, role), _all(gold, role))
        mine = [one for one in found if one.get("content")]
        theirs = [one for one in gold if one.get("content")]
        matched = match(mine, theirs)
        scores.linked.right += len(matched)
        scores.linked.found += len(mine)
        scores.linked.gold += len(theirs)
        held = [_characters(one) for one in mine]
        scores.misses.update(
            _miss(_characters(one), held) for g, one in enumerate(theirs) if g not in matched
        )
        right = set(matched.values())
        scores.sure += [
            (one["confidence"], p in right) for p, one in enumerate(mine) if "confidence" in one
        ]
    return scores


def _fragments(text: str, attributions: Sequence[Roles], role: str) -> set[object]:
    return {trim(text, Span(s, e)) for one in attributions for s, e in one.get(role, ())}


def _all(attributions: Sequence[Roles], role: str) -> set[object]:
    return {place for one in attributions for place in _characters(one)[role]}


def _characters(one: Roles) -> dict[str, set[int]]:
    return {role: {i for s, e in one.get(role, ()) for i in range(s, e)} for role in ROLES}


def _jaccard(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def match(found: Sequence[Roles], gold: Sequence[Roles]) -> dict[int, int]:
    """Returns the numbers of the found attributions by those of the gold ones they match, best pairs first."""
    mine, theirs = [_characters(one) for one in found], [_characters(one) for one in gold]
    pairs = []
    for g, wanted in enumerate(theirs):
        for p, one in enumerate(mine):
            content = _jaccard(wanted["content"], one["content"])
            source = _jaccard(wanted["source"], one["source"])
            if content >= LEAST_OVERLAP and source >= LEAST_OVERLAP:
                pairs.append((content + source, g, p))
    taken: dict[int, int] = {}
    for _, g, p in sorted(pairs, reverse=True):
        if g not in taken and p not in taken.values():
            taken[g] = p
    return taken


def _miss(gold: dict[str, set[int]], mine: Sequence[dict[str, set[int]]]) -> str:
    """Names the kind of a miss."""
    touching = [one for one in mine if one["content"] & gold["content"]]
    if not touching:
        return "not found"
    best = max(touching, key=lambda one: _jaccard(one["content"], gold["content"]))
    if _jaccard(best["content"], gold["content"]) < LEAST_OVERLAP:
        wider = len(best["content"]) > len(gold["content"])
        return "swallowed by a larger content" if wider else "covered in part"
    if not best["source"]:
        return "lacks its source"
    if not gold["source"]:
        return "has a source where gold has none"
    return "another source" if not best["source"] & gold["source"] else "another source extent"


def read_rows(
    path: Path, attributor: Attributor
) -> Iterator[tuple[str, Sequence[Roles], Sequence[Roles]]]:
    """Yields (text, found, gold) of each row of a file; only the outermost attributions, as in the gold."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found = attributor.attribute(row["id"], row["text"], nested=False)
            yield row["text"], [roles_of(one) for one in found], row["attributions"]


def roles_of(one: Attribution) -> dict[str, Any]:
    """Returns an attribution in the form of the gold, with its confidence."""
    return {
        "source": one.source,
        "cue": one.cue,
        "content": one.content,
        "confidence": one.confidence,
    }


@cache
def scored(path: Path) -> Scores:
    """Returns the scores of the shipped attributor, measured once a process."""
    return score(read_rows(path, Attributor.load(threads=1)))


def measure(path: Path) -> dict[str, float]:
    """Returns the figures that the quality gate pins."""
    return scored(path).figures()


def table_of_misses(path: Path) -> list[str]:
    """Returns the table of misses by kind, for the quality gate to print."""
    return scored(path).table()


def main() -> None:
    """Prints the figures and the table of misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    for name, value in measure(args.data).items():
        print(f"{name:16} {value:5.1f}")
    print("\n".join(table_of_misses(args.data)))


if __name__ == "__main__":
    main()
