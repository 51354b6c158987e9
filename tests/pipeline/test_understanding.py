"""The stages in order, on an invented report, with the real model."""

from __future__ import annotations

import pickle

import pytest

from reportedly.model import Act, Attribution, Directness, Report, Span
from reportedly.pipeline.understanding import Tools, outside_headings, understand
from reportedly.reading import read_bytes
from reportedly.settings import Settings

TEXT = """date 2031-06-03 Poland and France trade memoranda

Source: Institute for the Study of War (ISW)

France demanded on 2 June that Poland withdraw from the two districts within 30 days.

"We will never give up the port," Polish Foreign Minister Jan Lis said.

France's memorandum, published by Reuters on 1 June, makes three demands:

  • an unconditional ceasefire;
  • the release of 400 prisoners of war;
  • the lifting of sanctions.
"""


@pytest.fixture(scope="module")
def tools() -> Tools:
    """Everything understanding needs, without a dossier."""
    return Tools.load(Settings(dossier=None))


@pytest.fixture(scope="module")
def report() -> Report:
    """The invented report."""
    (one,) = read_bytes(TEXT.encode(), "invented.txt")
    return one


def test_understand_report_gives_positions_without_a_dossier(tools: Tools, report: Report) -> None:
    """States are known without a dossier: demands, a refusal, and a list item each on its own."""
    understood = understand(report, tools)
    held = {(s.holder, s.act) for s in understood.statements}
    assert ("France", Act.DEMAND) in held
    assert ("Poland", Act.REFUSAL) in held
    items = [s.text for s in understood.statements if "Reuters" in [c.name for c in s.chain]]
    assert any("ceasefire" in text for text in items)
    assert any("sanctions" in text for text in items)


def test_understand_every_row_points_to_its_words(tools: Tools, report: Report) -> None:
    """Evidence of statements and figures is verbatim."""
    understood = understand(report, tools)
    for row in (*understood.statements, *understood.figures):
        assert report.text[row.evidence.start : row.evidence.end] == row.evidence.exact


def test_understand_figure_has_the_speaker_of_its_statement(tools: Tools, report: Report) -> None:
    """A number inside a statement's words is told by the statement's speaker."""
    understood = understand(report, tools)
    prisoners = next(f for f in understood.figures if f.value == 400)
    statement = next(s for s in understood.statements if s.id == prisoners.statement)
    assert (prisoners.speaker, prisoners.chain) == (statement.speaker.name, statement.chain)


def test_understand_result_pickles_and_repeats(tools: Tools, report: Report) -> None:
    """One report in memory is one unit of work: it crosses processes, and reading it again is equal."""
    understood = understand(report, tools)
    assert pickle.loads(pickle.dumps(understood)) == understood  # noqa: S301
    assert understand(report, tools) == understood


def test_outside_headings_drops_what_a_heading_says_and_what_hangs_on_it() -> None:
    """An attribution in a heading goes, and so does the one nested in it."""

    def one(name: str, start: int, parent: str | None = None) -> Attribution:
        span = (Span(start, start + 5),)
        return Attribution(name, "r", (), (), span, parent, Directness.INDIRECT, 1.0, "test")

    found = [one("a1", 0), one("a2", 2, "a1"), one("a3", 20)]
    assert [a.id for a in outside_headings(found, [Span(0, 10)])] == ["a3"]
