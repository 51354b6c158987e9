"""The real encoder on invented sentences, and on any text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.attributing import Attributor
from reportedly.model import Attribution, Directness

PARAGRAPHS = [
    "Kestrian Foreign Minister Ada Holm said on Tuesday that her country would never cede the Strait of Orm.",
    "“We are ready to talk, but not under fire,” Varonian President Ivo Tarn told reporters in Lisk.",
    "According to the think tank, Varonian forces are unlikely to advance before the spring.",
    "Two officials told the Bay Dispatch that Tarn demands written guarantees from Kestria.",
]


@pytest.fixture(scope="module")
def attributor() -> Attributor:
    """The attributor with the model that is shipped."""
    return Attributor.load(1)


def words(text: str, found: Attribution) -> tuple[str, str, str]:
    """The three roles in words."""
    return tuple(
        " … ".join(s.of(text) for s in spans) for spans in (found.source, found.cue, found.content)
    )  # type: ignore[return-value]


def test_attribute_indirect_speech_finds_source_cue_and_content(attributor: Attributor) -> None:
    """An indirect statement is read whole."""
    (found, *_) = attributor.attribute("r", PARAGRAPHS[0], nested=False)
    source, cue, content = words(PARAGRAPHS[0], found)
    assert source == "Kestrian Foreign Minister Ada Holm"
    assert "said" in cue
    assert content.endswith("her country would never cede the Strait of Orm")
    assert found.directness is Directness.INDIRECT


def test_attribute_quotation_is_direct(attributor: Attributor) -> None:
    """A quotation in curly marks is direct, its speaker found behind it."""
    (found, *_) = attributor.attribute("r", PARAGRAPHS[1], nested=False)
    assert words(PARAGRAPHS[1], found)[0] == "Varonian President Ivo Tarn"
    assert found.directness is Directness.DIRECT


def test_attribute_nested_ones_are_read_in_contents(attributor: Attributor) -> None:
    """What officials say a president demands is nested in what they say."""
    found = attributor.attribute("r", PARAGRAPHS[3])
    outer = next(a for a in found if a.parent is None)
    inner = [a for a in found if a.parent == outer.id]
    assert [words(PARAGRAPHS[3], a)[:2] for a in inner] == [("Tarn", "demands")]


def test_attribute_several_paragraphs_equal_each_alone(attributor: Attributor) -> None:
    """A paragraph's attributions do not depend on being the only one in its batch."""
    alone = [
        words(p, a) for p in PARAGRAPHS[:2] for a in attributor.attribute("r", p, nested=False)
    ]
    text = "\n\n".join(PARAGRAPHS[:2])
    together = [words(text, a) for a in attributor.attribute("r", text, nested=False)]
    assert together == alone


def test_attribute_nested_in_a_turn_of_a_transcript_is_found(attributor: Attributor) -> None:
    """A turn is read by its form, so what it relays is found by reading it again."""
    text = "\n".join(
        [
            "HOLM: President Ivo Tarn told me on Monday that he wants guarantees from Kestria.",
            "QUESTION: What will you answer?",
            "HOLM: We shall never cede the Strait of Orm.",
            "QUESTION: Thank you, Minister.",
        ]
    )
    found = attributor.attribute("r", text)
    turns = {a.id for a in found if a.parent is None}
    inner = [words(text, a) for a in found if a.parent in turns]
    assert any("Tarn" in source and "guarantees" in content for source, _, content in inner)


def test_attribute_all_equals_each_report_alone() -> None:
    """Reading several reports at once changes neither their attributions nor their order."""
    both = Attributor.load(2)
    reports = [(f"r{n}", "\n\n".join(PARAGRAPHS[n % 4 :] * 2)) for n in range(9)]
    assert list(both.attribute_all(reports)) == [both.attribute(*one) for one in reports]
    assert list(Attributor.load(1).attribute_all(reports)) == [
        both.attribute(*one) for one in reports
    ]


def test_attribute_all_reads_no_further_ahead_than_it_must() -> None:
    """A stream of reports is not drawn into memory."""
    drawn = []

    def stream() -> Iterator[tuple[str, str]]:
        for number in range(50):
            drawn.append(number)
            yield f"r{number}", PARAGRAPHS[number % 4]

    next(iter(Attributor.load(2).attribute_all(stream())))
    assert len(drawn) <= 6


def test_attribute_the_same_text_twice_gives_the_same_ids(attributor: Attributor) -> None:
    """Reading again changes nothing."""
    text = "\n".join(PARAGRAPHS)
    assert attributor.attribute("r", text) == attributor.attribute("r", text)


@given(
    st.text(
        st.sampled_from(
            'abc said that “we” ’ " «» — : • \n\t\u00a0\u200b é 中 🙂 ... LAVROV: 12 %'
        ),
        max_size=400,
    )
)
@settings(max_examples=25, deadline=None)
def test_attribute_any_text_stays_inside_it(attributor: Attributor, text: str) -> None:
    """No input raises, every span lies inside the text, and parents exist."""
    found = attributor.attribute("r", text)
    ids = {a.id for a in found}
    for one in found:
        assert all(0 <= s.start < s.end <= len(text) for s in (*one.source, *one.cue, *one.content))
        assert one.parent is None or one.parent in ids
        assert 0 <= one.confidence <= 1
