"""Further tellers by the form of the words, credits of the whole page, speeches that go on."""

from __future__ import annotations

import pytest
from told import Told

from reportedly.model import Credit


def chains_of(told: Told) -> list[list[str]]:
    """The names along the chain of each statement, without the outlet."""
    return [[link.name for link in one.chain[1:]] for one in told.statements()]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "chain"),
    [
        ("Luc Arnaud said Poland believes that a truce is near and good.", "Luc Arnaud", "said",
         "Poland believes that a truce is near and good", ["Luc Arnaud", "Poland"]),
        ("Poland's position is that the river is a border, an aide said.", "an aide", "said",
         "the river is a border", ["an aide", "Poland"]),
        ("Luc Arnaud repeated the argument of Poland that the river is a border.", "Luc Arnaud",
         "repeated the argument of Poland", "the river is a border", ["Luc Arnaud", "Poland"]),
        ("Luc Arnaud said nobody believes that a truce is near and good.", "Luc Arnaud", "said",
         "nobody believes that a truce is near and good", ["Luc Arnaud"]),
        ("Luc Arnaud said the Polish demands were read by all of them.", "Luc Arnaud", "said",
         "the Polish demands were read by all of them", ["Luc Arnaud"]),
    ],
)  # fmt: skip
def test_inner_teller_is_the_last_link(
    text: str, source: str, cue: str, content: str, chain: list[str]
) -> None:
    """A teller named before what is said, or by the cue, is a link; a noun or nobody is none."""
    told = Told(text)
    told.add(source, cue, content)
    assert chains_of(told) == [chain]


def test_agency_that_reports_at_the_top_relays_the_whole_page() -> None:
    """What follows came by the agency and by whom it names, a named source too."""
    credit = Credit("Reuters", "agency", "in text")
    told = Told(
        "The harbour is shut.\n\nThat's according to the Harbour Office, Reuters reports.\n\n"
        "Luc Arnaud said rain will come soon.",
        credits_=[credit],
    )
    told.add("Luc Arnaud", "said", "rain will come soon")
    assert chains_of(told) == [["Reuters", "the Harbour Office", "Luc Arnaud"]]


def test_source_line_of_several_names_is_no_relay_of_all() -> None:
    """Two bodies in one line do not say who told what."""
    lines = [Credit(name, "agency", "source line") for name in ("Reuters", "AFP")]
    told = Told("Luc Arnaud said rain will come soon.", credits_=lines)
    told.add("Luc Arnaud", "said", "rain will come soon")
    assert chains_of(told) == [["Luc Arnaud"]]


def test_speech_told_by_another_goes_on_with_also() -> None:
    """The next sentence of a speech that another told has the same teller."""
    told = Told(
        "A readout noted that Luc Arnaud said rain will come. Luc Arnaud also said snow may fall."
    )
    told.add("A readout", "noted", "Luc Arnaud said rain will come")
    told.add("Luc Arnaud", "also said", "snow may fall")
    assert chains_of(told) == [["a readout", "Luc Arnaud"]] * 2


def test_body_told_before_the_cue_is_a_link() -> None:
    """What comes after "confirmed the loss to X but said" is said to X."""
    told = Told("Two Polish sources confirmed the loss to Reuters but said snow may fall.")
    told.add("Two Polish sources", "said", "snow may fall")
    assert chains_of(told) == [["Reuters", "two Polish sources"]]


def test_shares_of_people_asked_are_told_by_the_only_think_tank() -> None:
    """Percentages of people come from the survey of the body credited."""
    tank = Credit("Harbour Institute", "think tank", "in text")
    told = Told("Some 73% of voters said rain will come soon.", credits_=[tank])
    told.add("Some 73% of voters", "said", "rain will come soon")
    assert chains_of(told)[0][0] == "Harbour Institute"


def test_description_behind_a_dash_is_not_the_speaker() -> None:
    """Who advises somebody is not that somebody."""
    told = Told("Ada Holm – an adviser to French President Luc Arnaud – said rain will come.")
    told.add("Ada Holm – an adviser to French President Luc Arnaud –", "said", "rain will come")
    assert chains_of(told) == [["Ada Holm"]]
