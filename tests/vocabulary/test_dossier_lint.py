"""The check of a dossier finds every fault at once, says where, and warns of what does less than it seems."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import VocabularyError
from reportedly.vocabulary.dossier_lint import Checked, check_dossier, names_left_out
from reportedly.vocabulary.dossier_loading import dossier_text, read_dossier, shipped_dossiers
from reportedly.vocabulary.dossier_names import Used

BROKEN = """\
id: delta
name: The Delta
partys: []
parties:
  - name: Norland
    kind: club
    people:
      - {name: Signe Aldal, since: May}
      - {role: envoy}
  - just words
places:
  - {name: Port Ansel, kind: planet, part_of: Norlnd, area_km2: {value: nine}}
groups:
  - {name: the Delta, members: [Port Anse]}
outlets:
  - {name: Bay Dispatch, kind: outlet, domain: "https://bay.example/news", state_run: true}
"""


def checked(text: str) -> Checked:
    """Checks a text under an invented name."""
    return check_dossier(text, "mine.yaml")


def warnings(text: str) -> list[str]:
    """Returns the warnings about a text, which must have no error."""
    faults = checked(text).faults
    assert {fault.severity for fault in faults} <= {"warning"}
    return [str(fault) for fault in faults]


def test_every_fault_is_found_at_once_with_its_line() -> None:
    """One reading names all faults, each with its line, and what could be read is kept."""
    found = checked(BROKEN)
    assert [(fault.line, fault.path) for fault in found.faults if fault.severity == "error"] == [
        (3, ("partys",)),
        (6, ("parties", 0, "kind")),
        (8, ("parties", 0, "people", 0, "since")),
        (9, ("parties", 0, "people", 1, "name")),
        (10, ("parties", 1)),
        (12, ("places", 0, "kind")),
        (12, ("places", 0, "area_km2", "value")),
        (12, ("places", 0, "area_km2", "source")),
        (12, ("places", 0, "part_of")),
        (14, ("groups", 0, "members")),
        (16, ("outlets", 0, "domain")),
        (16, ("outlets", 0, "state_run")),
    ]
    assert found.is_refused
    assert found.dossier.parties[0].people[0].name == "Signe Aldal"


def test_message_tells_what_may_have_been_meant() -> None:
    """A slip of the pen is answered with the name that is near."""
    by_path = {fault.path: str(fault) for fault in checked(BROKEN).faults}
    assert by_path[("partys",)].endswith("found partys. Did you mean 'parties'?")
    assert by_path[("places", 0, "part_of")].endswith("Did you mean 'Norland'?")
    assert by_path[("groups", 0, "members")].endswith("Did you mean 'Port Ansel'?")


def test_key_that_stands_twice_is_an_error() -> None:
    """YAML would silently keep the last one, and lose the people of the first."""
    found = checked("id: a\nname: A\nparties: []\nparties: [{name: Norland}]\n")
    assert [(one.line, one.severity) for one in found.faults if one.severity == "error"] == [
        (4, "error")
    ]


PEOPLE = "people: [{name: Ada Holm}]"
TWO_UNIONS = """\
parties:
  - {name: Norland, aliases: [the Union], people: [{name: Ada Holm}]}
  - {name: Sudria, aliases: [the Union], people: [{name: Ivo Tarn}]}
