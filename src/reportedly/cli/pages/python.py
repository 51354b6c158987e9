"""The page of the Python interface, from the public names of the package."""

from __future__ import annotations

import inspect

import reportedly
from reportedly.cli.pages.tables import table

_INTRO = """\
# Python

What `import reportedly` offers. Everything else may change without notice. The records have a line above each
attribute in `reportedly.model`.
"""


def python_page() -> str:
    """Returns the page with each public name and when to use it."""
    names = sorted(getattr(reportedly, "__all__", ()))
    rows = [(f"`{name}{_call(getattr(reportedly, name))}`", _about(name)) for name in names]
    return f"{_INTRO}\n{table(('name', 'what it is'), rows)}"


def _about(name: str) -> str:
    value = getattr(reportedly, name)
    if isinstance(value, str):
        return "The version of the package."
    return (inspect.getdoc(value) or "").split("\n\n")[0]


def _call(value: object) -> str:
    """Returns the names of a function's parameters in brackets; a class needs none here."""
    if not inspect.isfunction(value):
        return ""
    return f"({', '.join(inspect.signature(value).parameters)})"
