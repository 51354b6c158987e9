"""Through whom words came."""

from __future__ import annotations

import pytest
from told import Told

from reportedly.model import Act, Credit


def names(told: Told) -> list[list[str]]:
    """The names along the chain of each statement."""
    return [[link.name for link in one.chain] for one in told.statements()]


def test_chain_body_told_stands_between_outlet_and_source() -> None:
    """Who "told Reuters" reached the outlet through Reuters."""
    told = Told("Two Polish sources told Reuters that talks had failed.")
    told.add("Two Polish sources", "told", "talks had failed")
    assert names(told) == [["Bay Dispatch", "Reuters", "two Polish sources"]]


def test_chain_later_anonymous_source_came_by_the_same_relay() -> None:
    """An unnamed source later in the report spoke to the same agency; a named one need not have."""
    told = Told(
        "Two Polish sources told Reuters that talks had failed. One source said a truce was near. "
        "French Foreign Minister Luc Arnaud said nobody had called him."
    )
    told.add("Two Polish sources", "told", "talks had failed")
    told.add("One source", "said", "a truce was near")
    told.add("French Foreign Minister Luc Arnaud", "said", "nobody had called him")
    assert names(told)[1:] == [
        ["Bay Dispatch", "Reuters", "one source"],
        ["Bay Dispatch", "Luc Arnaud"],
    ]


def test_chain_nested_source_is_the_last_link_and_not_the_speaker() -> None:
    """What sources say a president demands is the state's demand, told by the sources."""
    told = Told(
        "Two Polish sources told Reuters that French President Luc Arnaud demands free passage."
    )
    outer = told.add(
        "Two Polish sources", "told", "French President Luc Arnaud demands free passage"
    )
    told.add("French President Luc Arnaud", "demands", "free passage", act=Act.DEMAND, parent=outer)
    one = next(s for s in told.statements() if s.act is Act.DEMAND)
    assert [link.name for link in one.chain][1:] == ["Reuters", "two Polish sources", "Luc Arnaud"]
    assert (one.speaker.name, one.holder, one.voice) == ("two Polish sources", "France", "account")


def test_chain_source_line_covers_the_whole_report() -> None:
    """A line "Source: X" puts X between the outlet and every source; "analysts" are X's."""
    credit = Credit("Institute for the Study of War", "think tank", "source line")
    told = Told("Analysts say that rain will come. Poland demands shelter.", credits_=[credit])
    told.add("Analysts", "say", "rain will come", act=Act.ASSESSMENT)
    told.add("Poland", "demands", "shelter", act=Act.DEMAND)
    first, second = told.statements()
    assert [link.name for link in first.chain] == ["Bay Dispatch", credit.name]
    assert first.voice == "assessment"
    assert [link.name for link in second.chain] == ["Bay Dispatch", credit.name, "Poland"]


def test_chain_cited_source_is_the_end() -> None:
    """An outlet that reports "citing" somebody is a relay."""
    told = Told("Poland wants the port, Reuters reported, citing sources close to the talks.")
    told.add("Reuters", "reported", "Poland wants the port", act=Act.DEMAND, agent="Poland")
    (one,) = told.statements()
    assert [link.name for link in one.chain] == [
        "Bay Dispatch",
        "Reuters",
        "sources close to the talks",
    ]
    assert one.holder == "Poland"


def test_origin_unknown_outlet_gives_none() -> None:
    """Lineage unknown is no origin; an anonymous one is told apart by its relay."""
    told = Told("It is said that the port is shut for good.", outlet=None)
    told.add("", "It is said", "the port is shut for good", act=Act.DEMAND)
    (one,) = told.statements()
    assert one.origin is None
    other = Told("A diplomat told Reuters that the port is shut for good.")
    other.add("A diplomat", "told", "the port is shut for good")
    assert other.statements()[0].origin == "a diplomat (via Reuters)"


def test_statement_own_words_need_a_verb_of_saying() -> None:
    """The words "Poland wants" is an account; "Poland said" gives its own words."""
    told = Told("Poland wants the port. Poland said it will never leave the port alone.")
    told.add("Poland", "wants", "the port", act=Act.DEMAND)
    told.add("Poland", "said", "it will never leave the port alone", act=Act.REFUSAL)
    assert [one.voice for one in told.statements()] == ["account", "own words"]


def test_statement_ids_hold_when_party_and_act_change() -> None:
    """A better reading of the same words keeps the row's id."""
    ids = []
    for act in (Act.OTHER, Act.DEMAND):
        told = Told("Poland said the port must be free for everybody.")
        told.add("Poland", "said", "the port must be free for everybody", act=act)
        ids.append(told.statements()[0].id)
    assert ids[0] == ids[1]


def test_origin_experts_of_nobody_are_told_apart_by_their_relay() -> None:
    """Experts whom no body is credited for are no origin that two outlets could share."""
    told = Told("Experts say that the port is shut for good.")
    told.add("Experts", "say", "the port is shut for good", act=Act.ASSESSMENT)
    assert told.statements()[0].origin == "experts (via Bay Dispatch)"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "chain"),
    [
        (
            "Tea was late, Luc Arnaud, quoted by the portal of the Reuters agency, said on Monday.",
            "Luc Arnaud",
            "said",
            "Tea was late",
            ["Reuters", "Luc Arnaud"],
        ),
        (
            "Tea was late, he said, according to the Reuters agency.",
            "he",
            "said",
            "Tea was late",
            ["Reuters", "he"],
        ),
        (
            "Tea was late, said the Polish official, speaking on condition of anonymity with Reuters, is untrue.",
            "the Polish official, speaking on condition of anonymity with Reuters",
            "said",
            "Tea was late",
            ["Reuters", "the Polish official"],
        ),
        (
            "“Tea was late.” Reuters quoted Luc Arnaud as saying.",
            "Reuters",
            "quoted",
            "Tea was late.",
            ["Reuters", "Luc Arnaud"],
        ),
    ],
)
def test_chain_body_that_quotes_stands_before_the_source(
    text: str, source: str, cue: str, content: str, chain: list[str]
) -> None:
    """Whoever is said to quote, to have been spoken to or to be gone by is a relay."""
    told = Told(text)
    told.add(source, cue, content)
    (found,) = names(told)
    assert [one.partition(",")[0] for one in found[1:]] == chain


def test_chain_day_of_a_quotation_is_nobody() -> None:
    """He who "was quoted Friday as saying" is no Friday."""
    told = Told("“Tea was late,” Luc Arnaud was quoted Friday as saying.")
    told.add("Luc Arnaud", "was quoted Friday as saying", "Tea was late")
    assert names(told) == [["Bay Dispatch", "Luc Arnaud"]]
