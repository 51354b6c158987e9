"""Holders side by side: the latest of each act, and opposed acts without a verdict."""

from invented_positions import report, statement

from reportedly.comparing import changes_of, histories_of, side_by_side, voices_of
from reportedly.comparing.sides import latest_acts, oppositions
from reportedly.model import Act

DAILY = report("Daily", "2031-05-20")
DEMAND = statement("recognition of the northern hills", Act.DEMAND, "2031-05-01")
REFUSAL = statement(
    "any recognition of the northern hills", Act.REFUSAL, "2031-05-09", holder="Sudria", start=40
)


def _histories(*rows):
    return histories_of(rows, [DAILY], changes_of(rows, [DAILY]), voices_of(rows, [DAILY]))


def test_refusal_of_what_another_demands_is_marked_with_both_words():
    """Who, when and in which words, and nothing about who is right."""
    (side,) = side_by_side(_histories(DEMAND, REFUSAL), ("Norland", "Sudria"), {})
    (note,) = side.opposed
    assert f"Sudria’s refusal (9 May 2031, according to Ana Toll): “{REFUSAL.text}”" in note
    assert f"Norland’s demand (1 May 2031, according to Ana Toll): “{DEMAND.text}”" in note


def test_refusal_of_another_matter_opposes_nothing():
    """On one issue a party may refuse one thing and another party demand a second."""
    other = statement("foreign observers", Act.REFUSAL, "2031-05-09", holder="Sudria", start=40)
    (side,) = side_by_side(_histories(DEMAND, other), ("Norland", "Sudria"), {})
    assert side.opposed == ()


def test_names_of_others_make_no_matter():
    """Two statements that both name two more parties do not thereby speak of one thing."""
    wanted = statement("an apology from Kestria and Varonia", Act.DEMAND, "2031-05-01")
    refused = statement(
        "guns for Kestria and Varonia", Act.REFUSAL, "2031-05-02", holder="Sudria", start=40
    )
    pair = ("Norland", "Sudria")
    (bare,) = side_by_side(_histories(wanted, refused), pair, {})
    (side,) = side_by_side(_histories(wanted, refused), pair, {}, ("Kestria", "Varonia"))
    assert len(bare.opposed) == 1
    assert side.opposed == ()


def test_one_holder_does_not_oppose_itself():
    """Its demand and its refusal are two acts of one party; differing accounts are found elsewhere."""
    own = statement("any recognition of the northern hills", Act.REFUSAL, "2031-05-09", start=40)
    histories = _histories(DEMAND, own)
    assert oppositions({"Norland": histories["Norland", "ceasefire"]}) == []


def test_differing_accounts_stand_with_their_issue():
    """What another comparison found is told in the same place."""
    notes = {("Norland", "ceasefire"): ["Norland is reported with two acts."]}
    (side,) = side_by_side(_histories(DEMAND), ("Norland",), notes)
    assert side.opposed == ("Norland is reported with two acts.",)


def test_each_act_is_shown_once_and_the_latest():
    """Of two demands the later one, after the refusal that came last."""
    later = statement("the southern hills", Act.DEMAND, "2031-05-05", start=80)
    last = statement("foreign observers", Act.REFUSAL, "2031-05-09", start=120)
    (history,) = _histories(DEMAND, later, last).values()
    assert [entry.words for entry in latest_acts(history)] == [last.text, later.text]


def test_only_the_holders_asked_for_are_shown():
    """The others' issues make no row."""
    other = statement("an exchange", holder="Kestria", issues=("prisoners",), start=80)
    sides = side_by_side(_histories(DEMAND, other), ("Norland",), {})
    assert [side.issue for side in sides] == ["ceasefire"]
