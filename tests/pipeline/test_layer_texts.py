"""Rows of a corpus as `annotate` takes them."""

from __future__ import annotations

import json

from reportedly.pipeline.layers import read_text


def test_half_surrogates_become_one_character_that_can_be_written():
    """Offsets into the text stay, and every word of the row can be printed."""
    row = json.loads('{"id": "\\ud800", "text": "a \\udfff b", "source": "x\\ud800"}')
    one = read_text(row, "corpus.jsonl:1")
    assert (one.id, one.text, one.source) == ("\ufffd", "a \ufffd b", "x\ufffd")
    assert len(one.text) == len(row["text"])
