"""The role words keep their rules."""

import copy

import pytest

from reportedly.errors import VocabularyError
from reportedly.vocabulary.loading import shipped
from reportedly.vocabulary.roles import is_among, load_roles, read_roles, singular


def test_roles_load_with_every_list_filled():
    """No list is empty, and every title of an office is a title."""
    roles = load_roles()
    assert all((roles.titles, roles.officials, roles.sources, roles.bodies, roles.cuts))
    assert roles.office("premier") == "head of government"
    assert roles.office("envoy") == "envoy"


@pytest.mark.parametrize(("key", "words"), [("titles", ["King"]), ("sources", [False])])
def test_role_words_that_are_no_lower_case_words_are_refused(key, words):
    """A capital letter or a YAML truth value is named with its list."""
    tree = copy.deepcopy(shipped("roles.yaml"))
    tree[key] = words
    with pytest.raises(VocabularyError, match=key):
        read_roles(tree, "roles.yaml")


def test_a_missing_list_is_refused():
    """The keys found are named."""
    with pytest.raises(VocabularyError, match="titles"):
        read_roles({"titles": []}, "roles.yaml")


@pytest.mark.parametrize(
    ("plural", "one"),
    [("ministries", "ministry"), ("spokesmen", "spokesman"), ("sources", "source")],
)
def test_singular_of_a_role_word(plural, one):
    """Plurals are found by their singular."""
    assert singular(plural) == one
    assert is_among(frozenset({one}), plural.title())
