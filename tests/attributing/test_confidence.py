"""The confidence is plain arithmetic over what linking knows."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.attributing.confidence import (
    Signals,
    Weights,
    features,
    load_weights,
    probability,
    weighed,
)
from reportedly.attributing.decoding import RoleSpan
from reportedly.attributing.encoder import NAME
from reportedly.attributing.linking import CONTENT_TO_CUE, CUE_TO_SOURCE, link
from reportedly.attributing.windows import Piece, Pieces, Window
from reportedly.model import Directness, Span

SURE = Signals(
    mean=0.9,
    source=0.9,
    cue=0.9,
    content=0.9,
    to_source=0.9,
    to_cue=0.9,
    recovered=False,
    fragments=1,
)

shares = st.floats(0, 1)


@settings(deadline=None)  # the first example reads the weights
@given(
    st.builds(
        Signals,
        mean=shares,
        source=st.none() | shares,
        cue=st.none() | shares,
        content=shares,
        to_source=shares,
        to_cue=shares,
        recovered=st.booleans(),
        fragments=st.integers(1, 50),
    ),
    st.sampled_from(Directness),
    st.integers(0, 10_000),
    st.booleans(),
)
def test_probability_stays_between_0_and_1(
    signals: Signals,
    directness: Directness,
    characters: int,
    nested: bool,  # noqa: FBT001  (hypothesis gives it by place)
) -> None:
    """Whatever the encoder says."""
    assert 0 <= probability(signals, directness, characters, nested=nested) <= 1


def test_less_sure_signals_make_a_lower_confidence() -> None:
    """The weights shipped do not turn the encoder's opinion round."""
    doubtful = replace(SURE, mean=0.5, content=0.5, cue=0.5, to_cue=0.5, source=0.5, to_source=0.5)
    assert _shipped(doubtful) < _shipped(SURE)


def _shipped(signals: Signals) -> float:
    return probability(signals, Directness.INDIRECT, 100, nested=False)


def test_form_has_the_confidence_of_forms() -> None:
    """What has no signals was read by a rule."""
    given_ = probability(None, Directness.INDIRECT, 100, nested=False)
    assert given_ == load_weights().of_forms


def test_weighed_is_a_logistic_regression() -> None:
    """Log-odds add up; a feature without a weight counts nothing."""
    weights = Weights(1.0, {"cue": 2.0}, 0.9)
    assert weighed({"cue": -0.5, "length": 7.0}, weights) == pytest.approx(0.5)
    assert weighed({}, weights) == pytest.approx(0.7310586)


def test_features_are_neutral_where_there_is_no_source() -> None:
    """Its absence is a feature of its own."""
    found = features(replace(SURE, source=None), Directness.DIRECT, 100, nested=True)
    assert (found["source"], found["no_source"], found["length"]) == (0, 1, 0)
    assert found["direct"] == found["nested"] == 1


def test_weights_shipped_know_their_features() -> None:
    """A name that is misspelt would weigh nothing."""
    known = features(SURE, Directness.INDIRECT, 100, nested=False)
    assert set(load_weights().by_feature) <= set(known)


def test_weights_shipped_belong_to_the_model_shipped() -> None:
    """A new model needs a new fit: training/fit_confidence.py."""
    text = (files("reportedly.attributing") / "files" / "confidence.json").read_text("utf-8")
    assert json.loads(text)["model"] == NAME


def test_link_hands_over_what_it_knows() -> None:
    """The signals are those of the spans and arcs that were joined, the least sure where there are several."""
    words = [Piece(9, 5 * i, 5 * i + 4, i) for i in range(4)]
    window = Window(Pieces.of([Piece(101, -1, -1, -1), *words, Piece(102, -1, -1, -1)]))
    spans = [
        RoleSpan(role, Span(5 * i, 5 * i + 4), range(i + 1, i + 2), 0, sure)
        for i, (role, sure) in enumerate(
            [("source", 0.6), ("cue", 0.7), ("content", 0.8), ("content", 0.9)]
        )
    ]
    arcs = np.full((2, 6, 6), 0.01, dtype=np.float32)
    arcs[CONTENT_TO_CUE, 3, 2], arcs[CONTENT_TO_CUE, 4, 2] = 0.5, 0.95
    arcs[CUE_TO_SOURCE, 2, 1] = 0.4
    (one,) = link(window, spans, arcs)
    assert one.signals is not None
    assert one.signals.mean == one.confidence
    assert (one.signals.source, one.signals.cue, one.signals.content) == (0.6, 0.7, 0.8)
    assert one.signals.to_source == pytest.approx(0.4)
    assert one.signals.to_cue == pytest.approx(0.5)
    assert (one.signals.recovered, one.signals.fragments) == (False, 2)
