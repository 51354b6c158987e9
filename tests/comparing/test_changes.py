"""Changes: what a later dated statement does to an earlier one."""

from dataclasses import replace

import pytest
from invented_positions import report, statement

from reportedly.comparing import changes_of, positions_of
from reportedly.model import Act

DAILY = report("Daily", "2031-05-04")
SHEET = report("Sheet")
FIRST = "a ceasefire of thirty days along the river"
SECOND = "the ceasefire along the river"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (Act.OFFER, Act.REFUSAL, "hardened"),
        (Act.DEMAND, Act.THREAT, "hardened"),
        (Act.DEMAND, Act.CONCESSION, "softened"),
        (Act.REFUSAL, Act.AGREEMENT, "softened"),
        (Act.DEMAND, Act.DEMAND, "repeated"),
    ],
)
def test_change_follows_the_order_of_acts(before, after, kind):
    """From giving way to threatening is hardened, the other way softened; both ids are kept."""
    first, second = statement(FIRST, before, "2031-05-01"), statement(SECOND, after, "2031-05-09")
    (change,) = changes_of([second, first], [DAILY])
    assert (change.kind, change.before, change.after) == (kind, first.id, second.id)


def test_change_of_another_matter_is_new_not_hardened():
    """Two statements on one issue without a word in common are not compared."""
    first = statement("monitors from abroad", Act.OFFER, "2031-05-01")
    second = statement("any pause in shelling", Act.REFUSAL, "2031-05-09")
    assert [c.kind for c in changes_of([first, second], [DAILY])] == ["new"]


def test_change_needs_dates_on_both_sides():
    """An undated statement is never new, and nothing is new against it."""
    undated = statement(FIRST, Act.OFFER, source="Sheet")
    dated = statement(SECOND, Act.REFUSAL, "2031-05-09")
    assert changes_of([undated, dated], [DAILY, SHEET]) == ()


def test_what_an_undated_report_may_say_too_is_not_new():
    """The undated one may be older; what is about another thing is new all the same."""
    first = statement("monitors from abroad", Act.OFFER, "2031-05-01")
    undated = statement(FIRST, Act.DEMAND, source="Sheet")
    later = statement(SECOND, Act.DEMAND, "2031-05-09")
    other = statement("amnesty for deserters", Act.DEMAND, "2031-05-09", start=90)
    found = changes_of([first, undated, later, other], [DAILY, SHEET])
    assert [(c.kind, c.after) for c in found] == [("new", other.id)]
    elsewhere = replace(first, issues=("borders",))
    assert changes_of([elsewhere, undated, later], [DAILY, SHEET]) == ()
    assert [c.kind for c in changes_of([elsewhere, later], [DAILY])] == ["new"]


def test_change_needs_one_date_to_end_before_the_other():
    """A month that holds the day of the other statement tells no order."""
    month = statement(FIRST, Act.OFFER, "2031-05")
    day = statement(SECOND, Act.REFUSAL, "2031-05-09")
    assert changes_of([month, day], [DAILY]) == ()


def test_change_by_an_opponents_account_moves_no_position():
    """What an opponent says of the holder is at most new, never hardened."""
    own = statement(FIRST, Act.OFFER, "2031-05-01", party="Norland")
    account = statement(SECOND, Act.REFUSAL, "2031-05-09", speaker="Bo Vey", party="Sudria")
    assert [c.kind for c in changes_of([own, account], [DAILY])] == ["new"]


def test_change_with_a_condition_is_told_as_such():
    """The same demand, now with a condition."""
    first = statement(FIRST, Act.OFFER, "2031-05-01")
    second = statement(SECOND, Act.OFFER, "2031-05-09", conditions=("if shelling stops",))
    assert [c.kind for c in changes_of([first, second], [DAILY])] == ["condition added"]


def test_change_by_taking_back_is_withdrawn():
    """A concession that drops the demand withdraws it."""
    first = statement(FIRST, Act.DEMAND, "2031-05-01")
    second = statement(
        "dropped its demand for a ceasefire along the river", Act.CONCESSION, "2031-05-09"
    )
    assert [c.kind for c in changes_of([first, second], [DAILY])] == ["withdrawn"]


def test_withdrawal_that_is_told_again_withdraws_nothing_more():
    """A demand is dropped once, by whichever act the repetition is told."""
    words = "dropped its demand for a ceasefire along the river"
    rows = [
        statement(FIRST, Act.DEMAND, "2031-05-01"),
        statement(words, Act.CONCESSION, "2031-05-09"),
        statement(f"has {words}", Act.AGREEMENT, "2031-05-12"),
    ]
    found = {c.after: c.kind for c in changes_of(rows, [DAILY])}
    assert (found[rows[1].id], found[rows[2].id]) == ("withdrawn", "repeated")


def test_change_by_a_relay_of_the_same_words_is_none():
    """The same words of a known origin on a later day are an echo, not a repetition."""
    first = statement(FIRST, Act.DEMAND, "2031-05-01", origin="Institute")
    second = statement(FIRST, Act.DEMAND, "2031-05-09", origin="Institute", source="Post")
    assert changes_of([first, second], [DAILY]) == ()


def test_position_shows_its_newest_change():
    """The position of the later act carries the change, the earlier one none."""
    rows = [statement(FIRST, Act.OFFER, "2031-05-01"), statement(SECOND, Act.REFUSAL, "2031-05-09")]
    assert {p.act: p.change for p in positions_of(rows, [DAILY])} == {
        Act.OFFER: None,
        Act.REFUSAL: "hardened",
    }
