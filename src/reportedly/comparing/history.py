"""The history of a position: every statement of one holder on one issue, each beside the earlier one it changes.

Here live the rows of a history; which change a statement makes is the work of `changes`, which statements say the
same thing that of `positions_distinct`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.comparing.changes import Change
from reportedly.comparing.positions_distinct import points_of
from reportedly.comparing.positions_held import bases_of, dates_of, in_order, is_held, issues_of
from reportedly.comparing.positions_same import Sameness
from reportedly.comparing.voices import Voice
from reportedly.model import Act, Report, SpeakerKind, Statement
from reportedly.model.dates import bounds

Pair = tuple[str, str]
"""A holder and the code of an issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement of a holder on one issue, and what it does to an earlier one."""

    holder: str
    # Code of `vocabulary/issues.yaml`; "other" where none fits.
    issue: str
    # The date it goes by, in EDTF; None if unknown.
    date: str | None
    # What that date is: "said", "first published" or "published" (of the report, so that it only bounds the saying).
    basis: str | None
    act: Act
    # The words of the proposition.
    words: str
    # Words of the conditions stated.
    conditions: tuple[str, ...]
    # Words of the deadline stated.
    deadline: str | None
    speaker: str
    # A `SpeakerKind` value.
    speaker_kind: SpeakerKind
    # Side the speaker belongs to, None if none or unknown.
    speaker_party: str | None
    voice: Voice
    # Names from the outlet back to the first source known.
    chain: tuple[str, ...]
    # Name at the end of the chain, None where the lineage is unknown.
    origin: str | None
    # What it does to the earlier statement, a kind of `changes`; None without one to compare with.
    change: str | None
    # Id of the earlier statement it is compared with, its date in EDTF, its act and its words.
    before: str | None
    before_date: str | None
    before_act: Act | None
    before_words: str | None
    # Sentences in which the outlet limits what it stands for.
    caveats: tuple[str, ...]
    # Any of "negated", "hypothetical", "historical", "future".
    aspects: tuple[str, ...]
    # The same for all statements of the holder on the issue that say the same thing: the id of the best worded.
    point: str
    # Id of the statement.
    statement: str
    # Id of its report.
    report: str


def histories_of(
    statements: Iterable[Statement],
    reports: Iterable[Report],
    changes: Iterable[Change],
    voices: Mapping[str, Voice],
    sameness: Sameness | None = None,
) -> dict[Pair, tuple[Entry, ...]]:
    """Returns the statements that make positions by holder and issue, oldest first, undated ones last.

    Dates with an open beginning stand at their end, the day by which it was said.

    Args:
        statements: what the histories are made of; leave out what is not to count.
        reports: those they are in.
        changes: what `changes_of` says of the same statements.
        voices: whose words each gives, by its id.
        sameness: says which of them say the same; by words alone if not given.
    """
    reports = tuple(reports)
    held = [s for s in statements if is_held(s)]
    making = _Making(held, reports, changes, voices, sameness or Sameness())
    groups: dict[Pair, list[Statement]] = defaultdict(list)
    for statement in in_order(held, making.dates):
        for issue in issues_of(statement):
            groups[statement.holder or "", issue].append(statement)
    return {pair: making.entries(pair, group) for pair, group in groups.items()}


class _Making:
    """Makes entries out of statements, with what is known of all of them."""

    def __init__(
        self,
        held: Iterable[Statement],
        reports: tuple[Report, ...],
        changes: Iterable[Change],
        voices: Mapping[str, Voice],
        sameness: Sameness,
    ) -> None:
        self._known = {s.id: s for s in held}
        self._bases = bases_of(self._known.values(), reports)
        self.dates = dates_of(self._known.values(), reports)
        self._changes = {(c.after, c.issue): c for c in changes}
        self._voices = voices
        self._sameness = sameness

    def entries(self, pair: Pair, group: Iterable[Statement]) -> tuple[Entry, ...]:
        """Returns the entries of one holder and issue from the oldest."""
        group = list(group)
        same = {
            s.id: point.best.id
            for act in {s.act for s in group}
            for point in points_of([s for s in group if s.act is act], self.dates, self._sameness)
            for s in point.statements
        }
        found = [self._entry(pair, statement, same[statement.id]) for statement in group]
        return tuple(sorted(found, key=lambda entry: _day_of(entry.date)))

    def _entry(self, pair: Pair, one: Statement, point: str) -> Entry:
        change = self._changes.get((one.id, pair[1]))
        before = self._known.get(change.before or "") if change else None
        return Entry(
            holder=pair[0],
            issue=pair[1],
            date=self.dates[one.id],
            basis=self._bases[one.id],
            act=one.act,
            words=one.text,
            conditions=tuple(" ".join(each.exact.split()) for each in one.conditions),
            deadline=" ".join(one.deadline.exact.split()) if one.deadline else None,
            speaker=one.speaker.name,
            speaker_kind=one.speaker.kind,
            speaker_party=one.speaker.party,
            voice=self._voices[one.id],
            chain=tuple(link.name for link in one.chain),
            origin=one.origin,
            change=change.kind if change else None,
            before=before.id if before else None,
            before_date=self.dates[before.id] if before else None,
            before_act=before.act if before else None,
            before_words=before.text if before else None,
            caveats=one.caveats,
            aspects=one.aspects,
            point=point,
            statement=one.id,
            report=one.report,
        )


def _day_of(edtf: str | None) -> tuple[bool, date, date]:
    """Returns a key that puts a date at its last day, what has no end after all with one, unknown dates last."""
    if edtf is None:
        return True, date.max, date.max
    start, end = bounds(edtf)
    return False, end or date.max, start or date.min
