"""Characters that a string can hold and no file can."""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")


def storable(words: str) -> str:
    """Returns words with each half surrogate pair, which JSON can write, as one U+FFFD; offsets stay."""
    return _HALF.sub("\ufffd", words)
