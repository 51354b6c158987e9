"""The offset map of plain text: every visible character of the text leads to itself in the original."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.errors import UnreadableInput
from reportedly.reading import read_bytes
from reportedly.reading.aligning import align

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "",
                "  • an item of a list;",
                "## A heading of its own",
                "3 March 2031, 10:15",
                "Norland and Sudria agree to meet again",
                "Read more",
                "The two delegations met in Port Ansel on Monday and agreed to meet again.",
                "✇Bay Dispatch",
                "By Ilse Maron",
                "date 2031-03-04 The lock stays closed until the summer, both of the governments said.",
            ]
        ),
        st.text(alphabet="abc XYZ.,“”\t\u00a0—é✇0123456789:-#", max_size=60),
    ),
    min_size=1,
    max_size=24,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
@example(["a\u2028b", "c"], "\n")
def test_every_visible_character_maps_back_to_itself(lines: list[str], end: str):
    """For plain text nothing visible is unmapped and nothing is mapped wrongly."""
    original = end.join(lines)
    try:
        reports = read_bytes(original.encode(), "a.txt")
    except UnreadableInput:
        return
    for report in reports:
        for position, char in enumerate(report.text):
            place = report.original_offset(position)
            if not char.isspace():
                assert place is not None
                assert original[place] == char


@given(LINES)
def test_runs_ascend_and_do_not_overlap(lines: list[str]):
    """Runs are in ascending order of the text and of the original."""
    try:
        reports = read_bytes("\n".join(lines).encode(), "a.txt")
    except UnreadableInput:
        return
    for report in reports:
        for left, right in zip(report.offsets, report.offsets[1:], strict=False):
            assert left.start + left.length <= right.start
            assert left.original + left.length <= right.original


def test_mark_at_the_start_is_no_character_of_the_original():
    """Offsets count from the first character after a byte order mark."""
    (report,) = read_bytes("\ufeffThe lock stays closed until the summer.".encode(), "a.txt")
    assert report.original_offset(0) == 0


def test_aligning_skips_markup_scripts_and_entities():
    """A line broken by tags is mapped in pieces; what an entity stands for is unmapped."""
    page = "<script>We agree</script><p>We <b>ag</b>ree&#8217;d on &amp; it</p>"
    text = "We agree’d on & it"
    mapped = {
        run.start + i: run.original + i for run in align(text, page) for i in range(run.length)
    }
    assert mapped[0] == page.index("<p>") + 3
    assert text.index("’") not in mapped
    assert all(page[place] == text[at] for at, place in mapped.items() if not text[at].isspace())


@given(st.text(max_size=80), st.text(max_size=200))
def test_aligning_anything_never_maps_to_another_character(text: str, original: str):
    """Whatever is aligned, a mapped visible character is the same on both sides."""
    for run in align(text, original):
        ours = text[run.start : run.start + run.length]
        theirs = original[run.original : run.original + run.length]
        assert [char for char in ours if not char.isspace()] == [
            char for char in theirs if not char.isspace()
        ]
