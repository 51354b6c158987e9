"""Loads and lints `issues.yaml`, and finds the issues that words are about.

Which words are looked at is decided by `coding`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.model import Span
from reportedly.vocabulary.loading import shipped

FILE = "issues.yaml"
MANY = 4
_KEYS = frozenset(
    {"id", "label", "description", "code", "extension", "parent", "terms", "examples"}
)
_SLUG = re.compile(r"[a-z]+(?:-[a-z]+)*")
_WORD = re.compile(r"\w+(?:-\w+)*")
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words that has to stand in the text, word by word."""

    # Stems, or beginnings and endings of words where `*` stands.
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Words that speak for an issue: one run, or several that occur together."""

    parts: tuple[Part, ...]
    # How much it says: grows with the number of words.
    weight: float


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue or section."""

    # Slug, used as code in rows.
    id: str
    label: str
    description: str
    # PA-X category, None for sections and extensions.
    code: str | None
    # Whether it is ours because PA-X has no category for it.
    extension: bool
    # Id of the section, None for a section.
    parent: str | None
    terms: tuple[Term, ...]
    # Sentences about invented states.
    examples: tuple[str, ...]


def stem(word: str) -> str:
    """Returns a word in lower case without plural, -ed, -ing and silent -e, so that forms of one word agree."""
    low = word.lower()
    if len(low) <= 3:
        return low
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
    ):
        if low.endswith(ending):
            return low[: -len(ending)] + instead
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    for ending in ("ing", "ed"):
        short = low[: -len(ending)]
        if low.endswith(ending) and len(short) >= 3 and _VOWELS & set(short):
            low = short[:-1] if short[-1] == short[-2] and short[-1] not in "lsz" else short
            break
    return low[:-1] if low.endswith("e") and len(low) > 3 else low


def read_issues(tree: Any, where: str = FILE) -> tuple[Issue, ...]:  # noqa: ANN401
    """Builds the issues from parsed YAML.

    Raises:
        VocabularyError: an entry breaks a rule; the message names the entry.
    """
    if not isinstance(tree, dict) or not isinstance(tree.get("issues"), list):
        raise VocabularyError("a mapping with `issues`", type(tree).__name__, "Mend it.", where)
    codes = frozenset(tree.get("codes", ()))
    entries = tree["issues"]
    sections = {
        e["id"] for e in entries if isinstance(e, dict) and e.get("parent") is None and "id" in e
    }
    seen: set[str] = set()
    found: list[Issue] = []
    for entry in entries:
        _lint(entry, codes, sections, seen, where)
        seen.add(entry["id"])
        found.append(_build(entry))
    return tuple(found)


def _lint(
    entry: Any,  # noqa: ANN401
    codes: frozenset[str],
    sections: set[str],
    seen: set[str],
    where: str,
) -> None:
    """Checks one entry."""
    if not isinstance(entry, dict) or not _SLUG.fullmatch(str(entry.get("id", ""))):
        raise VocabularyError("an entry with a slug as id", str(entry)[:60], "Give it one.", where)
    place = f"{where}, {entry['id']}"
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise VocabularyError(
            f"keys among {sorted(_KEYS)}", ", ".join(unknown), "Remove them.", place
        )
    if entry["id"] in seen:
        raise VocabularyError("ids that are unique", "the id twice", "Rename one.", place)
    if not entry.get("label") or not entry.get("description"):
        raise VocabularyError("a label and a description", "none", "Write them.", place)
    if entry.get("parent") is not None:
        _lint_issue(entry, codes, sections, place)


def _lint_issue(
    entry: Mapping[str, Any], codes: frozenset[str], sections: set[str], place: str
) -> None:
    """Checks what only an issue under a section has."""
    if entry["parent"] not in sections:
        raise VocabularyError("a parent that is a section", str(entry["parent"]), "Mend it.", place)
    if bool(entry.get("code")) == bool(entry.get("extension")):
        raise VocabularyError(
            "either a code or `extension: true`", "both or none", "Choose.", place
        )
    if entry.get("code") and entry["code"] not in codes:
        raise VocabularyError("a code of the list `codes`", str(entry["code"]), "Mend it.", place)
    if not entry.get("terms") or not entry.get("examples"):
        raise VocabularyError("terms and examples", "none", "Write some.", place)