"""


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ("parties: []", "at least one party"),
        ("parties: [{name: Norland}]", "people of 'Norland'"),
        (
            TWO_UNIONS,
            "'the Union' with one party only; found Norland and Sudria",
        ),
        (
            f"parties: [{{name: Norland, {PEOPLE}}}, {{name: Sudria, people: [{{name: Rolf Holm}}]}}]",
            "'Holm' of Ada Holm (Norland) too",
        ),
        (
            f"parties: [{{name: Norland, {PEOPLE}}}]\nplaces: [{{name: Arvel, kind: region}}]",
            "'area_km2' of the region 'Arvel'",
        ),
        (
            "parties: [{name: Norland, people: [{name: Ada Holm, since: '2031', until: '2030-05'}]}]",
            "'until' of 'Ada Holm' later than 'since'",
        ),
        (f"parties: [{{name: Turkey, {PEOPLE}}}]", "the usual name 'Türkiye'"),
    ],
)
def test_what_does_less_than_it_seems_is_a_warning(entries: str, words: str) -> None:
    """The dossier loads, and one warning says what is missing."""
    (warning,) = warnings(f"id: a\nname: A\n{entries}\n")
    assert words in warning


def test_sound_dossier_has_nothing_to_say() -> None:
    """People, a capital, a city without an area: nothing to complain about."""
    text = f"id: a\nname: A\nparties: [{{name: Norland, capitals: [Sundholm], {PEOPLE}}}]\n"
    assert warnings(text + "places: [{name: Port Ansel, kind: city, part_of: Norland}]\n") == []


@pytest.mark.parametrize("name", shipped_dossiers())
def test_shipped_dossier_has_no_error(name: str) -> None:
    """What comes with the program passes its own check."""
    assert not check_dossier(dossier_text(name), name).is_refused


def test_text_that_is_no_yaml_or_endlessly_deep_is_refused_in_words() -> None:
    """Neither a traceback nor a crash of the parser."""
    for text in ("parties: [", "[" * 5000 + "]" * 5000):
        with pytest.raises(VocabularyError):
            checked(text)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
KEYS = st.sampled_from(
    [
        *("id", "name", "parties", "places", "groups", "figures", "outlets", "people", "bodies"),
        *(
            "kind",
            "aliases",
            "members",
            "since",
            "area_km2",
            "value",
            "source",
            "domain",
            "part_of",
        ),
    ]
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)


@given(TREES)
def test_check_refuses_exactly_what_loading_refuses(tree: object) -> None:
    """Whatever YAML holds, the check ends, and its errors are the loader's."""
    found = checked(yaml.safe_dump(tree, allow_unicode=True))
    try:
        read_dossier(tree, "mine.yaml")
    except VocabularyError:
        assert found.is_refused
    else:
        assert not found.is_refused


def test_names_left_out_are_those_the_ledger_uses_often() -> None:
    """A side, a person and a place of two reports are named; one mention in one report is not."""
    known = checked(f"id: a\nname: A\nparties: [{{name: Norland, {PEOPLE}}}]\n").dossier

    def used(name: str, kind: str, reports: int) -> Used:
        return Used(name, kind, None, named=reports, reports=reports, statements=0)

    names = [
        used("Norland", "party", 5),
        used("Sudria", "party", 3),
        used("Ada Holm", "person", 3),
        used("Ivo Tarn", "person", 2),
        used("Arvel", "place", 2),
        used("Mirn", "place", 1),
    ]
    notes = [note.expected for note in names_left_out(known, names, most=5)]
    assert notes == ["the party 'Sudria'", "the person 'Ivo Tarn'", "the place 'Arvel'"]


def test_outlets_left_out_are_named_too() -> None:
    """An agency and a think tank that reports draw on often, by their kind; one that is listed is not."""
    outlets = "outlets: [{name: Arvel Wire, kind: agency}]"
    known = checked(f"id: a\nname: A\nparties: [{{name: Norland, {PEOPLE}}}]\n{outlets}\n").dossier
    names = [
        Used(name, kind, None, named=4, reports=4, statements=1)
        for name, kind in (
            ("Arvel Wire", "agency"),
            ("Coast Press", "agency"),
            ("Institute for Tides", "think tank"),
            ("Bay Courier", "outlet"),
        )
    ]
    notes = {note.expected: note.path for note in names_left_out(known, names, most=5)}
    assert notes == {
        "the agency 'Coast Press'": ("outlets",),
        "the think tank 'Institute for Tides'": ("outlets",),
        "the outlet 'Bay Courier'": ("outlets",),
    }
