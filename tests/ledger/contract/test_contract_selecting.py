"""Each filter keeps what it says, and dates that are unknown are never new."""

import tracemalloc
from collections import deque
from dataclasses import replace

import pytest
from ledger_cases import LATER, NOON, understood, with_statements

from reportedly.errors import UnknownRow, UsageError
from reportedly.ledger import Selection
from reportedly.model import Act, Speaker, SpeakerKind

SUDRIA = Speaker("a ministry official", SpeakerKind.ANONYMOUS_OFFICIAL, "Sudria")


@pytest.fixture
def stocked(ledger):
    """Speech 2 of 2 May, speech 3 (of 3 May, said in April), speech 40 without date by Sudria."""
    ledger.add(understood(2), collected=NOON)
    ledger.add(understood(3, outlet="Kestrel News"), collected=NOON)
    other = with_statements(
        understood(40),
        holder=None,
        speaker=SUDRIA,
        act=Act.REFUSAL,
        issues=("neutrality",),
        voice="account",
        confidence=0.4,
    )
    ledger.add(other, collected=LATER)
    return ledger


def speeches(stocked, **filters):
    """Returns the numbers of the speeches whose statements are selected, in order."""
    titles = {report.id: report.title for report in stocked.reports()}
    found = [titles[each.report] for each in stocked.statements(Selection(**filters))]
    return [int(title.split()[1]) for title in dict.fromkeys(found)]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [3, 2, 40]),
        ({"since": "2031-05-01"}, [2]),
        ({"since": "2031-04-30"}, [3, 2]),
        ({"since": "2030"}, [3, 2]),
        ({"until": "2031-05-01"}, [3]),
        ({"until": "2031"}, [3, 2]),
        ({"until": "2031-04-01"}, [3]),
        ({"since": "2031-05-02", "until": "2031-05-02"}, [2]),
        ({"party": "norland"}, [3, 2]),
        ({"party": "Sudria"}, [40]),
        ({"party": ("Norland", "Sudria")}, [3, 2, 40]),
        ({"issue": "neutrality"}, [40]),
        ({"issue": "ceasefire", "party": "Norland"}, [3, 2]),
        ({"act": Act.REFUSAL}, [40]),
        ({"outlet": "kestrel news"}, [3]),
        ({"speaker_kind": "anonymous official"}, [40]),
        ({"own_words": True}, [3, 2]),
        ({"min_confidence": 0.5}, [3, 2]),
        ({"as_of_collected": NOON}, [3, 2]),
        ({"as_of_collected": "2031-05-31"}, []),
    ],
    ids=str,
)
def test_filters_keep_what_they_say(stocked, filters, expected):
    """Statements come oldest first, by the day said or else published, unknown dates last."""
    assert speeches(stocked, **filters) == expected


def test_limit_cuts_the_order(stocked):
    """The first rows of the listing are kept."""
    assert stocked.statements(Selection(limit=2)) == stocked.statements()[:2]
    assert stocked.statements(Selection(limit=0)) == []


def test_reports_can_be_asked_by_their_statements(stocked):
    """A filter on statements selects the reports that hold one such."""
    assert [r.title for r in stocked.reports(Selection(party="Sudria"))] == ["Speech 40"]
    assert [r.title for r in stocked.reports(Selection(since="2031-05-03"))] == ["Speech 3"]
    assert [r.title for r in stocked.reports(Selection(issue="ceasefire"))] == [
        "Speech 2",
        "Speech 3",
    ]


def test_figures_follow_their_statement(stocked):
    """Figures are dated and filtered by the statement that holds them."""
    assert len(stocked.figures()) == 3
    assert len(stocked.figures(Selection(party="Norland"))) == 2
    assert len(stocked.figures(Selection(since="2031-05-01"))) == 1


