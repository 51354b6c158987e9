"""Says what is no relation of a source and a content, though it was read as one.

What lives here: deeds, pretences and scraps, told by form and by how certain the encoder is. What does not: edges.
"""

from __future__ import annotations

import re

from reportedly.attributing.linking import Linked

LEAST_DOUBTFUL = 0.6
"""A relation without a source, or with a single word for its content, is noise below this mean of the encoder's
probabilities; chosen on PolNeAR's dev part."""

# Whoever pretends does not say so.
_PRETENCE = re.compile(
    r"\b(?:pretend(?:s|ed|ing)?|feign(?:s|ed|ing)?|go(?:es|ing)? through the motions)\b",
    re.IGNORECASE,
)
_ONLY_MODAL = re.compile(
    r"(?:will|would|can|could|may|might|shall|should|must|cannot|is|are|was|were|has|have|had|not|[’']ll|[’']d)+",
    re.IGNORECASE,
)
_ABILITY = re.compile(
    r"(?:the|an?|any|no|its|their)\s+(?:ability|capacity|capability|means)\s+to\b", re.IGNORECASE
)
_SHOWN = re.compile(
    r"\b(?:shown|showed|show|shows|demonstrat\w+|have|has|had|lacks?|lacked|gain\w*|retain\w*)$",
    re.IGNORECASE,
)


def is_doubtful(text: str, one: Linked) -> bool:
    """Says whether a relation is none: a pretence, a deed, a cue that is only a modal, or an unlikely scrap."""
    cue = " ".join(span.of(text) for span in one.cue)
    if _PRETENCE.search(cue) or _ONLY_MODAL.fullmatch(cue.replace(" ", "")):
        return True
    if _SHOWN.search(cue) and _ABILITY.match(text, one.content[0].start):
        return True
    words = sum(len(span.of(text).split()) for span in one.content)
    return one.confidence < LEAST_DOUBTFUL and (not one.source or words < 2)
