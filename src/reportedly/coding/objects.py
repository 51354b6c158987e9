"""Reads what an act is about: the reach of its object, the target named in it, and the items of a list."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.grammar import (
    BREAKERS,
    DASHES,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    SUBORDINATORS,
    is_participle,
)
from reportedly.coding.parties import party_at
from reportedly.coding.words import Word
from reportedly.model import Mention, Span
from reportedly.vocabulary.act_cues import load_act_cues
from reportedly.vocabulary.issues import find_issues

_INCLUDING = frozenset(
    ("like", "including", "such", "both", "between", "particularly", "especially")
)


def object_end(words: Sequence[Word], start: int, limit: int) -> int:
    """Returns where the object that begins at a word ends; `limit` is where the next act begins.

    It ends before a clause of its own (", while ...", ", according to ...") at the top level.
    """
    base = words[start].depth if start < limit else 0
    for place in range(start + 1, limit):
        word = words[place]
        if word.depth > base:
            continue
        after = words[place + 1].low if place + 1 < limit else ""
        if word.low in {",", "-"} | DASHES and (
            after in BREAKERS - {"if", "unless", "when"} or _credits(words, place + 1, limit)
        ):
            return place
        if word.low in {"while", "whereas", "although", "though"}:
            return place
        if word.low in {"!", "?", ";"} and place + 1 < limit:
            return place
    return limit


def _credits(words: Sequence[Word], place: int, limit: int) -> bool:
    """Says whether words like "according to", "said", "the paper reported" follow."""
    reporting = load_act_cues().reporting
    head = [w.low for w in words[place : min(limit, place + 4)]]
    if head[:2] == ["according", "to"] or head[:1] in (["citing"], ["quoting"]):
        return True
    after = words[place + len(head)] if place + len(head) < limit else None
    ends = after is None or after.is_sign or after.low in {"on", "in"}
    return bool(head) and ends and any(h in reporting and h.endswith(("d", "s")) for h in head)


def find_target(
    words: Sequence[Word],
    start: int,
    end: int,
    mentions: Sequence[Mention],
    agent_party: str | None,
) -> Span | None:
    """Returns the words at the head of an object that name at whom the act is directed."""
    place = start
    while place < end and (
        words[place].low in {"that", "both", "for", "on", "upon", "the", "to", "from", "against"}
        or words[place].is_sign
    ):
        place += 1
    stop = place
    while stop < end and stop - place < 8 and not _ends_phrase(words, stop, place):
        stop += 1
    mention = party_at(words, place, stop, mentions)
    if mention is not None and mention.party != agent_party:
        return _grown(words, place, stop, mention)
    return _from_phrase(words, start, end, mentions, agent_party)


def _ends_phrase(words: Sequence[Word], stop: int, place: int) -> bool:
    """Says whether the noun phrase that began at `place` ends before `stop`."""
    word = words[stop]
    return (
        word.is_sign
        or word.low in PREPOSITIONS
        or word.low in FINITE
        or (stop > place and word.low in load_act_cues().action_verbs)
        or word.low in {"not", "immediately", "be"}
    )


def _grown(words: Sequence[Word], place: int, stop: int, mention: Mention) -> Span:
    """Returns the words of the phrase that name the party: up to its body noun where it has one."""
    first = next(i for i in range(place, stop) if words[i].end > mention.span.start)
    bodies = load_act_cues().bodies
    last = max(
        (
            i
            for i in range(first, stop)
            if words[i].low in bodies or words[i].start < mention.span.end
        ),
        default=first,
    )
    contiguous = all(words[i].low != "'s" for i in range(first, last + 1))
    return Span(
        words[first].start,
        words[last].end if contiguous else max(words[first].end, mention.span.end),
    )


def _from_phrase(
    words: Sequence[Word],
    start: int,
    end: int,
    mentions: Sequence[Mention],
    agent_party: str | None,
) -> Span | None:
    """Returns the party after "from" or "by": "guarantees from Sudria", "a withdrawal by Sudria"."""
    for place in range(start, end - 1):
        if words[place].low in {"from", "by", "against"}:
            stop = min(end, place + 6)
            mention = party_at(words, place + 1, stop, mentions)
            if mention is not None and mention.party != agent_party and mention.kind != "place":
                return mention.span
    return None


def split_items(text: str, words: Sequence[Word], start: int, end: int) -> list[tuple[int, int]]:
    """Splits an object into the items of a top-level list of like phrases; one item if it is none.

    Never inside names, brackets or quotations; each item must bear an issue or begin with a verb as the
    others do.
    """
    cuts = [i for i in range(start, end) if _is_separator(words, i, start)]
    if not cuts:
        return [(start, end)]
    pieces = _pieces(words, cuts, start, end)
    items: list[tuple[int, int]] = []
    for place, (left, right) in enumerate(pieces):
        if items and not _stands_alone(
            text,
            words,
            items[-1],
            (left, right),
            listed=len(pieces) > 2,
            last=place == len(pieces) - 1,
        ):
            items[-1] = (items[-1][0], right)
        else:
            items.append((left, right))
    return items


def _is_separator(words: Sequence[Word], place: int, start: int) -> bool:
    word = words[place]
    base = words[start].depth
    return word.depth <= base and (word.low in {",", ";", "and", "or", "•"} or word.low in DASHES)


def _pieces(
    words: Sequence[Word], cuts: Sequence[int], start: int, end: int
) -> list[tuple[int, int]]:
    """Returns the runs between separators, without empty ones."""
    edges = [start - 1, *cuts, end]
    runs = [(a + 1, b) for a, b in zip(edges, edges[1:], strict=False) if b > a + 1]
    return [(a, b) for a, b in runs if not all(words[i].is_sign for i in range(a, b))]


def _stands_alone(  # noqa: PLR0913
    text: str,
    words: Sequence[Word],
    before: tuple[int, int],
    piece: tuple[int, int],
    *,
    listed: bool,
    last: bool,
) -> bool:
    """Says whether a piece is an item of its own rather than a part of the one before it."""
    del last
    left, right = piece
    left = _opening(words, left, right)
    if left >= right or _is_aside(words, left) or _is_naming(words, left, right):
        return False
    verbs = load_act_cues().action_verbs
    if words[left].low in verbs and right - left > 1 or words[left].low == "to":
        return _has_verb_head(words, before)
    if words[left].low in verbs and listed and _begins_with_verb(words, before):
        return True
    issues = set(find_issues(_words_text(text, words, left, right)))
    earlier = set(find_issues(_words_text(text, words, *before)))
    if not issues or not earlier:
        return False
    separator = words[piece[0] - 1].low if piece[0] else ""
    if separator in {"and", "or"} and not listed:
        return _parallel(words, before, left, right) and issues != earlier
    return not _inside_including(words, before) or separator == ";"


def _opening(words: Sequence[Word], left: int, right: int) -> int:
    """Skips what may stand before an item: "and", "as well as", "followed by", "eventual"."""
    skip = {"and", "or", "as", "well", "followed", "by", "also", "then", "plus", "even"}
    while left < right and (words[left].low in skip or words[left].is_sign):
        left += 1
    return left


def _is_aside(words: Sequence[Word], left: int) -> bool:
    """Says whether a piece is a parenthesis: a participle, a relative clause, a condition, an example."""
    word = words[left]
    return (
        (word.low in SUBORDINATORS - {"that"})
        or word.low in _INCLUDING
        or word.low in PREPOSITIONS
        or word.low in {"only", "i.e", "e.g"}
        or (not word.is_name and is_participle(word.low) and word.low.endswith("ed"))
    )


def _is_naming(words: Sequence[Word], left: int, right: int) -> bool:
    """Says whether a piece only goes on with a list of names ("Kestria and the port of Arvel")."""
    lower = [
        w
        for w in words[left:right]
        if not w.is_name
        and not w.is_sign
        and w.low not in DETERMINERS
        and w.low not in PREPOSITIONS
        and w.low != "'s"
    ]
    return len(lower) == 0 or (
        words[left].is_name
        and len(lower) == 1
        and words[left - 1].low in {",", "and"}
        and not find_issues(" ".join(w.text for w in words[left:right]))
    )


def _has_verb_head(words: Sequence[Word], before: tuple[int, int]) -> bool:
    """Says whether the item before holds a verb of the same kind: "to halt", "must withdraw", "withdraw"."""
    verbs = load_act_cues().action_verbs
    return any(words[i].low in verbs for i in range(*before))


def _begins_with_verb(words: Sequence[Word], before: tuple[int, int]) -> bool:
    left = _opening(words, *before)
    return any(
        words[i].low in load_act_cues().action_verbs for i in range(left, min(left + 4, before[1]))
    )


def _parallel(words: Sequence[Word], before: tuple[int, int], left: int, right: int) -> bool:
    """Says whether two phrases joined by a plain "and" are alike enough to be two items."""
    if right - left < 2 or _inside_including(words, before):
        return False
    nested = any(words[i].low in {"with", "on", "in"} for i in range(*before))
    return not nested or words[left].low in DETERMINERS


def _inside_including(words: Sequence[Word], before: tuple[int, int]) -> bool:
    return any(words[i].low in _INCLUDING for i in range(*before))


def _words_text(text: str, words: Sequence[Word], left: int, right: int) -> str:
    return text[words[left].start : words[right - 1].end]


def item_span(words: Sequence[Word], left: int, right: int) -> Span | None:
    """Returns the stretch of an item without separators at its ends, None if nothing is left."""
    skip = {"and", "or", "that", "as", "well"}
    while left < right and (
        words[left].is_sign and words[left].low not in '“"(' or words[left].low in skip
    ):
        left += 1
    while right > left and words[right - 1].low in {
        ",",
        ";",
        ".",
        ":",
        "—",
        "–",
        "-",
        "and",
        "or",
        "!",
        "?",
        "•",
    }:
        right -= 1
    return Span(words[left].start, words[right - 1].end) if left < right else None
