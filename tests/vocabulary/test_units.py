"""The vocabulary of amounts is checked when it is read."""

from __future__ import annotations

import copy

import pytest

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import shipped
from reportedly.vocabulary.units import FILE, MODIFIERS, load_amounts, read_amounts


def test_shipped_units_pass_their_lint() -> None:
    """The file that is shipped is right, and its hedges use known modifiers."""
    amounts = load_amounts()
    assert amounts.units["km2"].factor == 1e6
    assert set(amounts.hedges.values()) <= set(MODIFIERS)


def _without_a_section(tree):
    del tree["people"]


def _one_word_twice(tree):
    tree["units"]["kg"]["forms"].append("kilometer")


def _no_factor(tree):
    tree["units"]["kg"]["factor"] = 0


def _capital_form(tree):
    tree["units"]["kg"]["forms"].append("Kilo")


def _unknown_modifier(tree):
    tree["hedges"]["maybe"] = ["perhaps"]


def _falling_range(tree):
    tree["vague"]["dozens"] = [99, 24]


def _small_multiplier(tree):
    tree["multipliers"]["dozen"] = 1


@pytest.mark.parametrize(
    "break_it",
    [
        _without_a_section,
        _one_word_twice,
        _no_factor,
        _capital_form,
        _unknown_modifier,
        _falling_range,
        _small_multiplier,
    ],
)
def test_broken_units_file_is_refused(break_it) -> None:
    """Each rule has a file that breaks it."""
    tree = copy.deepcopy(shipped(FILE))
    break_it(tree)
    with pytest.raises(VocabularyError):
        read_amounts(tree)


def test_other_than_sections_is_refused() -> None:
    """A file that is a list is no vocabulary."""
    with pytest.raises(VocabularyError):
        read_amounts([])
