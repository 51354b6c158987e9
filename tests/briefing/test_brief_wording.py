"""Our own words: verbs, articles, numbers and who says so."""

from dataclasses import replace

import pytest
from invented_talks import FIGURES

from reportedly.briefing.markdown import escape
from reportedly.briefing.wording import count, figure_text, is_plural, listed, verb, with_article
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
        ("United States", "the United States"),
        ("European Union", "the European Union"),
        ("Norland", "Norland"),
        ("European Court of Human Rights", "the European Court of Human Rights"),
        ("Experts", "experts"),
        ("A senior diplomat", "a senior diplomat"),
        ("unknown outlet", "an unknown outlet"),
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
