"""The page of the commands, from the app itself; what holds for all of them is said here."""

from __future__ import annotations

import inspect
from typing import Any

from typer.main import get_command

from reportedly.cli.app import app
from reportedly.cli.pages.tables import code, table

_INTRO = """\
# Commands

    reportedly [--ledger PATH] [--dossier FILE|NAME] COMMAND ...

`--ledger` and `--dossier` may stand before or after the command.

**Exit codes**: 0 done; 1 something could not be read (the rest is done, each failure named on standard error);
2 wrong use; 130 stopped with Ctrl-C (what was stored before is kept).

**Output** goes to standard output, everything said to you to standard error. On a terminal lines are wrapped at
its width; in a pipe nothing is cut, wrapped or coloured (but the tables of `positions`, see there). `--json` writes one
JSON array, a row a line, with the keys of `export` (see [the schema](schema.md)); `export` writes JSON lines.

**Dates** are EDTF: `2025`, `2025-06`, `2025-06-02`. A row without a date is never inside `--since` or `--until`.
"""

_NOTES = {
    "add": """\
Folders are read with all below them, in the order of names; names that begin with a dot are skipped. The last
line counts what was done:

    read 5 files: 6 reports, 0 known, 143 statements, 52 figures; 1 file could not be read
""",
    "annotate": """\
A line in is `{"id", "text"}`, with `"published"` (an EDTF date, the anchor of relative dates), `"source"` and
`"target"` (whose act towards whom) where they matter; other keys are left alone. A line out is `{"id", LAYER: [...]}`:

- `attributions`: `id`, `source`, `cue`, `content` (lists of `[start, end]`), `parent`, `directness`, `confidence`;
  those inside the content of another (their `parent`) stand apart under `nested`, as corpora mark the outermost only
- `acts`: `act` and `plover`; one for the pair of source and target; without a pair one for each
  statement, with `source`, `target`, `start`, `end`
- `figures`: `start`, `end`, `exact`, `value`, `low`, `high`, `modifier`, `unit`, `unit_name`, `status`, `note`
- `dates`: `start`, `end`, `timex_type`, `timex_value`, `edtf`
- `places`: `start`, `end`, `name`, `kind` (place, state or capital), `party`; those that the vocabulary or the dossier
  knows, without coordinates

Lines are read and written one at a time, so a corpus may be larger than memory.
""",
    "dossier check": """\
A line for each thing found, `FILE:LINE: SEVERITY: expected ...; found .... what to do`, then a line of counts.
Severities:

- `error`: `--dossier` refuses the file; the exit code is 1
- `warning`: it works, with less in it than it seems; the exit code stays 0
- `note`: what the ledger names often and the dossier does not; only where there is a ledger

A row of `--json` has `severity`, `path` (keys and numbers, from 0), `expected`, `came`, `to_do`, `line` (or null) and
`message`.
""",
    "dossier new": """\
What it writes passes `dossier check` as it is. A file that is there is never written over.
See [dossiers](../dossiers.md) for what to do with it.
""",
    "export": """\
A file is written beside its place and moved there when it is whole. Parquet needs the extra `parquet`.
""",
    "positions": """\
Four views, each in each format:

- `list`: every thing said, by issue, party and act; a row is a position
- `matrix`: issues by parties, in each cell the latest act with its words, date, independent origins and change; a row
  of CSV or JSON is a cell
- `history`: the statements of one party (`--party`), on one issue (`--issue`) or of one position (its id), the oldest
  first, each change beside the words before it, undated ones apart; a row is a statement on an issue
- `compare`: the latest of each act side by side, for some parties (`--party A --party B`), on one issue (`--issue`) or
  both; opposed acts are marked, without a verdict; a row of JSON is an issue with its statements and opposed acts, one
  of CSV a statement

Tables of `matrix` and `compare` are as wide as the screen, 100 columns in a pipe (or `COLUMNS`). Where not all parties
fit, those with positions on most issues are shown and the others counted; CSV and JSON have all.

`--as-of` and `--known-on` make positions of those statements alone that were said, or stand in reports that were
collected, by the end of that day: acts, changes and origins are those of the day. `--known-on` goes by when a report
was first collected, in UTC, even if it was understood anew since. `--voice` and `--min-confidence` choose statements in
the same way; `--party`, `--issue` and `--act` choose among the positions that these make.
""",
    "statements": """\
In JSON, `voice_kind` is the voice that `--voice` goes by; `voice` is what the report alone tells.
""",
}


def commands_page() -> str:
    """Returns the page: global options, then each command with its arguments and options."""
    group: Any = get_command(app)
    parts = [_INTRO, "## Global options\n", _options(group)]
    for name, command in sorted(group.commands.items()):
        parts += _section("##", name, command)
    return "\n".join(part for part in parts if part)


def _section(mark: str, name: str, command: Any) -> list[str]:  # noqa: ANN401
    """Returns the parts of a command, and below it those of its own commands."""
    parts = [f"{mark} {name}\n", _usage(name, command), inspect.cleandoc(command.help) + "\n"]
    if command.params:
        parts.append(_options(command))
    parts.append(_NOTES.get(name, ""))
    for inner, below in sorted(getattr(command, "commands", {}).items()):
        parts += _section(f"{mark}#", f"{name} {inner}", below)
    return parts


def _usage(name: str, command: Any) -> str:  # noqa: ANN401  (Typer's command has no public type)
    if hasattr(command, "commands"):
        return f"    reportedly {name} {'|'.join(sorted(command.commands))} ...\n"
    arguments = " ".join(p.metavar for p in command.params if p.param_type_name == "argument")
    return f"    reportedly {name} [OPTIONS] {arguments}".rstrip() + "\n"


def _options(command: Any) -> str:  # noqa: ANN401
    return table(("", "what it does"), [_row(param) for param in command.params])


def _row(param: Any) -> tuple[str, str]:  # noqa: ANN401
    """Returns names and help, from what we wrote ourselves: Typer words the rest anew in each version."""
    if param.param_type_name == "argument":
        return code(param.metavar), param.help
    default = "" if param.default in {None, False} else f" Default: {param.default}."
    names = ", ".join(param.opts)
    return code(f"{names} {param.metavar or ''}".strip()), f"{param.help}{default}"
