"""Which reports reuse each other's words, found passage by passage with MinHash.

Here live the signatures and the joining of reports. True wire copies share only about a third of
their words in all, so sentences are compared, not whole reports. The work grows linearly with the
text: sentences meet in the buckets of their signatures, and a bucket in too many reports is
furniture or a formula and joins nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rensa import RMinHash

from reportedly.model import Report
from reportedly.text import sentence_spans

PERMUTATIONS = 64
BANDS = 16
SEED = 1
SHINGLE = 3
"""Words in a shingle."""
SHORTEST = 8
"""Words a sentence must have to count."""
ALIKE = 0.6
"""Share of shingles two sentences must have in common (Jaccard)."""
ENOUGH = 20
"""Words two reports must share in such sentences; set by judgement, not tuned."""
TOO_MANY = 60
"""Reports in one bucket beyond which it is taken for a formula."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence of a report, ready to be compared."""

    report: str
    words: int
    shingles: frozenset[str]


def shared_passages(reports: Iterable[Report]) -> list[tuple[str, ...]]:
    """Returns the groups of reports joined by sentences they share, each in the order given."""
    order: dict[str, int] = {}
    buckets: dict[tuple[int, ...], list[_Passage]] = defaultdict(list)
    for report in reports:
        order.setdefault(report.id, len(order))
        for passage in _passages(report):
            for key in _bands(passage):
                buckets[key].append(passage)
    return _joined(_shared_words(buckets.values()), order)


def _passages(report: Report) -> list[_Passage]:
    found: dict[frozenset[str], _Passage] = {}
    for span in sentence_spans(report.text):
        words = _WORD.findall(span.of(report.text).lower())
        if len(words) >= SHORTEST:
            shingles = frozenset(
                " ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)
            )
            found.setdefault(shingles, _Passage(report.id, len(words), shingles))
    return list(found.values())


def _bands(passage: _Passage) -> list[tuple[int, ...]]:
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(passage.shingles))
    digest = sketch.digest()
    rows = PERMUTATIONS // BANDS
    return [(band, *digest[band * rows : (band + 1) * rows]) for band in range(BANDS)]


def _shared_words(buckets: Iterable[list[_Passage]]) -> dict[tuple[str, str], int]:
    """Returns by pair of reports the words of the sentences they share.

    Passages of a bucket are compared each with the one before it from another report, which is
    enough to join the group and keeps the work linear.
    """
    seen: set[tuple[frozenset[str], frozenset[str], str, str]] = set()
    words: dict[tuple[str, str], int] = defaultdict(int)
    for bucket in buckets:
        if not 1 < len({p.report for p in bucket}) <= TOO_MANY:
            continue
        for first, second in pairwise(bucket):
            mark = (first.shingles, second.shingles, first.report, second.report)
            if first.report == second.report or mark in seen or not _alike(first, second):
                continue
            seen.add(mark)
            words[first.report, second.report] += min(first.words, second.words)
    return words


def _alike(first: _Passage, second: _Passage) -> bool:
    common = len(first.shingles & second.shingles)
    return common >= ALIKE * len(first.shingles | second.shingles)


def _joined(words: dict[tuple[str, str], int], order: dict[str, int]) -> list[tuple[str, ...]]:
    root = {report: report for report in order}

    def find(report: str) -> str:
        while root[report] != report:
            root[report] = root[root[report]]
            report = root[report]
        return report

    for (first, second), shared in words.items():
        if shared >= ENOUGH:
            root[find(second)] = find(first)
    groups: dict[str, list[str]] = defaultdict(list)
    for report in order:
        groups[find(report)].append(report)
    return [tuple(group) for group in groups.values() if len(group) > 1]
