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
    ],
)
def test_what_measures_nothing_makes_no_row(text) -> None:
    """Telephone numbers, addresses, scores, labels and pronouns are no figures."""
    assert figure_rows(text) == []
