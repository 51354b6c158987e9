"""Ids that hash what a row is and nothing that is learnt about it later.

An id is made of a scheme version, the row's kind and its identifying parts, as a JSON list; parts are
never joined by a separator that could occur inside one of them.
"""

from __future__ import annotations

import hashlib
import json

SCHEME = 1
"""Version of the recipe; ids of different schemes never collide by construction."""


def make_id(kind: str, *parts: object) -> str:
    """Returns the id of a row: a letter for its kind and 16 hexadecimal digits of SHA-256.

    Args:
        kind: what the row is: "report", "attribution", "statement", "position", "figure".
        parts: JSON values that identify it, in a fixed order.
    """
    canonical = json.dumps([SCHEME, kind, *parts], ensure_ascii=False, separators=(",", ":"))
    return f"{kind[0]}{hashlib.sha256(canonical.encode()).hexdigest()[:16]}"


def report_id(title: str, text: str) -> str:
    """Returns the id of a report: its words, with white space collapsed; not its file, date or outlet."""
    return make_id("report", " ".join(title.split()), " ".join(text.split()))
