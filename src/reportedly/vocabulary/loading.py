"""Reads the YAML files that are shipped with the package, and says clearly what is wrong with one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from reportedly.errors import VocabularyError


@cache
def shipped(name: str) -> Any:  # noqa: ANN401  (YAML is any tree; each loader checks its own)
    """Returns the parsed content of a YAML file of this package, e.g. "issues.yaml".

    Raises:
        VocabularyError: the file is no YAML.
    """
    return parse_yaml(files("reportedly.vocabulary").joinpath(name).read_text("utf-8"), name)


def parse_yaml(text: str, where: str) -> Any:  # noqa: ANN401
    """Parses YAML without running anything in it.

    Raises:
        VocabularyError: the text is no YAML; the message names line and column.
    """
    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as error:
        came = " ".join(str(error).split())
        raise VocabularyError("YAML", came, "Mend that line.", where) from error
