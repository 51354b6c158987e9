"""`annotate`: lines in, lines out, bad ones named, nothing held."""

from __future__ import annotations

import io
import json
import tracemalloc

import pytest
from cli_case import Run

from reportedly.errors import InputError
from reportedly.pipeline.inputs import read_lines
from reportedly.pipeline.layers import LAYERS, annotate_texts, read_text


def test_bad_lines_are_named_and_the_rest_done(run: Run) -> None:
    """Each bad line is told by its number; the exit code is 1."""
    lines = [
        '{"id": 1, "text": "On 5 May 2031 they met."}',
        "nonsense",
        "[1]",
        '{"id": 2}',
        '{"id": 3, "text": null}',
        '{"id": 4, "text": "x", "published": "soon"}',
        '{"id": "z", "text": "It was 6 May 2031."}',
    ]
    ran = run("annotate", "-", "--only", "dates", stdin="\n".join(lines).encode())
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 1
    assert [row["id"] for row in rows] == [1, "z"]
    assert rows[0]["dates"][0]["timex_value"] == "2031-05-05"
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == [f"-:{n}" for n in range(2, 7)]
    assert "found something else (Expecting value" in ran.err


def test_line_of_fifty_megabytes_is_named_and_the_rest_done(run: Run) -> None:
    """The line after it is read."""
    data = b'{"id": 1, "text": "' + b"x" * 50_000_000 + b'"}\n{"id": 2, "text": "5 May 2031"}\n'
    ran = run("annotate", "-", "--only", "dates", stdin=data)
    assert ran.code == 1
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == [2]
    assert "-:1: expected a line of at most 20 MB" in ran.err


def test_absent_file_is_wrong_use(run: Run) -> None:
    """Nothing was read, so the call itself was wrong."""
    ran = run("annotate", "nowhere.jsonl", "--only", "dates")
    assert ran.code == 2
    assert ran.err.startswith("error: nowhere.jsonl: expected a file of JSON lines")


@pytest.mark.parametrize("layer", sorted(LAYERS))
def test_layer_names_its_rows(layer: str, run: Run) -> None:
    """Each layer answers with a list under its own name."""
    line = '{"id": "a", "text": "Ana Holt said on 5 May 2031 that Iceland demands 3 ports."}'
    ran = run("annotate", "-", "--only", layer, stdin=line.encode())
    assert (ran.code, ran.err) == (0, "")
    row = json.loads(ran.out)
    assert row["id"] == "a"
    assert row[layer]


def test_nested_attributions_stand_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is measured against corpora of outermost attributions holds no others."""
    found = [{"id": "a1", "parent": None}, {"id": "a2", "parent": "a1"}]
    monkeypatch.setitem(LAYERS, "attributions", lambda *_: found)  # type: ignore[arg-type]
    texts = [read_text({"id": 7, "text": "x"}, "f:1")]
    rows = list(annotate_texts(texts, "attributions", lambda: None))  # type: ignore[arg-type, return-value]
    assert rows == [{"id": 7, "attributions": found[:1], "nested": found[1:]}]


def test_act_of_a_pair_is_one_row(run: Run) -> None:
    """With source and target one act is asked for."""
    line = {
        "id": "a",
        "text": "Varonia rejected the offer of Kestria.",
        "source": "Varonia",
        "target": "Kestria",
    }
    ran = run("annotate", "-", "--only", "acts", stdin=json.dumps(line).encode())
    assert json.loads(ran.out)["acts"] == [{"act": "refusal", "plover": "REJECT"}]


def test_fault_in_one_text_does_not_end_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """The boundary of the runner holds here too."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(LAYERS, "dates", fail)  # type: ignore[arg-type]
    texts = [read_text({"id": n, "text": "x"}, f"f:{n}") for n in (1, 2)]
    found = list(annotate_texts(texts, "dates", lambda: None))  # type: ignore[arg-type, return-value]
    assert all(isinstance(one, InputError) for one in found)
    assert "f:2" in str(found[1])


def test_corpus_is_read_in_constant_memory() -> None:
    """Ten thousand lines need no more room than a few."""
    line = b'{"id": 1, "text": "' + b"x" * 1000 + b'"}\n'
    stream = io.BytesIO(line * 10_000)
    tracemalloc.start()
    count = sum(1 for _ in read_lines(stream, 10_000, "x"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 10_000
    assert peak < 200_000
