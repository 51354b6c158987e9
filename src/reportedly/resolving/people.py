"""Finds whom "he", "she" or "who" means among the people named in a text.

Who has spoken, and when a phrase is a pronoun, is known in `cast`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportedly.model import Mention, Span
from reportedly.text import Stretches
from reportedly.vocabulary.first_names import pronoun_of
from reportedly.vocabulary.roles import is_among, load_roles

_MASCULINE = frozenset({"he", "him", "his", "himself"})
_FEMININE = frozenset({"she", "her", "herself"})

_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"‘(-]*\s*[^\Wa-z])|\n|[.!?](?=[A-Z][a-z])")

# What may stand between a name and the word that tells whether it is a subject: its title and side.
_OF_NAME = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|mr|former|prime|president|premier|chancellor|minister|foreign|defen[cs]e|leader|chief"
    r"|secretary|spokes(?:man|woman|person)|general|of|the|state|head|then|new|his|her|its|deputy|ambassador)[\s,]+)*$"
)
_BEFORE_SUBJECT = re.compile(
    r"(?:^|[,;:—–”\"“(]|\b(?:and|but|while|as|that|because|if|when|after|before|since|where|which|who|whom|although"
    r"|though|until|unless|said|says|added|adds|according to|wrote|told reporters))\s*$"
)
BACK = 4_000
"""Characters before a pronoun in which a person is looked for."""


PEOPLE = frozenset(
    {
        "mother", "father", "woman", "man", "widow", "pensioner", "student", "volunteer", "chaplain",
        "priest", "soldier", "resident", "activist", "analyst", "expert", "professor", "lecturer",
        "historian", "economist", "researcher", "fellow", "scholar", "journalist", "reporter", "writer",
        "author", "blogger", "lawyer", "doctor", "teacher", "farmer", "worker", "singer", "actor", "artist",
        "businessman", "businesswoman", "politician", "veteran", "pilot", "survivor", "refugee",
        "co-founder", "founder",
    }
)  # fmt: skip
"""Nouns that tell that a name before them is a person's; places and ships have appositions too."""

_WORD = r"[^\W\d_a-z][^\W\d_]{1,29}(?:[-’'][^\W\d_]{1,29})?"
_INTRODUCED = re.compile(
    rf"(?<![\w’'-])({_WORD}(?:[ ](?:[A-Z]\.|van|von|de|der|bin|al))?[ ](?:{_WORD}[ ])?{_WORD})"
    r"(?:, (?:who|whose|\d\d)\b|, \d\d,|(?:,| [–—-]) (?:an?|the) (?:[\w’'-]+ ){0,4}?(?:"
    + "|".join(sorted(PEOPLE))
    + r")\b)"
)


def _introduced(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Returns the people without office whom a text introduces ("Ada Holm, a mother of seven,")."""
    known = Stretches((m.span, m) for m in mentions)
    bodies = load_roles().bodies | load_roles().not_first_names
    found = []
    for one in _INTRODUCED.finditer(text):
        span = Span(*one.span(1))
        words = one.group(1).lower().split()
        if not known.meeting(span) and not any(is_among(bodies, word) for word in words):
            found.append(Mention(span, one.group(1), "person", None))
    return found


def fits(pronoun: str, name: str) -> bool:
    """Says whether a pronoun may mean somebody of this name or title."""
    known = pronoun_of(name)
    if pronoun in _MASCULINE:
        return known != "she"
    return pronoun not in _FEMININE or known != "he"


class People:
    """The people named in one text, by place."""

    def __init__(self, text: str, mentions: Sequence[Mention], contents: Sequence[Span]) -> None:
        self._text = text
        people = [m for m in mentions if m.kind == "person"]
        self._people = sorted([*people, *_introduced(text, mentions)], key=lambda m: m.span.start)
        self._starts = [m.span.start for m in self._people]
        self._sentences = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
        self._contents = Stretches((span, None) for span in contents)

    def sentence(self, place: int) -> int:
        """Returns where the sentence begins that a place stands in."""
        return self._sentences[bisect_right(self._sentences, place) - 1]

    def sentences_between(self, start: int, end: int) -> int:
        """Returns how many sentences begin after one place and up to another."""
        return bisect_right(self._sentences, end) - bisect_right(self._sentences, start)

    def is_said(self, one: Mention) -> bool:
        """Says whether a name stands in somebody's words."""
        return bool(self._contents.holding(one.span))

    def between(self, start: int, end: int) -> list[Mention]:
        """Returns the people named from one place to before another."""
        return self._people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def subject(self, pronoun: str, start: int, end: int) -> Mention | None:
        """Returns the last person in a stretch who is a subject there and whom the pronoun fits."""
        found = reversed(self.between(start, end))
        return next((m for m in found if fits(pronoun, m.name) and self.is_subject(m)), None)

    def told_subject(self, pronoun: str, start: int, end: int) -> Mention | None:
        """Returns the last subject in a stretch whom the text itself names, not in somebody's words."""
        for one in reversed(self.between(start, end)):
            if (
                not self._contents.holding(one.span)
                and fits(pronoun, one.name)
                and self.is_subject(one)
            ):
                return one
        return None

    def is_titled(self, title: str, one: Mention) -> bool:
        """Says whether a title stands before a name here, at most a first name or side between them."""
        lead = self._text[max(0, one.span.start - 40) : one.span.start]
        return bool(title) and bool(re.search(rf"\b{re.escape(title)}\s+$", lead, re.IGNORECASE))

    def is_subject(self, one: Mention) -> bool:
        """Says whether a name begins a clause, with at most its title and side before it."""
        if re.match(r"[’']", self._text[one.span.end :][:1]):
            return False
        begin = self.sentence(one.span.start)
        lead = self._text[max(begin, one.span.start - 120) : one.span.start]
        title = _OF_NAME.search(lead)
        before = lead[: title.start()] if title else lead
        return bool(_BEFORE_SUBJECT.search(before)) or not before.strip()
