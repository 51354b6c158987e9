"""The matrix of holders and issues, and the few words of its cells."""

from hypothesis import given
from hypothesis import strategies as st
from invented_positions import report, statement

from reportedly.comparing import changes_of, histories_of, matrix_of, voices_of
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


def histories(rows, reports):
    """Returns the histories that statements make."""
    return histories_of(rows, reports, changes_of(rows, reports), voices_of(rows, reports))


def test_matrix_cell_shows_the_latest_act():
    """The refusal came last; the offer stays behind it."""
    matrix = matrix_of(histories(ROWS, [DAILY]))
    cell = matrix.cell("Norland", "ceasefire")
    assert cell is not None
    assert (cell.act, cell.date, cell.change) == (Act.REFUSAL, "2031-05-09", "hardened")
    assert cell.others == 1
    assert matrix.holders == ("Norland", "Sudria")
    assert matrix.cell("Sudria", "ceasefire") is None


def test_matrix_cell_dates_the_words_it_shows():
    """What is dated 9 May are the words of 9 May, not a better wording of the same act in April."""
    early = statement(
        "a ceasefire along the whole river without conditions", Act.DEMAND, "2031-04-01"
    )
    late = statement("the ceasefire on the river", Act.DEMAND, "2031-05-09", start=90)
    cell = matrix_of(histories([early, late], [DAILY])).cell("Norland", "ceasefire")
    assert cell is not None
    assert (cell.words, cell.date) == (late.text, "2031-05-09")


def test_matrix_cell_counts_the_origins_of_what_it_shows():
    """Two outlets that relay one origin are one; another demand's origin does not count here."""
    words = "a withdrawal behind the northern hills"
    rows = [
        statement(words, said="2031-05-01", origin="Wire"),
        statement(words, said="2031-05-01", origin="Wire", source="Sheet"),
        statement("a ceasefire", said="2031-04-01", origin="Radio", start=90),
    ]
    cell = matrix_of(histories(rows, [DAILY, report("Sheet", "2031-05-05")])).cells[0]
    assert (cell.words, cell.origins, cell.others) == (words, 1, 1)


def test_matrix_cell_gives_the_holder_the_word_on_its_own_day():
    """Of one day the holder's own words stand before an opponent's account."""
    own = statement("a pause", Act.OFFER, "2031-05-01", voice="own words", party="Norland")
    told = statement("any pause", Act.REFUSAL, "2031-05-01", party="Sudria", start=90)
    assert matrix_of(histories([told, own], [DAILY])).cells[0].act is Act.OFFER


def test_matrix_puts_those_with_most_to_say_first():
    """Among holders on as many issues the one that says more comes first."""
    rows = [
        statement("a pause", holder="Alta"),
        statement("a pause", holder="Berga", start=20),
        statement("the withdrawal of guns", holder="Berga", start=40),
    ]
    assert matrix_of(histories(rows, [DAILY])).holders == ("Berga", "Alta")


@given(st.text(max_size=300), st.integers(10, 120))
def test_few_words_are_the_first_words(text, limit):
    """Whatever the text, the words are its beginning and not longer than asked."""
    words = few_words(text, limit)
    assert " ".join(text.split()).startswith(words.removesuffix("…"))
    assert len(words) <= limit + 1
