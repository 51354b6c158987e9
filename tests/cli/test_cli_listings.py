"""What every listing promises: whole text when piped, JSON arrays, filters, limits, messages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from cli_case import WORDS, Run, understood

from reportedly.ledger import Ledger

LISTINGS = ("reports", "statements", "figures", "echoes")


@pytest.mark.parametrize("command", [*LISTINGS, "positions"])
def test_listing_is_plain_in_a_pipe(command: str, run: Run, ledger: Path) -> None:
    """Nothing is coloured, and no line ends in blanks."""
    ran = run("--ledger", ledger, command)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out
    assert "\x1b" not in ran.out
    assert all(line == line.rstrip() for line in ran.out.splitlines())


@pytest.mark.parametrize("command", [*LISTINGS, "positions"])
def test_json_is_one_array_with_a_row_a_line(command: str, run: Run, ledger: Path) -> None:
    """A JSON reader takes it whole, a line tool row by row."""
    ran = run(command, "--json", "--ledger", ledger)
    rows = json.loads(ran.out)
    assert rows
    assert len(ran.out.splitlines()) == len(rows) + 2


@pytest.mark.parametrize("command", LISTINGS)
def test_json_of_nothing_is_an_empty_array(command: str, run: Run, tmp_path: Path) -> None:
    """An empty answer is an answer."""
    ledger = tmp_path / "empty.db"
    run("add", "--ledger", ledger, tmp_path / "nowhere")
    ran = run(command, "--json", "--ledger", ledger)
    assert (ran.code, json.loads(ran.out)) == (0, [])


def test_statement_shows_chain_and_exact_words(run: Run, ledger: Path) -> None:
    """Who says so is never flattened, and the words are those of the report."""
    out = run("statements", "--ledger", ledger).out
    assert "Arvel Post ← Arvel Wire ← Ana Holt" in out
    assert f"“{WORDS}”" in out
    assert "4 May 2031 · Ana Holt (named, Kestria)" in out
    assert "Kestria · demand · towards Varonia · own words" in out


def test_statement_row_tells_its_independent_origins(run: Run, ledger: Path) -> None:
    """How many there are, who they are, and which statements say the same, beside what the row had."""
    rows = json.loads(run("statements", "--json", "--ledger", ledger).out)
    ids = {row["id"] for row in rows}
    for row in rows:
        assert row["independent_origins"] == len(row["origins"])
        assert set(row["same"]) < ids
        assert row["origin"] is None or row["origin"] in row["origins"] or row["same"]


def test_figure_shows_hedge_unit_and_unknown_date(run: Run, ledger: Path) -> None:
    """A lower bound is shown as one, an unknown date as unknown."""
    out = run("figures", "--ledger", ledger).out
    assert "People displaced (Ostrava Bay): at least 1,200 people" in out
    assert "as of: 4 May 2031 · according to Ana Holt" in out
    assert "as of: date unknown" in out


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ((), 2),
        (("--party", "kestria"), 2),
        (("--party", "Varonia"), 0),
        (("--act", "demand"), 2),
        (("--act", "refusal"), 0),
        (("--since", "2031-05"), 1),
        (("--since", "2031-06"), 0),
        (("--until", "2031"), 1),
        (("--outlet", "Bay Courier"), 1),
        (("--report", "A demand in Arvel Post"), 1),
        (("--own-words",), 2),
        (("--min-confidence", "0.95"), 0),
        (("--limit", "1"), 1),
    ],
)
def test_filters_choose_statements(
    filters: tuple[str, ...], count: int, run: Run, ledger: Path
) -> None:
    """Each filter narrows; a row without a date is in no span of time."""
    ran = run("statements", "--json", *filters, "--ledger", ledger)
    assert len(json.loads(ran.out)) == count


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("statements", "--act", "demnd"), "demand, offer"),
        (("statements", "--issue", "ceasefre"), "Did you mean"),
        (("statements", "--since", "soon"), "2025-06-02"),
        (("statements", "--issue", "xqzw"), "vocabulary.md lists them"),
        (("statements", "--since", "2031-06", "--until", "2031-05"), "2031-06 to 2031-05"),
        (("brief", "--since", "2031-06", "--until", "2031-05"), "2031-06 to 2031-05"),
        (("new", ""), "reportedly reports"),
        (("statements", "--report", "zzz"), "reportedly reports"),
        (("positions", "--as-of", "2031"), "2025-06-02"),
        (("brief", "--until", "never"), "2025-06-02"),
        (("search", "!!"), "at least one word"),
        (("new", "nothing"), "reportedly reports"),
    ],
)
def test_wrong_value_says_what_would_do(
    words: tuple[str, ...], message: str, run: Run, ledger: Path
) -> None:
    """One line on standard error: what was expected, what came, what to do."""
    ran = run(*words, "--ledger", ledger)
    assert ran.code in {1, 2}
    assert ran.out == ""
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1
    assert message in ran.err


def test_search_marks_the_words(run: Run, ledger: Path) -> None:
    """A hit shows its report and the words around the match."""
    out = run("search", "troops", "Ostrava", "--ledger", ledger).out
    assert "Arvel Post, 4 May 2031" in out
    assert "⟦troops⟧" in out


def test_new_says_that_an_undated_report_is_not_news(run: Run, ledger: Path) -> None:
    """What has no date is new to the ledger only."""
    out = run("new", "Bay Courier.txt", "--ledger", ledger).out
    assert "its date is unknown" in out


@pytest.mark.parametrize("table", ["reports", "attributions", "statements", "positions", "figures"])
def test_export_writes_json_lines(table: str, run: Run, ledger: Path, tmp_path: Path) -> None:
    """Each line is a row with an id."""
    target = tmp_path / "rows.jsonl"
    ran = run("export", table, "--output", target, "--ledger", ledger)
    rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert ran.code == 0
    assert f"wrote {len(rows)} rows" in ran.err
    assert all(row["id"] for row in rows)


def test_export_writes_into_a_device(run: Run, ledger: Path) -> None:
    """A pipe or a device that is named as output is not replaced by a file."""
    ran = run("export", "reports", "--output", "/dev/null", "--ledger", ledger)
    assert ran.code == 0
    assert Path("/dev/null").is_char_device()


def test_brief_quotes_and_cites(run: Run, ledger: Path) -> None:
    """The brief holds the exact words and names the outlet they stand in."""
    ran = run("brief", "--ledger", ledger)
    assert ran.code == 0
    assert WORDS in ran.out
    assert "Arvel Post" in ran.out


@pytest.mark.parametrize("form", ["html", "json"])
def test_brief_writes_a_file(form: str, run: Run, ledger: Path, tmp_path: Path) -> None:
    """With --output nothing goes to standard output."""
    target = tmp_path / f"brief.{form}"
    ran = run("brief", "--format", form, "--output", target, "--ledger", ledger)
    assert (ran.code, ran.out) == (0, "")
    assert WORDS.split()[0] in target.read_text("utf-8")


def test_control_characters_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    """A report cannot steer the reader's screen."""
    with Ledger.open(str(tmp_path / "x.db")) as opened:
        opened.add(understood("\x1b[2JPost", "2031-05-04"), collected="2031-06-01")
    assert "\x1b" not in run("reports", "--ledger", tmp_path / "x.db").out


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("statements", "--party", "Kestira"), "no statement of 'Kestira'; did you mean Kestria?"),
        (("positions", "--party", "Kestira"), "no position of 'Kestira'; did you mean Kestria?"),
        (("brief", "--party", "Kestira"), "no position of 'Kestira'; did you mean Kestria?"),
        (("figures", "--party", "Norland"), "no figure of 'Norland'; the ledger has Kestria"),
        (
            ("reports", "--outlet", "Arvel Pst"),
            "no report from 'Arvel Pst'; did you mean Arvel Post?",
        ),
        (("echoes", "--outlet", "Arvel Pst"), "did you mean Arvel Post?"),
        (
            ("statements", "--issue", "ceasefire"),
            "no statement on 'ceasefire'; the ledger has none",
        ),
        (("positions", "--act", "refusal"), "no position matches"),
    ],
)
def test_filter_that_finds_nothing_says_what_may_be_meant(
    words: tuple[str, ...], hint: str, run: Run, ledger: Path
) -> None:
    """An empty answer is no error, but a name that the ledger has not is told."""
    ran = run(*words, "--ledger", ledger)
    assert ran.code == 0
    assert hint in ran.err


