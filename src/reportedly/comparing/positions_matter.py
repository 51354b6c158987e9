"""What a statement's words are about, taken apart so that two statements can be compared part by part.

Here lives the reading of one statement: words by what they stand for, names, numbers, negation. Whether two
statements say the same is decided in `positions_same`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from reportedly.comparing.positions_numbers import Number, numbers_of
from reportedly.model import Act, Statement
from reportedly.vocabulary import Gazetteer, load_gazetteer
from reportedly.vocabulary.alike import load_alike
from reportedly.vocabulary.dossier import Dossier

WEIGHTS_FILE = "word_weights.json"
"""How much a word says, by its stem; counted by `training/fit_same_positions.py`."""

GIVING = frozenset({Act.OFFER, Act.CONCESSION, Act.AGREEMENT})
"""Acts that give way; for the question whether two statements say the same they are one."""

VAGUE = frozenset({"adjective"})
"""Kinds of name that say too little to tell two statements apart where they are no party ("Western")."""

FIRST_WORDS = 2
"""Words before a name with which it still counts as the addressee ("The state of Norland must ...")."""

RARE = 0.5
"""Weight from which a capitalised word may be a name that no gazetteer knows."""

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_CAPITAL = re.compile(r"(?<=[\w,;] )[A-Z][^\W\d_]{3,}")
_NEGATION = re.compile(r"\b(?:no|not|never|without|neither|nor)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Matter:
    """The parts of one statement's words that are compared."""

    # What the words stand for, without names, numbers and small words.
    words: frozenset[str]
    # Parties and places named, without the holder; a party for its capital and its people.
    names: frozenset[str]
    # Names among the first words: the addressee of a demand.
    addressees: frozenset[str]
    # Capitalised words that may be names no gazetteer knows, as stems.
    unknown: frozenset[str]
    # Numbers with their unit, years left out; see `positions_numbers`.
    numbers: frozenset[Number]
    negated: bool
    act: Act
    issues: frozenset[str]
    # The words in lower case without signs.
    plain: str
    # How much all the words say.
    weight: float


@dataclass(slots=True)
class Reader:
    """Takes statements apart, each once; knows the names of a dossier and which places make up a group."""

    names: Gazetteer
    # Names of the places of a group, by its name.
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _known: dict[tuple[object, ...], Matter] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier | None = None) -> Reader:
        """Returns a reader that knows a dossier's names."""
        groups = dossier.groups if dossier else ()
        members = {_short(group.name): frozenset(map(_short, group.members)) for group in groups}
        return cls(load_gazetteer(dossier), members)

    def read(self, statement: Statement) -> Matter:
        """Returns the parts of a statement."""
        key = (statement.text, statement.holder, statement.act, statement.issues)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._taken_apart(statement)
        return found

    def _taken_apart(self, statement: Statement) -> Matter:
        text, own = statement.text, {statement.holder}
        mentions = self.names.mentions(text)
        name = {m.span: m.party or _short(m.name) for m in mentions}
        vague = {m.party or _short(m.name) for m in mentions if m.party is None and m.kind in VAGUE}
        words = [
            (match[0], sense)
            for match in _WORD.finditer(text)
            if not any(span.start <= match.start() < span.end for span in name)
            and (sense := load_alike().sense(match[0]))
        ]
        capitals = {m[0] for m in _CAPITAL.finditer(text)}
        senses = frozenset(sense for _, sense in words)
        return Matter(
            words=senses,
            names=frozenset(name.values()) - own - vague,
            addressees=frozenset(
                one
                for span, one in name.items()
                if one not in own and len(text[: span.start].split()) <= FIRST_WORDS
            ),
            unknown=frozenset(
                s for w, s in words if w in capitals and s[0] != "=" and weight_of((s,)) > RARE
            ),
            numbers=numbers_of(text, name, [s for s, one in name.items() if one in self.groups]),
            negated=_NEGATION.search(text) is not None,
            act=statement.act,
            issues=frozenset(statement.issues),
            plain=" ".join(_WORD.findall(text.lower())),
            weight=weight_of(senses),
        )


@cache
def default_reader() -> Reader:
    """Returns a reader without a dossier."""
    return Reader.of()


def _short(name: str) -> str:
    """Returns the name that a region and its city share, for reports write one for the other."""
    return re.sub(r" (?:oblast|region|province|district)$", "", name, flags=re.IGNORECASE)


@cache
def _weights() -> tuple[Mapping[str, float], float]:
    tree = json.loads((files("reportedly.comparing") / WEIGHTS_FILE).read_text("utf-8"))
    return tree["weights"], float(tree["unknown"])


def weight_of(words: Iterable[str]) -> float:
    """Returns how much some words say together: 1 for one that is met in no text, less for common ones."""
    weights, unknown = _weights()
    return sum(weights.get(word, unknown) for word in words)


@lru_cache(maxsize=8192)
def trigrams(plain: str) -> frozenset[str]:
    """Returns the runs of three letters of a text."""
    padded = f" {plain} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))
