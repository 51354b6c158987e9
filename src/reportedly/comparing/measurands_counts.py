"""What a count counts, in words that stand for groups: who or what, what happened, whose, where, over which time.

Two counts are one measurand only where all of these are the same. What is not said is never filled in; a count of
which too little is said is None here, and compared by `measurands` where noun, property and place are equal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from reportedly.comparing.wordings import Wording
from reportedly.model import Figure, Mention
from reportedly.model.dates import bounds, is_edtf, parse_day
from reportedly.vocabulary.measurands import Happening, Measurands, Thing, load_measurands

COUNT = "counted"
"""First part of the key of a count."""

_NEARBY = 60
"""Characters before a figure within which its verb says whether it is planned."""

_LONG_DAYS = 60
"""Days from which on an interval counts as a time over which is added up."""

_OBJECT = re.compile(
    r"\b(?:near|around|on|against|in|into|from|with|to|of|between|for|by|at|inside|outside|along)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Ends before a party that is not the one who acts."""

_ACTING = re.compile(r"[^,;:“”\"]{0,60}")
"""What may stand between the party that acts and its figure."""

_PLACED = re.compile(
    r"\b(?:in|into|to|from|across|at|near|inside|within|on)\s(?:the\s)?(?:[a-z-]+\s){0,2}$"
)
_SUBJECTS = frozenset({"massed", "lost", "casualties", "mobilised", "stationed", "trained"})
"""Happenings whose party is the one who acts; of others it stands in the noun phrase ("Norlandish soldiers")."""
_CASUALTIES = re.compile(
    r"\bkilled,? (?:or|and) (?:wounded|injured)|\binjured or captured", re.IGNORECASE
)


class Names(Protocol):
    """What reading a measurand needs of `vocabulary.Gazetteer`."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Returns the names found in a text."""
        ...


def count_key(wording: Wording, names: Names) -> tuple[str, ...] | None:
    """Returns (COUNT, thing, happening, whose, where, over which time, mode, since), None if too little is said."""
    vocabulary, figure = load_measurands(), wording.figure
    happening = _happening(wording, vocabulary)
    thing = _thing(wording, vocabulary, happening)
    if thing is None or happening is None or _CASUALTIES.search(wording.words):
        return None
    if happening.id == "massed" and thing.of != "party":
        return None
    mentions = names.mentions(wording.words)
    whose = _owner(wording, happening, mentions) if thing.of == "party" else ""
    where = "" if happening.id == "massed" else _where(wording, mentions)
    period = _period(wording, happening, vocabulary.periods)
    if period == "event":
        day = parse_day(figure.as_of)
        period = f"on {day.isoformat()}" if day else ""
    known = bool(whose) if thing.of == "party" else bool(where)
    if not known or not period or (period.startswith("on ") and not where):
        return None
    mode = _mode(wording, vocabulary.modes, happening)
    since = _since(figure) if period == "total" else ""
    return (COUNT, thing.id, happening.id, whose, where, period, mode, since)


def count_matter(key: Sequence[str]) -> str:
    """Returns the name of a count: "troops massed at the border, Varonia"."""
    vocabulary = load_measurands()
    _, thing, happening, whose, where, period, mode, since = key
    named = f"{vocabulary.things[thing].label} {vocabulary.happenings[happening].label}"
    said = {"stock": "", "total": "in total"}.get(
        period, period if period[:3] == "on " else f"a {period}"
    )
    parts = [named, whose, where, said, mode, f"since {since}" if since else ""]
    return ", ".join(part for part in parts if part)


