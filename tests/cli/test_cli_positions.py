"""The views of `reportedly positions`, days, voices, and what is said where nothing answers."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cli_case import WORDS, Run, understood

from reportedly import comparing
from reportedly.ledger import Ledger
from reportedly.model import Act, Understood

FORMS = ("table", "md", "csv", "json")
VIEWS = (
    ("list",),
    ("matrix",),
    ("history", "--party", "Kestria"),
    ("compare", "--party", "Kestria", "--party", "Varonia"),
)


def _told(outlet: str, day: str | None, before: str, **changed: object) -> Understood:
    """Returns a report whose one statement has some fields of its own."""
    made = understood(outlet, day, before)
    (statement,) = made.statements
    one = replace(statement, **{"issues": ("ceasefire",), **changed})  # type: ignore[arg-type]
    return replace(made, statements=(one,), figures=())


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """Kestria offers on 1 May and refuses on 9 May; Varonia is told of by a report without a date.

    The refusal was collected a month after the rest.
    """
    path = tmp_path / "views.db"
    other = replace(understood("Coast", None).statements[0].speaker, party="Norland")
    with Ledger.open(str(path)) as opened:
        offer = _told("Arvel Post", "2031-05-01", "", act=Act.OFFER)
        opened.add(offer, collected="2031-06-01T12:00:00Z")
        told = {"holder": "Varonia", "voice": "account", "speaker": other}
        undated = _told("Coast", None, "And so. ", act=Act.DEMAND, **told)
        opened.add(undated, collected="2031-06-01T12:00:00Z")
        refusal = _told("Bay Courier", "2031-05-09", "Again. ", act=Act.REFUSAL)
        opened.add(refusal, collected="2031-07-01T12:00:00Z")
    return path


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view[0])
@pytest.mark.parametrize("form", FORMS)
def test_every_view_has_every_form(view: tuple[str, ...], form: str, run: Run, talks: Path) -> None:
    """Each shows the words, plainly in a pipe, and nothing is said beside the answer."""
    ran = run("positions", "--view", *view, "--format", form, "--ledger", talks)
    assert (ran.code, ran.err) == (0, "")
    assert WORDS in " ".join(ran.out.split()) or form == "table"
    assert "Varonia must" in ran.out
    assert "\x1b" not in ran.out
    assert all(line == line.rstrip() for line in ran.out.splitlines())


def test_matrix_fits_a_page(run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe a table is 100 columns wide, whatever its cells hold."""
    monkeypatch.delenv("COLUMNS", raising=False)
    for view in ("matrix", "compare"):
        out = run("positions", "--view", view, "--ledger", talks).out
        table = out.partition("\n\n")[0]
        assert max(map(len, table.splitlines())) == 100


