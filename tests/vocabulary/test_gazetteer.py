"""The gazetteer finds names, parties, people and kinds of speakers, with invented states and people."""

import pickle
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.vocabulary import load_dossier, load_gazetteer, speaker_kind
from reportedly.vocabulary.dossier_loading import read_dossier
from reportedly.vocabulary.gazetteer_spelling import is_spelling_of
from reportedly.vocabulary.loading import parse_yaml

PAGE = Path(__file__).parents[2] / "docs" / "dossiers.md"
TREE = parse_yaml(re.search(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[1], "page")
DOSSIER = read_dossier(TREE, "page")
NAMES = load_gazetteer(DOSSIER)
GENERAL = load_gazetteer()
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def named(gazetteer, text):
    """Returns words, name and kind of each mention."""
    return [(m.span.of(text), m.name, m.kind) for m in gazetteer.mentions(text)]


def test_mentions_name_kinds():
    """Each kind of name is told from the others."""
    text = "Varonia’s Ivo Tarn met Kestrians of the FDF at Amber House in Upper Delta, Reuters and NATO said."
    assert named(NAMES, text) == [
        ("Varonia", "Varonia", "state"),
        ("Ivo Tarn", "Ivo Tarn", "person"),
        ("Kestrians", "Kestria", "adjective"),
        ("FDF", "Free Delta Front", "organisation"),
        ("Amber House", "Amber House", "body"),
        ("Upper Delta", "Upper Delta", "place"),
        ("Reuters", "Reuters", "agency"),
        ("NATO", "NATO", "organisation"),
    ]


def test_mentions_respect_case_and_longer_names():
    """A common word is no state, and a state's name inside another name is not found."""
    text = (
        "He ate turkey off china in New Mexico. NORWAY, U.S. and South Korean envoys met; us too."
    )
    assert named(GENERAL, text) == [
        ("NORWAY", "Norway", "state"),
        ("U.S.", "United States", "state"),
        ("South Korean", "South Korea", "adjective"),
    ]


def test_a_surname_in_another_name_is_not_the_known_person():
    """A first name or a noun in capitals beside the surname makes it somebody or something else."""
    assert NAMES.person("Mila Tarn") is None
    assert NAMES.person("the Tarn Tower") is None
    for words in ("President Tarn", "Meanwhile Tarn left", "Mr Tarn’s aides", "an Ivo Tarn"):
        assert [m.name for m in NAMES.mentions(words)] == ["Ivo Tarn"]


def test_a_first_name_is_no_state():
    """A state whose name people bear is not found before a surname."""
    text = "Jordan Voss flew to Jordan and Chad. Israel Lasko stayed in Israel."
    assert [m.span.start for m in GENERAL.mentions(text)] == [
        text.index("Jordan and"),
        text.index("Chad"),
        text.rindex("Israel"),
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tarn", "Ivo Tarn"),
        ("Varonian President Ivo Tarn, who spoke to Kestrian media", "Ivo Tarn"),
        ("Tarn himself", "Ivo Tarn"),
        ("Tarn’s and other officials’", "Ivo Tarn"),
        ("Tarn, Varonia’s president,", "Ivo Tarn"),
        ("The ruler of Varonia, Ivo Tarn,", "Ivo Tarn"),
        ("the envoy to NATO Ivo Tarn", "Ivo Tarn"),
        ("Minister of Foreign Affairs Ivo Tarn", "Ivo Tarn"),
        ("Tarn’s team", None),
        ("a spokesman for Tarn", None),
        ("the letter to Tarn", None),
        ("Edo Lasko, an adviser to Tarn", None),
        ("Varonian officials", None),
    ],
)
def test_person_is_the_head_of_the_phrase(words, name):
    """Somebody who is only mentioned is not the one who speaks."""
    found = NAMES.person(words)
    assert (found.name if found else None) == name


