"""What a proposition's span holds reads as words of somebody and never says the opposite."""

import pytest
from fake_parties import FakeParties
from hypothesis import given
from hypothesis import strategies as st

from reportedly.coding import code_content
from reportedly.coding.edges import tidy
from reportedly.coding.words import strip_quotes
from reportedly.model import Act, Proposition, Span

PARTIES = FakeParties()


def code(source: str, cue: str, content: str, before: str = "") -> list[tuple[Act, str]]:
    """Returns the acts and words of a content that stands after some other words."""
    found = propositions(source, cue, content, before)
    return [(one.act, one.span.of(before + content)) for one in found]


def propositions(source: str, cue: str, content: str, before: str = "") -> tuple[Proposition, ...]:
    """Codes a content that stands after some other words."""
    text = before + content
    span = Span(len(before), len(text))
    return code_content(text, (span,), source=source, cue=cue, gazetteer=PARTIES)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("that the valley is quiet", "the valley is quiet"),
        ("how far apart they are", "far apart they are"),
        (", the rest of the valley amid", "the rest of the valley"),
        ("a truce and other terms that", "a truce and other terms"),
        ("whether or not it joins", "whether or not it joins"),
        ("That would be bad.", "That would be bad."),
        ("they will not give in", "they will not give in"),
        ("“peace” for all", "“peace” for all"),
    ],
)
def test_hanging_words_are_trimmed(text: str, kept: str) -> None:
    """Particles and signs at the edges are no part of what is said."""
    span = tidy(text, Span(0, len(text)))
    assert span is not None
    assert span.of(text) == kept


@given(st.text(max_size=80))
def test_tidy_span_lies_inside(text: str) -> None:
    """Whatever is trimmed, the rest lies in the stretch and is not empty."""
    span = tidy(text, Span(0, len(text)))
    assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("“all of it”", "all of it"),
        ("the “root causes”", "the “root causes”"),
        ("“firm promises” from all", "“firm promises” from all"),
        ('its "open door"', 'its "open door"'),
        ('"open door" and more', '"open door" and more'),
        ("the causes”", "the causes"),
    ],
)
def test_quotation_marks_are_kept_in_pairs(text: str, kept: str) -> None:
    """A mark goes only where its partner is not inside."""
    assert strip_quotes(text, Span(0, len(text))).of(text) == kept


@pytest.mark.parametrize(
    ("content", "act", "kept"),
    [
        ("it will not close its harbours", Act.OTHER, "it will not close its harbours"),
        (
            "it will not change its policy on sanctions",
            Act.REFUSAL,
            "will not change its policy on sanctions",
        ),
        ("Norland cannot afford to lose Arvel", Act.REFUSAL, "cannot afford to lose Arvel"),
        (
            "we will never accept any deal on Arvel that is made without us",
            Act.REFUSAL,
            "will never accept any deal on Arvel that is made without us",
        ),
        (
            "Norland dropped its demand for elections",
            Act.CONCESSION,
            "dropped its demand for elections",
        ),
        ("Norland rejects a veto for Sudria", Act.REFUSAL, "a veto for Sudria"),
        (
            "Norland does not accept the truce and elections",
            Act.REFUSAL,
            "does not accept the truce and elections",
        ),
    ],
)
def test_verb_group_is_kept_where_the_object_says_the_opposite(
    content: str, act: Act, kept: str
) -> None:
    """Negated and modal verbs belong to what is said, clean act verbs do not."""
    assert code("Tovik of Norland", "said", content) == [(act, kept)]


def test_verb_group_in_the_cue_is_taken_into_the_span() -> None:
    """Where the cue itself is "will not accept", the span begins with it."""
    found = code(
        "Norland", "will not accept", "any truce without Arvel", "Norland will not accept "
    )
    assert found == [(Act.REFUSAL, "will not accept any truce without Arvel")]


