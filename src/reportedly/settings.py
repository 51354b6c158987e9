"""One frozen object of settings, built once at the entry point and handed down.

Every field can be set by an environment variable of the same name with the prefix `REPORTEDLY_`.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a run may be told from outside; nothing below the entry point reads the environment."""

    model_config = SettingsConfigDict(env_prefix="REPORTEDLY_", frozen=True)

    ledger: str = Field("./reportedly.db", description="Path of the ledger (SQLite).")
    dossier: Path | None = Field(
        None,
        description="YAML file with the parties, people and places of one conflict; "
        "or the name of one that is shipped.",
    )
    threads: int = Field(0, ge=0, description="Threads of the encoder; 0 leaves the choice to it.")
    largest_file: int = Field(
        20_000_000, gt=0, description="Files with more bytes than this are refused with a message."
    )
