"""Tells a wish that asks something of another side from an aim somebody pursues on its own.

Which verbs are wishes is the vocabulary's business: cues marked `weak` under the act demand.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.words import Word
from reportedly.text import word_set
from reportedly.vocabulary.act_cues import load_act_cues

_FORCE = word_set(
    "conquer conquest conquering seize seizing seizure capture capturing destroy destruction destroying dominate "
    "domination annihilate eliminate elimination defeat defeating subjugate subjugation overthrow topple invade "
    "invasion storm occupy occupying attack attacking kill bomb crush victory win eradicate erase dismember partition"
)
_GETTING = word_set(
    "gain get obtain secure receive have see regain keep retain ensure force compel persuade convince push press "
    "pressure prevent ban limit restrict stop end halt lift remove change join achieve preserve recover restore reach "
    "establish make exclude include return agree be"
)
_PLAIN = word_set("make have be keep see ensure achieve reach get return agree establish")


def asks_of_others(words: Sequence[Word], *, verb: bool = False) -> bool:
    """Says whether the object of a wish is what another side should do or give, or a good that talks are about.

    Args:
        words: the words after "want", "seek" or "want to".
        verb: whether a verb must come first, as after "want to".
    """
    low = [word.low for word in words if not word.is_sign]
    if not low or _FORCE & set(low):
        return False
    to = low.index("to") if "to" in low else -1
    if to == 0:
        low, verb = low[1:], True
    known = bool(low) and low[0] in _GETTING | load_act_cues().action_verbs
    if known:
        return low[0] in _GETTING - _PLAIN or names_good(low[1:])
    return not verb


def names_good(low: Sequence[str]) -> bool:
    """Says whether a plain verb ("to have", "to make") has an object that can be given in talks."""
    return bool(set(low[:6]) & _GOODS)


_GOODS = word_set(
    "control guarantees guarantee recognition status neutrality assurances access withdrawal sovereignty right rights "
    "lifting relief veto agreement deal ceasefire truce demilitarisation demilitarization concessions autonomy written "
    "return release compensation reparations membership ban limits"
)
