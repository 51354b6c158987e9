"""The entry point: runs the app and turns every error of ours into one line and an exit code.

Nothing else in the project catches `ReportedlyError` in order to print it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from reportedly.cli.app import app
from reportedly.cli.showing import say
from reportedly.errors import ReportedlyError

ANYWHERE = ("--ledger", "--dossier")
"""Global options that may also stand after the command."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

STOPPED = "stopped; what was stored before is kept"
"""What is said after Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and exits: 0 done, 1 something could not be read, 2 wrong use."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak_any_script()
    try:
        _run(hoist(words))
    except ReportedlyError as error:
        say(f"error: {error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        say(STOPPED)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _give_up_output(0)
    except SystemExit as end:
        _explain(end)
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        say(f"error: expected a place that takes the output; found: {reason}. Write elsewhere.")
        _give_up_output(1)


def _run(words: Sequence[str]) -> None:
    """Runs the app, which always exits, and writes out what is still held back."""
    try:
        app(args=words, prog_name="reportedly")
    finally:
        sys.stdout.flush()


def _explain(end: SystemExit) -> None:
    """Says why, where Typer has turned Ctrl-C or a closed pipe into an exit without a word."""
    if end.code == INTERRUPTED:
        say(STOPPED)
    elif isinstance(end.__context__, BrokenPipeError):
        _give_up_output(0)


def hoist(words: Sequence[str]) -> list[str]:
    """Returns the words with the options of `ANYWHERE` moved before the command; stops at "--"."""
    end = words.index("--") if "--" in words else len(words)
    first: list[str] = []
    rest: list[str] = []
    waiting = iter(words[:end])
    for word in waiting:
        if word in ANYWHERE:
            first += [word, *[value for value in [next(waiting, None)] if value is not None]]
        elif word.startswith(tuple(f"{name}=" for name in ANYWHERE)):
            first.append(word)
        else:
            rest.append(word)
    return [*first, *rest, *words[end:]]


def _speak_any_script() -> None:
    """Lets a terminal that knows fewer letters show "?" for one instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _give_up_output(code: int) -> NoReturn:
    """Exits with nothing left to flush into a pipe that is closed or a disk that is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
