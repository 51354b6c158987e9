"""Completes contents that the encoder cut in the middle of a phrase, and drops what is no relation.

The forms are exact: a content that ends in a conjunction or a dash goes on to the next span or the
sentence's end; a nested content goes on over a relative clause or a prepositional tail to the end of what holds it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.attributing.doubting import is_doubtful
from reportedly.attributing.edges import mended
from reportedly.attributing.linking import Linked
from reportedly.attributing.speech import whole_speech
from reportedly.attributing.turns import without_questions
from reportedly.model import Span

LEAST_NESTED = 0.5
"""Nested relations below this certainty read as noise in the reports we looked at; 1 is sure."""

LONGEST_HOLE = 60
"""Characters between two fragments of a content that are its own; on PolNeAR's dev part 25 to 90 are alike."""

_DANGLING = re.compile(r"(?:\b(?:and|or|but|nor)|[—–])\s*$")
_BEHIND = re.compile(r"\s+([^,.;:\n“”\"]{2,90}[^\s,.;:\n“”\"])")
_OFFICE_BEFORE = re.compile(
    r"\b((?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s+(?:[\w-]+\s+){0,2}(?:advis[eo]r|aide|ally|envoy|deputy|lawyer|assistant|"
    r"spokes\w+|representative|official|member|source|person|diplomat)\s+(?:to|of|for|close to)\s+(?:the\s+)?)$"
)
_WITH = re.compile(r",\s+with\s+(?!reference)")
_TAIL = re.compile(
    r"\s+(?:that|which|who|whose|where|without|unless|until|if|before|after|as|by|for|of|in|on|at|from|with|to|"
    r"against|over|during|including)\b"
    r"|,\s+(?:provided|providing|unless|until|if|only|(?:as|so) long as|on (?:the )?condition|in (?:exchange|return))\b"
)
_SENTENCE_END = re.compile(r"[.!?;](?=[”\"’']?(?:\s|$))|\n")
# "Only after Kestria has withdrawn its claim" tells no withdrawal.
_CONDITION_BEFORE = re.compile(
    r"\b(?:if|unless|until|once|when|whether|after|before|provided|provided that|in case)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MARKS = frozenset('.?!…;:"“”—()\n')
_PRONOUN = frozenset({"he", "she", "it", "they", "we", "i", "who", "his", "her", "their", "its"})


def completed(text: str, found: Sequence[Linked]) -> list[Linked]:
    """Returns the relations of a text with whole speeches and sentences for contents, without what is no relation."""
    asked = without_questions(text, [_without_holes(text, one) for one in found])
    whole = mended(text, whole_speech(text, _run_on_all(text, asked)))
    return [one for one in whole if not is_doubtful(text, one)]


def _without_holes(text: str, one: Linked) -> Linked:
    """Returns a relation with short holes in its content filled, where it has no role of its own in them.

    What is cut out may turn the meaning ("enlargement, ruling out membership"); a word too many does not.
    """
    own = (*one.source, *one.cue)
    whole: list[Span] = []
    for span in one.content:
        hole = Span(whole[-1].end, span.start) if whole else span
        short = whole and 0 <= hole.end - hole.start <= LONGEST_HOLE
        if short and not set(hole.of(text)) & _MARKS and not any(role.meets(hole) for role in own):
            whole[-1] = Span(whole[-1].start, span.end)
        else:
            whole.append(span)
    return replace(one, content=tuple(whole))


def _run_on_all(text: str, found: Sequence[Linked]) -> list[Linked]:
    """Returns the relations with whole sources, and with dangling contents run on to where they end."""
    starts = sorted(s.start for one in found for s in (*one.source, *one.cue, *one.content))
    return [
        replace(
            one,
            source=tuple(_whole_source(text, span) for span in _according(text, one)),
            content=tuple(_run_on(text, span, starts) for span in one.content),
        )
        for one in found
    ]


def _according(text: str, one: Linked) -> tuple[Span, ...]:
    """Returns the source of "according to X", which stands right behind its cue and nowhere else."""
    cue = one.cue[0] if one.cue else None
    if cue is None or not cue.of(text).lower().endswith("according to"):
        return one.source
    if any(0 <= span.start - cue.end <= 1 for span in one.source):
        return one.source
    found = _BEHIND.match(text, cue.end)
    return (Span(*found.span(1)),) if found else one.source


def _whole_source(text: str, span: Span) -> Span:
    """Returns a source with the office before it ("an adviser to" President X), whose words they are."""
    found = _OFFICE_BEFORE.search(text, max(0, span.start - 60), span.start)
    return Span(found.start(1), span.end) if found else span


def _run_on(text: str, span: Span, starts: Sequence[int]) -> Span:
    """Runs a content that ends in the middle of a phrase on to the next span or the sentence's end."""
    dangling = _DANGLING.search(text, span.start, span.end)
    if not dangling and not _WITH.match(text, span.end):
        return span
    stop = _SENTENCE_END.search(text, span.end)
    end = stop.start() if stop else len(text)
    end = min([end, *(start for start in starts if start >= span.end)])
    return Span(span.start, end) if len(text[span.end : end].split()) > 1 else span


def completed_inside(text: str, one: Linked, holder: Sequence[Span]) -> Linked:
    """Returns a nested relation with clean edges, its content run on over a tail to the end of what holds it."""
    whole = _run_on_inside(text, _without_holes(text, one), holder)
    return next(iter(mended(text, [whole])), one)


def _run_on_inside(text: str, one: Linked, holder: Sequence[Span]) -> Linked:
    last = one.content[-1]
    outer = next((span for span in holder if span.holds(last)), None)
    taken = any(s.start >= last.end for s in (*one.source, *one.cue))
    if outer is None or taken or not _TAIL.match(text, last.end, outer.end):
        return one
    stop = _SENTENCE_END.search(text, last.end, outer.end)
    end = stop.start() if stop else outer.end
    return replace(one, content=(*one.content[:-1], Span(last.start, end)))


def is_relation(text: str, one: Linked) -> bool:
    """Says whether a nested relation has a source that can say something, is certain enough and no condition."""
    if not one.source or not one.cue or one.confidence < LEAST_NESTED or is_doubtful(text, one):
        return False
    if _CONDITION_BEFORE.search(text, max(0, one.source[0].start - 30), one.source[0].start):
        return False
    words = one.source[0].of(text).split()
    bare = len(words) == 1 and words[0].islower() and words[0].lower() not in _PRONOUN
    return not bare or words[0].endswith("s")


def without_leading_that(text: str, span: Span) -> Span:
    """Returns a stretch without the conjunction that introduces its clause."""
    found = re.match(r"that\s+(?=\w)", text[span.start : span.end])
    return Span(span.start + found.end(), span.end) if found else span