@given(st.text(alphabet=st.sampled_from("US. Varonia’s-\nFDFTarn,\u00a0Đé"), max_size=60))
def test_mentions_ascend_without_overlap(text):
    """Mentions stand inside the text, in order."""
    found = NAMES.mentions(text)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Varonia", "Varonia"),
        ("Ostrava Bay", "Varonia"),
        ("Amber House", "Varonia"),
        ("Varonian Foreign Minister Edo Lasko", "Varonia"),
        ("Varonian officials", "Varonia"),
        ("one senior Varonian source with knowledge of the talks", "Varonia"),
        ("Three Varonian sources", "Varonia"),
        ("the Varonian President Ivo Tarn", "Varonia"),
        ("Tarn", "Varonia"),
        ("Tarn’s envoy", "Varonia"),
        ("Tarn’s and other Varonian officials’", "Varonia"),
        ("Varonia’s memorandum", "Varonia"),
        ("the Ministry of Foreign Affairs of Varonia", "Varonia"),
        ("President of Varonia Edo Lasko", "Varonia"),
        ("a spokesman for the Kestrian Defence Ministry", "Kestria"),
        ("an Amber House-linked official", "Varonia"),
        ("a source close to Amber House", "Varonia"),
        ("officials in Ostrava Bay", "Varonia"),
        ("Edo Lasko, an expert and adviser to the Varonian parliament", "Varonia"),
        ("Varonian ambassador to Kestria", "Varonia"),
        ("the Varonian special envoy for Kestria", "Varonia"),
        ("former Varonian president Ivo Tarn", "Varonia"),
        ("Varonian troops", "Varonia"),
        ("After a visit to Kestria, the Varonian president", "Varonia"),
        ("But Varonia has repeatedly", "Varonia"),
        ("the ambassador to NATO Ivo Tarn", "Varonia"),
        ("the envoy to Varonia and Kestria", None),
        ("most NATO countries", None),
        ("Edo Lasko, a Varonian living in Kestria", None),
        ("Ostrava Bay and the West", None),
        ("the Kestrian agency Reuters", None),
        ("FDF commander Rok Mirn", "Free Delta Front"),
        ("Varonia-Kestria border deal", None),
        ("Varonian and Kestrian delegations", None),
        ("Varonian and European officials", None),
        ("both Varonia and Kestria", None),
        ("the ambassador to Kestria", None),
        ("Varonian-speaking populations", None),
        ("pro-Varonian activists", None),
        ("a Varonia-based think tank", None),
        ("the occupied Varonian regions", None),
        ("a map of Varonia", None),
        ("sources familiar with Varonia’s strategy", None),
        ("a former Varonian official", None),
        ("the Varonian opposition", None),
        ("Varonian media", None),
        ("Varonia’s allies", None),
        ("the war in Varonia", None),
        ("the Institute for the Study of War", None),
        ("the Moscow Times", None),
        ("he", None),
        ("", None),
    ],
)
def test_party_of_a_phrase_follows_its_head(words, party):
    """The rules of docs/design/parties.md."""
    assert NAMES.party_of(words) == party


def test_parties_of_returns_every_side():
    """Where no single party speaks, those that do are listed in order."""
    assert NAMES.parties_of("Varonian and Kestrian delegations") == ("Varonia", "Kestria")
    assert NAMES.parties_of("Kestrian and European officials") == ("Kestria",)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Three Varonian sources with knowledge of negotiations", "anonymous source"),
        ("Another Varonian government source", "anonymous source"),
        ("people familiar with the matter", "anonymous source"),
        ("an expert", "anonymous source"),
        ("an Amber House-linked official", "anonymous official"),
        ("A Varonian diplomat", "anonymous official"),
        ("Varonian and European officials", "anonymous official"),
        ("a spokesman for the ministry", "anonymous official"),
        ("the think tank", "body"),
        ("analysts", "anonymous source"),
        ("Varonia", "body"),
        ("Ostrava Bay", "body"),
        ("The Varonian Foreign Ministry", "body"),
        ("the Tarn administration", "body"),
        ("The Institute for the Study of War", "body"),
        ("Varonia’s memorandum", "document"),
        ("the report of the Institute for the Study of War", "document"),
        ("Reuters", "outlet"),
        ("Foreign minister, Ivo Tarn,", "named"),
        ("a statement released by his ministry", "document"),
        ("the local newspaper Delta Courier", "outlet"),
        ("the rights group Delta Voices", "body"),
        ("the DEC", "body"),
        ("local media", "outlet"),
        ("Tarn", "named"),
        ("Varonian Foreign Minister Edo Lasko", "named"),
        ("Edo Lasko, a military expert", "named"),
        ("the president", "named"),
        ("the deputy representative to the United Nations Lena Voss", "named"),
        ("the Varonian deputy minister for trade, Lena Voss,", "named"),
        ("Varonian Minister of Transport Lena Voss", "named"),
        ("Varonian officials", "anonymous official"),
        ("she", "named"),
    ],
)
def test_speaker_kind_follows_the_head(words, kind):
    """Named, body, anonymous official, anonymous source, outlet and document are told apart."""
    assert speaker_kind(words, NAMES).value == kind


