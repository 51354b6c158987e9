"""Contents that are only a relative pronoun: what is meant is the matter of the clause before."""

from __future__ import annotations

import pytest
from fake_parties import FakeParties

from reportedly.coding import code_content
from reportedly.model import Act, Span


def code(text: str, pronoun: str, source: str, cue: str) -> list[tuple[Act, str]]:
    """Returns act and words of what is read in the pronoun."""
    start = text.index(f" {pronoun} ") + 1
    found = code_content(
        text,
        (Span(start, start + len(pronoun)),),
        source=source,
        cue=cue,
        gazetteer=FakeParties(),
    )
    return [(one.act, one.span.of(text)) for one in found]


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("dismissed", Act.REFUSAL),
        ("has since rejected", Act.REFUSAL),
        ("accepted", Act.AGREEMENT),
    ],
)
def test_code_which_is_what_the_clause_before_offers(cue: str, act: Act) -> None:
    """To dismiss an offer is to refuse it; its words belong to the row."""
    text = f"It rained. Sudria proposed a truce for a month, which Norland {cue}."
    assert code(text, "which", "Norland", cue) == [
        (act, f"a truce for a month, which Norland {cue}")
    ]


def test_code_which_without_an_act_before_is_nothing() -> None:
    """Nobody knows what "which" means where the clause before demands, offers or refuses nothing."""
    assert code("The rain fell, which Norland rejected.", "which", "Norland", "rejected") == []


def test_code_which_without_an_act_of_its_own_is_nothing() -> None:
    """Who only says something of it does nothing with it."""
    text = "Sudria proposed a truce, which Norland said was short."
    assert code(text, "which", "Norland", "said") == []


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("demanding", "a truce at sea", Act.DEMAND),
        ("rejecting", "a truce at sea", Act.REFUSAL),
        ("threatening", "to close the port", Act.THREAT),
    ],
)
def test_code_participle_of_a_source_is_its_act(cue: str, content: str, act: Act) -> None:
    """The participle of "Norland, demanding a truce, left" is no attribute of the name before."""
    span = Span(0, len(content))
    found = code_content(content, (span,), source="Norland", cue=cue, gazetteer=FakeParties())
    assert [one.act for one in found] == [act]
