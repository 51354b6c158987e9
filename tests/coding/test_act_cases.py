"""Cases of the act classifier: which words it sees, and in which role."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from reportedly.attributing.encoder import Encoder
from reportedly.coding.act_cases import MOST_PIECES, Role, content_case, pair_case, pieces_of
from reportedly.model import Act, Span


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The tokenizer that is shipped."""
    return Encoder.load(threads=1).tokenizer


def words_in(tokenizer: Tokenizer, ids: list[int], roles: list[int], role: Role) -> str:
    """Returns the words of the pieces of one role."""
    return tokenizer.decode([piece for piece, kind in zip(ids, roles, strict=True) if kind == role])


def test_content_case_shows_source_cue_and_content_in_their_roles(tokenizer: Tokenizer) -> None:
    """Each word piece has the role of the stretch it stands in, what is between them has none."""
    text = "Sudria's envoy has warned that Norland must leave Arvel."
    source, cue, content = Span(0, 14), Span(19, 25), Span(31, 55)
    case = content_case(text, [content], source=[source], cue=[cue], rule=Act.DEMAND)
    ids, roles = pieces_of(tokenizer, case)
    assert words_in(tokenizer, ids, roles, Role.CUE) == "warned"
    assert words_in(tokenizer, ids, roles, Role.CONTENT) == "norland must leave arvel"
    assert "envoy" in words_in(tokenizer, ids, roles, Role.SOURCE)
    assert case.rule is Act.DEMAND


def test_content_case_leaves_out_a_source_far_away() -> None:
    """A source a thousand characters before the content is not shown, and no role points outside the words shown."""
    text = "The minister spoke. " + "It rained. " * 100 + "Arvel is ours."
    content = Span(len(text) - 14, len(text))
    case = content_case(text, [content], source=[Span(0, 12)], cue=[], rule=None)
    assert [role for _, role in case.roles] == [Role.CONTENT]
    assert case.roles[0][0].of(case.text) == "Arvel is ours."


def test_long_source_leaves_the_content_in_sight(tokenizer: Tokenizer) -> None:
    """A source of a hundred word pieces right before a content does not push it out of the case."""
    names = ", ".join(["Przhevalsk", "Kyzyl-Kum", "Ust-Kamenogorsk"] * 10)
    text = f"The envoy of {names} said Arvel is ours."
    content = Span(text.index("Arvel"), len(text))
    source = Span(0, text.index(" said"))
    case = content_case(text, [content], source=[source], cue=[], rule=None)
    ids, roles = pieces_of(tokenizer, case)
    assert "arvel is ours" in words_in(tokenizer, ids, roles, Role.CONTENT)


def test_pair_case_tells_equal_names_apart() -> None:
    """Where the target's words stand inside the source first, the next place of them is meant."""
    text = "Norland's army attacked Norland."
    case = pair_case(text, "Norland's army", "Norland")
    assert [(span.of(text), role) for span, role in case.roles] == [
        ("Norland's army", Role.SOURCE),
        ("Norland", Role.TARGET),
    ]
    assert case.roles[1][0].start > case.roles[0][0].end


def test_pair_case_without_the_words_has_no_roles() -> None:
    """Names that the sentence does not hold, or that are empty, get no role."""
    assert pair_case("It rained.", "Norland", "").roles == ()


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_any_content_fits_the_model(
    tokenizer: Tokenizer, text: str, one: int, two: int, three: int
) -> None:
    """Whatever the text, pieces and roles are as many, at most the model's length, and roles lie inside the words."""
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    source = Span(min(three, len(text)), len(text))
    case = content_case(text, [Span(start, end)], source=[source], cue=[], rule=None)
    ids, roles = pieces_of(tokenizer, case)
    assert len(ids) == len(roles) <= MOST_PIECES
    assert all(0 <= s.start <= s.end <= len(case.text) for s, _ in case.roles)
