"""Tells the state that a report is at home in, whose ministers and police it names without saying whose they are.

Places near a phrase are read in `setting`; this is about the report as a whole, and it leaves open what is not plain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportedly.model import Mention

_OFFICE = re.compile(
    r"(?:\b(?:Prime|Foreign|Defen[cs]e|Interior|Finance|Health|Education|Home|Justice|Energy|Deputy|Agriculture)\s+)"
    r"(?:\w+\s+){0,3}?(?:Minister|Secretary)\s+(?:[A-Z][\w’'-]+\s+)?$"
    r"|\b(?:Treasurer|Attorney General|Senator|Sen\.|Rep\.)\s+$"
)
_DATELINE = re.compile(
    r"^([A-Z]{3,}(?:[ .][A-Z]+)?)(?:, \w+\.? \w+)?,?\s*(?:\([^()\n]{2,20}\)\s*)?[-–—]", re.MULTILINE
)
_ANY_OFFICE = re.compile(
    r"\b(?:Minister|Secretary|Senator|Sen\.|Rep\.|MP|Governor|Mayor|Prosecutor|Treasurer|Commissioner|Ombudsman|Marshal"
    r"|(?:[Dd]eputy |[Pp]rime |[Ff]oreign |[Dd]efen[cs]e |[Ii]nterior )minister|governor|mayor|lawmaker|senator"
    r"|politician)"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w&’' -]{2,40}?)?,?\s+(?:[A-Z][\w’'.-]+\s+){0,2}$"
)
_SIDED = re.compile(r"(?:[’']s|\b(?:former|ex))[\s-]+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)

FEWEST = 5
"""Mentions from which a state may be the one that a report is about."""

TIMES = 3
"""How many times more often it is named than the next."""

SIDES = frozenset({"state", "adjective", "capital", "body"})


def home_of(text: str, mentions: Sequence[Mention]) -> str | None:
    """Returns the party that a report is at home in, None where that is not plain.

    First, whose ministers it names without their state, of those that every reader knows; else the state that it
    names far oftener than any other.
    """
    ministers: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for at, one in enumerate(mentions):
        if one.party is None:
            continue
        if one.kind == "person" and _is_introduced(text, mentions, at):
            ministers[one.party] += 1
        if one.kind in SIDES:
            named[one.party] += 1
    if len(ministers) == 1:
        return next(iter(ministers))
    best = named.most_common(2)
    place = _dateline(text, mentions)
    if place is not None and place in {party for party, _ in best}:
        return place
    if best and best[0][1] >= FEWEST and (len(best) == 1 or best[0][1] >= TIMES * best[1][1]):
        return best[0][0]
    return None


def _dateline(text: str, mentions: Sequence[Mention]) -> str | None:
    """Returns the side of the capital that a dateline begins the report with, None without one."""
    line = _DATELINE.search(text)
    named = (m for m in mentions if line and m.kind == "capital" and m.span.start == line.start(1))
    return next((m.party for m in named), None)


def _is_introduced(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """Says whether a person is called minister with no side before the title."""
    start = mentions[at].span.start
    office = _OFFICE.search(text, max(0, start - 60), start)
    if office is None:
        return False
    lead = text[max(0, office.start() - 30) : office.start()]
    near = at and office.start() - mentions[at - 1].span.end < 12
    return not _SIDED.search(lead) and not (near and mentions[at - 1].kind != "person")


def holds_office(text: str, place: int) -> bool:
    """Says whether a name at a place is called a minister, member of parliament or the like, of no side named there."""
    office = _ANY_OFFICE.search(text, max(0, place - 90), place)
    if office is None:
        return False
    return not _SIDED.search(text[max(0, office.start() - 30) : office.start()])
