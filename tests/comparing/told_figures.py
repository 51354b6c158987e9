"""Figures read from invented sentences, for the tests of identity and of checks within sentences."""

from __future__ import annotations

from dataclasses import replace

from invented_figures import a_dossier, a_report

from reportedly.comparing.checks import check_figures
from reportedly.comparing.identity import Identity
from reportedly.measuring import find_dates, find_figures
from reportedly.model import Check, Figure, Report
from reportedly.vocabulary import load_gazetteer
from reportedly.vocabulary.dossier import Dossier, Party


def told_dossier() -> Dossier:
    """Returns the two valleys and the city, with two sides."""
    sides = (
        Party("Varonia", "state", adjectives=("Varonian",)),
        Party("Kestria", "state", adjectives=("Kestrian",)),
    )
    return replace(a_dossier(), parties=sides)


def told(*texts: str) -> tuple[list[Figure], list[Report]]:
    """Returns the figures of reports of one day with these words, in their order, and the reports."""
    names = load_gazetteer(told_dossier())
    reports = [a_report(text, f"r{number}") for number, text in enumerate(texts)]
    figures = [
        figure
        for one in reports
        for figure in find_figures(one, find_dates(one.text, one.published, "en"), names)
    ]
    return figures, reports


def identity(**pairs: frozenset[frozenset[str]]) -> Identity:
    """Returns an identity that knows the sides."""
    return Identity.of(told_dossier(), **pairs)


def checked(*texts: str, known: Identity | None = None) -> tuple[Figure, ...]:
    """Returns the figures of these texts with their checks."""
    figures, reports = told(*texts)
    return check_figures(figures, reports, told_dossier(), known or identity())


def checks_in(*texts: str) -> list[tuple[str, str]]:
    """Returns kind and verdict of every check, once each, in order."""
    found: list[Check] = [check for figure in checked(*texts) for check in figure.checks]
    return list(dict.fromkeys((check.kind, check.verdict) for check in found))
