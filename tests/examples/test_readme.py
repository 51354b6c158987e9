"""The session in the README is true to the letter.

`python tests/examples/test_readme.py` writes it anew.
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
README = ROOT / "README.md"
BETWEEN = re.compile(r"(?<=<!-- session: begin -->\n).*?(?=<!-- session: end -->)", re.DOTALL)
COMMANDS = (
    "add examples/reports",
    "positions --issue sanctions",
    "statements --report 12_anonymous_relay --act denial",
    "figures --report 03_city_agency",
)


def session() -> str:
    """Runs the commands in one fresh ledger and returns what a reader would see."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "REPORTEDLY_LEDGER": f"{folder}/talks.db",
            "REPORTEDLY_DOSSIER": "examples/dossier.yaml",
            "PYTHONUTF8": "1",
            "COLUMNS": "100",
        }
        shown = ["```console", "$ export REPORTEDLY_DOSSIER=examples/dossier.yaml"]
        for command in COMMANDS:
            done = subprocess.run(
                [sys.executable, "-m", "reportedly.cli", *shlex.split(command)],
                capture_output=True,
                encoding="utf-8",
                check=True,
                cwd=ROOT,
                env=environment,
            )
            shown += [f"$ reportedly {command}", (done.stdout or done.stderr).rstrip(), ""]
    return "\n".join([*shown[:-1], "```", ""])


def test_session_of_the_readme_is_true() -> None:
    """Every line that the README shows is printed by the command above it."""
    found = BETWEEN.search(README.read_text("utf-8"))
    assert found is not None
    assert found.group() == session()


if __name__ == "__main__":
    README.write_text(BETWEEN.sub(lambda _: session(), README.read_text("utf-8")), "utf-8")
