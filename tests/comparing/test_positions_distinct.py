"""Which statements say the same, and which say something of their own."""

from invented_positions import report, statement

from reportedly.comparing import points_of, positions_of
from reportedly.model import Act


def _points(*rows):
    return points_of(rows, {row.id: "2031-05-01" for row in rows})


def test_points_keep_different_demands_apart():
    """Recognition of a district and control over it are two demands, though they share its names."""
    found = _points(
        statement("recognition of the annexation of Ansel, Brenna and Lissow"),
        statement("withdrawal from Ansel, Brenna and Lissow", start=100),
        statement("Ansel and Brenna", start=200),
    )
    assert len(found) == 3


def test_points_join_the_same_words_of_two_reports():
    """The same demand in other word forms is one point with both statements."""
    found = _points(
        statement("withdrawal of all troops from the northern districts", source="Daily"),
        statement("the withdrawal of troops from northern districts", source="Wire"),
    )
    (point,) = found
    assert {s.report for s in point.statements} == {"Daily", "Wire"}


def test_points_never_join_voices_or_acts():
    """What a party says, and what others say of it, stand apart even in the same words."""
    words = "withdrawal of all troops from the northern districts"
    found = _points(
        statement(words, voice="own words"),
        statement(words, voice="account", source="Wire"),
        statement(words, Act.OFFER, voice="own words", source="Post"),
    )
    assert len(found) == 3


def test_points_join_a_part_of_the_same_sentence():
    """Words inside other words of the same report are no demand of their own."""
    whole = "the release of every prisoner before winter"
    found = _points(statement(whole), statement("the release of every prisoner"))
    assert len(found) == 1


def test_position_lists_its_propositions_with_the_quoted_one_first():
    """A position of several demands gives the words of each."""
    rows = (
        statement("neutrality for ever", voice="own words", start=10),
        statement("a ban on foreign bases and foreign instructors", voice="own words", start=90),
    )
    (position,) = positions_of(rows, (report("Daily", "2031-05-01"),))
    assert position.propositions[0] == position.text
    assert set(position.propositions) == {row.text for row in rows}
