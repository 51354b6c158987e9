"""The history of a position, and what stood on a day."""

import pytest
from invented_positions import report, statement

from reportedly.comparing import changes_of, histories_of, matrix_of, said_by, voices_of
from reportedly.model import Act

DAILY = report("Daily", "2031-05-20")
SHEET = report("Sheet")
OFFER = statement("a ceasefire of thirty days along the river", Act.OFFER, "2031-05-01")
REFUSAL = statement("the ceasefire along the river", Act.REFUSAL, "2031-05-09", start=90)
ROWS = [REFUSAL, OFFER]


def _histories(rows):
    reports = [DAILY, SHEET]
    return histories_of(rows, reports, changes_of(rows, reports), voices_of(rows, reports))


def test_history_shows_a_change_beside_the_words_before():
    """A refusal after an offer is harder, and the words of the offer stand beside it."""
    first, second = _histories(ROWS)["Norland", "ceasefire"]
    assert (first.words, first.change, first.before) == (OFFER.text, None, None)
    assert (second.change, second.before, second.before_words) == (
        "hardened",
        OFFER.id,
        OFFER.text,
    )
    assert (second.before_date, second.before_act) == ("2031-05-01", Act.OFFER)


def test_position_hardened_later_is_not_hardened_before():
    """As of 1 May nobody had refused, so nothing had hardened; as of 9 May it had."""
    by_day = {
        day: matrix_of(_histories(said_by(ROWS, [DAILY], day))).cell("Norland", "ceasefire")
        for day in ("2031-05-01", "2031-05-09")
    }
    assert {day: (cell.act, cell.change) for day, cell in by_day.items() if cell} == {
        "2031-05-01": (Act.OFFER, None),
        "2031-05-09": (Act.REFUSAL, "hardened"),
    }


@pytest.mark.parametrize(
    ("said", "stood"),
    [
        ("2031-05-05", True),
        ("2031-05-06", False),
        ("2031-05", False),
        ("../2031-05-05", True),
        ("2031-05-01/..", False),
        (None, False),
    ],
)
def test_only_what_was_said_by_the_day_for_certain_stands(said, stood):
    """A date on both sides of the day, or none, does not place a statement before its end."""
    rows = [statement("a pause", said=said, source="Sheet")]
    assert bool(said_by(rows, [SHEET], "2031-05-05")) is stood


def test_day_is_one_day():
    """A month leaves open which day is meant, whatever there is to place."""
    with pytest.raises(ValueError, match="one day"):
        said_by([], [], "2031-05")


def test_history_says_what_its_dates_are():
    """Said, first published, or only its report's; and undated ones come last."""
    undated = statement("a pause", source="Sheet")
    bounded = statement("the guns to be withdrawn", start=40)
    entries = _histories([undated, OFFER, bounded])["Norland", "ceasefire"]
    assert [(e.words, e.basis) for e in entries] == [
        (OFFER.text, "said"),
        (bounded.text, "published"),
        (undated.text, None),
    ]


def test_history_puts_an_open_beginning_at_its_end():
    """What was said by 5 May stands after what was said on 1 May."""
    until = statement("a pause", said="../2031-05-05", start=40)
    entries = _histories([until, OFFER])["Norland", "ceasefire"]
    assert [entry.words for entry in entries] == [OFFER.text, until.text]


def test_history_keeps_condition_and_chain():
    """A condition is part of what is said."""
    bound = statement("a pause", conditions=("if the guns leave",), origin="Ana Toll")
    (entry,) = _histories([bound])["Norland", "ceasefire"]
    assert (entry.conditions, entry.origin) == (("if the guns leave",), "Ana Toll")


def test_history_has_no_statement_that_makes_no_position():
    """An accusation states nothing that its speaker wants."""
    assert _histories([statement("of breaking it", Act.ACCUSATION)]) == {}
