"""Sentences in an outlet's own voice give acts of parties they name, and nothing else."""

import pytest
from fake_parties import FakeParties
from hypothesis import given
from hypothesis import strategies as st

from reportedly.coding import code_voice
from reportedly.model import Act, Proposition, Span

PARTIES = FakeParties()


def voice(sentence: str) -> tuple[Proposition, ...]:
    """Codes one sentence in the outlet's own voice."""
    return code_voice(sentence, Span(0, len(sentence)), gazetteer=PARTIES)


@pytest.mark.parametrize(
    ("sentence", "act", "agent"),
    [
        ("Norland seeks full control of the border regions.", Act.DEMAND, "Norland"),
        ("Although they hold little of it, Norland demands all of Arvel.", Act.DEMAND, "Norland"),
        (
            "Sudrian officials have repeatedly demanded recognition of the border.",
            Act.DEMAND,
            "Sudrian officials",
        ),
        ("Kestria has ruled out a referendum.", Act.REFUSAL, "Kestria"),
        ("Norland's continued refusal to sign a truce worries many.", Act.REFUSAL, "Norland"),
        ("Kestria issued an ultimatum to Norland to leave Arvel.", Act.DEMAND, "Kestria"),
        ("Norland threatened to cut the supply of gas.", Act.THREAT, "Norland"),
    ],
)
def test_sentence_with_party_and_predicate_has_act(sentence: str, act: Act, agent: str) -> None:
    """Whose act it is stands in the sentence itself."""
    found = [p for p in voice(sentence) if p.agent is not None]
    assert found
    assert found[0].act is act
    assert found[0].agent is not None
    assert found[0].agent.of(sentence) == agent


@pytest.mark.parametrize(
    "sentence",
    [
        "Demand for gas in Sudria rose in May.",
        "The offers of the shop were dear.",
        "The talks must go on.",
        "Sudria was cold in winter.",
        "These demands are not new.",
        "Norland had a chance to oppose the plan.",
        "Norland broke a resolution demanding a ceasefire.",
        "Sudria held several men accused of terrorism.",
        "Sudria intends to tighten its hold on the border regions.",
        "If Sudria rejects the truce, prices rise.",
        "Kestria is threatened by Norland.",
        "Norland threatens the independence of Sudria.",
        "Norland aims to conquer the border regions.",
        "Norland hardened its terms rather than offering a truce.",
        "",
    ],
)
def test_sentence_without_act_of_a_party_is_left_out(sentence: str) -> None:
    """An outlet's own voice never gives "other"."""
    assert voice(sentence) == ()


def test_coordinated_verbs_share_their_subject() -> None:
    """A second verb takes the agent of the first."""
    sentence = "Sudria rejects a veto for Norland and urges security guarantees."
    refusal, demand = voice(sentence)
    assert (refusal.act, demand.act) == (Act.REFUSAL, Act.DEMAND)
    assert demand.agent == refusal.agent
    assert refusal.span.of(sentence) == "a veto for Norland"


def test_subordinate_clause_ends_at_its_comma() -> None:
    """What the main clause says is no object of the first."""
    sentence = "While Sudria supports a full ceasefire, Norland goes on shelling."
    (one,) = voice(sentence)
    assert (one.act, one.span.of(sentence)) == (Act.OFFER, "a full ceasefire")


def test_credit_after_comma_is_no_part_of_the_demand() -> None:
    """The words that name the outlet are left out."""
    sentence = "Norland is pushing to gain full control over the border, the Herald reported, citing sources."
    (one,) = voice(sentence)
    assert one.span.of(sentence) == "gain full control over the border"


@given(st.text(max_size=200))
def test_any_sentence_is_taken(sentence: str) -> None:
    """No text raises, spans lie inside it, and "other" never comes out."""
    for one in voice(sentence):
        assert 0 <= one.span.start < one.span.end <= len(sentence)
        assert one.act is not Act.OTHER


@pytest.mark.parametrize(
    "sentence",
    [
        "Tovik and Sudrian officials are planning to meet in Arvel, likely to sign a trade deal.",
        "Generals of Sudria are dismissed amid reports of corruption.",
    ],
)
def test_plan_or_dismissal_of_staff_is_no_position(sentence: str) -> None:
    """What is only likely, and who lost an office, take no side in talks."""
    assert not voice(sentence)


def test_outcome_of_a_meeting_is_an_agreement_of_those_who_met() -> None:
    """The subject of the clause before says who agreed, and each matter is an agreement of its own."""
    sentence = (
        "In May, Norlandic and Sudrian delegations met in Arvel, yet the only firm outcome was agreement on "
        "a prisoner exchange and a 300-for-300 body exchange."
    )
    found = voice(sentence)
    assert {p.act for p in found} == {Act.AGREEMENT}
    assert {p.agent.of(sentence) for p in found if p.agent} == {"Norlandic and Sudrian delegations"}
    assert {issue for p in found for issue in p.issues} == {"prisoners", "missing-dead"}


def test_aside_after_as_is_no_item_of_a_demand() -> None:
    """Words such as ", as written in its law" say where a demand is from."""
    assert len(voice("Norland demands Arvel in its old borders, as written in its law.")) == 1


def test_passive_after_that_keeps_what_it_goes_back_to() -> None:
    """Words that only say "are rejected" say nothing."""
    sentence = "Norland holds referendums on annexation that are rejected by Sudria."
    (one,) = voice(sentence)
    assert one.span.of(sentence) == "Norland holds referendums on annexation that are rejected"


def test_aim_of_its_own_is_no_demand() -> None:
    """An aim with "to" asks nothing of others unless its verb does."""
    assert not voice("Norland aims to link up its harbours with the territory of Arvel.")


def test_object_of_a_noun_ends_where_that_noun_proves_something() -> None:
    """What somebody rejects does not hold what the rejection shows, whatever clauses stand between."""
    (found,) = voice(
        "Sudria’s continued rejections of a truce and other terms that Norland has called necessary "
        "demonstrate that Sudria is not interested in talks."
    )
    sentence = "a truce and other terms that Norland has called necessary"
    assert (found.act, found.span.end - found.span.start) == (Act.REFUSAL, len(sentence))
