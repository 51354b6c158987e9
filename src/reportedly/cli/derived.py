"""What commands derive from the rows of a ledger before they show it: positions and checked figures.

The derivations themselves are those of `comparing`; this module hands them the rows they need.
"""
# ruff: noqa: PLC0415  (heavy packages are loaded when a command runs)

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportedly.cli.session import Session

if TYPE_CHECKING:
    from reportedly.briefing import BriefRows
    from reportedly.comparing import Change, Identity, Sameness, Voice
    from reportedly.ledger import Judgement, Ledger, Selection
    from reportedly.model import Backing, Figure, Position, Report, Statement


def positions_in(session: Session, ledger: Ledger) -> tuple[Position, ...]:
    """Returns the positions that all statements make, with what changed in them."""
    from reportedly.cli.positions_asked import Asked, answer_to, kept_in

    return answer_to(Asked(), kept_in(session, ledger)).positions


def sameness_in(session: Session, ledger: Ledger) -> Sameness:
    """Returns what says which statements state the same: people's judgements, then their words and the dossier."""
    from reportedly.comparing import Sameness

    return Sameness.of(session.dossier_read, **_judged(ledger, of_figures=False))


def identity_in(session: Session, ledger: Ledger) -> Identity:
    """Returns what says which figures measure the same: people's judgements, then their words and the dossier."""
    from reportedly.comparing import Identity

    return Identity.of(session.dossier_read, **_judged(ledger, of_figures=True))


def _judged(ledger: Ledger, *, of_figures: bool) -> dict[str, frozenset[frozenset[str]]]:
    """Returns the pairs of figures or of statements that people judged, by what they judged of them."""
    held = [one for one in ledger.judgements() if one.of_figures == of_figures]
    overruled = {one.id for one in overruled_of(held)}
    return {
        kind: frozenset(
            frozenset(one.rows) for one in held if one.kind == kind and one.id not in overruled
        )
        for kind in ("same", "different")
    }


def overruled_of(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Returns the judgements that later ones contradict, if not word for word; they are kept, but do not count."""
    from reportedly.comparing.positions_judged import counting

    counted = counting([(frozenset(one.rows), one.kind == "same") for one in judgements])
    return [one for one, counts in zip(judgements, counted, strict=True) if not counts]


def spoken(
    session: Session,
    statements: Iterable[Statement],
    reports: Iterable[Report],
    voices: Collection[str],
) -> Iterator[tuple[Statement, Voice]]:
    """Yields statements with whose words they give, as they come; only these voices, all if none is named."""
    from reportedly.comparing.voices import is_spokesman, spokesmen_in, voice_of

    texts = {report.id: report.text for report in reports}
    spokesmen = spokesmen_in(session.dossier_read)
    for one in statements:
        voice = voice_of(one, spokesman=is_spokesman(one, texts.get(one.report, ""), spokesmen))
        if not voices or voice in voices:
            yield one, voice


def backings_in(
    reports: Sequence[Report], statements: Sequence[Statement], same: Sameness
) -> dict[str, Backing]:
    """Returns on how many independent origins each statement of a ledger rests, by its id."""
    from reportedly.comparing import echoes_of, origins_of, repeated_in

    repeated = repeated_in(statements, reports, same)
    some = [report for report in reports if report.id in repeated]
    echoes = echoes_of(some, [one for one in statements if one.report in repeated])
    return origins_of(statements, reports, echoes, same)


def checked_figures(
    session: Session,
    ledger: Ledger,
    reports: Sequence[Report] | None = None,
    identity: Identity | None = None,
) -> tuple[Figure, ...]:
    """Returns all figures of the ledger with their checks; each may be checked against any other.

    Args:
        session: knows the dossier.
        ledger: where they are.
        reports: its reports, if they are read already.
        identity: what `identity_in` returns, if it is asked already.
    """
    from reportedly.comparing.checks import check_figures

    held = ledger.reports() if reports is None else reports
    same = identity or identity_in(session, ledger)
    return check_figures(ledger.figures(), held, session.dossier_read, same)


def issue_names() -> dict[str, str]:
    """Returns what to call each issue of the vocabulary, by its code."""
    from reportedly.vocabulary.issues import load_issues

    return {issue.id: issue.label for issue in load_issues()} | {"other": "Other matters"}


def brief_rows(
    session: Session, ledger: Ledger, selection: Selection, act: str | None
) -> BriefRows:
    """Returns everything a brief may draw on.

    Positions and changes are made of the selected statements; only then those of one act are kept, so that a refusal
    still stands against the offer before it.
    """
    from reportedly.briefing import BriefRows
    from reportedly.comparing import (
        Voice,
        changes_of,
        compare_positions,
        echoes_of,
        positions_of,
    )
    from reportedly.comparing.figures import compare_figures

    reports = ledger.reports()
    own = (Voice.OWN,) if selection.own_words else ()
    told = dict(spoken(session, ledger.iter_statements(selection), reports, own))
    same = sameness_in(session, ledger)
    changes = changes_of(told, reports, same)
    voices = {statement.id: voice for statement, voice in told.items()}
    positions = positions_of(told, reports, voices=voices, sameness=same, changes=changes)
    changes = tuple(c for c in changes if act in (None, c.act))
    positions = tuple(p for p in positions if act in (None, p.act))
    statements = _of_act(tuple(told), changes, act)
    identity = identity_in(session, ledger)
    figures = checked_figures(session, ledger, reports, identity)
    return BriefRows(
        reports=tuple(reports),
        statements=statements,
        positions=positions,
        figures=figures,
        comparisons=(
            *compare_positions(positions, statements),
            *compare_figures(figures, reports, identity),
        ),
        echoes=echoes_of(reports, statements),
        changes=changes,
        sameness=same,
        issue_labels=issue_names(),
    )


def _of_act(
    statements: tuple[Statement, ...], changes: Iterable[Change], act: str | None
) -> tuple[Statement, ...]:
    """Returns the statements of an act, and those that they moved."""
    moved = {change.before for change in changes if change.kind != "new"}
    return tuple(s for s in statements if act in (None, s.act) or s.id in moved)
