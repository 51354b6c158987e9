"""A source of one report, resolved, and what its name and description tell of who it may be.

Where sources are kept and found again lives in `cast`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from reportedly.model import Link, Mention, Span, Speaker, SpeakerKind
from reportedly.resolving.phrases import Phrase
from reportedly.vocabulary.first_names import pronoun_of

T = TypeVar("T")

INDIVIDUALS = frozenset(
    {SpeakerKind.NAMED, SpeakerKind.ANONYMOUS_OFFICIAL, SpeakerKind.ANONYMOUS_SOURCE}
)
"""Kinds of speaker that are one person, where the phrase is in the singular."""


@dataclass(frozen=True, slots=True)
class Member:
    """A source of this report, resolved."""

    speaker: Speaker
    # The phrase that introduced it.
    phrase: Phrase
    # Where it was last named.
    position: int
    # Kind for its link in a chain: a SpeakerKind value, "agency" or "think tank".
    link_kind: str
    # Kind of the mention it was named by ("state", "think tank"), "" without one.
    named_as: str = ""
    # Who published a document, where its phrase says so.
    publisher: Link | None = None
    # When a document was first published, in EDTF.
    first_published: str | None = None
    # Whether the source stands in somebody else's words.
    nested: bool = False

    @property
    def individual(self) -> bool:
        """Says whether one person speaks; a name may end like a plural ("Ada Holmes")."""
        if self.speaker.kind is SpeakerKind.NAMED:
            return " and " not in self.speaker.name
        return self.speaker.kind in INDIVIDUALS and not self.phrase.plural


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of where a source stands, beside its own words."""

    # Contents of its own attribution: whom a speaker means by a name in them is not the speaker.
    own: tuple[Span, ...] = ()
    # Content of the attribution around it, empty for an outermost one.
    around: tuple[Span, ...] = ()
    # Who says what is around it.
    teller: Member | None = None


NOWHERE = Place()
"""A phrase that is no source, or one of which nothing else is known."""


def title_of(member: Member) -> str:
    """Returns the words that may tell whether somebody is a man or a woman."""
    named = member.speaker.kind is SpeakerKind.NAMED
    return member.speaker.name if named else member.phrase.words


def gender(phrase: Phrase) -> str:
    """Returns the pronoun that stands for a described person ("the spokeswoman"), "" if any may."""
    known = pronoun_of(" ".join(phrase.core))
    return known or ""


def may_be(function: str, member: Member) -> bool:
    """Says whether somebody may be described by a function: not where another one was given before."""
    same = member.phrase.head == function
    named = member.speaker.kind is SpeakerKind.NAMED and member.speaker.name[:1].isupper()
    return same or named


def contradicts(phrase: Phrase, member: Member) -> bool:
    """Says whether the description has a qualifying word where the earlier one has another ("the health ministry")."""
    mine, theirs = phrase.modifiers, member.phrase.modifiers
    if member.phrase.head != phrase.head or not mine:
        return False
    name = member.speaker.name.lower()
    return not any(word in name or word in theirs for word in mine)


def is_so(mention: Mention, phrase: Phrase) -> bool:
    """Says whether a mention may be meant by a noun: a body must have the noun in its name."""
    return mention.kind != "body" or phrase.head in mention.name.lower()


def initials(name: str) -> str:
    """Returns the first letters of the capital words of a name."""
    words = [word for word in re.findall(r"\w+", name) if word[0].isupper()]
    return "".join(word[0] for word in words)


def is_surname(words: str, member: Member) -> bool:
    """Says whether a phrase is only the family name of somebody introduced with more words before."""
    return member.speaker.kind is SpeakerKind.NAMED and ends_name(member.speaker.name, words)


def ends_name(name: str, words: str) -> bool:
    """Says whether words are the capital end of a longer name ("Holm", "van Holm" of "Ada van Holm")."""
    longer, shorter = name.lower().split(), words.lower().split()
    capital = words.rpartition(" ")[2][:1].isupper()
    return 0 < len(shorter) < len(longer) and longer[-len(shorter) :] == shorter and capital


def first(found: Iterable[T]) -> T | None:
    """Returns the first of some things, None if there are none."""
    return next(iter(found), None)


def last(found: Iterable[T]) -> T | None:
    """Returns the last of some things, None if there are none."""
    return next(iter(reversed(list(found))), None)
