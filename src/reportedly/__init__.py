"""Turns news reports about a negotiation into a sourced, dated ledger and footnoted briefs.

The public names below load their packages when they are first used, so that importing this one costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.attributing import Attributor
    from reportedly.ledger import Ledger, Selection
    from reportedly.pipeline.understanding import Tools, understand
    from reportedly.reading import read_bytes
    from reportedly.settings import Settings
    from reportedly.vocabulary import load_dossier, load_gazetteer

__version__ = "0.1.0"

_HOMES = {
    "Attributor": "reportedly.attributing",
    "Ledger": "reportedly.ledger",
    "Selection": "reportedly.ledger",
    "Settings": "reportedly.settings",
    "Tools": "reportedly.pipeline.understanding",
    "load_dossier": "reportedly.vocabulary",
    "load_gazetteer": "reportedly.vocabulary",
    "read_bytes": "reportedly.reading",
    "understand": "reportedly.pipeline.understanding",
}

__all__ = [
    "Attributor",
    "Ledger",
    "Selection",
    "Settings",
    "Tools",
    "load_dossier",
    "load_gazetteer",
    "read_bytes",
    "understand",
]


def __getattr__(name: str) -> object:
    """Loads a public name from its home at its first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
