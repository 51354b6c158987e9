"""Speakers are compared by party, kind and name, with names of bodies that are nobody's side."""

from __future__ import annotations

from typing import Any

import pytest

import speakers
from reportedly.model import Speaker, SpeakerKind
from reportedly.vocabulary import load_gazetteer

TEXT = "Ada Kell of the Bay Institute spoke."


def verdicts(
    speaker: Speaker, party: str | None, kind: str = "named", mention: tuple[int, int] = (0, 8)
) -> dict[str, bool]:
    """What is right of a speaker under a label."""
    label: dict[str, Any] = {"party": party, "kind": kind, "speaker": [mention]}
    return speakers.verdicts_on(label, speaker, TEXT, load_gazetteer())


@pytest.mark.parametrize(
    ("ours", "labelled", "right"),
    [
        ("Germany", "Germany", True),
        (None, None, True),
        (None, "Germany", False),
        ("Germany", None, False),
        ("Germany", "France", False),
        (None, "Bay Institute", True),
        ("Germany", "Bay Institute", False),
    ],
)
def test_party_is_right_or_rightly_unknown(
    ours: str | None, labelled: str | None, *, right: bool
) -> None:
    """A think tank is nobody's side, so it may have no party."""
    assert verdicts(Speaker("Ada Kell", SpeakerKind.NAMED, ours), labelled)["party"] is right


def test_strict_party_wants_the_body_named() -> None:
    """Where a body is its own side, its name has to be somewhere in the row."""
    assert not verdicts(Speaker("Ada Kell", SpeakerKind.NAMED), "Bay Institute")["strict"]
    assert verdicts(Speaker("Bay Institute", SpeakerKind.BODY), "Bay Institute")["strict"]


def test_name_shares_a_word_and_kind_is_the_same() -> None:
    """A surname is enough."""
    got = verdicts(Speaker("Minister Kell", SpeakerKind.NAMED), None)
    assert got["name"]
    assert got["kind"]
    assert not verdicts(Speaker("the minister", SpeakerKind.BODY), None)["name"]


def test_parts_of_the_labels_share_no_report() -> None:
    """What may be read to develop tells nothing about what is held back."""
    parts = {part: set() for part in ("dev", "held")}
    for label in speakers.labels_that_count():
        parts[label["part"]].add(label["report"])
    assert all(parts.values())
    assert not parts["dev"] & parts["held"]
