"""The scorer of stories: B-cubed as it is defined, and absent data told."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import stories

labels = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), min_size=1)


def groups_of(names: list[str]) -> list[tuple[int, ...]]:
    """Returns the numbers of equal names together."""
    numbers = sorted(range(len(names)), key=names.__getitem__)
    return [tuple(held) for _, held in groupby(numbers, key=names.__getitem__)]


def test_bcubed_of_a_case_by_hand() -> None:
    """Two clusters of two and one, told as one group of three: precision 5/9, recall 1."""
    precision, recall, _ = stories.bcubed([(0, 1, 2)], ["a", "a", "b"])
    assert precision == pytest.approx(5 / 9)
    assert recall == 1


@given(labels)
def test_bcubed_precision_is_the_recall_of_the_other_way_round(
    pairs: list[tuple[str, str]],
) -> None:
    """Which of two groupings is called gold only exchanges precision and recall."""
    one, other = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    precision, recall, f1 = stories.bcubed(groups_of(one), other)
    assert stories.bcubed(groups_of(other), one) == pytest.approx((recall, precision, f1))
    assert 0 < f1 <= 1


@given(labels)
def test_bcubed_of_the_gold_itself_is_one(pairs: list[tuple[str, str]]) -> None:
    """Nothing better can be had."""
    gold = [pair[0] for pair in pairs]
    assert stories.bcubed(groups_of(gold), gold) == pytest.approx((1, 1, 1))


def test_absent_data_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names what is missing and what to do."""
    monkeypatch.setattr("sys.argv", ["stories.py", "--data", str(tmp_path)])
    assert stories.main() == 1
    assert "give their folder" in capsys.readouterr().out
