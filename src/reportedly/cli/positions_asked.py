"""What is asked of `reportedly positions`, and the rows that answer it.

Everything is derived from the statements that stood on the day asked for, so that changes and latest acts are
those of that day. How the answer is shown lives in the other `positions_…` modules.
"""
# ruff: noqa: PLC0415  (heavy packages are loaded when the command runs)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reportedly.cli.session import Session

if TYPE_CHECKING:
    from reportedly.comparing import Change, Entry, Sameness, Voice
    from reportedly.comparing.history import Pair
    from reportedly.ledger import Ledger
    from reportedly.model import Position, Report, Statement


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which positions are asked for; nothing given asks for all."""

    # Only what was said by this day.
    as_of: str | None = None
    # Only what stands in reports collected by this day.
    known_on: str | None = None
    # Only these voices.
    voices: tuple[str, ...] = ()
    # Only attributions at least so certain.
    min_confidence: float = 0.0
    # Only these holders.
    parties: tuple[str, ...] = ()
    # Code of the one issue.
    issue: str | None = None
    act: str | None = None
    # The beginning of the id of one position.
    position: str | None = None

    def has(self, holder: str, issue: str, act: str) -> bool:
        """Says whether a position of a holder on an issue by an act is asked for."""
        return (
            (not self.parties or holder.casefold() in {p.casefold() for p in self.parties})
            and self.issue in (None, issue)
            and self.act in (None, act)
        )


@dataclass(frozen=True)
class Kept:
    """What the ledger holds, as far as positions need it."""

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    voices: Mapping[str, Voice]
    # Says which of them say the same.
    sameness: Sameness
    # Ids of the reports that were collected by the day asked for.
    known: frozenset[str]


@dataclass(frozen=True)
class Answer:
    """The positions asked for, and what they are made of."""

    reports: tuple[Report, ...]
    # Those that stood.
    statements: tuple[Statement, ...]
    changes: tuple[Change, ...]
    # All positions that these make.
    standing: tuple[Position, ...]
    # Those asked for.
    positions: tuple[Position, ...]
    # The same by holder and issue, statement by statement.
    histories: Mapping[Pair, tuple[Entry, ...]]


def kept_in(session: Session, ledger: Ledger, known_on: str | None = None) -> Kept:
    """Reads from the ledger what positions are made of.

    A report is known from the day on which it was first collected, whenever its words were understood anew.
    """
    from reportedly.cli.derived import sameness_in
    from reportedly.comparing.positions_held import is_held
    from reportedly.comparing.voices import spokesmen_in, voices_of
    from reportedly.ledger import Selection

    reports = tuple(ledger.reports())
    known = frozenset(r.id for r in reports)
    if known_on is not None:
        until = Selection(as_of_collected=f"{known_on}T23:59:59Z")
        known = frozenset(r.id for r in ledger.iter_reports(until))
    statements = tuple(s for s in ledger.iter_statements() if is_held(s))
    voices = voices_of(statements, reports, spokesmen_in(session.dossier_read))
    return Kept(reports, statements, voices, sameness_in(session, ledger), known)


def answer_to(asked: Asked, kept: Kept) -> Answer:
    """Returns the positions asked for, made of what stood on the day."""
    from reportedly.comparing import histories_of

    stood = _stood(asked, kept)
    histories = histories_of(
        stood.statements, stood.reports, stood.changes, kept.voices, kept.sameness
    )
    positions = stood.asked_for(asked)
    if asked.position is not None:
        asked = _of_one(positions, asked)
    chosen = {
        pair: tuple(e for e in entries if asked.has(e.holder, e.issue, e.act))
        for pair, entries in histories.items()
    }
    wanted = {pair: entries for pair, entries in chosen.items() if entries and positions}
    return Answer(
        stood.reports, stood.statements, stood.changes, stood.positions, positions, wanted
    )


def _of_one(positions: tuple[Position, ...], asked: Asked) -> Asked:
    """Returns what to ask for in order to have one position alone, given by its id."""
    if not positions:
        return asked
    one = positions[0]
    return replace(asked, parties=(one.holder,), issue=one.issue, act=one.act)


@dataclass(frozen=True)
class _Stood:
    """What stood on the day asked for, in the voices asked for, and all that follows from it."""

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    changes: tuple[Change, ...]
    positions: tuple[Position, ...]

    def asked_for(self, asked: Asked) -> tuple[Position, ...]:
        """Returns the positions asked for among these."""
        if asked.position is not None:
            return tuple(p for p in self.positions if p.id.startswith(asked.position))
        return tuple(p for p in self.positions if asked.has(p.holder, p.issue, p.act))


def _stood(asked: Asked, kept: Kept) -> _Stood:
    from reportedly.comparing import changes_of, positions_of, said_by

    known = {r.id for r in kept.reports if asked.known_on is None or r.id in kept.known}
    reports = tuple(r for r in kept.reports if r.id in known)
    statements = tuple(
        s
        for s in kept.statements
        if s.report in known
        and s.confidence >= asked.min_confidence
        and (not asked.voices or kept.voices[s.id] in asked.voices)
    )
    if asked.as_of is not None:
        statements = said_by(statements, reports, asked.as_of)
    changes = changes_of(statements, reports, kept.sameness)
    positions = positions_of(
        statements, reports, voices=kept.voices, sameness=kept.sameness, changes=changes
    )
    return _Stood(reports, statements, changes, positions)


class _Trying:
    """Counts what other questions would find; what stood is derived once for each day and choice of voices."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._stood: dict[Asked, _Stood] = {}

    def positions(self, asked: Asked) -> tuple[Position, ...]:
        """Returns the positions that a question would find."""
        stage = replace(asked, parties=(), issue=None, act=None, position=None)
        if stage not in self._stood:
            self._stood[stage] = _stood(stage, self._kept)
        return self._stood[stage].asked_for(asked)


