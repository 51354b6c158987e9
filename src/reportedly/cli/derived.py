"""What commands derive from the rows of a ledger before they show it: positions and checked figures.

The derivations themselves are those of `comparing`; this module hands them the rows they need.
"""
# ruff: noqa: PLC0415  (heavy packages are loaded when a command runs)

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.cli.session import Session

if TYPE_CHECKING:
    from reportedly.briefing import BriefRows
    from reportedly.ledger import Ledger, Selection
    from reportedly.model import Backing, Figure, Position, Report, Statement


def positions_in(ledger: Ledger, selection: Selection) -> tuple[Position, ...]:
    """Returns the positions that the selected statements make, with what changed in them."""
    from reportedly.comparing import changes_of, positions_of, with_changes

    reports, statements = ledger.reports(), ledger.statements(selection)
    return with_changes(positions_of(statements, reports), changes_of(statements, reports))


def backings_in(reports: Sequence[Report], statements: Sequence[Statement]) -> dict[str, Backing]:
    """Returns on how many independent origins each statement of a ledger rests, by its id."""
    from reportedly.comparing import echoes_of, origins_of, repeated_in

    repeated = repeated_in(statements, reports)
    some = [report for report in reports if report.id in repeated]
    echoes = echoes_of(some, [one for one in statements if one.report in repeated])
    return origins_of(statements, reports, echoes)


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
        with_changes,
    )
    from reportedly.comparing.figures import compare_figures

    reports, statements = ledger.reports(), ledger.statements(selection)
    changes = changes_of(statements, reports)
    positions = with_changes(positions_of(statements, reports), changes)
    figures = checked_figures(session, ledger)
    return BriefRows(
        reports=tuple(reports),
        statements=tuple(statements),
        positions=positions,
        figures=figures,
        comparisons=(*compare_positions(positions, statements), *compare_figures(figures, reports)),
        echoes=echoes_of(reports, statements),
        changes=changes,
        issue_labels=issue_names(),
    )
