"""The page of the settings, from the fields of `settings.Settings`."""

from __future__ import annotations

from reportedly.cli.pages.tables import code, table
from reportedly.settings import Settings

_INTRO = """\
# Settings

Each setting is a variable of the environment. Two have an option of the command line, which goes first:
`--ledger` and `--dossier`.
"""


def settings_page() -> str:
    """Returns the page with one row a setting."""
    prefix = Settings.model_config.get("env_prefix", "")
    rows = [
        (
            code(f"{prefix}{name}".upper()),
            code("" if field.default is None else str(field.default)) or "none",
            field.description or "",
        )
        for name, field in Settings.model_fields.items()
    ]
    return f"{_INTRO}\n{table(('variable', 'default', 'what it sets'), rows)}"