def test_matrix_says_who_is_left_out(
    run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where two holders do not fit, one is shown, the other named, and every one can be had."""
    monkeypatch.setenv("COLUMNS", "40")
    out = run("positions", "--view", "matrix", "--ledger", talks).out
    assert "1 of 2 holders left out: Varonia" in out
    rows = json.loads(run("positions", "--view", "matrix", "--json", "--ledger", talks).out)
    assert {row["holder"] for row in rows} == {"Kestria", "Varonia"}


def test_matrix_csv_has_one_line_a_cell(run: Run, talks: Path) -> None:
    """The latest act of each holder, with its date, origins, change and evidence."""
    out = run("positions", "--view", "matrix", "--format", "csv", "--ledger", talks).out
    rows = {row["holder"]: row for row in csv.DictReader(io.StringIO(out))}
    one = rows["Kestria"]
    assert (one["act"], one["date"], one["origins"]) == ("refusal", "2031-05-09", "1")
    assert (one["change"], one["voice"], one["words"]) == ("hardened", "own", WORDS)
    assert rows["Varonia"]["date"] == ""


def test_history_shows_the_words_before_a_change(run: Run, talks: Path) -> None:
    """Oldest first, and beside the refusal stands the offer that it takes the place of."""
    out = run("positions", "--view", "history", "--party", "kestria", "--ledger", talks).out
    assert out.index("said 1 May 2031 · offer") < out.index("said 9 May 2031 · refusal")
    assert f"hardened, against the offer of 1 May 2031: “{WORDS}”" in out


def test_history_tells_the_undated_apart(run: Run, talks: Path) -> None:
    """What has no date has no place among the dated."""
    out = run("positions", "--view", "history", "--party", "Varonia", "--ledger", talks).out
    assert "1 statement without a date, whose place in time is unknown" in out
    assert "as told by Norland" in out


def test_position_is_found_by_its_id(run: Run, talks: Path) -> None:
    """An id means one position, and its history is shown."""
    rows = json.loads(run("positions", "--json", "--act", "offer", "--ledger", talks).out)
    out = run("positions", rows[0]["id"][:9], "--ledger", talks).out
    assert "· offer ·" in out
    assert "refusal" not in out


def test_as_of_a_day_nothing_later_has_moved_anything(run: Run, talks: Path) -> None:
    """The position hardened on 9 May: on 1 May it had not, and the refusal was not there."""
    words = ("positions", "--json", "--party", "Kestria", "--ledger", talks)
    before = json.loads(run(*words, "--as-of", "2031-05-01").out)
    assert [(row["act"], row["change"]) for row in before] == [("offer", None)]
    after = json.loads(run(*words, "--as-of", "2031-05-09").out)
    assert {row["act"]: row["change"] for row in after}["refusal"] == "hardened"


def test_known_on_a_day_only_what_was_collected_counts(run: Run, talks: Path) -> None:
    """The refusal of 9 May was collected in July; in June nobody who kept this ledger knew of it."""
    words = ("positions", "--json", "--party", "Kestria", "--ledger", talks)
    june = json.loads(run(*words, "--known-on", "2031-06-01").out)
    assert [row["act"] for row in june] == ["offer"]
    assert len(json.loads(run(*words, "--known-on", "2031-07-01").out)) == 2
    both = run(*words, "--known-on", "2031-07-01", "--as-of", "2031-05-01").out
    assert [row["act"] for row in json.loads(both)] == ["offer"]


def test_report_read_anew_stays_known_since_its_first_day(run: Run, talks: Path) -> None:
    """A better reading of an old report gives new rows, not a report that was unknown before."""
    with Ledger.open(str(talks)) as opened:
        (old,) = (r for r in opened.reports() if r.outlet == "Arvel Post")
        anew = _told("Arvel Post", "2031-05-01", "", act=Act.OFFER, id="s-anew")
        assert anew.report.id == old.id
        opened.add(anew, collected="2031-08-01T12:00:00Z")
    ran = run("positions", "--known-on", "2031-06-01", "--party", "Kestria", "--ledger", talks)
    assert "offer" in ran.out


def test_limits_are_told_above_the_answer(run: Run, talks: Path) -> None:
    """A table that is pasted elsewhere says what it leaves out."""
    words = ("positions", "--as-of", "2031-05-09", "--own-words", "--ledger", talks)
    assert run(*words).out.startswith(
        "Said by 9 May 2031, undated ones left out · only: own words\n"
    )


@pytest.mark.parametrize(
    ("words", "holders"),
    [
        (("--own-words",), {"Kestria"}),
        (("--voice", "own"), {"Kestria"}),
        (("--voice", "account"), {"Varonia"}),
        (("--voice", "own", "--voice", "account"), {"Kestria", "Varonia"}),
        (("--voice", "account", "--own-words"), {"Kestria", "Varonia"}),
    ],
)
def test_voices_choose(words: tuple[str, ...], holders: set[str], run: Run, talks: Path) -> None:
    """A holder's own words and what others tell of it are filtered apart."""
    rows = json.loads(run("positions", "--json", *words, "--ledger", talks).out)
    assert {row["holder"] for row in rows} == holders


def test_statements_know_the_voices_too(run: Run, talks: Path) -> None:
    """The same filter, the same words; a limit counts what is left."""
    ran = run("statements", "--json", "--voice", "account", "--limit", "1", "--ledger", talks)
    assert [row["voice_kind"] for row in json.loads(ran.out)] == ["account"]
    assert "as told by Norland" in run("statements", "--ledger", talks).out


def test_act_does_not_change_what_is_a_change(run: Run, talks: Path) -> None:
    """A refusal that hardened an offer has hardened it whether or not the offer is shown."""
    rows = json.loads(run("positions", "--json", "--act", "refusal", "--ledger", talks).out)
    assert [row["change"] for row in rows] == ["hardened"]


def test_brief_of_one_act_still_sees_what_it_moved(run: Run, talks: Path) -> None:
    """The refusal is told against the offer before it, though only refusals are asked for; other offers are not."""
    told = json.loads(run("brief", "--format", "json", "--act", "refusal", "--ledger", talks).out)
    (changed,) = [one for one in told["sections"] if one["key"] == "changes"]
    (group,) = changed["groups"]
    assert [one["label"] for one in group["sentences"]] == ["Hardened"]
    refusals = run("brief", "--act", "refusal", "--ledger", talks).out
    assert "Kestria" in refusals
    assert "Varonia" not in refusals.replace(WORDS, "").replace("Varonia must", "")


def _sentences_called_new(brief: str) -> list[dict[str, Any]]:
    sections = json.loads(brief)["sections"]
    sentences = [s for one in sections for group in one["groups"] for s in group["sentences"]]
    return [s for s in sentences if s["label"] == "New" or "New." in str(s["parts"])]


def test_nothing_of_an_undated_report_is_ever_new(run: Run, tmp_path: Path) -> None:
    """A report without a date may be older than all: `new` and `brief --since` call nothing in it new.

    The dated report of 9 May says on another issue what nobody said before; that is new, so the test can tell.
    """
    path = tmp_path / "undated.db"
    with Ledger.open(str(path)) as opened:
        old = _told("Arvel Post", "2031-05-01", "", issues=("prisoners-of-war",), act=Act.OFFER)
        undated = _told("Coast", None, "And so. ", issues=("elections",))
        dated = _told("Bay Courier", "2031-05-09", "Again. ", issues=("borders",))
        for each in (old, undated, dated):
            opened.add(each, collected="2031-06-01T12:00:00Z")
    alone = run("new", undated.report.id, "--ledger", path).out
    assert "new positions" not in alone
    assert "positions that no dated report has (1)" in alone
    assert "new positions (1)" in run("new", dated.report.id, "--ledger", path).out
    for since in ("1900-01-01", "2031-05-05"):
        words = ("--since", since, "--format", "json", "--ledger", path)
        fresh = _sentences_called_new(run("brief", *words).out)
        named = {row for sentence in fresh for row in sentence["rows"]}
        assert dated.statements[0].id in named
        assert undated.statements[0].id not in named


def test_what_an_undated_report_says_too_is_not_new_in_a_dated_one(
    run: Run, tmp_path: Path
) -> None:
    """The undated report may be the older of the two."""
    path = tmp_path / "either.db"
    with Ledger.open(str(path)) as opened:
        for each in (_told("Coast", None, ""), _told("Bay Courier", "2031-05-09", "Again. ")):
            opened.add(each, collected="2031-06-01T12:00:00Z")
    told = run("new", "Bay Courier.txt", "--ledger", path).out
    assert "new positions" not in told
    assert "positions stated before (1)" in told
    words = ("--since", "2031-05-05", "--format", "json", "--ledger", path)
    assert _sentences_called_new(run("brief", *words).out) == []


def test_why_nothing_matches_derives_each_day_once(
    run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving out a party or an act one by one asks nothing anew of what stood on the day."""
    derived = []
    real = comparing.changes_of
    monkeypatch.setattr(comparing, "changes_of", lambda *row: derived.append(1) or real(*row))
    asked = ("--party", "Kestria", "--act", "demand", "--issue", "ceasefire")
    ran = run("positions", *asked, "--ledger", talks)
    assert "without --act demand there are 2" in ran.err
    assert len(derived) == 2  # the answer itself, and one trial


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--as-of", "2031-04-01"), "without --as-of 2031-04-01 there are 3"),
        (("--known-on", "2031-04-01"), "without --known-on 2031-04-01 there are 3"),
        (("--voice", "analyst"), "without --voice analyst there are 3"),
        (("--party", "Varonia", "--own-words"), "without --voice own there is 1"),
        (("--party", "Varonia", "--act", "offer"), "without --act offer there is 1"),
        (
            ("--party", "Kestria", "--act", "offer", "--voice", "account"),
            "without --voice account there is 1",
        ),
        (
            ("--party", "Varonia", "--act", "demand", "--own-words", "--as-of", "2031-05-09"),
            "without --as-of 2031-05-09 and --voice own there is 1",
        ),
        (("--party", "Kestria", "--party", "Varona"), "'Varona'; did you mean Varonia?"),
        (("--issue", "sanctions"), "no position on 'sanctions'; the ledger has ceasefire"),
    ],
)
def test_empty_answer_says_why(words: tuple[str, ...], hint: str, run: Run, talks: Path) -> None:
    """The option that leaves nothing over is named, and what there would be without it."""
    ran = run("positions", *words, "--ledger", talks)
    assert ran.code == 0
    assert hint in ran.err


def test_empty_ledger_says_so(run: Run, tmp_path: Path) -> None:
    """There is nothing to filter yet."""
    Ledger.open(str(tmp_path / "new.db")).close()
    ran = run("positions", "--ledger", tmp_path / "new.db")
    assert (ran.code, ran.out) == (0, "")
    assert "`reportedly add` reads reports" in ran.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--as-of", "2031-05"), "--as-of: expected a day such as 2025-06-02; found '2031-05'"),
        (("--known-on", "soon"), "--known-on: expected a day such as 2025-06-02; found 'soon'"),
        (("--voice", "opponent"), "own, spokesman, account, analyst"),
        (("--view", "history"), "Add --party or --issue"),
        (("pxyz",), "positions --json"),
        (("p",), "3 positions"),
    ],
)
def test_wrong_use_says_what_would_do(
    words: tuple[str, ...], message: str, run: Run, talks: Path
) -> None:
    """One line: what was expected, what came, what to do."""
    ran = run("positions", *words, "--ledger", talks)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_positions_limited_are_the_latest(run: Run, talks: Path) -> None:
    """The last said goes before the first, undated ones come after all."""
    words = ("positions", "--json", "--ledger", talks)
    rows = [json.loads(run(*words, "--limit", str(n)).out) for n in (1, 2)]
    assert [[row["act"] for row in few] for few in rows] == [["refusal"], ["refusal", "offer"]]


def test_positions_list_every_thing_said(run: Run, ledger: Path) -> None:
    """The issue by its name, the facts on a line, and each wording below."""
    lines = run("positions", "--ledger", ledger).out.splitlines()
    assert lines[0] == "Other matters"
    assert lines[1].startswith("  Kestria · demand · ")
    assert lines[2] == f"    “{WORDS}”"


def test_history_shows_an_echo_behind_the_words_it_repeats(run: Run, talks: Path) -> None:
    """The same words of one origin and day in a second report are one entry that names both; JSON has both."""
    with Ledger.open(str(talks)) as opened:
        echo = _told("Delta Post", "2031-05-01", "Once more. ", act=Act.OFFER)
        opened.add(echo, collected="2031-06-01T12:00:00Z")
    words = ("positions", "--view", "history", "--party", "Kestria", "--act", "offer")
    out = run(*words, "--ledger", talks).out
    assert out.count(f"“{WORDS}”") == 1
    assert out.count("the same words in ") == 1
    assert len(json.loads(run(*words, "--json", "--ledger", talks).out)) == 2


def test_markdown_takes_words_for_words(run: Run, tmp_path: Path) -> None:
    """A bar or a star in a report breaks no table and makes nothing bold."""
    made = _told("Arvel | Post", "2031-05-01", "", act=Act.OFFER, holder="Party *A* | B")
    with Ledger.open(str(tmp_path / "signs.db")) as opened:
        opened.add(made, collected="2031-06-01T12:00:00Z")
    words = ("positions", "--view", "matrix", "--format", "md", "--ledger", tmp_path / "signs.db")
    head, _, row = run(*words).out.splitlines()
    assert "Party \\*A\\* \\| B" in head
    assert row.replace("\\|", "").count("|") == 3
