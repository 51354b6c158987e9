"""Numbers of a statement: words and digits are one number; dates, years and names are none."""

import pytest
from invented_positions import report, statement

from reportedly.comparing import Sameness, changes_of
from reportedly.comparing.positions_numbers import DATE, numbers_of
from reportedly.model import Act
from reportedly.vocabulary.dossier import Dossier, Group, Place


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("two million rounds", "2 million rounds", ("2000000", "")),
        ("2,000,000 rounds", "2m rounds", ("2000000", "")),
        ("twenty-five vessels", "25 vessels", ("25", "")),
        ("twenty five vessels", "25 vessels", ("25", "")),
        ("a hundred and twenty guns", "120 guns", ("120", "")),
        ("2.5 million euros", "2,500 thousand euros", ("2500000", "")),
        ("within thirty days", "a 30-day truce", ("30", "day")),
        ("15 per cent of it", "fifteen percent of it", ("15", "%")),
    ],
)
def test_words_and_digits_are_one_number(first, second, number):
    """However it is written."""
    assert numbers_of(first) == numbers_of(second) == {number}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a withdrawal by 2030", set()),
        ("from 2029 to 2031 troops leave", set()),
        ("the return of 2000 soldiers", {("2000", "")}),
        ("the return of 2,030 soldiers by 2030", {("2030", "")}),
        ("40 vessels by 12.05.2031", {("40", ""), ("12.05.2031", DATE)}),
        ("elections on May 9", {("9 may", DATE)}),
        ("elections on the 9th of May 2031", {("9 may", DATE)}),
        ("the one that left thousands of men", set()),
        ("points 1.2.3 of the plan", {("1.2.3", "")}),
    ],
)
def test_years_and_days_of_the_calendar_are_no_amounts(text, numbers):
    """A year counts nothing; a day is kept apart as one."""
    assert numbers_of(text) == numbers


NAMES = ("Ansel", "Brenna", "Lissow", "Mirn")
LAKES = Dossier(
    "lakes",
    "Lakes",
    places=tuple(Place(name, kind="region") for name in NAMES),
    groups=(Group("the Lake region", ("the 4 lakes", "northern districts"), NAMES),),
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("troops leave the Lake region within 30 days", {("30", "day")}),
        ("recognition of the 4 lakes and 20 vessels", {("20", "")}),
        ("troops leave the four northern districts", set()),
    ],
)
def test_numbers_beside_a_group_count_and_those_of_it_do_not(text, numbers):
    """A group counts its own members, whatever its name; other numbers of the sentence stay."""
    matter = Sameness.of(LAKES).matter(statement(text))
    assert matter.numbers == numbers
    assert matter.names & Sameness.of(LAKES).reader.groups.keys()


def test_other_date_is_another_position_but_no_amount_that_moved():
    """A vote in May and a vote in June are two; neither asks for more."""
    rows = [
        statement(f"a vote in every district on {day}", Act.DEMAND, said)
        for day, said in (("12.05.2031", "2031-04-01"), ("19.06.2031", "2031-04-09"))
    ]
    assert Sameness().likelihood(*rows) == 0
    kinds = {c.kind for c in changes_of(rows, [report("Daily", "2031-04-20")])}
    assert not kinds & {"hardened", "softened", "repeated"}
