"""Makes sources out of phrases that point back to nobody: people, bodies, documents, unnamed ones.

Whom a phrase points back to is found in `cast`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from reportedly.model import Link, Mention, Span, Speaker, SpeakerKind, TimeExpression
from reportedly.resolving.home import holds_office, home_of
from reportedly.resolving.members import Member, first
from reportedly.resolving.naming import Names
from reportedly.resolving.phrases import (
    DETERMINERS,
    DOCUMENT_NOUNS,
    Phrase,
    describe,
    read_phrase,
)
from reportedly.resolving.setting import HOME, Setting
from reportedly.text import Stretches
from reportedly.vocabulary.roles import is_among, load_roles

BODIES = frozenset({"think tank", "agency", "outlet", "organisation", "body", "state"})
PUBLISHERS = frozenset({"agency", "outlet"})

_WITH_NAME = frozenset(
    {"side", "itself", "think", "tank", "agency", "newspaper", "news", "reportedly", "also"}
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PUBLISHED_BY = re.compile(r"\b(?:published|released|obtained|leaked|posted)\s+(?:by|on|in)\b")


_OF_ANOTHER = re.compile(r"(?<=[a-z])\s+(?:to|of|for|close to)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$")
_DOCUMENT_FIRST = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=\n))\W*((?:The\s+)?[A-Z][\w.-]*(?:[’']s)?(?:\s+[\w-]+){0,2}\s+"
    rf"(?:{'|'.join(sorted(DOCUMENT_NOUNS))}))\b(?:,?\s+(?:published|released|obtained|leaked|posted)"
    r"\s+(?:by|on|in)[^.;\n]{0,80}?(?=,|\s+(?:is|was|has|calls|demands|proposes)\b))?",
    re.MULTILINE,
)


_OFFICES = frozenset(
    {
        "ministry", "senate", "parliament", "police", "government", "minister", "ministers", "prosecutors", "cabinet",
        "army", "military", "authorities", "department", "lawmakers", "mps", "senators", "premier",
    }
)  # fmt: skip
"""Nouns of offices that every state has; the report's own are named without their state."""

_OF_MINISTRIES = frozenset(
    {
        "prime", "foreign", "defence", "defense", "interior", "finance", "health", "justice", "energy", "education",
        "environment", "economy", "agriculture", "infrastructure", "culture", "emergencies", "deputy", "treasury",
        "state", "home", "upper", "lower", "national", "federal", "military",
    }
)  # fmt: skip

_OF_OFFICE = frozenset({SpeakerKind.ANONYMOUS_OFFICIAL, SpeakerKind.BODY})


_ON = re.compile(r"\s+(?:on|in)\s+")
_REPORTERS = frozenset(
    {"correspondent", "correspondents", "reporter", "reporters", "journalist", "journalists"}
)

_BETWEEN_PARTS = re.compile(r",\s+|\s[–—-]\s")
_BARE_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]*\s+(?:(?:van|von|de|der|den|bin|al|el|la)\s+)*){0,3}[A-ZÀ-Þ][\w’'.-]*"
)


def _bare_name(words: str) -> str:
    """Returns the part of a phrase that is nothing but a name ("Rok Mirn" of "the mayor, Rok Mirn"), else all of it."""
    parts = _BETWEEN_PARTS.split(_IN_BRACKETS.sub("", words))
    titles = load_roles().titles
    bare = [p for p in parts if _BARE_NAME.fullmatch(p) and p.lower() not in titles]
    return next((part for part in bare if " " in part), next(iter(bare), words))


def _of_another(words: str, person: Mention) -> re.Match[str] | None:
    """Finds what makes somebody else of a phrase ("an adviser to X"), not a body ("Minister of Public Works X")."""
    found = _OF_ANOTHER.search(words, 0, person.span.start)
    if found is None:
        return None
    before = found.group().split()
    body = before[0] in {"of", "for"} and len(before) > 1 and before[-1][:1].isupper()
    roles = load_roles()
    titled = is_among(roles.titles, before[-1].lower()) or before[-1].endswith(".")
    return None if body and not titled else found


