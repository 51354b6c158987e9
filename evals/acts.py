"""Scores the rule version of acts on pairs with PLOVER roots: accuracy and macro F1 over the roots it knows.

    python evals/acts.py --data ../shared/eval/plover/plv_train.jsonl

Each row has `text`, `source`, `target` and `root`. YIELD stands for CONCEDE. Rows of other roots count as "other".
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from reportedly.coding.pairs import act_of_pair
from reportedly.model import PLOVER

ROOTS = ("REQUEST", "AGREE", "CONCEDE", "REJECT", "THREATEN", "ACCUSE")
OTHER = "OTHER"


def gold_root(root: str) -> str:
    """Returns the root as we name it; those without an act of ours are "OTHER"."""
    named = {"YIELD": "CONCEDE"}.get(root, root)
    return named if named in ROOTS else OTHER


def score(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[float, float, float, int]]:
    """Returns precision, recall, F1 and number of gold rows for each root."""
    counts = Counter(pairs)
    result: dict[str, tuple[float, float, float, int]] = {}
    for root in ROOTS:
        right = counts[root, root]
        found = sum(n for (_, guess), n in counts.items() if guess == root)
        gold = sum(n for (truth, _), n in counts.items() if truth == root)
        precision, recall = right / max(1, found), right / max(1, gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        result[root] = (precision, recall, f1, gold)
    return result


def report(title: str, pairs: list[tuple[str, str]]) -> None:
    """Prints one table."""
    table = score(pairs)
    right = sum(truth == guess for truth, guess in pairs)
    print(f"{title}: {len(pairs)} rows, accuracy {right / max(1, len(pairs)):.3f}")
    for root, (precision, recall, f1, gold) in table.items():
        print(f"  {root:9} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  n {gold}")
    print(f"  macro F1 {sum(f1 for _, _, f1, _ in table.values()) / len(table):.3f}")


def main() -> None:
    """Reads the rows, codes each pair and prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="JSON lines with text, source, target, root"
    )
    parser.add_argument(
        "--errors", action="store_true", help="print the rows that are coded otherwise"
    )
    options = parser.parse_args()
    pairs: list[tuple[str, str]] = []
    for line in options.data.read_text("utf-8").splitlines():
        row = json.loads(line)
        act = act_of_pair(row["text"], row["source"], row["target"])
        pairs.append((gold_root(row["root"]), PLOVER.get(act, OTHER)))
        if options.errors and pairs[-1][0] != pairs[-1][1]:
            print(*pairs[-1], row["source"], row["target"], row["text"], sep=" | ")
    report("all rows", pairs)
    report("rows of a root that has an act", [p for p in pairs if p[0] != OTHER])


if __name__ == "__main__":
    main()
