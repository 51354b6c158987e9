"""Contents of attributions become propositions with act, agent, target, issues, conditions, deadline."""

import pytest
from fake_parties import FakeParties
from hypothesis import given
from hypothesis import strategies as st

from reportedly.coding import code_content
from reportedly.model import Act, Proposition, Span

PARTIES = FakeParties()


def code(source: str, cue: str, content: str) -> tuple[Proposition, ...]:
    """Codes the whole text as one content."""
    return code_content(
        content, (Span(0, len(content)),), source=source, cue=cue, gazetteer=PARTIES
    )


def words(content: str, propositions: tuple[Proposition, ...]) -> list[str]:
    """Returns the words of propositions."""
    return [p.span.of(content) for p in propositions]


@pytest.mark.parametrize(
    ("source", "cue", "content", "act"),
    [
        ("Sudria", "rejects", "giving Norland a veto over its alliances", Act.REFUSAL),
        ("Sudria", "urges", "binding security guarantees against new attacks", Act.DEMAND),
        ("The first part", "demands", "a withdrawal of all foreign troops", Act.DEMAND),
        ("Sudria", "proposed", "a ceasefire of thirty days", Act.OFFER),
        ("Norland", "accused", "Sudria of shelling the harbour", Act.ACCUSATION),
        ("Tovik", "denied", "the abduction of children", Act.DENIAL),
        ("Tovik", "said", "that Norland is ready to meet in Ostrava Bay", Act.OFFER),
        ("Tovik", "said", "we will never accept foreign troops in Arvel", Act.REFUSAL),
        ("Tovik", "told reporters", "Sudria must withdraw its troops from Arvel", Act.DEMAND),
        ("Tovik", "warned", "that Norland will retaliate if Sudria joins the alliance", Act.THREAT),
        ("Analysts", "believe", "the valley matters little to the capital", Act.ASSESSMENT),
        ("Tovik", "said", "the weather in the valley is fine", Act.OTHER),
        ("Economists", "said", "demand for gas fell and offers were few", Act.OTHER),
        ("Tovik", "said", "Norland does not demand a new government", Act.OTHER),
        ("Norland", "refused to rule out", "a meeting of the presidents", Act.OTHER),
        ("Tovik", "said", "Norland dropped its demand for elections", Act.CONCESSION),
        ("Tovik", "said", "Norland agreed to an exchange of prisoners", Act.AGREEMENT),
    ],
)
def test_first_proposition_has_act(source: str, cue: str, content: str, act: Act) -> None:
    """The cue decides, unless the content holds an act of its own."""
    assert code(source, cue, content)[0].act is act


def test_clause_with_own_agent_is_read_inside_content() -> None:
    """The holder of a demand is not its speaker."""
    content = "that Norland demands written guarantees from Kestria"
    (one,) = code("Two sources", "told the Herald", content)
    assert one.agent is not None
    assert one.agent.of(content) == "Norland"
    assert one.span.of(content) == "written guarantees from Kestria"
    assert one.issues[0] == "security-guarantees"


def test_subject_of_first_person_is_the_speaker() -> None:
    """An agent is named only where it is not the source."""
    assert code("Tovik", "said", "we are ready to talk about Arvel")[0].agent is None


def test_list_of_like_phrases_is_split() -> None:
    """Coordinated objects of one demand are positions of their own."""
    content = (
        "lasting Sudrian neutrality, an end to every military alliance, a complete ban on foreign "
        "troops, and protections for Norlandic-speaking minorities"
    )
    found = code("It", "calls for", content)
    assert words(content, found) == [
        "lasting Sudrian neutrality",
        "an end to every military alliance",
        "a complete ban on foreign troops",
        "protections for Norlandic-speaking minorities",
    ]
    assert [p.issues[0] for p in found] == [
        "alliances-neutrality",
        "alliances-neutrality",
        "foreign-forces",
        "minority-rights",
    ]


def test_list_of_verbs_is_split_with_deadline_at_its_item() -> None:
    """A deadline belongs to the item it stands in."""
    content = "Sudria disarm, end martial law, and hold elections within 60 days of the ceasefire"
    found = code("The second part", "demands", content)
    assert len(found) == 3
    assert [p.deadline is not None for p in found] == [False, False, True]
    assert all(p.target is not None and p.target.of(content) == "Sudria" for p in found)


def test_names_are_never_split() -> None:
    """A list of places is one object."""
    content = "recognition of its control over Upper Arvel, Lower Arvel, Tarn, and Osk"
    assert words(content, code("Norland", "demands", content)) == [content]


def test_quotations_and_brackets_are_never_split() -> None:
    """What stands in quotation marks or brackets stays whole."""
    content = "talks on “neutrality, sanctions, and borders” (ceasefire, prisoners, and elections)"
    assert len(code("Norland", "demands", content)) == 1


def test_bullets_after_colon_are_one_each() -> None:
    """Each list item takes the act of the cue."""
    content = "• a ceasefire on land and at sea;\n• an exchange of prisoners;\n• and a summit of the presidents."
    found = code("Sudria's memorandum", "outlines three proposals:", content)
    assert [p.act for p in found] == [Act.OFFER] * 3
    assert words(content, found)[2] == "a summit of the presidents"


