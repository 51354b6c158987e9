"""Whether two statements state the same position: paraphrases do, other numbers, places and acts do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_positions import statement

from reportedly.comparing import Sameness, points_of
from reportedly.comparing.positions_judged import counting, judged_of
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


def test_points_keep_both_a_judged_same_and_a_judged_different():
    """A joins B by words; C is judged the same as B and different from A: B and C stand together, A alone."""
    words = "the return of all captured vessels"
    a, b = statement(words), statement(words, source="Wire")
    c = statement("boats back before any talks", source="Post")
    judged = Sameness(
        same=frozenset({frozenset({b.id, c.id})}), different=frozenset({frozenset({a.id, c.id})})
    )
    for rows in ((a, b, c), (c, b, a), (b, c, a)):
        points = points_of(rows, {row.id: None for row in rows}, judged)
        groups = {frozenset(s.id for s in point.statements) for point in points}
        assert groups == {frozenset({a.id}), frozenset({b.id, c.id})}


def test_points_join_what_is_judged_the_same_as_one_thing():
    """Two statements judged the same as a third, which is on another issue and not here, are one point."""
    rows = [statement(words) for words in ("neutrality for ever", "no bases on the islands")]
    pairs = frozenset(frozenset({row.id, "elsewhere"}) for row in rows)
    assert len(points_of(rows, {row.id: None for row in rows}, Sameness(same=pairs))) == 1


def test_newer_judgement_counts_where_two_contradict_each_other():
    """A is B, B is C, A is not C: not all can hold, so the oldest gives way; without contradiction all count."""
    ab, bc, ac = (frozenset(pair) for pair in ("AB", "BC", "AC"))
    assert counting([(ab, True), (bc, True), (ac, False)]) == (False, True, True)
    assert counting([(ac, False), (ab, True), (bc, True)]) == (False, True, True)
    assert counting([(ab, True), (ac, False), (bc, False)]) == (True, True, True)


@given(
    st.lists(st.tuples(st.sets(st.sampled_from("ABCDE"), min_size=2, max_size=2), st.booleans()))
)
def test_judgements_that_count_never_contradict_each_other(drawn):
    """No two that were judged different are joined by the others, and the newest always counts."""
    judgements = [(frozenset(pair), same) for pair, same in drawn]
    counted = counting(judgements)
    assert all(counted[-1:])
    kept = [one for one, counts in zip(judgements, counted, strict=True) if counts]
    judged = judged_of(*(frozenset(p for p, s in kept if s is kind) for kind in (True, False)))
    for pair, same in kept:
        assert (len({judged.who(one) for one in pair}) == 1) is same


def test_words_without_latin_letters_are_compared_without_error():
    """Words in another alphabet, or a bare share, are neither the same as others nor a reason to stop."""
    words = ("30 %", "вывод войск", "撤军")
    strange = [statement(one, start=90 * place) for place, one in enumerate(words)]
    dates = {one.id: "2031-05-01" for one in strange}
    assert len(points_of(strange, dates)) == 3
