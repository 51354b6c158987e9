"""The tutorial and the page on the examples say what is so: commands print what is shown, quoted words are in reports.

`python tests/examples/test_tutorial.py` writes the printed lines of the tutorial anew; its sentences are by hand.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "tutorial.md"
TUTORIAL = PAGE.read_text("utf-8")
README = (ROOT / "examples" / "README.md").read_text("utf-8")
REPORTS = ROOT / "examples" / "reports"

LEFT_OUT = "[...]"
SHOWN: dict[str, tuple[str, ...]] = {
    "reports": ("01_agency_wire", "06_feed_reader", "12_anonymous", "08_explainer"),
    "statements --issue peacekeeping": (
        "remote chance",
        "agree to the presence",
        "nothing to hide",
    ),
    "echoes": ("Institute for Border Studies (",),
    "brief --since 2031-06-01": ("# Negotiation brief", " undated), ", "## Key takeaways", "- **"),
}
"""Of long output, the paragraphs with these words are shown; the first that has each, once."""

_PRINTED = re.compile(r"^\$ reportedly (.+)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE)
_DAY = re.compile(r"(?<=^# Negotiation brief, ).+$", re.MULTILINE)


def abridged(command: str, printed: str) -> str:
    """Returns what the tutorial shows of what a command prints."""
    paragraphs = printed.strip().split("\n\n")
    words = SHOWN.get(command)
    if words is None:
        return printed.strip() + "\n"
    firsts = (next((n for n, one in enumerate(paragraphs) if word in one), None) for word in words)
    kept = set(firsts)
    shown: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if number in kept:
            shown.append(paragraph)
        elif shown[-1:] != [LEFT_OUT]:
            shown.append(LEFT_OUT)
    return "\n\n".join(shown) + "\n"


def rewritten(page: str) -> str:
    """Returns the tutorial with what its commands print now, run in their order in one fresh ledger."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "REPORTEDLY_LEDGER": f"{folder}/talks.db",
            "REPORTEDLY_DOSSIER": "examples/dossier.yaml",
            "PYTHONUTF8": "1",
        }

        def run(found: re.Match[str]) -> str:
            command = found[1]
            done = subprocess.run(
                [sys.executable, "-m", "reportedly.cli", *shlex.split(command)],
                capture_output=True,
                encoding="utf-8",
                check=True,
                cwd=ROOT,
                env=environment,
            )
            return f"$ reportedly {command}\n{abridged(command, done.stdout)}"

        return _PRINTED.sub(run, page)


def test_tutorial_shows_what_its_commands_print() -> None:
    """Line by line, but for the day of the brief; where not, run this file and read the sentences again."""
    assert "$ reportedly add examples/reports" in TUTORIAL
    now = _DAY.sub("", rewritten(TUTORIAL))
    assert now == _DAY.sub("", TUTORIAL), "run `python tests/examples/test_tutorial.py`"


def test_quoted_words_are_in_the_reports() -> None:
    """What the tutorial shows in curly quotation marks stands in a report, letter for letter."""
    texts = [" ".join(path.read_text("utf-8").split()) for path in sorted(REPORTS.iterdir())]
    quoted = [words.rstrip("…") for words in re.findall(r"“([^”]+)”", TUTORIAL)]
    assert len(quoted) > 10
    assert [words for words in quoted if not any(words in text for text in texts)] == []


def test_every_file_is_described() -> None:
    """The page on the examples has a row for each file, and for none that is gone."""
    described = set(re.findall(r"^\| `([\w.]+)` \|", README, re.MULTILINE))
    assert described == {path.name for path in REPORTS.iterdir()}


if __name__ == "__main__":
    PAGE.write_text(rewritten(TUTORIAL), "utf-8")