def why_none(asked: Asked, kept: Kept) -> str:
    """Returns why nothing answers: a name that the ledger has not, or which option leaves nothing over."""
    if not kept.statements:
        return "no position: the ledger has none yet; `reportedly add` reads reports"
    trying = _Trying(kept)
    everything = trying.positions(Asked())
    return unknown_names(asked, everything) or _left_out(asked, trying) or "no position matches"


def unknown_names(asked: Asked, positions: Iterable[Position]) -> str:
    """Returns the hint for a holder or an issue without any position, "" if each has one."""
    from reportedly.cli.hints import missing

    holders = Counter(p.holder for p in positions)
    issues = Counter(p.issue for p in positions)
    hints = [
        *(missing("no position of", name, _most_first(holders)) for name in asked.parties),
        missing("no position on", asked.issue, _most_first(issues)),
    ]
    return next(filter(None, hints), "")


def _most_first(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], name))


def _left_out(asked: Asked, trying: _Trying) -> str:
    """Returns "no position matches; without --as-of 2031-05-01 there are 4": the options that alone are to blame.

    Where none alone is, as many of them as leave something over; "" if nothing does.
    """
    options = _options(asked)
    counts = []
    for words, nothing in options:
        left = len(trying.positions(replace(asked, **nothing)))
        if left:
            counts.append(_without([words], left))
    dropped: list[str] = []
    for words, nothing in options:
        if counts:
            break
        asked = replace(asked, **nothing)
        dropped.append(words)
        left = len(trying.positions(asked))
        if left:
            counts.append(_without(dropped, left))
    return f"no position matches; {', '.join(counts)}" if counts else ""


def _without(options: list[str], count: int) -> str:
    return f"without {' and '.join(options)} there {'is 1' if count == 1 else f'are {count}'}"


def _options(asked: Asked) -> list[tuple[str, dict[str, Any]]]:
    """Returns the options given, in words, each with the fields that take it back."""
    known: tuple[tuple[object, str, dict[str, Any]], ...] = (
        (asked.as_of, f"--as-of {asked.as_of}", {"as_of": None}),
        (asked.known_on, f"--known-on {asked.known_on}", {"known_on": None}),
        (asked.voices, f"--voice {' '.join(asked.voices)}", {"voices": ()}),
        (asked.min_confidence, "--min-confidence", {"min_confidence": 0.0}),
        (asked.act, f"--act {asked.act}", {"act": None}),
        (asked.issue, f"--issue {asked.issue}", {"issue": None}),
        (asked.parties, "--party", {"parties": ()}),
    )
    return [(words, nothing) for given, words, nothing in known if given]