def test_learn_gives_a_surname_its_full_name_and_party():
    """Side and title before a name, title and side before it, and an apposition teach a person."""
    text = (
        "Kestrian negotiator Rok Mirn arrived. Foreign Minister of Varonia Edo Lasko waited.\n"
        "Lena Voss, an adviser to the Kestrian government, wrote.\nMirn, Lasko and Voss spoke."
    )
    taught = NAMES.learn(text)
    last = text.splitlines()[-1]
    assert [(m.name, m.party) for m in taught.mentions(last)] == [
        ("Rok Mirn", "Kestria"),
        ("Edo Lasko", "Varonia"),
        ("Lena Voss", "Kestria"),
    ]
    assert taught.party_of("Mirn") == "Kestria"
    assert NAMES.person("Mirn") is None


def test_learn_works_without_a_dossier():
    """States of the general list are enough."""
    taught = GENERAL.learn("Norwegian Prime Minister Ada Holm spoke. Holm left.")
    assert taught.person("Holm").name == "Ada Holm"
    assert taught.party_of("Holm") == "Norway"


def test_learn_resolves_an_office_to_its_holder():
    """Once a text says who rules, other words for the office mean the same person."""
    text = "The ruler of Varonia, Ivo Tarn, spoke. The governor of Varonia named conditions. The ruler left."
    taught = NAMES.learn(text)
    found = [(m.span.of(text), m.name) for m in taught.mentions(text) if m.kind == "person"]
    assert found == [
        ("Ivo Tarn", "Ivo Tarn"),
        ("The governor of Varonia", "Ivo Tarn"),
        ("The ruler", "Ivo Tarn"),
    ]


def test_learn_knows_another_spelling_of_a_known_person():
    """A transliteration that the dossier does not list still means its person."""
    taught = NAMES.learn("Varonian President Iwo Tarrn spoke.")
    assert taught.person("Iwo Tarrn").name == "Ivo Tarn"
    assert is_spelling_of("Volodimir Selenskij", "Wolodymyr Selensky")
    assert not is_spelling_of("Ivo Tarn", "Ivo Tarov")
    assert not is_spelling_of("Ada Tarn", "Ivo Tarn")


def test_learn_takes_no_headline_for_a_name():
    """Words in capitals and words that follow a title by chance teach nobody."""
    for text in (
        "Norwegian Defence Minister URGES CALM",
        "the minister, Monday",
        "Commander of the Norwegian Air Force",
    ):
        assert GENERAL.learn(text).offices == ()


def test_a_list_of_regions_names_regions():
    """A name that a city shares with its region is read as the list's noun says."""
    tree = {
        "id": "x",
        "name": "X",
        "places": [
            {"name": "Arvel", "kind": "city"},
            {"name": "Arvel Oblast", "kind": "region"},
            {"name": "Mirn", "kind": "city"},
            {"name": "Mirn Oblast", "kind": "region"},
        ],
        "groups": [{"name": "both oblasts", "members": ["Arvel Oblast", "Mirn Oblast"]}],
    }
    names = load_gazetteer(read_dossier(tree, "x"))
    text = "Cities like Arvel and Mirn lie in Arvel, Mirn oblasts; both oblasts (Mirn and Arvel)."
    assert [m.name for m in names.mentions(text)] == [
        "Arvel",
        "Mirn",
        "Arvel Oblast",
        "Mirn Oblast",
        "both oblasts",
        "Mirn Oblast",
        "Arvel Oblast",
    ]


