"""A brief from rows: what it says, in which order, and that nothing stands without rows."""

import json
import re
from dataclasses import replace

import pytest
from invented_talks import DAILY, EXPLAINER, HERALD, REPORTS, STATEMENTS, rows

from reportedly.briefing import (
    Brief,
    BriefRequest,
    BriefRows,
    assemble,
    render_html,
    render_json,
    render_markdown,
)
from reportedly.briefing.records import Quote
from reportedly.comparing import positions_of
from reportedly.model import Span, take_evidence

TODAY = "2031-07-02"


def _brief(**request) -> Brief:
    return assemble(rows(), BriefRequest(today=TODAY, **request))


def _sentences(brief: Brief):
    for section in brief.sections:
        for group in section.groups:
            yield from group.sentences
            for table in group.tables:
                for row in table.rows:
                    for cell in row.cells:
                        yield from cell


def _section(brief: Brief, key: str) -> str:
    """Returns the Markdown of one section."""
    heading = next(s.heading for s in brief.sections if s.key == key)
    return render_markdown(brief).split(f"## {heading}\n")[1].split("\n## ")[0]


def test_brief_has_every_section_in_order():
    """The reader finds what matters first, and the evidence last."""
    assert [s.key for s in _brief().sections] == [
        "takeaways",
        "changes",
        "positions",
        "disagreements",
        "figures",
        "sources",
        "reports",
    ]


def test_brief_title_bears_the_date():
    """A brief is of a day."""
    assert _brief().title == "Negotiation brief, 2 July 2031"


def test_every_sentence_rests_on_rows_that_exist():
    """No sentence without rows, no row that is not in the ledger, no mark without a footnote."""
    given = rows()
    known = {
        row.id
        for table in (given.reports, given.statements, given.positions, given.figures)
        for row in table
    }
    brief = _brief(since="2031-05-01")
    for sentence in _sentences(brief):
        assert sentence.rows
        assert set(sentence.rows) <= known
        assert set(sentence.notes) <= {note.number for note in brief.footnotes}


def test_every_footnote_is_pointed_to():
    """Footnotes are numbered from 1 in the order they are used."""
    brief = _brief()
    used = {number for sentence in _sentences(brief) for number in sentence.notes}
    assert [note.number for note in brief.footnotes] == list(range(1, len(used) + 1))


def test_sentence_names_the_chain():
    """An account through two links names both."""
    assert (
        "Kestria offers, according to Coast Wire, citing two Kestrian diplomats (reported 4 May 2031):"
        " “ready to discuss a ceasefire of thirty days”"
    ) in _section(_brief(until="2031-05-30"), "takeaways")


def test_sentence_tells_own_words_from_assessments():
    """A minister's words, and what analysts make of a party, are told apart."""
    text = _section(_brief(), "takeaways")
    assert (
        "Varonia demands of Kestria, in the words of Ana Toll (3 May 2031): “Kestria must" in text
    )
    table = _section(_brief(), "positions")
    assert "Demand (4 May 2031, an analyst's reading): " in table
    assert "as told by others): “ready to discuss a ceasefire of thirty days”" in table


def test_footnote_shows_the_chain_with_arrows():
    """From the outlet back to the first source."""
    chains = {note.chain for note in _brief().footnotes}
    assert "Ostrava Daily ← Coast Wire ← two Kestrian diplomats" in chains


def test_undated_report_is_listed_apart_and_never_new():
    """Its statements are in the table and in full, but not in what is new since a day."""
    brief = _brief(since="2000-01-01")
    assert "Undated: never counted as new" in _section(brief, "reports")
    mine = {s.id for s in STATEMENTS if s.report == EXPLAINER.id}
    for key in ("takeaways", "changes"):
        section = next(s for s in brief.sections if s.key == key)
        quoted = [
            part.report
            for group in section.groups
            for sentence in group.sentences
            for part in sentence.parts
            if hasattr(part, "report")
        ]
        assert EXPLAINER.id not in quoted[:1]
        assert not any(
            set(sentence.rows) <= mine for group in section.groups for sentence in group.sentences
        )


def test_since_a_day_only_later_statements_are_takeaways():
    """What was last said before the day is no takeaway."""
    text = _section(_brief(since="2031-06-20"), "takeaways")
    assert "Ivo Marn (30 June 2031)" in text
    assert "Ana Toll" not in text


def test_until_a_day_later_statements_are_left_out():
    """On 1 June nobody had agreed yet."""
    text = _section(_brief(until="2031-06-01"), "takeaways")
    assert "Ana Toll" in text
    assert "Ivo Marn" not in text


def test_party_and_issue_limit_the_positions():
    """Only what the party holds or is asked, only the issue."""
    assert "| Kestria |" not in _section(_brief(party="Varonia", issue="prisoners"), "positions")
    assert "about Varonia · on prisoners" in _brief(party="Varonia", issue="prisoners").scope


def test_repaired_figure_is_marked_with_its_arithmetic():
    """The reader sees that it was repaired, why, and what was printed."""
    text = _section(_brief(), "figures")
    assert "390 km² (" in text.casefold()
    assert "**Repaired.**" in text
    assert "“390 square meters to it. km”" in text
    assert "79.8 % of 2,000 km² = 1,596 km²" in text


def test_disagreement_shows_both_sides():
    """The party's own words and the opponent's account stand together."""
    text = _section(_brief(), "disagreements")
    assert "in the words of Ivo Marn" in text
    assert "according to Varonia" in text


