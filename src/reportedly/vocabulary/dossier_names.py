"""Counts the names that a ledger's own rows use: sides, people with their offices, bodies, places, outlets.

What is made of the counts, a start for a dossier or a note on an existing one, is `dossier_draft`'s and
`dossier_lint`'s matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from reportedly.model import Mention, Report, SpeakerKind, Statement
from reportedly.vocabulary.dossier_counts import (
    PUBLISHERS,
    Count,
    Counts,
    is_proper_name,
    join_counts,
)
from reportedly.vocabulary.dossier_places import find_places
from reportedly.vocabulary.gazetteer import Gazetteer, load_gazetteer
from reportedly.vocabulary.gazetteer_names import short_forms
from reportedly.vocabulary.organisations import load_regions
from reportedly.vocabulary.outlets import outlet_named

SIDE_KINDS = frozenset({"state", "organisation", "adjective", "capital"})
"""Kinds of mention that stand for a party itself."""

_WEAK = 2
"""A name that only may be a place is kept from this many mentions."""


@dataclass(frozen=True, slots=True)
class Used:
    """One name and how the ledger uses it."""

    name: str
    # "party", "person", "body", "place", or a kind of outlet.
    kind: str
    # Side it belongs to, None if the reports do not tell.
    party: str | None
    # Times it is named in the texts, in whatever form.
    named: int
    # Reports that name it.
    reports: int
    # Statements it makes or, of a party, holds.
    statements: int
    # Of a person the office as introduced; of a place its kind; "" if none is told.
    role: str = ""
    # Other forms that the reports use, the most frequent first.
    forms: tuple[str, ...] = ()
    # Of a party: its adjectives and demonyms.
    adjectives: tuple[str, ...] = ()

    @property
    def frequency(self) -> tuple[int, int, int, str]:
        """Sorts the most frequent first: statements, then reports, then mentions."""
        return (-self.statements, -self.reports, -self.named, self.name)


def names_used(
    reports: Iterable[Report], statements: Iterable[Statement], known: Gazetteer | None = None
) -> tuple[Used, ...]:
    """Returns the names that reports and statements use, the most frequent first.

    Args:
        reports: the texts; each is read for names as when it was added.
        statements: who speaks and whose will it is.
        known: the gazetteer to read with; the general one if none is given.
    """
    gazetteer = known or load_gazetteer()
    counts: Counts = defaultdict(lambda: defaultdict(Count))
    for report in reports:
        _count_report(counts, report, gazetteer)
    for statement in statements:
        _count_statement(counts, statement, gazetteer)
    join_counts(counts)
    found = [
        _used(name, kind, count)
        for kind, names in counts.items()
        for name, count in names.items()
        if name.strip() and _is_kept(kind, count)
    ]
    return tuple(sorted(found, key=lambda one: one.frequency))


def _is_kept(kind: str, count: Count) -> bool:
    named = sum(count.forms.values()) + sum(count.adjectives.values())
    if kind == "party":
        return count.statements > 0 or named > _WEAK
    return count.sure or named >= _WEAK


def _count_report(counts: Counts, report: Report, gazetteer: Gazetteer) -> None:
    text = report.text
    learnt = gazetteer.learn(text)
    mentions = learnt.mentions(text)
    for mention in mentions:
        _count_mention(counts, report, mention)
    for (title, _), holder in learnt.offices:
        counts["person"][holder.name].roles[title] += 1
    for name, kind, said in find_places(text, mentions):
        count = counts["place"][name]
        count.forms[name] += 1
        count.reports.add(report.id)
        count.sure |= said
        count.roles[kind] += 3 if said else 1
    if report.outlet is not None:
        _count_publisher(counts, report.outlet, "outlet", report.id)


def _count_mention(counts: Counts, report: Report, mention: Mention) -> None:
    kind = _kind_of(mention)
    if kind is None:
        return
    words = " ".join(mention.span.of(report.text).split())
    name = mention.party if kind == "party" and mention.party else mention.name
    count = counts[kind][" ".join(name.split())]
    count.sure = True
    count.reports.add(report.id)
    count.kinds[mention.kind] += 1
    (count.adjectives if mention.kind == "adjective" else count.forms)[words] += 1
    if mention.party is not None:
        count.parties[mention.party] += 1


def _kind_of(mention: Mention) -> str | None:
    """Returns what a dossier calls a mention, None for continents and for publishers that the list has."""
    if mention.kind in SIDE_KINDS:
        return "party" if mention.party else None
    if mention.kind == "place":
        return "place" if mention.name in _territories() else None
    if mention.kind in PUBLISHERS:
        return None if outlet_named(mention.name) else mention.kind
    return mention.kind if mention.kind in {"person", "body"} else None


@cache
def _territories() -> frozenset[str]:
    return frozenset(one.name for one in load_regions() if one.kind == "territory")


def _count_statement(counts: Counts, statement: Statement, known: Gazetteer) -> None:
    speaker = statement.speaker
    name = " ".join(speaker.name.split())
    if speaker.party is not None and speaker.kind is SpeakerKind.BODY and _is_side(name, known):
        name = speaker.party
    kind = {SpeakerKind.NAMED: "person", SpeakerKind.BODY: "body"}.get(speaker.kind)
    if kind is not None and is_proper_name(name) and not _is_publisher(counts, name):
        count = counts["party" if name == speaker.party else kind][name]
        count.sure = True
        count.statements += 1
        count.reports.add(statement.report)
        if speaker.party is not None:
            count.parties[speaker.party] += 1
    if statement.holder is not None and statement.holder != name:
        side = counts["party"][statement.holder]
        side.sure = True
        side.statements += 1
        side.reports.add(statement.report)
    for link in statement.chain:
        if link.kind in PUBLISHERS:
            _count_publisher(counts, link.name, link.kind, statement.report)


def _is_side(words: str, known: Gazetteer) -> bool:
    """Says whether words are the name of a side itself, its capital or its adjective."""
    found = known.mentions(words)
    return len(found) == 1 and found[0].kind in SIDE_KINDS and found[0].span.of(words) == words


def _is_publisher(counts: Counts, name: str) -> bool:
    return outlet_named(name) is not None or any(name in counts[kind] for kind in PUBLISHERS)


def _count_publisher(counts: Counts, name: str, kind: str, report: str) -> None:
    if outlet_named(name) is None and is_proper_name(name):
        count = counts[kind][name]
        count.sure = True
        if report not in count.reports:
            count.reports.add(report)
            count.forms[name] += 1


def _used(name: str, kind: str, count: Count) -> Used:
    forms = [form for form, _ in count.forms.most_common() if _is_other_form(form, name, kind)]
    return Used(
        name=name,
        kind=kind,
        party=count.party if kind != "party" else None,
        named=sum(count.forms.values()) + sum(count.adjectives.values()),
        reports=len(count.reports),
        statements=count.statements,
        role=_role(count.roles) or ("region" if kind == "place" else ""),
        forms=tuple(form for form in forms if kind != "party" or _is_news(form, name)),
        adjectives=tuple(
            form for form, _ in count.adjectives.most_common() if _is_news(form, name)
        ),
    )


def _role(roles: Counter[str]) -> str:
    """Returns the office named most often, as introduced rather than as `Roles.office` calls it."""
    general = {"head of state", "head of government"}
    rank: Callable[[str], tuple[bool, int]] = lambda one: (one not in general, roles[one])  # noqa: E731
    return max(roles, key=rank, default="")


def _is_other_form(form: str, name: str, kind: str) -> bool:
    """Says whether a form is a name of its own, not a part of the name, a title or a description."""
    if form == name or form.lower().startswith(("the ", "a ")) or not form[:1].isupper():
        return False
    if kind != "person":
        return True
    return " " in form and form not in short_forms(name, None) and form not in name


def _is_news(form: str, party: str) -> bool:
    """Says whether the general lists do not read a form as this party already."""
    return load_gazetteer().party_of(form) != party
