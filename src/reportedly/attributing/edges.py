"""Mends the edges of spans by form: what no role begins or ends with, and sources that are not yet whole.

What lives here: one span against the characters around it. What does not: whole quotations (`speech`), sentences that
go on (`completing`). Holes in the middle of a content are left: half of them are right (PolNeAR's dev part).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.attributing.linking import Linked
from reportedly.model import Span

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Zl", "Zp", "Zs"})
_PICTURES = frozenset({"So", "Sk", "Zs", "Cf", "Mn"})
_BULLET = re.compile(r"(?:[-–—•‣▪◦●·>*]+[\s\xa0]+)+(?=\S)")
_TAIL = re.compile(
    r"(?:[\s\xa0]+[-–—]+|(?<=[\w)])[,;:](?:\s(?:although|though|while|whereas|as|which|and|but))?)$"
)
_POSSESSIVE = re.compile(r"\w[’'](?:s)?$|s[’']$")
_SHOWS = re.compile(
    r"\b(?:demonstrat|show|indicat|suggest|prov|reveal|reflect|highlight|signal|underscor|underlin|impl|confirm|mean)"
    r"(?:e?s|e?d|ies|ied|ing|n|e|y)?$|\bmeant$",
    re.IGNORECASE,
)


_WANTS = re.compile(
    r"(?P<verb>(?:demand|want|seek|require|expect|offer|propose|promise|reject)(?:s|ed|ing)?|sought)\s+"
    r"(?P<object>(?!(?:for|that|to|on|in|out|with|up|down|back|of|from|against|about|as)\b)[\w-]+)"
)


@cache
def is_visible(mark: str) -> bool:
    """Says whether a character leaves something to be seen; joiners, direction marks and spaces do not."""
    return unicodedata.category(mark) not in _UNSEEN


def seen(text: str, span: Span) -> Span:
    """Returns a stretch without the unseen characters at its two ends; empty where it holds no other."""
    start, end = span
    while start < end and not is_visible(text[start]):
        start += 1
    while end > start and not is_visible(text[end - 1]):
        end -= 1
    return Span(start, end)


def mended(text: str, found: Sequence[Linked]) -> list[Linked]:
    """Returns the relations with clean edges and whole sources; what holds nothing to be seen is dropped."""
    whole = (replace(one, source=_whole_possessive(text, one)) for one in found)
    clean = (_clean(text, _with_whole_object(text, one)) for one in whole)
    return [one for one in clean if one.content]


def _with_whole_object(text: str, one: Linked) -> Linked:
    """Returns a relation whose cue gives the first word of what is wanted ("demands written") back to its content."""
    found = _WANTS.fullmatch(one.cue[-1].of(text)) if one.cue else None
    if found is None:
        return one
    cue = one.cue[-1]
    after = next((c for c in one.content if 0 <= c.start - cue.end <= 1), None)
    if after is None:
        return one
    moved = Span(cue.start + found.start("object"), after.end)
    content = tuple(moved if c == after else c for c in one.content)
    return replace(
        one, cue=(*one.cue[:-1], Span(cue.start, cue.start + found.end("verb"))), content=content
    )


def _clean(text: str, one: Linked) -> Linked:
    source = (_without_pictures(text, seen(text, span)) for span in one.source)
    cue = (seen(text, span) for span in one.cue)
    content = (_stripped(text, seen(text, span)) for span in one.content)
    return replace(
        one,
        source=tuple(span for span in source if span.start < span.end),
        cue=tuple(span for span in cue if span.start < span.end),
        content=tuple(span for span in content if span.start < span.end),
    )


def _without_pictures(text: str, span: Span) -> Span:
    """Returns a source without the flags, pictures and bullets before it."""
    start = span.start
    while start < span.end and unicodedata.category(text[start]) in _PICTURES:
        start += 1
    return seen(text, Span(start, span.end))


def _stripped(text: str, span: Span) -> Span:
    """Returns a fragment without the bullet or dash before it, and the dash or comma behind it."""
    bullet = _BULLET.match(text, span.start, span.end)
    start = bullet.end() if bullet else span.start
    tail = _TAIL.search(text, start, span.end)
    return seen(text, Span(start, tail.start() if tail else span.end))


def _whole_possessive(text: str, one: Linked) -> tuple[Span, ...]:
    """Returns the source of "X's refusals show that ...": the refusals show it, X does not say so."""
    if len(one.source) != 1 or len(one.cue) != 1 or not _SHOWS.search(one.cue[0].of(text)):
        return one.source
    source, cue = one.source[0], one.cue[0]
    between = text[source.end : cue.start]
    if not _POSSESSIVE.search(source.of(text)) or not between.strip() or "\n" in between:
        return one.source
    return (seen(text, Span(source.start, cue.start)),)
