"""Remembers who has spoken in a report, and finds whom "he", "the official" or "the second section" means.

Sources are taken in the order of the text; what a phrase refers to is looked for backwards among them and
among the people named in the text before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from reportedly.model import Link, Mention, Span, Speaker, SpeakerKind, TimeExpression
from reportedly.resolving.antecedents import choose
from reportedly.resolving.described import Descriptions
from reportedly.resolving.members import (
    INDIVIDUALS,
    NOWHERE,
    Member,
    Place,
    contradicts,
    ends_name,
    first,
    gender,
    initials,
    is_so,
    is_surname,
    last,
    may_be,
    title_of,
)
from reportedly.resolving.naming import Names
from reportedly.resolving.newcomers import Newcomers
from reportedly.resolving.people import People, fits
from reportedly.resolving.phrases import (
    RELATIVE,
    SINGULAR_PERSON,
    Phrase,
    describe,
    read_phrase,
)

T = TypeVar("T")

LONGEST_QUOTATION = 1_500
"""Most characters of a quotation before its pronoun that are skipped on the way back."""

REMEMBERED = 500
"""Sources before a phrase that it may point back to; a report has far fewer."""

ADJOINING = 4
"""Most signs and blanks between what is said and "its minister"."""

LONGEST_SHORT = 7
"""One more than the most letters of an abbreviation."""

NEAR = 60
"""Most characters between a person and "who", where a verb may stand ("Ada Holm also spoke, who ...")."""

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

SOURCE_NOUNS = frozenset({"source", "insider", "person", "interlocutor"})
"""Nouns for somebody unnamed; a named person is never meant by them."""

UNNAMED_NOUNS = SOURCE_NOUNS | {"official"}
"""With a side before them these introduce somebody: "the Norlandish defence official" is not the minister."""

ISSUED = frozenset(
    {
        "statement", "message", "resolution", "communique", "communiqué", "release", "post", "tweet", "letter",
        "appeal", "declaration", "readout", "address",
    }
)  # fmt: skip
"""Nouns for words that a side gives out; "the statement" is that of the side which spoke last."""

OF_BODIES = frozenset({SpeakerKind.ANONYMOUS_OFFICIAL, SpeakerKind.DOCUMENT, SpeakerKind.BODY})
"""Kinds of source whose side is that of the body they belong to."""

_ITS_BODY = re.compile(
    r"\b(?:the|an?)\s+(?P<noun>(?:ministry|embassy|department|agency|army|government|parliament|police|military"
    r"|presidency|service|commission|council|committee))(?:[’']s)?\s+\w",
    re.IGNORECASE,
)

_NOUN_BEFORE = re.compile(
    r"\b(?:the|an?|some|several|many|those|other|unnamed|anonymous|unidentified)\s+(?:[\w’'-]+\s){0,2}[\w’'-]+,?\s+$",
    re.IGNORECASE,
)


class Cast:
    """The sources of one report so far; resolve them in the order of the text."""

    def __init__(
        self,
        text: str,
        names: Names,
        mentions: Sequence[Mention],
        dates: Sequence[TimeExpression],
        credit: Link | None,
        contents: Sequence[Span] = (),
    ) -> None:
        self._text = text
        self._names = names
        self._credit = credit
        self._mentions = mentions
        self._starts = [m.span.start for m in mentions]
        self.people = People(text, mentions, contents)
        self._descriptions = Descriptions(text, names)
        self._new = Newcomers(text, names, mentions, dates, credit)
        self._members: list[Member] = []
        self._documents = self._new.documents()

    def look(self, span: Span, place: Place = NOWHERE) -> Member:
        """Returns who a stretch means, without remembering it."""
        phrase = read_phrase(span.of(self._text))
        member = self._back(phrase, span, place) or self._new.source(phrase, span)
        member = self._as_before(member, span.start)
        return replace(member, position=span.start, nested=bool(place.around))

    def _as_before(self, member: Member, place: int) -> Member:
        """Returns a named person with the full name and side that the text gave before."""
        speaker = member.speaker
        if speaker.kind is not SpeakerKind.NAMED or speaker.party is not None:
            return self._of_its_body(member, place)
        fuller = self._fuller(speaker.name, place)
        return replace(member, speaker=fuller) if fuller is not None else member

    def _fuller(self, name: str, place: int) -> Speaker | None:
        """Returns the one person of a side that was called by a name, or by a longer one, before a place."""
        spoke = (m.speaker for m in self._members if m.position < place)
        named = (Speaker(m.name, SpeakerKind.NAMED, m.party) for m in self.people.between(0, place))
        same = [
            s
            for s in (*spoke, *named)
            if s.kind is SpeakerKind.NAMED and (s.name == name or ends_name(s.name, name))
        ]
        sided = [s for s in same if s.party is not None]
        return sided[-1] if len({s.party for s in sided}) == 1 else None

    def _of_its_body(self, member: Member, place: int) -> Member:
        """Returns "a ministry spokesman" or "a statement on the ministry's website" with the side of that ministry."""
        found = _ITS_BODY.search(member.phrase.words)
        unsided = member.speaker.party is None and member.speaker.kind in OF_BODIES
        if found is None or not unsided:
            return member
        phrase = read_phrase(f"the {found['noun']}")
        body = self._body_before(phrase, NOUNS_OF_KIND.get(phrase.head, set()), Span(place, place))
        if body is None or body.speaker.party is None:
            return member
        return replace(member, speaker=replace(member.speaker, party=body.speaker.party))

    def earlier(self, span: Span) -> list[Member]:
        """Returns the sources remembered before a place, the latest first."""
        recent = reversed(self._members[-REMEMBERED:])
        return [m for m in recent if m.position <= span.start]

    def both_before(self, place: int) -> tuple[str, ...]:
        """Returns the two sides that "both sides" means at a place: the only two named in its paragraph before it.

        Where the paragraph names none before, those of the one before it; nothing if there are fewer or more.
        """
        for end in (place, self._text.rfind("\n", 0, place) + 1):
            begin = self._line_before(end)
            here = self._mentions[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]
            named = (
                m for m in here if self._text[max(0, m.span.start - 4) : m.span.start] != " in "
            )
            sides = tuple(dict.fromkeys(m.party for m in named if m.party is not None))
            if sides:
                return sides if len(sides) == 2 else ()
        return ()

    def _line_before(self, end: int) -> int:
        """Returns where the last line with words before a place begins."""
        while end and self._text[end - 1].isspace():
            end -= 1
        return self._text.rfind("\n", 0, end) + 1

    def person(self, mention: Mention) -> Member:
        """Returns a named person as a source."""
        return self._new.named(mention, read_phrase(mention.name))

    def resolve(self, span: Span, place: Place = NOWHERE) -> Member:
        """Returns who a source stretch means, and remembers it."""
        member = self.look(span, place)
        self._members.append(member)
        return member

    def _back(self, phrase: Phrase, span: Span, place: Place) -> Member | None:
        """Looks for an earlier source that the phrase points back to."""
        earlier = self.earlier(span)
        document = last(m for m in self._documents if m.position < span.start)
        if document is not None and (phrase.part or phrase.pronoun or phrase.document):
            at = next((i for i, m in enumerate(earlier) if m.position < document.position), None)
            earlier.insert(len(earlier) if at is None else at, document)
        if phrase.pronoun is not None:
            return self._of_pronoun(phrase, span, place, earlier)
        if phrase.part:
            return first(m for m in earlier if m.speaker.kind is SpeakerKind.DOCUMENT)
        if phrase.owned and not self._new.inside(span):
            return self._of_owner(phrase, span, place)
        if self._new.inside(span):
            return self._of_side(phrase, span, earlier)
        return self._unnamed(phrase, earlier, span)

    def _of_pronoun(
        self, phrase: Phrase, span: Span, place: Place, earlier: Sequence[Member]
    ) -> Member | None:
        """Finds whom a pronoun means."""
        if phrase.pronoun in RELATIVE:
            return self._antecedent(phrase, span)
        if phrase.pronoun in SINGULAR_PERSON:
            return self._person_before(phrase.pronoun or "", earlier, span, place)
        side = self._party_before(phrase, span)
        return side or first(m for m in earlier if not (m.individual or self._is_adjective(m)))

    def _is_adjective(self, member: Member) -> bool:
        """Says whether a source is no more than an adjective ("Ukrainian recognition of ..."), which no "it" means."""
        where = Span(member.position, member.position + len(member.phrase.words))
        return any(m.kind == "adjective" and m.span == where for m in self._new.inside(where))

    def _of_owner(self, phrase: Phrase, span: Span, place: Place) -> Member | None:
        """Returns "his government" as a body of the side of whom the pronoun means."""
        pronoun = phrase.owned or ""
        if pronoun == "whose":
            owner = self._antecedent(phrase, span)
        elif pronoun in SINGULAR_PERSON:
            owner = self._person_before(pronoun, self.earlier(span), span, place)
        else:
            word = Span(span.start, span.start + len(pronoun))
            owner = self._side_within(span, place)
            owner = owner or self._back(
                read_phrase("they" if pronoun == "their" else "it"), word, place
            )
        kind = self._names.speaker_kind(phrase.words)
        if owner is None or kind is SpeakerKind.NAMED:
            return None
        speaker = Speaker(describe(phrase.words), kind, owner.speaker.party)
        return Member(speaker, phrase, span.start, kind.value)

    def _side_within(self, span: Span, place: Place) -> Member | None:
        """Returns the only side named in what "its minister" says right before ("Norland will answer, its ...")."""
        near = (own for own in place.own if own.end <= span.start <= own.end + ADJOINING)
        here = [
            m
            for own in near
            for m in self._mentions[
                bisect_left(self._starts, own.start) : bisect_left(self._starts, own.end)
            ]
            if m.kind in {"state", "capital", "organisation"}
        ]
        only = {m.party for m in here}
        return self._new.named(here[0], read_phrase(here[0].name)) if len(only) == 1 else None

    def _antecedent(self, phrase: Phrase, span: Span) -> Member | None:
        """Returns whom a relative pronoun goes on about: what is named right before it."""
        end = span.start
        near = (
            self._mentions[max(0, bisect_left(self._starts, end) - 1)] if self._mentions else None
        )
        between = self._text[near.span.end : end] if near and near.span.end <= end else "."
        if near is not None and not between.strip(" ,"):
            return self._new.named(near, read_phrase(near.name))
        person = near is not None and near.kind == "person" and phrase.pronoun == "who"
        if person and near and len(between) < NEAR and not set(between) & set(".;:\n"):
            return self._new.named(near, read_phrase(near.name))
        if near is not None and re.fullmatch(r"(?:[’']s?)?(?:\s[\w-]+){1,3},?\s", between):
            start = near.span.start
            words = self._text[start:end].strip(" ,")
            return self._new.source(read_phrase(words), Span(start, start + len(words)))
        spoke = first(m for m in reversed(self._members[-REMEMBERED:]) if m.position < end)
        close = spoke is not None and end - spoke.position - len(spoke.phrase.words) < 4
        return spoke if close else self._noun_before(end)

    def _noun_before(self, end: int) -> Member | None:
        """Makes a source of the noun phrase that ends right before a place."""
        found = _NOUN_BEFORE.search(self._text, max(0, end - 60), end)
        if found is None:
            return None
        words = found.group().strip(" ,")
        kind, phrase = self._names.speaker_kind(words), read_phrase(words)
        speaker = Speaker(describe(words), kind, self._names.party_of(words))
        return Member(speaker, phrase, found.start(), kind.value)

    def _of_side(self, phrase: Phrase, span: Span, earlier: Sequence[Member]) -> Member | None:
        """Finds whom "the Varonian diplomat" means: the last person of that side who spoke in that function."""
        inside = self._new.inside(span)
        if not phrase.definite or phrase.plural or any(m.kind == "person" for m in inside):
            return None
        party = self._names.party_of(phrase.words)
        if party is None or self._names.speaker_kind(phrase.words) not in INDIVIDUALS:
            return None
        if self._names.person_name(phrase.words) is not None:
            return None
        return first(
            m
            for m in earlier
            if m.individual
            and m.speaker.party == party
            and may_be(phrase.head, m)
            and (phrase.head not in UNNAMED_NOUNS or m.speaker.kind is not SpeakerKind.NAMED)
        )

    def _unnamed(self, phrase: Phrase, earlier: Sequence[Member], span: Span) -> Member | None:
        """Looks for whom a phrase without a known name points back to."""
        if phrase.analysts and phrase.plural and self._credit is not None:
            return self._new.credited(phrase)
        short = phrase.words.removeprefix("the ").removeprefix("The ")
        if short.isupper() and short.isalpha() and 1 < len(short) < LONGEST_SHORT:
            return self._spelt_out(short, earlier, span)
        if phrase.definite:
            named = self._names.person_name(phrase.words) is not None
            return None if named else self._described(phrase, earlier, span)
        return first(m for m in earlier if is_surname(phrase.words, m))

    def _spelt_out(self, short: str, earlier: Sequence[Member], span: Span) -> Member | None:
        """Returns the body that an abbreviation stands for, by its full name in the text."""
        spoke = first(m for m in earlier if initials(m.speaker.name) == short)
        if spoke is not None:
            return spoke
        full = self._descriptions.spelt_out(short, span.start)
        if full is None:
            return None
        words = full.of(self._text).strip(" ,(")
        member = self._new.source(read_phrase(words), Span(full.start, full.start + len(words)))
        return member if member.speaker.kind is not SpeakerKind.NAMED else None

    def _person_before(
        self, pronoun: str, earlier: Sequence[Member], span: Span, place: Place
    ) -> Member | None:
        """Returns whom "he" or "she" means; in somebody's words a subject of these, else who says them, comes first."""
        teller = place.teller
        if place.around:
            begin = max(self.people.sentence(span.start), *(s.start for s in place.around), 0)
            near = self.people.subject(pronoun, begin, span.start)
            if near is not None:
                return self._new.named(near, read_phrase(near.name))
        if teller is not None and teller.individual and fits(pronoun, title_of(teller)):
            return teller
        chosen = choose(pronoun, before_own(span, place), self.people, earlier)
        if chosen is None:
            return None
        if chosen.spoke is not None:
            return chosen.spoke
        return self._new.named(chosen.named[-1], read_phrase(chosen.name))

    def _two_paragraphs(self, paragraph: int) -> int:
        """Returns where the third paragraph before a paragraph begins."""
        for _ in range(3):
            paragraph = self._text.rfind("\n", 0, max(0, paragraph - 1)) + 1
        return paragraph

    def _party_before(self, phrase: Phrase, span: Span) -> Member | None:
        """Returns the first side named in the paragraph before "it", where nobody but persons spoke in it.

        At the head of a paragraph it is the side that the paragraph before begins with.
        """
        if phrase.pronoun not in {"it", "its"}:
            return None
        start = self._text.rfind("\n", 0, span.start) + 1
        if not self._text[start : span.start].strip('“" -'):
            start = self._line_before(start)
        recent = (*self._members[-REMEMBERED:], *self._documents)
        if any(start <= m.position < span.start and not m.individual for m in recent):
            return None
        here = self._mentions[
            bisect_left(self._starts, start) : bisect_left(self._starts, span.start)
        ]
        side = first(m for m in here if m.kind in {"state", "organisation", "think tank"})
        return self._new.named(side, read_phrase(side.name)) if side else None

    def _described(self, phrase: Phrase, earlier: Sequence[Member], span: Span) -> Member | None:
        """Finds whom "the official", "the think tank" or "the document" means."""
        kinds = NOUNS_OF_KIND.get(phrase.head, set())
        for member in earlier:
            if contradicts(phrase, member):
                continue
            if member.phrase.head == phrase.head or (phrase.document and member.phrase.document):
                return member
            called = f"{member.speaker.name} {member.phrase.words}".lower().split()
            if member.named_as in kinds or phrase.head in called:
                return member
        if self._credit is not None and self._credit.kind in kinds:
            return self._new.credited(phrase)
        individual = self._names.speaker_kind(phrase.words) in INDIVIDUALS and not phrase.plural
        if not individual:
            return self._body_before(phrase, kinds, span)
        if phrase.head in SOURCE_NOUNS:
            unnamed = (m for m in earlier if m.speaker.kind is not SpeakerKind.NAMED)
            return first(m for m in unnamed if m.individual)
        spoke = first(m for m in earlier if m.individual and fits(gender(phrase), title_of(m)))
        return spoke or self._named_before(phrase, span)

    def _body_before(self, phrase: Phrase, kinds: set[str], span: Span) -> Member | None:
        """Returns the body, side or document called so before in the text, whether it spoke or not."""
        fuller = self._descriptions.named_before(phrase, span.start)
        if fuller is not None:
            words, party, _ = fuller
            kind = self._names.speaker_kind(words)
            kind = kind if kind not in INDIVIDUALS else self._names.speaker_kind(phrase.words)
            return Member(Speaker(describe(words), kind, party), phrase, span.start, kind.value)
        before = self._mentions[: bisect_left(self._starts, span.start)]
        mention = last(m for m in before[-REMEMBERED:] if m.kind in kinds and is_so(m, phrase))
        if mention is not None:
            return self._new.named(mention, phrase)
        return self._issued(phrase, span) if phrase.head in ISSUED else None

    def _issued(self, phrase: Phrase, span: Span) -> Member | None:
        """Makes a source of "the statement", which is that of the last side that spoke."""
        recent = reversed(self._members[-REMEMBERED:])
        before = (m for m in recent if m.position < span.start and not m.nested)
        spoke = first(m for m in before if m.speaker.party)
        if spoke is None:
            return None
        speaker = Speaker(describe(phrase.words), SpeakerKind.DOCUMENT, spoke.speaker.party)
        return Member(speaker, phrase, span.start, "document")

    def _named_before(self, phrase: Phrase, span: Span) -> Member | None:
        """Returns who was named last with the office ("the president"), else who was the last subject."""
        people = self.people.between(0, span.start)[-REMEMBERED:]
        fitting = [m for m in reversed(people) if fits(gender(phrase), m.name)]
        titled = first(m for m in fitting if self.people.is_titled(phrase.head, m))
        if titled is not None:
            return self._new.named(titled, phrase)
        paragraph = self._two_paragraphs(self._text.rfind("\n", 0, span.start) + 1)
        last_one = self.people.told_subject(gender(phrase), paragraph, span.start)
        return self._new.named(last_one, phrase) if last_one is not None else None


def before_own(pronoun: Span, place: Place) -> Span:
    """Returns where to look back from: the words that a pronoun says come before it, as in a quotation, or itself."""
    begin = min((s.start for s in place.own if s.end <= pronoun.start), default=pronoun.start)
    return Span(begin, begin + 1) if pronoun.start - begin < LONGEST_QUOTATION else pronoun
