"""Loads dossiers: those that are shipped by their name, a user's own by its path; the first fault refuses one.

All faults of a file at once are `dossier_lint`'s matter.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.dossier import Dossier
from reportedly.vocabulary.dossier_reading import read_entries
from reportedly.vocabulary.loading import parse_yaml


def load_dossier(name_or_path: str | Path) -> Dossier:
    """Loads a dossier that is shipped ("ukraine") or that lies at a path ("my/dossier.yaml").

    Raises:
        VocabularyError: there is none, or it breaks a rule; the message names file, entry and rule.
    """
    name = str(name_or_path)
    if name in shipped_dossiers():
        return _shipped_dossier(name)
    return read_dossier(parse_yaml(dossier_text(name), name), name)


def dossier_text(name: str) -> str:
    """Returns the text of a dossier's file, by the name of a shipped one or by its path.

    Raises:
        VocabularyError: there is none, or it is no text.
    """
    if name in shipped_dossiers():
        folder = files("reportedly.vocabulary").joinpath("dossiers")
        return folder.joinpath(f"{name}.yaml").read_text("utf-8")
    try:
        return Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        choice = ", ".join(shipped_dossiers())
        came = getattr(error, "strerror", None) or "bytes that are no UTF-8 text"
        raise VocabularyError(
            f"a dossier's path or one of: {choice}", came, "Give another name or path.", name
        ) from error


@cache
def shipped_dossiers() -> tuple[str, ...]:
    """Returns the names of the dossiers that come with the program."""
    folder = files("reportedly.vocabulary").joinpath("dossiers")
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def _shipped_dossier(name: str) -> Dossier:
    return read_dossier(parse_yaml(dossier_text(name), f"{name}.yaml"), f"{name}.yaml")


def read_dossier(tree: Any, where: str) -> Dossier:  # noqa: ANN401  (YAML is any tree)
    """Turns a parsed dossier file into records and checks it.

    Args:
        tree: what the YAML holds.
        where: name of the file, for messages.

    Raises:
        VocabularyError: an entry breaks a rule; the first one that does is named.
    """
    dossier, faults = read_entries(tree)
    for fault in faults:
        raise VocabularyError(fault.expected, fault.came, fault.to_do, where)
    return dossier
