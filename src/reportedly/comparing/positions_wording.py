"""Which wording stands for a group of statements, and which words two wordings share.

Here live only choices among words that were read; nothing is rewritten. Grouping is in `positions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from reportedly.model import Statement

OWN_WORDS = "own words"
"""The `voice` of a statement whose holder speaks."""

ASSESSMENT = "assessment"
"""The `voice` of a statement in which an analyst reads what the holder wants."""

_PREFERRED = range(30, 221)
_TOLERATED = range(15, 401)
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d|\d")
_COMMON = frozenset(
    """
    about above after again against agree agreed agreement agrees also although among another
    around because been before being below between both calls claim claimed claims come could
    demand demanded demanding demands does during each either every from further given have
    having here insist insisted insists into issue itself just know later least like made make
    many more most much must need needs never offer offered offers only onto other others over
    party peace people position ready refuse refused refuses reject rejected rejects reported said
    same says second shall should side sides since some state stated states statement still
    such take talks than that their them then there these they thing this those though threaten
    threatened through told toward towards under until upon very want wants warned were what
    when where whether which while will with within without would your
    """.split()  # noqa: SIM905  (ninety lines of one word each are no clearer)
)
"""Words that say nothing about the matter: function words, and words of the acts."""


def best_statement(statements: Sequence[Statement], dates: Mapping[str, str | None]) -> Statement:
    """Returns the statement to quote for a group: dated, in own words, of a readable length.

    A dated account comes before undated own words; own words give way to an account that reads well
    where they are too short or too long to be quoted. Ties go to the first of `statements`.
    """
    return min(statements, key=lambda s: _misfit(s) + (0.0 if dates[s.id] else 1.6))


def _misfit(statement: Statement) -> float:
    length = len(statement.text)
    shape = 0.0 if length in _PREFERRED else 1.0 if length in _TOLERATED else 2.0
    return shape + (0.0 if statement.voice == OWN_WORDS else 1.5)


def content_words(text: str, without: Iterable[str | None] = ()) -> frozenset[str]:
    """Returns the stems of the words that carry the matter, without those of some names.

    A stem is the word in lower case, cut to six letters: enough to join "withdraw" and
    "withdrawal", and without a list of a language's endings.
    """
    names = {word.lower()[:6] for name in without if name for word in _WORD.findall(name)}
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word[:6] for word in words if word not in _COMMON) - names


def share_matter(first: Statement, second: Statement) -> bool:
    """Says whether two statements share words beyond names, so that comparing them makes sense."""
    without = (first.holder, first.target, second.holder, second.target)
    left, right = content_words(first.text, without), content_words(second.text, without)
    needed = 1 if min(len(left), len(right)) <= 4 else 2
    return len(left & right) >= needed
