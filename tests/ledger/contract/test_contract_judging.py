"""A person's judgement on two statements is kept, listed, replaced by a later one, and taken back, not deleted."""

import pytest
from ledger_cases import LATER, NOON, understood

from reportedly.errors import UnknownRow, UsageError


@pytest.fixture
def pair(ledger):
    """The ids of two statements of a ledger."""
    ledger.add(understood(1), collected=NOON)
    first, second, *_ = (s.id for s in ledger.statements())
    return first, second


def test_judgement_says_who_when_and_of_what(ledger, pair):
    """What was judged comes back, whichever of the two is named first."""
    number = ledger.judge("same", pair[::-1], who="Ana", made=NOON)
    (held,) = ledger.judgements()
    assert (held.id, held.kind, held.who, held.made) == (number, "same", "Ana", NOON)
    assert set(held.rows) == set(pair)


def test_judgement_of_the_same_two_replaces_the_earlier(ledger, pair):
    """The later one holds; the earlier stays in the ledger, marked."""
    ledger.judge("same", pair, who="Ana", made=NOON)
    ledger.judge("different", pair[::-1], who="Bo", made=LATER)
    assert [one.kind for one in ledger.judgements()] == ["different"]
    assert [one.deleted for one in ledger.judgements(all_of_them=True)] == [LATER, None]


def test_judgement_taken_back_holds_no_longer(ledger, pair):
    """It is marked, not deleted, and cannot be taken back twice."""
    number = ledger.judge("same", pair, who="Ana", made=NOON)
    ledger.take_back(number, when=LATER)
    assert ledger.judgements() == []
    assert ledger.judgements(all_of_them=True)[0].deleted == LATER
    with pytest.raises(UnknownRow):
        ledger.take_back(number, when=LATER)


def test_judgement_outlives_a_report_added_again(ledger, pair):
    """Understanding a report anew keeps what people judged."""
    ledger.judge("same", pair, who="Ana", made=NOON)
    ledger.add(understood(1), collected=LATER)
    assert len(ledger.judgements()) == 1


def test_judgement_needs_two_statements_that_are_there(ledger, pair):
    """One statement twice, an unknown one or another kind is refused, and nothing is written."""
    with pytest.raises(UsageError):
        ledger.judge("same", (pair[0], pair[0]), who="Ana", made=NOON)
    with pytest.raises(UsageError):
        ledger.judge("alike", pair, who="Ana", made=NOON)
    with pytest.raises(UnknownRow):
        ledger.judge("same", (pair[0], "nowhere"), who="Ana", made=NOON)
    assert ledger.judgements(all_of_them=True) == []
