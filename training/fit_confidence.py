"""Fits the confidence of attributions, and draws how well it is calibrated.

    .venv/bin/python training/fit_confidence.py --data POLNEAR/dev.jsonl [--nested MPQA/dev.jsonl]

Reads the annotated reports with the shipped encoder, asks of each attribution whether it is right (matched, as in
`evals/attribution.py`), fits a logistic regression on what linking knows of it, and writes
`src/reportedly/attributing/files/confidence.json` and `docs/design/confidence.svg`. The figures it prints, and the
diagram, are out of fold: each report's attributions are weighed by a regression fitted on the other reports (five
folds). The data must be one that the encoder was not trained on.

PolNeAR marks no nested attributions. With `--nested`, one weight says how much less certain they are than others of
the same signals: on MPQA an attribution counts as right if its cue meets an event of the gold and its source is the
event's.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "evals"))

import attribution
import nesting
from reportedly.attributing import Attributor
from reportedly.attributing.confidence import Signals, Weights, features, weighed
from reportedly.attributing.encoder import NAME, Encoder
from reportedly.model import Attribution, Directness

FOLDS = 5
RIDGE = 1.0
"""Weight of the penalty on squared weights; keeps those of rare features small."""

LEAST_FORMS = 20
"""Fewer attributions read by form than this say nothing about how many of them are right."""

OF_FORMS = 0.9
"""What a form is given where the data has too few of them."""


class Case(NamedTuple):
    report: str
    raw: float
    features: dict | None
    right: bool


class Recorder:
    """Stands in for the confidence and keeps what it is reckoned from; an attribution's confidence is its number."""

    def __init__(self) -> None:
        self.seen: list[tuple[float, dict | None]] = []

    def __call__(
        self, signals: Signals | None, directness: Directness, characters: int, *, nested: bool
    ) -> float:
        held = features(signals, directness, characters, nested=nested) if signals else None
        self.seen.append((signals.mean if signals else 1.0, held))
        return float(len(self.seen) - 1)

    def case(self, one: Attribution, *, right: bool) -> Case:
        return Case(one.report, *self.seen[round(one.confidence)], right)


def cases_of(path: Path, encoder: Encoder) -> list[Case]:
    """Returns every outermost attribution of annotated reports."""
    cases = []
    for line in path.read_text("utf-8").splitlines():
        row, recorder = json.loads(line), Recorder()
        found = Attributor(encoder, recorder).attribute(row["id"], row["text"], nested=False)
        gold = [one for one in row["attributions"] if one.get("content")]
        matched = attribution.match([attribution.roles_of(one) for one in found], gold)
        right = set(matched.values())
        cases += [recorder.case(one, right=number in right) for number, one in enumerate(found)]
    return cases


def nested_cases(path: Path, encoder: Encoder) -> list[Case]:
    """Returns every attribution of MPQA's documents that has signals, nested ones too."""
    cases = []
    for line in path.read_text("utf-8").splitlines():
        row, recorder = json.loads(line), Recorder()
        named, events = nesting.mentions_of(row), nesting.events_of(row)
        for one in Attributor(encoder, recorder).attribute(row["id"], row["text"]):
            sources = nesting.agents_of(row["text"], one.source, named)
            met = [event for event in events if any(event.cue.meets(cue) for cue in one.cue)]
            cases.append(recorder.case(one, right=any(event.chain[0] in sources for event in met)))
    return [case for case in cases if case.features]


