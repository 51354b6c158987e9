"""Scores how well reports of one story are told: Pearson's r on graded pairs, B-cubed on groups.

    python evals/stories.py --data FOLDER [--errors]

FOLDER holds `newsim/semeval22_en_train.jsonl` ({"text1", "text2", "overall"}; `overall` is 1 for the same story, 4 for
unrelated ones, so the score is correlated with 4 less it) and `ecbplus/train_dev.jsonl` ({"sentences", "cluster",
"topic", "split"}; the two clusters of a topic are look-alikes). Nothing is fitted on newsim. On ecbplus the constants
were fitted on the split `train` (`training/fit_stories.py`); measured is the split `dev`.

Beside each stands plain TF-IDF (sublinear, smoothed; cosine; average link), its threshold chosen on `train` here and
now. A collection's own texts give the frequencies of words: all of newsim's, and those of the split.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.comparing.stories import profiles_of, same_story, shared_weight, story_groups
from reportedly.comparing.stories_linking import average_link

NEWSIM, ECBPLUS = "newsim/semeval22_en_train.jsonl", "ecbplus/train_dev.jsonl"

GROUPS = ("ecbplus_precision", "ecbplus_recall", "ecbplus_bcubed")
"""The figures on groups."""

THRESHOLDS = tuple(step / 100 for step in range(4, 60))
"""Among which the baseline's threshold is chosen."""

Profile = Mapping[str, float]
Groups = Sequence[tuple[int, ...]]


def main() -> int:
    """Prints each figure beside plain TF-IDF's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="the groups that are not a cluster")
    options = parser.parse_args()
    missing = [name for name in (NEWSIM, ECBPLUS) if not (options.data / name).exists()]
    if missing:
        print(f"stories: {' and '.join(missing)} not in {options.data}; give their folder (--data)")
        return 1
    print(f"{'':28} ours  TF-IDF")
    for name, (ours, plain) in compared(options.data).items():
        print(f"{name:28} {ours:.3f}  {plain:.3f}")
    ours, plain_curved = pearson_of(rows_of(options.data / NEWSIM), curved=True)
    print(f"{'same, TF-IDF on our curve':28} {ours:.3f}  {plain_curved:.3f}")
    if options.errors:
        show_errors(rows_of(options.data / ECBPLUS, "dev"))
    return 0


def measure_pairs(path: Path) -> dict[str, float]:
    """Returns our figure on newsim, times a hundred, for the quality gate."""
    return {"newsim_pearson": 100 * pearson_of(rows_of(path))[0]}


def measure_groups(path: Path) -> dict[str, float]:
    """Returns our figures on ecbplus in percent, for the quality gate."""
    dev = rows_of(path, "dev")
    groups = [group.members for group in story_groups(texts_of(dev))]
    return dict(zip(GROUPS, (100 * one for one in bcubed(groups, clusters_of(dev))), strict=True))


def compared(folder: Path) -> dict[str, tuple[float, float]]:
    """Returns each figure of ours with that of plain TF-IDF."""
    return {
        "newsim_pearson": pearson_of(rows_of(folder / NEWSIM)),
        **bcubed_of(rows_of(folder / ECBPLUS, "train"), rows_of(folder / ECBPLUS, "dev")),
    }


def rows_of(path: Path, split: str | None = None) -> list[dict[str, Any]]:
    """Returns the rows of a JSON-lines file, of one split if one is given."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [row for row in rows if split is None or row["split"] == split]


def pearson_of(rows: Sequence[dict[str, Any]], *, curved: bool = False) -> tuple[float, float]:
    """Returns Pearson's r of our score and of the plain cosine with how much alike people found the pairs.

    With `curved` the plain cosine goes through our curve too: what is left is the gain of the words' weights.
    """
    texts = [text for row in rows for text in (row["text1"], row["text2"])]
    wanted = [4 - row["overall"] for row in rows]

    def correlated(
        profiles: Sequence[Profile], score: Callable[[Profile, Profile], float]
    ) -> float:
        scores = [score(a, b) for a, b in zip(profiles[::2], profiles[1::2], strict=True)]
        return float(np.corrcoef(scores, wanted)[0, 1])

    score = same_story if curved else shared_weight
    return correlated(profiles_of(texts), same_story), correlated(plain(texts), score)


