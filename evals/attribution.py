"""Scores attributions on annotated reports: spans by role, and whole attributions linked.

    python evals/attribution.py --data EVAL/polnear/dev.jsonl

`exact` is F1 over fragments with the same start and end, outer white space ignored; `chars` is F1 over
characters that bear the role; `linked` is F1 over attributions matched one to one where the contents, and the
sources unless neither has one, overlap with a Jaccard index of at least 0.5.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.attributing import Attributor
from reportedly.model import Span
from reportedly.text import trim

ROLES = ("source", "cue", "content")
LEAST_OVERLAP = 0.5

Roles = Mapping[str, Sequence[Sequence[int]]]


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

    def figures(self) -> dict[str, float]:
        """Returns each figure by its name, in percent."""
        named = {f"{role}_exact": self.exact[role].f1 for role in ROLES}
        named |= {f"{role}_chars": self.chars[role].f1 for role in ROLES}
        return named | {"linked_f1": self.linked.f1}


def score(rows: Iterable[tuple[str, Sequence[Roles], Sequence[Roles]]]) -> Scores:
    """Scores (text, found, gold) of each report."""
    scores = Scores()
    for text, found, gold in rows:
        for role in ROLES:
            scores.exact[role].add(_fragments(text, found, role), _fragments(text, gold, role))
            scores.chars[role].add(_all(found, role), _all(gold, role))
        mine = [_characters(one) for one in found if one.get("content")]
        theirs = [_characters(one) for one in gold if one.get("content")]
        matched = _matched(mine, theirs)
        scores.linked.right += len(matched)
        scores.linked.found += len(mine)
        scores.linked.gold += len(theirs)
        scores.misses.update(
            _miss(one, mine) for number, one in enumerate(theirs) if number not in matched
        )
    return scores


def _fragments(text: str, attributions: Sequence[Roles], role: str) -> set[object]:
    return {trim(text, Span(s, e)) for one in attributions for s, e in one.get(role, ())}


def _all(attributions: Sequence[Roles], role: str) -> set[object]:
    return {place for one in attributions for place in _characters(one)[role]}


def _characters(one: Roles) -> dict[str, set[int]]:
    return {role: {i for s, e in one.get(role, ()) for i in range(s, e)} for role in ROLES}


def _jaccard(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def _matched(
    mine: Sequence[dict[str, set[int]]], theirs: Sequence[dict[str, set[int]]]
) -> set[int]:
    """Returns the numbers of the gold attributions that are matched, best pairs first."""
    pairs = []
    for g, gold in enumerate(theirs):
        for p, found in enumerate(mine):
            content = _jaccard(gold["content"], found["content"])
            source = _jaccard(gold["source"], found["source"])
            if content >= LEAST_OVERLAP and source >= LEAST_OVERLAP:
                pairs.append((content + source, g, p))
    taken: dict[int, int] = {}
    for _, g, p in sorted(pairs, reverse=True):
        if g not in taken and p not in taken.values():
            taken[g] = p
    return set(taken)


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
            mine = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
            yield row["text"], mine, row["attributions"]


def measure(path: Path) -> dict[str, float]:
    """Returns the figures that the quality gate pins."""
    return score(read_rows(path, Attributor.load())).figures()


def main() -> None:
    """Prints the figures and the table of misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    scores = score(read_rows(args.data, Attributor.load()))
    for name, value in scores.figures().items():
        print(f"{name:16} {value:5.1f}")
    for kind, count in scores.misses.most_common():
        print(f"{kind:34} {100 * count / scores.linked.gold:5.1f} % of gold")


if __name__ == "__main__":
    main()
