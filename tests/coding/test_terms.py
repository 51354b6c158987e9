"""Numbered terms and lists under a noun."""

from __future__ import annotations

from fake_parties import FakeParties

from reportedly.coding import code_content
from reportedly.model import Act, Span


def coded(text: str, *, source: str = "", cue: str = "shall") -> list[tuple[Act, str, str | None]]:
    """Act, words and target's words of each proposition of a content that is the whole text."""
    found = code_content(
        text, (Span(0, len(text)),), source=source, cue=cue, gazetteer=FakeParties()
    )
    return [(p.act, p.span.of(text), p.target.of(text) if p.target else None) for p in found]


TITLE = "Memorandum of Kestria on a settlement"


def test_term_on_another_party_is_a_demand_on_it() -> None:
    """A document demands what its term says that another party shall do."""
    text = "Norland shall withdraw from Lower Arvel within 30 days."
    assert coded(text, source=TITLE) == [(Act.DEMAND, text[:-1], "Norland")]


def test_term_on_the_own_party_is_an_offer() -> None:
    """What the document's own party shall do, it offers."""
    text = "Kestria shall return all prisoners."
    assert coded(text, source=TITLE) == [(Act.OFFER, text[:-1], None)]


def test_term_with_two_verbs_is_two() -> None:
    """Halves with a "shall" of their own are two terms."""
    text = "All sanctions shall be lifted, and frozen assets shall be released."
    assert [words for _, words, _ in coded(text, source=TITLE)] == [
        "All sanctions shall be lifted",
        "frozen assets shall be released",
    ]


def test_items_take_the_act_of_the_noun_before_them() -> None:
    """What a memorandum lists as proposals are offers, as demands demands."""
    text = "an unconditional ceasefire; the release of prisoners"
    items = (Span(0, 26), Span(28, len(text)))
    for noun, act in (("proposals", Act.OFFER), ("demands", Act.DEMAND)):
        found = code_content(
            text,
            items,
            source="Kestria's memorandum",
            cue=f"contains two {noun}",
            gazetteer=FakeParties(),
        )
        assert [(p.act, p.span) for p in found] == [(act, items[0]), (act, items[1])]


def test_list_of_deeds_is_split_though_no_issue_is_known() -> None:
    """Items that name deeds are items, whether or not the vocabulary has an issue for them."""
    text = "the closure of two camps, the dismissal of its generals, a ban on drones, and payment of damages"
    assert [words for _, words, _ in coded(text, source="Kestria", cue="demands")] == [
        "the closure of two camps",
        "the dismissal of its generals",
        "a ban on drones",
        "payment of damages",
    ]


def test_what_a_condition_names_is_no_act() -> None:
    """A concession that is asked for first has not been made."""
    text = "Norland would discuss neutrality only after Kestria has withdrawn its claim to Arvel"
    acts = {act for act, _, _ in coded(text, source="a Norlandic official", cue="said")}
    assert Act.CONCESSION not in acts
