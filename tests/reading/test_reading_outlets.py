"""The list of outlets: its lint and finding names in a text."""

from __future__ import annotations

import pytest

from reportedly.errors import VocabularyError
from reportedly.vocabulary.outlets import (
    find_outlets,
    load_outlets,
    outlet_named,
    outlet_of_domain,
    read_outlets,
)

ENTRY = {"name": "Bay Wire", "kind": "agency", "country": "GB", "domain": "bay.example"}


def _found(text: str) -> list[tuple[str, str]]:
    return [(mention.span.of(text), mention.name) for mention in find_outlets(text)]


def test_shipped_list_holds_agencies_outlets_and_think_tanks():
    """The list passes its own lint and covers each kind."""
    kinds = [outlet.kind for outlet in load_outlets()]
    assert min(kinds.count("agency"), kinds.count("outlet"), kinds.count("think tank")) >= 30


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two officials told Reuters so.", [("Reuters", "Reuters")]),
        ("reports UNN.", [("UNN", "UNN")]),
        ("ITAR-TASS said", [("ITAR-TASS", "TASS")]),
        ("the New York Times reported", [("New York Times", "New York Times")]),
        ("the Guardian reported", [("Guardian", "The Guardian")]),
        ("they told Time that", [("Time", "Time")]),
        ("Time is short. Dawn broke.", []),
        ("the Foreign Affairs Committee", []),
        ("a guardian of the north", []),
        ("North Atlantic Council", []),
        ("reuters", []),
        ("Reutersville", []),
        ("New\u00a0York\u00a0Times", [("New\u00a0York\u00a0Times", "New York Times")]),
    ],
)
def test_names_are_found_as_whole_words_and_in_citing_context(text: str, found: list):
    """Case counts, the longest form wins, common words need an article or a word of citing."""
    assert _found(text) == found


def test_name_and_domain_lead_to_the_outlet():
    """Both ways to ask for an outlet know it, with article, subdomain or brackets."""
    assert outlet_named("the Moscow Times").name == "Moscow Times"  # type: ignore[union-attr]
    assert outlet_of_domain("www.bbc.com").name == "BBC"  # type: ignore[union-attr]
    assert outlet_named("Nobody's Paper") is None
    assert outlet_of_domain("bay.example") is None


@pytest.mark.parametrize(
    "tree",
    [
        None,
        {"outlets": ["Bay Wire"]},
        {"outlets": [{**ENTRY, "kind": "blog"}]},
        {"outlets": [{**ENTRY, "colour": "red"}]},
        {"outlets": [{**ENTRY, "country": "Norland"}]},
        {"outlets": [{**ENTRY, "domain": "no domain"}]},
        {"outlets": [ENTRY, {**ENTRY, "name": "Other", "also": ["Bay Wire"]}]},
    ],
)
def test_broken_list_is_refused(tree: object):
    """Each rule of the file has its message."""
    with pytest.raises(VocabularyError):
        read_outlets(tree)
