"""Whose act it is where several act together, or where a side is meant and not named."""

from __future__ import annotations

import pytest
from told import Told

from reportedly.model import Act


def held(told: Told) -> set[tuple[str | None, str | None]]:
    """Holder and target of every row."""
    return {(one.holder, one.target) for one in told.statements()}


def test_resolve_two_who_agree_hold_it_both_with_each_other_for_a_target() -> None:
    """An agreement of two is a position of each; the words and the evidence are the same."""
    told = Told("Norway and Chile agreed to reopen the port.")
    told.add("Norway and Chile", "agreed", "to reopen the port", act=Act.AGREEMENT)
    rows = told.statements()
    assert held(told) == {("Norway", "Chile"), ("Chile", "Norway")}
    assert len({one.id for one in rows}) == 2
    assert len({one.evidence for one in rows}) == 1


def test_resolve_three_who_demand_hold_it_each() -> None:
    """None of three is the target of another."""
    told = Told("Norway, Chile and Peru called for sanctions.")
    told.add("Norway, Chile and Peru", "called for", "sanctions", act=Act.DEMAND)
    assert held(told) == {("Norway", None), ("Chile", None), ("Peru", None)}


def test_resolve_an_assessment_of_two_is_one_row() -> None:
    """What nobody demands, offers or refuses is nobody's position."""
    told = Told("Norway and Chile said the port was quiet.")
    told.add("Norway and Chile", "said", "the port was quiet", act=Act.ASSESSMENT)
    assert len(told.statements()) == 1


@pytest.mark.parametrize("source", ["Both sides", "The two countries", "both governments"])
@pytest.mark.parametrize("break_", [" ", "\n\n"])
def test_resolve_both_sides_are_the_only_two_named_before(source: str, break_: str) -> None:
    """In the paragraph or, where it names nobody before, in the one above; where they met is no side."""
    told = Told(
        f"Norwegian envoys met those of Chile in Peru.{break_}{source} agreed to reopen the port."
    )
    told.add(source, "agreed", "to reopen the port", act=Act.AGREEMENT)
    assert held(told) == {("Norway", "Chile"), ("Chile", "Norway")}


def test_resolve_both_sides_are_unknown_among_three() -> None:
    """Nobody is guessed where three are named."""
    told = Told("Norway, Chile and Peru met. Both sides agreed to reopen the port.")
    told.add("Both sides", "agreed", "to reopen the port", act=Act.AGREEMENT)
    assert held(told) == {(None, None)}


def test_resolve_its_minister_after_his_words_is_of_the_side_named_in_them() -> None:
    """What is said comes first, and names one side alone; a side of the sentence before is not meant."""
    told = Told("Chile held talks. Norway will not sign the treaty, its minister said.")
    told.add("its minister", "said", "Norway will not sign the treaty", act=Act.REFUSAL)
    (one,) = told.statements()
    assert (one.speaker.party, one.holder) == ("Norway", "Norway")
