"""How likely an attribution is right: a logistic regression over what linking knows of it.

What lives here: the signals, the features made of them, and the arithmetic, all on plain numbers. What does not: how
the weights are had (`training/fit_confidence.py`, into `files/confidence.json`) and how the signals come about
(`linking`). *Right* means that a human annotator marked an attribution whose content and source overlap it by a
Jaccard index of at least 0.5, as `evals/attribution.py` counts it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

from reportedly.errors import ModelError
from reportedly.model import Directness

FILE = "confidence.json"

CLIPPED = 0.005
"""Distance from 0 and 1 that probabilities keep, so that their log-odds stay finite."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What linking knows of one attribution."""

    # Mean of the probabilities below, each arc times the span it starts from; not calibrated.
    mean: float
    # Mean probability of the words of the source, None where there is none.
    source: float | None
    # Mean probability of the words of the cue, None where there is none.
    cue: float | None
    # Mean probability of the words of the content, that of its least sure fragment.
    content: float
    # Probability of the arc from the cue to the source, or to none.
    to_source: float
    # Probability of the arc from the content to the cue, or to none; that of the least sure fragment.
    to_cue: float
    # Whether the cue is a word that no tag found, only the arcs.
    recovered: bool
    # Number of fragments of the content.
    fragments: int


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted regression."""

    intercept: float
    # Weight of each feature by its name.
    by_feature: Mapping[str, float]
    # Probability of what is read by an exact form and has no signals.
    of_forms: float


def features(
    signals: Signals, directness: Directness, characters: int, *, nested: bool
) -> dict[str, float]:
    """Returns the features by name; 0 is neutral in each.

    Args:
        signals: what linking knows.
        directness: whether the content stands in quotation marks.
        characters: length of the content.
        nested: whether it stands in the content of another.
    """
    return {
        "source": _log_odds(signals.source),
        "cue": _log_odds(signals.cue),
        "content": _log_odds(signals.content),
        "to_source": _log_odds(signals.to_source),
        "to_cue": _log_odds(signals.to_cue),
        "no_source": float(signals.source is None),
        "no_cue": float(signals.cue is None),
        "recovered": float(signals.recovered),
        "fragments": math.log(max(1, signals.fragments)),
        "length": math.log(max(1, characters) / 100),
        "direct": float(directness is Directness.DIRECT),
        "mixed": float(directness is Directness.MIXED),
        "nested": float(nested),
    }


def _log_odds(probability: float | None) -> float:
    if probability is None:
        return 0.0
    held = min(max(probability, CLIPPED), 1 - CLIPPED)
    return math.log(held / (1 - held))


def weighed(found: Mapping[str, float], weights: Weights) -> float:
    """Returns the probability that features stand for."""
    total = weights.intercept + sum(weights.by_feature.get(k, 0.0) * v for k, v in found.items())
    return 1 / (1 + math.exp(-total))


class Certainty(Protocol):
    """Says how likely an attribution is right; `probability` is one, and training another."""

    def __call__(
        self, signals: Signals | None, directness: Directness, characters: int, *, nested: bool
    ) -> float:
        """Returns a number from 0 to 1; see `probability`."""


def probability(
    signals: Signals | None, directness: Directness, characters: int, *, nested: bool
) -> float:
    """Returns how likely an attribution is right, with the weights shipped; see `features` for the arguments.

    What has no signals was read by an exact form.

    Raises:
        ModelError: the file of the weights is missing or damaged.
    """
    weights = load_weights()
    if signals is None:
        return weights.of_forms
    return weighed(features(signals, directness, characters, nested=nested), weights)


@cache
def load_weights() -> Weights:
    """Returns the weights shipped with the package.

    Raises:
        ModelError: their file is missing or damaged.
    """
    try:
        text = (files("reportedly.attributing") / "files" / FILE).read_text("utf-8")
        held = json.loads(text)
        return Weights(held["intercept"], held["weights"], held["of_forms"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            "the weights of the confidence in the package",
            str(error),
            "Install the package again.",
            FILE,
        ) from error
