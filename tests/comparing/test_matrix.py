"""The matrix of holders and issues, and the few words of its cells."""

from hypothesis import given
from hypothesis import strategies as st
from invented_positions import report, statement

from reportedly.comparing import matrix_of, positions_of
from reportedly.comparing.matrix import few_words
from reportedly.model import Act

DAILY = report("Daily", "2031-05-04")
ROWS = [
    statement("a ceasefire of thirty days along the river", Act.OFFER, "2031-05-01"),
    statement("the ceasefire along the river", Act.REFUSAL, "2031-05-09"),
    statement("an exchange", Act.OFFER, "2031-05-02", issues=("prisoners",)),
    statement(
        "an exchange of all", Act.DEMAND, "2031-05-03", holder="Sudria", issues=("prisoners",)
    ),
]


def test_matrix_cell_shows_the_latest_act():
    """The refusal came last; the offer stays behind it."""
    matrix = matrix_of(positions_of(ROWS, [DAILY]))
    cell = matrix.cell("Norland", "ceasefire")
    assert cell is not None
    assert (cell.act, cell.date, cell.change) == (Act.REFUSAL, "2031-05-09", "hardened")
    assert len(cell.positions) == 2
    assert matrix.holders == ("Norland", "Sudria")
    assert matrix.cell("Sudria", "ceasefire") is None


def test_matrix_as_of_a_day_leaves_out_what_came_later():
    """On 5 May nobody knew of the refusal of 9 May."""
    cell = matrix_of(positions_of(ROWS, [DAILY]), as_of="2031-05-05").cell("Norland", "ceasefire")
    assert cell is not None
    assert cell.act is Act.OFFER


def test_matrix_as_of_a_day_leaves_out_the_undated():
    """What has no date cannot be placed before a day."""
    undated = statement("a pause", source="Sheet")
    assert matrix_of(positions_of([undated], [report("Sheet")]), as_of="2031-05-05").cells == ()


@given(st.text(max_size=300), st.integers(10, 120))
def test_few_words_are_the_first_words(text, limit):
    """Whatever the text, the words are its beginning and not longer than asked."""
    words = few_words(text, limit)
    assert " ".join(text.split()).startswith(words.removesuffix("…"))
    assert len(words) <= limit + 1
