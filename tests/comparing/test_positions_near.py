"""The search for earlier statements finds whatever comparing all of them would find."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_positions import report, statement

from reportedly.comparing import changes_of, positions_near
from reportedly.model import Act, Evidence

REPORTS = [report("Daily", "2031-06-30"), report("Sheet")]
WORDS = (
    *(
        "ceasefire",
        "truce",
        "river",
        "harbour",
        "Ansel",
        "Brenna",
        "Norland",
        "withdrawal",
        "of",
        "all",
    ),
    *(
        "troops",
        "prisoners",
        "release",
        "20",
        "40",
        "vessels",
        "months",
        "no",
        "return",
        "captured",
    ),
)
ACTS = (Act.DEMAND, Act.OFFER, Act.REFUSAL, Act.THREAT, Act.CONCESSION)
TERMS = (None, "within 30 days", "within 10 days", "if shelling stops")


@st.composite
def courses(draw):
    """Draws what one holder said on one issue in the course of some weeks."""
    rows = []
    for number in range(draw(st.integers(2, 14))):
        words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
        term = draw(st.sampled_from(TERMS))
        said = date(2031, 5, 1) + timedelta(days=draw(st.integers(0, 30)))
        one = statement(
            " ".join([*words, *filter(None, [term])]),
            draw(st.sampled_from(ACTS)),
            draw(st.sampled_from((said.isoformat(), said.isoformat(), None))),
            start=300 * number,
            source=draw(st.sampled_from(("Daily", "Sheet"))),
            conditions=(term,) if term and term.startswith("if") else (),
            origin=draw(st.sampled_from((None, "Institute"))),
        )
        if term and term.startswith("within"):
            one = replace(one, deadline=Evidence(term, "", "", 0, len(term)))
        rows.append(one)
    return rows


@settings(max_examples=150, deadline=None)
@given(rows=courses())
def test_search_changes_no_answer(rows):
    """Changes are those that a comparison with every earlier statement tells."""
    patch = pytest.MonkeyPatch()
    try:
        patch.setattr(positions_near, "FEW", 0)
        found = changes_of(rows, REPORTS)
        patch.setattr(positions_near.Nearby, "before", lambda _, number: list(range(number)))
        assert found == changes_of(rows, REPORTS)
    finally:
        patch.undo()


def test_search_leaves_out_what_shares_nothing(monkeypatch):
    """Of many statements on other things only the one on the same thing is a candidate."""
    others = [f"{chr(97 + n)}ova{chr(97 + n)}rin {chr(98 + n)}elta" for n in range(20)]
    first = statement("a ceasefire of thirty days along the river", Act.OFFER, "2031-05-01")
    rows = [first, *(statement(words, Act.DEMAND, "2031-05-02", start=90) for words in others)]
    last = statement("the ceasefire along the river", Act.REFUSAL, "2031-05-09", start=900)
    compared = []
    real = positions_near.Nearby.before
    monkeypatch.setattr(positions_near, "FEW", 0)
    monkeypatch.setattr(
        positions_near.Nearby,
        "before",
        lambda self, number: compared.append(real(self, number)) or compared[-1],
    )
    (change,) = [c for c in changes_of([*rows, last], REPORTS) if c.after == last.id]
    assert (change.kind, change.before) == ("hardened", first.id)
    assert len(compared[-1]) < 5