def test_cue_far_from_its_content_stays_outside() -> None:
    """Only a cue right before the content is taken in."""
    before = "Norland will not accept it. The paper wrote of "
    ((act, kept),) = code("Norland", "will not accept", "any truce without Arvel", before)
    assert (act, kept) == (Act.REFUSAL, "any truce without Arvel")


def test_content_without_its_negation_is_mended() -> None:
    """A "not" right before the content belongs to it."""
    ((_, kept),) = code("Norland", "appealed", "to break the truce", "Norland appealed not ")
    assert kept == "not to break the truce"


def test_relative_clause_belongs_to_the_object() -> None:
    """What describes the object is not cut off."""
    content = "the surrender of land that Sudrian troops hold and that is home to three cities"
    assert code("Norland", "also insisted on", content) == [(Act.DEMAND, content)]


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        (
            "outlined",
            "specific conditions for peace, including a ban on foreign bases and new elections",
        ),
        ("named", "the conditions for peace: a ban on foreign bases and new elections"),
        ("has", "demands such as a ban on foreign bases and new elections"),
    ],
)
def test_examples_after_a_header_are_the_demands(cue: str, content: str) -> None:
    """The header is none, each example is one."""
    assert code("Norland", cue, content) == [
        (Act.DEMAND, "a ban on foreign bases"),
        (Act.DEMAND, "new elections"),
    ]


@pytest.mark.parametrize(
    ("source", "act"),
    [
        ("Additional conditions", Act.DEMAND),
        ("Other demands", Act.DEMAND),
        ("The terms", Act.DEMAND),
        ("Further proposals", Act.OFFER),
    ],
)
def test_noun_before_include_decides_the_act(source: str, act: Act) -> None:
    """What "additional conditions include" are demands, what "further proposals include" are offers."""
    content = "Sudrian neutrality, sanctions relief, and release of frozen assets"
    assert code(source, "include", content) == [
        (act, "Sudrian neutrality"),
        (act, "sanctions relief"),
        (act, "release of frozen assets"),
    ]


def test_target_covers_both_addressees() -> None:
    """The words "both A and B" are one target; the alternative stays with the demand."""
    content = "both Sudria and Kestria to join the talks or Norland will end its aid"
    (one,) = propositions("The envoy", "issued an ultimatum to", content)
    assert one.act is Act.DEMAND
    assert one.target is not None
    assert one.target.of(content) == "both Sudria and Kestria"


def test_target_inside_one_item_is_not_shared() -> None:
    """A genitive in the first item is nobody the second item is directed at."""
    content = "to halt Kestria's expansion and lift sanctions on Norland"
    first, second = propositions("Norland", "demanded", content)
    assert second.target is None or second.target == first.target is None


def test_each_item_has_its_own_issues() -> None:
    """Neighbours lend no issue."""
    content = "a ceasefire at sea, an exchange of prisoners, and repair of the roof"
    found = propositions("Norland", "proposed", content)
    assert found[0].issues == ("ceasefire",)
    assert "ceasefire" not in found[1].issues


def test_place_alone_is_about_borders_only_in_a_demand() -> None:
    """An offer that names a place says nothing of borders."""
    (demand,) = propositions("Norland", "demanded", "all of Arvel")
    (offer,) = propositions("Norland", "offered", "the roads of Arvel")
    assert demand.issues == ("borders",)
    assert offer.issues == ()


def test_deadline_and_condition_at_the_ends_of_items_are_found() -> None:
    """After a dash, and at the end of the last item."""
    content = "the signing of a peace deal — only after Sudria forms a new government"
    (one,) = propositions("The plan", "proposes", content)
    assert [c.of(content) for c in one.conditions] == ["only after Sudria forms a new government"]
    content = "Sudria disarm, and hold elections within 90 days of martial law ending"
    last = propositions("The plan", "demands", content)[-1]
    assert last.deadline is not None
    assert last.deadline.of(content) == "within 90 days of martial law ending"
