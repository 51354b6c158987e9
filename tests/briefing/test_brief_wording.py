"""Our own words: verbs, articles, numbers and who says so."""

from dataclasses import replace

import pytest
from invented_talks import FIGURES, STATEMENTS

from reportedly.briefing.markdown import escape
from reportedly.briefing.names import read_names
from reportedly.briefing.wording import count, is_plural, listed, said_text, verb, with_article
from reportedly.briefing.wording_figures import (
    calculation_text,
    figure_text,
    matter_text,
    stated_text,
)
from reportedly.errors import VocabularyError
from reportedly.model import Act


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("Norland", False),
        ("United States", False),
        ("Honduras", False),
        ("Hamas", False),
        ("ECOWAS", False),
        ("United Nations", False),
        ("Northern rebels", True),
        ("the Taliban", True),
        ("Norland and Sudria", True),
        ("Trinidad & Tobago", False),
        ("European leaders", True),
        ("European Court of Human Rights", False),
        ("Kurdish rebels in the north", True),
    ],
)
def test_plural_follows_usage(name, plural):
    """States and organisations take the singular, groups of people the plural."""
    assert is_plural(name) is plural
    assert verb(Act.DEMAND, name) == ("demand" if plural else "demands")


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("the Norlandish Foreign Ministry", "the Norlandish Foreign Ministry"),
        ("United States", "the United States"),
        ("European Union", "the European Union"),
        ("Norland", "Norland"),
        ("European Court of Human Rights", "the European Court of Human Rights"),
        ("Experts", "experts"),
        ("A senior diplomat", "a senior diplomat"),
        ("unknown outlet", "an unknown outlet"),
        ("MEMORANDUM ON THE TERMS OF A TRUCE", "Memorandum on the Terms of a Truce"),
        ("KELL", "KELL"),
        ("Ministry of Defence of Norland", "the Ministry of Defence of Norland"),
    ],
)
def test_names_take_their_article(name, inside):
    """Names read well inside a sentence."""
    assert with_article(name) == inside


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": 19400.0, "unit": "people", "modifier": "at least"}, "at least 19,400 people"),
        ({"value": None, "low": 4.0, "high": 6.5, "unit": "%"}, "4–6.5 %"),
        (
            {"value": None, "low": 1e6, "unit": "people", "modifier": "over"},
            "over 1,000,000 people",
        ),
        ({"value": None, "high": 30.0, "unit": "day", "modifier": "range"}, "at most 30 days"),
        ({"value": 12.0, "unit": "1"}, "12"),
        ({"value": None}, "no value stated"),
    ],
)
def test_figures_read_as_stated(changes, words):
    """Bounds, ranges and hedges are kept."""
    assert figure_text(replace(FIGURES[0], **changes)) == words


def test_counts_and_lists_read_well():
    """One is singular, the last of several comes after "and"."""
    assert (count(1, "report"), count(1200, "report")) == ("1 report", "1,200 reports")
    assert [listed(["a"]), listed(["a", "b", "c"])] == ["a", "a, b and c"]


def test_markdown_signs_are_escaped():
    """Nothing from a row becomes a heading, a link, a table cell or markup."""
    assert escape("a|b *c* [d](e) <f>\n# g") == r"a\|b \*c\* \[d\](e) \<f\> \# g"
    assert escape("Q&A &amp; B &#60;") == r"Q&A \&amp; B \&\#60;"


@pytest.mark.parametrize(
    ("measured", "words"),
    [
        (("people", "population", "Arvel"), "Population of Arvel"),
        (("people", "population", None), "Population"),
        (
            ("Lake District", "held by Norland", "Lake District", "%"),
            "Share of Lake District held by Norland",
        ),
        (
            ("Lake District", "to be transferred to Norland", "Lake District", "km2"),
            "Area of Lake District to be transferred to Norland",
        ),
        (("children", "deportation", None), "Deportation of children"),
        (("Kestrian children", "returned", "Arvel"), "Kestrian children returned (Arvel)"),
        (("soldiers", None, None), "Soldiers"),
        (("the Delta", "area", "the Delta"), "Area of the Delta"),
        ((None, None, None), "Not said of what"),
    ],
)
def test_matter_reads_as_a_title(measured, words):
    """What is measured is said in words that a reader would use."""
    entity, prop, place, *unit = measured
    changes = {"measured_entity": entity, "measured_property": prop, "place": place}
    figure = replace(FIGURES[0], **changes, unit=unit[0] if unit else "people")
    assert matter_text(figure) == words


def test_vague_plural_is_given_as_stated_with_its_range():
    """The words stand first, what they may mean in brackets."""
    evidence = replace(FIGURES[0].evidence, exact="hundreds")
    vague = {"value": None, "low": 200.0, "high": 999.0, "unit": "people", "evidence": evidence}
    assert stated_text(replace(FIGURES[0], **vague)) == "“hundreds” (200–999 people)"


@pytest.mark.parametrize(
    ("arithmetic", "words"),
    [
        (
            "1 % of 400 km2 = 4 km2; stated 5 km2; +25 %",
            "1 % of 400 km² = 4 km²; stated 5 km²; 25 % more",
        ),
        (
            "dossier: 80 people; stated 60 people; -25 %",
            "the dossier has 80 people; stated 60 people; 25 % less",
        ),
        ("9 m2 would be 2.5e-05 % of 36 km2", "9 m² would be 0.000025 % of 36 km²"),
        ("100 % - 80 % = 20 %; difference 0 %", "100 % - 80 % = 20 %; no difference"),
        (
            "4 % less; -1.5 %, the same to the digits",
            "4 % less; 1.5 % less, the same to the digits",
        ),
    ],
)
def test_calculation_reads_as_people_write_it(arithmetic, words):
    """Units, tiny shares and differences are written out; no number is changed."""
    assert calculation_text(arithmetic) == words


def test_said_and_first_published_are_kept_apart():
    """A reader sees which date is which."""
    one = replace(STATEMENTS[0], said="2031-05-02", first_published="2031-05-03")
    assert said_text(one) == "Said on 2 May 2031, first published on 3 May 2031"
    assert said_text(replace(one, said=None)) == "First published on 3 May 2031"
    assert (
        said_text(replace(one, said="../2031-05-03", first_published=None)) == "Said by 3 May 2031"
    )
    assert said_text(replace(one, said=None, first_published=None)) == ""
    assert said_text(replace(one, said="2031-05", first_published=None)) == "Said in May 2031"
    span = replace(one, said="2031-05-19/2031-05-25", first_published=None)
    assert said_text(span) == "Said 19–25 May 2031"


@pytest.mark.parametrize(
    "tree",
    [
        None,
        {"with_article": ["Bay"], "plural": []},
        {"with_article": [], "plural": ["Elders"], "singular": []},
        {"with_article": ["Bay", "Bay"], "plural": [], "singular": []},
    ],
)
def test_broken_names_are_refused(tree: object):
    """Lists that are missing, in the wrong case or hold a name twice stop the program."""
    with pytest.raises(VocabularyError):
        read_names(tree)
