"""Checks of what the words of one sentence relate, of magnitudes between reports, and of the order of dates."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_figures import a_figure, a_report
from invented_positions import statement
from told_figures import checked, checks_in

from reportedly.comparing.checks_dates import as_of_checks, deadline_check, said_check
from reportedly.model import TimeExpression


def arithmetic_of(text: str, kind: str) -> str:
    """Returns the arithmetic of the first check of a kind."""
    return next(c.arithmetic for f in checked(text) for c in f.checks if c.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("The 3,000 troops include 2,000 from the north and 1,000 from the south.", "sum", "consistent"),
        ("Some 900 people fled, including 300 children.", "part of whole", "consistent"),
        ("There were 900 people, including 1,300 children.", "part of whole", "inconsistent"),
        ("The air defence stopped 16 of the 36 missiles.", "part of whole", "consistent"),
        ("The air defence stopped 46 of the 36 missiles.", "part of whole", "inconsistent"),
        ("About 240 people, or 60 percent of the 400 people asked, agreed.", "ratio", "consistent"),
        ("About 240 people, or 16 percent of the 400 people asked, agreed.", "ratio", "inconsistent"),
        ("Exports rose 50% from $20 billion to $30 billion.", "ratio", "consistent"),
        ("Exports rose 50% from $20 billion to $90 billion.", "ratio", "inconsistent"),
        ("Exports fell 25% from $40 billion to $30 billion.", "ratio", "consistent"),
        ("The budget doubled from $20 billion to $41 billion.", "ratio", "consistent"),
        ("The budget doubled from $20 billion to $70 billion.", "ratio", "inconsistent"),
        ("They gave $110 million (€100 million) in military aid.", "currency", "consistent"),
        ("They gave $110 million (€100 billion) in military aid.", "currency", "inconsistent"),
        ("They fired 500 shells a day over 10 days, a total of 5,000 shells.", "rate x time", "consistent"),
        ("They fired 500 shells a day over 10 days, a total of 50,000 shells.", "rate x time", "inconsistent"),
        ("In Port Hollin 4,000,000 people were displaced.", "bound", "inconsistent"),
    ],
)  # fmt: skip
def test_relation_of_a_sentence_is_checked(text, kind, verdict) -> None:
    """Each kind finds what fits and what does not, and raises no other verdict."""
    found = checks_in(text)
    assert (kind, verdict) in found
    assert all(told == verdict for name, told in found if name == kind)


@pytest.mark.parametrize(
    "text",
    [
        "Some 900 people fled, while 1,300 children stayed.",
        "They gave $110 million and €100 billion.",
        "About 240 people, or 60 percent, agreed, and 900 came.",
        "Exports rose 50% last year, after $20 billion and then $90 billion of imports.",
        "They fired 500 shells a day, and 50,000 shells were left after 10 days.",
        "The tunnel costs 900 million euros, including 3 stations.",
    ],
)
def test_words_that_relate_nothing_raise_no_check(text) -> None:
    """Numbers side by side are not parts, shares or the same amount."""
    assert checks_in(text) == []


def test_arithmetic_of_each_kind_can_be_done_again() -> None:
    """The numbers and the result stand in the words."""
    assert arithmetic_of("Exports rose 50% from $20 billion to $30 billion.", "ratio") == (
        "from 20,000,000,000 to 30,000,000,000 USD is +50.0 %; stated 50 %"
    )
    assert arithmetic_of(
        "They fired 500 shells a day over 10 days, a total of 5,000 shells.", "rate x time"
    ).startswith("500 a day x 10 days = 5,000; stated 5,000")
    assert arithmetic_of(
        "The 3,000 troops include 2,000 from the north and 1,000 from the south.", "sum"
    ) == ("2,000 + 1,000 = 3,000 people; of 3,000 people; +0.0 %")


def test_rate_of_a_day_unknown_is_not_comparable() -> None:
    """A rate somewhat outside all years is no slip of a magnitude and no confirmation."""
    assert ("currency", "not comparable") in checks_in("They gave $100 million (€130 million).")


def test_tenfold_of_another_telling_is_inconsistent() -> None:
    """The same digits at another power of ten are a slip; other digits are the matter of a disagreement."""
    words = "Varonia has lost {} soldiers since the start of the war."
    slip = checks_in(words.format("15,300"), f"Again. {words.format('153,000')}")
    assert slip == [("magnitude", "inconsistent")]
    assert checks_in(words.format("15,300"), f"Again. {words.format('42,000')}") == []


def test_told_elsewhere_is_consistent() -> None:
    """Another report gives nearly the number for the same thing at nearly the same date."""
    first, second = checked(
        "Varonia has lost 15,000 soldiers since the start of the war.",
        "So far Varonia has lost nearly 15,100 troops.",
    )
    assert [(c.kind, c.verdict) for c in first.checks] == [("same measurand", "consistent")]
    assert second.id in first.checks[0].against


def test_tenfold_at_another_date_is_not_comparable() -> None:
    """What was lost in a year may truly be ten times as much."""
    words = "By 3 May {} Varonia had lost {} soldiers since the start of the war."
    found = checks_in(words.format(2029, "15,300"), words.format(2031, "153,000"))
    assert [one for one in found if one[1] == "inconsistent"] == []


def test_figure_as_of_a_day_after_its_report_is_out_of_order() -> None:
    """A report of 4 May cannot tell what was so in June; one day is left to time zones."""
    late, near = (
        a_figure(5, "%", measured_property="held by Varonia", as_of=day, at=at)
        for at, day in enumerate(("2031-06-02", "2031-05-05"))
    )
    found = list(as_of_checks([late, near], [a_report("x")]))
    assert [(one, check.kind, check.verdict) for one, check in found] == [
        (late.id, "order of dates", "inconsistent")
    ]


def test_statement_said_after_its_report_or_after_its_deadline_is_out_of_order() -> None:
    """Nothing is said after it was published, and no deadline has passed when it is set."""
    said = statement("A truce", said="2031-05-20")
    check = said_check(said, "2031-05-04")
    assert check is not None
    assert (check.kind, check.verdict) == ("order of dates", "inconsistent")
    assert said_check(replace(said, said="2031-05"), "2031-05-04") is None
    assert said_check(said, None) is None
    deadline = TimeExpression(said.evidence.span, "DATE", "2031-04-01", "2031-04-01")
    assert deadline_check(said, deadline) is not None
    assert deadline_check(said, replace(deadline, edtf="2031-06")) is None


def test_half_of_a_whole_is_not_the_whole() -> None:
    """What is counted among half of 900 is no part of 900 that could be checked."""
    assert checks_in("Almost half of the town’s 900 people fled, including 300 children.") == []
