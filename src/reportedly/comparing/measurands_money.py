"""What an amount of money is: aid to whom, in one package or in total, and assets that are frozen.

A package is known by its amount: two different amounts are two packages, so packages agree or are not compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.comparing.measurands_counts import Names
from reportedly.comparing.wordings import Wording
from reportedly.model import Mention
from reportedly.vocabulary.measurands import load_measurands

PACKAGE = "aid package"
TOTAL = "aid in total"
FROZEN = "frozen assets"

_FROZEN = re.compile(
    r"\b(?:frozen|immobili[sz]ed|freez(?:e|ing)(?: of)?|froze)\s(?:the\s)?"
    r"(?:[\w’'-]+\s){0,3}?(?P<assets>assets|reserves|funds)\b"
    r"|\b(?P<before>assets|reserves|funds)\s(?:[\w’'-]+\s){0,4}?(?:frozen|immobili[sz]ed)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:provid|pledg|commit|giv|gave|allocat|donat|sent|suppl|releas|contribut)\w*",
    re.IGNORECASE,
)
_WITHIN = 70
"""Characters around an amount within which its purpose stands."""


def money_key(wording: Wording, names: Names) -> tuple[str, ...] | None:
    """Returns what an amount of money is as a key that begins with one of the names above, None if it is not said."""
    mentions = [m for m in names.mentions(wording.words) if m.party and m.kind != "place"]
    unit = wording.figure.unit
    frozen = _FROZEN.search(wording.words)
    if frozen:
        owner = _owner_of_assets(wording, frozen, mentions)
        return (FROZEN, unit, owner) if owner else None
    purpose = _purpose(wording)
    if purpose is None:
        return None
    total = load_measurands().periods["total"].search(wording.words) is not None
    giver = _giver(wording, mentions)
    taker = _taker(wording, mentions, giver)
    if not taker:
        return None
    if not total:
        return (PACKAGE, unit, taker)
    if not giver or not _GIVEN.search(wording.words):
        return None
    return (TOTAL, unit, purpose, giver, taker)


def money_matter(key: Sequence[str]) -> str:
    """Returns the name of an amount: "military aid in total, Norland to Kestria, USD"."""
    if key[0] == FROZEN:
        return f"frozen assets of {key[2]}, {key[1]}"
    if key[0] == PACKAGE:
        return f"aid package for {key[2]}, {key[1]}"
    _, unit, purpose, giver, taker = key
    return f"{load_measurands().purposes[purpose].label} in total, {giver} to {taker}, {unit}"


def _purpose(wording: Wording) -> str | None:
    after = re.split(r"[;]|\band \W?\d", wording.after[:_WITHIN])[0]
    near = f"{wording.before[-_WITHIN:]} {after}"
    for words in (after, near):
        for purpose in load_measurands().purposes.values():
            if purpose.words.search(words):
                return purpose.id
    return None


def _giver(wording: Wording, mentions: Sequence[Mention]) -> str:
    """Returns the last party before the amount that is no object."""
    for mention in reversed(mentions):
        is_object = re.search(
            r"\b(?:to|for|in|against|of|on)\s(?:the\s)?$", wording.words[: mention.span.start]
        )
        if mention.span.end <= len(wording.before) and not is_object:
            return mention.party or ""
    return ""


def _taker(wording: Wording, mentions: Sequence[Mention], giver: str) -> str:
    """Returns the first party after "to" or "for", or the one given ("sending Kestria")."""
    for mention in mentions:
        if mention.party != giver and re.search(
            r"\b(?:to|for|sending|giving|help|send|give|support|replenish)\s(?:the\s)?$",
            wording.words[: mention.span.start],
        ):
            return mention.party or ""
    return ""


def _owner_of_assets(wording: Wording, frozen: re.Match[str], mentions: Sequence[Mention]) -> str:
    """Returns whose assets an amount beside them is: the party named in their phrase; "" if it is farther away."""
    start, end = len(wording.before), len(wording.words) - len(wording.after)
    if frozen.start() - end > _WITHIN or start - frozen.end() > _WITHIN:
        return ""
    named = [m for m in mentions if frozen.start() <= m.span.start <= frozen.end() + 12]
    return (named[0].party or "") if named else ""
