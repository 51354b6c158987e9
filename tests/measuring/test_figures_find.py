"""Figures of a report: what, where, as of when, who holds it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.measuring import figure_rows, find_figures
from reportedly.model import (
    EvidenceStatus,
    Mention,
    PublishedBasis,
    Report,
    Span,
    TimeExpression,
)

NAMES = {
    "Varonia": ("Varonia", "state", "Varonia"),
    "Varonian": ("Varonia", "adjective", "Varonia"),
    "Kestria": ("Kestria", "state", "Kestria"),
    "Kestrian": ("Kestria", "adjective", "Kestria"),
    "Lesser Arvel": ("Lesser Arvel", "place", None),
    "Greater Arvel": ("Greater Arvel", "place", None),
    "Port Hollin": ("Port Hollin", "place", None),
    "Tamsel": ("Tamsel", "place", None),
}


class Names:
    """A gazetteer of a few invented names."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Returns the invented names in a text."""
        pattern = "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True))
        return tuple(
            Mention(Span(*match.span()), *NAMES[match[0]])
            for match in re.finditer(rf"\b(?:{pattern})\b", text)
        )


def report_of(text: str, published: str | None = "2031-05-04") -> Report:
    """Returns a report with these words."""
    return Report(
        "r1", "x.txt", "0", None, None, "", None, published, PublishedBasis.NONE, "en", text
    )


def figures(
    text: str, published: str | None = "2031-05-04", dates: tuple[TimeExpression, ...] = ()
):
    """Returns the figures of a text."""
    return find_figures(report_of(text, published), dates, Names())


def date_in(text: str, words: str, edtf: str, relation: str = "at") -> TimeExpression:
    """Returns the date that these words of a text are."""
    start = text.index(words)
    return TimeExpression(Span(start, start + len(words)), "DATE", edtf, edtf, relation)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varonian forces controlled about 91.5% of Lesser Arvel.", "held by Varonia"),
        ("Kestria retains around 2,100 square kilometers of Lesser Arvel.", "held by Kestria"),
        (
            "They want the one percent of Lesser Arvel that remains under Kestrian control.",
            "held by Kestria",
        ),
        ("Some 40% of Lesser Arvel is occupied by Varonia.", "held by Varonia"),
        (
            "Varonian troops have been trying to capture the last 2 percent of Lesser Arvel.",
            "not held by Varonia",
        ),
        ("Varonia does not control 30% of Lesser Arvel.", "not held by Varonia"),
        (
            "Varonia demands that Kestria cede 2,300 sq km of Lesser Arvel.",
            "to be transferred to Varonia",
        ),
        ("Varonian forces captured 120 square kilometers in Lesser Arvel.", "captured by Varonia"),
    ],
)
def test_territory_figure_names_who_holds_it(text, expected) -> None:
    """Property and place are normalised so that complements can be found."""
    (figure,) = figures(text)
    assert (figure.measured_property, figure.place) == (expected, "Lesser Arvel")


def test_bracketed_area_inherits_what_the_share_before_it_measures() -> None:
    """A restatement in another unit measures the same thing."""
    share, area = figures(
        "Varonian troops tried to capture the last two percent of Lesser Arvel (about 312 square kilometers)."
    )
    assert (share.unit, area.unit) == ("%", "km2")
    assert (share.measured_property, share.place) == (area.measured_property, area.place)


def test_populations_in_brackets_belong_to_their_places() -> None:
    """A bare number after a place inherits the noun of its sibling."""
    found = figures("Cities such as Port Hollin (412,000 people) and Tamsel (98,000) are large.")
    assert [(f.value, f.unit, f.place, f.measured_property) for f in found] == [
        (412_000, "people", "Port Hollin", "population"),
        (98_000, "people", "Tamsel", "population"),
    ]


def test_count_without_noun_inherits_the_noun_before() -> None:
    """In "900 children, with only 45 returned" the second counts children too, of another property."""
    first, second = figures(
        "Kestria verified the deportation of at least 900 children, with only 45 returned."
    )
    assert (first.measured_entity, first.measured_property, first.low) == (
        "children",
        "deportation",
        900,
    )
    assert (second.measured_entity, second.measured_property, second.unit) == (
        "children",
        "returned",
        "people",
    )


