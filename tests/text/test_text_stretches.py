"""Finding by place gives what looking at everything gives."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span
from reportedly.text import Stretches, paragraph_spans

SPANS = st.tuples(st.integers(0, 5000), st.integers(1, 3000)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(st.lists(SPANS, max_size=20), SPANS)
def test_stretches_found_by_place_are_those_found_by_looking_at_all(
    spans: list[Span], wanted: Span
):
    """Both questions give the same things in the same order as a plain search."""
    index = Stretches((span, number) for number, span in enumerate(spans))
    numbered = [(span, number) for number, span in enumerate(spans)]
    assert index.meeting(wanted) == [pair for pair in numbered if pair[0].meets(wanted)]
    assert index.inside(wanted) == [number for span, number in numbered if wanted.holds(span)]
    assert index.holding(wanted) == [pair for pair in numbered if pair[0].holds(wanted)]


def test_line_of_spaces_takes_linear_time():
    """A long line without a visible character is passed over at once."""
    began = time.process_time()
    spans = paragraph_spans("a\n" + " " * 200_000 + "\n b ")
    assert time.process_time() - began < 2
    assert spans == [Span(0, 1), Span(200_004, 200_005)]
