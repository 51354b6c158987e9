"""Sentences in which an outlet limits what it stands for ("could not independently verify")."""

from __future__ import annotations

import re

from reportedly.model import Evidence, take_evidence
from reportedly.text import sentence_spans

_CAVEAT = re.compile(
    r"\b(?:can(?:no|['’])t|cannot|can not|could(?:n['’]t| not)|(?:was|is|were|are) (?:not able|unable) to"
    r"|(?:has|have) (?:not|yet to|been unable)|did(?:n['’]t| not)|not (?:possible|immediately possible) to|unable to)"
    r"(?:\s\w+){0,4}?\s(?:verify|verified|confirm|confirmed|corroborate|authenticate|check|establish)\b"
    r"|\b(?:not|un)(?:\s?been)?\s?(?:independently|immediately)?\s(?:be\s)?(?:verified|confirmed|corroborated)\b"
    r"|\bno independent (?:confirmation|verification)\b|\bindependently (?:verif|confirm)\w+"
    r"|\b(?:unverified|unconfirmed)\s(?:reports?|claims?|information|accounts?)\b"
    r"|\bcould not be (?:independently |immediately )?(?:verified|confirmed|reached)\b"
    r"|\b(?:did not|didn['’]t|has not|have not) (?:immediately )?(?:respond|reply|replied|responded) to\b.{0,60}\bcomment",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"verif|confirm|corrobor|authentic|establish|check|reached|comment", re.IGNORECASE
)


def find_caveats(text: str) -> tuple[Evidence, ...]:
    """Returns the sentences of a text that limit what the outlet stands for."""
    if not _ANY.search(text):
        return ()
    return tuple(
        take_evidence(text, span) for span in sentence_spans(text) if _CAVEAT.search(span.of(text))
    )
