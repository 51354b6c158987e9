"""A cue carries its act only where somebody means it: not supposed, foreseen, aimed at or empty."""

import pytest
from fake_parties import FakeParties

from reportedly.coding import code_content
from reportedly.model import Act, Proposition, Span

PARTIES = FakeParties()


def code(source: str, cue: str, content: str) -> tuple[Proposition, ...]:
    """Codes the whole text as one content."""
    span = Span(0, len(content))
    return code_content(content, (span,), source=source, cue=cue, gazetteer=PARTIES)


@pytest.mark.parametrize(
    ("source", "cue", "content", "act"),
    [
        # Threats need somebody who will do something.
        (
            "Scholars",
            "warned",
            "that accepting Norland's terms would threaten its borders",
            Act.ASSESSMENT,
        ),
        ("Tovik", "warned", "that if Sudria wins, we would never feel safe", Act.OTHER),
        ("Tovik", "said", "either they leave, or we will take the harbour by force", Act.THREAT),
        ("Tovik", "warned", "that Norland will close the canal if troops stay", Act.THREAT),
        ("Tovik", "warned", "that if Norland loses, Sudria will never talk again", Act.OTHER),
        ("Tovik", "warned", "that Norland will strike back with force", Act.THREAT),
        ("Tovik", "said", "no one offers Sudria security guarantees", Act.OTHER),
        ("Tovik", "said", "Norland conceded that the talks will take a while", Act.OTHER),
        ("Tovik", "said", "Sudria will face consequences", Act.THREAT),
        ("Tovik", "said", "Sudria is threatened by floods", Act.OTHER),
        # Aims are no demands.
        ("Norland", "wants", "to achieve the destruction of the alliance", Act.OTHER),
        ("The institute", "believes", "that Norland wants to conquer Arvel", Act.ASSESSMENT),
        ("Norland", "wants", "Sudria to withdraw its troops", Act.DEMAND),
        ("Norland", "seeks", "written security guarantees", Act.DEMAND),
        ("Norland", "is pushing", "to gain full control over the border regions", Act.DEMAND),
        ("Norland", "hopes", "Kestria might press Sudria to withdraw its troops", Act.OTHER),
        (
            "Tovik",
            "said",
            "Norland is stalling the ceasefire and dragging out the talks",
            Act.OTHER,
        ),
        # Nouns and reports that carry an act, or none.
        ("Tovik", "announced", "agreement to work with Sudria on a memorandum", Act.AGREEMENT),
        ("Norland", "said", "it is drafting its version of the memorandum", Act.OTHER),
        ("Norland", "verified", "the deportation of 300 people", Act.OTHER),
        ("Norland", "rejected", "the assessment that its army is weak", Act.DENIAL),
        # Supposed, disbelieved, foreseen.
        ("Tovik", "said", "if Sudria accepts the truce, trade may grow", Act.OTHER),
        ("Tovik", "said", "I don't believe that Sudria is ready to make concessions", Act.OTHER),
        ("Tovik", "said", "there is no sign that Sudria is ready to make concessions", Act.OTHER),
        ("An expert", "predicted", "that Sudria will not accept a truce", Act.ASSESSMENT),
        ("An expert", "said", "Sudria must expect new sanctions", Act.OTHER),
        ("Tovik", "insisted", "that the ceasefire will be kept", Act.OTHER),
        ("Tovik", "insisted", "that the ceasefire be kept", Act.DEMAND),
        ("Tovik", "said", "Sudria will need to rebuild its army after the ceasefire", Act.OTHER),
        # Empty objects, penalties.
        ("Norland", "offers", "a look at the harbour", Act.OTHER),
        ("Norland", "accepted", "a doctorate", Act.OTHER),
        ("Norland", "agreed", "to impose sanctions on Sudria", Act.OTHER),
        ("Norland", "agreed", "to lift sanctions on Sudria", Act.AGREEMENT),
        ("Norland", "vowed", "sanctions and tariffs", Act.OTHER),
        ("Norland", "declined", "to comment on the truce", Act.OTHER),
        ("Norland", "naively expects", "to gain from the sanctions", Act.OTHER),
        ("Norland", "wants to discuss", "the sanctions", Act.OTHER),
        ("Tovik", "said", "we must unite and fight for independence", Act.OTHER),
        ("Norland", "was not ready for", "the storm", Act.OTHER),
    ],
)
def test_act_is_what_is_meant(source: str, cue: str, content: str, act: Act) -> None:
    """One example for each rule."""
    assert code(source, cue, content)[0].act is act


