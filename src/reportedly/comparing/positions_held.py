"""Which statements make positions, on which issues, and the date each goes by.

Here lives what `positions` and `changes` must see alike. Grouping is in `positions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeGuard

from reportedly.comparing.positions_wording import OWN_WORDS
from reportedly.model import POSITION_ACTS, Act, Report, Statement
from reportedly.model.dates import is_after, is_edtf, sort_key
from reportedly.vocabulary.likelihood import is_hedge

ASSESSED = "assessment"
"""Voice of a statement that an analyst makes about a party."""

EVEN = 0.55
"""Upper end of the range of an even chance (ICD 203); an act no likelier than that is nobody's position."""

UNSORTED = "other"
"""The issue of a statement that has none."""


NO_ORIGINS = frozenset({"unknown outlet", "outlet unknown", "unknown"})
"""What stands for a name where the page gives none; it names nobody, so nothing can come from it."""


def is_origin(name: str | None) -> TypeGuard[str]:
    """Says whether a name can be an origin: two pages without an outlet do not share one."""
    return bool(name) and (name or "").casefold() not in NO_ORIGINS


def names_one(name: str) -> bool:
    """Says whether a name means the same in every report: "Reuters" does, "the report", "Russian media" do not.

    A description begins or ends with a common word, one written small; an address ("gazeta.ru") is none.
    """
    words = [word for word in name.split() if word.lower() not in {"the", "a", "an"}]
    return bool(words) and not any(w.isalpha() and w.islower() for w in (words[0], words[-1]))


def is_held(statement: Statement) -> bool:
    """Says whether a statement makes a position: somebody's act, and not one that is only supposed.

    A negation is part of the act by now ("will not accept" is a refusal; "does not demand" is no act).
    """
    return (
        statement.holder is not None
        and statement.act in POSITION_ACTS
        and not _is_supposed(statement)
        and not _is_forecast(statement)
    )


def _is_supposed(statement: Statement) -> bool:
    """Says whether others suppose the act ("may offer"); "would" also reports a refusal or a threat."""
    return (
        "hypothetical" in statement.aspects
        and statement.voice != OWN_WORDS
        and statement.act not in {Act.REFUSAL, Act.THREAT}
        and not statement.conditions
    )


def _is_forecast(statement: Statement) -> bool:
    """Says whether an analyst only gives a chance of an act to come, or thinks an act rather unlikely."""
    likely = statement.likelihood
    if statement.voice != ASSESSED or likely is None or is_hedge(likely):
        return False
    return likely.high <= EVEN or bool({"future", "hypothetical"} & set(statement.aspects))


def issues_of(statement: Statement) -> tuple[str, ...]:
    """Returns the issues a statement counts in, each once."""
    return tuple(dict.fromkeys(statement.issues)) or (UNSORTED,)


def dates_of(statements: Iterable[Statement], reports: Iterable[Report]) -> dict[str, str | None]:
    """Returns the date each statement goes by: said, first published, its report's, or None."""
    published = {report.id: report.published for report in reports}
    return {s.id: _dated(s, published)[0] for s in statements}


def bases_of(statements: Iterable[Statement], reports: Iterable[Report]) -> dict[str, str | None]:
    """Returns what the date of `dates_of` is: "said", "first published", "published", or None."""
    published = {report.id: report.published for report in reports}
    return {s.id: _dated(s, published)[1] for s in statements}


def said_by(
    statements: Iterable[Statement], reports: Iterable[Report], day: date | str
) -> tuple[Statement, ...]:
    """Returns the statements made by the end of a day for certain.

    What has no date, or one that lies on both sides of the day, is left out: it may have come later. Positions and
    changes as of a day are those that these statements make.

    Raises:
        ValueError: `day` is a string and not one exact day.
    """
    statements = tuple(statements)
    is_after(None, day)
    dates = dates_of(statements, reports)
    return tuple(s for s in statements if is_after(dates[s.id], day) is False)


def _dated(
    statement: Statement, published: Mapping[str, str | None]
) -> tuple[str | None, str | None]:
    said = (statement.said, "said")
    first_published = (statement.first_published, "first published")
    if statement.said is not None and statement.said.startswith("../"):
        # Nobody knows when a document was written; the day it came out is known, where the text tells.
        said, first_published = first_published, said
    for edtf, basis in (said, first_published, (published.get(statement.report), "published")):
        if edtf is not None and is_edtf(edtf):
            return edtf, basis
    return None, None


def in_order(statements: Iterable[Statement], dates: Mapping[str, str | None]) -> list[Statement]:
    """Returns statements from the oldest, undated last; equal dates by report and place."""
    return sorted(
        statements, key=lambda s: (sort_key(dates[s.id]), s.report, s.evidence.start, s.id)
    )
