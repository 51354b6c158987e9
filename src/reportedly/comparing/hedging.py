"""Who hedges how: how often each source uses each estimative word, with the words themselves.

Which words are on a statement, and who uses them, is decided in `resolving`; here they are counted. A word that
stands on several statements of one report counts once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Evidence, Hedge, HedgeKind, Hedger, Statement
from reportedly.model.evidence import CONTEXT

CAVEAT = "caveat"
"""Kind of an outlet's sentence that limits what it stands for; it has no term of the vocabulary."""
KINDS = (*HedgeKind, CAVEAT)
EXAMPLES = 3
"""Examples kept of each use."""
_AROUND = CONTEXT
_EDGE = re.compile(r"[\n\"“”„«»]")


@dataclass(frozen=True, slots=True)
class HedgeExample:
    """One place where a source hedges."""

    # The words used, verbatim.
    words: str
    # The same with some words before and after, verbatim; line breaks are spaces.
    around: str
    # Id of a statement that they are on.
    statement: str
    # Id of its report.
    report: str


@dataclass(frozen=True, slots=True)
class HedgeUse:
    """How often one source hedges in one way."""

    # Name of the speaker, of a source that tells of another, or of the outlet.
    source: str
    by: Hedger
    # Statements of that source; of an outlet all that its reports hold.
    statements: int
    # A `HedgeKind` value or "caveat".
    kind: str
    # The term of the vocabulary ("likely", "may", of confidence "high"); of a caveat "caveat".
    term: str
    # Ends of the probability, from 0 to 1; None for confidence and caveats.
    low: float | None
    high: float | None
    # Places where it is used.
    count: int
    examples: tuple[HedgeExample, ...]


def hedges_by_source(statements: Iterable[Statement]) -> tuple[HedgeUse, ...]:
    """Returns who uses which estimative words how often: sources that hedge most first, of each the likeliest first."""
    known = tuple(statements)
    totals: Counter[tuple[str, Hedger]] = Counter()
    places: dict[tuple[str, Hedger, Hedge], dict[tuple[str, int], HedgeExample]]
    places = defaultdict(dict)
    for statement in known:
        for by in Hedger:
            totals[_source(statement, by), by] += 1
        for hedge in (*statement.hedges, *_caveats(statement)):
            key = (_source(statement, hedge.by), hedge.by, _blank(hedge))
            where = (statement.report, hedge.evidence.start)
            places[key].setdefault(where, _example(statement, hedge.evidence, hedge.term))
    found = [
        HedgeUse(
            source,
            by,
            totals[source, by],
            CAVEAT if hedge.term == CAVEAT else hedge.kind,
            hedge.term,
            hedge.low,
            hedge.high,
            len(used),
            tuple(used.values())[:EXAMPLES],
        )
        for (source, by, hedge), used in places.items()
    ]
    often: Counter[tuple[str, Hedger]] = Counter()
    for use in found:
        often[use.source, use.by] += use.count
    return tuple(sorted(found, key=lambda use: (-often[use.source, use.by], *_order(use))))


def _order(use: HedgeUse) -> tuple[object, ...]:
    return use.source, use.by, KINDS.index(use.kind), -(use.high or 0), -use.count, use.term


def _source(statement: Statement, by: Hedger) -> str:
    """Returns the name of who hedges: the speaker, the link before it in the chain, or the outlet."""
    names = [link.name for link in statement.chain] or [statement.speaker.name]
    if by is Hedger.OUTLET:
        return names[0]
    return statement.speaker.name if by is Hedger.SPEAKER or len(names) < 2 else names[-2]


def _blank(hedge: Hedge) -> Hedge:
    """Returns a hedge without its place, as a key: all uses of one term by one voice are one."""
    return Hedge(
        hedge.kind, hedge.by, hedge.term, hedge.low, hedge.high, Evidence("", "", "", 0, 0)
    )


def _caveats(statement: Statement) -> Iterable[Hedge]:
    """Yields the outlet's caveats on a statement as hedges of it; their place is counted from their words."""
    for caveat in statement.caveats:
        place = Evidence(caveat, "", "", -sum(map(ord, caveat)), 0)
        yield Hedge(HedgeKind.HEARSAY, Hedger.OUTLET, CAVEAT, None, None, place)


def _example(statement: Statement, evidence: Evidence, term: str) -> HedgeExample:
    around = evidence.exact
    if term != CAVEAT:
        around = f"{_from_word(evidence.prefix)}{evidence.exact}{_to_word(evidence.suffix)}"
    return HedgeExample(
        " ".join(evidence.exact.split()), " ".join(around.split()), statement.id, statement.report
    )


def _from_word(prefix: str) -> str:
    """Returns the words before a hedge within its line and quotation, without one that is cut."""
    line = _EDGE.split(prefix)[-1]
    cut = len(line) == len(prefix) and len(prefix) >= _AROUND
    return (line.partition(" ")[2] if cut else line).lstrip(" -–•*")


def _to_word(suffix: str) -> str:
    line = _EDGE.split(suffix)[0]
    cut = len(line) == len(suffix) and len(suffix) >= _AROUND
    return line.rpartition(" ")[0] if cut else line
