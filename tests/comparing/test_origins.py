"""Independent origins: of a statement that others make too, and of a story."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from invented_positions import report, statement

from reportedly.comparing import Sameness, echoes_of, origins_of, repeated_in, stories_of
from reportedly.model import Act, Link, Speaker, SpeakerKind, Statement

SAME = "the withdrawal of all heavy guns from the northern harbour"
AGAIN = "withdrawal of all heavy guns from the harbour in the northern part"
OTHER = "the release of every prisoner taken at the border in winter"


def told(name: str, *links: tuple[str, str], text: str = SAME, origin: str | None = None):
    """Returns a statement of the report of that name, whose chain begins with its own outlet."""
    chain = (Link(name, "outlet"), *(Link(*link) for link in links))
    return statement(text, source=name, chain=chain, origin=origin or chain[-1].name)


def names_of(statements: list[Statement], first: Statement) -> tuple[str, ...]:
    """Returns the independent origins of the first of some statements."""
    reports = [report(name) for name in dict.fromkeys(s.report for s in statements)]
    return origins_of(statements, reports, echoes_of(reports, statements))[first.id].origins


def test_two_outlets_that_relay_one_agency_are_one_origin():
    """Different officials behind one agency's story do not confirm each other."""
    first = told("A", ("Wire", "agency"), ("Ana Toll", "named"))
    second = told("B", ("Wire", "agency"), ("Ivo Brandt", "named"), text=AGAIN)
    assert names_of([first, second], first) == ("Ana Toll",)


def test_two_speakers_through_two_agencies_are_two_origins():
    """Nothing ties them, so each counts; a statement's own origin comes first."""
    first = told("A", ("Wire", "agency"), ("Ana Toll", "named"))
    second = told("B", ("Cable", "agency"), ("Ivo Brandt", "named"), text=AGAIN)
    assert names_of([first, second], second) == ("Ivo Brandt", "Ana Toll")


def test_one_speaker_in_ten_outlets_is_one_origin():
    """Ten outlets that quote one person are one origin."""
    rows = [told(name, ("Ana Toll", "named")) for name in "ABCDEFGHIJ"]
    assert names_of(rows, rows[0]) == ("Ana Toll",)


def test_a_name_in_full_and_in_part_are_one_origin():
    """A surname alone is the person named in full elsewhere."""
    rows = [told("A", ("Ana Toll", "named")), told("B", ("Toll", "named"))]
    assert names_of(rows, rows[0]) == ("Ana Toll",)


def test_a_party_and_who_speaks_for_it_are_one_origin():
    """A state and its minister are not two sources."""
    minister = told("A", ("Ana Toll", "named"))
    minister = replace(minister, speaker=replace(minister.speaker, party="Norland"))
    assert names_of([minister, told("B", ("Norland", "body"))], minister) == ("Ana Toll",)


def by(name: str, origin: str, kind: SpeakerKind = SpeakerKind.BODY) -> Statement:
    """Returns a statement of the report of that name by a body of Russia."""
    made = told(name, (origin, "body"))
    return replace(made, speaker=Speaker(origin, kind, "Russia"))


def test_a_state_its_capital_and_its_seat_are_one_origin():
    """Reports write one for the other; two ministries, or a person and a ministry, stay two."""
    rows = [by("A", "Russia"), by("B", "the Kremlin"), by("C", "Moscow")]
    assert names_of(rows, rows[0]) == ("Russia",)
    rows = [by("B", "the Kremlin"), by("C", "Moscow")]
    assert names_of(rows, rows[0]) == ("the Kremlin",)
    rows = [by("A", "State Duma"), by("B", "Russian Defence Ministry")]
    assert names_of(rows, rows[0]) == ("State Duma", "Russian Defence Ministry")
    rows = [by("A", "Kremlin"), by("B", "many Russians", SpeakerKind.ANONYMOUS_SOURCE)]
    assert names_of(rows, rows[0]) == ("Kremlin", "many Russians")
    rows = [by("A", "Kremlin"), told("B", ("White House", "body"))]
    assert names_of(rows, rows[0]) == ("Kremlin", "White House")


def test_statements_unlike_the_best_one_confirm_each_other():
    """Two short accounts of a part of a long demand say the same as each other, though not as the long one."""
    longer = "within thirty days of signing and under the eyes of observers"
    whole = told("A", ("Ana Toll", "named"), text=f"{SAME} and {OTHER} {longer}")
    parts = [told(name, (who, "named"), text=SAME) for name, who in (("B", "Ivo"), ("C", "Ulf"))]
    rows = [whole, *parts]
    joined = Sameness(same=frozenset({frozenset({whole.id, part.id}) for part in parts}))
    apart = Sameness(different=frozenset({frozenset({parts[0].id, parts[1].id})}))
    reports = [report(name) for name in "ABC"]

    def others(sameness=None):
        rests = origins_of(rows, reports, (), sameness)
        return [len(rests[row.id].same) for row in rows]

    assert others() == [0, 1, 1]
    assert others(joined) == [2, 2, 2]
    assert others(apart) == [0, 0, 0]
    assert repeated_in(rows, reports) == {"B", "C"}
    assert repeated_in(rows, reports, joined) == {"A", "B", "C"}


def test_unknown_lineage_is_no_origin():
    """An anonymous official in two reports adds none; beside a known origin it adds none either."""
    unknown = [
        replace(told(name, ("an official", "anonymous official")), origin=None) for name in "AB"
    ]
    assert names_of(unknown, unknown[0]) == ()
    known = told("C", ("Ana Toll", "named"))
    assert names_of([*unknown, known], unknown[0]) == ("Ana Toll",)


