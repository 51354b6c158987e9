"""Chains are compared link by link, by names that stand for one teller."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import chains
from chains import Wanted
from reportedly.model import Link
from reportedly.vocabulary import load_gazetteer

NAMES = load_gazetteer()


def links(*names: str) -> list[Link]:
    """Links of these names."""
    return [Link(name, "body") for name in names]


def wanted(*mentions: str, optional: bool = False) -> Wanted:
    """A labelled link with these mentions."""
    return Wanted(mentions, "body", None, optional)


@pytest.mark.parametrize(
    ("name", "mentions"),
    [
        ("Ada Kell", ["Kell"]),
        ("Bay Broadcasting Service", ["BBS"]),
        ("the foreign ministry of Norland", ["the Ministry"]),
        ("two officials", ["an official close to the talks"]),
        ("Germany", ["Berlin"]),
    ],
)
def test_link_is_right_by_head_initials_or_side(name: str, mentions: Sequence[str]) -> None:
    """Different words may name one teller."""
    assert chains.is_right(*links(name), wanted(*mentions), NAMES)


@pytest.mark.parametrize(
    ("name", "mentions"),
    [("Ada Kell", ["Oren Tarn"]), ("he", ["he"]), ("Germany", ["the German chancellor Oren Tarn"])],
)
def test_link_is_wrong_by_another_name_or_a_pronoun(name: str, mentions: Sequence[str]) -> None:
    """A pronoun names nobody, and a state is not its minister."""
    assert not chains.is_right(*links(name), wanted(*mentions), NAMES)


def test_whole_chain_may_lack_optional_links_only() -> None:
    """The medium in which somebody spoke may be missing, a teller may not."""
    told = [wanted("Daily Gull", optional=True), wanted("Ada Kell"), wanted("Oren Tarn")]
    assert chains.is_whole(links("Kell", "Tarn"), told, NAMES)
    assert chains.is_whole(links("The Daily Gull", "Kell", "Tarn"), told, NAMES)
    assert not chains.is_whole(links("Tarn"), told, NAMES)


def test_whole_chain_has_no_link_too_many_and_keeps_the_order() -> None:
    """A teller who is not there is as wrong as one who is missing."""
    told = [wanted("Ada Kell"), wanted("Oren Tarn")]
    assert not chains.is_whole(links("Kell", "Tarn", "Mira Dahl"), told, NAMES)
    assert not chains.is_whole(links("Tarn", "Kell"), told, NAMES)
