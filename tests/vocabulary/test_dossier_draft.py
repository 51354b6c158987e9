"""A start for a dossier from a ledger's names: it loads whatever the names are, and holds what reports say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import PublishedBasis, Report, report_id
from reportedly.vocabulary.dossier import Dossier
from reportedly.vocabulary.dossier_draft import draft_dossier
from reportedly.vocabulary.dossier_lint import check_dossier
from reportedly.vocabulary.dossier_loading import read_dossier
from reportedly.vocabulary.dossier_names import Used, names_used
from reportedly.vocabulary.loading import parse_yaml

FIRST = """\
Varonian President Ivo Tarn said Varonia would not withdraw from the Upper Delta district.
Kestrian Foreign Minister Viktor Drane rejected that for Kestria.
The Kestrian government wants talks in Lissow, and Varonian troops stay in Lissow.
The Kestrian army is near the village of Brenna.
"""
SECOND = """\
Kestria and Varonia met in Sundholm. The Varonian government spoke of progress.
Tarn, the president of Varonia, was not there. Foreign Minister Viktor Drane of Kestria went home.
The government of Kestria waits.
"""


def report(text: str) -> Report:
    """Returns an invented report of this text."""
    return Report(
        id=report_id("", text),
        origin_file="a.txt",
        origin_digest="0" * 64,
        url=None,
        outlet="Bay Dispatch",
        title="",
        byline=None,
        published=None,
        published_basis=PublishedBasis.NONE,
        language="en",
        text=text,
    )


def loaded(text: str) -> Dossier:
    """Loads a draft as `--dossier` would."""
    return read_dossier(parse_yaml(text, "draft.yaml"), "draft.yaml")


def drafted() -> Dossier:
    """Drafts from both invented reports."""
    names = names_used([report(FIRST), report(SECOND)], [])
    return loaded(draft_dossier(names, "delta", 2))


def test_draft_has_the_sides_with_their_people_and_offices() -> None:
    """Sides come first, with the adjectives reports use and the people introduced with an office."""
    dossier = drafted()
    assert {party.name for party in dossier.parties} == {"Varonia", "Kestria"}
    varonia, kestria = dossier.party("Varonia"), dossier.party("Kestria")
    assert varonia is not None
    assert kestria is not None
    assert [(one.name, one.role) for one in varonia.people] == [("Ivo Tarn", "president")]
    assert [(one.name, one.role) for one in kestria.people] == [
        ("Viktor Drane", "foreign minister")
    ]
    assert varonia.adjectives == ("Varonian",)


def test_draft_has_places_with_the_kind_that_reports_say() -> None:
    """A district and a village are called so; a name that is only ever "in" somewhere is a guess."""
    kinds = {place.name: place.kind for place in drafted().places}
    assert kinds["Upper Delta"] == "district"
    assert kinds["Brenna"] == "village"
    assert kinds["Lissow"] == "city"
    assert "Ivo Tarn" not in kinds


def test_draft_lists_an_outlet_that_no_list_has() -> None:
    """The report's own outlet is invented, so the draft names it."""
    assert [(one.name, one.kind) for one in drafted().outlets] == [("Bay Dispatch", "outlet")]


def test_draft_says_how_often_a_name_is_used() -> None:
    """A comment tells the reader how much an entry rests on."""
    text = draft_dossier([Used("Sudria", "party", None, named=4, reports=2, statements=3)], "d", 2)
    assert "  # named 4 times in 2 reports, holds or makes 3 statements\n  - name: Sudria\n" in text


def test_draft_of_an_empty_ledger_loads() -> None:
    """It shows what an entry looks like, as a comment."""
    text = draft_dossier([], "d", 0)
    assert loaded(text).parties == ()
    assert "#  - name: Norland" in text


def test_spellings_of_a_person_are_one_entry() -> None:
    """Iwo Tarn is no second president, but another spelling; the more frequent one is the name."""
    names = names_used(
        [report(FIRST), report(SECOND), report("Varonian President Iwo Tarn came home.\n")], []
    )
    people = {one.name: one.forms for one in names if one.kind == "person"}
    assert "Iwo Tarn" not in people
    assert people["Ivo Tarn"] == ("Iwo Tarn",)


NAMES = st.text(min_size=1, max_size=20).filter(str.strip)
KINDS = st.sampled_from(["party", "person", "body", "place", "agency", "outlet", "think tank"])


@st.composite
def used_names(draw: st.DrawFn) -> list[Used]:
    """Draws names of all kinds, whose letters may be anything at all."""
    sides = draw(st.lists(NAMES, max_size=4, unique=True))
    count = st.integers(0, 9)
    names = [Used(one, "party", None, draw(count), draw(count), draw(count)) for one in sides]
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(KINDS)
        party = draw(st.sampled_from([*sides, None])) if kind in ("person", "body") else None
        role = draw(NAMES) if kind == "person" else "city"
        forms = tuple(draw(st.lists(NAMES, max_size=2)))
        numbers = (draw(count), draw(count), draw(count))
        names.append(Used(draw(NAMES), kind, party, *numbers, role=role, forms=forms))
    return names


@given(used_names())
def test_whatever_the_names_are_the_draft_loads(names: list[Used]) -> None:
    """What is written is read again, sides by name and in order; no letter of a name breaks the file."""
    text = draft_dossier(names, "d", 3, limit=99)
    dossier = loaded(text)
    sides = dict.fromkeys(one.name for one in names if one.kind == "party")
    assert [party.name for party in dossier.parties] == list(sides)
    assert not check_dossier(text, "draft.yaml").is_refused


def test_draft_lists_publishers_by_how_often_they_are_named_whatever_their_kind() -> None:
    """A frequent outlet is not hidden behind rare think tanks, nor the other way round."""
    rare = [Used(f"Rare Institute {n}", "think tank", None, 1, 1, 0) for n in "ABC"]
    often = [Used("Bay Courier", "outlet", None, 9, 9, 4)]
    text = draft_dossier([*often, *rare], "a", 9, limit=2)
    assert "Bay Courier" in text
    assert text.index("Bay Courier") < text.index("Rare Institute A")
