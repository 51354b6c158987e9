"""Reads the form of a source phrase: pronoun, definite description, part of a document, plural."""

from __future__ import annotations

import re
from dataclasses import dataclass

FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our", "ours", "ourselves", "myself"})
SINGULAR_PERSON = frozenset({"he", "she", "him", "her", "himself", "herself", "his", "who"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "whose"})
RELATIVE = frozenset({"who", "whom", "which", "that"})
THING = frozenset({"it", "its", "itself", "this", "that", "which"})

DOCUMENT_NOUNS = frozenset(
    {
        "memorandum", "memo", "document", "proposal", "plan", "draft", "text", "agreement", "letter", "decree",
        "communique", "communiqué", "declaration", "resolution", "treaty", "paper", "statement", "report",
        "roadmap", "framework", "note", "list",
    }
)  # fmt: skip
PART_NOUNS = frozenset(
    {"section", "part", "point", "item", "chapter", "paragraph", "clause", "option", "version"}
)
ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "last", "latter", "former"}
)
DETERMINERS = frozenset(
    {"the", "this", "that", "these", "those", "same", "a", "an", "one", "another", "its"}
)
ANALYST_NOUNS = frozenset(
    {"analysts", "analyst", "experts", "expert", "researchers", "authors", "observers"}
)

GENERIC_NOUNS = ANALYST_NOUNS | {
    "officials", "sources", "diplomats", "authorities", "media", "officers", "reports", "critics", "witnesses",
}  # fmt: skip
"""Nouns that name nobody in particular; at the head of a sentence their capital means nothing."""

_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*", re.UNICODE)
_AFTER_HEAD = re.compile(
    r"\s(?:of|in|on|at|for|from|with|to|by|who|which|that|familiar|close|linked|involved|directly|"
    r"knowledgeable|speaking|including|published|released|dated|signed|about|near|inside|within)\b|[,(—–]"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase taken apart as far as its form tells."""

    # The words as written, without white space at the ends.
    words: str
    # Lower-case words up to the end of the head noun phrase.
    core: tuple[str, ...]

    @property
    def head(self) -> str:
        """Head noun, lower case, possessive mark removed; "" for an empty phrase."""
        return re.sub(r"[’']s?$", "", self.core[-1]) if self.core else ""

    @property
    def pronoun(self) -> str | None:
        """The pronoun, where the phrase is one."""
        known = FIRST_PERSON | SINGULAR_PERSON | PLURAL | THING
        return self.core[0] if len(self.core) == 1 and self.core[0] in known else None

    @property
    def owned(self) -> str | None:
        """The pronoun that says whose it is ("his government"), None where there is none."""
        return self.core[0] if len(self.core) > 1 and self.core[0] in POSSESSIVE else None

    @property
    def modifiers(self) -> frozenset[str]:
        """The words between determiner and head noun."""
        return frozenset(self.core[:-1]) - DETERMINERS

    @property
    def definite(self) -> bool:
        """Says whether it points back to somebody named before ("the official", "that source")."""
        return len(self.core) > 1 and self.core[0] in {
            "the",
            "this",
            "that",
            "these",
            "those",
            "same",
        }

    @property
    def part(self) -> bool:
        """Says whether it is a numbered part of something ("the second section", "the first")."""
        bare = [word for word in self.core if word not in DETERMINERS]
        return bool(bare) and bare[0] in ORDINALS and (len(bare) == 1 or bare[-1] in PART_NOUNS)

    @property
    def document(self) -> bool:
        """Says whether a document speaks ("Varonia's memorandum")."""
        return self.head in DOCUMENT_NOUNS

    @property
    def analysts(self) -> bool:
        """Says whether unnamed analysts speak."""
        return self.head in ANALYST_NOUNS

    @property
    def plural(self) -> bool:
        """Says whether several speak."""
        return self.core[:1] in [(word,) for word in PLURAL] or (
            self.head.endswith("s") and not self.head.endswith("ss")
        )


def read_phrase(words: str) -> Phrase:
    """Takes a source phrase apart."""
    words = " ".join(words.split()).strip(' ,;:—–-"“”')
    cut = _AFTER_HEAD.search(words, 1)
    found = [m.group().lower() for m in _WORD.finditer(words[: cut.start()] if cut else words)]
    if not found:
        found = [m.group().lower() for m in _WORD.finditer(words)]
    return Phrase(words, tuple(found))


def describe(words: str) -> str:
    """Returns a description fit to stand in a chain: white space and possessive mark removed, case mended."""
    words = re.sub(r"[’']s?$", "", " ".join(words.split()).strip(' ,;:—–-"“”'))
    words = re.split(r",\s+(?:who|which|whose)\b", words, maxsplit=1)[0]
    first, _, rest = words.partition(" ")
    if first.lower() in DETERMINERS | {"three", "two", "four", "five", "several", "some", "many"}:
        return f"{first.lower()} {rest}".strip()
    if first.lower() in GENERIC_NOUNS and not rest:
        return first.lower()
    return words
