"""What a pronoun, a description or an abbreviation points back to."""

from __future__ import annotations

from told import Told

from reportedly.model import Act, SpeakerKind


def test_resolve_pronoun_means_who_spoke_not_who_was_spoken_of() -> None:
    """A person named in somebody's words, or after a preposition, is not "he"."""
    told = Told(
        "French Foreign Minister Luc Arnaud said Polish Prime Minister Jan Kos would come. He added that tea was ready."
    )
    told.add(
        "French Foreign Minister Luc Arnaud", "said", "Polish Prime Minister Jan Kos would come"
    )
    told.add("He", "added", "tea was ready")
    assert told.statements()[-1].speaker.name == "Luc Arnaud"


def test_resolve_she_is_not_a_man() -> None:
    """A first name that tells a man rules him out."""
    told = Told(
        "French Foreign Minister Anna Arnaud smiled. Polish Prime Minister Peter Kos smiled. She said tea was ready."
    )
    told.add("She", "said", "tea was ready")
    assert told.statements()[0].speaker.name == "Anna Arnaud"


def test_resolve_the_ministry_is_the_one_called_so_before() -> None:
    """A body that has not spoken yet is found by its fuller name."""
    told = Told("The Polish Ministry of Trade met envoys. The ministry said tea was ready by noon.")
    told.add("The ministry", "said", "tea was ready by noon")
    (one,) = told.statements()
    assert (one.speaker.kind, one.speaker.party) == (SpeakerKind.BODY, "Poland")


def test_resolve_abbreviation_is_the_body_it_stands_for() -> None:
    """The letters in brackets after a side's body are its name from then on."""
    told = Told("The Polish Harbour Guard (PHG) was founded. The PHG said that no ship had come.")
    told.add("The PHG", "said", "no ship had come")
    assert told.statements()[0].speaker.party == "Poland"


def test_resolve_his_government_is_of_his_side() -> None:
    """A possessive pronoun gives the side of its owner."""
    told = Told("French President Luc Arnaud said that his government demands an apology at once.")
    outer = told.add(
        "French President Luc Arnaud", "said", "his government demands an apology at once"
    )
    told.add("his government", "demands", "an apology at once", act=Act.DEMAND, parent=outer)
    assert "France" in {one.holder for one in told.statements()}


def test_statement_second_act_on_the_same_words_has_an_id_of_its_own() -> None:
    """Two acts on one stretch are two rows; the first keeps the id it has alone."""
    words = "we demand and offer free passage for all"
    alone = Told(f"Poland said {words}.")
    alone.add("Poland", "said", words, act=Act.DEMAND)
    both = Told(f"Poland said {words}.")
    one = both.add("Poland", "said", words, act=Act.DEMAND)
    both.propositions[one.id].append(
        type(both.propositions[one.id][0])(both.span(words), Act.OFFER)
    )
    rows = both.statements()
    assert {row.act for row in rows} == {Act.DEMAND, Act.OFFER}
    assert len({row.id for row in rows}) == len(rows) == 2
    assert alone.statements()[0].id in {row.id for row in rows}


def test_resolve_the_same_source_is_the_same_and_another_is_not() -> None:
    """A source called the same points back; another official is somebody new."""
    told = Told(
        "A source in the port said tea was late. The same source said milk was late. "
        "A Polish official said bread was ready. Another official said salt was ready."
    )
    told.add("A source in the port", "said", "tea was late")
    told.add("The same source", "said", "milk was late")
    told.add("A Polish official", "said", "bread was ready")
    told.add("Another official", "said", "salt was ready")
    names = [one.speaker.name for one in told.statements()]
    assert names == ["a source in the port"] * 2 + ["a Polish official", "another official"]


def test_resolve_an_appeal_is_its_speakers_not_the_addressees() -> None:
    """Whom a speaker turns to in his own words is not who speaks."""
    words = "I appeal to President Jan Kos: open the harbour"
    told = Told(f"French President Luc Arnaud said: {words}. Polish President Jan Kos was silent.")
    told.add("French President Luc Arnaud", "said", words, act=Act.DEMAND)
    (one,) = told.statements()
    assert (one.speaker.name, one.holder) == ("Luc Arnaud", "France")


def test_resolve_person_keeps_the_side_of_the_first_introduction() -> None:
    """A name alone has the side that its body gave it before."""
    told = Told(
        "The head of the Polish harbour office in Cairo, Ada van Holm, said tea was late. "
        "Van Holm said milk was late."
    )
    told.add(
        "The head of the Polish harbour office in Cairo, Ada van Holm,", "said", "tea was late"
    )
    told.add("Van Holm", "said", "milk was late")
    assert {one.speaker.party for one in told.statements()} == {"Poland"}


def test_resolve_title_of_a_body_goes_with_the_name_after_it() -> None:
    """A minister of something is the person; an adviser to a president is somebody else."""
    told = Told(
        "Polish Harbour Minister Jan Kos smiled. Minister of Public Harbours Jan Kos said tea was late. "
        "An adviser to President Jan Kos said milk was late."
    )
    told.add("Minister of Public Harbours Jan Kos", "said", "tea was late")
    told.add("An adviser to President Jan Kos", "said", "milk was late")
    kinds = [one.speaker.kind for one in told.statements()]
    assert kinds == [SpeakerKind.NAMED, SpeakerKind.ANONYMOUS_OFFICIAL]


def test_resolve_statement_on_its_site_has_the_side_of_the_ministry() -> None:
    """A document or spokesman of "the ministry" is of the ministry named before, across no full stop."""
    told = Told(
        "Ships left Cairo. The Polish Trade Ministry was closed. "
        "A statement on the ministry's website said tea was late. A ministry spokesman said milk was late."
    )
    told.add("A statement on the ministry's website", "said", "tea was late")
    told.add("A ministry spokesman", "said", "milk was late")
    assert [one.speaker.party for one in told.statements()] == ["Poland", "Poland"]


def test_resolve_officials_are_those_of_the_place_the_paragraph_begins_with() -> None:
    """The scene says whose unnamed officials are, however senior; without a scene nobody knows."""
    told = Told(
        "In Warsaw, a bridge fell. Nobody was hurt, senior officials said.\n\nTea was late, diplomats said."
    )
    told.add("senior officials", "said", "Nobody was hurt")
    told.add("diplomats", "said", "Tea was late")
    assert [one.speaker.party for one in told.statements()] == ["Poland", None]
