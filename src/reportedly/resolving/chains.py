"""Follows words back from the outlet that prints them to the first source that the report names.

A chain begins with the outlet. Next come those whom the report relays as a whole ("Source: ..."), whom a cue
names ("told Reuters"), who published a document, then the source itself, then whom that source cites.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportedly.model import Attribution, Credit, Link, Mention, Report, Span, SpeakerKind
from reportedly.resolving.cast import Member
from reportedly.resolving.phrases import GENERIC_NOUNS

UNKNOWN_OUTLET = "unknown outlet"
ANONYMOUS = frozenset({SpeakerKind.ANONYMOUS_OFFICIAL, SpeakerKind.ANONYMOUS_SOURCE})
RELAYING = frozenset({"agency", "outlet", "think tank"})

_TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke (?:to|with)|speaking (?:to|with)|in an interview (?:with|to|for)|"
    r"(?:said|says|added|wrote|quoted|cited|reported|published) (?:by|to|in|on))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TOLD_OUTLET = re.compile(
    r"\btold (?:the|this) (?:outlet|newspaper|paper|agency|publication|broadcaster|magazine)\b"
)
_STOP = re.compile(r"\n|[.!?;](?=\s)")
_CITING = re.compile(
    r"\b(?:citing|quoting|with reference to|referring to|with a link to)\s+([^.;:\n\"“”]{4,120}?)"
    r"(?=[.;:\n\"“”]|,\s|\s(?:that|who|which|as)\s|$)"
)

AFTER_CUE = 60
"""Characters after a cue in which the body told is looked for."""

CITING_REACH = 2_000
"""Characters after a cue in which "citing" is looked for; a line of megabytes would take quadratic time."""


class Relays:
    """What a report says, as a whole and sentence by sentence, about whom it relays."""

    def __init__(self, report: Report, mentions: Sequence[Mention], outlet_kind: str) -> None:
        self._text = report.text
        known = [m for m in mentions if m.kind in RELAYING]
        self._bodies = [m for m in (*known, *_credited(report)) if m.name != (report.outlet or "")]
        # Whom the last unnamed source spoke to, and that source's side.
        self._anonymous: Link | None = None
        self._anonymous_party: str | None = None
        self.outlet = Link(report.outlet or UNKNOWN_OUTLET, outlet_kind)
        others = [c for c in report.credits if c.name != report.outlet]
        # A line "Source: X" speaks for the whole page.
        self.blanket = _link([c for c in others if c.basis == "source line"])
        # "X: headline" says whom the sources of the story spoke to.
        self._title = _link([c for c in others if c.basis == "title" and c.kind in RELAYING])
        outlets = {c.name: c for c in others if c.kind in {"agency", "outlet"}}
        self._only = _link(list(outlets.values())) if len(outlets) == 1 else None
        tanks = {c.name: c for c in others if c.kind == "think tank"}
        # "Analysts say": with one think tank credited, its analysts.
        self.analysts = _link(list(tanks.values())) if len(tanks) == 1 else None

    def told(self, attribution: Attribution) -> Link | None:
        """Returns the body that a cue says was told, None if it names none."""
        for cue in attribution.cue:
            stop = _STOP.search(self._text, cue.end, cue.end + AFTER_CUE)
            reach = Span(
                cue.start, stop.start() if stop else min(len(self._text), cue.end + AFTER_CUE)
            )
            for body in self._bodies:
                if reach.holds(body.span) and _TOLD.search(self._text[cue.start : body.span.start]):
                    return Link(body.name, body.kind, body.span)
            if _TOLD_OUTLET.search(reach.of(self._text)):
                return self._anonymous or self._title or self._only
        return None

    def cited(self, attribution: Attribution) -> Span | None:
        """Returns the words that name whom the source cites, None if it cites nobody."""
        for cue in attribution.cue:
            reach = min(len(self._text), cue.end + CITING_REACH)
            end = self._text.find("\n", cue.end, reach)
            found = _CITING.search(self._text, cue.start, end if end >= 0 else reach)
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
        links = [self.blanket] if self.blanket else []
        told = self.told(attribution)
        anonymous = member.speaker.kind in ANONYMOUS
        if told is None and anonymous and self._same_sources(member):
            told = self._anonymous or self._title
        if told is not None:
            links.append(told)
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


def _link(credits_: Sequence[Credit]) -> Link | None:
    return Link(credits_[0].name, credits_[0].kind, credits_[0].span) if credits_ else None


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