def test_area_without_a_place_takes_the_last_place_of_the_paragraph() -> None:
    """Territory is looked for in the sentence before."""
    (figure,) = figures("Talks are on Lesser Arvel. Varonia demands to transfer another 900 sq km.")
    assert figure.place == "Lesser Arvel"


def test_repaired_unit_is_marked_on_figure_and_evidence() -> None:
    """What was printed stays in evidence and note; both say repaired."""
    text = "Varonia demands to hand over 900 square meters to it. km of Lesser Arvel."
    (figure,) = figures(text)
    assert (figure.unit, figure.status) == ("km2", "repaired")
    assert figure.evidence.status is EvidenceStatus.REPAIRED
    assert figure.evidence.exact == "900 square meters to it. km"
    assert figure.note


def test_opening_date_holds_for_every_figure_of_the_sentence() -> None:
    """A date at the head covers clauses after "while"."""
    text = "As of late 2030, Varonia holds 70% of Lesser Arvel, while Kestria retains 900 sq km."
    found = figures(text, dates=(date_in(text, "late 2030", "2030-10~/2030-12"),))
    assert {figure.as_of for figure in found} == {"2030-10~/2030-12"}


def test_since_date_reaches_until_publication() -> None:
    """What has been so since a date is so until the report."""
    text = "Varonia has not held 2% of Lesser Arvel since November 2030."
    (figure,) = figures(text, dates=(date_in(text, "November 2030", "2030-11", "since"),))
    assert figure.as_of == "2030-11/2031-05-04"


def test_figure_without_a_date_holds_up_to_publication() -> None:
    """Without any date it is some time up to the report's; without that, unknown."""
    text = "Varonia holds 70% of Lesser Arvel."
    assert figures(text)[0].as_of == "../2031-05-04"
    assert figures(text, published=None)[0].as_of is None


def test_date_after_publication_is_no_as_of() -> None:
    """A figure is never dated later than its report."""
    text = "In June 2031 Varonia holds 70% of Lesser Arvel."
    (figure,) = figures(text, dates=(date_in(text, "June 2031", "2031-06"),))
    assert figure.as_of == "../2031-05-04"


def test_number_inside_a_date_or_name_is_no_figure() -> None:
    """Dates and the gazetteer's names take their numbers with them."""
    text = "Talks of 14 May went on."
    assert figures(text, dates=(date_in(text, "14 May", "2031-05-14"),)) == ()


def test_rate_is_part_of_the_unit() -> None:
    """Losses a day are no losses."""
    (figure,) = figures("Varonia fires 4,000 shells a day.")
    assert (figure.unit, figure.measured_entity) == ("1/day", "shells")


def test_exchange_is_one_figure() -> None:
    """N for N is one figure of the exchange."""
    (figure,) = figures("They agreed on an 800-for-800 prisoner exchange.")
    assert (figure.value, figure.measured_property) == (800, "exchanged")


def test_ids_depend_on_the_stretch_and_not_on_the_reading() -> None:
    """The same stretch of the same report keeps its id when dates or names become known."""
    text = "Varonia holds 70% of Lesser Arvel."
    assert figures(text)[0].id == figures(text, published=None)[0].id


@given(st.text(max_size=120), st.sampled_from(list(NAMES)), st.text(max_size=60))
def test_any_text_makes_figures_with_verbatim_evidence(before, name, after) -> None:
    """`text[start:end] == exact` for whatever is found, and nothing raises."""
    text = f"{before} {name} holds 12% (300 sq km) {after}"
    for figure in figures(text):
        assert text[figure.evidence.start : figure.evidence.end] == figure.evidence.exact


@given(st.text(max_size=150))
def test_any_text_makes_rows_with_verbatim_evidence(text) -> None:
    """Rows for `annotate` hold their offsets too."""
    for row in figure_rows(text):
        assert text[row["start"] : row["end"]] == row["exact"]


