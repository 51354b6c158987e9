"""Prints how far the two annotators agree on what both have labelled.

    python evals/agreement.py [--data FOLDER]

`labels/speakers_twice.jsonl` and `labels/chains_twice.jsonl` hold the lines of both, each with `by`, before they
were adjudicated. Sources were given, so agreement on them is the share of equal answers. Relayed statements had to
be chosen too ("the first two you meet"), so chains are compared where both chose the same words, by half of the
shorter. With `--data`, the folder of the evaluation data, it also prints how far both agree on the figures of
`labels/figures_twice.jsonl`, one scored against the other as `figures` scores ours.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path

from chains import LEAST_OVERLAP
from figures import labelled_rows, pair_up, scores
from labelled import Label, read_labels, shared
from reportedly.model import Span
from texts import Texts

Pair = tuple[Label, Label]


def speaker_pairs() -> list[Pair]:
    """Returns both labels of each source that was labelled twice."""
    lines = read_labels("speakers_twice.jsonl")
    first, second = ({one["n"]: one for one in lines if one["by"] == by} for by in "ab")
    return [(first[n], second[n]) for n in sorted(first)]


def chain_pairs() -> tuple[list[Pair], int]:
    """Returns both labels of each statement that both chose, and how many either chose."""
    lines = read_labels("chains_twice.jsonl")
    first, second = ([one for one in lines if one["by"] == by] for by in "ab")
    pairs = [(a, b) for a, b in product(first, second) if _is_same(a, b)]
    return pairs, len(lines) - len(pairs)


def _is_same(a: Label, b: Label) -> bool:
    one, other = Span(*a["content"]), Span(*b["content"])
    shorter = min(one.end - one.start, other.end - other.start)
    return a["report"] == b["report"] and shared(one, other) >= LEAST_OVERLAP * shorter


def needed(label: Label) -> list[Label]:
    """Returns the links of a chain that must be there."""
    return [link for link in label["chain"] if not link.get("optional")]


def is_same_link(a: Label, b: Label) -> bool:
    """Says whether two labelled links have words in common."""
    return any(shared(Span(*x), Span(*y)) for x, y in product(a["mentions"], b["mentions"]))


def is_same_chain(a: Label, b: Label) -> bool:
    """Says whether two chains have the same links in the same order."""
    mine, theirs = needed(a), needed(b)
    return len(mine) == len(theirs) and all(map(is_same_link, mine, theirs))


def show(what: str, pairs: Sequence[Pair], same: Callable[[Label, Label], bool]) -> None:
    """Prints the share of pairs that are the same."""
    equal = sum(same(a, b) for a, b in pairs)
    print(f"{what:34} {equal:3} of {len(pairs):3}")


def show_figures(data: Path) -> None:
    """Prints the agreement on the figures of the sentences that both labelled."""
    lines = read_labels("figures_twice.jsonl")
    first, second = ({one["n"]: one for one in lines if one["by"] == by} for by in "ab")
    texts = Texts(data)
    pairs: list[tuple[Label | None, Label | None]] = []
    for n, one in first.items():
        text = texts.of(one)
        pairs += pair_up(labelled_rows(one, text), labelled_rows(second[n], text))
    print(f"figures of {len(first)} sentences")
    for name, value in scores(pairs).items():
        print(f"{name:34} {value:5.1f}")


def main() -> None:
    """Prints the agreement on sources and on chains, and on figures where there are texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    sources = speaker_pairs()
    show("source is one", sources, lambda a, b: bool(a["ok"] == b["ok"]))
    agreed = [(a, b) for a, b in sources if a["ok"] and b["ok"]]
    show("party", agreed, lambda a, b: bool(a["party"] == b["party"]))
    show("kind of speaker", agreed, lambda a, b: bool(a["kind"] == b["kind"]))
    both, either = chain_pairs()
    print(f"{'relayed statement chosen by both':34} {len(both):3} of {either:3}")
    show("number of links", both, lambda a, b: len(needed(a)) == len(needed(b)))
    show("innermost link", both, lambda a, b: is_same_link(needed(a)[-1], needed(b)[-1]))
    show("whole chain", both, is_same_chain)
    if options.data:
        show_figures(options.data)


if __name__ == "__main__":
    main()