def test_attributions_follow_their_statements(stocked):
    """Attributions are filtered by the statements made of them, dated by their report."""
    assert len(stocked.attributions(Selection(act="refusal"))) == 3
    assert len(stocked.attributions(Selection(since="2031-05-03"))) == 3
    assert stocked.attributions(Selection(min_confidence=0.95)) == []


def test_rows_of_one_report_are_all_of_it(stocked):
    """The filter on a report gives exactly its rows."""
    one = understood(2)
    only = Selection(report=one.report.id)
    assert tuple(stocked.statements(only)) == one.statements
    assert tuple(stocked.figures(only)) == one.figures
    assert tuple(stocked.attributions(only)) == one.attributions


def test_streams_give_what_lists_give(stocked):
    """The streaming variants yield the same rows."""
    assert list(stocked.iter_statements()) == stocked.statements()
    assert list(stocked.iter_figures()) == stocked.figures()
    assert list(stocked.iter_reports()) == stocked.reports()
    assert list(stocked.iter_attributions()) == stocked.attributions()


def test_streams_take_constant_memory(ledger):
    """Memory of a stream does not grow with the rows that it yields."""
    for number in range(1, 25):
        ledger.add(understood(number, 60), collected=NOON)
    deque(ledger.iter_statements(Selection(limit=1)), maxlen=0)
    peaks = []
    for limit in (400, 1400):
        tracemalloc.start()
        deque(ledger.iter_statements(Selection(limit=limit)), maxlen=0)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]


def test_rows_can_be_added_while_others_are_streamed(stocked):
    """A stream sees the ledger as it was when it began."""
    stream = stocked.iter_reports()
    first = next(stream)
    stocked.add(understood(5), collected=LATER)
    assert [first, *stream] == [r for r in stocked.reports() if r.title != "Speech 5"]


@pytest.mark.parametrize(
    "bad",
    [{"since": "yesterday"}, {"until": "2031-13"}, {"min_confidence": 2}, {"limit": -1}],
    ids=str,
)
def test_wrong_filters_are_named(bad):
    """A filter that means nothing is refused before any query."""
    with pytest.raises(UsageError):
        Selection(**bad)


@pytest.mark.parametrize(
    "wanted", ["Speech 2", "speech-2.txt", "reports/speech-2.txt", understood(2).report.id[:9]]
)
def test_report_is_found_by_what_a_user_types(stocked, wanted):
    """An id, the beginning of one, a title and a file all name a report."""
    assert stocked.find_report(wanted) == understood(2).report


def test_ambiguous_name_lists_the_reports_meant(stocked):
    """Several reports: their ids and titles are in the message."""
    with pytest.raises(UnknownRow, match=r"several for 'speech': .*Speech 2.*Speech 40"):
        stocked.find_report("speech")


def test_unknown_name_lists_near_ones(stocked):
    """No report: near matches are in the message."""
    with pytest.raises(UnknownRow, match=r"Did you mean .*\(Speech 40\)"):
        stocked.find_report("Spech 40")
    with pytest.raises(UnknownRow, match="`reportedly reports`"):
        stocked.find_report("")


def test_wildcards_in_a_name_are_plain_signs(stocked):
    """A percent sign or an underscore matches itself only."""
    for wanted in ("%", "sp_ech", "r%"):
        with pytest.raises(UnknownRow, match="a report of this ledger"):
            stocked.find_report(wanted)


def test_undated_statement_of_a_dated_report_has_its_day(ledger):
    """Where nothing says when words were said, the day of publication stands in."""
    one = with_statements(understood(7), said=None)
    ledger.add(replace(one, figures=()), collected=NOON)
    assert len(ledger.statements(Selection(since="2031-05-07", until="2031-05-07"))) == 3


def test_unreadable_date_counts_as_unknown(ledger):
    """A date that is no EDTF never makes a row new, and is kept as it is."""
    one = with_statements(understood(7, published=None), said="soon")
    ledger.add(one, collected=NOON)
    assert ledger.statements(Selection(since="1000")) == []
    assert ledger.statements()[0].said == "soon"
