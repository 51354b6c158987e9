"""Opposed accounts of one party's position: found without a verdict."""

from invented_positions import report, statement

from reportedly.comparing import compare_positions, positions_of
from reportedly.model import Act

DAILY = report("Daily", "2031-05-04")
OWN = statement(
    "we agree to a ceasefire along the river", Act.AGREEMENT, "2031-05-01",
    voice="own words", speaker="Ana Toll", party="Norland",
)  # fmt: skip


def _account(
    said: str | None,
    speaker: str = "Sudria",
    text: str = "any ceasefire along the river",
    source: str = "Daily",
):
    return statement(text, Act.REFUSAL, said, speaker=speaker, party="Sudria", source=source)


def _compared(*rows):
    reports = [DAILY, report("Sheet")]
    return compare_positions(positions_of(rows, reports), rows)


def test_opposed_accounts_are_shown_with_who_tells_them():
    """The party's own words stand against the opponent's account; no side is taken."""
    (comparison,) = _compared(OWN, _account("2031-05-03"))
    assert comparison.kind == "disagreement"
    assert "in its own words (1 May 2031)" in comparison.note
    assert "in the account of Sudria (3 May 2031)" in comparison.note
    assert len(comparison.rows) == 2


def test_opposed_accounts_by_one_speaker_are_no_disagreement():
    """One speaker who says both has moved, or spoke of two things."""
    assert _compared(OWN, _account("2031-05-03", speaker="Ana Toll")) == ()


def test_opposed_accounts_far_apart_or_undated_are_no_disagreement():
    """Half a year makes a change; without a date nothing is near."""
    assert _compared(OWN, _account("2031-12-03")) == ()
    assert _compared(OWN, _account(None, source="Sheet")) == ()


def test_opposed_acts_on_other_matters_are_no_disagreement():
    """Without a word in common the two statements are not about one thing."""
    assert _compared(OWN, _account("2031-05-03", text="to hand over prisoners")) == ()
