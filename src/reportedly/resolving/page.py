"""What a page is as a whole: its outlet, whom it relays throughout, whether it is a party's own document.

Whom single sentences credit is found in `chains`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from reportedly.model import Credit, Link, Mention, Report, Span, Speaker, SpeakerKind
from reportedly.resolving.members import Member
from reportedly.resolving.naming import Names
from reportedly.resolving.phrases import DOCUMENT_NOUNS, describe, read_phrase

UNKNOWN_OUTLET = "unknown outlet"
RELAYING = frozenset({"agency", "outlet", "think tank"})

_OWN_WORDS = re.compile(
    r"\b(?:remarks|speech|address|answers|interview|press conference|statement|transcript|letter|appeal)\b",
    re.IGNORECASE,
)

TOP = 1_200
"""Characters at the head of a report in which a credit speaks for all of it."""

_AGENCY_REPORTS = re.compile(
    r",\s(?P<agency>(?:the\s)?[A-ZÀ-Þ][\w’'-]*(?:\s[\w’'-]+){0,3}?)\s(?:reports|informs)"
    r"(?:,?\s(?:citing|with reference to)\s[^.\n]{3,80})?\.\s*$",
    re.MULTILINE,
)
_ACCORDING = re.compile(
    r"^(?:That|This)(?:[’']s|\s(?:is|was))\s(?:according to|(?:stated|reported|announced|noted)\s(?:by|in))\s"
    r"(?P<body>[^,.\n]{2,80})",
    re.MULTILINE,
)


class Page:
    """One report as a whole."""

    def __init__(self, report: Report, names: Names) -> None:
        self._report = report
        self._names = names
        # A think tank's own page: what it says in its own voice is an assessment.
        named = {m.kind for m in names.mentions(report.outlet or "")}
        kind = "think tank" if "think tank" in named else "outlet"
        self.outlet = Link(report.outlet or UNKNOWN_OUTLET, kind)
        others = [c for c in report.credits if c.name != report.outlet]
        # A line "Source: X" speaks for the whole page; one that names several does not say who told what.
        lines = [c for c in others if c.basis == "source line"]
        self.blanket = link_of(lines) if len(lines) == 1 else None
        # Through whom the report's sources came to the page, the outermost first.
        self.relays = (self.blanket,) if self.blanket else self._credited_at_top(others)
        # "X: headline" says whom the sources of the story spoke to.
        self.title = link_of([c for c in others if c.basis == "title" and c.kind in RELAYING])
        outlets = {c.name: c for c in others if c.kind in {"agency", "outlet"}}
        self.only = link_of(list(outlets.values())) if len(outlets) == 1 else None
        tanks = {c.name: c for c in others if c.kind == "think tank"}
        # "Analysts say": with one think tank credited, its analysts.
        self.analysts = link_of(list(tanks.values())) if len(tanks) == 1 else None

    def _credited_at_top(self, credits_: Sequence[Credit]) -> tuple[Link, ...]:
        """Returns the agency that "reports" at the end of an early paragraph, and whom it goes by."""
        text = self._report.text[:TOP]
        relays: list[Link] = []
        reported = next(iter(_AGENCY_REPORTS.finditer(text)), None)
        known = [c for c in credits_ if c.kind in RELAYING]
        by = [c for c in known if reported and c.name == self._name_of(reported["agency"])]
        if by and reported:
            relays.append(Link(by[0].name, by[0].kind, Span(*reported.span("agency"))))
        found = _ACCORDING.search(text)
        if found is not None and (by or any(c.name == self._name_of(found["body"]) for c in known)):
            words = found["body"]
            mentions = [m for m in self._names.mentions(words) if m.kind in RELAYING]
            kind = mentions[0].kind if mentions else self._names.speaker_kind(words).value
            relays.append(Link(self._name_of(words), kind, Span(*found.span("body"))))
        return tuple(relays)

    def _name_of(self, words: str) -> str:
        """Returns the listed name of an outlet or agency, else the words as a description."""
        named = [m for m in self._names.mentions(words) if m.kind in RELAYING]
        return named[0].name if len(named) == 1 else describe(words)

    @cached_property
    def document(self) -> Member | None:
        """The report itself as a document of a party, where its title says that it is one."""
        title = self._report.title
        words = {word.lower() for word in title.split()}
        party = self._names.party_of(title) if words & DOCUMENT_NOUNS else None
        if party is None:
            return None
        speaker = Speaker(title, SpeakerKind.DOCUMENT, party)
        return Member(speaker, read_phrase(title), 0, SpeakerKind.DOCUMENT.value)

    @cached_property
    def orator(self) -> Mention | None:
        """The person whose words the whole page gives ("President Tarn's speech in the assembly")."""
        title = self._report.title
        people = [m for m in self._names.mentions(title) if m.kind == "person"]
        return people[0] if len(people) == 1 and _OWN_WORDS.search(title) else None

    def voice(self) -> Member:
        """Returns the outlet itself as a source, or the body that the whole page relays."""
        link = self.blanket or self.outlet
        kind = SpeakerKind.OUTLET if link.kind in {"outlet", "agency"} else SpeakerKind.BODY
        return Member(Speaker(link.name, kind), read_phrase(link.name), 0, link.kind)


def link_of(credits_: Sequence[Credit]) -> Link | None:
    """Returns the first of some credits as a link, None where there is none."""
    return Link(credits_[0].name, credits_[0].kind, credits_[0].span) if credits_ else None
