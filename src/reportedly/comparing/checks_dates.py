"""Checks of the order of dates: nothing was said after its report came out, no deadline had passed when it was set.

Dates are compared by their certain parts: an interval is only out of order where it lies wholly on the wrong side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from reportedly.model import Check, Figure, Report, Statement, TimeExpression
from reportedly.model.dates import bounds, format_edtf, is_edtf

ORDER = "order of dates"


def as_of_checks(
    figures: Iterable[Figure], reports: Iterable[Report]
) -> Iterator[tuple[str, Check]]:
    """Yields a check for each figure that holds as of a day after its report, as (figure id, check)."""
    published = {report.id: report.published for report in reports}
    for figure in figures:
        when = published.get(figure.report)
        if figure.as_of and not figure.as_of.startswith("..") and _wholly_after(figure.as_of, when):
            words = f"as of {format_edtf(figure.as_of)}; published {format_edtf(when)}"
            yield figure.id, _broken(words)


def said_check(statement: Statement, published: str | None) -> Check | None:
    """Returns a check where a statement was said or first published after its report came out, else None."""
    for name, told in (("said", statement.said), ("first published", statement.first_published)):
        if told and _wholly_after(told, published):
            return _broken(
                f"{name} {format_edtf(told)}; its report came out {format_edtf(published)}"
            )
    return None


def deadline_check(statement: Statement, deadline: TimeExpression) -> Check | None:
    """Returns a check where the date of a deadline lies wholly before the day on which it was set, else None.

    Args:
        statement: a demand or offer with a deadline.
        deadline: the date read in the deadline's words.
    """
    if not statement.said or not deadline.edtf or not is_edtf(deadline.edtf):
        return None
    if not _wholly_after(statement.said, deadline.edtf):
        return None
    words = f"deadline {format_edtf(deadline.edtf)}; said {format_edtf(statement.said)}"
    return _broken(words)


def _broken(words: str) -> Check:
    return Check(ORDER, "inconsistent", (), None, words)


def _wholly_after(later: str, earlier: str | None) -> bool:
    if earlier is None or not (is_edtf(later) and is_edtf(earlier)):
        return False
    first, last = bounds(later)[0], bounds(earlier)[1]
    return first is not None and last is not None and _apart(first, last)


def _apart(first: date, last: date) -> bool:
    """Says whether two days are more than one apart: time zones move what is said by one."""
    return (first - last).days > 1