def test_rows_name_units_in_words() -> None:
    """A measuring script reads units in words; ages and bare counts as well."""
    rows = figure_rows("The 30-year-old sold 12 boats for $5 a share.")
    assert [(row["value"], row["unit_name"]) for row in rows] == [
        (30, "year of age"),
        (12, "boat"),
        (5, "dollar per share"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Varonia held a vote in which 96 percent of voters agreed.",
        "Varonia spent and kept 2 percent of revenue.",
        "The Varonian administration first used the act to impose a 25 percent tariff.",
    ],
)
def test_share_of_something_else_has_no_holder(text) -> None:
    """A verb of holding with another object does not make a figure one of territory."""
    (figure,) = figures(text)
    assert "held" not in (figure.measured_property or "")


def test_demand_of_somebody_unnamed_names_no_party() -> None:
    """A pronoun is not resolved by guessing."""
    (figure,) = figures(
        "Varonia likes the plan because it requires to cede 900 sq km of Lesser Arvel."
    )
    assert figure.measured_property == "to be transferred"


def test_population_of_a_state_is_placed_there() -> None:
    """A bare number after "population of" counts people of the state before it."""
    (figure,) = figures("Kestria has a population of around 4 million.")
    assert (figure.unit, figure.place) == ("people", "Kestria")


def test_poll_verb_is_the_property_of_its_share() -> None:
    """In "72 percent oppose" the verb is no noun."""
    (figure,) = figures("Some 72 percent oppose the plan.")
    assert (figure.measured_entity, figure.measured_property) == (None, "oppose")


def test_year_earlier_is_no_rate() -> None:
    """A year earlier is a date and divides nothing."""
    (figure,) = figures("It sold 4,000 shells a year earlier.")
    assert figure.unit == "1"


def test_population_of_an_unnamed_territory_has_no_place() -> None:
    """The state in the clause is not the one whose people are counted."""
    (figure,) = figures(
        "They want the transfer to Varonia of territory that is home to 90,000 people."
    )
    assert figure.place is None


def test_second_share_of_a_list_has_the_holder_of_the_first() -> None:
    """One verb governs both figures, each of its own place."""
    first, second = figures("Varonia controlled 90% of Lesser Arvel and 60% of Greater Arvel.")
    assert first.measured_property == second.measured_property == "held by Varonia"
    assert (first.place, second.place) == ("Lesser Arvel", "Greater Arvel")


def test_part_of_a_whole_has_its_unit_and_place() -> None:
    """In "N of the M UNIT" both are figures: the part is held, the whole is the area; "or S percent" restates."""
    part, whole, share = figures(
        "Kestrian forces held 6,000 of the 9,000 square kilometers of Lesser Arvel, or 67 percent."
    )
    assert [(f.unit, f.place) for f in (part, whole)] == [("km2", "Lesser Arvel")] * 2
    assert (part.measured_property, whole.measured_property) == ("held by Kestria", "area")
    assert (share.measured_property, share.place) == ("held by Kestria", "Lesser Arvel")


def test_remainder_takes_place_and_date_of_the_figure_before() -> None:
    """A share that is "the remaining" one is of the same place at the same time."""
    text = (
        "As of 1 May, Kestria held 67 percent of Lesser Arvel. "
        "Varonia held the remaining 33 percent, about 2,970 square kilometers."
    )
    held, rest, area = figures(text, dates=(date_in(text, "1 May", "2031-05-01"),))
    assert rest.place == area.place == "Lesser Arvel"
    assert (rest.as_of, rest.measured_property) == (held.as_of, area.measured_property)


def test_share_put_at_another_number_measures_the_same() -> None:
    """The words "put the share at" take up the share before."""
    first, second = figures(
        "Varonia held 12 percent of Lesser Arvel. Kestria put the share at five percent."
    )
    assert (second.measured_property, second.place) == (first.measured_property, first.place)