class Newcomers:
    """Makes the new sources of one text."""

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
        self._setting = Setting(text, mentions)
        self._mentions = mentions
        self._named_at = Stretches((m.span, m) for m in mentions)

    @cached_property
    def _home(self) -> str | None:
        """The side the report is at home in."""
        return home_of(self._text, self._mentions)

    @cached_property
    def _in_office(self) -> frozenset[str]:
        """Names of the people without a side whom the text calls ministers or the like somewhere."""
        people = (m for m in self._mentions if m.kind == "person" and m.party is None)
        return frozenset(m.name for m in people if holds_office(self._text, m.span.start))

    def documents(self) -> list[Member]:
        """Returns the documents of a party that sentences of the text begin with."""
        return [self._document(*found) for found in self._introduced()]

    def source(self, phrase: Phrase, span: Span) -> Member:
        """Makes a new source out of the phrase itself."""
        person = self._names.person(phrase.words)
        others = _of_another(phrase.words, person) if person is not None else None
        if person is not None and not others:
            return self.named(person, phrase)
        # "An adviser to President X" is the adviser, not the president.
        words = _IN_BRACKETS.sub("", phrase.words)
        kind = self._names.speaker_kind(words[: others.start()] if others else words)
        party = self._names.party_of(phrase.words)
        if phrase.document or kind is SpeakerKind.DOCUMENT:
            return self._document(phrase, span, party)
        if party is None and kind in _OF_OFFICE and not self.inside(span):
            party = self._setting.party_at(phrase, span) or self._home_office(phrase)
        body = self._body(span)
        reporting = body is not None and body.kind in PUBLISHERS and phrase.head in _REPORTERS
        if body is not None and (reporting or kind in {SpeakerKind.BODY, SpeakerKind.OUTLET}):
            return self.named(body, phrase)
        name = describe(phrase.words)
        if kind is SpeakerKind.NAMED:
            name = self._names.person_name(phrase.words) or _bare_name(name)
            place = self._text.find(name, span.start, span.end)
            if party is None and place >= 0 and holds_office(self._text, place):
                party = self._home
        if kind is SpeakerKind.OUTLET:
            name = name.removeprefix("the ")
        return Member(Speaker(name, kind, party), phrase, span.start, kind.value)

    def _home_office(self, phrase: Phrase) -> str | None:
        """Returns the report's own state for its offices ("the defence ministry"), None for others'."""
        other = phrase.modifiers - HOME - _OF_MINISTRIES
        return self._home if phrase.head in _OFFICES and not other else None

    def _body(self, span: Span) -> Mention | None:
        """Returns the one body or side that a phrase is nothing but the name of."""
        inside = [m for m in self.inside(span) if m.kind in BODIES]
        publishers = [m for m in inside if m.kind in PUBLISHERS]
        closing = len(publishers) == 1 and inside[-1] is publishers[0]
        if closing and self._names.speaker_kind(span.of(self._text)) is SpeakerKind.OUTLET:
            # "Norland's NRA news agency" is the agency.
            inside = publishers
        if len({m.name for m in inside}) != 1:
            return None
        named = inside[0]
        rest = [
            word
            for part in (
                self._text[span.start : named.span.start],
                self._text[named.span.end : span.end],
            )
            for word in re.findall(r"[\w’'-]{2,}", part.lower())
        ]
        bare = not set(rest) - DETERMINERS - _WITH_NAME
        return named if bare or named.kind in {"think tank", "agency", "outlet"} else None

    def named(self, mention: Mention, phrase: Phrase) -> Member:
        """Makes a source out of a mention of a person or body."""
        kind = {
            "person": SpeakerKind.NAMED,
            "outlet": SpeakerKind.OUTLET,
            "agency": SpeakerKind.OUTLET,
        }.get(mention.kind, SpeakerKind.BODY)
        link = mention.kind if mention.kind in {"agency", "think tank"} else kind.value
        party = mention.party
        if kind is SpeakerKind.OUTLET:
            party = party or self._names.state_behind(mention.name)
        if party is None and mention.name in self._in_office:
            party = self._home
        speaker = Speaker(mention.name, kind, party)
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
        author = [m for m in self.inside(span) if m.kind in {"think tank", "agency"}]
        published = _PUBLISHED_BY.search(span.of(self._text))
        if published is None:
            if author:
                return self.named(author[0], phrase)
            name = describe(phrase.words)
            return Member(
                Speaker(name, SpeakerKind.DOCUMENT, party), phrase, span.start, "document"
            )
        place = span.start + published.start()
        by = [m for m in self.inside(Span(place, span.end)) if m.kind in {"outlet", "agency"}]
        name = describe(self._text[span.start : place].rstrip(" ,"))
        end = self._dated_end(span)
        return Member(
            Speaker(name, SpeakerKind.DOCUMENT, self._names.party_of(name)),
            phrase,
            span.start,
            "document",
            "",
            Link(by[0].name, by[0].kind, by[0].span) if by else None,
            first(d.edtf for d in self._dates if Span(place, end).holds(d.span)),
        )

    def _dated_end(self, span: Span) -> int:
        """Returns the end of a stretch, with the "on 1 June" right behind it."""
        on = _ON.match(self._text, span.end)
        after = first(d.span.end for d in self._dates if on and d.span.start == on.end())
        return after or span.end

    def credited(self, phrase: Phrase) -> Member:
        """Returns the body that the whole report relays."""
        assert self._credit is not None  # noqa: S101  (both callers have looked)
        kind = self._credit.kind
        return Member(Speaker(self._credit.name, SpeakerKind.BODY), phrase, 0, kind, kind)

    def inside(self, span: Span) -> list[Mention]:
        """Returns what is named wholly inside a stretch."""
        return self._named_at.inside(span)
