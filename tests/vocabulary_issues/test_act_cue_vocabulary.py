"""The list of cues is well formed; its verbs are inflected as English inflects them."""

import pytest

from reportedly.errors import VocabularyError
from reportedly.model import Act
from reportedly.vocabulary.act_cues import compile_cue, load_act_cues, read_act_cues, verb_forms


def test_every_position_act_has_cues() -> None:
    """Eight acts are carried by cues; an assessment follows from form, "other" from hopes alone."""
    acts = {cue.act for cue in load_act_cues().cues}
    assert acts == set(Act) - {Act.ASSESSMENT}


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("demand", {"demand", "demands", "demanded", "demanding"}),
        ("propose", {"propose", "proposes", "proposed", "proposing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("push", {"push", "pushes", "pushed", "pushing"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
    ],
)
def test_verb_has_its_forms(lemma: str, forms: set[str]) -> None:
    """Regular verbs need no list."""
    assert verb_forms(lemma, {}) == forms


def test_irregular_forms_replace_the_regular_past() -> None:
    """What the file lists is used."""
    assert "seeked" not in verb_forms("seek", {"seek": ["sought"]})
    assert "sought" in verb_forms("seek", {"seek": ["sought"]})


def test_pattern_is_compiled_place_by_place() -> None:
    """A gap is an empty place."""
    assert compile_cue("put ... aside|away", {}) == (
        frozenset({"put"}),
        frozenset(),
        frozenset({"aside", "away"}),
    )


@pytest.mark.parametrize(
    "entry",
    [
        {"cues": ["x"]},
        {"act": "shout", "cues": ["x"]},
        {"act": "demand"},
        {"act": "demand", "cues": ["x"], "frame": "none"},
        {"act": "demand", "cues": ["x"], "colour": 1},
        {"act": "demand", "cues": ["... x"]},
        {"act": "demand", "cues": ["x ..."]},
        "demand",
    ],
)
def test_broken_entry_is_refused(entry: object) -> None:
    """Each rule of the file is held."""
    with pytest.raises(VocabularyError):
        read_act_cues({"entries": [entry]})


def test_file_without_entries_is_refused() -> None:
    """Something else than a mapping with entries is no vocabulary."""
    with pytest.raises(VocabularyError):
        read_act_cues([])
