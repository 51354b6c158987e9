"""Scores the act of pairs with PLOVER roots, by the classifier and by the rules alone: accuracy and F1 by root.

    python evals/acts.py --data PAIRS.jsonl [--errors]

Each row has `text`, `source`, `target` and `root`. YIELD stands for CONCEDE. The classifier that is shipped has learnt
from `plover/plv_train.jsonl`: on these rows its figures say nothing; those of `training/train_acts.py --folds 5` do.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from classes import by_class
from reportedly.attributing.encoder import Encoder
from reportedly.coding import ActClassifier, code_pair
from reportedly.coding.pairs import act_of_pair
from reportedly.model import PLOVER

VERBAL = ("REQUEST", "AGREE", "CONCEDE", "REJECT", "THREATEN", "ACCUSE")
"""Roots that an act of ours maps to, the only ones that the rules know."""

NONE = "NONE"


def gold_root(root: str) -> str:
    """Returns the root as we name it."""
    return {"YIELD": "CONCEDE"}.get(root, root)


def report(title: str, pairs: list[tuple[str, str]]) -> None:
    """Prints one table."""
    table = dict(sorted(by_class(pairs).items()))
    right = sum(truth == guess for truth, guess in pairs)
    print(f"{title}: {len(pairs)} rows, accuracy {right / max(1, len(pairs)):.3f}")
    for root, (precision, recall, f1, gold) in table.items():
        print(f"  {root:9} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  n {gold}")
    verbal = [f1 for root, (_, _, f1, _) in table.items() if root in VERBAL]
    print(f"  macro F1 {sum(row.f1 for row in table.values()) / max(1, len(table)):.3f}", end=", ")
    print(f"{sum(verbal) / max(1, len(verbal)):.3f} over roots that have an act")


def main() -> None:
    """Reads the rows, codes each pair both ways and prints a table for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="JSON lines with text, source, target, root"
    )
    parser.add_argument(
        "--errors", action="store_true", help="print the rows that the classifier codes otherwise"
    )
    options = parser.parse_args()
    classifier = ActClassifier.load(Encoder.load(threads=1).tokenizer)
    by_rules: list[tuple[str, str]] = []
    by_model: list[tuple[str, str]] = []
    for line in options.data.read_text("utf-8").splitlines():
        row = json.loads(line)
        truth, asked = gold_root(row["root"]), (row["text"], row["source"], row["target"])
        by_rules.append((truth, PLOVER.get(act_of_pair(*asked), NONE)))
        by_model.append((truth, code_pair(*asked, classifier)[1] or NONE))
        if options.errors and truth != by_model[-1][1]:
            print(truth, by_model[-1][1], *asked, sep=" | ")
    report("rules", by_rules)
    report("classifier", by_model)


if __name__ == "__main__":
    main()
