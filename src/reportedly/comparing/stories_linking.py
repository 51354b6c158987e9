"""Average link over scores of pairs: which items make a group. Knows nothing of reports."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Merge = tuple[float, int, int]
"""Mean score, negative so that the best comes first, and the two groups."""


def average_link(
    count: int, scores: Mapping[tuple[int, int], float], threshold: float
) -> list[tuple[int, ...]]:
    """Merges the two groups with the best mean score until none reaches the threshold.

    A pair without a score counts as 0. The work grows with the number of scores. Groups come in the order of
    their first items; so do the items in each.
    """
    members = {number: [number] for number in range(count)}
    sums: dict[int, dict[int, float]] = {number: {} for number in range(count)}
    for (i, j), score in scores.items():
        sums[i][j] = sums[j][i] = score
    heap: list[Merge] = [(-score, i, j) for (i, j), score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i in members and j in members and negative == -_mean(members, sums, i, j):
            for merge in _merged(members, sums, i, j):
                if -merge[0] >= threshold:
                    heapq.heappush(heap, merge)
    return sorted(tuple(sorted(group)) for group in members.values())


def _mean(
    members: dict[int, list[int]], sums: dict[int, dict[int, float]], i: int, j: int
) -> float:
    return sums[i].get(j, 0.0) / (len(members[i]) * len(members[j]))


def _merged(
    members: dict[int, list[int]], sums: dict[int, dict[int, float]], i: int, j: int
) -> list[Merge]:
    """Moves the group with fewer neighbours into the other and returns the merges it could make next."""
    if len(sums[i]) < len(sums[j]):
        i, j = j, i
    members[i] += members.pop(j)
    for other, total in sums.pop(j).items():
        del sums[other][j]
        if other != i:
            sums[i][other] = sums[other][i] = sums[i].get(other, 0.0) + total
    return [(-_mean(members, sums, i, other), i, other) for other in sums[i]]
