"""Codes what is worded as terms: "shall" sentences of a document, and items under a noun that says what they are.

Free sentences are coded in `content`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.coding.clauses import read_sentence
from reportedly.coding.parties import PartyNames
from reportedly.coding.propositions import finish
from reportedly.model import Act, Proposition, Span
from reportedly.text import trim

_SUBJECT = re.compile(r"(?P<subject>.+?)\s+shall\b", re.DOTALL)
_NEXT = re.compile(r",?\s+and\s+(?=(?:[\w’'.-]+\s+){0,8}shall\b)")
_NOUNS = {
    Act.DEMAND: ("demands", "conditions", "terms", "requirements"),
    Act.OFFER: ("proposals", "offers", "concessions"),
}


def is_term(source: str, cue: str) -> bool:
    """Says whether an attribution is a term of a document: its cue is nothing but "shall"."""
    return cue.strip().lower() == "shall" and (not source or " " in source)


def code_term(
    text: str, content: Span, *, source: str, gazetteer: PartyNames
) -> tuple[Proposition, ...]:
    """Returns what a term asks: a demand on another party, an offer where it binds the document's own.

    Args:
        text: the report's text.
        content: the sentence of the term.
        source: title of the document, whose party sets the terms.
        gazetteer: knows parties.
    """
    own = gazetteer.party_of(source) if source else None
    found: list[Proposition] = []
    for part in _parts(text, content):
        subject = _SUBJECT.match(text, part.start, part.end)
        bound = Span(*subject.span("subject")) if subject else None
        party = gazetteer.party_of(bound.of(text)) if bound else None
        act = Act.OFFER if party is not None and party == own else Act.DEMAND
        target = bound if party is not None and party != own else None
        sentence = read_sentence(text, part, gazetteer)
        found += finish(sentence, Proposition(part, act, target=target), [part])
    return tuple(found)


def _parts(text: str, content: Span) -> Iterator[Span]:
    """Yields the sentence, or its halves where each has a "shall" of its own, without the full stop."""
    start = content.start
    for found in _NEXT.finditer(text, content.start, content.end):
        if "shall" in text[start : found.start()]:
            yield Span(start, found.start())
            start = found.end()
    last = trim(text, Span(start, content.end))
    yield Span(last.start, last.end - (text[last.end - 1] in ".;"))


def listed_act(cue: str) -> Act | None:
    """Returns the act that the noun at the end of a cue gives to the items of its list ("makes three demands")."""
    last = cue.split()[-1:] or [""]
    return next((act for act, nouns in _NOUNS.items() if last[0].lower() in nouns), None)


def code_items(
    text: str, items: Sequence[Span], act: Act, gazetteer: PartyNames
) -> tuple[Proposition, ...]:
    """Returns each item of a list as a proposition of one act."""
    found: list[Proposition] = []
    for item in items:
        sentence = read_sentence(text, item, gazetteer)
        if sentence.words:
            found += finish(sentence, Proposition(item, act), [item])
    return tuple(found)
