"""What commands derive from the rows of a ledger before they show it: positions and checked figures.

The derivations themselves are those of `comparing`; this module hands them the rows they need.
"""
# ruff: noqa: PLC0415  (heavy packages are loaded when a command runs)

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.cli.session import Session

if TYPE_CHECKING:
    from reportedly.briefing import BriefRows
    from reportedly.comparing import Sameness
    from reportedly.ledger import Ledger, Selection
    from reportedly.model import Figure, Position


def positions_in(
    ledger: Ledger, selection: Selection, session: Session | None = None
) -> tuple[Position, ...]:
    """Returns the positions that the selected statements make, with what changed in them."""
    from reportedly.comparing import positions_of

    same = sameness_in(ledger, session)
    return positions_of(ledger.statements(selection), ledger.reports(), same)


def sameness_in(ledger: Ledger, session: Session | None = None) -> Sameness:
    """Returns what says which statements state the same: people's judgements, then their words and the dossier."""
    from reportedly.comparing import Sameness

    pairs: dict[str, set[frozenset[str]]] = {"same": set(), "different": set()}
    for judgement in ledger.judgements():
        pairs[judgement.kind].add(frozenset(judgement.rows))
    dossier = session.dossier_read if session else None
    return Sameness.of(dossier, frozenset(pairs["same"]), frozenset(pairs["different"]))


def checked_figures(session: Session, ledger: Ledger) -> tuple[Figure, ...]:
    """Returns all figures of the ledger with their checks; each may be checked against any other."""
    from reportedly.comparing.checks import check_figures

    return check_figures(ledger.figures(), ledger.reports(), session.dossier_read)


def issue_names() -> dict[str, str]:
    """Returns what to call each issue of the vocabulary, by its code."""
    from reportedly.vocabulary.issues import load_issues

    return {issue.id: issue.label for issue in load_issues()} | {"other": "Other matters"}


def brief_rows(session: Session, ledger: Ledger, selection: Selection) -> BriefRows:
    """Returns everything a brief may draw on; positions are made of the selected statements."""
    from reportedly.briefing import BriefRows
    from reportedly.comparing import (
        changes_of,
        compare_positions,
        echoes_of,
        positions_of,
    )
    from reportedly.comparing.figures import compare_figures

    reports, statements = ledger.reports(), ledger.statements(selection)
    same = sameness_in(ledger, session)
    changes = changes_of(statements, reports, same)
    positions = positions_of(statements, reports, same)
    figures = checked_figures(session, ledger)
    return BriefRows(
        reports=tuple(reports),
        statements=tuple(statements),
        positions=positions,
        figures=figures,
        comparisons=(*compare_positions(positions, statements), *compare_figures(figures, reports)),
        echoes=echoes_of(reports, statements),
        changes=changes,
        sameness=same,
        issue_labels=issue_names(),
    )
