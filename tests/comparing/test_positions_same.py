"""Whether two statements state the same position: paraphrases do, other numbers, places and acts do not."""

import pytest
from invented_positions import statement

from reportedly.comparing import Sameness, points_of
from reportedly.comparing.positions_same import SAME
from reportedly.model import Act


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "the withdrawal of all troops from the northern province",
            "all troops leave the northern provinces",
        ),
        ("to join international sanctions against Russia", "to join Western sanctions on Moscow"),
    ],
)
def test_same_survives_paraphrase(first, second):
    """Other word forms, other words of one sense, a capital for its state."""
    assert Sameness().likelihood(statement(first), statement(second)) >= SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a ceasefire of 30 days along the river", "a ceasefire of 60 days along the river"),
        ("the withdrawal of troops from France", "the withdrawal of troops from Spain"),
        ("recognition of the annexation of the valley of Ansel", "withdrawal from the Ansel"),
    ],
)
def test_same_never_joins_other_numbers_or_places(first, second):
    """However alike the rest of the words is."""
    assert Sameness().likelihood(statement(first), statement(second)) == 0


def test_same_never_joins_an_offer_and_a_refusal():
    """The same words with the opposite act are the opposite position."""
    words = "a ceasefire of 30 days along the river"
    assert Sameness().likelihood(statement(words, Act.OFFER), statement(words, Act.REFUSAL)) == 0


def test_points_follow_a_persons_judgements():
    """A person joins what words keep apart, and parts what words join."""
    one, two = (
        statement("neutrality for ever"),
        statement("no foreign bases on the islands", start=90),
    )
    pair, dates = frozenset({frozenset({one.id, two.id})}), {one.id: None, two.id: None}
    assert len(points_of([one, two], dates)) == 2
    assert len(points_of([one, two], dates, Sameness(same=pair))) == 1
    again = statement("neutrality for ever", source="Wire")
    pair, dates = frozenset({frozenset({one.id, again.id})}), {one.id: None, again.id: None}
    assert len(points_of([one, again], dates)) == 1
    assert len(points_of([one, again], dates, Sameness(different=pair))) == 2


def test_words_without_latin_letters_are_compared_without_error():
    """Words in another alphabet, or a bare share, are neither the same as others nor a reason to stop."""
    words = ("30 %", "вывод войск", "撤军")
    strange = [statement(one, start=90 * place) for place, one in enumerate(words)]
    dates = {one.id: "2031-05-01" for one in strange}
    assert len(points_of(strange, dates)) == 3
