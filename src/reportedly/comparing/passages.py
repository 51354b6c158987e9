"""Passages that reports share: sentences that follow one another in each of them, put together.

Here lives what is done with sentences that were found to be alike; the finding is in `echoes_reuse`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.model import Report, SharedPassage, Span, take_evidence
from reportedly.model.dates import bounds, sort_key


class Sentence(NamedTuple):
    """A sentence of a report."""

    # Id of the report.
    report: str
    span: Span


Places = dict[str, Span]
"""Where each report has the words, by its id."""


def passages_of(
    shared: Iterable[Sequence[Sentence]], reports: Mapping[str, Report]
) -> tuple[SharedPassage, ...]:
    """Returns the passages of two or more reports, the longest first.

    Args:
        shared: sentences that are alike, those of each passage together.
        reports: by id, all that the sentences are from.
    """
    found: list[Places] = []
    for places in sorted(_places(shared), key=_by_place):
        if found and _goes_on(found[-1], places, reports):
            before = found[-1]
            found[-1] = {one: Span(before[one].start, span.end) for one, span in places.items()}
        else:
            found.append(places)
    passages = [_passage(places, reports) for places in found]
    return tuple(sorted(passages, key=lambda p: -longest(p)))


def longest(passage: SharedPassage) -> int:
    """Returns the characters of the longest wording of a passage."""
    return max(len(words.exact) for words in passage.evidence)


def _by_place(places: Places) -> tuple[tuple[str, Span], ...]:
    """Returns what brings passages of the same reports together, in the order of the first of them."""
    ids = sorted(places)
    return *((one, Span(0, 0)) for one in ids), *((one, places[one]) for one in ids)


def _places(shared: Iterable[Sequence[Sentence]]) -> list[Places]:
    """Returns where each report has a sentence; where it has it twice, the first place."""
    found = []
    for sentences in shared:
        places: Places = {}
        for report, span in sorted(sentences, key=lambda s: s.span):
            places.setdefault(report, span)
        if len(places) > 1:
            found.append(places)
    return found


def _goes_on(before: Places, after: Places, reports: Mapping[str, Report]) -> bool:
    """Says whether a passage follows another in each of the same reports, with nothing between."""
    return before.keys() == after.keys() and all(
        before[one].end <= span.start
        and not reports[one].text[before[one].end : span.start].strip()
        for one, span in after.items()
    )


def _passage(places: Places, reports: Mapping[str, Report]) -> SharedPassage:
    ids = sorted(places, key=lambda one: (sort_key(reports[one].published), one))
    return SharedPassage(
        reports=tuple(ids),
        evidence=tuple(take_evidence(reports[one].text, places[one]) for one in ids),
        first=_first([reports[one] for one in ids]),
    )


def _first(reports: Sequence[Report]) -> str | None:
    """Returns the id of the report that was out before all others, None where dates do not tell."""
    dated = [bounds(report.published) for report in reports if report.published]
    if len(dated) < len(reports):
        return None
    end, starts = dated[0][1], [start for start, _ in dated[1:]]
    told = end is not None and all(start is not None and end < start for start in starts)
    return reports[0].id if told else None
