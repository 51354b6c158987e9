"""What a text teaches of people whom it introduces with an office."""

from __future__ import annotations

import pytest

from reportedly.vocabulary import load_gazetteer


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("a spokesman for the Polish Ministry of Foreign Affairs Rok Mirn said so", "Rok Mirn", "Poland"),
        ("Deputy Head of the Poland President Administration Rok Mirn said so", "Rok Mirn", "Poland"),
        ("Rok Mirn, acting Deputy Head of the Polish Presidential Administration said so", "Rok Mirn", "Poland"),
        ("Deputy Minister of Foreign Affairs Rok Mirn said so", "Rok Mirn", None),
        ("the mayor, Rok Mirn", None, None),
    ],
)  # fmt: skip
def test_person_has_the_side_of_the_body(text: str, name: str | None, party: str | None) -> None:
    """The body's words stand between office and name, with a comma or without."""
    found = [one for one in load_gazetteer().learn(text).mentions(text) if one.kind == "person"]
    assert [(one.name, one.party) for one in found] == ([(name, party)] if name else [])


def test_surname_is_known_as_the_text_spells_it() -> None:
    """A public person named in full without the accents is known by the family name without them."""
    text = "Czech Foreign Minister Jan Lipavsky came. Mr Lipavsky spoke."
    named = [m.name for m in load_gazetteer().learn(text).mentions(text) if m.kind == "person"]
    assert named == ["Jan Lipavský", "Jan Lipavský"]


def test_people_of_no_office_have_no_side() -> None:
    """A "Polish survivor" says where somebody is from, not for whom she speaks."""
    names = load_gazetteer()
    assert names.party_of("Polish survivor Ada Mirn") is None
    assert names.party_of("Polish lawmaker Ada Mirn") == "Poland"
