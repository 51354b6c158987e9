"""Remembers who has spoken in a report, and finds whom "he", "the official" or "the second section" means.

Sources are taken in the order of the text; what a phrase refers to is looked for backwards among them and
among the people named in the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from reportedly.model import Link, Mention, Span, Speaker, SpeakerKind, TimeExpression
from reportedly.resolving.naming import Names
from reportedly.resolving.phrases import (
    DOCUMENT_NOUNS,
    SINGULAR_PERSON,
    Phrase,
    describe,
    read_phrase,
)
from reportedly.text import Stretches

T = TypeVar("T")

REMEMBERED = 500
"""Sources before a phrase that it may point back to; a report has far fewer."""

BODIES = frozenset({"think tank", "agency", "outlet", "organisation", "body", "state"})

INDIVIDUALS = frozenset(
    {SpeakerKind.NAMED, SpeakerKind.ANONYMOUS_OFFICIAL, SpeakerKind.ANONYMOUS_SOURCE}
)
"""Kinds of speaker that are one person, where the phrase is in the singular."""

NOUNS_OF_KIND = {
    "tank": {"think tank"},
    "institute": {"think tank"},
    "institution": {"think tank"},
    "outlet": {"outlet", "agency"},
    "newspaper": {"outlet"},
    "agency": {"agency", "body"},
    "broadcaster": {"outlet"},
    "alliance": {"organisation"},
    "bloc": {"organisation"},
    "organization": {"organisation", "body"},
    "organisation": {"organisation", "body"},
    "ministry": {"body"},
    "group": {"organisation", "body"},
    "country": {"state"},
    "government": {"state", "capital"},
}
"""Nouns that point back to a body, and the kinds of mention they may mean."""

_PUBLISHED_BY = re.compile(r"\b(?:published|released|obtained|leaked|posted)\s+(?:by|on|in)\b")


_OF_ANOTHER = re.compile(r"(?<=[a-z])\s+(?:to|of|for|close to)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$")
_DOCUMENT_FIRST = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=\n))\W*((?:The\s+)?[A-Z][\w.-]*(?:[’']s)?(?:\s+[\w-]+){0,2}\s+"
    rf"(?:{'|'.join(sorted(DOCUMENT_NOUNS))}))\b(?:,?\s+(?:published|released|obtained|leaked|posted)"
    r"\s+(?:by|on|in)[^.;\n]{0,80}?(?=,|\s+(?:is|was|has|calls|demands|proposes)\b))?",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A source of this report, resolved."""

    speaker: Speaker
    # The phrase that introduced it.
    phrase: Phrase
    # Where it was last named.
    position: int
    # Kind for its link in a chain: a SpeakerKind value, "agency" or "think tank".
    link_kind: str
    # Kind of the mention it was named by ("state", "think tank"), "" without one.
    named_as: str = ""
    # Who published a document, where its phrase says so.
    publisher: Link | None = None
    # When a document was first published, in EDTF.
    first_published: str | None = None

    @property
    def individual(self) -> bool:
        """Says whether one person speaks."""
        return self.speaker.kind in INDIVIDUALS and not self.phrase.plural


