"""Whom a source phrase means."""

from __future__ import annotations

from told import Told

from reportedly.model import Act, SpeakerKind


def test_resolve_pronoun_means_the_last_person_who_spoke() -> None:
    """The words "He" is the minister of the sentence before, and has his party."""
    told = Told(
        "French Foreign Minister Luc Arnaud said talks would resume. He added that a truce was near."
    )
    told.add("French Foreign Minister Luc Arnaud", "said", "talks would resume")
    told.add("He", "added", "a truce was near")
    first, second = told.statements()
    assert (second.speaker, second.holder) == (first.speaker, "France")
    assert second.speaker.name == "Luc Arnaud"


def test_resolve_definite_noun_means_the_anonymous_official_before() -> None:
    """The words "The official" is the one just quoted, not a new one."""
    told = Told(
        "A senior Polish official said the border would stay shut. The official refused to say more."
    )
    told.add("A senior Polish official", "said", "the border would stay shut")
    told.add("The official", "refused to", "say more", act=Act.REFUSAL)
    first, second = told.statements()
    assert second.speaker == first.speaker
    assert second.speaker.kind is SpeakerKind.ANONYMOUS_OFFICIAL


def test_resolve_other_anonymous_source_is_another_one() -> None:
    """Two unnamed officials stay two."""
    told = Told(
        "A Polish official said it was all over. Another Polish official said it was nothing like that."
    )
    told.add("A Polish official", "said", "it was all over")
    told.add("Another Polish official", "said", "it was nothing like that")
    first, second = told.statements()
    assert first.speaker.name != second.speaker.name


def test_resolve_section_of_a_document_is_the_document() -> None:
    """The words "The second section" belongs to the memorandum named before, and to its party."""
    told = Told(
        "Poland’s memorandum, published by Reuters on 2 May, has two sections. The first demands an apology. "
        "The second section demands free passage."
    )
    told.add("The first", "demands", "an apology", act=Act.DEMAND)
    told.add("The second section", "demands", "free passage", act=Act.DEMAND)
    for one in told.statements():
        assert one.holder == "Poland"
        assert one.speaker.kind is SpeakerKind.DOCUMENT
        assert [link.name for link in one.chain] == [
            "Bay Dispatch",
            "Reuters",
            "Poland’s memorandum",
        ]


def test_resolve_pronoun_inside_a_content_means_who_is_named_there() -> None:
    """What "he" will do in a source's words is the person's of that sentence, not the source's."""
    told = Told(
        "French President Luc Arnaud met envoys. One source said that if Arnaud gets no deal, he will close the port."
    )
    told.add("One source", "said", "he will close the port", act=Act.THREAT, agent="he")
    (one,) = told.statements()
    assert (one.holder, one.speaker.kind) == ("France", SpeakerKind.ANONYMOUS_SOURCE)


def test_resolve_surname_means_the_person_introduced_in_full() -> None:
    """A person of no office keeps the full name when only the surname is repeated."""
    told = Told("Anders Vik said the harbour was closed. Vik added that nobody had asked him.")
    told.add("Anders Vik", "said", "the harbour was closed")
    told.add("Vik", "added", "nobody had asked him")
    assert {one.speaker.name for one in told.statements()} == {"Anders Vik"}


def test_resolve_the_think_tank_is_the_one_that_spoke_not_the_one_named_last() -> None:
    """A body that has spoken goes before one that is only mentioned."""
    told = Told(
        "The Institute for the Study of War said that rain was near. It differs from Chatham House in that. "
        "The think tank added that nobody would march."
    )
    told.add("The Institute for the Study of War", "said", "rain was near")
    told.add("The think tank", "added", "nobody would march")
    assert {one.speaker.name for one in told.statements()} == {"Institute for the Study of War"}
