"""Measures whether two statements of one holder are rightly taken for one position, on hand-labelled pairs.

    python evals/same_positions.py --data EVAL/corpora [--errors]

What is counted. Of 263 pairs the 53 are "same" that both readers called so. *Precision* is the share of these among the
pairs that get at least the likelihood at which positions are joined (`positions_same.SAME`), *recall* the share of
them that do. The shipped weights are fitted on the same labels, so the figures are cross-validated: each pair is
judged by weights fitted on nine tenths of the others, in five shufflings, whose mean is given. `apart` keeps all pairs
that have a statement in common, directly or through others, in one tenth: so no statement is known beforehand.
What was chosen by looking at all pairs (which features, the groups of words, the likelihood to join at) is not
cross-validated. The pairs were drawn by nearness, so a ledger has far more pairs that are plainly different.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import numpy as np
from numpy.typing import NDArray

from labelled import Label, WrongText, read_labels, text_of
from reportedly.comparing.positions_matter import Matter, default_reader
from reportedly.comparing.positions_same import SAME, features, is_ruled_out
from reportedly.model import Act, Directness, Evidence, Speaker, SpeakerKind, Statement

FILE = "same_positions.jsonl"
FOLDS = 10
SHUFFLINGS = 5
RIDGE = 2.0
"""Weight of the penalty on squared weights of features scaled to one standard deviation."""

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two labelled statements of one holder."""

    # What tells each statement from all others.
    statements: tuple[str, str]
    matters: tuple[Matter, Matter]
    same: bool

    @property
    def ruled_out(self) -> bool:
        """Whether act, numbers or places rule it out that the two are the same."""
        return is_ruled_out(*self.matters)

    @property
    def row(self) -> list[float]:
        """The features in their order."""
        return list(features(*self.matters).values())

    @property
    def texts(self) -> str:
        """The words of both, the same for the same words in another report."""
        return " | ".join(sorted(matter.plain for matter in self.matters))


def read_pairs(corpora: Path) -> list[Pair]:
    """Returns the labelled pairs.

    Raises:
        WrongText: a text is not the one that was labelled.
    """
    labels = read_labels(FILE)
    texts = {
        (corpus, row["id"]): text_of(row)
        for corpus in {label[side]["corpus"] for label in labels for side in "ab"}
        for row in map(json.loads, (corpora / f"{corpus}.jsonl").read_text("utf-8").splitlines())
    }
    return [_pair(label, texts) for label in labels]


def _pair(label: Label, texts: dict[tuple[str, str], str]) -> Pair:
    read = default_reader().read
    first, second = (_statement(label["holder"], label[side], texts) for side in "ab")
    return Pair((first.id, second.id), (read(first), read(second)), label["label"] == "same")


def _statement(holder: str, side: Label, texts: dict[tuple[str, str], str]) -> Statement:
    text = texts[side["corpus"], side["report"]]
    if hashlib.sha256(text.encode()).hexdigest()[:12] != side["sha"]:
        raise WrongText(f"{side['report']} is not the text that was labelled")
    start, end = side["span"]
    words = " ".join(text[start:end].split())
    return Statement(
        id=f"{side['report']}:{start}:{end}",
        report=side["report"],
        attribution=None,
        speaker=Speaker(holder, SpeakerKind.BODY, holder),
        holder=holder,
        act=Act(side["act"]),
        plover=None,
        issues=tuple(side["issues"]),
        target=None,
        said=None,
        first_published=None,
        chain=(),
        origin=None,
        likelihood=None,
        direct=Directness.INDIRECT,
        conditions=(),
        deadline=None,
        voice="account",
        aspects=(),
        text=words,
        evidence=Evidence(words, "", "", start, end),
        caveats=(),
        confidence=1.0,
        extractor="labels",
    )


