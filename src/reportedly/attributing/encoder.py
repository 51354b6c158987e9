"""Runs the attribution encoder over windows: word pieces in, tag and arc scores out.

What lives here: the session, batching by length, and nothing about words or spans (`decoding`, `linking`).
The model's files and card are in `files/`; `training/` says how to make them again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from reportedly.attributing.windows import PAD, Window
from reportedly.errors import ModelError

BATCH = 16
"""Windows given to the encoder at once; larger batches gave no more speed on two cores."""

NAME = "attribution-1"
"""Name and version of the model, kept in the `origin` of every row it makes."""

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """What the encoder says of one window, special pieces included."""

    # Log-probabilities of the seven tags, shape (pieces, 7).
    tags: Scores
    # Log-probabilities of the arcs, shape (2, pieces, pieces): content to cue, then cue to source; column 0 is "none".
    arcs: Scores


class Encoder:
    """Holds the tokenizer and the session; load once, use for any number of texts."""

    def __init__(self, tokenizer: Tokenizer, session: onnxruntime.InferenceSession) -> None:
        self.tokenizer = tokenizer
        self._session = session

    @classmethod
    def load(cls, threads: int = 0) -> Encoder:
        """Loads the files shipped with the package.

        Args:
            threads: threads of the runtime; 0 leaves the choice to it.

        Raises:
            ModelError: a file is missing or is no model of this version.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        folder = files("reportedly.attributing") / "files"
        try:
            with as_file(folder / "tokenizer.json") as path:
                tokenizer = Tokenizer.from_file(str(path))
            with as_file(folder / "attribution.onnx") as path:
                session = onnxruntime.InferenceSession(
                    str(path), options, providers=["CPUExecutionProvider"]
                )
        except Exception as error:
            raise ModelError(
                "the attribution model in the package",
                str(error),
                "Install the package again.",
                "attribution.onnx",
            ) from error
        return cls(tokenizer, session)

    def score(self, windows: Sequence[Window]) -> list[WindowScores]:
        """Returns the scores of each window, in the order given; windows of like length share a batch."""
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].pieces))
        scores: dict[int, WindowScores] = {}
        for first in range(0, len(order), BATCH):
            group = order[first : first + BATCH]
            tags, arcs = self._run([windows[i].ids for i in group])
            for row, index in enumerate(group):
                n = len(windows[index].pieces)
                scores[index] = WindowScores(tags[row, :n], arcs[row, :, :n, :n])
        return [scores[i] for i in range(len(windows))]

    def _run(self, rows: list[list[int]]) -> tuple[Scores, Scores]:
        """Pads the rows to the longest and runs the session."""
        ids = np.full((len(rows), max(map(len, rows))), PAD, dtype=np.int64)
        for row, pieces in enumerate(rows):
            ids[row, : len(pieces)] = pieces
        tags, arcs = self._session.run(None, {"ids": ids, "mask": (ids != PAD).astype(np.int64)})
        return tags, arcs
