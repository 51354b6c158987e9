"""What every command shares: the settings of this run, and the ledger and tools they lead to.

Heavy packages are imported when asked for, so that `--help` is quick.
"""
# ruff: noqa: PLC0415  (see above)

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer import Context

from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.pipeline.understanding import Tools
    from reportedly.settings import Settings
    from reportedly.vocabulary.dossier import Dossier


@dataclass(frozen=True)
class Session:
    """The global options as given, and what is built from them at first use."""

    # Path of the ledger, None to leave it to the settings.
    ledger: str | None = None
    # Dossier, None to leave it to the settings.
    dossier: Path | None = None

    @cached_property
    def settings(self) -> Settings:
        """The settings of this run: options first, then the environment, then defaults.

        Raises:
            UsageError: a variable of the environment has a value that its setting does not take.
        """
        from pydantic import ValidationError

        from reportedly.settings import Settings

        options = {"ledger": self.ledger, "dossier": self.dossier}
        given: dict[str, Any] = {name: one for name, one in options.items() if one is not None}
        try:
            return Settings(**given)
        except ValidationError as error:
            first = error.errors()[0]
            name = f"REPORTEDLY_{'_'.join(map(str, first['loc']))}".upper()
            raise UsageError(
                f"a value of {name} that the setting takes",
                f"{first['input']!r} ({first['msg']})",
                "See docs/reference/settings.md.",
            ) from error

    @contextmanager
    def opened_ledger(self, *, create: bool = False) -> Iterator[Ledger]:
        """Opens the ledger for the length of a block.

        Args:
            create: whether a new one is made where there is none; only `add` does.

        Raises:
            LedgerError: it cannot be used.
        """
        from reportedly.ledger import Ledger

        with Ledger.open(self.settings.ledger, create=create) as ledger:
            yield ledger

    @cached_property
    def dossier_read(self) -> Dossier | None:
        """The dossier that the settings name, None if they name none.

        Raises:
            VocabularyError: it breaks its rules.
        """
        from reportedly.vocabulary import load_dossier

        name = self.settings.dossier
        return None if name is None else load_dossier(name)

    @cached_property
    def tools(self) -> Tools:
        """The encoder, the vocabularies and the dossier; loading takes a moment.

        Raises:
            ModelError: a model file is missing or damaged.
            VocabularyError: the dossier breaks its rules.
        """
        from reportedly.pipeline.understanding import Tools

        return Tools.load(self.settings)


def session_of(context: Context) -> Session:
    """Returns the session that the global options have set up."""
    found = context.find_object(Session)
    return found if found is not None else Session()
