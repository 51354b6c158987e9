"""Estimative words: likelihood, confidence, hedges; the list, its lint, and finding them in a text.

The ranges are those of ICD 203; hedges outside it ("may", "reportedly") stand for the whole range. Confidence says how
well a judgement is founded, so it has a level and no range. What the words apply to is for `coding`, who uses them for
`resolving`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.model import HedgeKind, Likelihood, Span
from reportedly.vocabulary.loading import shipped

FILE = "likelihood.yaml"
_KEYS = {"terms", "negated", "hedges", "hearsay", "confidence", "not_terms"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What one wording of the list stands for."""

    kind: HedgeKind
    # The term it is a wording of: "likely" for "probably"; of confidence the level.
    term: str
    # Ends of the probability, from 0 to 1; the whole range where it is left open.
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The parsed list."""

    # What each wording stands for, in small letters.
    wordings: dict[str, Wording]
    # Terms that a negation before them turns into another term.
    negated: dict[str, str]
    # Words in which a wording is something else.
    not_terms: tuple[str, ...]


def find_hedges(text: str) -> tuple[tuple[Span, Wording], ...]:
    """Returns the estimative words of a text, ascending, each with what it stands for.

    A negation before them belongs to them. Left out are the month of May, might that is strength, and adjectives of a
    thing ("the likely candidate"), which say nothing of how likely the sentence is.
    """
    known = load_vocabulary()
    found: list[tuple[Span, Wording]] = []
    for match in _pattern().finditer(text):
        wording = known.wordings.get(_plain(match[0]))
        if wording is None or _is_else(text, match, wording):
            continue
        done = found[-1][0].end if found else 0
        before = _NEGATION.search(text, max(done, match.start() - _REACH), match.start())
        if before is None or wording.kind is HedgeKind.HEARSAY or wording.term in _OPEN_NEGATED:
            found.append((Span(*match.span()), wording))
        else:
            found.append((Span(before.start(), match.end()), _negated(wording)))
    return tuple(found)


def _negated(wording: Wording) -> Wording:
    """Returns what a wording stands for after "not": of a plain term its opposite, else nothing definite."""
    known = load_vocabulary()
    if wording.kind is HedgeKind.CONFIDENCE:
        return Wording(wording.kind, f"not {wording.term}")
    opposite = known.negated.get(wording.term)
    found = next((w for w in known.wordings.values() if w.term == opposite), None)
    return found or Wording(HedgeKind.POSSIBILITY, f"not {wording.term}")


_REACH = 40
_NEGATION = re.compile(
    r"(?:\b(?:not|never|no longer|hardly|scarcely|far from|neither|by no means|in no way)|\b\w+n['’]t)\s+"
    r"(?:(?:at all|all that|very|so|too|really|particularly|yet|even|considered|seen as|thought|assess|assessed|judge"
    r"|judged|say|said|have|had|be|been|a)\s+){0,3}$",
    re.IGNORECASE,
)
_OPEN_NEGATED = frozenset({"may", "might", "could", "not certain"})
"""Terms before which a negation belongs to something else ("not that it may ...")."""
_ATTRIBUTE = re.compile(
    r"\b(?:the|an?|its|his|her|their|our|any|another|other|of)\s+$", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r"\s+(?!(?:to|that|than|as|not|be|have|has|had|will|would|going|because|given|if|in|by)\b)[a-z]",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:un)?likely$|(?:im)?probable$", re.IGNORECASE)
_STRENGTH = re.compile(
    r"\b(?:the|its|his|her|their|our|military|economic|naval|political|full|all|with|of|by)\s+$",
    re.IGNORECASE,
)


def _is_else(text: str, match: re.Match[str], wording: Wording) -> bool:
    """Says whether a wording is something else where it stands: a month, strength, an adjective of a thing."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    if wording.term == "may":
        return _is_month(text, match)
    if wording.term == "might":
        return bool(_STRENGTH.search(before)) or text[match.end() :].startswith(" of ")
    if wording.kind in (HedgeKind.LIKELIHOOD, HedgeKind.POSSIBILITY) and _ADJECTIVE.search(
        match[0]
    ):
        return bool(_ATTRIBUTE.search(before) and _NO_NOUN.match(text, match.end()))
    return False


def find_likelihood(text: str) -> tuple[tuple[Span, Likelihood], ...]:
    """Returns the words of likelihood in a text, ascending, each with its range.

    `term` is the words as used; a hedge outside ICD 203 has the range from 0 to 1. Confidence is none of them.
    """
    return tuple(
        (span, Likelihood(span.of(text), wording.low, wording.high))
        for span, wording in find_hedges(text)
        if wording.kind is not HedgeKind.CONFIDENCE
    )


def is_hedge(likelihood: Likelihood) -> bool:
    """Says whether a likelihood leaves the probability open ("may"), so that it carries no range of ICD 203."""
    return (likelihood.low, likelihood.high) == (0.0, 1.0)


@cache
def load_vocabulary() -> Vocabulary:
    """Returns the shipped list.

    Raises:
        VocabularyError: the file breaks its rules.
    """
    return read_likelihood(shipped(FILE), FILE)


def read_likelihood(tree: Any, where: str) -> Vocabulary:  # noqa: ANN401
    """Turns the parsed file into wordings and checks it.

    Raises:
        VocabularyError: a key is unknown, a range is none, a wording stands twice, or a term is not there.
    """
    if not isinstance(tree, dict) or set(tree) != _KEYS:
        raise _error(f"the keys {', '.join(sorted(_KEYS))}", repr(tree)[:80], where)
    found: dict[str, Wording] = {}
    for entry in tree["terms"]:
        low, high = _range(entry, where)
        wording = Wording(HedgeKind.LIKELIHOOD, entry["term"], low / 100, high / 100)
        _add(found, entry.get("words", ()), wording, where)
    for key, kind in (("hedges", HedgeKind.POSSIBILITY), ("hearsay", HedgeKind.HEARSAY)):
        for entry in tree[key]:
            _add(found, entry.get("words", ()), Wording(kind, entry["term"]), where)
    for words, level in _confidences(tree["confidence"], where):
        _add(found, (words,), Wording(HedgeKind.CONFIDENCE, level), where)
    terms = {wording.term for wording in found.values()}
    for term in (*tree["negated"], *tree["negated"].values()):
        if term not in terms:
            raise _error("terms of the list at 'negated'", repr(term), where)
    return Vocabulary(found, dict(tree["negated"]), tuple(tree["not_terms"]))


def _confidences(tree: Any, where: str) -> list[tuple[str, str]]:  # noqa: ANN401
    """Returns each form with each wording of a level in it, and the level."""
    if not isinstance(tree, dict) or set(tree) != {"levels", "forms"}:
        raise _error("levels and forms at 'confidence'", repr(tree)[:80], where)
    if not all("{}" in form for form in tree["forms"]):
        raise _error("{} in each form of 'confidence'", repr(tree["forms"])[:80], where)
    return [
        (form.replace("{}", words), level["term"])
        for level in tree["levels"]
        for words in level["words"]
        for form in tree["forms"]
    ]


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


def _add(found: dict[str, Wording], wordings: Iterable[str], wording: Wording, where: str) -> None:
    for words in wordings:
        plain = _plain(words)
        if plain in found:
            raise _error("each wording once", repr(words), where)
        found[plain] = wording


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


@cache
def _pattern() -> re.Pattern[str]:
    known = load_vocabulary()
    wordings = (*known.wordings, *map(_plain, known.not_terms))
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
