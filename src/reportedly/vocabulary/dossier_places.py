"""Finds words in a text that look like names of places which no list has; for a person to look through.

They are proposals for a dossier: nothing is decided by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.model import Mention, Span
from reportedly.vocabulary.first_names import is_first_name

GUESSED = "city"
"""The kind of place proposed where the text says none."""

_KINDS = {
    "region": "region", "oblast": "region", "province": "region", "governorate": "region", "prefecture": "region",
    "district": "district", "county": "district", "city": "city", "port": "city", "town": "town",
    "village": "village", "peninsula": "peninsula", "island": "area", "islands": "area", "strip": "area",
    "corridor": "area", "valley": "area", "delta": "area", "plateau": "area", "enclave": "area", "zone": "area",
    "river": "river", "strait": "sea", "gulf": "sea", "crossing": "site", "airport": "site",
}  # fmt: skip
_NOUNS = "|".join(_KINDS)
_WORD = r"[A-Z][\w’']+(?:-[\w’']+)*"
_NAME = rf"{_WORD}(?:[ ](?:(?:al|el|de)[ -])?{_WORD}){{0,2}}"
_BEFORE = re.compile(rf"\b({_NAME})\s+({_NOUNS}|{_NOUNS.title()})\b")
_AFTER = re.compile(rf"\b(?:the\s+)?({_NOUNS})\s+of\s+({_NAME})")
_INSIDE = re.compile(rf"\b(?:in|near|outside|around|into|from|at)\s+(?:the\s+)?({_NAME})")
_OFFICIAL = frozenset(
    {
        "region", "oblast", "province", "governorate", "prefecture", "district", "county", "city", "port", "town",
        "village",
    }
)  # fmt: skip
"""Nouns that are no part of the name even with a capital letter; others are."""

_NEVER = frozenset(
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "President", "Minister", "Prime", "Parliament", "Congress", "Council", "Government", "Ministry",
        "State", "This", "That", "These", "Those", "The", "Other", "Each", "Every", "Both", "Any", "Some",
        "English", "Russian", "Arabic", "French", "Army", "Navy",
    }
)  # fmt: skip
"""Capital words that follow "in" and "from" and begin no place."""


def find_places(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str, bool]]:
    """Yields name, kind and whether the text says the kind, of what looks like a place and is no mention."""
    taken = [mention.span for mention in mentions]
    for found in _BEFORE.finditer(text):
        noun, own = found.group(2), found.group(1).endswith("Autonomous")
        whole = noun[0].isupper() and (own or noun.lower() not in _OFFICIAL)
        span = Span(found.start(1), found.end() if whole else found.end(1))
        if _is_free(text, span, taken):
            yield span.of(text), _KINDS[noun.lower()], True
    for found in _AFTER.finditer(text):
        if _is_free(text, Span(*found.span(2)), taken):
            yield found.group(2), _KINDS[found.group(1)], True
    for found in _INSIDE.finditer(text):
        if _is_free(text, Span(*found.span(1)), taken):
            yield found.group(1), GUESSED, False


def _is_free(text: str, span: Span, taken: Sequence[Span]) -> bool:
    """Says whether words are nobody's name already, and begin like no month, office or first name."""
    first = span.of(text).split()[0]
    known = first in _NEVER or is_first_name(first)
    return not known and not any(span.meets(other) for other in taken)
