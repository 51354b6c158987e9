"""The page of the errors, from the tree in `reportedly.errors`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from reportedly import errors
from reportedly.cli.pages.tables import code, table

_INTRO = """\
# Errors

Every error the program raises on purpose is one of these. The command line shows it as one line on standard error,
`error: PLACE: expected ...; found .... what to do`, and ends with its exit code. In Python it has the attributes
`expected`, `came`, `to_do` and `where`, and it pickles.
"""


def errors_page() -> str:
    """Returns the page with the tree and a row for each class."""
    drawing = inspect.cleandoc(errors.__doc__ or "").split("\n\n")[1]
    rows = [
        (code(kind.__name__), str(kind.exit_code), inspect.getdoc(kind) or "")
        for kind in _walk(errors.ReportedlyError)
    ]
    parts = (_INTRO, f"```text\n{inspect.cleandoc(drawing)}\n```\n")
    return "\n".join([*parts, table(("error", "exit code", "when"), map(_first_sentence, rows))])


def _walk(kind: type[errors.ReportedlyError]) -> Iterator[type[errors.ReportedlyError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _walk(below)


def _first_sentence(row: tuple[str, str, str]) -> tuple[str, str, str]:
    return row[0], row[1], row[2].split("\n\n")[0]
