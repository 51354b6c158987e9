"""Echoes: reports that share an origin, because they credit it or reuse the same words.

Here lives the grouping. Ten outlets that relay one origin are one origin; a group by text reuse
alone has no known origin and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from reportedly.comparing.echoes_reuse import Reuse, reuses_of
from reportedly.comparing.passages import longest
from reportedly.comparing.positions_held import is_origin, names_one
from reportedly.model import Echo, Report, Statement

BY_CREDIT = "credit"
BY_REUSE = "text reuse"
UNKNOWN_ORIGIN = "origin not stated"

RELAYED = frozenset({"agency", "outlet", "think tank", "document"})
"""Kinds of link that publish themselves, so that two reports naming one draw on the same source."""


def echoes_of(reports: Iterable[Report], statements: Iterable[Statement]) -> tuple[Echo, ...]:
    """Returns the groups of two or more reports that share an origin; by credit first.

    A body counts as an origin where some report credits it; an anonymous one never does, for two
    reports may mean two people. The report that the origin published itself belongs to its group. A
    group by reuse that a group by credit holds already is left out, its passages are kept there.
    """
    reports, statements = tuple(reports), tuple(statements)
    reuses = reuses_of(reports)
    credited = [_with_passages(echo, reuses) for echo in _by_credit(reports, statements)]
    held = [set(echo.reports) for echo in credited]
    reused = [
        Echo(UNKNOWN_ORIGIN, BY_REUSE, reuse.reports, (), reuse.passages)
        for reuse in reuses
        if not any(set(reuse.reports) <= known for known in held)
    ]
    return (*credited, *reused)


def _with_passages(echo: Echo, reuses: Iterable[Reuse]) -> Echo:
    """Returns a group by credit with what those of its reports share that make a group by reuse."""
    members = set(echo.reports)
    held = chain.from_iterable(r.passages for r in reuses if set(r.reports) <= members)
    return replace(echo, passages=tuple(sorted(held, key=lambda p: -longest(p))))


def _by_credit(reports: tuple[Report, ...], statements: tuple[Statement, ...]) -> list[Echo]:
    names = _origin_names(reports, statements)
    members: dict[str, dict[str, None]] = defaultdict(dict)
    rows: dict[str, list[str]] = defaultdict(list)
    outlets = {report.id: report.outlet for report in reports}
    for report in reports:
        for name in _named_by(report):
            members[name][report.id] = None
    for statement in statements:
        for name in relayed_names(statement, outlets.get(statement.report)):
            if name in names:
                members[name].setdefault(statement.report)
                rows[name].append(statement.id)
    found = [
        Echo(name, BY_CREDIT, tuple(group), tuple(rows[name]))
        for name, group in members.items()
        if len(group) > 1 and name in names
    ]
    return sorted(found, key=lambda echo: (-len(echo.reports), echo.origin))


def relayed_names(
    statement: Statement, own: str | None, kinds: frozenset[str] | None = None
) -> list[str]:
    """Returns the names of the links behind the report's own outlet, each once."""
    links = statement.chain
    if links and links[0].kind == "outlet" and own is None:
        links = links[1:]
    named = (link for link in links if link.name != own and is_origin(link.name))
    known = (link.name for link in named if kinds is None or link.kind in kinds)
    return list(dict.fromkeys(known))


def _named_by(report: Report) -> Iterator[str]:
    if report.outlet and is_origin(report.outlet):
        yield report.outlet
    yield from (credit.name for credit in report.credits if is_origin(credit.name))


def _origin_names(reports: tuple[Report, ...], statements: tuple[Statement, ...]) -> frozenset[str]:
    """Returns the names that some other report than their own gives as a source.

    Two reports that credit "a report" or "Russian media" may mean two.
    """
    own = {report.id: report.outlet for report in reports}
    credited = {
        credit.name
        for report in reports
        for credit in report.credits
        if credit.kind in RELAYED | {"body"} and credit.name != report.outlet
    }
    links = {
        name
        for statement in statements
        for name in relayed_names(statement, own.get(statement.report), RELAYED)
    }
    own_names = {outlet for outlet in own.values() if outlet}
    named = (name for name in credited | links if is_origin(name))
    return frozenset(name for name in named if name in own_names or names_one(name))
