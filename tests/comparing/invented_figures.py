"""Figures, reports and a dossier of an invented conflict, for the tests of checks and comparisons."""

from __future__ import annotations

from reportedly.model import Figure, PublishedBasis, Report, make_id, take_evidence
from reportedly.vocabulary.dossier import Dossier, Group, Place, Reference

VALLEY = "Lesser Arvel"
TWO = "the two valleys"


def a_figure(value: float | None, unit: str, **changes: object) -> Figure:
    """Returns a figure on Lesser Arvel; keywords change its fields, `at` its place in the text."""
    at = int(changes.pop("at", 0))  # type: ignore[call-overload]
    text = "x" * (at + 5)
    fields: dict[str, object] = {
        "report": "r1",
        "low": value,
        "high": value,
        "modifier": "exact",
        "measured_entity": VALLEY,
        "measured_property": None,
        "place": VALLEY,
        "as_of": "2031-05",
        "speaker": None,
        "chain": (),
        "evidence": take_evidence(text, (at, at + 5)),  # type: ignore[arg-type]
        "status": "stated",
        "statement": None,
        "note": "",
        "extractor": "test",
    } | changes
    figure_id = make_id("figure", fields["report"], at, repr(value), fields["measured_property"])
    return Figure(id=figure_id, value=value, unit=unit, **fields)  # type: ignore[arg-type]


def a_report(text: str, report_id: str = "r1", outlet: str = "Arvel Post") -> Report:
    """Returns a report with these words."""
    return Report(
        report_id,
        "x.txt",
        "0",
        None,
        outlet,
        "",
        None,
        "2031-05-04",
        PublishedBasis.NONE,
        "en",
        text,
    )


def a_dossier() -> Dossier:
    """Returns two valleys of 10,000 and 20,000 km2, a group of both, and a city of 400,000 people."""
    return Dossier(
        "arvel",
        "Arvel",
        places=(
            Place("Lesser Arvel", "region", area=Reference(10_000, "km2", "survey")),
            Place("Greater Arvel", "region", area=Reference(20_000, "km2", "survey")),
            Place("Port Hollin", "city", population=Reference(400_000, "people", "census")),
        ),
        groups=(Group(TWO, (), ("Lesser Arvel", "Greater Arvel")),),
    )
