"""Which figures measure one thing: wordings that mean the same meet, different things never do."""

from __future__ import annotations

import pytest
from told_figures import checked, identity, told

from reportedly.comparing.figures import compare_figures
from reportedly.comparing.measurands import matter_of
from reportedly.comparing.wordings import LONGEST, between, wordings_of


def measurands(*texts: str) -> list[tuple[str, ...]]:
    """Returns the measurands that the texts have figures of, with how many figures each."""
    figures, reports = told(*texts)
    groups = identity().groups(figures, reports)
    return [key for key, readings in groups.items() for _ in readings]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Varonia has amassed 90,000 troops near the border.",
            "About 90,000 Varonian soldiers were massed along the frontier.",
        ),
        (
            "Varonia has lost 15,000 soldiers since the start of the war.",
            "So far Varonia has lost nearly 15,000 troops.",
        ),
        (
            "In Port Hollin 900 children have been deported.",
            "The deportation of 900 Kestrian children from Port Hollin goes on.",
        ),
        (
            "Ministers pledged $300 million in military aid to Kestria.",
            "The $300 million aid package for Kestria was signed.",
        ),
    ],
)
def test_wordings_of_one_thing_are_one_measurand(one, other) -> None:
    """Troops are soldiers, a border is a frontier, a deportation deports."""
    first, second = measurands(one, other)
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Varonia has lost 15,000 soldiers since the start of the war.",
            "Kestria has lost 15,000 soldiers since the start of the war.",
        ),
        (
            "Varonia has lost 15,000 soldiers since the start of the war.",
            "Varonia has suffered 15,000 casualties since the start of the war.",
        ),
        (
            "About 1,000 Varonian soldiers were killed since the start of the war.",
            "About 1,000 Varonian soldiers are killed every day.",
        ),
        (
            "About 1,000 Varonian soldiers were killed so far.",
            "About 1,000 Varonian soldiers were wounded so far.",
        ),
        (
            "Varonia called up 80,000 reservists.",
            "Varonia plans to call up 80,000 reservists.",
        ),
        (
            "In Port Hollin 900 children have been deported.",
            "In Port Hollin 900 children have been returned.",
        ),
        (
            "In Port Hollin 900 children have been deported.",
            "In Lesser Arvel 900 children have been deported.",
        ),
    ],
)
def test_different_things_are_never_one_measurand(one, other) -> None:
    """Whose, what, where, over which time, planned or done: each of them keeps figures apart."""
    found = measurands(one, other)
    assert len(set(found)) == len(found)


def test_two_packages_are_not_one_that_shrank() -> None:
    """Packages of aid are known by their amount; two amounts are two packages."""
    figures, reports = told(
        "Ministers pledged $300 million in military aid to Kestria.",
        "Ministers pledged $500 million in military aid to Kestria.",
    )
    assert compare_figures(figures, reports, identity()) == ()


def test_sentence_taken_over_is_one_telling() -> None:
    """Two reports with one sentence confirm nothing."""
    sentence = "Varonia has amassed 90,000 troops near the border, officials warned on Monday."
    assert [figure.checks for figure in checked(sentence, sentence)] == [(), ()]


def test_counted_numbers_that_differ_a_little_disagree() -> None:
    """12,345 and 12,435 are not the same number, though less than a hundredth apart; 12,000 and 12,100 agree."""
    words = "In Port Hollin {} children have been deported."
    counted, reports = told(words.format("12,345"), "Earlier. " + words.format("12,435"))
    rounded, others = told(words.format("12,000"), "Earlier. " + words.format("12,100"))
    kinds = [
        [one.kind for one in compare_figures(figures, held, identity())]
        for figures, held in ((counted, reports), (rounded, others))
    ]
    assert kinds == [["disagreement"], ["agreement"]]


def test_person_joins_what_words_keep_apart() -> None:
    """Two figures judged to be the same are compared, and so is all that is the same as either."""
    texts = (
        "Varonia has lost 15,000 soldiers since the start of the war.",
        "Varonia has suffered 40,000 casualties since the start of the war.",
    )
    figures, reports = told(*texts)
    pair = frozenset(figure.id for figure in figures)
    joined = identity(same=frozenset({pair}))
    (comparison,) = compare_figures(figures, reports, joined)
    assert set(comparison.rows) == pair
    assert compare_figures(figures, reports, identity()) == ()


def test_person_splits_what_words_join() -> None:
    """Two figures judged to be different are neither compared nor checked by each other; the others stay."""
    texts = [
        f"{opening} Varonia has amassed 90,000 troops near the border."
        for opening in ("First.", "Second.", "Third.")
    ]
    figures, reports = told(*texts)
    parted = identity(different=frozenset({frozenset((figures[0].id, figures[1].id))}))
    for comparison in compare_figures(figures, reports, parted):
        assert not {figures[0].id, figures[1].id} <= set(comparison.rows)
    by_id = {figure.id: figure for figure in checked(*texts, known=parted)}
    against = {one for check in by_id[figures[0].id].checks for one in check.against}
    assert figures[1].id not in against


def test_judgement_on_one_figure_that_is_gone_changes_nothing() -> None:
    """A report may have left the ledger since somebody judged its figure."""
    figures, reports = told("Varonia has amassed 90,000 troops near the border.")
    gone = identity(same=frozenset({frozenset((figures[0].id, "f0"))}))
    assert list(gone.groups(figures, reports)) == list(identity().groups(figures, reports))


def test_measurands_have_names() -> None:
    """Every key can be put in words, those that a judgement split too."""
    keys = measurands(
        "Varonia has amassed 90,000 troops near the border.",
        "Ministers pledged $300 million in military aid to Kestria.",
    )
    names = [matter_of(key) for key in keys]
    assert names == ["troops massed at the border, Varonia", "aid package for Kestria, USD"]
    assert "kept apart" in matter_of((*keys[0], "judged", "2"))


def test_the_month_of_may_is_no_plan() -> None:
    """Those killed on 3 May and those killed on 3 June are counted by one measurand; who may be killed is not."""
    figures, reports = told(
        "On 3 May 2031 500 civilians were killed in Lesser Arvel.",
        "On 3 June 2031 500 civilians were killed in Lesser Arvel.",
        "It may be that 500 civilians were killed in Lesser Arvel.",
    )
    groups = identity().groups(figures, reports)
    assert sorted(len(group) for group in groups.values()) == [1, 2]


def test_figures_of_an_endless_sentence_keep_only_the_words_near_them() -> None:
    """A table without full stops is one sentence; its first words tell nothing of its last figure."""
    figures, reports = told(" and ".join(["Varonia lost 500 soldiers in Lesser Arvel"] * 90) + ".")
    around = wordings_of(figures, reports)
    assert max(len(one.words) for one in around.values()) < 2 * LONGEST + 50
    first, second = (around[figure.id] for figure in figures[-2:])
    assert between(first, second) == " soldiers in Lesser Arvel and Varonia lost "
