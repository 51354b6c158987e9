"""People in public office, and names that tell a woman from a man."""

import pytest

from reportedly.errors import VocabularyError
from reportedly.vocabulary import load_gazetteer
from reportedly.vocabulary.first_names import pronoun_of
from reportedly.vocabulary.gazetteer_spelling import other_spellings
from reportedly.vocabulary.public_life import load_public_life, read_public_life


def test_public_life_loads_with_people_and_bodies():
    """Every person has a party; spellings of one name share it."""
    people = load_public_life().people
    assert all(one.party and one.name for one in people)
    assert len({one.name for one in people}) < len(people)


@pytest.mark.parametrize("tree", [{"Varonia": {"bodies": ["Diet"]}}, {"Poland": {"kings": []}}])
def test_public_life_of_an_unknown_party_or_list_is_refused(tree):
    """The message names what is unknown."""
    with pytest.raises(VocabularyError, match=r"Varonia|kings"):
        read_public_life(tree, "invented.yaml")


def test_family_name_means_the_person_named_in_full():
    """A surname that is not enough by itself is enough once the full name has been given."""
    names = load_gazetteer()
    assert names.party_of("Harper") is None
    assert names.learn("Stephen Harper came. Harper left.").party_of("Harper") == "Canada"


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [("Anna Holm", "she"), ("Peter Holm", "he"), ("Mr Holm", "he"), ("Quill Holm", None)],
)
def test_pronoun_of_a_name(name, pronoun):
    """First names and titles tell; others leave it open."""
    assert pronoun_of(name) == pronoun


def test_other_spelling_is_found_by_consonants_and_a_different_name_is_not():
    """A name carried over through another language is the known person; one more consonant is somebody else."""
    text = "Wiktor Karłow spoke. Victor Karlov nodded. Viktor Karlsow and Rita Karlow left."
    found = list(other_spellings(text, [("Viktor Karlov", "Norland")], []))
    assert [written for written, *_ in found] == ["Victor Karlov", "Wiktor Karłow"]
    assert {(name, party) for _, name, party in found} == {("Viktor Karlov", "Norland")}
