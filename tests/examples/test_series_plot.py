"""The plot that the tutorial shows is what `figures --plot` draws of the example.

`python tests/examples/test_series_plot.py` draws it anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOWN = ROOT / "docs" / "series.svg"


def draw(folder: Path, target: Path) -> None:
    """Draws the share of the Salt Coast that Varonia holds, from the reports of the example."""
    environment = {
        **os.environ,
        "REPORTEDLY_LEDGER": str(folder / "talks.db"),
        "REPORTEDLY_DOSSIER": "examples/dossier.yaml",
        "PYTHONUTF8": "1",
    }
    for words in (
        ("add", "examples/reports"),
        ("figures", "--of", "share of Salt Coast", "--plot", target),
    ):
        subprocess.run(
            [sys.executable, "-m", "reportedly.cli", *words],
            check=True,
            cwd=ROOT,
            env=environment,
            capture_output=True,
        )


def texts(svg: str) -> list[str]:
    """Returns the words of a drawing in their order."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_plot_of_the_tutorial_is_what_is_drawn(tmp_path: Path) -> None:
    """Every word of it: title, values, sources, signs, reports; shapes may differ between versions of matplotlib."""
    pytest.importorskip("matplotlib")
    draw(tmp_path, tmp_path / "series.svg")
    drawn = texts((tmp_path / "series.svg").read_text("utf-8"))
    assert "Share of Salt Coast held by Varonia" in drawn
    assert drawn == texts(SHOWN.read_text("utf-8")), (
        "run `python tests/examples/test_series_plot.py`"
    )


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        draw(Path(name), SHOWN)
