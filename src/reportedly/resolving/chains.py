"""Follows words back from the outlet that prints them to the first source that the report names.

A chain begins with the outlet. Next come those whom the report relays as a whole ("Source: ..."), whom a cue
names ("told Reuters"), who published a document, then the source itself, then whom that source cites.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportedly.model import Attribution, Link, Mention, Report, Span, SpeakerKind
from reportedly.resolving.members import Member
from reportedly.resolving.page import RELAYING, UNKNOWN_OUTLET, Page
from reportedly.resolving.phrases import GENERIC_NOUNS
from reportedly.text import Stretches

ANONYMOUS = frozenset({SpeakerKind.ANONYMOUS_OFFICIAL, SpeakerKind.ANONYMOUS_SOURCE})

_BODY_FOLLOWS = (
    r"\s+(?:the\s+)?"
    r"(?:(?:portal|website|site|newspaper|daily|agency|broadcaster|channel)\s(?:of\s(?:the\s)?)?)?[\"“«]?$"
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke (?:to|with)|speaking (?:to|with)|in an interview (?:with|to|for)|"
    r"according to|(?:quoted|cited|reviewed|seen|obtained|carried) by|(?:statement|comments?|remarks|email|letter) to|"
    r"(?:said|says|added|wrote|quoted|cited|reported|published) (?:by|to|in|on))" + _BODY_FOLLOWS,
    re.IGNORECASE,
)
_TOLD_OUTLET = re.compile(
    r"\btold (?:the|this) (?:outlet|newspaper|paper|agency|publication|broadcaster|magazine)\b"
)
_SHARE = re.compile(r"\d\s?%|\bper\s?cent\b", re.IGNORECASE)
_SPOKE_TO = re.compile(
    r"^[^()]*\b(?:confirmed|told|said|admitted|disclosed|revealed|stated|explained|spoke|speaking)\b[^.;()]{0,60}?"
    r"(?:\bto|\bwith|(?<=told))\s(?:the\s)?$"
)
_QUOTED_BY = re.compile(
    r"\b(?:(?:quoted|cited) (?:by|in)|speaking (?:[\w ]{0,40}\s)?(?:to|with))" + _BODY_FOLLOWS
)
_QUOTED_AS = re.compile(
    r"\b(?<!was )(?<!were )(?<!been )(?<!is )(?:quot|cit)(?:ed|es|ing)\s"
    r"(?P<np>(?:[A-ZÀ-Þ]|the\s|an?\s|his\s|her\s|its\s)[^.,;:\n“”\"]{1,80}?)\sas\s"
    r"(?:saying|telling|stating|writing|warning|claiming|calling)\b"
)
_STOP = re.compile(r"\n|[.!?;](?=\s)")
_SENTENCE_END = re.compile(
    r"\n|(?<=[a-z\d”\"’)])[.!?][”\"’)]*\s(?=[“\"‘(]*[A-Z])|[.!?](?=[A-Z][a-z])"
)
_CITING = re.compile(
    r"\b(?:citing|quoting|with reference to|with a link to"
    r"|referring to(?=[^.]{0,60}\b(?:sources?|officials?|reports?|agency|media)\b))"
    r"\s+(?!(?:the|a|an|his|her|its)\s*[“\"])([^.;:\n\"“”]{4,120}?)"
    r"(?=[.;:\n\"“”]|,\s|\s(?:that|who|which|as)\s|$)"
)

AFTER_CUE = 60
"""Characters after a cue in which the body told is looked for."""

CITING_REACH = 2_000
"""Characters after a cue in which "citing" is looked for; a line of megabytes would take quadratic time."""


class Relays:
    """What a report says, as a whole and sentence by sentence, about whom it relays."""

    def __init__(self, report: Report, mentions: Sequence[Mention], page: Page) -> None:
        self._text = report.text
        self._page = page
        known = [m for m in mentions if m.kind in RELAYING]
        bodies = (m for m in (*known, *_credited(report)) if m.name != (report.outlet or ""))
        self._bodies = Stretches((m.span, m) for m in bodies)
        # Whom the last unnamed source spoke to, and that source's side.
        self._anonymous: Link | None = None
        self._anonymous_party: str | None = None

    def told(self, attribution: Attribution) -> Link | None:
        """Returns the body that a cue says was told, None if it names none."""
        for cue in attribution.cue:
            stop = _STOP.search(self._text, cue.end, cue.end + AFTER_CUE)
            reach = Span(
                cue.start, stop.start() if stop else min(len(self._text), cue.end + AFTER_CUE)
            )
            body = self._body(reach, _TOLD)
            if body is not None:
                return body
            if _TOLD_OUTLET.search(reach.of(self._text)):
                return self._anonymous or self._page.title or self._page.only
        return None

    def _told_before(self, attribution: Attribution) -> Link | None:
        """Returns the body that was told something before the cue ("confirmed the loss to X but said")."""
        if not attribution.source or not attribution.cue:
            return None
        source = attribution.source[-1]
        cue = max(attribution.cue[0].start, source.end)
        for start, before in ((source.start, _QUOTED_BY), (source.end, _SPOKE_TO)):
            if cue - start > CITING_REACH or _STOP.search(self._text, start, cue):
                continue
            body = self._body(Span(start, cue), before)
            if body is not None:
                return body
        return None

    def _body(self, reach: Span, before: re.Pattern[str]) -> Link | None:
        """Returns the first body in a stretch whose beginning, up to the body, has a form."""
        for body in self._bodies.inside(reach):
            if before.search(self._text[reach.start : body.span.start]):
                return Link(body.name, body.kind, body.span)
        return None

    def cited(self, attribution: Attribution) -> Span | None:
        """Returns the words that name whom the source cites, None if it cites nobody."""
        for cue in attribution.cue:
            reach = min(len(self._text), cue.end + CITING_REACH)
            end = _SENTENCE_END.search(self._text, cue.end, reach)
            named = _QUOTED_AS.search(self._text, cue.start, end.start() if end else reach)
            if named is not None:
                return Span(*named.span("np"))
            found = _CITING.search(self._text, cue.start, end.start() if end else reach)
            # Where the cue itself is "citing", its own source is who cites.
            within = found and any(
                c.start < found.start() and c.holds(Span(*found.span(1)))
                for c in attribution.content
            )
            if found is not None and not within:
                return Span(*found.span(1))
        return None

    def before(self, member: Member, attribution: Attribution) -> list[Link]:
        """Returns the links between the outlet and a source that stands in no other's content."""
        links = list(self._page.relays)
        if _SHARE.search(member.phrase.words) and self._page.analysts is not None:
            links.append(self._page.analysts)
        told = self.told(attribution) or self._told_before(attribution)
        anonymous = member.speaker.kind in ANONYMOUS
        if told is None and anonymous and self._same_sources(member):
            told = self._anonymous or self._page.title
        if told is not None:
            links += [told] if told.name not in {link.name for link in links} else []
            if anonymous:
                self.relayed_by(told, member.speaker.party)
        if member.publisher is not None:
            links.append(member.publisher)
        return links

    def _same_sources(self, member: Member) -> bool:
        """Says whether an unnamed source may be one of those who spoke to the body told before.

        A crowd ("officials") speaks in public, and a source of another side is another body's or the outlet's own.
        """
        alone = not member.phrase.plural or "source" in member.phrase.head
        sides = {self._anonymous_party, member.speaker.party} - {None}
        return alone and len(sides) < 2

    def relayed_by(self, link: Link, party: str | None) -> None:
        """Remembers a body that speaks for anonymous sources of a side; later ones are taken as its own."""
        self._anonymous = link
        self._anonymous_party = party or self._anonymous_party


