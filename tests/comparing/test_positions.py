"""Positions: who is grouped with whom, by which date, in which words."""

from hypothesis import given
from hypothesis import strategies as st
from invented_positions import report, statement

from reportedly.comparing import positions_of
from reportedly.model import POSITION_ACTS, Act, Likelihood

DAILY = report("Daily", "2031-05-04")
UNDATED = report("Sheet")


def test_positions_with_same_holder_issue_and_act_are_one():
    """Two statements of one demand are one position with both ids, oldest first."""
    late = statement("a lasting ceasefire on land and at sea", said="2031-05-02")
    early = statement("a ceasefire without any conditions at all", said="2031-05-01")
    (position,) = positions_of([late, early], [DAILY])
    assert position.statements == (early.id, late.id)
    assert (position.first_said, position.last_said) == ("2031-05-01", "2031-05-02")


def test_positions_of_several_issues_are_several_and_of_none_other():
    """A statement counts in each of its issues, one without in "other", which comes last."""
    both = statement("a ceasefire and an exchange", issues=("prisoners", "ceasefire", "ceasefire"))
    none = statement("that it be respected", issues=())
    assert [p.issue for p in positions_of([both, none], [DAILY])] == [
        "ceasefire",
        "prisoners",
        "other",
    ]


def test_positions_leave_out_what_nobody_holds():
    """Assessments, forecasts, statements without a holder and acts only supposed make no position."""
    rows = [
        statement("it will last for years", Act.ASSESSMENT),
        statement("a ceasefire", holder=None),
        statement("a swap of land", aspects=("hypothetical",)),
        statement(
            "foreign observers",
            Act.AGREEMENT,
            voice="assessment",
            likelihood=Likelihood("remote chance", 0.01, 0.05),
        ),
    ]
    assert positions_of(rows, [DAILY]) == ()


def test_positions_keep_a_negated_refusal_and_a_conditional_offer():
    """Will not accept, and would agree if: both are held."""
    rows = [
        statement("will not accept it", Act.REFUSAL, aspects=("negated", "hypothetical")),
        statement("a pause", Act.OFFER, aspects=("hypothetical",), conditions=("if they leave",)),
    ]
    assert len(positions_of(rows, [DAILY])) == 2


def test_position_text_prefers_own_words():
    """The holder's own words stand for the position, though an account came first."""
    account = statement("the region must be given up entirely", said="2031-05-01")
    own = statement(
        "we insist that the region is ours and stays ours", said="2031-05-02", voice="own words"
    )
    (position,) = positions_of([account, own], [DAILY])
    assert position.text == own.text
    assert position.own_words


def test_position_text_prefers_a_readable_length():
    """Of two accounts the one that can be quoted stands for the position."""
    short = statement("land", said="2031-05-01")
    fitting = statement("a full withdrawal from the lake district", said="2031-05-02")
    assert positions_of([short, fitting], [DAILY])[0].text == fitting.text


def test_position_dates_fall_back_to_the_report():
    """A statement without a date goes by its report's; without that it has none."""
    dated = statement("a ceasefire by air and by sea")
    undated = statement("an exchange of prisoners", source="Sheet", issues=("prisoners",))
    first, second = positions_of([dated, undated], [DAILY, UNDATED])
    assert first.first_said == "2031-05-04"
    assert second.first_said is None
    assert second.change is None


def test_position_origins_count_each_name_once_and_unknown_never():
    """Two relays of one origin are one; unknown lineage adds none."""
    rows = [
        statement("a ceasefire by air and by sea", origin="Institute", start=1),
        statement("a ceasefire in the whole north", origin="Institute", source="Sheet"),
        statement("a ceasefire for all of thirty days", start=2),
    ]
    (position,) = positions_of(rows, [DAILY, UNDATED])
    assert position.origins == ("Institute",)
    assert set(position.reports) == {"Daily", "Sheet"}


def test_position_conditions_are_collected_once():
    """The same condition in other letters is one."""
    rows = [
        statement("a ceasefire by air", conditions=("if prisoners return",), start=1),
        statement(
            "a ceasefire by sea", conditions=("If prisoners  return", "after 3 May"), start=2
        ),
    ]
    assert positions_of(rows, [DAILY])[0].conditions == ("if prisoners return", "after 3 May")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Norland", "Sudria", None]),
            st.sampled_from(list(Act)),
            st.sampled_from([None, "2031-05", "2031-05-01", "../2031-04", "2031-06-01/.."]),
            st.sampled_from([(), ("ceasefire",), ("ceasefire", "prisoners")]),
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_positions_do_not_depend_on_the_order_given(cases, random):
    """Whatever the order of the statements, ids and rows are the same, and each held act is in one."""
    rows = [
        statement(f"the words of number {i} here", act, said, holder=holder, issues=issues, start=i)
        for i, (holder, act, said, issues) in enumerate(cases)
    ]
    found = positions_of(rows, [DAILY])
    random.shuffle(rows)
    assert positions_of(rows, [DAILY]) == found
    held = {s.id for s in rows if s.holder and s.act in POSITION_ACTS}
    assert {i for p in found for i in p.statements} == held
