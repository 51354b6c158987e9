"""The label files hold offsets and labels, and no words of the texts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from labelled import LABELS, head_of, initials_of, read_labels, words_of
from reportedly.model import SpeakerKind

FILES = sorted(path.name for path in LABELS.glob("*.jsonl"))
LINK_KINDS = {kind.value for kind in SpeakerKind} | {"agency", "think tank", "venue"}
LONGEST_NAME = 80
"""Characters of the longest label; a sentence would be longer."""


def strings_in(value: Any) -> list[str]:
    """All strings in a JSON value, but for the keys."""
    if isinstance(value, dict):
        return [one for each in value.values() for one in strings_in(each)]
    if isinstance(value, list):
        return [one for each in value for one in strings_in(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("name", FILES)
def test_labels_hold_no_notes_and_no_sentences(name: str) -> None:
    """A label file may be public, the texts may not."""
    for label in read_labels(name):
        assert "note" not in label
        assert max(map(len, strings_in(label))) <= LONGEST_NAME


@pytest.mark.parametrize("name", [one for one in FILES if one.startswith("speakers")])
def test_sources_have_what_the_scorer_reads(name: str) -> None:
    """A source that is one has a kind, a party or null, and mentions."""
    for label in read_labels(name):
        start, end = label["source"]
        assert 0 <= start < end
        if label["ok"]:
            assert SpeakerKind(label["kind"])
            assert "party" in label
            assert label["speaker"]


@pytest.mark.parametrize("name", [one for one in FILES if one.startswith("chains")])
def test_chains_have_two_links_and_places(name: str) -> None:
    """A relayed statement has at least one teller beside its speaker, and all have words."""
    for label in read_labels(name):
        assert label["where"] in {"sentence", "elsewhere"}
        assert len(label["chain"]) >= 2
        for link in label["chain"]:
            assert link["kind"] in LINK_KINDS
            assert all(start < end for start, end in link["mentions"])


def test_each_item_is_labelled_once() -> None:
    """What two annotators labelled has been adjudicated."""
    sources = [
        json.dumps([one["report"], one["source"], one["content"]])
        for one in read_labels("speakers.jsonl")
    ]
    contents = [json.dumps([one["report"], one["content"]]) for one in read_labels("chains.jsonl")]
    assert len(set(sources)) == len(sources)
    assert len(set(contents)) == len(contents)


def test_names_are_compared_by_words_head_and_initials() -> None:
    """Plural, genitive and articles do not tell names apart."""
    assert words_of("the Officials' plan") == {"official", "plan"}
    assert head_of("an adviser to the President") == "adviser"
    assert head_of("Oren Tarn, head of the office") == "tarn"
    assert initials_of("Institute for the Study of Canals") == "isc"
