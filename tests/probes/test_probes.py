"""The probes of attribution, chains, dates and structure on the five reports, through the real ledger.

P8 to P14, which are about figures, are in `tests/comparing/test_figure_probes.py`; those of reading alone in
`tests/reading`. Expected values are names, dates and acts; the reports themselves are not in the repository.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reportedly.comparing import echoes_of, novelty, positions_of
from reportedly.ledger import Ledger, Selection
from reportedly.model import (
    Act,
    Echo,
    Figure,
    Position,
    PublishedBasis,
    Report,
    SpeakerKind,
    Statement,
)
from reportedly.model.dates import bounds
from reportedly.pipeline.understanding import Tools, understand
from reportedly.reading import read_bytes
from reportedly.settings import Settings

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
ISW = "Institute for the Study of War"

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the five reports are not beside the checkout"),
]


@cache
def stored() -> tuple[list[Report], list[Statement], list[Figure]]:
    """Reads and understands the reports once, through a ledger on disk."""
    tools = Tools.load(Settings(dossier=Path("ukraine")))
    with TemporaryDirectory() as folder, Ledger.open(f"{folder}/ledger.db") as ledger:
        for path in sorted(SEEDS.iterdir()):
            for report in read_bytes(path.read_bytes(), path.name):
                ledger.add(understand(report, tools), collected="2026-01-01T00:00:00Z")
        return ledger.reports(), ledger.statements(Selection()), ledger.figures()


def rows() -> tuple[list[Report], list[Statement]]:
    """All reports and statements."""
    return stored()[:2]


def reports(file: str) -> list[Report]:
    """The reports of one file, in its order."""
    found = [r for r in rows()[0] if r.origin_file.startswith(file)]
    return sorted(found, key=lambda r: r.offsets[0].original)


def statements(file: str, article: int | None = None) -> list[Statement]:
    """The statements of one file, or of one article in it, in the order of the text."""
    chosen = {r.id for i, r in enumerate(reports(file)) if article in (None, i)}
    found = [s for s in rows()[1] if s.report in chosen]
    return sorted(found, key=lambda s: s.evidence.start)


@cache
def positions() -> tuple[Position, ...]:
    """All positions."""
    return positions_of(rows()[1], rows()[0])


def names(statement: Statement) -> list[str]:
    """The names along the chain."""
    return [link.name for link in statement.chain]


def saying(found: list[Statement], *words: str) -> list[Statement]:
    """Those whose words hold all the words given, in any case."""
    return [s for s in found if all(w.lower() in s.text.lower() for w in words)]


def test_p1_chain_of_three_with_anonymous_source_keeps_the_caveat() -> None:
    """P1: the outlet, the Moscow Times and an unnamed official; the outlet's caveat goes along."""
    found = [
        s
        for s in statements("003")
        if s.speaker.kind in (SpeakerKind.ANONYMOUS_OFFICIAL, SpeakerKind.ANONYMOUS_SOURCE)
        and len(s.chain) == 3
    ]
    kremlin = [s for s in found if "kremlin-linked official" in s.speaker.name.lower()]
    assert kremlin
    for one in kremlin:
        assert names(one)[:2] == ["Kyiv Independent", "Moscow Times"]
        assert any("verify" in caveat for caveat in one.caveats)


def test_p2_holder_of_the_demand_is_not_its_speaker() -> None:
    """P2: the outlet, Reuters, three Russian sources, Putin; Russia holds what the sources tell."""
    (demand,) = saying(statements("002"), "written guarantees")
    assert names(demand)[:2] == ["Euromaidan Press", "Reuters"]
    assert "three russian sources" in names(demand)[2].lower()
    assert names(demand)[3] == "Vladimir Putin"
    assert (demand.act, demand.holder) == (Act.DEMAND, "Russia")
    assert demand.speaker.kind is SpeakerKind.ANONYMOUS_SOURCE


def test_p3_three_relays_of_one_think_tank_are_one_origin() -> None:
    """P3: the reports that relay the Institute for the Study of War share one origin."""
    found: list[Echo] = [e for e in echoes_of(*rows()) if e.origin == ISW]
    assert len(found) == 1
    relaying = {r.origin_file[:3] for r in rows()[0] if r.id in found[0].reports}
    assert relaying >= {"000", "001", "002"}
    assessed = [s for s in rows()[1] if s.act is Act.ASSESSMENT and ISW in names(s)]
    assert len({s.report for s in assessed}) >= 3
    assert {s.origin for s in assessed if names(s)[-1] == ISW} == {ISW}


