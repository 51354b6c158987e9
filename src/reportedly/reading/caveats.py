"""Sentences in which an outlet limits what it stands for ("could not independently verify")."""

from __future__ import annotations

import re

from reportedly.model import Evidence, Span, take_evidence
from reportedly.text import sentence_spans

_CAVEAT = re.compile(
    r"\b(?:can(?:no|['’])t|cannot|can not|could(?:n['’]t| not)|(?:was|is|were|are) (?:not able|unable) to"
    r"|(?:has|have) (?:not|yet to|been unable)|did(?:n['’]t| not)|not (?:possible|immediately possible) to|unable to)"
    r"(?:\s\w+){0,4}?\s(?:verify|verified|confirm|confirmed|corroborate|authenticate|check|establish)\b"
    r"|\b(?:not|un)(?:\s?been)?\s?(?:independently|immediately)?\s(?:be\s)?(?:verified|confirmed|corroborated)\b"
    r"|\bno independent (?:confirmation|verification)\b|\bindependently (?:verif|confirm)\w+"
    r"|\b(?:unverified|unconfirmed)\s(?:reports?|claims?|information|accounts?)\b"
    r"|\bcould not be (?:independently |immediately )?(?:verified|confirmed|reached)\b"
    r"|\b(?:did not|didn['’]t|has not|have not) (?:immediately )?(?:respond|reply|replied|responded)"
    r" to\b.{0,60}\bcomment",
    re.IGNORECASE,
)
_WINDOW = 4_000
"""Characters read around a hit; a longer line is no paragraph of a report."""


def find_caveats(text: str) -> tuple[Evidence, ...]:
    """Returns the sentences of a text that limit what the outlet stands for."""
    found: list[Evidence] = []
    done = 0
    for match in _CAVEAT.finditer(text):
        if match.start() < done:
            continue
        span = _sentence_around(text, match.start())
        done = span.end
        found.append(take_evidence(text, span))
    return tuple(found)


def _sentence_around(text: str, position: int) -> Span:
    start = max(text.rfind("\n", 0, position) + 1, position - _WINDOW)
    line_end = text.find("\n", position)
    end = min(line_end if line_end >= 0 else len(text), position + _WINDOW)
    for left, right in sentence_spans(text[start:end]):
        if start + left <= position < start + right:
            return Span(start + left, start + right)
    return Span(start, end)
