"""Runs the attribution encoder over windows: word pieces in, tag and arc scores out.

What lives here: the session and its threads, and nothing about words or spans (`decoding`, `linking`).
The model's files and card are in `files/`; `training/` says how to make them again.

Each window is run alone: no padding, and its scores are the same whatever else is read (activations are quantised by
window). The cores are used by running several windows at once, which is faster than several threads in one.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import as_file

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from reportedly.attributing.windows import Window
from reportedly.sessions import open_session, shipped_model

NAME = "attribution-3"
"""Name and version of the model, kept in the `origin` of every row it makes."""

OUTER, INNER = 0, 1
"""First index of the scores: what the text attributes, and what those contents attribute in their turn."""

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """What the encoder says of one window, special pieces included, for both layers of attributions."""

    # Log-probabilities of the seven tags, shape (2, pieces, 7).
    tags: Scores
    # Probabilities of the arcs, shape (2, 2, pieces, pieces): content to cue, then cue to source; column 0 is "none".
    arcs: Scores


class Encoder:
    """Holds the tokenizer and the session; load once, use for any number of texts, from any thread."""

    def __init__(
        self, tokenizer: Tokenizer, session: onnxruntime.InferenceSession, threads: int
    ) -> None:
        self.tokenizer = tokenizer
        self.threads = threads
        self._session = session
        self._pool = ThreadPoolExecutor(threads) if threads > 1 else None

    @classmethod
    def load(cls, threads: int = 0) -> Encoder:
        """Loads the files shipped with the package.

        Args:
            threads: windows run at once; 0 means as many as there are cores.

        Raises:
            ModelError: a file is missing or is no model of this version.
        """
        name = "attribution.onnx"
        with shipped_model("reportedly.attributing", "the attribution model", name) as folder:
            with as_file(folder / "tokenizer.json") as path:
                tokenizer = Tokenizer.from_file(str(path))
            session = open_session(folder / name)
        return cls(tokenizer, session, threads or _cores())

    def alone(self) -> Encoder:
        """Returns an encoder on the same session that runs one window at a time, for one of many workers."""
        return Encoder(self.tokenizer, self._session, threads=1)

    def score(self, windows: Sequence[Window]) -> list[WindowScores]:
        """Returns the scores of each window, in the order given."""
        if self._pool is None or len(windows) < 2:
            return [self._run(window) for window in windows]
        return list(self._pool.map(self._run, windows))

    def _run(self, window: Window) -> WindowScores:
        ids = window.pieces.ids[None].astype(np.int64)
        tags, arcs = self._session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
        return WindowScores(tags[0], arcs[0])


def _cores() -> int:
    """Counts the cores this process may use, where the system tells; else those there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
