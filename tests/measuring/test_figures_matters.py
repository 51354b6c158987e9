"""What a number measures, and its part in a change, in sentences without a report around them."""

from __future__ import annotations

import pytest

from reportedly.measuring import figure_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sent 8,500 Norlandish troops to Arvel.", ["Norlandish troops"]),
        ("Some 12 percent of the voters stayed at home.", ["voters"]),
        ("Sales of boats rose 20 percent.", ["Sales of boats"]),
        ("They signed a $5 billion deal.", ["deal"]),
        ("A 30-year-old man was hurt.", ["man"]),
        ("Tamsel Hollin, 44, said so.", ["Tamsel Hollin"]),
        ("Kestria sent $2 billion in military aid.", ["military aid"]),
        ("The bridge, which opened in May, is 12 km long.", ["bridge"]),
        ("The firm employs 4,500 people and had revenue of €2bn.", ["people", "revenue"]),
        ("The court imposed a fine of 300 euros.", ["fine"]),
        ("The toll (40) is the highest since May.", ["toll"]),
        ("A 20% increase in sales was reported.", ["sales"]),
        ("Of these, 600 died and 400 were hurt.", [None, None]),
        ("It has twice the price and three times as many guns.", ["price", "guns"]),
        ("Varonia cut its exports of grain by a third.", ["exports of grain"]),
        ("He died at the age of 77.", [None]),
        ("Kestria gave $3 million in aid to Varonia.", ["aid to Varonia"]),
        ("It met 20 officials and advisers of the mayor.", ["officials and advisers of the mayor"]),
        ("The 41-page report names a 12-point plan.", ["report", "plan"]),
        ("They hit two home runs and left.", ["home runs"]),
        ("It spent $300 on payments to a company.", ["payments to a company"]),
        ("It found 12 boats, five of which had sunk.", ["boats", "boats"]),
        ("Some 60 percent of the 2,000 students came.", ["students", "students"]),
        ("The star is 1,000 times brighter than the sun.", ["star"]),
        ("It drew 2 million visitors, a 15 percent increase.", ["visitors", "visitors"]),
        ("It supplies a third of Varonia 's gas .", ["Varonia 's gas"]),
        ("It has sent 18 Lynx 2 tanks.", ["Lynx 2 tanks"]),
    ],
)
def test_number_measures_what_its_sentence_says(text, expected) -> None:
    """Counts measure the noun after them; money, shares and lengths what has them."""
    assert [row["measured_entity"] for row in figure_rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose from 5 to 8 percent.", [("from", "up"), ("to", "up")]),
        ("The index was up 3 points.", [("by", "up")]),
        ("Unemployment fell by a third to 4.5%.", [("by", "down"), ("to", "down")]),
        ("Exports more than doubled to $5 billion.", [("by", "up"), ("to", "up")]),
        ("They trained up 200 men.", [(None, None)]),
        ("It has 40 boats.", [(None, None)]),
    ],
)
def test_number_says_its_part_in_a_change(text, expected) -> None:
    """Where a change began, where it ended or by how much, and whether up or down."""
    rows = figure_rows(text)
    assert [(row["change_part"], row["change_direction"]) for row in rows] == expected


def test_doubling_is_two_times_and_bounded_by_its_hedge() -> None:
    """Exports that "more than doubled" are over two times what they were."""
    (row,) = figure_rows("Exports more than doubled.")
    assert (row["value"], row["unit"], row["modifier"], row["low"]) == (2, "times", "over", 2)


@pytest.mark.parametrize(
    "text",
    [
        "Call 239-555-8145 now.",
        "He lives at 405 Hollin Ave.",
        "They won 3-1 at home.",
        "It was the worst day since 9/11.",
        "See Articles 3, 10, 11 and 15.",
        "In the twenty-first century all is new.",
        "No one came.",
        "The two met.",
        "It began in the summer of '72.",
        "In the past three years, all was new.",
        "Two years after the war, they met.",
        "Broken: article 2(4) of the charter.",
        "It wants: (1) peace; and (2) bread.",
        "A two-on-two format was agreed.",
        "They broke a 12 - all tie.",
        "It marked the one-year anniversary.",
        "See https://example.org/a/?lat=51.7&lon=48 for more.",
        "The two sides met.",
    ],
)
def test_what_measures_nothing_makes_no_row(text) -> None:
    """Telephone numbers, addresses, scores, labels and pronouns are no figures."""
    assert figure_rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One in five children is poor.", [(20.0, "%")]),
        ("It rose by 12,000 to 1.4 million.", [(12000, "1"), (1400000, "1")]),
        ("It gets $5 million and three months of rent.", [(5000000, "USD"), (3, "month")]),
        ("She earned $5 million on 8 million units.", [(5000000, "USD"), (8000000, "1")]),
        ("He has 2 , 117 career points .", [(2117, "1")]),
        ("It named a 15-member board and a 41-page book.", [(15, "people"), (41, "page")]),
        ("A group of 20 senators wrote.", [(20, "people")]),
        ("The flood killed at least six.", [(6, "people")]),
        ("Two hundred were injured.", [(200, "people")]),
        ("It answered a half-dozen questions.", [(6, "1")]),
        ("Lee, who turned 40, ran.", [(40, "year")]),
        ("It killed four people and hurt ten others.", [(4, "people"), (10, "people")]),
        ("It fell to minus 10 degrees.", [(-10, "deg")]),
        ("Gold cost $1,830 an ounce.", [(1830, "USD/ounce")]),
    ],
)
def test_number_has_its_value_and_unit(text, expected) -> None:
    """Values multiplied out and never joined across words; people wherever persons are counted."""
    assert [(row["value"], row["unit"]) for row in figure_rows(text)] == expected