def test_populations_listed_belong_to_the_cities_listed_before() -> None:
    """As many numbers as cities are theirs in this order."""
    found = figures(
        "They want Port Hollin and Tamsel. The two cities, home to 90,000 and 40,000 people, are held."
    )
    assert [(f.value, f.place) for f in found] == [(90_000, "Port Hollin"), (40_000, "Tamsel")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They offered a ceasefire of 30 days.", ("ceasefire", "duration")),
        ("A 45-day timeline for the withdrawal followed.", ("withdrawal", "deadline")),
        ("Troops are to withdraw within 20 days.", ("withdrawal", "deadline")),
    ],
)
def test_agreed_length_of_time_says_of_what(text, expected) -> None:
    """Deadlines and lengths of things agreed are figures."""
    (figure,) = figures(text)
    assert (figure.measured_entity, figure.measured_property) == expected


@pytest.mark.parametrize(
    "text",
    [
        "After three years of war they met.",
        "The two-hour conversation went well.",
        "He is one of them.",
    ],
)
def test_background_is_no_figure(text) -> None:
    """How long a talk or a war took measures nothing that is compared."""
    assert figures(text) == ()


@pytest.mark.parametrize(
    "printed",
    ["900 meters square of it. km", "900 square of it kilometers", "900 square meters, to it. km"],
)
def test_broken_area_unit_is_repaired_whatever_its_order(printed) -> None:
    """An area unit broken by a fragment is read as what it was."""
    (figure,) = figures(f"Varonia demands to hand over {printed} of Lesser Arvel.")
    assert (figure.unit, figure.status, figure.evidence.exact) == ("km2", "repaired", printed)


def test_adjective_of_a_people_inside_the_noun_stays() -> None:
    """A capitalised adjective after a small one is part of the noun."""
    (figure,) = figures("Kestria accepts up to 150 unarmed Norlandish observers.")
    assert figure.measured_entity == "unarmed Norlandish observers"


def test_names_on_a_list_are_of_the_list() -> None:
    """The length of a list is not a count of people."""
    (figure,) = figures("He said the list included 412 names.")
    assert figure.measured_property == "list"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestria sent $2 billion in military aid.", ("military aid", "USD", 2e9)),
        ("They want 5 percent of fully funded college places.", ("fully funded college places", "%", 5)),
        ("It has 900 U.S. servicemembers there.", ("U.S. servicemembers", "people", 900)),
    ],
)  # fmt: skip
def test_figure_says_of_what(text, expected) -> None:
    """What money pays for, long noun phrases and abbreviated adjectives are read."""
    (figure,) = figures(text)
    assert (figure.measured_entity, figure.unit, figure.value) == expected


def test_change_has_one_unit_at_both_ends() -> None:
    """In "grew from 60 to 71 percent" both are shares."""
    found = figures("Support grew from 60 to 71 percent.")
    assert [(f.value, f.unit) for f in found] == [(60, "%"), (71, "%")]


def test_thousands_of_the_second_end_hold_for_the_first() -> None:
    """A range of "30 to 35,000" does not begin at thirty."""
    (figure,) = figures("There are 30 to 35,000 soldiers.")
    assert (figure.low, figure.high) == (30_000, 35_000)


def test_place_turned_to_is_not_where_something_is_counted() -> None:
    """Only a place that something is in, at or from counts."""
    (figure,) = figures("Turning to Lesser Arvel, he said 900 soldiers would come.")
    assert figure.place is None


@pytest.mark.parametrize("text", ["1 / 4 End of pictures", "He is “100%” sure."])
def test_page_count_and_emphasis_are_no_figures(text) -> None:
    """Counters of pictures and "surely" in numbers measure nothing."""
    assert figures(text) == ()


def test_since_an_event_of_a_date_reaches_until_publication() -> None:
    """A figure since the beginning of a war in a month holds from that month."""
    text = "Kestria has sent 900 guns since the beginning of the war in November 2030."
    (figure,) = figures(text, dates=(date_in(text, "November 2030", "2030-11"),))
    assert figure.as_of == "2030-11/2031-05-04"


def test_exchange_counts_what_is_named_after_its_numbers() -> None:
    """Bodies are exchanged where prisoners are named earlier in the sentence."""
    (figure,) = figures(
        "They agreed on a release of prisoners and soldiers, and a 300-for-300 body exchange."
    )
    assert figure.measured_entity == "bodies"
    assert figure.measured_property == "exchanged"
