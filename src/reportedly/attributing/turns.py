"""Reads transcripts: lines that each begin with the label of who speaks ("HOLM: ...", "Q: ...", "Answer: ...").

What lives here: which lines are turns, and which of them only ask. What does not: who a label means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.attributing.linking import Linked
from reportedly.model import Span
from reportedly.text import paragraph_spans

FEWEST_TURNS = 3
"""Lines with a label that make a text a transcript; fewer may be anything."""

_LABEL = re.compile(
    r"(?P<label>[^\W\d_][\w.'’-]*(?:[ \xa0][^\W\d_][\w.'’-]*){0,4})[ \xa0]?(?P<colon>:)\s+(?P<words>\S.*)"
)
_ASKING = frozenset(
    {
        "Q",
        "QUESTION",
        "REPORTER",
        "JOURNALIST",
        "MODERATOR",
        "HOST",
        "CORRESPONDENT",
        "INTERVIEWER",
        "PRESENTER",
    }
)
_ANSWERING = frozenset({"A", "ANSWER"})
_NOBODY = frozenset(
    {"PHOTO", "SOURCE", "IMAGE", "VIDEO", "NOTE", "DETAILS", "QUOTE", "READ", "UPDATE", "UPDATED", "AUTHOR", "CREDIT",
     "CAPTION", "WATCH", "LISTEN", "TAGS", "MORE", "ALSO", "SEE", "EDITOR", "DATE", "TIME", "PLACE"}
)  # fmt: skip


def transcript(text: str) -> Iterator[Linked]:
    """Yields an attribution for each turn of a transcript ("KELL: The canal is open."); questions are left out."""
    for turn in _turns(text):
        if _word(turn) not in _ASKING:
            source, cue, words = (Span(*turn.span(part)) for part in ("label", "colon", "words"))
            yield Linked((source,), (cue,), (words,), 1.0)


def without_questions(text: str, found: Sequence[Linked]) -> list[Linked]:
    """Returns the relations that are not read in a turn that asks."""
    asked = [Span(*turn.span()) for turn in _turns(text) if _word(turn) in _ASKING]
    return [
        one
        for one in found
        if not any(line.meets(role) for line in asked for role in (*one.source, *one.cue))
    ]


def _turns(text: str) -> list[re.Match[str]]:
    """Returns the turns of a text that is a transcript: in capitals, or where somebody asks or two take turns."""
    lines = (_LABEL.fullmatch(text, *line) for line in paragraph_spans(text))
    labelled = [line for line in lines if line is not None and _word(line) not in _NOBODY]
    counts = Counter(line["label"] for line in labelled)
    asked = any(_word(line) in _ASKING for line in labelled)
    taking = asked or sum(1 for count in counts.values() if count > 1) > 1
    turns = [
        line
        for line in labelled
        if _is_capitals(line["label"]) or _word(line) in _ASKING | _ANSWERING
        or (taking and line["label"].istitle() and (asked or counts[line["label"]] > 1))
    ]  # fmt: skip
    return turns if len(turns) >= FEWEST_TURNS else []


def _is_capitals(label: str) -> bool:
    return label.isupper() and len(label) > 1


def _word(turn: re.Match[str]) -> str:
    """Returns the first word of a label in capitals, without a full stop."""
    label: str = turn["label"]
    return label.split(maxsplit=1)[0].rstrip(".").upper()