def test_three_relays_are_told_as_one_origin():
    """One institute in three reports is one origin."""
    text = _section(_brief(), "sources")
    assert "Ostrava Institute, relayed by 3 reports: Ostrava Daily (4 May 2031)" in text
    assert "Coast Wire (12 June 2031): a Varonian official (2 statements)" in text
    assert "could not verify the account" in text


def test_brief_of_no_rows_still_renders():
    """An empty ledger gives a brief that says so."""
    brief = assemble(BriefRows(reports=()), BriefRequest(today=TODAY, since="2031-01-01"))
    assert "No dated position falls into the time asked for." in render_markdown(brief)
    assert "Footnotes" not in render_html(brief)
    whole = render_markdown(assemble(BriefRows(reports=()), BriefRequest(today=TODAY)))
    assert "No position was found." in whole
    assert "time asked for" not in whole


def test_json_holds_sentences_rows_and_footnotes_without_texts():
    """Other programs get the same brief; report texts stay in the ledger."""
    data = json.loads(render_json(_brief()))
    first = data["sections"][0]["groups"][0]["sentences"][0]
    assert first["rows"]
    assert any("quote" in part for part in first["parts"] if isinstance(part, dict))
    assert "reports" not in data


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.outlet or "none")
def test_statement_of_a_missing_report_is_left_out(report):
    """Rows whose report is not at hand cannot be shown, and do not break the brief."""
    given = rows()
    kept = tuple(r for r in given.reports if r.id != report.id)
    brief = assemble(BriefRows(kept, given.statements, given.positions), BriefRequest(TODAY))
    assert report.id not in {note.report for note in brief.footnotes}


def test_html_escapes_everything_from_rows():
    """Markup in an outlet's name or in a quotation is shown, not obeyed."""
    page = render_html(_brief())
    assert "Varonia &lt;b&gt;Herald&lt;/b&gt;" in page
    assert "<b>Herald" not in page
    assert "prisoners &amp; will hand over &lt;400&gt; names" in page
    assert HERALD.outlet not in page


def test_html_loads_nothing_and_runs_nothing():
    """One self-contained page: no scripts, no images, no style or font from elsewhere."""
    page = render_html(_brief())
    for sign in ("<script", "<link", "<img", "<iframe", "@import", "url(", "src="):
        assert sign not in page


def test_html_links_lead_to_places_of_the_page():
    """Each mark has a footnote, each footnote leads back to each of its marks."""
    page = render_html(_brief())
    places = re.findall(r'id="([^"]+)"', page)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(places)
    marks = {place for place in places if place.startswith("ref")}
    assert marks <= set(re.findall(r'href="#(ref[^"]+)"', page))


def test_html_does_not_link_to_other_schemes():
    """An address that is no web address is not made a link."""
    given = rows()
    bad = replace(DAILY, url="javascript:alert(1)")
    changed = replace(given, reports=(bad, *given.reports[1:]))
    assert "javascript:" not in render_html(assemble(changed, BriefRequest(TODAY)))


def test_issues_with_the_same_statements_share_a_row():
    """Two issues on which the same words stand are one row that keeps the rows of both."""
    given = rows()
    doubled = replace(STATEMENTS[0], issues=("territory", "withdrawal"))
    reports = given.reports
    brief = assemble(
        BriefRows(reports, (doubled,), positions_of([doubled], reports)), BriefRequest(TODAY)
    )
    table = next(s for s in brief.sections if s.key == "positions").groups[0].tables[0]
    (row,) = table.rows
    assert row.head == "Territory; Withdrawal"
    assert len(row.cells[0][0].rows) == 3


def test_every_statement_of_a_position_is_told_somewhere():
    """Each demand, offer and refusal stands in the table or after it, with a mark to its words."""
    given = rows()
    told = {id_ for sentence in _sentences(_brief()) for id_ in sentence.rows}
    assert {id_ for p in given.positions for id_ in p.statements} <= told


def test_distinct_demands_of_one_mouth_stand_in_one_takeaway():
    """Two demands of one text are two quotations in one sentence."""
    first = STATEMENTS[0]
    words = first.text.replace('"', "").split()
    half = len(words) // 2
    one, two = (" ".join(words[:half]), " ".join(words[half:]))
    pair = tuple(
        replace(first, id=f"s{place}", text=text, evidence=_cut(text))
        for place, text in enumerate((one, two))
    )
    brief = assemble(BriefRows((DAILY,), pair, positions_of(pair, (DAILY,))), BriefRequest(TODAY))
    (takeaway,) = next(s for s in brief.sections if s.key == "takeaways").groups[0].sentences
    assert [p.shown for p in takeaway.parts if isinstance(p, Quote)] == [one, two]
    assert {"s0", "s1"} <= set(takeaway.rows)


def _cut(text):
    start = DAILY.text.index(text)
    return take_evidence(DAILY.text, Span(start, start + len(text)))


def test_footnote_tells_said_from_published():
    """When it was said, and when the report came out, are two dates with two names."""
    text = render_markdown(_brief())
    assert ", published 4 May 2031. Said on 3 May 2031. Ostrava Daily ← Ana Toll:" in text


def test_caveat_is_told_once_for_each_report():
    """The first footnote of a report says that its outlet limits itself, the others do not repeat it."""
    remarks = [note.remark for note in _brief().footnotes if note.report == DAILY.id]
    assert sum("limits what it stands for" in remark for remark in remarks) == 1
