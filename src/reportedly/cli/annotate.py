"""`reportedly annotate`: one layer over a whole corpus, JSON lines in and out, no ledger."""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from reportedly.cli.session import session_of
from reportedly.cli.showing import say, show
from reportedly.errors import InputError, MalformedRow, UsageError

if TYPE_CHECKING:
    from reportedly.pipeline.layers import Text

STDIN = "-"


class Layer(StrEnum):
    """What can be annotated."""

    ATTRIBUTIONS = "attributions"
    ACTS = "acts"
    FIGURES = "figures"
    DATES = "dates"
    PLACES = "places"


def annotate(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE.jsonl|-", help='Lines of {"id", "text"}; - is standard input.'
        ),
    ],
    *,
    only: Annotated[
        Layer, typer.Option("--only", metavar="|".join(Layer), help="The layer to write. Required.")
    ],
) -> None:
    """Annotate a corpus without a ledger.

    Lines of {"id", "text"} in, lines of {"id", LAYER: [...]} out.
    A line that cannot be used is named on standard error, the rest is done, and the exit code is 1.
    """
    from reportedly.pipeline.layers import annotate_texts

    session, failed = session_of(context), 0
    with _opened(file) as stream:
        texts = _texts(stream, file, session.settings.largest_file)
        for row in annotate_texts(texts, only, lambda: session.tools):
            if isinstance(row, InputError):
                failed += 1
                say(str(row))
            else:
                show(json.dumps(row, ensure_ascii=False))
    if failed:
        raise typer.Exit(1)


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file == STDIN:
        yield sys.stdin.buffer
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115  (closed below; errors inside are others')
    except OSError as error:
        came = error.strerror or type(error).__name__
        raise UsageError("a file of JSON lines, or -", came, "Check the path.", file) from error
    with stream:
        yield stream


def _texts(stream: BinaryIO, name: str, largest: int) -> Iterator[Text | InputError]:
    from reportedly.pipeline.inputs import read_lines

    for number, line in read_lines(stream, largest, name):
        yield line if isinstance(line, InputError) else _text(line, f"{name}:{number}")


def _text(line: bytes, where: str) -> Text | InputError:
    from reportedly.pipeline.layers import read_text

    try:
        return read_text(json.loads(line), where)
    except (ValueError, RecursionError) as error:
        came = f"something else ({error})"
        return MalformedRow("a JSON object", came, "Mend the line.", where)
    except MalformedRow as error:
        return error
