"""How likely two statements of one holder state the same position.

Here lives the comparison of two statements: what rules it out, what speaks for it, and weights fitted on hand-labelled
pairs (`training/fit_same_positions.py`, into `positions_same.json`). Which statements are grouped is in
`positions_distinct`, what moved between them in `changes`. A vector of a whole sentence would be one more feature.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from reportedly.comparing.positions_judged import Pair
from reportedly.comparing.positions_matter import GIVING, Matter, Reader, default_reader, trigrams
from reportedly.comparing.positions_matter import weight_of as weight
from reportedly.model import Act, Statement
from reportedly.vocabulary.dossier import Dossier

FILE = "positions_same.json"

SAME = 0.55
"""Likelihood from which two statements are taken for one position; set on labelled pairs, see docs/evaluation.md."""

ENOUGH = 4.0
"""Weight of shared words beyond which more of them say nothing more."""

MUCH = 8.0
"""Weight of words of the longer statement alone beyond which more of them say nothing more."""

MANY_NAMES = 2
"""Names that only one of two statements has, beyond which more of them say nothing more."""

LEAST = 0.8
"""Weight of shared words below which two statements without a common issue have too little in common."""

ALIKE = 0.5
"""Likeness by letters from which the words shared need no weight."""


@dataclass(frozen=True, slots=True)
class Sameness:
    """Says which statements state the same position: by their words, and before that by people's judgements."""

    reader: Reader = field(default_factory=default_reader)
    # Pairs of statement ids that a person judged to be the same.
    same: frozenset[Pair] = frozenset()
    # Pairs that a person judged to be different.
    different: frozenset[Pair] = frozenset()

    @classmethod
    def of(
        cls,
        dossier: Dossier | None,
        same: frozenset[Pair] = frozenset(),
        different: frozenset[Pair] = frozenset(),
    ) -> Sameness:
        """Returns one that knows a dossier's names and the judgements given."""
        return cls(Reader.of(dossier) if dossier else default_reader(), same, different)

    def matter(self, statement: Statement) -> Matter:
        """Returns the parts of a statement; see `Reader.read`."""
        return self.reader.read(statement)

    def likelihood(self, first: Statement, second: Statement) -> float:
        """Returns how likely two statements of one holder state the same position, 0 to 1."""
        pair = frozenset((first.id, second.id))
        if pair in self.same:
            return 1.0
        if pair in self.different:
            return 0.0
        return likelihood(self.matter(first), self.matter(second), self.reader.groups)

    def on_one_matter(self, first: Statement, second: Statement, *, at_least: float = SAME) -> bool:
        """Says whether two statements are about one thing, whatever is done with it and in which number.

        Where more than the usual likelihood is asked for and one of them is a threat, they must have telling words
        in common too: any two threats of war or sanctions are alike.
        """
        pair = frozenset((first.id, second.id))
        if pair in self.same or pair in self.different:
            return pair in self.same
        one, two = self.matter(first), self.matter(second)
        threat = Act.THREAT in (one.act, two.act)
        if threat and at_least > SAME and weight(one.words & two.words) < LEAST:
            return False
        return likelihood(_bare(one), _bare(two), self.reader.groups) >= at_least


def _bare(matter: Matter) -> Matter:
    """Returns a matter without act, numbers and negation: the thing itself."""
    return replace(matter, act=Act.OTHER, numbers=frozenset(), negated=False)


def likelihood(
    one: Matter, two: Matter, groups: Mapping[str, frozenset[str]] | None = None
) -> float:
    """Returns how likely two matters are the same position, 0 where something rules it out."""
    if one.plain == two.plain and one.plain and _kind(one) == _kind(two):
        return 1.0 if one.numbers == two.numbers else 0.0
    if is_ruled_out(one, two, groups):
        return 0.0
    weights = load_weights()
    known = features(one, two, groups)
    total = weights["constant"] + sum(weights[name] * value for name, value in known.items())
    return 1 / (1 + math.exp(-total))


def is_ruled_out(
    one: Matter, two: Matter, groups: Mapping[str, frozenset[str]] | None = None
) -> bool:
    """Says whether two matters differ in what no wording can make up for: act, numbers, places."""
    left, right = names_matched(one.names, two.names, groups)
    return (
        _kind(one) != _kind(two)
        or _apart(one.numbers, two.numbers)
        or _apart(left, right)
        or (_apart(one.unknown, two.unknown) and not left & right)
        or _shares_only_names(one, two)
        or _has_little_in_common(one, two)
    )


def _shares_only_names(one: Matter, two: Matter) -> bool:
    """Says whether nothing but names is common, as in recognising a region and leaving it."""
    names = one.unknown | two.unknown
    left, right = one.words - names, two.words - names
    return bool(left | right) and not left & right


def _apart(one: frozenset[object], two: frozenset[object]) -> bool:
    return bool(one) and bool(two) and not one & two


def _kind(matter: Matter) -> str:
    return "giving" if matter.act in GIVING else matter.act.value


def _has_little_in_common(one: Matter, two: Matter) -> bool:
    """Says whether neither an issue, nor a telling word, nor the wording as a whole is common."""
    if one.issues & two.issues:
        return False
    return weight(one.words & two.words) < LEAST and letters_alike(one, two) < ALIKE


def names_matched(
    one: frozenset[str], two: frozenset[str], groups: Mapping[str, frozenset[str]] | None
) -> tuple[frozenset[str], frozenset[str]]:
    """Returns the names of both sides; where one has a group and the other half of its members or more, the group."""
    for name, members in (groups or {}).items():
        if name in one and name not in two and 2 * len(two & members) >= len(members):
            two = two - members | {name}
        elif name in two and name not in one and 2 * len(one & members) >= len(members):
            one = one - members | {name}
    return one, two


def features(
    one: Matter, two: Matter, groups: Mapping[str, frozenset[str]] | None = None
) -> dict[str, float]:
    """Returns what is known of a pair, by name; each from 0 to 1."""
    shared = weight(one.words & two.words)
    longer = max(one.weight, two.weight)
    left, right = names_matched(one.names, two.names, groups)
    demands = one.act is Act.DEMAND and two.act is Act.DEMAND
    return {
        "letters": letters_alike(one, two),
        "words_shared": min(shared, ENOUGH) / ENOUGH,
        "words_apart": min(longer - shared, MUCH) / MUCH,
        "numbers_shared": float(bool(one.numbers & two.numbers)),
        "numbers_once": float(bool(one.numbers) is not bool(two.numbers)),
        "names_apart": min(len(left ^ right), MANY_NAMES) / MANY_NAMES,
        "negation_once": float(one.negated is not two.negated),
        "addressee_once": float(demands and bool(one.addressees) is not bool(two.addressees)),
    }


def letters_alike(one: Matter, two: Matter) -> float:
    """Returns how alike two wordings are by their runs of three letters, 0 to 1."""
    a, b = trigrams(one.plain), trigrams(two.plain)
    if not a or not b:
        return 0.0
    return len(a & b) / math.sqrt(len(a) * len(b))


@cache
def load_weights() -> Mapping[str, float]:
    """Returns the weight of each feature, and the constant."""
    tree = json.loads((files("reportedly.comparing") / FILE).read_text("utf-8"))
    return {str(name): float(value) for name, value in tree["weights"].items()}
