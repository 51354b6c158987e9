"""Fits how likely two statements state the same position, and counts how much words say.

    python training/fit_same_positions.py --data EVAL/corpora [--texts FILE.jsonl ...]

With `--texts` (any news, one object with `text` or `sentences` a line) it first counts in how many sentences each
word is met and writes `word_weights.json` of `comparing`: 1 for a word met in ten sentences or fewer, less for the
others, by the logarithm. Then it fits the weights of the features on the pairs of `evals/labels/same_positions.jsonl`,
writes `positions_same.json` beside it and prints precision and recall, cross-validated (see `evals/same_positions.py`).
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "evals"))

from labelled import text_of
from reportedly.comparing.positions_matter import WEIGHTS_FILE
from reportedly.comparing.positions_same import FILE
from reportedly.text import sentence_spans
from reportedly.vocabulary.alike import load_alike
from same_positions import cross_validated, features, fit_pairs, read_pairs

OUT = ROOT / "src" / "reportedly" / "comparing"

LONGEST = 30_000
"""Characters of a text that are counted."""
RARE = 10
"""Sentences with a word up to which it has the full weight."""
LISTED = 20
"""Sentences with a word from which it is listed; a few words of one text tell nothing."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def count_words(texts: Iterable[Path]) -> dict[str, float]:
    """Returns the weight of each word that is met often enough, by what it stands for."""
    met: Counter[str] = Counter()
    sentences = 0
    for path in texts:
        for line in path.read_text("utf-8").splitlines():
            text = text_of(json.loads(line))[:LONGEST]
            for start, end in sentence_spans(text):
                sentences += 1
                found = {load_alike().sense(word) for word in _WORD.findall(text[start:end])}
                met.update(sense for sense in found if sense)
    most = math.log(sentences / RARE)
    return {
        word: round(min(1.0, math.log(sentences / count) / most), 2)
        for word, count in sorted(met.items())
        if count >= LISTED
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="texts to count words in")
    asked = parser.parse_args()
    if asked.texts:
        table = {"unknown": 1.0, "weights": count_words(asked.texts)}
        (OUT / WEIGHTS_FILE).write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n")
        print(f"{WEIGHTS_FILE}: {len(table['weights'])} words")
    pairs = read_pairs(asked.data)
    fitted, constant = fit_pairs(pairs)
    names = features(*pairs[0].matters)
    weights = {name: round(float(w), 3) for name, w in zip(names, fitted, strict=True)}
    tree = {"weights": {"constant": round(constant, 3)} | weights, "pairs": len(pairs)}
    (OUT / FILE).write_text(json.dumps(tree, indent=1) + "\n")
    print(f"{FILE}: {tree['weights']}")
    for name, value in cross_validated(pairs).items():
        print(f"{name:16} {value:5.1f}")


if __name__ == "__main__":
    main()
