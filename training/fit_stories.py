"""Fits the constants of `reportedly.comparing.stories` and prints them; they are copied there by hand.

    .venv/bin/python training/fit_stories.py --data ECBPLUS/train_dev.jsonl

Uses the split `train` alone. Log-odds of one story: a logistic regression on the root of the cosine over pairs of
articles, in which pairs of one cluster, pairs of two look-alike clusters and (half as much) other pairs have equal
weight. An article is in hundreds of pairs, so all pairs together weigh no more than there are articles, against a ridge
of 1. Threshold: B-cubed F1 is averaged over collections of 3 to 25 topics drawn from the split, because the size of a
collection moves the frequencies of words; of the thresholds within half a point of the best the highest is taken,
because two stories told as one are worse than one told as two.
"""

import argparse
import random
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "evals"))

import stories as scorer
from reportedly.comparing import stories
from reportedly.comparing.stories_linking import average_link

DRAWN = ((3, 10), (6, 8), (8, 8), (12, 6), (25, 1))
"""Topics in a collection, and how many collections of so many."""

RIDGE = 1.0
"""Weight of the penalty on the squared slope."""

LOSS = 0.005
"""F1 given up for a higher threshold."""

THRESHOLDS = [step / 100 for step in range(20, 80, 2)]


def pairs_of(rows):
    """Returns root of the cosine, whether one story, and weight, of every pair."""
    profiles = stories.profiles_of(scorer.texts_of(rows))
    kinds = {True: [], False: [], None: []}
    for i, first in enumerate(rows):
        for j in range(i):
            second = rows[j]
            same = first["cluster"] == second["cluster"]
            alike = first["topic"] == second["topic"]
            kinds[same if same or alike else None].append(
                stories.shared_weight(profiles[i], profiles[j]) ** 0.5
            )
    roots = np.concatenate([np.array(held) for held in kinds.values()])
    right = np.concatenate([np.full(len(held), bool(kind)) for kind, held in kinds.items()])
    parts = [
        np.full(len(held), (0.5 if kind is None else 1.0) / len(held))
        for kind, held in kinds.items()
    ]
    weights = np.concatenate(parts)
    return roots, right.astype(float), weights / weights.sum() * len(rows)


def fitted(roots, right, weight):
    """Returns intercept and slope by Newton's method."""
    design = np.stack([np.ones_like(roots), roots], axis=1)
    found, penalty = np.zeros(2), np.diag([0.0, RIDGE])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (weight * (right - likely)) - penalty @ found
        curve = (design * (weight * likely * (1 - likely))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve, slope)
        found += step
        if np.abs(step).max() < 1e-9:
            break
    return found


def best_threshold(rows):
    """Returns the threshold to use over the drawn collections, and its mean F1."""
    draw = random.Random(7)
    topics = sorted({row["topic"] for row in rows})
    totals = np.zeros(len(THRESHOLDS))
    for size, times in DRAWN:
        for _ in range(times):
            chosen = set(draw.sample(topics, min(size, len(topics))))
            totals += curve([row for row in rows if row["topic"] in chosen])
    means = totals / sum(times for _, times in DRAWN)
    for threshold, mean in zip(THRESHOLDS, means):
        print(f"  {threshold:.2f} {mean:.3f}")
    at = max(number for number, mean in enumerate(means) if mean >= means.max() - LOSS)
    return THRESHOLDS[at], float(means[at])


def curve(rows):
    """Returns the F1 of one collection at each threshold."""
    profiles = stories.profiles_of(scorer.texts_of(rows))
    scores = {
        (i, j): stories.same_story(profiles[i], profiles[j])
        for j in range(len(rows))
        for i in range(j)
    }
    gold = scorer.clusters_of(rows)
    return [scorer.bcubed(average_link(len(rows), scores, t), gold)[2] for t in THRESHOLDS]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    rows = scorer.rows_of(parser.parse_args().data, "train")
    intercept, slope = fitted(*pairs_of(rows))
    print(f"INTERCEPT, SLOPE = {intercept:.2f}, {slope:.2f}")
    stories.INTERCEPT, stories.SLOPE = round(intercept, 2), round(slope, 2)
    threshold, f1 = best_threshold(rows)
    print(f"THRESHOLD = {threshold:g}  (B-cubed F1 {f1:.3f} on average)")


if __name__ == "__main__":
    main()
