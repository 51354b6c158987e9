"""Quotations are verbatim, or they are not printed."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_talks import DAILY, STATEMENTS, report, rows, statement

from reportedly.briefing import (
    BriefRequest,
    assemble,
    render_html,
    render_json,
    render_markdown,
)
from reportedly.briefing.quoting import check_quote, quote_around, quote_evidence, quote_statement
from reportedly.briefing.records import Piece, Quote
from reportedly.errors import NotVerbatim
from reportedly.model import Act, Span, Speaker, SpeakerKind, take_evidence

TODAY = "2031-07-02"
RENDERERS = (render_markdown, render_html, render_json)
SPEAKER = Speaker("Ana Toll", SpeakerKind.NAMED)


def test_assembling_refuses_words_that_are_not_in_the_report():
    """A statement whose text was rewritten cannot become a quotation."""
    given_rows = rows()
    forged = replace(STATEMENTS[0], text="Kestria must surrender")
    changed = replace(given_rows, statements=(forged, *STATEMENTS[1:]))
    with pytest.raises(NotVerbatim):
        assemble(changed, BriefRequest(TODAY))


def test_assembling_refuses_evidence_at_the_wrong_place():
    """The words must stand at their place, not only somewhere."""
    given_rows = rows()
    moved = replace(STATEMENTS[0], evidence=replace(STATEMENTS[0].evidence, start=1))
    changed = replace(given_rows, statements=(moved, *STATEMENTS[1:]))
    with pytest.raises(NotVerbatim):
        assemble(changed, BriefRequest(TODAY))


@pytest.mark.parametrize("render", RENDERERS)
def test_rendering_refuses_a_brief_whose_report_changed(render):
    """Each renderer checks each quotation again against the report."""
    brief = assemble(rows(), BriefRequest(TODAY))
    changed = tuple(replace(r, text=r.text.replace("i", "j")) for r in brief.reports)
    with pytest.raises(NotVerbatim):
        render(replace(brief, reports=changed))


@pytest.mark.parametrize("render", RENDERERS)
def test_rendering_refuses_a_brief_without_its_reports(render):
    """Without the report a quotation cannot be checked, so it is not printed."""
    brief = replace(assemble(rows(), BriefRequest(TODAY)), reports=())
    with pytest.raises(NotVerbatim):
        render(brief)


def test_quote_of_no_words_is_refused():
    """An empty quotation is none."""
    with pytest.raises(NotVerbatim):
        check_quote(Quote(DAILY.id, ()), {DAILY.id: DAILY})
    with pytest.raises(NotVerbatim):
        check_quote(Quote(DAILY.id, (Piece(3, 3, ""),)), {DAILY.id: DAILY})


def test_every_printed_quotation_is_verbatim():
    """Whatever stands between quotation marks in the Markdown stands in a report."""
    text = render_markdown(assemble(rows(), BriefRequest(TODAY)))
    texts = [" ".join(r.text.split()) for r in rows().reports]
    quoted = re.findall(r"“([^”]*)”", re.sub(r"\\(.)", r"\1", text))
    assert len(quoted) > 20
    known = {"km"}  # quoted by a note of the fixture's figure, which is ours
    for words in set(quoted) - known:
        assert any(words.removesuffix(" …") in text for text in texts), words


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("“We will not leave,”", "We will not leave"),
        ("“We will not leave", "We will not leave"),
        ("We will not leave.", "We will not leave"),
        ('the so-called "peace" plan', 'the so-called "peace" plan'),
        ('no "peace"', 'no "peace"'),
        ("the ministers’ plan for the allies’", "the ministers’ plan for the allies’"),
        ("a line\n  • broken", "a line • broken"),
    ],
)
def test_quote_is_tidied_at_its_ends_only(raw, shown):
    """Marks that close nothing and final punctuation go; the words stay as they are."""
    source = report("Daily", f"Title\nBefore {raw} after", None)
    made = statement(source, raw, speaker=SPEAKER, holder="Norland", act=Act.DEMAND)
    assert quote_statement(source, made).shown == shown


def test_quote_takes_in_the_mark_that_its_own_belongs_to():
    """A stretch cut right after an opening mark gets it back."""
    source = report("Daily", "Title\nThey met “open door” advocates.", None)
    made = statement(
        source, "open door” advocates", speaker=SPEAKER, holder="Norland", act=Act.DEMAND
    )
    assert quote_statement(source, made).shown == "“open door” advocates"


def test_quote_of_fragments_shows_the_gap():
    """Words that do not follow each other are joined by an ellipsis."""
    source = report("Daily", "Title\nThey want peace, he said, and bread for all.", None)
    whole = statement(
        source,
        "peace, he said, and bread for all",
        speaker=SPEAKER,
        holder="Norland",
        act=Act.DEMAND,
    )
    made = replace(whole, text="peace … and bread for all")
    assert quote_statement(source, made).shown == "peace … and bread for all"


def test_quote_around_a_number_is_its_sentence():
    """A bare number is shown with the sentence that holds it."""
    source = report("Daily", "Title\nIt rained. They hold 412 prisoners there. It snowed.", None)
    place = source.text.index("412")
    evidence = take_evidence(source.text, Span(place, place + 3))
    assert quote_around(source, evidence).shown == "They hold 412 prisoners there"


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]) | st.sampled_from(' \n“”"‘’.,…|<>*_'),
    min_size=1,
    max_size=120,
)


@given(TEXTS, st.data())
def test_quotes_are_verbatim_at_their_place(text, data):
    """Whatever the text and the stretch, what is shown stands there, and checks again."""
    source = replace(DAILY, text=text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = take_evidence(text, Span(start, end))
    limit = data.draw(st.integers(1, 150))
    for quote in (quote_evidence(source, evidence, limit), quote_around(source, evidence)):
        if any(piece.exact for piece in quote.pieces):
            check_quote(quote, {source.id: source})
            for piece in quote.pieces:
                assert piece.exact in text


@given(st.sampled_from(STATEMENTS), st.data())
def test_rendering_never_prints_what_is_not_verbatim(target, data):
    """Change any letter of a quoted report, and no renderer prints the old quotation."""
    brief = assemble(rows(), BriefRequest(TODAY))
    spots = range(target.evidence.start + 1, target.evidence.end - 1)
    place = data.draw(st.sampled_from(spots))
    changed = tuple(
        replace(r, text=f"{r.text[:place]}\x00{r.text[place + 1 :]}")
        if r.id == target.report
        else r
        for r in brief.reports
    )
    with pytest.raises(NotVerbatim):
        render_markdown(replace(brief, reports=changed))
