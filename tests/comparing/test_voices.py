"""Whose words: the holder's own, its spokesman's, another's account, an analyst's reading."""

from dataclasses import replace

import pytest
from invented_positions import report, statement

from reportedly.comparing import Voice, positions_of, voices_of
from reportedly.comparing.voices import spokesmen_in
from reportedly.model import SpeakerKind
from reportedly.vocabulary.dossier import Dossier, Party, Person

OWN = statement("a pause", voice="own words", speaker="Ana Toll", party="Norland")


def _voice(one, text="-", spokesmen=()):
    return voices_of([one], [report("Daily", text=text)], spokesmen)[one.id]


@pytest.mark.parametrize(
    ("one", "voice"),
    [
        (OWN, Voice.OWN),
        (statement("a pause", speaker="Norland", party="Norland"), Voice.ACCOUNT),
        (statement("a pause", speaker="Ivo Tarn", party="Sudria"), Voice.ACCOUNT),
        (statement("a pause", voice="assessment", speaker="Border Institute"), Voice.ANALYST),
        (
            statement("a pause", speaker="a Norlandish spokesman", party="Norland"),
            Voice.SPOKESMAN,
        ),
        (statement("a pause", speaker="a Sudrian spokesman", party="Sudria"), Voice.ACCOUNT),
    ],
)
def test_voice_follows_who_speaks_for_whom(one, voice):
    """Norland's will in its own words, in others' and in those who speak for it."""
    assert _voice(one) is voice


def test_unnamed_official_of_the_holder_counts_as_spokesman():
    """An unnamed official of another side gives an account."""
    for party, voice in (("Norland", Voice.SPOKESMAN), ("Sudria", Voice.ACCOUNT)):
        one = statement("a pause", speaker="an official", party=party)
        kind = SpeakerKind.ANONYMOUS_OFFICIAL
        assert _voice(replace(one, speaker=replace(one.speaker, kind=kind))) is voice


@pytest.mark.parametrize(
    "text",
    [
        "Government spokeswoman Ana Toll said so.",
        "The spokeswoman for the ministry, Ana Toll, said so.",
        "The spokesperson of the foreign ministry Ana Toll said so.",
        "Ana Toll, a spokeswoman for the ministry, said so.",
        "Ana Toll, the president’s press secretary, said so.",
    ],
)
def test_spokesman_is_known_from_the_text(text):
    """However the report introduces her, before the name or after it."""
    assert _voice(OWN, text) is Voice.SPOKESMAN


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for President Ana Toll said so.",
        "The spokesman told Ana Toll so.",
        "Ana Toll, who dismissed her spokesman, said so.",
        "A spokesman said so. Ana Toll agreed.",
        "Ana Toll said so, a spokesman added.",
    ],
)
def test_one_who_has_a_spokesman_is_none(text):
    """The president's own words are hers, whoever else speaks in the report."""
    assert _voice(OWN, text) is Voice.OWN


def test_spokesman_is_known_from_the_dossier():
    """The office in the dossier is enough; others there stay who they are."""
    people = (Person("Ana Toll", role="press secretary"), Person("Rem Lask", role="president"))
    spokesmen = spokesmen_in(Dossier("talks", "Talks", (Party("Norland", "state", people=people),)))
    assert spokesmen == {"Ana Toll"}
    assert _voice(OWN, spokesmen=spokesmen) is Voice.SPOKESMAN


def test_position_tells_whose_words_it_has():
    """A spokesman's words are not the holder's own."""
    told = report("Daily", "2031-05-04", text="Spokeswoman Ana Toll said so.")
    (position,) = positions_of([OWN], [told])
    assert (position.voices, position.own_words) == (("spokesman",), False)
