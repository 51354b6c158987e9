"""The real attributor on text as it comes: marks, dashes, bullets, transcripts, capitals and unseen characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.attributing import Attributor
from reportedly.attributing.edges import is_visible
from reportedly.attributing.quotes import directness_of
from reportedly.model import Attribution, Directness

DIRECT, INDIRECT, MIXED = Directness.DIRECT, Directness.INDIRECT, Directness.MIXED


@pytest.fixture(scope="session")
def attributor() -> Attributor:
    """The attributor with the model that is shipped, loaded once."""
    return Attributor.load(1)


KINDS = {
    "curly": (
        "“We will not sign the treaty under fire,” Varonian President Ivo Tarn told reporters in Lisk.",
        ("Varonian President Ivo Tarn", "We will not sign the treaty under fire", DIRECT),
    ),
    "straight": (
        '"We will not sign the treaty under fire," Varonian President Ivo Tarn told reporters in Lisk.',
        ("Varonian President Ivo Tarn", "We will not sign the treaty under fire", DIRECT),
    ),
    "guillemets": (
        "«We will not sign the treaty under fire», Varonian President Ivo Tarn told reporters in Lisk.",
        ("Varonian President Ivo Tarn", "We will not sign the treaty under fire", DIRECT),
    ),
    "low marks": (
        "„We will not sign the treaty under fire“, Varonian President Ivo Tarn told reporters in Lisk.",
        ("Varonian President Ivo Tarn", "We will not sign the treaty under fire", DIRECT),
    ),
    "single": (
        "‘We will not sign the treaty under fire,’ Varonian President Ivo Tarn told reporters in Lisk.",
        ("Varonian President Ivo Tarn", "We will not sign the treaty under fire", DIRECT),
    ),
    "nested marks": (
        "“They called our offer ‘a trap’ and left the hall,” Kestrian envoy Ada Holm said on Monday.",
        ("Kestrian envoy Ada Holm", "They called our offer ‘a trap’ and left the hall", DIRECT),
    ),
    "long dashes": (
        "— We will not sign the treaty under fire, — President Ivo Tarn said. — We want talks in May.",
        (
            "President Ivo Tarn",
            "We will not sign the treaty under fire … We want talks in May",
            DIRECT,
        ),
    ),
    "hyphens": (
        "The talks failed.- We will not sign anything.We want a truce first - said President Ivo Tarn.",
        ("President Ivo Tarn", "We will not sign anything.We want a truce first", DIRECT),
    ),
    "partly quoted": (
        "Kestrian envoy Ada Holm said the treaty was “a trap” for smaller states.",
        ("Kestrian envoy Ada Holm", "the treaty was “a trap” for smaller states", MIXED),
    ),
    "no closing mark": (
        "Kestrian envoy Ada Holm said: “We will not leave the strait before winter",
        ("Kestrian envoy Ada Holm", "We will not leave the strait before winter", DIRECT),
    ),
    "capitals": (
        "KESTRIA WILL NOT LEAVE THE STRAIT, FOREIGN MINISTER ADA HOLM SAYS",
        ("FOREIGN MINISTER ADA HOLM", "KESTRIA WILL NOT LEAVE THE STRAIT", INDIRECT),
    ),
    "bullet": (
        "• Kestrian envoy Ada Holm said that her country would not leave the strait.",
        ("Kestrian envoy Ada Holm", "that her country would not leave the strait", INDIRECT),
    ),
    "no-break spaces": (
        "Kestrian\xa0envoy\xa0Ada\xa0Holm said\xa0that her\xa0country would not leave the\xa0strait.",
        (
            "Kestrian\xa0envoy\xa0Ada\xa0Holm",
            "that her\xa0country would not leave the\xa0strait",
            INDIRECT,
        ),
    ),
    "unseen characters": (
        "\ufeff\u200bKestrian envoy Ada\u200b Holm\u200f said that her coun\u00adtry would not leave the strait.\u200e",
        (
            "Kestrian envoy Ada\u200b Holm",
            "that her coun\u00adtry would not leave the strait",
            INDIRECT,
        ),
    ),
    "line ends of two characters": (
        "The talks failed.\r\n\r\nKestrian envoy Ada Holm said that her country would not leave.\r\nNobody came.\r\n",
        ("Kestrian envoy Ada Holm", "that her country would not leave", INDIRECT),
    ),
    "pictures": (
        "🇰🇪🔥 Kestrian envoy Ada Holm said that her country would not leave the strait 🌊.",
        ("Kestrian envoy Ada Holm", "that her country would not leave the strait", INDIRECT),
    ),
    "a very long word": (
        f"Kestrian envoy Ada Holm said that the {'ab' * 3000} treaty would not be signed.",
        ("Kestrian envoy Ada Holm", f"that the {'ab' * 3000} treaty would not be signed", INDIRECT),
    ),
    "machine translation": (
        "On Monday the talks began.The Kestrian side claims that Varonia has asked to the third countries for weapons.",
        (
            "The Kestrian side",
            "that Varonia has asked to the third countries for weapons",
            INDIRECT,
        ),
    ),
}


def bare(text: str) -> str:
    """Words without the marks and commas around them, which no reader counts."""
    return text.strip(' \xa0“”"„‘’«»,.🌊')


def roles(text: str, found: Attribution) -> tuple[str, str, Directness]:
    """Source and content in words, and the directness."""
    parts = (" … ".join(bare(s.of(text)) for s in spans) for spans in (found.source, found.content))
    source, content = parts
    return source, content, found.directness


@pytest.mark.parametrize("kind", KINDS)
def test_attribute_kind_of_text_gives_what_a_reader_knows(
    attributor: Attributor, kind: str
) -> None:
    """One sentence of each kind gives one outermost attribution with source, content and directness."""
    text, wanted = KINDS[kind]
    assert [roles(text, one) for one in attributor.attribute("r", text, nested=False)] == [wanted]


def test_attribute_running_quotation_is_one_content(attributor: Attributor) -> None:
    """A paragraph that is not closed goes on in the next one that opens with a mark."""
    text = (
        "“We have offered a truce three times,” Kestrian envoy Ada Holm said. “Nobody answered us.\n\n"
        "“They must decide before the winter.”\n\nThe hall was empty."
    )
    (found,) = attributor.attribute("r", text, nested=False)
    assert roles(text, found) == (
        "Kestrian envoy Ada Holm",
        "We have offered a truce three times … Nobody answered us … They must decide before the winter",
        DIRECT,
    )


TURNS = {
    "capitals": ("HOLM", "REPORTER"),
    "letters": ("A", "Q"),
    "words": ("Answer", "Question"),
    "names": ("Ada Holm", "Journalist"),
}


@pytest.mark.parametrize("kind", TURNS)
def test_attribute_transcript_gives_each_answer_to_its_label(
    attributor: Attributor, kind: str
) -> None:
    """Answers are attributed by their label, the colon is the cue, questions are left out."""
    answer, question = TURNS[kind]
    text = (
        f"{question}: Will the ports stay open?\n{answer}: The ports stay open all winter.\n"
        f"{question}: And the strait?\n{answer}: We have offered to share the strait."
    )
    found = attributor.attribute("r", text, nested=False)
    assert [tuple(s.of(text) for s in (*one.source, *one.cue, *one.content)) for one in found] == [
        (answer, ":", "The ports stay open all winter."),
        (answer, ":", "We have offered to share the strait."),
    ]


def test_attribute_pretence_is_no_statement_of_who_pretends(attributor: Attributor) -> None:
    """What somebody only pretends is not taken for what he says."""
    text = (
        "The Varonian leadership pretends to be interested in talks. Nobody in Lisk believes that."
    )
    cues = [s.of(text) for one in attributor.attribute("r", text) for s in one.cue]
    assert not any("pretend" in cue for cue in cues)


PIECES = [
    "Ada Holm said that ", "“", "”", '"', "'", "‘", "’", "«", "»", "—", " - ", "said Tarn", "LAVROV: ", "Q: ", "A: ",
    "we will not sign", ". ", ", ", "\n", "\r\n", "\n\n• ", "\xa0", "\u200b", "\u200f", "\ufeff", "🙂", "é", "中文",
    "The plan lists two steps:", "This was stated by the envoy.", "1. Kestria shall leave.", "according to ", "x" * 300,
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=60))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_attribute_any_text_keeps_every_promise(attributor: Attributor, text: str) -> None:
    """No input raises; spans are inside, visible at both ends and in order; parents hold their children."""
    found = attributor.attribute("r", text)
    known = {one.id: one for one in found}
    assert len(known) == len(found)
    for one in found:
        assert one.content
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(text)
            assert is_visible(text[start])
            assert is_visible(text[end - 1])
        assert all(left.end <= right.start for left, right in pairwise(one.content))
        assert one.directness is directness_of(text, one.content)
        if one.parent is not None:
            holder = known[one.parent].content
            inside = (*one.source, *one.cue, *one.content)
            assert all(any(outer.holds(span) for outer in holder) for span in inside)
    assert attributor.attribute("r", text) == found


def test_attribute_nested_position_keeps_its_condition(attributor: Attributor) -> None:
    """What somebody wants on a condition is not what he wants."""
    text = (
        "Kestrian Foreign Minister Viktor Drane said that Kestria no longer insists on the Lower Delta, "
        "provided that Varonia withdraws from the Upper Delta."
    )
    found = attributor.attribute("r", text)
    condition = text.index("provided")
    assert all(
        one.content[-1].end > condition for one in found if one.source[0].of(text) == "Kestria"
    )
