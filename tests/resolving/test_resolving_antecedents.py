"""Whom "he" and "she" mean: the candidates, what is known of them, and the choice."""

from __future__ import annotations

import time

from told import Told

from reportedly.model import Span, SpeakerKind
from reportedly.resolving.antecedents import Candidate, choose, features, load_weights
from reportedly.resolving.people import People
from reportedly.vocabulary import load_gazetteer


def people_of(text: str) -> People:
    """The people of a text, nothing of which stands in anybody's words."""
    names = load_gazetteer().learn(text)
    return People(text, names.mentions(text), ())


def chosen(text: str, pronoun: str = "he") -> str | None:
    """The name of whom the last pronoun of a text means, where nobody has spoken."""
    place = text.rindex(f" {pronoun} ") + 1
    found = choose(pronoun, Span(place, place + len(pronoun)), people_of(text), ())
    return found.name if found else None


def test_weights_are_those_of_the_features() -> None:
    """The fitted file and the code name the same things."""
    nobody = Candidate("", (), None)
    known = features(nobody, -1, Span(0, 1), people_of("Rain."))
    assert set(known) == set(load_weights())


def test_the_subject_of_the_sentence_before_is_meant() -> None:
    """Who is met is not who goes on."""
    text = (
        "French Foreign Minister Luc Arnaud met Polish Prime Minister Jan Kos. "
        "Over tea he spoke of ships."
    )
    assert chosen(text) == "Luc Arnaud"


def test_somebody_without_office_is_a_candidate() -> None:
    """An apposition is enough to introduce a person."""
    text = "Ada Holm, a mother of seven, rang the harbour. There she warned of fog."
    assert chosen(text, "she") == "Ada Holm"


def test_places_and_ships_are_no_people() -> None:
    """An apposition introduces a person only where it says so."""
    assert (
        chosen("Buenos Aires, the capital, slept. Nord Stream, a pipeline, burst. Then he woke.")
        is None
    )


def test_people_take_time_linear_in_the_text() -> None:
    """A page of capitals and apostrophes costs no more a character than a short one."""

    def least(text: str) -> float:
        times = []
        for _ in range(3):
            begun = time.thread_time()
            People(text, (), ())
            times.append(time.thread_time() - begun)
        return min(times)

    for unit in ("Ab’", "Ab ", "Ab-"):
        assert least(unit * 20_000) < 40 * max(least(unit * 2_000), 0.002)


def test_nobody_fits() -> None:
    """Without a person there is no antecedent."""
    assert chosen("The harbour was closed. Later he spoke.") is None


def test_resolve_name_that_ends_like_a_plural_is_one_person() -> None:
    """A family name like "Holmes" may be "he"; the quotation before the pronoun is skipped on the way back."""
    told = Told(
        "French Foreign Minister Luc Holmes gave another account. “Nobody came. Nobody wrote,” he said."
    )
    told.add("he", "said", "Nobody came. Nobody wrote")
    assert told.statements()[0].speaker.name == "Luc Holmes"


def test_resolve_mayor_behind_a_comma_is_that_person() -> None:
    """A description with a name in it points back to nobody else."""
    told = Told(
        "French Foreign Minister Luc Arnaud said ships sank. The mayor, Rok Mirn, said tea was late."
    )
    told.add("French Foreign Minister Luc Arnaud", "said", "ships sank")
    told.add("The mayor, Rok Mirn,", "said", "tea was late")
    assert told.statements()[-1].speaker.name == "Rok Mirn"


def test_resolve_official_of_a_side_is_not_its_president() -> None:
    """The words "the Polish defence official" introduce somebody unnamed."""
    told = Told(
        "Polish President Jan Kos said ships sank. The Polish defence official said tea was late."
    )
    told.add("Polish President Jan Kos", "said", "ships sank")
    told.add("The Polish defence official", "said", "tea was late")
    assert told.statements()[-1].speaker.kind is SpeakerKind.ANONYMOUS_OFFICIAL


def test_resolve_state_run_outlet_has_a_side_but_holds_nothing() -> None:
    """What TASS reports is told by Russia's side; it is not Russia's position."""
    told = Told("TASS said that tea must be served by noon.")
    told.add("TASS", "said", "tea must be served by noon")
    (one,) = told.statements()
    assert (one.speaker.kind, one.speaker.party, one.holder) == (
        SpeakerKind.OUTLET,
        "Russia",
        None,
    )


def test_resolve_reporter_of_an_agency_is_the_agency() -> None:
    """What a reporter of Reuters says is told by Reuters."""
    told = Told("A Reuters reporter said that no ship had come.")
    told.add("A Reuters reporter", "said", "no ship had come")
    assert told.statements()[0].speaker.name == "Reuters"
