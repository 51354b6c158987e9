"""What goes in comes out, once, whole, and with the time it was first seen."""

import logging
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_cases import LATER, NOON, original_of, understood, with_statements

from reportedly.errors import LedgerError, NotVerbatim, UnknownRow
from reportedly.ledger import Run, Selection
from reportedly.model import Act, Span, Understood, report_id, take_evidence


def test_added_rows_come_back_equal(ledger):
    """Report, attributions, statements and figures are the very records that were added."""
    one = understood()
    assert ledger.add(one, collected=NOON, original=original_of(1))
    assert ledger.reports() == [one.report]
    assert tuple(ledger.attributions()) == one.attributions
    assert tuple(ledger.statements()) == one.statements
    assert tuple(ledger.figures()) == one.figures


def test_original_comes_back_byte_for_byte(ledger):
    """The bytes a report was read from are kept."""
    one = understood()
    ledger.add(one, collected=NOON, original=original_of(1))
    assert ledger.original(one.report.origin_digest) == original_of(1)
    with pytest.raises(UnknownRow):
        ledger.original("0" * 64)


def test_same_report_twice_is_one(ledger):
    """Adding again adds no row; the first sighting stays, the last one moves."""
    one = understood()
    assert ledger.add(one, collected=NOON)
    counts = ledger.counts()
    assert not ledger.add(one, collected=LATER)
    assert ledger.counts() == counts
    for row in (one.report, *one.statements, *one.figures, *one.attributions):
        seen = ledger.sighting(row.id)
        assert (seen.first_seen, seen.last_seen) == (NOON, LATER)
    assert ledger.collected(one.report.id) == NOON


def test_report_understood_anew_has_the_new_rows(ledger):
    """A better reading replaces rows, and a row that comes back keeps its first sighting."""
    one = understood()
    ledger.add(one, collected=NOON)
    fewer = replace(with_statements(one, act=Act.OFFER), figures=())
    fewer = replace(fewer, statements=fewer.statements[:1])
    ledger.add(fewer, collected=LATER)
    assert tuple(ledger.statements()) == fewer.statements
    assert ledger.figures() == []
    ledger.add(one, collected=LATER)
    assert tuple(ledger.statements()) == one.statements
    assert ledger.sighting(one.statements[-1].id).first_seen == NOON


def test_copy_without_date_leaves_the_dated_report(ledger):
    """A poorer copy from another file takes nothing away, and is known by its file too."""
    dated, copy = (
        understood(2),
        understood(2, file="copy.txt", published=None, origin_digest="f" * 64),
    )
    ledger.add(dated, collected=NOON)
    assert not ledger.add(copy, collected=LATER)
    assert ledger.reports() == [dated.report]
    assert tuple(ledger.statements()) == dated.statements
    assert ledger.find_report("copy.txt") == dated.report


def test_dated_copy_replaces_the_undated_report(ledger):
    """A richer copy from another file is taken over with its rows."""
    dated, copy = (
        understood(2),
        understood(2, file="copy.txt", published=None, origin_digest="f" * 64),
    )
    ledger.add(copy, collected=NOON)
    ledger.add(dated, collected=LATER)
    assert ledger.reports() == [dated.report]
    assert ledger.collected(dated.report.id) == NOON


def test_words_that_do_not_stand_there_are_refused(ledger):
    """A row whose evidence is not verbatim in its report is never stored, nor is its report."""
    one = understood()
    bad = replace(take_evidence(one.report.text, Span(0, 8)), exact="Envoy of")
    with pytest.raises(NotVerbatim, match="Envoy of"):
        ledger.add(with_statements(one, evidence=bad), collected=NOON)
    assert ledger.counts()["reports"] == 0


def test_rows_of_another_report_are_refused(ledger):
    """Rows and their report come together."""
    one, two = understood(1), understood(2)
    with pytest.raises(NotVerbatim, match="rows of report"):
        ledger.add(replace(one, figures=two.figures), collected=NOON)


def test_rows_that_refer_to_nothing_are_refused_as_a_whole(ledger):
    """A statement of an attribution that is not there leaves the ledger as it was."""
    ledger.add(understood(1), collected=NOON)
    before = ledger.counts()
    with pytest.raises(LedgerError, match="Nothing of this report was stored"):
        ledger.add(with_statements(understood(2), attribution="a0"), collected=NOON)
    assert ledger.counts() == before


def test_two_rows_of_one_id_are_one_and_named(ledger, caplog):
    """The first of two rows with one id is kept, and the log says so."""
    one = understood()
    twice = replace(one, statements=(*one.statements, one.statements[0]))
    with caplog.at_level(logging.WARNING):
        ledger.add(twice, collected=NOON)
    assert tuple(ledger.statements()) == one.statements
    assert one.statements[0].id in caplog.text


def test_runs_count_what_they_brought(ledger):
    """Each clock reading is one run, with the reports that were new and those met again."""
    for number, collected in ((1, NOON), (2, NOON), (2, LATER)):
        ledger.add(understood(number), collected=collected)
    assert ledger.runs() == [Run(NOON, 2, 0), Run(LATER, 0, 1)]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=st.text(max_size=20), words=st.text(min_size=1, max_size=60))
def test_any_words_come_back_equal(ledger, title, words):
    """Signs of all scripts, line ends and control characters are kept."""
    report = replace(
        understood().report, id=report_id(title, words), title=title, text=words, caveats=()
    )
    ledger.add(Understood(report, (), (), ()), collected=NOON)
    assert ledger.reports(Selection(report=report.id)) == [report]


def test_original_of_another_report_is_refused(ledger):
    """Bytes are stored under their own digest or not at all."""
    with pytest.raises(ValueError, match="others by their digest"):
        ledger.add(understood(1), collected=NOON, original=b"other bytes")
    assert ledger.counts()["originals"] == 0


def test_report_without_rows_is_stored(ledger):
    """A report in which nothing was found is still a report."""
    bare = replace(understood(), attributions=(), statements=(), figures=())
    assert ledger.add(bare, collected=NOON)
    assert ledger.reports() == [bare.report]


def test_forgotten_report_leaves_nothing(ledger):
    """Report, rows, sightings and original are gone; other reports stay."""
    one, two = understood(1), understood(2)
    ledger.add(one, collected=NOON, original=original_of(1))
    ledger.add(two, collected=NOON, original=original_of(2))
    ledger.forget(one.report.id)
    assert ledger.reports() == [two.report]
    assert ledger.counts()["originals"] == 1
    assert ledger.search('"speech 1"') == []
    with pytest.raises(UnknownRow):
        ledger.sighting(one.statements[0].id)
    with pytest.raises(UnknownRow):
        ledger.forget(one.report.id)


def test_original_shared_by_two_reports_stays_with_the_other(ledger):
    """Two articles of one page: forgetting one keeps the page."""
    page = original_of(1)
    one, two = understood(1), understood(2, origin_digest=understood(1).report.origin_digest)
    ledger.add(one, collected=NOON, original=page)
    ledger.add(two, collected=NOON, original=page)
    ledger.forget(one.report.id)
    assert ledger.original(two.report.origin_digest) == page
    assert ledger.reports(Selection()) == [two.report]
