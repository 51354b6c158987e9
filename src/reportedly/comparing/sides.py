"""Holders side by side on each issue: the latest of each act, and where acts of two holders oppose each other.

Here lives no verdict: that one demands what another refuses is told, not who is right. Differing accounts of one
party's position are found in `positions_compare`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.comparing.history import Entry, Pair
from reportedly.comparing.matrix import few_words, latest_first, matrix_of
from reportedly.comparing.positions_wording import content_words
from reportedly.comparing.voices import Voice
from reportedly.model import Act
from reportedly.model.dates import format_edtf

WANTED = frozenset({Act.DEMAND, Act.OFFER, Act.CONCESSION, Act.AGREEMENT})
"""Acts that another's refusal of the same matter stands against."""

SHARED = 2
"""Words in common, besides names, from which on two statements are taken to speak of one matter."""

SHARE = 0.5
"""Share of the shorter one's words that these must be; both set by judgement."""

_WEAK = frozenset({"includ"})


@dataclass(frozen=True, slots=True)
class Side:
    """What some holders say on one issue."""

    issue: str
    # The latest of each act of each holder, the latest first.
    entries: tuple[Entry, ...]
    # Where acts oppose each other, in words.
    opposed: tuple[str, ...]


def side_by_side(
    histories: Mapping[Pair, Sequence[Entry]],
    holders: Iterable[str],
    differing: Mapping[Pair, Sequence[str]],
    names: Iterable[str] = (),
) -> tuple[Side, ...]:
    """Returns a row for each issue on which one of the holders says something, in the order of a matrix.

    Args:
        histories: what each holder says on each issue.
        holders: whom to show.
        differing: notes of `compare_positions` on each pair.
        names: other parties, whose names in two statements do not make them one matter.
    """
    shown = tuple(holders)
    named = (*shown, *names)
    chosen = {pair: history for pair, history in histories.items() if pair[0] in shown}
    rows = []
    for issue in matrix_of(chosen).issues:
        here = {holder: chosen.get((holder, issue), ()) for holder in shown}
        entries = [entry for history in here.values() for entry in latest_acts(history)]
        notes = [note for holder in shown for note in differing.get((holder, issue), ())]
        notes += oppositions(here, named)
        rows.append(Side(issue, tuple(entries), tuple(dict.fromkeys(notes))))
    return tuple(rows)


def latest_acts(history: Iterable[Entry]) -> list[Entry]:
    """Returns the latest statement of each act of one holder, the latest first."""
    found: dict[Act, Entry] = {}
    for entry in latest_first(history):
        found.setdefault(entry.act, entry)
    return list(found.values())


def oppositions(histories: Mapping[str, Sequence[Entry]], names: Sequence[str] = ()) -> list[str]:
    """Returns where one holder refuses what another demands, offers or accepts, the latest of each two holders."""
    found = []
    for one, other in combinations(histories, 2):
        for refusing, wanting in ((one, other), (other, one)):
            pair = next(_pairs(histories[refusing], histories[wanting], names), None)
            if pair is not None:
                found.append(_note(*pair))
    return found


def _pairs(
    refusing: Sequence[Entry], wanting: Sequence[Entry], names: Sequence[str]
) -> Iterator[tuple[Entry, Entry]]:
    refused = [e for e in latest_first(refusing) if e.act is Act.REFUSAL]
    wanted = [e for e in latest_first(wanting) if e.act in WANTED]
    for left in refused:
        for right in wanted:
            if _share(left, right, names):
                yield left, right


def _share(left: Entry, right: Entry, names: Sequence[str]) -> bool:
    without = (*names, left.holder, right.holder)
    first, second = content_words(left.words, without), content_words(right.words, without)
    common = len((first & second) - _WEAK)
    return common >= SHARED and common >= SHARE * min(len(first), len(second))


def _note(refusal: Entry, wanted: Entry) -> str:
    return f"{_told(refusal)}; {_told(wanted)}."


def _told(entry: Entry) -> str:
    """Returns "Norland’s refusal (by 2 June 2031, according to Ana Toll): “any ceasefire”"."""
    day = re.sub("^until ", "by ", format_edtf(entry.date))
    day = f"reported {day}" if entry.basis == "published" else day
    teller = "" if entry.voice is Voice.OWN else f", according to {entry.speaker}"
    return f"{entry.holder}’s {entry.act} ({day}{teller}): “{few_words(entry.words)}”"