def test_condition_stays_with_its_item() -> None:
    """A condition after the last item is that item's."""
    content = "a short ceasefire, followed by the signing of a peace deal — only after Sudria forms a new government"
    found = code("The plan", "proposes", content)
    assert [len(p.conditions) for p in found] == [0, 1]
    assert found[1].conditions[0].of(content) == "only after Sudria forms a new government"


def test_offer_with_price_keeps_the_limit() -> None:
    """A limit on an offer is a condition of it."""
    content = "Norland is willing to sign a truce but not at any price"
    (one,) = code("an official", "said", content)
    assert one.act is Act.OFFER
    assert [c.of(content) for c in one.conditions] == ["but not at any price"]


def test_two_acts_in_a_sentence_are_two_propositions() -> None:
    """An offer and a refusal side by side are kept apart, each with its own condition."""
    content = "we are ready to meet if Sudria lifts its blockade, but we will never give up Arvel"
    offer, refusal = code("Norland", "said", content)
    assert (offer.act, refusal.act) == (Act.OFFER, Act.REFUSAL)
    assert offer.conditions
    assert not refusal.conditions


def test_conditional_announcement_is_a_threat() -> None:
    """What is announced for the case that somebody does not comply is a threat."""
    content = "if Sudria does not leave, Norland will seize the harbour by military means"
    assert code("one source", "indicated", content)[0].act is Act.THREAT


def test_reading_of_an_analyst_with_a_demand_inside_is_the_demand() -> None:
    """The party's demand is kept; that it is a reading is told by who speaks."""
    content = "this reflects Norland's ongoing push for regime change"
    (one,) = code("The institute", "says", content)
    assert (one.act, one.issues) == (Act.DEMAND, ("government",))
    assert one.agent is not None
    assert one.agent.of(content) == "Norland"


def test_header_of_a_list_is_no_offer_of_its_own() -> None:
    """Words that only announce proposals say nothing of what is proposed."""
    assert code("Sudria's memorandum", "outlines", "four core proposals")[0].act is Act.OTHER


def test_what_somebody_else_might_do_is_no_act() -> None:
    """A guess about a third party is not that party's demand."""
    found = code(
        "A Norlandic official", "said", "Kestria might pressure Sudria to withdraw from Arvel"
    )
    assert [p.act for p in found] == [Act.OTHER]


def test_he_after_a_person_is_that_person() -> None:
    """A person named before in the same content is meant, not the speaker."""
    content = "Tovik is ill but he refuses to resign"
    (one,) = code("a doctor", "said", content)
    assert one.agent is not None
    assert one.agent.of(content) == "Tovik"


def test_particle_alone_has_no_proposition() -> None:
    """A content cut down to a particle says nothing."""
    assert code("Norland", "demands", "that") == ()


def test_empty_content_has_no_proposition() -> None:
    """White space alone says nothing."""
    assert code_content("  ", (Span(0, 2),), source="", cue="", gazetteer=PARTIES) == ()


PIECES = st.sampled_from(
    [
        "Norland",
        "Sudria",
        "demands",
        "rejects",
        "that",
        "will not",
        "accept",
        "to",
        "withdraw",
        ",",
        ", and",
        "and",
        "from",
        "Arvel",
        "if",
        "unless",
        "within 30 days",
        "by 1 May",
        "“",
        "”",
        "(",
        ")",
        "the",
        "officials",
        "must",
        "ready",
        "is",
        "a ceasefire",
        "sanctions",
        ":",
        ";",
        "\n",
        "•",
        "—",
        ".",
        "Tovik",
        "said",
        "he",
        "’s",
        "which",
        "push for",
        "refusal to",
        "by",
        "was",
        "urged",
        "or",
        "not",
        "é",
        "🕊",
    ]
)


@given(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=3).map(" ".join),
    st.data(),
)
def test_any_words_give_spans_inside_the_content(text: str, cue: str, data: st.DataObject) -> None:
    """No input raises, and whatever is found ends inside the content; a verb group may stand before it."""
    size = len(text)
    start = data.draw(st.integers(0, size))
    middle = data.draw(st.integers(start, size))
    content = tuple(s for s in (Span(start, middle), Span(middle, size)) if s.start < s.end)
    for one in code_content(text, content, source="Norland", cue=cue, gazetteer=PARTIES):
        spans = [one.span, one.cue, one.agent, one.target, one.deadline, *one.conditions]
        assert all(
            any(c.end >= s.end for c in content) and 0 <= s.start < s.end
            for s in spans
            if s is not None
        )


@given(st.text(max_size=200), st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_taken(text: str, source: str, cue: str) -> None:
    """Arbitrary characters never raise."""
    for one in code_content(text, (Span(0, len(text)),), source=source, cue=cue, gazetteer=PARTIES):
        assert 0 <= one.span.start < one.span.end <= len(text)


def test_items_after_a_header_are_offers() -> None:
    """The header is left out, what it announces is not."""
    content = "four core proposals:\n• a ceasefire at sea;\n• an exchange of prisoners"
    found = code("Sudria's memorandum", "outlines", content)
    assert words(content, found) == ["a ceasefire at sea", "an exchange of prisoners"]
    assert {p.act for p in found} == {Act.OFFER}
