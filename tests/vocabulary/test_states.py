"""The lists of states and organisations keep their rules."""

import pytest
from babel import Locale

from reportedly.errors import VocabularyError
from reportedly.vocabulary.organisations import load_not_names, load_organisations, load_regions
from reportedly.vocabulary.states import load_states, read_states


def test_state_names_are_cldr_short_names():
    """Every state is named as CLDR names its territory."""
    territories = Locale("en").territories
    assert {state.name: territories[state.iso] for state in load_states()} == {
        state.name: state.name for state in load_states()
    }


def test_states_cover_the_members_of_the_united_nations():
    """All 193 members and a few more are there, each code once."""
    codes = [state.iso for state in load_states()]
    assert len(set(codes)) == len(codes) >= 193


def test_two_states_with_one_word_are_refused():
    """A word that stands for two states is named in the message."""
    tree = {
        "states": [
            {"iso": "AA", "name": "Varonia"},
            {"iso": "BB", "name": "K", "aliases": ["Varonia"]},
        ]
    }
    with pytest.raises(VocabularyError, match="Varonia"):
        read_states(tree, "states.yaml")


def test_a_state_with_an_unknown_key_is_refused():
    """A misspelt key is named."""
    with pytest.raises(VocabularyError, match="capitol"):
        read_states({"states": [{"iso": "AA", "name": "Varonia", "capitol": ["X"]}]}, "states.yaml")


def test_organisations_have_each_word_once():
    """No form stands for two organisations or regions, or for a state as well."""
    words = [
        word
        for body in (*load_organisations(), *load_regions())
        for word in {body.name, *body.aliases, *body.adjectives, *body.people}
    ]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert not set(words) & {state.name for state in load_states()}
    assert load_not_names()
