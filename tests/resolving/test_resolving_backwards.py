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
