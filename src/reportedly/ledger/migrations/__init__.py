"""How the schema came to be: one Alembic revision a file in `versions`, run by the program."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def migrate(connection: Connection) -> None:
    """Brings the schema to the newest revision inside the transaction that has begun."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def revisions() -> frozenset[str]:
    """Returns the names of all revisions this version knows."""
    return frozenset(each.revision for each in _scripts().walk_revisions())


def newest() -> str | None:
    """Returns the name of the newest revision."""
    return _scripts().get_current_head()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
