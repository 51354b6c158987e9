"""Sides, armed groups and bodies are learnt from the text that names them, and nothing else is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.vocabulary import load_gazetteer

GENERAL = load_gazetteer()


def parties(text):
    """Returns the parties of the mentions once the text has been learnt from."""
    return {m.party for m in GENERAL.learn(text).mentions(text) if m.party}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "On Monday Kestrian Foreign Minister Viktor Drane said that Kestria would wait.",
            "Kestria",
        ),
        ("He met Sudlandic officials. The Sudlandic army has left Sudland, they say.", "Sudland"),
        ("The Norlandish government and the Norlandish army wait in Norland.", "Norland"),
        ("He read the Zarovian memorandum to Zarovian negotiators.", "Zarovian"),
        ("The Prime Minister of Sudria Ivo Tarn spoke of the truce.", "Sudria"),
        ("Sudria's foreign minister left. In the capital, nobody in Sudria knew.", "Sudria"),
    ],
)
def test_unknown_side_is_learnt_by_its_name(text, party):
    """The name in the text is the party's, the adjective where there is no name."""
    assert parties(text) == {party}


def test_learnt_side_has_its_people_and_phrases():
    """People and phrases belong to a learnt side as they do to a known one."""
    text = "Kestrian Foreign Minister Viktor Drane said that Kestria would wait. Kestrian forces wait too."
    learnt = GENERAL.learn(text)
    assert learnt.party_of("Drane") == "Kestria"
    assert learnt.party_of("a senior Kestrian official") == "Kestria"
    assert GENERAL.party_of("a senior Kestrian official") is None


@pytest.mark.parametrize(
    "text",
    [
        "The Christian leaders met Christian Democratic President Ann Roe and Christian forces.",
        "Democratic leaders and Democratic officials met the Republican leadership.",
        "Quanta's president spoke. Ann Roe, president of Quanta & Sons, and the Quanta delegation agreed.",
        "Ivan Sorish spoke. The Sorish government fell, and the Sorish administration went.",
        "In September troops moved. The Soviet army and the Soviet government are history.",
        "The Veridian government fell; veridian is a colour. Veridian forces left.",
    ],
)
def test_other_words_name_no_side(text):
    """Faiths, ideologies, firms, surnames and plain words are no sides."""
    assert parties(text) == set()


def test_known_state_keeps_its_name():
    """An adjective made of a known state's name, or misspelt by a letter, is that state's."""
    assert parties("The Ukranian army and Ukranian officials moved.") == {"Ukraine"}


def test_armed_group_is_learnt_with_its_short_name():
    """The abbreviation that a text gives is the party's name."""
    text = "The Mirn Liberation Front (MLF) took the town. The MLF said that it would stay."
    assert parties(text) == {"MLF"}
    assert GENERAL.learn(text).party_of("a spokesman for the MLF") == "MLF"
    assert parties("The Arvel National Resistance Movement denied it.") == {
        "Arvel National Resistance Movement"
    }


def test_think_tank_is_learnt_with_its_abbreviation():
    """A body formed like a think tank is one; its abbreviation and "the institute" stand for it."""
    text = (
        "The Institute for Canal Studies (ICS) wrote so. ICS doubts it, and the institute says why."
    )
    found = [m for m in GENERAL.learn(text).mentions(text) if m.kind == "think tank"]
    assert {m.name for m in found} == {"Institute for Canal Studies"}
    assert [m.span.of(text) for m in found][-2:] == ["ICS", "the institute"]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_learning_never_fails(text):
    """Any text can be learnt from, and mentions lie within it."""
    for found in GENERAL.learn(text).mentions(text):
        assert text[found.span.start : found.span.end]
