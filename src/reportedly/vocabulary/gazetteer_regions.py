"""Reads a name that a city and its region share as the region, where a list says so ("A, B and C oblasts")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reportedly.model import Mention
from reportedly.vocabulary.dossier import Dossier

_PLURAL = re.compile(
    r"\s+(?:oblasts|regions|provinces|districts|governorates|states)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"(?:\s|,|;|&|/|\band\b|\bor\b|\bthe\b)+")
_BEFORE_LIST = re.compile(r"\s*[—–:(,-]+\s*")


def as_regions(text: str, mentions: Sequence[Mention], dossier: Dossier | None) -> list[Mention]:
    """Returns the mentions with the names in lists of regions read as regions."""
    found = list(mentions)
    regions = _regions(dossier) if dossier else {}
    if not regions or dossier is None:
        return found
    groups = {group.name for group in dossier.groups}
    for at, mention in enumerate(found):
        if mention.name in groups:
            _rename(text, found, at, regions, step=1)
        elif mention.name in regions and _PLURAL.match(text, mention.span.end):
            found[at] = replace(mention, name=regions[mention.name])
            _rename(text, found, at, regions, step=-1)
    return found


@lru_cache(maxsize=8)
def _regions(dossier: Dossier) -> dict[str, str]:
    """Returns the region of each name that it shares its first words with, its own name included."""
    regions: dict[str, str] = {}
    for place in dossier.places:
        if place.kind == "region":
            regions |= {place.name: place.name, place.name.rpartition(" ")[0]: place.name}
    return {name: region for name, region in regions.items() if name}


def _rename(
    text: str, found: list[Mention], at: int, regions: dict[str, str], *, step: int
) -> None:
    """Renames the members of a list that begins after (step 1) or ends before (step -1) a mention."""
    joint = _BEFORE_LIST if step == 1 else _BETWEEN
    while 0 <= at + step < len(found):
        left, right = sorted((found[at], found[at + step]), key=lambda one: one.span)
        if not joint.fullmatch(text, left.span.end, right.span.start):
            return
        at += step
        if found[at].name not in regions:
            return
        found[at] = replace(found[at], name=regions[found[at].name])
        joint = _BETWEEN