def test_learn_keeps_an_office_of_two_holders_open():
    """With two presidents in a text, "the president" is nobody."""
    text = "Norwegian President Edo Lasko met Finnish President Lena Voss. The president left."
    taught = GENERAL.learn(text)
    assert [m.name for m in taught.mentions("The president left.")] == []
    assert taught.person("the Finnish president").name == "Lena Voss"


def test_gazetteer_pickles_and_is_cached():
    """It crosses processes unchanged; one is made for one dossier."""
    taught = NAMES.learn("Kestrian envoy Rok Mirn spoke.")
    again = pickle.loads(pickle.dumps(taught))  # noqa: S301
    assert again == taught
    assert load_gazetteer(DOSSIER) is NAMES


def test_mentions_take_time_linear_in_the_text():
    """Ten times the text takes far less than a hundred times the time."""
    page = "Varonian President Ivo Tarn told Reuters that Kestria must leave the Delta. " * 130

    def seconds(text):
        start = time.thread_time()
        NAMES.mentions(text)
        return time.thread_time() - start

    def least(text):
        return min(seconds(text) for _ in range(3))

    assert least(page * 10) < 40 * max(least(page), 0.002)


@pytest.mark.seeds
def test_p17_the_ruler_is_named_by_the_text_itself():
    """P17: the governor of the Russian Federation is Vladimir Putin, from the text."""
    path = next(iter(SEEDS.glob("004_*")), None) if SEEDS.is_dir() else None
    if path is None:
        pytest.skip("the five reports are not beside the checkout")
    text = path.read_text("utf-8")
    taught = load_gazetteer(load_dossier("ukraine")).learn(text)
    found = {m.span.of(text): m.name for m in taught.mentions(text) if m.kind == "person"}
    assert found["The governor of the Russian Federation"] == "Vladimir Putin"
    assert (
        taught.person("The ruler of the Russian Federation, Volodymyr Putin,").name
        == "Vladimir Putin"
    )


def test_transcript_labels_are_their_people():
    """A surname in capitals at a line's start is the one person of the text who bears it."""
    text = "Briefing by the Varonian spokesman Rolf Kern\n\nMINISTER KERN: No.\n\nKERN: We will not.\n\nOTTER: Why?"
    learnt = GENERAL.learn(text)
    assert learnt.person("KERN").name == learnt.person("MINISTER KERN").name == "Rolf Kern"
    assert learnt.speaker_kind("KERN") == "named"
    assert learnt.person("OTTER") is None
    two = GENERAL.learn(f"{text}\n\nArvelian spokeswoman Ida Kern said so.")
    assert two.person("KERN") is None


def test_party_of_private_people_and_firms_is_none() -> None:
    """A tycoon, a farmer or an oil firm of a state does not speak for it."""
    names = load_gazetteer()
    for words in ("Polish billionaire Jan Lis", "a Polish oil firm", "Polish farmer Ewa Nowak"):
        assert names.party_of(words) is None


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Norwegian rebels", None),
        ("Danish separatist leaders", None),
        ("rebels from the FDF", "Free Delta Front"),
        ("FDF rebels", "Free Delta Front"),
        ("a commander of the Varonia insurgents", None),
        ("Opponents of President Ivo Tarn", None),
        ("rivals of the Varonian government", None),
        ("Northern Ireland police", None),
        ("Abkhaz officials", "Abkhazia"),
        ("a UNIFIL spokesman", "United Nations"),
    ],
)
def test_who_fights_a_side_or_lives_in_a_part_of_it_is_not_that_side(words, party) -> None:
    """Rebels are no side of the state they are named after; those of a group are that group's."""
    assert NAMES.party_of(words) == party
