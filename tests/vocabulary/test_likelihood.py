"""Words of likelihood are found with the ranges of ICD 203."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import VocabularyError
from reportedly.vocabulary.likelihood import (
    find_hedges,
    find_likelihood,
    is_hedge,
    load_vocabulary,
    read_likelihood,
)

EMPTY = {
    "terms": [],
    "negated": {},
    "hedges": [],
    "hearsay": [],
    "confidence": {"levels": [], "forms": []},
    "not_terms": [],
}
"""A list that keeps the rules and holds nothing."""


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("remote chance", 0.01, 0.05),
        ("highly unlikely", 0.05, 0.20),
        ("probably not", 0.20, 0.45),
        ("roughly even chance", 0.45, 0.55),
        ("likely", 0.55, 0.80),
        ("very likely", 0.80, 0.95),
        ("almost certainly", 0.95, 0.99),
        ("reportedly", 0.0, 1.0),
    ],
)
def test_a_term_has_the_range_of_the_directive(words, low, high):
    """The seven ranges and a hedge."""
    text = f"The delta is {words} lost."
    [(span, found)] = find_likelihood(text)
    assert (span.of(text), found.low, found.high) == (words, low, high)
    assert is_hedge(found) == ((low, high) == (0.0, 1.0))


def test_the_longest_wording_wins():
    """A negated or strengthened word is not read as the plain one."""
    text = "Kestria almost certainly will not attack and is not likely to."
    assert [span.of(text) for span, _ in find_likelihood(text)] == [
        "almost certainly will not",
        "not likely",
    ]


def test_the_month_of_may_is_no_likelihood():
    """The month is left out, the verb is found."""
    text = "Signed on 3 May in Ostrava Bay. May 5 is near. It may hold. May it hold."
    assert [span.start for span, _ in find_likelihood(text)] == [
        text.index("may"),
        text.rindex("May"),
    ]


@given(
    st.lists(st.sampled_from([*load_vocabulary().wordings, "May", "not", "x.", "\n", "’"])).map(
        " ".join
    )
)
def test_likelihood_spans_ascend_and_fit(text):
    """Spans are inside the text, in order, and hold the term."""
    found = find_likelihood(text)
    assert all(span.of(text) == term.term for span, term in found)
    assert all(a.end <= b.start for (a, _), (b, _) in pairwise(found))


@pytest.mark.parametrize("bounds", [[80, 20], [0, 101], "x", None])
def test_a_range_that_is_none_is_refused(bounds):
    """The term is named."""
    tree = EMPTY | {"terms": [{"term": "sure", "range": bounds, "words": ["sure"]}]}
    with pytest.raises(VocabularyError, match="sure"):
        read_likelihood(tree, "x.yaml")


def test_a_wording_twice_is_refused():
    """Two ranges for one wording are no range."""
    hedge = {"term": "may", "words": ["may"]}
    with pytest.raises(VocabularyError, match="once"):
        read_likelihood(EMPTY | {"hedges": [hedge, hedge]}, "x.yaml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is not at all likely to hold.", ("likelihood", "unlikely", 0.2, 0.45)),
        ("It isn’t likely to hold.", ("likelihood", "unlikely", 0.2, 0.45)),
        ("It may hold, but is unlikely to.", ("possibility", "may", 0, 1)),
        ("It is not very likely to hold.", ("possibility", "not very likely", 0, 1)),
        ("It is not unlikely that it holds.", ("possibility", "not unlikely", 0, 1)),
        ("Peace is more likely than war.", ("possibility", "more or less likely", 0, 1)),
        ("It is not certain that it holds.", ("possibility", "not certain", 0, 1)),
        ("It is very likely not to hold.", ("likelihood", "very unlikely", 0.05, 0.2)),
        ("He reportedly left.", ("hearsay", "reportedly", 0, 1)),
        ("We judge with high confidence that it holds.", ("confidence", "high", 0, 1)),
        ("We have moderate confidence in this assessment.", ("confidence", "moderate", 0, 1)),
        ("It holds (low confidence that it lasts).", ("confidence", "low", 0, 1)),
        ("We do not have high confidence that it holds.", ("confidence", "not high", 0, 1)),
    ],
)
def test_negations_comparatives_and_confidence_are_what_they_say(text, told):
    """A plain term that is negated is its opposite; where negation or comparison leave no range, none is given."""
    wording = find_hedges(text)[0][1]
    assert (wording.kind, wording.term, wording.low, wording.high) == told


@pytest.mark.parametrize(
    "text",
    [
        "Oster is the likely candidate.",
        "The most likely outcome was discussed.",
        "Its military might is well known.",
        "The might of Kestria is gone.",
        "Trust in the government: voters have low confidence in parliament.",
        "Troops were supposed to leave.",
        "They could not agree.",
        "How likely is it?",
        "He was arrested with probable cause.",
    ],
)
def test_other_uses_of_the_words_are_left_out(text):
    """An adjective of a thing, strength, trust, a plan, an inability: none says how likely the sentence is."""
    assert find_hedges(text) == ()


def test_a_negation_joins_only_the_word_it_is_before():
    """What stands before a comma or belongs to another word negates nothing."""
    text = "Kestria did not sign, and is likely to attack."
    [(span, wording)] = find_hedges(text)
    assert (span.of(text), wording.term) == ("likely", "likely")
