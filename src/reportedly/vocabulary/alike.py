"""Loads and lints `alike.yaml`: words that say nearly the same, and words that say nothing about the matter.

Here lives what one word stands for. How alike two statements are is decided in `comparing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.issues import stem
from reportedly.vocabulary.loading import shipped

FILE = "alike.yaml"

LETTERS = 6
"""Letters of a stem that are compared: enough to join "recognise" and "recognition" where no group does."""

_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Alike:
    """What words stand for, so that paraphrases of one thing meet."""

    # Group by whole word or stem, "withdraw" by "leave".
    words: Mapping[str, str]
    # Group by the beginning of a word.
    beginnings: Mapping[str, str]
    # Words that say nothing about the matter, in full and as stems.
    small: frozenset[str]

    def sense(self, word: str) -> str | None:
        """Returns what a word stands for: "=" and its group, else its stem; None where it says nothing."""
        low = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
        if low in self.words:
            return f"={self.words[low]}"
        if low in self.small:
            return None
        root = stem(low)
        if root in self.words:
            return f"={self.words[root]}"
        ends = range(len(low), _SHORTEST - 1, -1)
        group = next((self.beginnings[low[:n]] for n in ends if low[:n] in self.beginnings), None)
        if group is not None:
            return f"={group}"
        return None if root in self.small or len(low) < _SHORTEST else root[:LETTERS]


@cache
def load_alike() -> Alike:
    """Returns the groups and small words that are shipped.

    Raises:
        VocabularyError: the file breaks its rules.
    """
    return read_alike(shipped(FILE))


def read_alike(tree: Any, where: str = FILE) -> Alike:  # noqa: ANN401  (YAML is any tree)
    """Builds the groups from parsed YAML.

    Raises:
        VocabularyError: a part is missing, or a word is in two groups.
    """
    if not isinstance(tree, dict) or not {"groups", "small"} <= tree.keys():
        raise VocabularyError("`groups` and `small`", str(tree)[:60], "Mend it.", where)
    words: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for group, members in tree["groups"].items():
        for member in members:
            target = beginnings if member.endswith("*") else words
            key = member.removesuffix("*")
            if target.setdefault(key, group) != group:
                raise VocabularyError(
                    "a word in one group only",
                    f"{member} in {target[key]} and {group}",
                    "Choose one.",
                    where,
                )
    small = frozenset(tree["small"])
    return Alike(words, beginnings, small | {stem(word) for word in small})
