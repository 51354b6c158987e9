"""Who hedges: the speaker inside what is said, the outlet around the cue, a source that tells of another between."""

from __future__ import annotations

import pytest

from reportedly.model import Act, Attribution, Directness, Hedger, Proposition, Span
from reportedly.resolving import Hedges


def span(text: str, words: str) -> Span:
    """Returns where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def attributed(
    text: str, source: str, cue: str, content: str, parent: str | None = None
) -> Attribution:
    """Returns an attribution made of words of a text."""
    roles = ((span(text, words),) for words in (source, cue, content))
    return Attribution(f"a:{cue}", "r", *roles, parent, Directness.INDIRECT, 0.9, "test")


def told(text: str, said: str, *attributions: Attribution) -> list[tuple[str, str, str]]:
    """Returns who uses which words on what is said in the last of the attributions, and their kind."""
    one = Proposition(span(text, said), Act.OTHER)
    last = attributions[-1] if attributions else None
    found = Hedges(text, attributions).of(one, last, Hedger.OUTLET)
    return [(hedge.by.value, hedge.evidence.exact, hedge.kind.value) for hedge in found]


def test_words_inside_are_the_speakers_and_around_the_cue_the_outlets() -> None:
    """The word "reportedly" before "said" is the outlet's doubt, "may" the minister's."""
    text = "Holm reportedly said that Varonia may leave the Salt Coast."
    one = attributed(text, "Holm", "said", "Varonia may leave the Salt Coast")
    assert told(text, "leave the Salt Coast", one) == [
        ("outlet", "reportedly", "hearsay"),
        ("speaker", "may", "possibility"),
    ]


def test_word_that_opens_the_sentence_is_the_outlets() -> None:
    """In "Allegedly, Holm said" it is the saying that is doubted, although the source stands between."""
    text = "Allegedly, Holm said that Varonia left."
    assert told(text, "Varonia left", attributed(text, "Holm", "said", "Varonia left")) == [
        ("outlet", "Allegedly", "hearsay")
    ]


def test_confidence_around_the_cue_is_the_speakers() -> None:
    """Who assesses with high confidence is the analyst, not who reports it; likelihood is apart from it."""
    text = "The institute assessed with high confidence that Kestria will probably refuse."
    content = "Kestria will probably refuse"
    one = attributed(text, "The institute", "assessed", content)
    assert told(text, content, one) == [
        ("speaker", "with high confidence", "confidence"),
        ("speaker", "probably", "likelihood"),
    ]


def test_words_around_an_inner_cue_are_the_tellers() -> None:
    """Officials hedge what Holm said; the outlet hedges that officials say so."""
    text = "Officials reportedly told VNN that Holm allegedly said that Varonia might leave."
    outer = attributed(text, "Officials", "told", "Holm allegedly said that Varonia might leave")
    inner = attributed(text, "Holm", "said", "Varonia might leave", outer.id)
    assert told(text, "Varonia might leave", outer, inner) == [
        ("outlet", "reportedly", "hearsay"),
        ("teller", "allegedly", "hearsay"),
        ("speaker", "might", "possibility"),
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [("demands a ceasefire", []), ("close the canal", ["may"])],
)
def test_words_of_another_clause_are_not_on_this_one(said: str, words: list[str]) -> None:
    """A demand beside something that may happen is not itself open."""
    text = "Holm said that Kestria demands a ceasefire, but may close the canal."
    content = "Kestria demands a ceasefire, but may close the canal"
    found = told(text, said, attributed(text, "Holm", "said", content))
    assert [each[1] for each in found] == words


def test_without_an_attribution_words_are_the_reports_own() -> None:
    """Nobody else says so."""
    text = "Varonia is very likely to refuse. It may rain."
    assert told(text, "Varonia is very likely to refuse") == [
        ("outlet", "very likely", "likelihood")
    ]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("Kestria may have lost 300 boats.", "300 boats", ["may have"]),
        ("Troops may take the eight percent that remain.", "eight percent", []),
        ("It may take the town (about 40 km2).", "about 40 km2", []),
        ("Kestria lost 300 boats, but may build others.", "300 boats", []),
    ],
)
def test_figure_is_hedged_by_its_own_clause(text: str, number: str, words: list[str]) -> None:
    """What is taken as given ("the eight percent") or stands in brackets is not what is open."""
    found = Hedges(text, ()).of_clause(span(text, number), Hedger.OUTLET)
    assert [hedge.evidence.exact for hedge in found] == words
