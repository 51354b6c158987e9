"""Which reports reuse each other's words, found passage by passage with MinHash.

Here live the signatures and the joining of reports. True wire copies share only about a third of
their words in all, so sentences are compared, not whole reports. The work grows linearly with the
text: sentences meet in the buckets of their signatures, and a bucket in too many reports is
furniture or a formula and joins nothing. How shared sentences become passages is in `passages`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rensa import RMinHash

from reportedly.comparing.passages import Sentence, passages_of
from reportedly.comparing.stories import profiles_of, same_story, story_text
from reportedly.comparing.union import Union
from reportedly.model import Report, SharedPassage
from reportedly.model.dates import bounds
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
STANDING_REPORTS, STANDING_DAYS = 3, 14
"""A sentence in so many reports over more than so many days is standing text of a page, such as an appeal."""
RELATED = 0.2
"""Likelihood of one story below which two reports share furniture, not news; set by reading."""

_WORD = re.compile(r"\w+")

Pair = tuple[str, str]


class Reuse(NamedTuple):
    """Reports joined by words they share."""

    # Ids, in the order given.
    reports: tuple[str, ...]
    # What they share, the longest first.
    passages: tuple[SharedPassage, ...]


class _Passage(NamedTuple):
    """A sentence of a report, ready to be compared."""

    sentence: Sentence
    words: int
    shingles: frozenset[str]

    @property
    def report(self) -> str:
        """Id of its report."""
        return self.sentence.report


def reuses_of(reports: Iterable[Report]) -> list[Reuse]:
    """Returns the groups of reports joined by sentences they share, and what these are."""
    by_id = {report.id: report for report in reports}
    alike = list(_alike_pairs(_buckets(by_id.values())))
    sets: Union[Sentence] = Union()
    for first, second in alike:
        sets.join(first.sentence, second.sentence)
    standing = {s for group in sets.groups() if _is_standing(group, by_id) for s in group}
    shared: dict[Pair, int] = defaultdict(int)
    for first, second in alike:
        if first.sentence not in standing:
            shared[first.report, second.report] += min(first.words, second.words)
    joined: Union[str] = Union()
    for pair in _related([p for p, words in shared.items() if words >= ENOUGH], by_id):
        joined.join(*pair)
    news = [group for group in sets.groups() if group[0] not in standing]
    return _grouped(joined, news, by_id)


def _grouped(
    joined: Union[str], news: Sequence[Sequence[Sentence]], by_id: dict[str, Report]
) -> list[Reuse]:
    """Returns each group with the sentences that its reports share."""
    held: dict[str, list[list[Sentence]]] = defaultdict(list)
    for sentences in news:
        parts: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            parts[joined.find(sentence.report)].append(sentence)
        for root, part in parts.items():
            held[root].append(part)
    order = {report: number for number, report in enumerate(by_id)}
    groups = [sorted(group, key=order.__getitem__) for group in joined.groups()]
    return [
        Reuse(tuple(group), passages_of(held[joined.find(group[0])], by_id))
        for group in sorted(groups, key=lambda group: order[group[0]])
    ]


def _buckets(reports: Iterable[Report]) -> Iterator[list[_Passage]]:
    buckets: dict[tuple[int, ...], list[_Passage]] = defaultdict(list)
    for report in reports:
        for passage in _passages(report):
            for key in _bands(passage):
                buckets[key].append(passage)
    for bucket in buckets.values():
        if 1 < len({p.report for p in bucket}) <= TOO_MANY:
            yield bucket


def _passages(report: Report) -> list[_Passage]:
    found: dict[frozenset[str], _Passage] = {}
    for span in sentence_spans(report.text):
        words = _WORD.findall(span.of(report.text).lower())
        if len(words) >= SHORTEST:
            shingles = frozenset(
                " ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)
            )
            passage = _Passage(Sentence(report.id, span), len(words), shingles)
            found.setdefault(shingles, passage)
    return list(found.values())


def _bands(passage: _Passage) -> list[tuple[int, ...]]:
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(passage.shingles))
    digest = sketch.digest()
    rows = PERMUTATIONS // BANDS
    return [(band, *digest[band * rows : (band + 1) * rows]) for band in range(BANDS)]


def _alike_pairs(buckets: Iterable[list[_Passage]]) -> Iterator[tuple[_Passage, _Passage]]:
    """Yields the sentences of different reports that are alike, each pair once.

    Passages of a bucket are compared each with the one before it, which is enough to join the group
    and keeps the work linear.
    """
    seen: set[tuple[Sentence, Sentence]] = set()
    for bucket in buckets:
        for first, second in pairwise(bucket):
            mark = (first.sentence, second.sentence)
            if first.report != second.report and mark not in seen and _alike(first, second):
                seen.add(mark)
                yield first, second


def _alike(first: _Passage, second: _Passage) -> bool:
    common = len(first.shingles & second.shingles)
    return common >= ALIKE * len(first.shingles | second.shingles)


def _is_standing(sentences: Sequence[Sentence], by_id: dict[str, Report]) -> bool:
    """Says whether a sentence comes again and again over weeks, as no piece of news does."""
    dates = {by_id[sentence.report].published for sentence in sentences}
    days = [day for date in dates if date for day in bounds(date) if day is not None]
    if len({sentence.report for sentence in sentences}) < STANDING_REPORTS or not days:
        return False
    return (max(days) - min(days)).days > STANDING_DAYS


def _related(pairs: Sequence[Pair], by_id: dict[str, Report]) -> list[Pair]:
    """Returns the pairs of reports that have more in common than a page's furniture."""
    if not pairs:
        return []
    profiles = dict(zip(by_id, profiles_of(map(story_text, by_id.values())), strict=True))
    return [(a, b) for a, b in pairs if same_story(profiles[a], profiles[b]) >= RELATED]
