"""Lists, quotation marks and backward attributions: what is read by form alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.attributing.forms import backward, parts
from reportedly.attributing.linking import Linked
from reportedly.attributing.lists import with_list_items
from reportedly.attributing.quotes import directness_of
from reportedly.model import Directness, Span


def linked(text: str, source: str, cue: str, content: str) -> Linked:
    """A relation whose spans are the first places of the words given."""

    def place(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (Span(start, start + len(words)),)

    return Linked(place(source), place(cue), place(content), 0.9)


def test_list_items_after_a_colon_belong_to_the_content() -> None:
    """Each bulleted line becomes a fragment; the line after the list does not."""
    text = "Kestria's plan lists two steps:\n\n  • a truce at sea;\n  • talks in May.\n\nNobody replied."
    one = with_list_items(text, linked(text, "Kestria's plan", "lists", "two steps"))
    assert [s.of(text) for s in one.content] == ["a truce at sea;", "talks in May."]
    assert [s.of(text) for s in one.cue] == ["lists two steps"]


def test_list_items_after_a_full_stop_do_not() -> None:
    """Bullets that no colon introduces stay apart."""
    text = "Kestria's plan lists two steps.\n\n• an advertisement"
    one = linked(text, "Kestria's plan", "lists", "two steps")
    assert with_list_items(text, one) == one


def test_directness_follows_the_quotation_marks() -> None:
    """All quoted is direct, part quoted is mixed, none is indirect; curly marks count like straight ones."""
    text = 'He said “we will not sign”. She said the plan was "a trap" for all. They said no.'

    def of(words: str) -> Directness:
        start = text.index(words)
        return directness_of(text, [Span(start, start + len(words))])

    assert of("we will not sign") is Directness.DIRECT
    assert of('the plan was "a trap" for all') is Directness.MIXED
    assert of("no.") is Directness.INDIRECT


def test_directness_missing_closing_mark_counts_to_the_end() -> None:
    """A quotation that is never closed is still a quotation."""
    text = "“We will not sign this paper, ever"
    assert directness_of(text, [Span(0, len(text))]) is Directness.DIRECT


def test_backward_sentence_attributes_the_one_before() -> None:
    """A sentence "This was stated by X" gives X the one before it, without the relaying agency."""
    text = (
        "Varonia will not leave the strait. This was stated by the Kestrian envoy, reports Baywire."
    )
    (one,) = backward(text)
    assert [s.of(text) for s in one.source] == ["the Kestrian envoy"]
    assert [s.of(text) for s in one.content] == ["Varonia will not leave the strait."]


@given(st.text(st.sampled_from("This is stated in by X.,\n “”•:-"), max_size=200))
def test_forms_any_text_raise_nothing_and_stay_inside(text: str) -> None:
    """No input raises, and every span lies inside the text."""
    for one in backward(text):
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(text)


def test_parts_of_a_document_want_what_they_demand() -> None:
    """An ordinal that stands for a part is the source of what the part demands."""
    text = "The paper has two sections. The first demands a new border at Orm. The second part calls for talks."
    found = [
        [span.of(text) for span in (*one.source, *one.cue, *one.content)] for one in parts(text)
    ]
    assert found == [
        ["The first", "demands", "a new border at Orm"],
        ["The second part", "calls for", "talks"],
    ]


def test_parts_ordinals_that_count_something_else_are_none() -> None:
    """The first demands of a party are a noun."""
    assert list(parts("The first demands were met. The second man wants a house.")) == []
