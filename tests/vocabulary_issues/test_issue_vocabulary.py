"""The list of issues is well formed and finds what its own examples are about."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import VocabularyError
from reportedly.vocabulary.issues import find_issues, issue_spans, load_issues, read_issues, stem
from reportedly.vocabulary.loading import shipped

ENTRY = {
    "id": "truce",
    "label": "Truce",
    "description": "No fire.",
    "code": "Ce",
    "parent": "peace",
    "terms": ["truce"],
    "examples": ["A truce."],
}
TREE = {
    "codes": ["Ce"],
    "issues": [
        {"id": "peace", "label": "Peace", "description": "All of it.", "parent": None},
        ENTRY,
    ],
}


def test_shipped_issues_have_two_levels() -> None:
    """Every issue stands under a section, and there are about sixty."""
    issues = load_issues()
    sections = {i.id for i in issues if i.parent is None}
    below = [i for i in issues if i.parent is not None]
    assert 55 <= len(below) <= 75
    assert all(i.parent in sections for i in below)
    assert all((i.code is None) == i.extension for i in below)


@pytest.mark.parametrize(
    ("issue", "example"),
    [(i.id, e) for i in load_issues() for e in i.examples],
    ids=lambda v: v[:30],
)
def test_example_finds_its_issue(issue: str, example: str) -> None:
    """Each example of our own writing is found under its issue, first or second."""
    assert issue in find_issues(example)[:2]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (
            "the withdrawal of the troops from the four provinces",
            "withdrawal-from-claimed-territory",
        ),
        ("holding elections within sixty days", "elections"),
        ("lifting of the sanctions", "sanctions"),
        ("returning the abducted children", "children"),
        ("written guarantees of its security", "security-guarantees"),
        ("permanent neutrality", "alliances-neutrality"),
    ],
)
def test_forms_of_words_are_found(words: str, first: str) -> None:
    """Plural, -ing and -ed do not hide a term."""
    assert find_issues(words)[0] == first


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("settlers from the east bank of the river", "banks"),
        ("to withdraw from the treaty", "withdrawal-from-claimed-territory"),
    ],
)
def test_likeness_of_a_word_is_no_issue(words: str, issue: str) -> None:
    """A bank of a river is none of "banking", and a treaty is no land."""
    assert issue not in find_issues(words)


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        (
            "Kestria will withdraw its army from the Mirn Corridor",
            "withdrawal-from-claimed-territory",
        ),
        ("to withdraw from southern Norland", "withdrawal-from-claimed-territory"),
        ("Varonia must stop bombing the port", "ceasefire"),
        ("let aid trucks into the enclave", "humanitarian-access"),
        ("the crossing at Arvel must reopen", "mobility"),
    ],
)
def test_talks_on_other_wars_have_their_issues(words: str, issue: str) -> None:
    """Corridors, crossings and relief are what such talks are about."""
    assert issue in find_issues(words)


def test_no_issue_is_an_answer() -> None:
    """Words about nothing in the list give nothing."""
    assert find_issues("It rained in the morning.") == ()


@given(st.text(max_size=200))
def test_any_text_gives_known_issues(text: str) -> None:
    """No text raises; at most four issues of the list come out, none twice."""
    found = find_issues(text)
    assert len(found) <= 4
    assert len(set(found)) == len(found)
    assert set(found) <= {i.id for i in load_issues()}


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_stem_is_no_longer_than_the_word(word: str) -> None:
    """Cutting endings never adds more than the y of -ies."""
    assert len(stem(word)) <= len(word)


def test_words_of_an_issue_can_be_shown() -> None:
    """The words that speak for an issue have offsets."""
    text = "They want a truce."
    assert [s.of(text) for s in issue_spans(text, "ceasefire")] == ["truce"]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"id": "peace"}, "twice"),
        ({"id": "Not A Slug"}, "slug"),
        ({"parent": "nowhere"}, "nowhere"),
        ({"code": "Zzz"}, "Zzz"),
        ({"extension": True}, "both"),
        ({"terms": []}, "terms"),
        ({"label": ""}, "label"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_broken_entry_is_named(change: dict[str, object], word: str) -> None:
    """The message says what is wrong."""
    tree = copy.deepcopy(TREE)
    tree["issues"][1].update(change)
    with pytest.raises(VocabularyError, match=word):
        read_issues(tree)


def test_broken_tree_is_refused() -> None:
    """Something else than a mapping with issues is no vocabulary."""
    with pytest.raises(VocabularyError):
        read_issues([])


def test_shipped_file_is_sound() -> None:
    """The file that is shipped passes its own lint."""
    assert len(read_issues(shipped("issues.yaml"))) == len(load_issues())
