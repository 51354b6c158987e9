"""What one report adds to the others."""

import pytest
from invented_positions import report, statement

from reportedly.comparing import novelty, positions_of
from reportedly.model import Act

OLD = report("Old", "2031-05-01")
NEW = report("New", "2031-05-09")
UNDATED = report("Sheet")
REPORTS = (OLD, NEW, UNDATED)
ROWS = (
    statement("a ceasefire of thirty days", Act.OFFER, source="Old", origin="Institute"),
    statement("a ceasefire of thirty days, again", Act.OFFER, source="New", origin="Institute"),
    statement("all prisoners", Act.DEMAND, issues=("prisoners",), source="New", origin="Ana Toll"),
    statement("neutrality for ever", Act.DEMAND, issues=("alliances",), source="Sheet"),
)
POSITIONS = positions_of(ROWS, REPORTS)


def test_novelty_tells_new_from_repeated():
    """The offer was known, the demand is new, and so is its origin."""
    found = novelty("New", REPORTS, ROWS, (), POSITIONS)
    acts = {p.id: p.act for p in POSITIONS}
    assert [acts[i] for i in found.new_positions] == [Act.DEMAND]
    assert [acts[i] for i in found.repeated_positions] == [Act.OFFER]
    assert found.new_origins == ("Ana Toll",)
    assert found.dated
    assert not found.relays_only


def test_novelty_of_an_undated_report_is_never_new():
    """It may add to the ledger, but is not dated and so never news; what only it states is apart."""
    found = novelty("Sheet", REPORTS, ROWS, (), POSITIONS)
    assert not found.dated
    assert (found.new_positions, found.new_figures, found.new_origins) == ((), (), ())
    assert len(found.undated_positions) == 1


def test_novelty_of_a_dated_report_has_nothing_apart():
    """The fields for undated reports stay empty."""
    found = novelty("New", REPORTS, ROWS, (), POSITIONS)
    assert (found.undated_positions, found.undated_figures, found.undated_origins) == ((), (), ())


def test_novelty_of_a_mere_relay_is_told():
    """All its statements come from an origin that is known already."""
    rows = (ROWS[0], ROWS[1])
    assert novelty("New", REPORTS, rows, (), positions_of(rows, REPORTS)).relays_only


def test_novelty_of_an_unknown_report_fails():
    """An id that is not in the ledger is an error."""
    with pytest.raises(KeyError):
        novelty("nowhere", REPORTS, ROWS, (), POSITIONS)
