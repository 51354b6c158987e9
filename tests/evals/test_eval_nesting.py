"""Nested sources are compared with a gold that knows which words name one agent."""

from __future__ import annotations

from typing import Any

import nesting
from reportedly.model import Attribution, Directness, Span

TEXT = "Foreign Minister Ada Kell said Kestria wants talks. She added that it, which is bound, hopes so."


def at(words: str) -> Span:
    """The first place of some words."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def made(name: str, source: str, cue: str, parent: str | None = None) -> Attribution:
    """An attribution of some words of the text."""
    sources = (at(source),) if source else ()
    content = (Span(at(cue).end + 1, len(TEXT)),)
    return Attribution(
        name, "r", sources, (at(cue),), content, parent, Directness.INDIRECT, 0.9, "test"
    )


def event(cue: str, *nested: str, implicit: bool = False, kind: str = "direct-subjective") -> Any:
    """An event of the gold."""
    start, end = at(cue)
    return {
        "kind": kind,
        "begin": start,
        "end": end,
        "implicit": implicit,
        "nested": ["w", *nested],
    }


def agent(words: str, *nested: str) -> dict[str, Any]:
    """A mention of the gold."""
    start, end = at(words)
    return {"begin": start, "end": end, "id": None, "nested": ["w", *nested]}


AGENTS = [
    agent("Foreign Minister Ada Kell", "kell"),
    agent("She", "kell"),
    agent("Kestria", "kell", "kestria"),
    agent("it,", "kell", "kestria"),
]


def figures(events: list[Any], found: list[Attribution]) -> dict[str, float]:
    """The figures of one document."""
    row = {"text": TEXT, "agents": AGENTS, "events": events}
    return nesting.score([(row, found)]).figures()


def test_whole_chain_is_right_with_every_source_of_the_gold() -> None:
    """A wish inside what somebody said has two sources."""
    outer = made("a", "Foreign Minister Ada Kell", "said")
    inner = made("b", "Kestria", "wants", parent="a")
    result = figures([event("wants", "kell", "kestria")], [outer, inner])
    assert result["source_of_all"] == result["chain_of_all"] == 100


def test_chain_is_wrong_without_its_outer_source() -> None:
    """The immediate source may be right all the same."""
    result = figures([event("wants", "kell", "kestria")], [made("b", "Kestria", "wants")])
    assert (result["source_of_all"], result["chain_of_all"]) == (100, 0)


def test_pronoun_is_right_by_the_golds_coreference() -> None:
    """What "she" means is the gold's business."""
    result = figures([event("added", "kell")], [made("a", "She", "added")])
    assert result["source_of_found"] == 100


def test_relative_pronoun_stands_for_the_words_before_it() -> None:
    """A source "which" is the agent that ends right before it."""
    named = {"kestria": [at("it")], "kell": [at("She")]}
    assert nesting.agents_of(TEXT, [at("which")], named) == {"kestria"}


def test_another_agent_is_wrong() -> None:
    """A source is the agent whose mention it overlaps."""
    result = figures([event("added", "kell")], [made("a", "Kestria", "added")])
    assert result["source_of_found"] == 0


def test_events_that_do_not_count_are_left_out() -> None:
    """Implicit ones, the writer's own, expressive ones, and sources no words name."""
    events = [
        event("added", "kell", implicit=True),
        event("added"),
        event("added", "kell", kind="expressive-subjectivity"),
        event("added", "implicit"),
        event("added", "nobody"),
    ]
    assert nesting.events_of({"text": TEXT, "agents": AGENTS, "events": events}) == []


def test_event_without_a_cue_of_ours_is_not_found() -> None:
    """It counts in the figures over all events, not in those over the found."""
    result = figures([event("hopes", "kell")], [made("a", "She", "added")])
    assert (result["events_found"], result["source_of_found"]) == (0, 0)