def test_aim_keeps_its_party_as_agent() -> None:
    """Whose aim it is stands in the reading."""
    content = "that Norland wants to conquer Arvel"
    (one,) = code("The institute", "believes", content)
    assert one.agent is not None
    assert (one.agent.of(content), one.span.of(content)) == ("Norland", "wants to conquer Arvel")


def test_hope_keeps_its_target() -> None:
    """Of whom something is hoped is kept, though it is no demand."""
    content = "Kestria might press Sudria to withdraw its troops"
    (one,) = code("Norland", "hopes", content)
    assert one.target is not None
    assert one.target.of(content) == "Kestria"


def test_coordinated_denial_is_the_speakers() -> None:
    """A list denies nothing; who speaks does."""
    content = "the list had ninety names and denied mass abductions"
    first, second = code("Tovik", "said", content)
    assert (first.act, first.span.of(content)) == (Act.OTHER, "the list had ninety names")
    assert (second.act, second.span.of(content)) == (Act.DENIAL, "mass abductions")


def test_subject_told_to_do_something_said_nothing() -> None:
    """What Kestria "must promise" is no attribution to Kestria."""
    assert code("Kestria", "must promise", "not to admit Sudria to the alliance") == ()


def test_task_of_the_own_side_is_no_demand() -> None:
    """What a speaker's own country has to do is asked of nobody."""
    content = "his country must defend its border with Sudria"
    assert code("Tovik", "said", content)[0].act is Act.OTHER


@pytest.mark.parametrize(
    ("source", "cue", "content", "act"),
    [
        # Irregular past forms are verbs after a name in the singular.
        ("Tovik", "said", "Kestria withdrew its demand for elections", Act.CONCESSION),
        ("Tovik", "said", "Kestria gave up its claim to Arvel", Act.CONCESSION),
        ("Tovik", "said", "Kestria withdrew observers from Arvel", Act.OTHER),
        # Readiness for force is a threat only from its own side.
        ("Tovik", "said", "Norland is ready to attack Arvel", Act.THREAT),
        ("Sudria", "said", "Norland is ready to attack Arvel", Act.OTHER),
        # A vow to go on fighting offers nothing.
        ("Tovik", "vowed", "to continue the revolution with a general strike", Act.OTHER),
        # Whom somebody addresses is not what is asked.
        ("Tovik", "appealed to", "the President", Act.OTHER),
        ("Tovik", "blamed", "Kestria", Act.ACCUSATION),
        ("Norland", "aims", "to link up its harbours with the territory of Arvel", Act.OTHER),
        # A plan to meet is nobody's offer.
        ("Norland", "plans", "to meet Sudria in Arvel", Act.OTHER),
        ("Kestria", "wants", "a written pledge from the members of the alliance", Act.DEMAND),
    ],
)
def test_act_of_whoever_means_it(source: str, cue: str, content: str, act: Act) -> None:
    """The act counts for the side that does it, in any tense."""
    assert code(source, cue, content)[0].act is act


def test_right_denied_to_another_is_refusal_by_the_speaker() -> None:
    """Whoever has no veto has refused nothing."""
    content = "Kestria has no veto over the alliances of its neighbours"
    (one,) = code("Tovik", "answered", content)
    assert one.act is Act.REFUSAL
    assert one.agent is None
    assert one.target is not None
    assert one.target.of(content) == "Kestria"
    assert one.span.of(content) == content


def test_what_follows_if_there_is_no_agreement_is_a_threat_by_its_subject() -> None:
    """Whoever will stop something unless others comply threatens them; analysts only foresee it."""
    content = "that Kestria will stop gas deliveries to Sudria if there is no agreement by May"
    (one,) = code("A source", "told the paper", content)
    assert one.act is Act.THREAT
    assert one.agent is not None
    assert one.agent.of(content) == "Kestria"
    assert one.conditions
    assert code("Analysts", "said", content)[0].act is not Act.THREAT


def test_alternative_to_compliance_is_a_threat_of_its_own() -> None:
    """What the demanding side will do otherwise is no part of the demand; what befalls the other side is."""
    content = "Norland and Sudria to enter direct talks or Kestria will withdraw its support"
    demand, threat = code("Kestria", "issued an ultimatum to", content)
    assert (demand.act, threat.act) == (Act.DEMAND, Act.THREAT)
    assert demand.span.of(content) == "Norland and Sudria to enter direct talks"
    assert threat.span.of(content) == "Kestria will withdraw its support"
    other = "Sudria to leave Arvel or Norland will close its harbour"
    assert len(code("Kestria", "issued an ultimatum to", other)) == 1
