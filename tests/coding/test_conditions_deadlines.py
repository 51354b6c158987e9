"""Words of conditions and deadlines are found with their reach."""

import pytest

from reportedly.coding.conditions import find_conditions, find_deadline
from reportedly.model import Span


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("a truce only after Sudria leaves, he said", "only after Sudria leaves"),
        ("unless the blockade ends, nothing moves", "unless the blockade ends"),
        ("grain in exchange for fuel", "in exchange for fuel"),
        ("recognition as a condition for peace", "as a condition for peace"),
        ("no talks until the guns are silent.", "until the guns are silent"),
        ("provided that all sign", "provided that all sign"),
    ],
)
def test_condition_reaches_to_its_clause_end(text: str, condition: str) -> None:
    """The marker and its clause are the condition."""
    assert [c.of(text) for c in find_conditions(text, Span(0, len(text)))] == [condition]


def test_even_if_is_no_condition() -> None:
    """What holds in any case is not conditional."""
    text = "we stay even if it rains"
    assert find_conditions(text, Span(0, len(text))) == ()


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("elections within 60 days of the truce, they say", "within 60 days of the truce"),
        ("leave by 1 May", "by 1 May"),
        ("a 30-day timeline for the withdrawal", "30-day timeline"),
        ("no later than Friday", "no later than Friday"),
        ("by the end of the year", "by the end of the year"),
    ],
)
def test_deadline_is_found(text: str, deadline: str) -> None:
    """Periods and dates that limit an act are deadlines."""
    found = find_deadline(text, Span(0, len(text)))
    assert found is not None
    assert found.of(text) == deadline
