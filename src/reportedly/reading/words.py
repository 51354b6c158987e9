"""The words of `words.yaml` as patterns; which line they decide about is the business of `furniture`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import parse_yaml

_FILE = "words.yaml"
_LISTS = ("interface", "links", "minutes", "reading", "picture", "byline")


@dataclass(frozen=True, slots=True)
class Words:
    """The shipped words, ready for use."""

    # Whole lines that are interface, in lower case.
    interface: frozenset[str]
    # A line that is only the announcement of a link, or begins with it and a colon.
    link: re.Pattern[str]
    # A reading time, "3 min read".
    reading_time: re.Pattern[str]
    # The begin of a picture's caption or credit.
    picture: re.Pattern[str]
    # The begin of an author line, the words of authorship in group 1.
    byline: re.Pattern[str]
    # Name of a metadata key to the field it fills.
    keys: dict[str, str]
    # A word that addresses the reader.
    reader: re.Pattern[str]
    # A word that asks for money, a subscription or to follow.
    giving: re.Pattern[str]


@cache
def load_words() -> Words:
    """Returns the words of this package.

    Raises:
        VocabularyError: the file breaks its rules.
    """
    text = files("reportedly.reading").joinpath(_FILE).read_text("utf-8")
    return read_words(parse_yaml(text, _FILE))


def read_words(tree: Any) -> Words:  # noqa: ANN401  (YAML is any tree)
    """Turns a parsed file into patterns; every list must be there and hold words.

    Raises:
        VocabularyError: a list is missing or holds something else than words.
    """
    lists = {key: _strings(tree, key) for key in _LISTS}
    appeal = {key: _strings(tree.get("appeal"), key) for key in ("reader", "giving")}
    keys = tree.get("keys")
    fields = {word: field for field in keys or () for word in _strings(keys, field)}
    return Words(
        interface=frozenset(lists["interface"]),
        link=re.compile(rf"\W*(?:{_any(lists['links'])})\s*(?::.{{0,200}}|\W*)$", re.IGNORECASE),
        reading_time=re.compile(
            rf"\W*\d{{1,3}}\W?\s*(?:{_any(lists['minutes'])})\W*\s*(?:{_any(lists['reading'])})?\W*"
            rf"|(?:{_any(lists['reading'])})\W*\s*\d{{1,3}}\W?\s*(?:{_any(lists['minutes'])})\W*",
            re.IGNORECASE,
        ),
        picture=re.compile(rf"\W*(?:{_any(lists['picture'])})\s*[:/©]", re.IGNORECASE),
        byline=re.compile(rf"(?:{_any(lists['byline'])})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE),
        keys=fields,
        reader=re.compile(rf"\b(?:{_any(appeal['reader'])})\b", re.IGNORECASE),
        giving=re.compile(rf"\b(?:{_any(appeal['giving'])})\b", re.IGNORECASE),
    )


def _strings(tree: Any, key: str) -> list[str]:  # noqa: ANN401
    found = tree.get(key) if isinstance(tree, dict) else None
    if not found or not all(isinstance(word, str) and word == word.lower() for word in found):
        raise VocabularyError(f"words in lower case under `{key}`", repr(found), "Mend it.", _FILE)
    return list(found)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
