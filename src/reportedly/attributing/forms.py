"""Reads sentences whose source stands in another sentence: "This is stated in the report of X".

Agency reports, machine-translated ones above all, put the source into a sentence of its own. The form is
exact: a sentence that begins with "This" or "It", a passive cue, a preposition and the source. The other form goes
on with what the last source wanted: "Further conditions include A, B and C". A third is the list: "The memorandum
makes three demands:" and lines with bullets or numbers. Then the numbered terms of a document; the turns of a
transcript are read in `turns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.attributing.linking import Linked
from reportedly.attributing.lists import list_items
from reportedly.attributing.turns import transcript
from reportedly.model import Span
from reportedly.text import Stretches, paragraph_spans, sentence_spans

__all__ = ["SHALL", "backward", "further", "joined", "listing", "parts", "terms", "transcript"]

SHORTEST_BEFORE = 20
"""Characters of a sentence that may be what "this" means; a shorter one is a heading or a scrap."""

_BACKWARD = re.compile(
    r"(?:This|It|That)\s+"
    r"((?:is|was|has been)\s+(?:also\s+)?(?:stated|reported|said|announced|written|noted|mentioned|declared|"
    r"confirmed|evidenced|indicated|discussed|told|revealed|disclosed))\s+"
    r"(?:in|by|on|at|to)\s+(.{3,200})",
    re.DOTALL,
)
_SAID_THIS = re.compile(
    r"(?P<source>[^“”\"\n]{3,160}?),?\s+(?P<cue>(?:also\s+)?(?:said|stated|announced|reported|wrote|declared|told|noted)"
    r"\s+(?:this|so|about this|about it))\b"
)
_SOURCE_END = re.compile(
    r"[.;:]?\s*$|,\s+(?:\w+\s+)?(?:reports?|writes?|informs?|citing|with reference|according)\b"
)
_FURTHER = re.compile(
    r"((?:The\s+)?(?:[Aa]dditional|[Ff]urther|[Oo]ther|[Mm]ore)\s+(?:\w+\s+)?"
    r"(?:conditions|demands|terms|requirements|proposals|offers))\s+((?:also\s+)?(?:includ(?:e|ed)|are|were))\s+"
    r"(\S.*?)[.;]?\s*",
    re.DOTALL,
)
_LISTING = re.compile(
    r"(?P<source>\S.{2,160}?)\s+(?P<cue>(?:also\s+)?(?:makes?|made|lists?|listed|contains?|includes?|sets? out|"
    r"outlines?|outlined|demands?|demanded|propos(?:es?|ed)|offers?|offered|call(?:s|ed)? for|nam(?:es?|ed)|"
    r"present(?:s|ed)?|puts? forward|la(?:ys|id) (?:out|down)|insist(?:s|ed)? on|requires?|wants?))\b"
    r"(?P<what>[^:\n]{0,80}):[ \t]*"
)
_PART = re.compile(
    r"(?P<source>The\s+(?:first|second|third|fourth|fifth|sixth|former|latter|last)"
    r"(?:\s+(?:part|section|point|chapter|paragraph|clause|article|document|option|proposal|memorandum))?)\s+"
    r"(?P<cue>(?:also\s+)?(?:demands|requires|wants|proposes|offers|insists\s+on|calls\s+for|provides\s+for|"
    r"stipulates|envisages|foresees))\s+"
    r"(?P<content>(?!(?:is|are|was|were|ha[sd]|have|will|would|can|could|may|must)\b)\S[^\n]*?)[.;]?\s*$"
)

_TERM = re.compile(
    r"(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+(?P<words>\S.*?(?P<shall>\bshall\b).*)", re.DOTALL
)
SHALL = "shall"
"""Cue of a term; whom it binds is no source."""

FEWEST_TERMS = 3
"""Numbered paragraphs with "shall" that make a text a document of terms."""


def terms(text: str) -> Iterator[Linked]:
    """Yields an attribution without a source for each numbered term of a document ("1. X shall withdraw ...")."""
    found = [_TERM.fullmatch(text, *line) for line in paragraph_spans(text)]
    numbered = [term for term in found if term is not None]
    if len(numbered) >= FEWEST_TERMS:
        for term in numbered:
            yield Linked((), (Span(*term.span("shall")),), (Span(*term.span("words")),), 1.0)


def listing(text: str) -> Iterator[Linked]:
    """Yields an attribution for each line that introduces a list of at least two items by a colon."""
    for line in paragraph_spans(text):
        found = _LISTING.fullmatch(text, line.start, line.end)
        items = tuple(list_items(text, line.end + 1)) if found else ()
        if found is not None and len(items) > 1:
            source = Span(*found.span("source"))
            cue = Span(found.start("cue"), found.end("what"))
            yield Linked((source,), (cue,), items, 1.0)


def further(text: str) -> Iterator[Linked]:
    """Yields an attribution for each sentence that lists what else the last source wants."""
    for sentence in sentence_spans(text):
        found = _FURTHER.fullmatch(text, sentence.start, sentence.end)
        if found is not None:
            source, cue, content = (Span(*found.span(part)) for part in (1, 2, 3))
            yield Linked((source,), (cue,), (content,), 1.0)


def backward(text: str) -> Iterator[Linked]:
    """Yields an attribution for each such sentence; its content is the sentence before it."""
    for before, sentence in pairwise(sentence_spans(text)):
        if before.end - before.start >= SHORTEST_BEFORE:
            roles = _passive(text, sentence) or _active(text, sentence)
            if roles is not None:
                yield Linked((roles[0],), (roles[1],), (before,), 1.0)


def _passive(text: str, sentence: Span) -> tuple[Span, Span] | None:
    """Returns source and cue of "This was stated by X"."""
    found = _BACKWARD.match(text, sentence.start, sentence.end)
    if found is None:
        return None
    end = _SOURCE_END.search(text, found.start(2), sentence.end)
    return Span(found.start(2), end.start() if end else found.end(2)), Span(*found.span(1))


def _active(text: str, sentence: Span) -> tuple[Span, Span] | None:
    """Returns source and cue of "X said this while ..."."""
    found = _SAID_THIS.match(text, sentence.start, sentence.end)
    return (Span(*found.span("source")), Span(*found.span("cue"))) if found else None


def parts(text: str) -> Iterator[Linked]:
    """Yields what the parts of a document want: "The first demands X", "The second part calls for Y"."""
    for sentence in sentence_spans(text):
        found = _PART.match(text, *sentence)
        if found is not None:
            source, cue, content = (
                Span(*found.span(role)) for role in ("source", "cue", "content")
            )
            yield Linked((source,), (cue,), (content,), 1.0)


def joined(found: Sequence[Linked], rules: Sequence[Linked]) -> list[Linked]:
    """Returns both, without what the encoder made of sentences that a rule has read."""
    cues = Stretches((cue, None) for one in rules for cue in one.cue)
    contents = Stretches((span, None) for one in rules for span in one.content)
    kept = [
        one
        for one in found
        # What stands inside such a content is found again, nested, when the content is read.
        if not any(cues.meeting(cue) for cue in one.cue) and not _is_inside(one, contents)
    ]
    return sorted([*kept, *rules], key=lambda one: one.content)


def _is_inside(one: Linked, contents: Stretches[None]) -> bool:
    """Says whether one of the contents holds all roles of a relation."""
    first, *others = (*one.content, *one.cue, *one.source)
    return any(
        all(content.holds(span) for span in others) for content, _ in contents.holding(first)
    )
