"""A command line to run in a test, and a small invented ledger to run it on."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from cli_case import Ran, Run, understood

from reportedly.cli.main import main
from reportedly.ledger import Ledger


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `reportedly` with some words, and bytes on standard input."""

    def call(*words: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = 0
        capsys.readouterr()
        try:
            main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        return Ran(code, *capsys.readouterr())

    return call


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with a dated report and an undated one."""
    path = tmp_path / "talks.db"
    with Ledger.open(str(path)) as opened:
        opened.add(understood("Arvel Post", "2031-05-04"), collected="2031-06-01T12:00:00Z")
        opened.add(understood("Bay Courier", None, "Again. "), collected="2031-06-01T12:00:00Z")
    return path