def fit(rows: Vector, right: Vector) -> tuple[Vector, float]:
    """Returns weights and constant of a logistic regression with a ridge on features scaled to one deviation."""
    scale = rows.std(0) + 1e-9
    known = np.c_[rows / scale, np.ones(len(rows))]
    penalty = RIDGE * np.eye(known.shape[1])
    penalty[-1, -1] = 0
    weights = np.zeros(known.shape[1])
    for _ in range(30):
        guess = 1 / (1 + np.exp(-known @ weights))
        curve = (known.T * (guess * (1 - guess))) @ known + penalty
        weights -= np.linalg.solve(curve, known.T @ (guess - right) + penalty @ weights)
    return weights[:-1] / scale, float(weights[-1])


def fit_pairs(pairs: Sequence[Pair]) -> tuple[Vector, float]:
    """Returns weights and constant fitted on the pairs that nothing rules out."""
    left = [pair for pair in pairs if not pair.ruled_out]
    return fit(np.array([p.row for p in left]), np.array([p.same for p in left], dtype=float))


def linked(pairs: Sequence[Pair]) -> dict[str, str]:
    """Returns for each statement one that stands for all it is linked with by pairs."""
    above: dict[str, str] = {}

    def top(one: str) -> str:
        while above.setdefault(one, one) != one:
            one = above[one]
        return one

    for pair in pairs:
        first, second = map(top, pair.statements)
        above[first] = second
    return {one: top(one) for one in list(above)}


def out_of_fold(pairs: Sequence[Pair], key: Callable[[Pair], Hashable], seed: int) -> list[float]:
    """Returns the likelihood of each pair by weights fitted without the tenth that its key falls into."""
    keys = list(dict.fromkeys(key(pair) for pair in pairs))
    random.Random(seed).shuffle(keys)  # noqa: S311  (no secret)
    fold = {each: number % FOLDS for number, each in enumerate(keys)}
    found = [0.0] * len(pairs)
    for number in range(FOLDS):
        weights, constant = fit_pairs([p for p in pairs if fold[key(p)] != number])
        for place, pair in enumerate(pairs):
            if fold[key(pair)] == number and not pair.ruled_out:
                found[place] = float(1 / (1 + np.exp(-np.dot(pair.row, weights) - constant)))
    return found


def precision_recall(pairs: Sequence[Pair], likely: Sequence[float]) -> tuple[float, float]:
    """Returns precision and recall in percent at the likelihood at which positions are joined."""
    joined = [pair.same for pair, each in zip(pairs, likely, strict=True) if each >= SAME]
    return 100 * sum(joined) / max(1, len(joined)), 100 * sum(joined) / sum(p.same for p in pairs)


def cross_validated(pairs: Sequence[Pair]) -> dict[str, float]:
    """Returns the figures, each the mean of the shufflings."""
    links = linked(pairs)
    keys: dict[str, Callable[[Pair], Hashable]] = {
        "": lambda pair: pair.texts,
        "apart_": lambda pair: links[pair.statements[0]],
    }
    figures: dict[str, float] = {}
    for name, key in keys.items():
        found = [precision_recall(pairs, out_of_fold(pairs, key, s)) for s in range(SHUFFLINGS)]
        figures[f"{name}precision"] = mean(precision for precision, _ in found)
        figures[f"{name}recall"] = mean(recall for _, recall in found)
    return figures


def measure(corpora: Path) -> dict[str, float]:
    """Returns the figures that the quality gate pins."""
    return cross_validated(read_pairs(corpora))


def main() -> None:
    """Prints every figure, and the pairs judged wrongly on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--errors", action="store_true", help="print the pairs judged wrongly")
    asked = parser.parse_args()
    pairs = read_pairs(asked.data)
    print(f"{len(pairs)} pairs, {sum(p.same for p in pairs)} same")
    for name, value in cross_validated(pairs).items():
        print(f"{name:16} {value:5.1f}")
    if asked.errors:
        likely = out_of_fold(pairs, lambda pair: pair.texts, 0)
        for pair, each in zip(pairs, likely, strict=True):
            if (each >= SAME) is not pair.same:
                verdict = "same" if pair.same else "different"
                print(f"  {verdict}, likelihood {each:.2f}: {pair.texts}")


if __name__ == "__main__":
    main()
