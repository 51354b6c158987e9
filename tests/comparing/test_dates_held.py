"""By which date a statement goes in positions, changes and briefs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_positions import statement

from reportedly.comparing.positions_held import bases_of, dates_of
from reportedly.model import Act


@pytest.mark.parametrize(
    ("said", "first_published", "date", "basis"),
    [
        ("../2031-06-02", "2031-06-02", "2031-06-02", "first published"),
        ("2031-06-01", "2031-06-02", "2031-06-01", "said"),
        ("../2031-06-02", None, "../2031-06-02", "said"),
    ],
)
def test_document_goes_by_the_day_it_came_out_where_nobody_knows_when_it_was_written(
    said: str, first_published: str | None, date: str, basis: str
) -> None:
    """Else a memorandum published after a day would not be new since that day."""
    one = replace(statement("a truce", Act.DEMAND), said=said, first_published=first_published)
    assert dates_of([one], [])[one.id] == date
    assert bases_of([one], [])[one.id] == basis