def _credited(report: Report) -> list[Mention]:
    """Returns where the text names the bodies that the report credits, listed ones or not."""
    return [
        Mention(Span(*found.span()), credit.name, credit.kind, None)
        for credit in report.credits
        if credit.kind in RELAYING
        for found in re.finditer(rf"\b{re.escape(credit.name)}\b", report.text)
    ]


def joined(links: Sequence[Link]) -> tuple[Link, ...]:
    """Returns the chain without a link that repeats the name before it."""
    kept = [
        after
        for before, after in pairwise([None, *links])
        if after is not None and (before is None or after.name != before.name)
    ]
    return tuple(kept)


def origin_of(chain: Sequence[Link]) -> str | None:
    """Returns the name of the end of a chain, None where the lineage is unknown.

    An anonymous source is told apart from another's by who relays it: "a diplomat (via Reuters)".
    """
    last = chain[-1]
    if last.name == UNKNOWN_OUTLET:
        return None
    generic = last.name.lower().removeprefix("the ") in GENERIC_NOUNS
    if last.kind not in {kind.value for kind in ANONYMOUS} and not generic:
        return last.name
    relays = [link.name for link in chain[:-1] if link.name != UNKNOWN_OUTLET]
    return f"{last.name} (via {relays[-1]})" if relays else None