class Cast:
    """The sources of one report so far; resolve them in the order of the text."""

    def __init__(
        self,
        text: str,
        names: Names,
        mentions: Sequence[Mention],
        dates: Sequence[TimeExpression],
        credit: Link | None,
    ) -> None:
        self._text = text
        self._names = names
        self._dates = dates
        self._credit = credit
        self._mentions = mentions
        self._named_at = Stretches((m.span, m) for m in self._mentions)
        self._members: list[Member] = []
        self._documents = [self._document(*found) for found in self._introduced()]

    def look(self, span: Span) -> Member:
        """Returns who a stretch means, without remembering it."""
        phrase = read_phrase(span.of(self._text))
        member = self._back(phrase, span) or self._fresh(phrase, span)
        return replace(member, position=span.start)

    def resolve(self, span: Span) -> Member:
        """Returns who a source stretch means, and remembers it."""
        member = self.look(span)
        self._members.append(member)
        return member

    def _back(self, phrase: Phrase, span: Span) -> Member | None:
        """Looks for an earlier source that the phrase points back to."""
        recent = reversed(self._members[-REMEMBERED:])
        earlier = [m for m in recent if m.position <= span.start]
        document = _last(m for m in self._documents if m.position < span.start)
        if document is not None and (phrase.part or phrase.pronoun or phrase.document):
            place = next((i for i, m in enumerate(earlier) if m.position < document.position), None)
            earlier.insert(len(earlier) if place is None else place, document)
        if phrase.pronoun in SINGULAR_PERSON:
            return self._person_before(earlier, span)
        if phrase.pronoun is not None:
            return self._party_before(phrase, span) or _first(
                m for m in earlier if not m.individual
            )
        if phrase.part:
            return _first(m for m in earlier if m.speaker.kind is SpeakerKind.DOCUMENT)
        return None if self._mentions_in(span) else self._unnamed(phrase, earlier)

    def _unnamed(self, phrase: Phrase, earlier: Sequence[Member]) -> Member | None:
        """Looks for whom a phrase without a known name points back to."""
        if phrase.analysts and self._credit is not None:
            return self._credited(phrase)
        if phrase.definite:
            return self._described(phrase, earlier)
        return _first(m for m in earlier if _is_surname(phrase.words, m))

    def _person_before(self, earlier: Sequence[Member], span: Span) -> Member | None:
        """Chooses between who is named before the pronoun in its sentence or paragraph, and who spoke last."""
        spoke = _first(m for m in earlier if m.individual)
        people = [m for m in self._mentions if m.kind == "person" and m.span.end <= span.start]
        paragraph = self._text.rfind("\n", 0, span.start) + 1
        sentence = max(paragraph, *(self._text.rfind(f"{end} ", 0, span.start) for end in '.!?”"'))
        near = _last(m for m in people if m.span.start >= sentence)
        if near is None and (spoke is None or spoke.position < paragraph):
            near = _first(m for m in people if m.span.start >= paragraph)
        return self._named(near, read_phrase(near.name)) if near is not None else spoke

    def _party_before(self, phrase: Phrase, span: Span) -> Member | None:
        """Returns the first side named in the paragraph before "it", where nobody but persons spoke in it."""
        start = self._text.rfind("\n", 0, span.start) + 1
        if any(
            m.position >= start and not m.individual for m in (*self._members, *self._documents)
        ):
            return None
        sides = (m for m in self._mentions if m.kind in {"state", "organisation", "think tank"})
        side = _first(m for m in sides if start <= m.span.start < span.start)
        return (
            self._named(side, read_phrase(side.name)) if side and phrase.pronoun == "it" else None
        )

    def _described(self, phrase: Phrase, earlier: Sequence[Member]) -> Member | None:
        """Finds whom "the official", "the think tank" or "the document" means."""
        kinds = NOUNS_OF_KIND.get(phrase.head, set())
        for member in earlier:
            if member.phrase.head == phrase.head or (phrase.document and member.phrase.document):
                return member
            if member.named_as in kinds or phrase.head in member.speaker.name.lower().split():
                return member
        if self._credit is not None and self._credit.kind in kinds:
            return self._credited(phrase)
        mention = _last(m for m in self._mentions if m.kind in kinds)
        if mention is not None and mention.span.start < self._here(phrase):
            return self._named(mention, phrase)
        if phrase.plural or self._names.speaker_kind(phrase.words) not in INDIVIDUALS:
            return None
        return _first(m for m in earlier if m.individual) or self._named_before(phrase)

    def _named_before(self, phrase: Phrase) -> Member | None:
        """Returns the first person of the report, for an office ("the president") that nobody has spoken from."""
        person = _first(m for m in self._mentions if m.kind == "person")
        if person is None or person.span.start > self._here(phrase):
            return None
        return self._named(person, phrase)

    def _here(self, phrase: Phrase) -> int:
        place = self._text.find(phrase.words)
        return place if place >= 0 else len(self._text)

    def _fresh(self, phrase: Phrase, span: Span) -> Member:
        """Makes a new source out of the phrase itself."""
        person = self._names.person(phrase.words)
        others = person and _OF_ANOTHER.search(phrase.words, 0, person.span.start)
        if person is not None and not others:
            return self._named(person, phrase)
        # "An adviser to President X" is the adviser, not the president.
        kind = self._names.speaker_kind(phrase.words[: others.start()] if others else phrase.words)
        party = self._names.party_of(phrase.words)
        if phrase.document or kind is SpeakerKind.DOCUMENT:
            return self._document(phrase, span, party)
        body = self._body(phrase, span)
        if body is not None and kind in {SpeakerKind.BODY, SpeakerKind.OUTLET}:
            return self._named(body, phrase)
        name = describe(phrase.words)
        if kind is SpeakerKind.OUTLET:
            name = name.removeprefix("the ")
        return Member(Speaker(name, kind, party), phrase, span.start, kind.value)

    def _body(self, phrase: Phrase, span: Span) -> Mention | None:
        """Returns the one body or side that a phrase is nothing but the name of."""
        inside = [m for m in self._mentions_in(span) if m.kind in BODIES]
        if len({m.name for m in inside}) != 1:
            return None
        named = inside[0]
        bare = len(phrase.core) <= len(named.span.of(self._text).split()) + 1
        return named if bare or named.kind in {"think tank", "agency", "outlet"} else None

    def _named(self, mention: Mention, phrase: Phrase) -> Member:
        """Makes a source out of a mention of a person or body."""
        kind = {
            "person": SpeakerKind.NAMED,
            "outlet": SpeakerKind.OUTLET,
            "agency": SpeakerKind.OUTLET,
        }.get(mention.kind, SpeakerKind.BODY)
        link = mention.kind if mention.kind in {"agency", "think tank"} else kind.value
        speaker = Speaker(mention.name, kind, mention.party)
        return Member(speaker, phrase, mention.span.start, link, mention.kind)

    def _introduced(self) -> Iterator[tuple[Phrase, Span, str | None]]:
        """Yields the documents of a party that a sentence begins with ("Kestria's memorandum, ...")."""
        for found in _DOCUMENT_FIRST.finditer(self._text):
            phrase = read_phrase(found.group(1))
            party = self._names.party_of(phrase.words)
            if phrase.document and party is not None:
                yield phrase, Span(*found.span()), party

    def _document(self, phrase: Phrase, span: Span, party: str | None) -> Member:
        """Makes a source out of a document, with who published it and when, or out of its author."""
        author = [m for m in self._mentions_in(span) if m.kind in {"think tank", "agency"}]
        published = _PUBLISHED_BY.search(span.of(self._text))
        if published is None:
            if author:
                return self._named(author[0], phrase)
            name = describe(phrase.words)
            return Member(
                Speaker(name, SpeakerKind.DOCUMENT, party), phrase, span.start, "document"
            )
        place = span.start + published.start()
        by = [m for m in self._mentions_in(Span(place, span.end)) if m.kind in {"outlet", "agency"}]
        name = describe(self._text[span.start : place].rstrip(" ,"))
        return Member(
            Speaker(name, SpeakerKind.DOCUMENT, self._names.party_of(name)),
            phrase,
            span.start,
            "document",
            "",
            Link(by[0].name, by[0].kind, by[0].span) if by else None,
            _first(d.edtf for d in self._dates if Span(place, span.end).holds(d.span)),
        )

    def _credited(self, phrase: Phrase) -> Member:
        """Returns the body that the whole report relays."""
        assert self._credit is not None  # noqa: S101  (both callers have looked)
        kind = self._credit.kind
        return Member(Speaker(self._credit.name, SpeakerKind.BODY), phrase, 0, kind, kind)

    def _mentions_in(self, span: Span) -> list[Mention]:
        return self._named_at.inside(span)


def _is_surname(words: str, member: Member) -> bool:
    """Says whether a phrase is only the last name of somebody introduced with more words before."""
    name = member.speaker.name.split()
    return (
        member.speaker.kind is SpeakerKind.NAMED
        and len(name) > 1
        and words == name[-1]
        and words[:1].isupper()
    )


def _first(found: Iterable[T]) -> T | None:
    return next(iter(found), None)


def _last(found: Iterable[T]) -> T | None:
    return next(iter(reversed(list(found))), None)
