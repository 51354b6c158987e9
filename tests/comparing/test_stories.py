"""Which reports tell one story: the score, the groups, and the linking below them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.comparing.stories import (
    DAYS_APART,
    profiles_of,
    same_story,
    shared_weight,
    story_groups,
)
from reportedly.comparing.stories_linking import average_link

FERRY = (
    "A ferry with ninety passengers sank off Port Lissow on Sunday night, the Norland coast guard said. "
    "Divers found twelve bodies; Captain Ivo Brandt was arrested in Lissow harbour."
)
FERRY_TOLD_AGAIN = (
    "Rescuers searched the sea near Lissow on Monday after a ferry went down with ninety people aboard. "
    "Captain Ivo Brandt is under arrest, and divers have recovered twelve bodies, the coast guard of Norland said."
)
OTHER_FERRY = (
    "A ferry ran aground near Amber Bay in Sudria on Sunday night and its forty passengers were taken off by "
    "helicopter. Captain Lena Moss said that fog had hidden the lights of Tarn Point."
)
VOTE = "Parliament in Kestria passed the budget after two days of debate over farm subsidies and roads."
SHOW = "The museum of Varonia opens an exhibition of glass made by hand in the mountain villages."
ALL = [FERRY, FERRY_TOLD_AGAIN, OTHER_FERRY, VOTE, SHOW]

texts = st.lists(st.text(max_size=60), min_size=2, max_size=8)
scores = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1),
)


def test_reports_of_one_event_are_one_story_and_look_alikes_are_not():
    """Two tellings of one wreck go together; another wreck in another place stands alone."""
    groups = [group.members for group in story_groups(ALL)]
    assert groups == [(0, 1), (2,), (3,), (4,)]


def test_other_tellings_are_likelier_one_story_than_look_alikes():
    """Names decide: the same captain and port say more than the same kind of event."""
    one, again, other, vote, _ = profiles_of(ALL)
    assert same_story(one, again) > same_story(one, other) > same_story(one, vote)


def test_reports_weeks_apart_are_two_stories():
    """The same words a month later tell of something else; an unknown date keeps nothing apart."""
    assert DAYS_APART < 28
    apart = story_groups(ALL, ["2031-05-04", "2031-06-04", None, None, None])
    unknown = story_groups(ALL, ["2031-05-04", None, None, None, None])
    assert (0, 1) not in [group.members for group in apart]
    assert (0, 1) in [group.members for group in unknown]


def test_dates_of_a_month_keep_nothing_apart_within_it():
    """A report of "May" may be of any day in May."""
    groups = story_groups(ALL, ["2031-05", "2031-05-31", None, None, None])
    assert (0, 1) in [group.members for group in groups]


def test_nothing_and_empty_texts_make_no_story():
    """An empty text is like no other, not even like another empty one."""
    assert story_groups([]) == []
    assert [group.members for group in story_groups(["", "", "..."])] == [(0,), (1,), (2,)]


def test_copies_in_a_collection_of_two_are_one_story():
    """Even where every word is in every text the copies are seen."""
    assert [group.members for group in story_groups([FERRY, FERRY])] == [(0, 1)]


@given(texts)
def test_score_is_the_same_both_ways_and_between_0_and_1(given_texts: list[str]):
    """Whether two reports tell one story does not depend on which is asked first."""
    first, second, *_ = profiles_of(given_texts)
    assert same_story(first, second) == same_story(second, first)
    assert 0 <= same_story(first, second) <= 1
    assert shared_weight(first, first) == pytest.approx(1 if first else 0)


@given(texts)
def test_groups_hold_every_text_once(given_texts: list[str]):
    """Nothing is lost and nothing told twice."""
    members = [number for group in story_groups(given_texts) for number in group.members]
    assert sorted(members) == list(range(len(given_texts)))


@given(texts, st.randoms())
def test_order_of_the_texts_changes_no_profile(given_texts: list[str], draw):
    """What a word weighs follows from the collection, not from the order of reading."""
    shuffled = list(range(len(given_texts)))
    draw.shuffle(shuffled)
    plain = profiles_of(given_texts)
    mixed = profiles_of([given_texts[number] for number in shuffled])
    for at, number in enumerate(shuffled):
        assert mixed[at] == pytest.approx(plain[number])


def test_average_link_merges_by_the_mean_of_all_pairs():
    """One good pair does not bind two groups whose other pairs are poor."""
    chained = {(0, 1): 0.9, (1, 2): 0.6, (2, 3): 0.9}
    assert average_link(4, chained, 0.5) == [(0, 1), (2, 3)]
    assert average_link(4, chained, 0.15) == [(0, 1, 2, 3)]


@given(scores, st.floats(0.05, 1))
def test_average_link_leaves_no_two_groups_that_reach_the_threshold(table, threshold):
    """It stops only when there is nothing to merge, and all that is merged was worth it."""
    groups = average_link(8, table, threshold)
    assert sorted(item for group in groups for item in group) == list(range(8))

    def total(left, right):
        return math.fsum(table.get((min(a, b), max(a, b)), 0.0) for a in left for b in right)

    for number, one in enumerate(groups):
        for other in groups[number + 1 :]:
            assert total(one, other) / (len(one) * len(other)) < threshold + 1e-9
