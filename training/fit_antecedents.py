"""Fits the weights by which "he" and "she" find whom they mean, on hand-made labels.

    python training/fit_antecedents.py --data EVAL/corpora

The labels are the pronouns of `evals/labels/pronouns.jsonl` and those of `speakers.jsonl` of the part `dev`; those held
back are not read. A candidate is right if one of its mentions overlaps a labelled one, or bears its name. What is
printed is out of fold (five folds by a hash of the report's id), but for who spoke before, which the weights in use
have resolved. Writes `src/reportedly/resolving/antecedents.json`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "evals"))

from labelled import Label, Reading, read_labels, readings, shared
from reportedly.measuring import find_dates
from reportedly.model import Attribution, Span
from reportedly.resolving import Dates
from reportedly.resolving.antecedents import FILE, Candidate, candidates, features, last_speech
from reportedly.resolving.cast import before_own
from reportedly.resolving.members import Place
from reportedly.resolving.telling import Telling
from speakers import same_name

OUT = ROOT / "src" / "reportedly" / "resolving" / FILE

PRONOUNS = frozenset({"he", "she"})
FOLDS = 5
RIDGE = 1.0
"""Weight of the squared weights in the loss."""


class Case(NamedTuple):
    """A labelled pronoun."""

    report: str
    # Names of the features.
    names: tuple[str, ...]
    # Features, a row a candidate.
    rows: Tensor
    # Whether each candidate is right.
    right: Tensor


def wanted() -> list[Label]:
    """Returns the labelled pronouns that may be fitted on."""
    labels = [*read_labels("pronouns.jsonl"), *read_labels("speakers.jsonl")]
    return [one for one in labels if one["ok"] and one["form"] == "pron" and one["part"] != "held"]


def cases_of(reading: Reading) -> Iterator[Case]:
    """Yields the labelled pronouns of a report that have a right candidate."""
    report = reading.understood.report
    dates = Dates(find_dates(report.text, report.published), {}, ())
    telling = Telling(report, reading.understood.attributions, dates, reading.names)
    for label in reading.labels:
        span = Span(*label["source"])
        pronoun = span.of(report.text).lower()
        if pronoun not in PRONOUNS:
            continue
        best = max(reading.understood.attributions, key=lambda a: overlap(a, span), default=None)
        own = best.content if best is not None and overlap(best, span) else ()
        span = before_own(span, Place(own))
        people, earlier = telling.cast.people, telling.cast.earlier(span)
        found = candidates(pronoun, span.start, people, earlier)
        right = torch.tensor([is_right(one, label, report.text) for one in found])
        if right.any():
            known = [features(one, last_speech(found), span, people) for one in found]
            rows = torch.tensor([list(each.values()) for each in known], dtype=torch.float64)
            yield Case(report.id, tuple(known[0]), rows, right)


def overlap(one: Attribution, source: Span) -> int:
    """Returns how many characters of a source an attribution has."""
    return sum(shared(span, source) for span in one.source)


def is_right(one: Candidate, label: Label, text: str) -> bool:
    """Says whether a candidate is whom the annotator marked."""
    labelled = [Span(*stretch) for stretch in label["speaker"]]
    meets = any(m.span.start < s.end and s.start < m.span.end for m in one.named for s in labelled)
    return meets or same_name(one.name, [span.of(text) for span in labelled])


def fit(cases: Sequence[Case]) -> Tensor:
    """Returns the weights of the features: conditional logistic regression, all right candidates together."""
    weights = torch.zeros(cases[0].rows.shape[1], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        total = RIDGE * (weights * weights).sum()
        for case in cases:
            scores = (case.rows @ weights).log_softmax(0)
            total = total - torch.logsumexp(scores[case.right], 0)
        total.backward()
        return total

    optimiser.step(loss)
    return weights.detach()


def fold_of(report: str) -> int:
    """Returns the fold of a report, 0 to 4."""
    return int(hashlib.sha256(report.encode()).hexdigest(), 16) % FOLDS


def right_out_of_fold(cases: Sequence[Case]) -> int:
    """Returns how many pronouns find a right candidate by weights fitted on the other folds."""
    count = 0
    for fold in range(FOLDS):
        weights = fit([case for case in cases if fold_of(case.report) != fold])
        here = [case for case in cases if fold_of(case.report) == fold]
        count += sum(bool(case.right[int((case.rows @ weights).argmax())]) for case in here)
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    args = parser.parse_args()
    torch.manual_seed(0)
    labels = wanted()
    read = (reading for dossier, reading in readings(labels, args.data) if dossier == "none")
    cases = [case for reading in read for case in cases_of(reading)]
    print(f"{right_out_of_fold(cases)} of {len(cases)} with a right candidate, out of fold")
    weights = dict(zip(cases[0].names, (round(float(w), 3) for w in fit(cases)), strict=True))
    OUT.write_text(json.dumps({"weights": weights, "pronouns": len(cases)}, indent=1) + "\n")
    print(f"{OUT.name}: {weights}")


if __name__ == "__main__":
    main()
