"""Dossiers load, and say what is wrong with them."""

import re
from pathlib import Path

import pytest

from reportedly.errors import VocabularyError
from reportedly.reading import read_bytes
from reportedly.vocabulary import load_dossier, load_gazetteer
from reportedly.vocabulary.dossier_loading import read_dossier, shipped_dossiers
from reportedly.vocabulary.loading import parse_yaml

PAGE = Path(__file__).parents[2] / "docs" / "dossiers.md"
EXAMPLE = re.search(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[1]


def refused(tree, words):
    """Reads a tree that must be refused with these words."""
    with pytest.raises(VocabularyError, match=words) as caught:
        read_dossier(tree, "mine.yaml")
    assert str(caught.value).startswith("mine.yaml: ")


def test_the_example_of_the_documentation_loads(tmp_path):
    """The documented format is the format."""
    path = tmp_path / "varonia.yaml"
    path.write_text(EXAMPLE, "utf-8")
    dossier = load_dossier(path)
    assert dossier.party("Varonia").people[0].name == "Ivo Tarn"
    assert dossier.place("Upper Delta region").area.value == 8200
    assert sum(place.area.value for place in dossier.members("the Delta")) == 11300
    assert dossier.figures[0].reference.source == "Varonian Statistical Office"
    assert load_gazetteer(dossier).party_of("a senior Varonian official") == "Varonia"


@pytest.mark.parametrize("name", shipped_dossiers())
def test_a_shipped_dossier_gives_a_source_with_every_value(name):
    """Areas and populations are never without a source."""
    dossier = load_dossier(name)
    values = [
        value for place in dossier.places for value in (place.area, place.population) if value
    ]
    assert values
    assert all(value.source and value.value > 0 for value in values)


def test_the_governorates_of_gaza_have_the_area_of_the_strip():
    """The parts sum to the whole, and both parts of the territory to what is stated of it."""
    dossier = load_dossier("gaza")
    parts = dossier.members("the five governorates of the Gaza Strip")
    strip, bank = dossier.place("Gaza Strip"), dossier.place("West Bank")
    assert len(parts) == 5
    assert sum(place.area.value for place in parts) == strip.area.value == 365
    assert strip.area.value + bank.area.value == dossier.figures[0].reference.value


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("senior Hamas official Khalil al-Hayya", "Hamas"),
        ("Palestinian President Mahmoud Abbas", "Palestinian Authority"),
        ("Netanyahu’s office", "Israel"),
        ("Qatari foreign ministry spokesman Majed al-Ansari", "Qatar"),
        ("a spokesperson for UNRWA", "United Nations"),
        ("Qassam Brigades spokesman Abu Obeida", "Hamas"),
        ("the Egyptian foreign minister", "Egypt"),
    ],
)
def test_the_dossier_on_gaza_knows_who_speaks_for_whom(words, party):
    """Titles and names as reports write them."""
    assert load_gazetteer(load_dossier("gaza")).party_of(words) == party


def test_an_outlet_run_by_a_party_has_its_side():
    """With `state_run` and the party as `country`, and not without."""
    outlets = [
        {"name": "Mirel Radio", "kind": "outlet", "country": "Kestria", "state_run": True},
        {"name": "Mirel Times", "kind": "outlet", "country": "Kestria"},
    ]
    tree = {"id": "x", "name": "X", "parties": [{"name": "Kestria"}], "outlets": outlets}
    gazetteer = load_gazetteer(read_dossier(tree, "x"))
    assert gazetteer.state_behind("Mirel Radio") == "Kestria"
    assert gazetteer.state_behind("Mirel Times") is None


def test_the_four_oblasts_have_their_known_area():
    """The areas that the arithmetic checks rest on."""
    dossier = load_dossier("ukraine")
    group = dossier.members("the four oblasts")
    assert sum(place.area.value for place in group) == 26684 + 26517 + 27183 + 28461
    assert dossier.place("Kramatorsk").population.as_of == "2022-01-01"


def test_an_unknown_dossier_names_those_there_are():
    """The message lists the shipped dossiers."""
    with pytest.raises(VocabularyError, match="ukraine"):
        load_dossier("no/such/file.yaml")


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        ([], "keys and values"),
        ({"id": "x", "name": "X", "partys": []}, "partys"),
        ({"id": "x", "name": ""}, "name"),
        ({"id": "x", "name": "X", "parties": [{"name": "A", "kind": "club"}]}, "club"),
        ({"id": "x", "name": "X", "parties": [{"name": "A"}, {"name": "A"}]}, "each party once"),
        ({"id": "x", "name": "X", "parties": [{"name": "A", "aliases": [False]}]}, "aliases"),
        ({"id": "x", "name": "X", "places": [{"name": "P", "kind": "planet"}]}, "planet"),
        (
            {"id": "x", "name": "X", "places": [{"name": "P", "kind": "city", "part_of": "Q"}]},
            "'P'",
        ),
        (
            {
                "id": "x",
                "name": "X",
                "places": [{"name": "P", "kind": "city", "area_km2": {"value": 1}}],
            },
            "source",
        ),
        (
            {
                "id": "x",
                "name": "X",
                "parties": [{"name": "A", "people": [{"name": "B", "since": "May"}]}],
            },
            "EDTF",
        ),
        ({"id": "x", "name": "X", "groups": [{"name": "G", "members": ["P"]}]}, "members of 'G'"),
        (
            {
                "id": "x",
                "name": "X",
                "figures": [{"name": "F", "value": "9", "unit": "%", "source": "S"}],
            },
            "number",
        ),
        (
            {
                "id": "x",
                "name": "X",
                "figures": [{"name": "F", "value": float("nan"), "unit": "%", "source": "S"}],
            },
            "number",
        ),
    ],
)
def test_a_broken_dossier_is_refused_with_its_reason(tree, words):
    """Each rule has its message."""
    refused(tree, words)


def test_a_file_that_is_no_yaml_is_refused():
    """The message names line and column."""
    with pytest.raises(VocabularyError, match="line"):
        parse_yaml("a: [1", "mine.yaml")


def test_outlets_are_found_and_read():
    """A dossier's outlets are mentions of its gazetteer and publishers of what is read with them, and nowhere else."""
    tree = {
        "id": "bay",
        "name": "Bay",
        "outlets": [{"name": "QNN", "kind": "agency", "aliases": ["Quay Now"]}],
    }
    dossier = read_dossier(tree, "bay.yaml")
    text = "Arvel agreed, Quay Now reported."
    (found,) = (m for m in load_gazetteer(dossier).mentions(text) if m.kind == "agency")
    assert (found.name, found.span.of(text)) == ("QNN", "Quay Now")
    assert not load_gazetteer().mentions(text)
    page = b"Arvel agrees to the talks\n\nBRENNA (QNN) - Arvel agreed to talks, it said on Monday in Brenna.\n"
    assert read_bytes(page, "page.txt", outlets=dossier.outlets)[0].outlet == "QNN"
    assert read_bytes(page, "page.txt")[0].outlet is None


@pytest.mark.parametrize(
    "outlets",
    [
        [{"name": "QNN"}],
        [{"name": "QNN", "kind": "blog"}],
        [{"name": "QNN", "kind": "agency", "domain": "no domain"}],
        [{"name": "QNN", "kind": "agency"}, {"name": "Quay", "kind": "outlet", "aliases": ["QNN"]}],
    ],
)
def test_outlets_that_break_a_rule_are_refused(outlets):
    """A kind is needed, a domain has its form, and a name means one outlet."""
    with pytest.raises(VocabularyError):
        read_dossier({"id": "bay", "name": "Bay", "outlets": outlets}, "bay.yaml")