def bcubed_of(
    train: Sequence[dict[str, Any]], dev: Sequence[dict[str, Any]]
) -> dict[str, tuple[float, float]]:
    """Returns B-cubed precision, recall and F1 on dev, each of ours with that of plain TF-IDF."""
    groups = [group.members for group in story_groups(texts_of(dev))]
    ours = bcubed(groups, clusters_of(dev))
    table, gold = plain_scores(train), clusters_of(train)
    threshold = max(THRESHOLDS, key=lambda t: bcubed(average_link(len(train), table, t), gold)[2])
    theirs = bcubed(average_link(len(dev), plain_scores(dev), threshold), clusters_of(dev))
    return dict(zip(GROUPS, zip(ours, theirs, strict=True), strict=True))


def texts_of(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Returns the text of each article."""
    return ["\n".join(row["sentences"]) for row in rows]


def clusters_of(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Returns the gold cluster of each article."""
    return [row["cluster"] for row in rows]


def bcubed(groups: Groups, gold: Sequence[str]) -> tuple[float, float, float]:
    """Returns B-cubed precision, recall and F1 (Bagga and Baldwin 1998) of groups of item numbers.

    For each item: of those grouped with it, itself among them, the share that are of its cluster, and of its
    cluster the share that are grouped with it; the mean over the items.
    """
    sizes = Counter(gold)
    precision = recall = 0.0
    for group in groups:
        for name, right in Counter(gold[item] for item in group).items():
            precision += right * right / len(group)
            recall += right * right / sizes[name]
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def plain(texts: Sequence[str]) -> list[Profile]:
    """Returns plain TF-IDF: words of two letters or more, sublinear, smoothed, of length one."""
    counts = [Counter(re.findall(r"\b\w\w+\b", text.lower())) for text in texts]
    spread = Counter(word for one in counts for word in one)
    found: list[Profile] = []
    for one in counts:
        weights = {
            word: (1 + math.log(many)) * (math.log((1 + len(counts)) / (1 + spread[word])) + 1)
            for word, many in one.items()
        }
        length = math.sqrt(math.fsum(weight**2 for weight in weights.values())) or 1.0
        found.append({word: weight / length for word, weight in weights.items()})
    return found


def plain_scores(rows: Sequence[dict[str, Any]]) -> dict[tuple[int, int], float]:
    """Returns the plain cosine of every pair."""
    profiles = plain(texts_of(rows))
    words = {word: at for at, word in enumerate(sorted({w for one in profiles for w in one}))}
    table = np.zeros((len(profiles), len(words)))
    for number, one in enumerate(profiles):
        table[number, [words[word] for word in one]] = list(one.values())
    cosines = table @ table.T
    count = len(profiles)
    return {(i, j): float(cosines[i, j]) for i in range(count) for j in range(i + 1, count)}


def show_errors(rows: Sequence[dict[str, Any]]) -> None:
    """Prints the groups that mix clusters, and the clusters that are in several groups."""
    gold = clusters_of(rows)
    parts: dict[str, list[int]] = defaultdict(list)
    for group in story_groups(texts_of(rows)):
        held = Counter(gold[item] for item in group.members)
        for name, many in held.items():
            parts[name].append(many)
        if len(held) > 1:
            print(f"mixed: {dict(held)}")
    for name, sizes in parts.items():
        if len(sizes) > 1:
            print(f"split: {name} {sorted(sizes, reverse=True)}")


if __name__ == "__main__":
    sys.exit(main())
