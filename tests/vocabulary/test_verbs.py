"""The vocabulary of verbs is checked when it is read."""

from __future__ import annotations

import copy

import pytest

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import shipped
from reportedly.vocabulary.verbs import FILE, load_verbs, read_verbs


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("rose", "rise"),
        ("dropped", "drop"),
        ("halved", "halve"),
        ("carried", "carry"),
        ("cost", "cost"),
    ],
)
def test_past_form_leads_to_its_verb(form, verb) -> None:
    """Regular, doubled and irregular forms are known."""
    assert load_verbs().past[form] == verb


def test_directions_are_known_by_every_form() -> None:
    """What rises goes up in any form, what falls goes down."""
    directions = load_verbs().directions
    assert [directions[word] for word in ("rising", "rose", "fell", "falls")] == ["up"] * 2 + [
        "down"
    ] * 2


def test_nouns_are_no_verbs_by_their_plural() -> None:
    """Where a plural is as often a noun ("attacks"), only its context may make it a verb."""
    verbs = load_verbs()
    assert "attacks" in verbs.third_or_noun
    assert "attacks" not in verbs.third


@pytest.mark.parametrize("section", ["regular", "irregular", "up"])
def test_missing_section_is_refused(section) -> None:
    """The message names what is expected."""
    tree = copy.deepcopy(shipped(FILE))
    del tree[section]
    with pytest.raises(VocabularyError, match="sections"):
        read_verbs(tree)


def test_word_in_capitals_is_refused() -> None:
    """Verbs are written in small letters."""
    tree = copy.deepcopy(shipped(FILE))
    tree["regular"].append("Rise")
    with pytest.raises(VocabularyError, match="small letters"):
        read_verbs(tree)
