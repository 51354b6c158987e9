"""Splits an object into the items of a list, each of which is a position of its own.

Cautious on purpose: two positions left together can still be read, a name cut in two cannot.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportedly.coding.grammar import (
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_participle,
)
from reportedly.coding.words import Word
from reportedly.model import Span
from reportedly.vocabulary.act_cues import load_act_cues
from reportedly.vocabulary.issues import find_issues

_INCLUDING = frozenset(
    ("like", "including", "such", "both", "between", "particularly", "especially")
)
HEADS = frozenset(
    (
        "proposals",
        "conditions",
        "demands",
        "terms",
        "points",
        "steps",
        "options",
        "requirements",
        "measures",
        "concessions",
    )
)
"""Nouns that announce a list without saying what is in it."""

_PLACES = frozenset(
    (
        "territory",
        "territories",
        "region",
        "regions",
        "city",
        "cities",
        "area",
        "areas",
        "rest",
        "waters",
        "port",
        "ports",
    )
)
_OF = frozenset(("of", "on", "to", "for", "against", "from"))
_DEEDS = frozenset(
    (
        "ban",
        "end",
        "return",
        "release",
        "halt",
        "stop",
        "pledge",
        "access",
        "exit",
        "transfer",
        "lifting",
        "opening",
        "start",
    )
)
_DEED_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ure",
    "al",
    "ance",
    "ence",
    "ings",
    "ges",
    "ions",
    "ments",
)
_OPENERS = frozenset(("and", "or", "as", "well", "followed", "by", "also", "then", "plus", "even"))


def split_items(text: str, words: Sequence[Word], start: int, end: int) -> list[tuple[int, int]]:
    """Splits an object into the items of a top-level list of like phrases; one item if it is none.

    Never inside names, brackets or quotations; each item must bear an issue or begin with a verb as the
    others do. After a colon at the top level only what follows it is split.
    """
    start = _after_header(words, _after_colon(words, start, end), end)
    cuts = [i for i in range(start, end) if _is_separator(words, i, start)]
    pieces = _pieces(words, cuts, start, end)
    items: list[tuple[int, int]] = []
    for piece in pieces:
        if items and not _stands_alone(text, words, items, piece, listed=len(pieces) > 2):
            items[-1] = (items[-1][0], piece[1])
        else:
            items.append(piece)
    return items or [(start, end)]


def _after_colon(words: Sequence[Word], start: int, end: int) -> int:
    """Returns the word after a colon that introduces a list, else the first word."""
    for place in range(start, end - 1):
        if words[place].low == ":" and words[place].depth <= words[start].depth:
            return place + 1
    return start


def _after_header(words: Sequence[Word], start: int, end: int) -> int:
    """Returns the first word of the examples after a header ("conditions for peace, including ..."), else `start`."""
    heads = [i for i in range(start, min(end, start + 5)) if words[i].low in HEADS]
    if not heads or any(words[i].is_sign for i in range(start, heads[0])):
        return start
    for place in range(heads[0] + 1, end - 1):
        word = words[place]
        if word.depth > words[start].depth or word.low not in {"including", "namely", "such"}:
            continue
        after = place + (2 if word.low == "such" and words[place + 1].low == "as" else 1)
        return after if after < end and (after > place + 1 or word.low != "such") else start
    return start


def _is_separator(words: Sequence[Word], place: int, start: int) -> bool:
    word = words[place]
    base = words[start].depth
    return word.depth <= base and (word.low in {",", ";", "and", "or", "•"} or word.low in DASHES)


def _pieces(
    words: Sequence[Word], cuts: Sequence[int], start: int, end: int
) -> list[tuple[int, int]]:
    """Returns the runs between separators, without empty ones."""
    edges = [start - 1, *cuts, end]
    runs = [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]
    return [(a, b) for a, b in runs if not all(words[i].is_sign for i in range(a, b))]


def _stands_alone(
    text: str,
    words: Sequence[Word],
    items: Sequence[tuple[int, int]],
    piece: tuple[int, int],
    *,
    listed: bool,
) -> bool:
    """Says whether a piece is an item of its own rather than a part of the one before it."""
    left, right = _opening(words, *piece), piece[1]
    if left >= right or _is_aside(words, left) or _is_naming(words, left, right):
        return False
    if _is_gerund(words[left]) and not _is_gerund(words[_opening(words, *items[0])]):
        return False
    if _acts(words, left) or words[left].low == "to":
        return (right - left > 1 or listed) and any(_has_verb(words, item) for item in items)
    separator = words[piece[0] - 1].low if piece[0] else ""
    return _is_noun_item(text, words, items[-1], (left, right), separator if not listed else ",")


def _is_noun_item(
    text: str,
    words: Sequence[Word],
    before: tuple[int, int],
    piece: tuple[int, int],
    separator: str,
) -> bool:
    """Says whether a noun phrase is an item: it has an issue, as the item before it, and is no part of that one."""
    left, right = piece
    if words[left].low in DETERMINERS and left + 1 < right and words[left + 1].low in _PLACES:
        return False
    if _begins_with_verb(words, before) or _has_relative(words, before) or separator == "or":
        return False
    issues = set(find_issues(_words_text(text, words, left, right)))
    earlier = set(find_issues(_words_text(text, words, *before)))
    if separator == "and" and not (issues and earlier):
        return False
    known = (issues or _is_deed(words, left, right)) and (earlier or _is_deed(words, *before))
    if not known:
        return False
    if separator == "and":
        return issues != earlier and _parallel(words, before, left, right)
    return not _inside_including(words, before)


def _is_deed(words: Sequence[Word], left: int, right: int) -> bool:
    """Says whether a phrase names a deed done to something ("the closure of two camps", "a ban on drones")."""
    left = _opening(words, left, right)
    for place in range(left + 1, min(right - 1, left + 5)):
        noun = words[place - 1]
        if words[place].low in _OF:
            return not noun.is_name and (noun.low in _DEEDS or noun.low.endswith(_DEED_ENDINGS))
    return False


def _opening(words: Sequence[Word], left: int, right: int) -> int:
    """Skips what may stand before an item: "and", "as well as", "followed by"."""
    while left < right and (words[left].low in _OPENERS or words[left].is_sign):
        left += 1
    return left


def _is_gerund(word: Word) -> bool:
    """Says whether a word looks like a verb in -ing ("lifting the blockade")."""
    return not word.is_name and is_participle(word.low) and word.low.endswith("ing")


def _has_relative(words: Sequence[Word], before: tuple[int, int]) -> bool:
    """Says whether the item before holds a relative clause, whose own words may be a list."""
    return any(
        words[i].low in {"that", "which", "who", "whom"} for i in range(before[0] + 1, before[1])
    )


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


def _has_verb(words: Sequence[Word], item: tuple[int, int]) -> bool:
    """Says whether an item holds a verb of the same kind: "to halt", "must withdraw", "withdraw"."""
    return any(words[i].low in load_act_cues().action_verbs for i in range(*item))


def _begins_with_verb(words: Sequence[Word], item: tuple[int, int]) -> bool:
    """Says whether an item begins with a verb, or with a name and a verb ("Sudria demobilize")."""
    left = _opening(words, *item)
    while left < item[1] and (words[left].is_name or words[left].low == "to"):
        left += 1
    return left < item[1] and _acts(words, left)


def _acts(words: Sequence[Word], place: int) -> bool:
    """Says whether a word is a verb of doing, and no noun of the same form ("release of the crew")."""
    after = words[place + 1].low if place + 1 < len(words) else ""
    return words[place].low in load_act_cues().action_verbs and after != "of"


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
    skip = _OPENERS | {"that"}
    while left < right and (
        (words[left].is_sign and words[left].low not in '“"(') or words[left].low in skip
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
