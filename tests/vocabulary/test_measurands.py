"""The words by which reports say that they count the same thing, and the ranges of exchange rates."""

from __future__ import annotations

import re

import pytest

from reportedly.errors import VocabularyError
from reportedly.vocabulary.exchange import exchanged, read_exchange
from reportedly.vocabulary.measurands import load_measurands, read_measurands

NOUN = re.compile(r"[\d,]+ (?P<noun>[\w’ -]+)")


@pytest.mark.parametrize("group", load_measurands().things.values(), ids=lambda group: group.id)
def test_examples_of_things_are_read_as_their_group(group) -> None:
    """The noun phrase after the number leads to the group it is an example of."""
    for example in group.examples:
        match = NOUN.fullmatch(example)
        assert match, example
        found = load_measurands().thing(match["noun"])
        assert found is group, example


@pytest.mark.parametrize("group", load_measurands().happenings.values(), ids=lambda group: group.id)
def test_examples_of_happenings_are_read_as_their_group(group) -> None:
    """Word, words before or words after lead to the group, and nothing else does before it."""
    for example in group.examples:
        before, _, after = re.split(r"(\d[\d,]*)", example)[:3]
        after = re.sub(r"^ (?:people|soldiers|troops|children|tanks|reservists|lives)\b", "", after)
        noun = after.split()[:1]
        own = (
            group.before.search(before)
            or group.after.match(after)
            or (noun and noun[0] in group.words)
        )
        assert own, example


@pytest.mark.parametrize("purpose", load_measurands().purposes.values(), ids=lambda one: one.id)
def test_examples_of_purposes_are_read_as_the_narrowest(purpose) -> None:
    """Military aid is aid, but is read as military aid."""
    for example in purpose.examples:
        first = next(p for p in load_measurands().purposes.values() if p.words.search(example))
        assert first is purpose, example


def test_soldiers_wounded_and_killed_are_two_happenings() -> None:
    """What must never be one measurand is in two groups."""
    words = load_measurands()
    groups = [
        words.happening(one) for one in ("killed", "wounded", "casualties", "lost", "captured")
    ]
    assert len({group.id for group in groups if group}) == 5


@pytest.mark.parametrize(
    "change",
    [
        {"things": {}, "extra": 1},
        {"things": {"a": {"label": "a", "of": "moon", "words": ["x"], "examples": ["1 x"]}}},
        {
            "things": {
                "a": {"label": "a", "of": "place", "words": ["x"], "examples": ["1 x"]},
                "b": {"label": "b", "of": "place", "words": ["x"], "examples": ["1 x"]},
            }
        },
        {"modes": {"planned": "("}},
    ],
)
def test_file_that_breaks_a_rule_is_refused(change) -> None:
    """Unknown sections or owners, a word in two groups and broken patterns make a noise."""
    tree = {"things": {}, "happenings": {}, "modes": {}, "periods": {}, "purposes": {}} | change
    with pytest.raises(VocabularyError):
        read_measurands(tree)


def test_rates_are_the_same_from_both_sides() -> None:
    """A euro in dollars is one over a dollar in euros; unknown currencies have no rate."""
    low, high = exchanged("EUR", "USD") or (0, 0)
    back_low, back_high = exchanged("USD", "EUR") or (0, 0)
    assert (low, high) == pytest.approx((1 / back_high, 1 / back_low))
    assert exchanged("BTC", "USD") is None


@pytest.mark.parametrize(
    "tree", [[], {"USD": [1, 2]}, {"USD": [1, 1], "km2": [1, 2]}, {"USD": [1, 1], "EUR": [2, 1]}]
)
def test_broken_rates_are_refused(tree) -> None:
    """The dollar is 1, units are of money, bounds ascend."""
    with pytest.raises(VocabularyError):
        read_exchange(tree)
