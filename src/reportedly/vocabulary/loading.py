"""Reads the YAML files that are shipped with the package, and says clearly what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator
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


def lines_of(text: str) -> tuple[dict[tuple[str | int, ...], int], list[tuple[str | int, ...]]]:
    """Returns the line, from 1, of each key and item of a YAML text, and the keys that a mapping has twice.

    Keys and numbers, from 0, lead from the top to each; what an alias repeats is named once.
    """
    lines: dict[tuple[str | int, ...], int] = {(): 1}
    twice: list[tuple[str | int, ...]] = []
    for path, line in _walk(yaml.compose(text, Loader=yaml.SafeLoader), (), set()):
        if path in lines:
            twice.append(path)
        lines[path] = line
    return lines, twice


def _walk(
    node: yaml.Node | None, path: tuple[str | int, ...], seen: set[int]
) -> Iterator[tuple[tuple[str | int, ...], int]]:
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*path, str(key.value))
            yield below, key.start_mark.line + 1
            yield from _walk(value, below, seen)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield (*path, number), item.start_mark.line + 1
            yield from _walk(item, (*path, number), seen)
