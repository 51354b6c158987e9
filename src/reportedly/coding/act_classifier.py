"""Runs the act classifier: cases in, probabilities of acts, PLOVER roots, aspects and issues out.

The model's files and card are in `files/`; `training/train_acts.py` makes them again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from reportedly.coding.act_cases import Case, pieces_of
from reportedly.errors import ModelError
from reportedly.model import Act
from reportedly.sessions import open_session, shipped_model

NAME = "acts-2"
"""Name and version of the model."""

ACTS = tuple(Act)
"""Order of the acts in the model's output."""

ROOTS = (
    "AGREE",
    "SUPPORT",
    "CONSULT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "REQUEST",
    "REJECT",
    "ACCUSE",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "NONE",
)
"""Order of PLOVER's roots in the model's output. CONCEDE stands for RETREAT too, as PLOVER's older YIELD did."""

ASPECTS = ("negated", "hypothetical", "historical", "future")
"""Order of the aspects in the model's output."""

Numbers = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the classifier says of one case; probabilities from 0 to 1."""

    # Calibrated; they sum to 1.
    acts: Mapping[Act, float]
    # Of PLOVER's roots; they sum to 1.
    roots: Mapping[str, float]
    # Each by itself.
    aspects: Mapping[str, float]
    # Each by itself, by the issue's id.
    issues: Mapping[str, float]

    @property
    def act(self) -> Act:
        """The likeliest act."""
        return max(self.acts, key=lambda act: self.acts[act])


class ActClassifier:
    """Holds the tokenizer and the session; load once, use from any thread."""

    def __init__(
        self, tokenizer: Tokenizer, session: onnxruntime.InferenceSession, issues: Sequence[str]
    ) -> None:
        self._tokenizer = tokenizer
        self._session = session
        self._issues = {name: place for place, name in enumerate(issues)}

    @classmethod
    def load(cls, tokenizer: Tokenizer) -> ActClassifier:
        """Loads the files shipped with the package.

        Args:
            tokenizer: that of the attribution encoder; both read the same word pieces.

        Raises:
            ModelError: a file is missing or is no model of this version.
        """
        with shipped_model("reportedly.coding", "the act model", "acts.onnx") as folder:
            session = open_session(folder / "acts.onnx")
            facts = json.loads((folder / "acts.json").read_text("utf-8"))
            came, issues = facts.get("model"), facts["issues"]
        if came != NAME:
            to_do = "Install the package again."
            raise ModelError(
                f"the act model {NAME}", came or "one without a name", to_do, "acts.json"
            )
        return cls(tokenizer, session, issues)

    def judge(self, cases: Sequence[Case]) -> list[Verdict]:
        """Returns what the model says of each case, in the order given; each is run alone, so no other matters."""
        return [self._run(case, *pieces_of(self._tokenizer, case)) for case in cases]

    def _run(self, case: Case, ids: Sequence[int], roles: Sequence[int]) -> Verdict:
        acts, roots, aspects, issues = self._session.run(
            None,
            {
                "ids": np.array([ids], dtype=np.int64),
                "roles": np.array([roles], dtype=np.int64),
                "rule": self._rule(case),
                "terms": self._terms(case),
            },
        )
        return Verdict(
            dict(zip(ACTS, acts[0].tolist(), strict=True)),
            dict(zip(ROOTS, roots[0].tolist(), strict=True)),
            dict(zip(ASPECTS, aspects[0].tolist(), strict=True)),
            dict(zip(self._issues, issues[0].tolist(), strict=True)),
        )

    def _rule(self, case: Case) -> Numbers:
        """Returns the rules' act as (1, 11), the last place for none."""
        row = np.zeros((1, len(ACTS) + 1), dtype=np.float32)
        row[0, len(ACTS) if case.rule is None else ACTS.index(case.rule)] = 1.0
        return row

    def _terms(self, case: Case) -> Numbers:
        """Returns the weights of terms as (1, issues); issues that are newer than the model are left out."""
        row = np.zeros((1, len(self._issues)), dtype=np.float32)
        for issue, weight in case.terms.items():
            if issue in self._issues:
                row[0, self._issues[issue]] = weight
        return row
