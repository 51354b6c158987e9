"""The generated part of docs/: written from the code, and checked against it.

`python -m reportedly.cli.pages --write docs` writes the pages anew, `--check docs` says which are stale.
"""
# ruff: noqa: PLC0415  (each page loads what it documents)

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

NOTE = "<!-- Written by `make docs` from the code; edit the code, not this page. -->\n\n"


def _commands() -> str:
    from reportedly.cli.pages.commands import commands_page

    return commands_page()


def _settings() -> str:
    from reportedly.cli.pages.settings import settings_page

    return settings_page()


def _errors() -> str:
    from reportedly.cli.pages.errors import errors_page

    return errors_page()


def _vocabulary() -> str:
    from reportedly.cli.pages.vocabulary import vocabulary_page

    return vocabulary_page()


def _schema() -> str:
    from reportedly.ledger.pages import schema_page

    return schema_page()


def _python() -> str:
    from reportedly.cli.pages.python import python_page

    return python_page()


PAGES: Mapping[str, Callable[[], str]] = {
    "reference/commands.md": _commands,
    "reference/settings.md": _settings,
    "reference/errors.md": _errors,
    "reference/vocabulary.md": _vocabulary,
    "reference/schema.md": _schema,
    "reference/python.md": _python,
}
"""Every generated page below docs/ and what renders it."""


def rendered() -> dict[str, str]:
    """Returns the text of every page by its path below docs/."""
    return {path: NOTE + render().rstrip() + "\n" for path, render in PAGES.items()}


def write_pages(docs: Path) -> None:
    """Writes every page."""
    for path, text in rendered().items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, "utf-8")


def stale_pages(docs: Path) -> list[str]:
    """Returns the paths of the pages that are absent or differ from what the code says."""
    return [path for path, text in rendered().items() if _present(docs / path) != text]


def _present(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None
