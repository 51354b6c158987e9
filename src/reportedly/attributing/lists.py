"""Adds the items of a list to the content whose colon introduces it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.attributing.linking import Linked
from reportedly.model import Span

_ITEM = re.compile(r"[ \t\xa0]*(?:[•‣▪◦●·*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t\xa0]+(\S[^\n]*)")
_COLON_TO_LINE_END = re.compile(r"[^\n.!?]{0,80}:[ \t\xa0]*(?:\n|\Z)")


def with_list_items(text: str, one: Linked) -> Linked:
    """Returns the relation with the list items that follow its line, where that line ends in a colon.

    "The memorandum outlines four proposals:" followed by bulleted or numbered lines: each line becomes a
    fragment of the content.
    """
    colons = [_COLON_TO_LINE_END.match(text, span.end) for span in (*one.cue, *one.content)]
    colon = next((found for found in colons if found is not None), None)
    if colon is None:
        return one
    items = tuple(list_items(text, colon.end()))
    if not items:
        return one
    # "contains four proposals:" is one cue, whose noun tells what the items are.
    end = text.rindex(":", 0, colon.end())
    cue = tuple(Span(span.start, end) if 0 <= end - span.end < 60 else span for span in one.cue)
    taken = (*items, *cue)
    apart = tuple(span for span in one.content if not any(span.meets(other) for other in taken))
    return replace(one, cue=cue, content=tuple(sorted((*apart, *items))))


def list_items(text: str, position: int) -> Iterator[Span]:
    """Yields the list items that begin at a position, one a line, blank lines between them allowed."""
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        item = _ITEM.fullmatch(line.rstrip())
        if item is not None:
            yield Span(position + item.start(1), position + item.end(1))
        elif line.strip():
            return
        position = end + 1