def test_p4_said_first_published_and_article_dates_stay_apart() -> None:
    """P4: memoranda first published on 1 and 2 June, an article of 3 June read in French."""
    article = next(r for r in reports("002") if r.published == "2025-06-03")
    found = [s for s in statements("002") if s.report == article.id]
    by_holder = {
        s.holder: s.first_published for s in found if s.speaker.kind is SpeakerKind.DOCUMENT
    }
    assert by_holder == {"Ukraine": "2025-06-01", "Russia": "2025-06-02"}
    publishers = {n for s in found for n in names(s)}
    assert {"Suspilne", "TASS"} <= publishers
    reported = [s.said for s in found if ISW in names(s)]
    assert "2025-06-02" in reported


def test_p5_feed_readers_page_gives_two_reports_with_true_offsets() -> None:
    """P5: two reports without interface words, and every visible character maps to the file."""
    found = reports("002")
    assert len(found) == 2
    original = next(SEEDS.glob("002*")).read_text("utf-8")
    for report in found:
        for noise in ("Vue normale", "Become a patron", "cup of coffee", "502904523"):
            assert noise not in report.text
        for place, mark in enumerate(report.text):
            if not mark.isspace():
                there = report.original_offset(place)
                assert there is not None
                assert original[there] == mark


def test_p6_dates_keep_their_roles() -> None:
    """P6: the header's date is the publication; what the takeaways of another day say is not moved to it."""
    (report,) = reports("000")
    assert (report.published, report.published_basis) == ("2025-02-27", PublishedBasis.HEADER)
    found = statements("000")
    assert all(s.said is None or not s.said.startswith("2025-02-28") for s in found)
    takeaways = saying(found, "security guarantees") + saying(found, "peace agreement")
    assert any(s.said == "2025-02-23" for s in takeaways)


def test_p7_undated_report_is_never_new() -> None:
    """P7: no date anywhere; nothing it says counts as new since any date."""
    (report,) = reports("004")
    assert (report.published, report.published_basis) == (None, PublishedBasis.NONE)
    assert {s.said for s in statements("004")} <= {None}
    added = novelty(report.id, *rows(), (), positions())
    assert not added.dated
    assert added.new_positions == ()


def test_p15_conditions_deadlines_and_order_are_structure() -> None:
    """P15: a deadline of 100 days, one of 30 days, and a signing only after a new government."""
    found = statements("002")
    deadlines = [s.deadline.exact for s in found if s.deadline]
    conditions = [c.exact for s in found for c in s.conditions]
    assert any("100 days" in words for words in deadlines)
    assert any("30-day" in words for words in deadlines)
    assert any("only after" in words for words in conditions)


def test_p16_refusal_own_demand_and_analysts_assessment_differ() -> None:
    """P16: Ukraine refuses a veto; Lavrov states a condition; the institute reads a push."""
    found = statements("002")
    refusals = [s for s in saying(found, "veto") if s.act is Act.REFUSAL]
    assert {s.holder for s in refusals} == {"Ukraine"}
    lavrov = [s for s in found if s.speaker.name == "Sergei Lavrov" and s.act is Act.DEMAND]
    assert {(s.holder, s.voice) for s in lavrov} == {("Russia", "own words")}
    push = saying(found, "regime change")
    assert {s.voice for s in push if ISW in names(s)} == {"assessment"}


def test_p17_ruler_and_governor_are_one_person() -> None:
    """P17: both descriptions mean Vladimir Putin, by the text itself."""
    found = [s for s in statements("004") if s.act is Act.DEMAND]
    conditions = [s for s in found if "sanctions" in s.text or "NATO" in s.text]
    assert conditions
    assert {s.speaker.name for s in conditions} == {"Vladimir Putin"}


def test_evidence_every_row_is_verbatim() -> None:
    """The exact words of every statement stand at their place in its report."""
    texts = {r.id: r.text for r in rows()[0]}
    for one in rows()[1]:
        for evidence in (one.evidence, *one.conditions, *([one.deadline] if one.deadline else [])):
            assert texts[one.report][evidence.start : evidence.end] == evidence.exact


def test_dates_said_are_never_after_publication() -> None:
    """Nothing was said after the day its report came out."""
    published = {r.id: r.published for r in rows()[0]}
    for one in rows()[1]:
        day = published[one.report]
        if one.said and day:
            earliest, _ = bounds(one.said)
            latest = bounds(day)[1]
            assert earliest is None or latest is None or earliest <= latest