@pytest.mark.parametrize("command", ["statements", "positions", "reports"])
def test_party_is_found_whatever_its_case(command: str, run: Run, ledger: Path) -> None:
    """Every listing knows the same filters and takes a name as people type it."""
    ran = run(command, "--party", "kestria", "--act", "demand", "--own-words", "--ledger", ledger)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


def test_brief_takes_a_party_whatever_its_case(run: Run, ledger: Path) -> None:
    """The brief names it as the ledger writes it."""
    ran = run("brief", "--party", "kestria", "--own-words", "--ledger", ledger)
    assert "about Kestria · only own words" in ran.out
    assert WORDS in ran.out


def test_issue_is_found_by_its_name(run: Run, ledger: Path) -> None:
    """A reader may write an issue as the tables do."""
    by_name = run("statements", "--json", "--issue", "Other matters", "--ledger", ledger)
    by_code = run("statements", "--json", "--issue", "other", "--ledger", ledger)
    assert (by_name.code, by_name.out) == (by_code.code, by_code.out)


def test_figure_without_a_speaker_is_the_outlets(run: Run, tmp_path: Path) -> None:
    """Nobody named means that the outlet says so itself."""
    told = understood("Arvel Post", "2031-05-04")
    (figure,) = told.figures
    with Ledger.open(str(tmp_path / "own.db")) as opened:
        own = replace(told, figures=(replace(figure, speaker=None, chain=()),))
        opened.add(own, collected="2031-06-01")
    out = run("figures", "--ledger", tmp_path / "own.db").out
    assert "according to the outlet, Arvel Post" in out


def test_echoes_tells_passages_and_stories(run: Run, tmp_path: Path) -> None:
    """What two reports share is cut from both; told as one story they rest on one unknown lineage."""
    words = (
        "A ferry with ninety passengers sank off Port Lissow on Sunday night, the coast guard said. "
        "Divers found twelve bodies before the storm came back and the search in the harbour ended."
    )
    other = (
        "Parliament in Kestria passed the budget after two days of debate over subsidies and roads."
    )
    rows = [
        {"text": f"{words}\nA relative waited at the pier all day.", "published": "2031-05-04"},
        {"text": f"Flags hung at half mast in Lissow.\n{words}", "published": "2031-05-05"},
        {"text": other, "published": "2031-05-05"},
    ]
    file, ledger = tmp_path / "rows.jsonl", tmp_path / "talks.db"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    run("add", "--ledger", ledger, file)
    (echo,) = json.loads(run("echoes", "--json", "--ledger", ledger).out)
    (passage,) = echo["passages"]
    assert passage["first"] == passage["reports"][0]
    assert [words_there["exact"] for words_there in passage["evidence"]] == [words, words]
    assert "first in 4 May 2031" in run("echoes", "--ledger", ledger).out
    (story,) = json.loads(run("echoes", "--stories", "--json", "--ledger", ledger).out)
    assert (story["origins"], story["unknown"]) == ([], [story["reports"][0]])
    assert "1 of unknown lineage" in run("echoes", "--stories", "--ledger", ledger).out
