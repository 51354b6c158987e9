"""Opens the models that are shipped with the package.

What lives here: files into sessions, and the one error where that fails. What the models are asked is the business
of `attributing` and `coding`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

import onnxruntime

from reportedly.errors import ModelError


@contextmanager
def shipped_model(package: str, what: str, file: str) -> Iterator[Traversable]:
    """Gives the folder of a package's model files, while they are being read.

    Args:
        package: whose model it is ("reportedly.coding").
        what: the model in words ("the act model").
        file: the file to name where something fails.

    Raises:
        ModelError: whatever failed while reading.
    """
    try:
        yield files(package) / "files"
    except Exception as error:
        raise ModelError(
            f"{what} in the package", str(error), "Install the package again.", file
        ) from error


def open_session(file: Traversable) -> onnxruntime.InferenceSession:
    """Opens a model that runs on one thread; who asks it uses the cores by asking several things at once."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(file) as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
