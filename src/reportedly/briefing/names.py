"""Loads `names.yaml`: names whose article or number their form alone does not tell."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import parse_yaml

_FILE = "names.yaml"


@dataclass(frozen=True, slots=True)
class Names:
    """The lists of `names.yaml`."""

    # Names that take an article, as written.
    with_article: frozenset[str]
    # Names that take a plural verb, in lower case.
    plural: frozenset[str]
    # Names that take a singular verb although they end like a plural, in lower case.
    singular: frozenset[str]


@cache
def load_names() -> Names:
    """Returns the shipped lists.

    Raises:
        VocabularyError: the file breaks its rules.
    """
    return read_names(
        parse_yaml(files("reportedly.briefing").joinpath(_FILE).read_text("utf-8"), _FILE)
    )


def read_names(tree: Any) -> Names:  # noqa: ANN401  (YAML is any tree)
    """Turns a parsed file into a record; every list must be there, hold words, and none of them twice.

    Raises:
        VocabularyError: a list is missing or unknown, or holds something else.
    """
    keys = {field.name for field in fields(Names)}
    if not isinstance(tree, dict) or set(tree) != keys:
        came = repr(sorted(tree) if isinstance(tree, dict) else tree)
        raise VocabularyError(f"the lists {sorted(keys)}", came, "Mend the keys.", _FILE)
    for key, words in tree.items():
        low = key != "with_article"
        wrong = [w for w in words if not isinstance(w, str) or (low and w != w.lower())]
        if wrong or len(set(words)) != len(words):
            raise VocabularyError(f"words, each once, at '{key}'", repr(wrong), "Mend them.", _FILE)
    return Names(**{key: frozenset(words) for key, words in tree.items()})