def test_statements_in_reused_words_are_one_origin():
    """Two outlets with the same passage rest on one origin, whoever they name."""
    passage = (
        "The delegation demanded the withdrawal of all heavy guns from the northern harbour before noon. "
        "It would not return to the hall, its members said, before the last of them had been moved."
    )
    start = passage.index(SAME)
    reports = [report(name, text=f"{passage}\nOur reporter {name} was there.") for name in "AB"]
    first, second = (
        statement(SAME, source=name, origin=who, start=start)
        for name, who in (("A", "Ana Toll"), ("B", "Ivo Brandt"))
    )
    rests = origins_of([first, second], reports, echoes_of(reports, [first, second]))
    assert rests[first.id].origins == ("Ana Toll",)
    assert origins_of([first, second], reports, ())[first.id].origins == ("Ana Toll", "Ivo Brandt")


def test_a_whole_report_from_an_agency_shares_its_origin_and_a_mention_does_not():
    """A source line covers all that a report says; a name in the text only what it stands beside."""
    rows = [told("A", ("Ana Toll", "named")), told("B", ("Ivo Brandt", "named"), text=AGAIN)]
    for basis, count in (("source line", 1), ("in text", 2)):
        reports = [report(name, sources=("Institute",)) for name in "AB"]
        reports = [
            replace(one, credits=tuple(replace(c, basis=basis) for c in one.credits))
            for one in reports
        ]
        assert len(origins_of(rows, reports, ())[rows[0].id].origins) == count


def test_a_part_of_a_demand_does_not_confirm_it():
    """Few words in common, such as a phrase inside a longer demand, confirm nothing."""
    whole = told(
        "A", ("Ana Toll", "named"), text=f"{SAME} and {OTHER} within thirty days of signing"
    )
    part = told("B", ("Ivo Brandt", "named"), text=OTHER)
    assert names_of([whole, part], whole) == ("Ana Toll",)


def test_acts_are_not_mixed():
    """A refusal in the words of a demand confirms no demand."""
    demand = told("A", ("Ana Toll", "named"))
    refusal = replace(told("B", ("Ivo Brandt", "named")), act=Act.REFUSAL)
    assert names_of([demand, refusal], demand) == ("Ana Toll",)


def test_repeated_reports_are_those_with_a_statement_of_another():
    """Only they need to be looked through for reuse."""
    rows = [told("A"), told("B", text=AGAIN), told("C", text=OTHER)]
    assert repeated_in(rows, [report(name) for name in "ABC"]) == {"A", "B"}


@given(
    st.lists(st.tuples(st.sampled_from("ABCD"), st.sampled_from(["Ana Toll", "Ivo Brandt", None])))
)
def test_saying_the_same_is_mutual_and_origins_never_outnumber_statements(drawn):
    """If one statement says what another says, so does the other; and both rest on the same origins."""
    rows = [
        replace(statement(SAME, source=name, start=at), origin=who)
        for at, (name, who) in enumerate(drawn)
    ]
    rests = origins_of(rows, [report(name) for name in "ABCD"], ())
    assert set(rests) == {row.id for row in rows}
    for one, backing in rests.items():
        assert len(backing.origins) <= len(backing.same) + 1
        for other in backing.same:
            assert one in rests[other].same
            assert set(backing.origins) == set(rests[other].origins)


FERRY = (
    "A ferry with ninety passengers sank off Port Lissow on Sunday night, the Norland coast guard said. "
    "Divers found twelve bodies; Captain Ivo Brandt was arrested in Lissow harbour."
)
RETOLD = (
    "Rescuers searched the sea near Lissow on Monday after a ferry went down with ninety people aboard. "
    "Captain Ivo Brandt is under arrest, and divers have recovered twelve bodies, the coast guard of Norland said."
)
BUDGET = "Parliament in Kestria passed the budget after two days of debate over farm subsidies and roads."
GLASS = "The museum of Varonia opens an exhibition of glass made by hand in the mountain villages."


def stories(*ferry):
    """Returns the stories in some reports on the ferry and two others."""
    reports = [*ferry, report("Budget", text=BUDGET), report("Glass", text=GLASS)]
    return stories_of(reports, echoes_of(reports, []))


def test_story_of_two_outlets_rests_on_two_origins():
    """Each outlet reports for itself, as far as is known; the earlier report comes first."""
    (story,) = stories(
        report("B", "2031-05-05", text=RETOLD), report("A", "2031-05-04", text=FERRY)
    )
    assert story.reports == ("A", "B")
    assert (story.first_published, story.last_published) == ("2031-05-04", "2031-05-05")
    assert (story.origins, story.unknown) == (("A", "B"), ())


def test_story_of_two_relays_rests_on_one_origin():
    """Both credit the same agency."""
    (story,) = stories(
        report("A", text=FERRY, sources=("Wire",)), report("B", text=RETOLD, sources=("Wire",))
    )
    assert (story.origins, story.unknown) == (("Wire",), ())


def test_story_of_reports_without_outlet_has_unknown_lineage():
    """A page that names neither outlet nor source is no origin; copies of it are one unknown lineage."""
    pages = [
        replace(report(name, text=text), outlet=None)
        for name, text in (("A", FERRY), ("B", RETOLD))
    ]
    (story,) = stories(*pages)
    assert (story.origins, story.unknown) == ((), ("A", "B"))
    copies = [replace(report(name, text=FERRY), outlet=None) for name in "AB"]
    (story,) = stories(*copies)
    assert (story.origins, story.unknown) == ((), ("A",))