def _happening(wording: Wording, vocabulary: Measurands) -> Happening | None:
    figure = wording.figure
    if figure.measured_property and (told := vocabulary.happening(figure.measured_property)):
        return told
    head = (figure.measured_entity or "").rsplit(maxsplit=1)[-1:]
    if head and head[0].lower() != "lives" and (told := vocabulary.happening(head[0])):
        return told
    for group in vocabulary.happenings.values():
        if group.after.match(wording.after_noun):
            return group
    before = [
        (match.start(), group)
        for group in vocabulary.happenings.values()
        if (match := group.before.search(wording.before))
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _thing(wording: Wording, vocabulary: Measurands, happening: Happening | None) -> Thing | None:
    entity = wording.figure.measured_entity
    if entity:
        found = vocabulary.thing(entity)
        if (
            found is None
            and happening
            and wording.figure.unit == "people"
            and happening.id == "casualties"
        ):
            return vocabulary.things["troops"]
        return found
    words = re.findall(r"[\w-]+", wording.before)[-6:]
    return next((told for word in reversed(words) if (told := vocabulary.thing(word))), None)


def _owner(wording: Wording, happening: Happening, mentions: Sequence[Mention]) -> str:
    """Returns the party in the noun phrase ("Norlandish soldiers"), else the one who acts; "" if none is named."""
    start = len(wording.before)
    noun_end = len(wording.words) - len(wording.after_noun)
    inside = [m.party for m in mentions if m.party and start <= m.span.start < noun_end]
    if inside:
        return inside[-1] or ""
    if happening.id not in _SUBJECTS:
        return ""
    acting = [
        m.party
        for m in mentions
        if m.party
        and m.kind != "place"
        and m.span.end <= start
        and not _OBJECT.search(wording.words[: m.span.start])
        and _ACTING.fullmatch(wording.words, m.span.end, start)
    ]
    return (acting[-1] or "") if acting else ""


def _where(wording: Wording, mentions: Sequence[Mention]) -> str:
    """Returns the place of the figure, else the first place or state right after it."""
    if wording.figure.place:
        return wording.figure.place
    end = len(wording.before) + len(wording.figure.evidence.exact)
    for mention in mentions:
        near = end <= mention.span.start <= end + 90
        if (
            near
            and mention.kind in {"place", "state", "capital"}
            and _PLACED.search(wording.words[: mention.span.start])
        ):
            return mention.name
    return ""


def _period(wording: Wording, happening: Happening, periods: Mapping[str, re.Pattern[str]]) -> str:
    """Returns over which time is counted, by the unit or the nearest words; else what the happening usually means."""
    per = wording.figure.unit.partition("/")[2]
    if per or happening.sort == "stock":
        return per or happening.sort
    at = len(wording.before)
    found = [
        (abs(match.start() - at), name)
        for name, pattern in periods.items()
        for match in pattern.finditer(wording.words)
    ]
    if found:
        return min(found)[1]
    if happening.sort == "event" and _is_long(wording.figure.as_of):
        return "total"
    return happening.sort


def _is_long(as_of: str | None) -> bool:
    if as_of is None or as_of.startswith("..") or not is_edtf(as_of):
        return False
    start, end = bounds(as_of)
    return start is not None and end is not None and (end - start).days > _LONG_DAYS


def _mode(wording: Wording, modes: Mapping[str, re.Pattern[str]], happening: Happening) -> str:
    """Returns "planned", "added" or "" for what is; what is massed now may be massed "for a planned invasion"."""
    near = wording.before[-_NEARBY:]
    if happening.id != "massed" and _is_planned(near, wording.after, modes):
        return "planned"
    tight = f"{' '.join(wording.before.split()[-3:])} {wording.figure.evidence.exact}"
    following = " ".join(wording.after.split()[:1])
    # "More than" is a hedge.
    tight = re.sub(r"\bmore than\b", "", tight, flags=re.IGNORECASE)
    return "added" if modes["added"].search(tight) or modes["added"].search(following) else ""


def _is_planned(near: str, after: str, modes: Mapping[str, re.Pattern[str]]) -> bool:
    later = re.match(r"[^.;]{0,40}\b(?:will|would|could) ", after)
    return later is not None or modes["planned"].search(near) is not None


def _since(figure: Figure) -> str:
    """Returns the month from which on is added up, where the figure's own date says so."""
    as_of = figure.as_of
    if as_of is None or "/" not in as_of or as_of.startswith("..") or not is_edtf(as_of):
        return ""
    start, _ = bounds(as_of)
    return start.strftime("%Y-%m") if start else ""