def fitted(rows: np.ndarray, right: np.ndarray, offset: np.ndarray | float = 0.0) -> np.ndarray:
    """Returns weights by Newton's method, the intercept first; it alone is not penalised."""
    design = np.hstack([np.ones((len(rows), 1)), rows])
    weights = np.zeros(design.shape[1])
    penalty = np.diag([1e-6] + [RIDGE] * rows.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-(design @ weights + offset)))
        slope = design.T @ (right - likely) - penalty @ weights
        curve = (design * (likely * (1 - likely))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def fold_of(report: str) -> int:
    return hashlib.sha256(report.encode()).digest()[0] % FOLDS


def fit(cases: list[Case]) -> Weights:
    """Fits the weights on all cases that have signals; those without give the share of forms that are right."""
    held = [case for case in cases if case.features]
    names = [name for name in held[0].features if any(case.features[name] for case in held)]
    rows = np.array([[case.features[name] for name in names] for case in held])
    found = fitted(rows, np.array([case.right for case in held], dtype=float))
    forms = [case.right for case in cases if not case.features]
    of_forms = (sum(forms) + 1) / (len(forms) + 2) if len(forms) >= LEAST_FORMS else OF_FORMS
    weights = {name: round(float(value), 4) for name, value in zip(names, found[1:])}
    return Weights(round(float(found[0]), 4), weights, round(of_forms, 4))


def out_of_fold(cases: list[Case]) -> list[tuple[float, bool]]:
    """Returns confidence and outcome of each case, weighed by the other folds."""
    sure = []
    for fold in range(FOLDS):
        weights = fit([case for case in cases if fold_of(case.report) != fold])
        for case in cases:
            if fold_of(case.report) == fold:
                p = weighed(case.features, weights) if case.features else weights.of_forms
                sure.append((p, case.right))
    return sure


def nested_weight(cases: list[Case], weights: Weights) -> float:
    """Returns how much lower the log-odds of a nested attribution are than those of another of equal signals."""
    plain = [weighed(case.features | {"nested": 0.0}, weights) for case in cases]
    odds = np.log(np.array(plain) / (1 - np.array(plain)))
    rows = np.array([[o, case.features["nested"]] for o, case in zip(odds, cases)])
    slope = fitted(rows, np.array([case.right for case in cases], dtype=float))
    return round(float(slope[2]), 4)


def steps_of(sure: list[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Returns mean confidence, share right and number of attributions of each step of confidence."""
    bins: dict[int, list] = {}
    for p, right in sure:
        bins.setdefault(min(int(p * attribution.BINS), attribution.BINS - 1), []).append((p, right))
    return [
        (float(np.mean([p for p, _ in held])), float(np.mean([r for _, r in held])), len(held))
        for _, held in sorted(bins.items())
    ]


def show(name: str, sure: list[tuple[float, bool]]) -> None:
    error = 100 * attribution.calibration_error(sure)
    print(f"{name:28} Brier {attribution.brier(sure):.4f}  calibration error {error:.1f} %")


def show_steps(sure: list[tuple[float, bool]]) -> None:
    print("| confidence | right | attributions |\n|---|---|---|")
    for said, right, count in steps_of(sure):
        print(f"| {said:.2f} | {right:.2f} | {count} |")


SIZE, EDGE = 320, 44


def svg_of(curves: dict[str, list[tuple[float, bool]]]) -> str:
    """Draws confidence against the share that is right; the size of a mark shows how many."""
    colours = dict(zip(curves, ("#b0b0b0", "#1f5fa8")))
    whole, middle = SIZE + 2 * EDGE, EDGE + SIZE / 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif"',
        ' font-size="12" role="img" aria-label="Reliability of the confidence">',
        f'<rect width="{whole}" height="{whole}" fill="white"/>',
        f'<path d="M{EDGE} {EDGE}V{EDGE + SIZE}H{EDGE + SIZE}" fill="none" stroke="#333"/>',
        f'<path d="M{EDGE} {EDGE + SIZE}L{EDGE + SIZE} {EDGE}" stroke="#ccc" stroke-dasharray="4"/>',
        *(axis_marks(tick / 4) for tick in range(5)),
        f'<text x="{middle}" y="{whole - 8}" text-anchor="middle">confidence</text>',
        f'<text transform="translate(12 {middle}) rotate(-90)" text-anchor="middle">share right</text>',
    ]
    for row, (name, sure) in enumerate(curves.items()):
        steps = steps_of(sure)
        line = " ".join(f"{x_of(said):.1f},{y_of(right):.1f}" for said, right, _ in steps)
        colour = colours[name]
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{x_of(said):.1f}" cy="{y_of(right):.1f}" r="{2 + count**0.5 / 5:.1f}" fill="{colour}"/>'
            for said, right, count in steps
        ]
        parts.append(
            f'<text x="{EDGE + 12}" y="{EDGE + 16 + 16 * row}" fill="{colour}">{name}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def axis_marks(value: float) -> str:
    return (
        f'<text x="{x_of(value)}" y="{EDGE + SIZE + 16}" text-anchor="middle">{value:g}</text>'
        f'<text x="{EDGE - 6}" y="{y_of(value) + 4}" text-anchor="end">{value:g}</text>'
    )


def x_of(value: float) -> float:
    return EDGE + SIZE * value


def y_of(value: float) -> float:
    return EDGE + SIZE * (1 - value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--nested", type=Path)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "src" / "reportedly" / "attributing" / "files"
    )
    parser.add_argument("--diagram", type=Path, default=ROOT / "docs" / "design" / "confidence.svg")
    args = parser.parse_args()
    encoder = Encoder.load()
    cases = cases_of(args.data, encoder)
    weights, sure = fit(cases), out_of_fold(cases)
    raw = [(case.raw, case.right) for case in cases]
    show("mean of probabilities", raw)
    show("fitted, out of fold", sure)
    show_steps(sure)
    by_feature = dict(weights.by_feature)
    if args.nested:
        by_feature["nested"] = nested_weight(nested_cases(args.nested, encoder), weights)
    for name, value in by_feature.items():
        print(f"weight {name:12} {value:7.3f}")
    held = {
        "model": NAME,
        "intercept": weights.intercept,
        "weights": by_feature,
        "of_forms": weights.of_forms,
        "fitted_on": hashlib.sha256(args.data.read_bytes()).hexdigest()[:16],
    }
    (args.out / "confidence.json").write_text(json.dumps(held, indent=2) + "\n", "utf-8")
    curves = {"mean of probabilities": raw, "fitted, out of fold": sure}
    args.diagram.write_text(svg_of(curves), "utf-8")


if __name__ == "__main__":
    main()
