"""Words of estimative probability: the list, its lint, and finding them in a text.

The ranges are those of ICD 203; hedges outside it ("may", "reportedly") stand for the whole range.
What the words apply to is for `coding`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.model import Likelihood, Span
from reportedly.vocabulary.loading import shipped

FILE = "likelihood.yaml"
_KEYS = {"terms", "hedges", "not_terms"}


def find_likelihood(text: str) -> tuple[tuple[Span, Likelihood], ...]:
    """Returns the words of likelihood in a text, ascending, each with its range.

    `term` is the words as used; a hedge outside ICD 203 has the range from 0 to 1. The month of May is left out.
    """
    ranges = load_likelihood()
    found: list[tuple[Span, Likelihood]] = []
    for match in _pattern().finditer(text):
        low, high = ranges.get(_plain(match[0]), (None, None))
        if low is None or high is None or _is_month(text, match):
            continue
        found.append((Span(*match.span()), Likelihood(match[0], low, high)))
    return tuple(found)


def is_hedge(likelihood: Likelihood) -> bool:
    """Says whether a likelihood leaves the probability open ("may"), so that it carries no range of ICD 203."""
    return (likelihood.low, likelihood.high) == (0.0, 1.0)


@cache
def load_likelihood() -> dict[str, tuple[float, float]]:
    """Returns the range of each wording, as probabilities from 0 to 1.

    Raises:
        VocabularyError: the file breaks its rules.
    """
    return read_likelihood(shipped(FILE), FILE)


def read_likelihood(tree: Any, where: str) -> dict[str, tuple[float, float]]:  # noqa: ANN401
    """Turns the parsed file into ranges by wording and checks it.

    Raises:
        VocabularyError: a key is unknown, a range is none, or a wording stands twice.
    """
    if not isinstance(tree, dict) or set(tree) != _KEYS:
        raise _error(f"the keys {', '.join(sorted(_KEYS))}", repr(tree)[:80], where)
    ranges: dict[str, tuple[float, float]] = {}
    for entry in tree["terms"]:
        low, high = _range(entry, where)
        _add(ranges, entry, (low / 100, high / 100), where)
    for entry in tree["hedges"]:
        _add(ranges, entry, (0.0, 1.0), where)
    return ranges


def _range(entry: dict[str, Any], where: str) -> tuple[float, float]:
    value = entry.get("range")
    if (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(v, int | float) for v in value)
    ):
        low, high = value
        if 0 <= low < high <= 100:
            return low, high
    raise _error(f"two rising percentages at 'range' of {entry.get('term')!r}", repr(value), where)


def _add(
    ranges: dict[str, tuple[float, float]],
    entry: dict[str, Any],
    bounds: tuple[float, float],
    where: str,
) -> None:
    for words in entry.get("words", ()):
        plain = _plain(words)
        if plain in ranges:
            raise _error("each wording once", repr(words), where)
        ranges[plain] = bounds


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


@cache
def _pattern() -> re.Pattern[str]:
    wordings = (*load_likelihood(), *map(_plain, shipped(FILE)["not_terms"]))
    longest_first = sorted(set(wordings), key=len, reverse=True)
    parts = (
        re.escape(words).replace(r"\ ", r"\s+").replace("'", "['’]") for words in longest_first
    )
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + r")(?![\w-])", re.IGNORECASE)


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Says whether "May" is the month: capital, and not the first word of its sentence."""
    if not match[0].startswith("May"):
        return False
    before = (
        text[: match.start()].rstrip()[-1:]
        if match.start() < 64
        else text[match.start() - 64 : match.start()].rstrip()[-1:]
    )
    after = text[match.end() : match.end() + 6].lstrip(" ,")
    return after[:1].isdigit() or before not in ("", ".", "!", "?", "\n", "“", '"', ":")


def _error(expected: str, came: str, where: str) -> VocabularyError:
    return VocabularyError(expected, came, "Mend that entry.", where)