def _build(entry: Mapping[str, Any]) -> Issue:
    return Issue(
        id=entry["id"],
        label=entry["label"],
        description=entry["description"],
        code=entry.get("code"),
        extension=bool(entry.get("extension", False)),
        parent=entry.get("parent"),
        terms=tuple(read_term(term) for term in entry.get("terms", ())),
        examples=tuple(entry.get("examples", ())),
    )


def read_term(written: str) -> Term:
    """Compiles a term as written in the file."""
    parts = tuple(
        Part(tuple(_pattern(word) for word in part.split())) for part in written.split("+")
    )
    count = sum(len(part.words) for part in parts)
    return Term(parts, 1.0 + 0.6 * (count - 1))


def _pattern(word: str) -> str:
    return word.lower() if "*" in word or word.startswith("=") else stem(word)


@cache
def load_issues() -> tuple[Issue, ...]:
    """Returns the issues that are shipped with the package, sections included."""
    return read_issues(shipped(FILE))


@cache
def _by_first() -> Mapping[str, tuple[tuple[Issue, Term], ...]]:
    """Lists terms under the first stem of their first part; those with a wildcard there under ""."""
    index: dict[str, list[tuple[Issue, Term]]] = {}
    for issue in load_issues():
        for term in issue.terms:
            index.setdefault(_key(term.parts[0].words[0]), []).append((issue, term))
    return {first: tuple(pairs) for first, pairs in index.items()}


def _key(pattern: str) -> str:
    """Returns the first three letters of a pattern, "" where a wildcard stands among them."""
    head = pattern.removeprefix("=")[:3]
    return "" if "*" in head else head


@lru_cache(maxsize=4096)
def find_issues(text: str) -> tuple[str, ...]:
    """Returns the ids of the issues that the words speak of, most certain first, at most four.

    None at all is an honest answer. An issue whose terms weigh less than a third of the best one's is left out.
    """
    scores = score_issues(text)
    if not scores:
        return ()
    best = max(score for score, _ in scores.values())
    kept = [(-score, first, name) for name, (score, first) in scores.items() if score >= best / 3]
    return tuple(name for _, _, name in sorted(kept)[:MANY])


def score_issues(text: str) -> dict[str, tuple[float, int]]:
    """Returns for each issue found the weight of its terms and the place of the first."""
    words = [(match[0].lower(), stem(match[0])) for match in _WORD.finditer(text)]
    index = _by_first()
    keys = {low[:3] for low, _ in words} | {root[:3] for _, root in words} | {""}
    scores: dict[str, tuple[float, int]] = {}
    for key in keys:
        for issue, term in index.get(key, ()):
            places = [_find(words, part.words) for part in term.parts]
            if any(place is None for place in places):
                continue
            first = min(place for place in places if place is not None)
            weight, earliest = scores.get(issue.id, (0.0, first))
            scores[issue.id] = (max(weight, term.weight) + 0.2 * (weight > 0), min(first, earliest))
    return scores


def _find(words: Sequence[tuple[str, str]], patterns: tuple[str, ...]) -> int | None:
    """Returns the first place where the patterns match word by word, None if there is none."""
    for place in range(len(words) - len(patterns) + 1):
        if all(_matches(words[place + i], pattern) for i, pattern in enumerate(patterns)):
            return place
    return None


def _matches(word: tuple[str, str], pattern: str) -> bool:
    """Says whether a word has the stem, or the beginning and ending around the `*`."""
    low, root = word
    if pattern.startswith("="):
        return low == pattern[1:]
    if "*" not in pattern:
        return pattern in {root, low}
    head, _, tail = pattern.partition("*")
    return (
        low.startswith(head)
        and (low.endswith(tail) or tail == "*")
        and len(low) >= len(head) + len(tail)
    )


def issue_spans(text: str, issue: str) -> tuple[Span, ...]:
    """Returns the single words of a text that speak for an issue, for highlighting."""
    terms = next((i.terms for i in load_issues() if i.id == issue), ())
    patterns = {word for term in terms for part in term.parts for word in part.words}
    return tuple(
        Span(*match.span())
        for match in _WORD.finditer(text)
        if any(_matches((match[0].lower(), stem(match[0])), pattern) for pattern in patterns)
    )
