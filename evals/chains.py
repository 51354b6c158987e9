"""Measures whether relayed statements keep their whole chain, on hand-labelled ones of unlabelled corpora.

    python evals/chains.py --data EVAL/corpora [--errors]

What is counted. Of each labelled statement the row of ours whose evidence overlaps the labelled content best, by at
least half of the shorter of the two; without one it is not *found* and everything about it is wrong. From its chain
the first link, the page's own outlet, is dropped. A *link* is right if its name and one of the label's mentions are
one name: they share the head word (the last before a preposition or comma), or one is the other's initials, or the
gazetteer knows both by one name, or both are nothing but the name of one side. The *innermost* speaker is the last
link against the last labelled one that is not optional. The *whole* chain is right if all links are right in order
and none is missing or too many, but for optional ones (the medium in which somebody spoke), which may be missing. An
outlet that the sentence says was told ("told the Gull") may be there without a label, being such a medium: the labels
leave it out where the annotator took it for the page's own outlet, which no text tells.

Each label has a part by a hash of its report's id: mistakes of `dev` may be read, `held` is for the figure only and
`--errors` does not show it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from labelled import Label, Reading, Scores, head_of, initials_of, read_labels, readings, shared
from reportedly.model import Link, Span, Statement
from reportedly.vocabulary import Gazetteer

FILE = "chains.jsonl"

LEAST_OVERLAP = 0.5
"""Share of the shorter of evidence and labelled content that both must have in common."""

SIDES = frozenset({"state", "capital", "adjective", "organisation"})
"""Kinds of mention that are a side's name; in a longer phrase they only say whose somebody is."""

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "his", "her", "their"})


_TOLD = re.compile(r"\b(?:told|tells|spoke to|speaking to|interview with)\s(?:the\s)?$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One labelled link."""

    # The words that may stand for it.
    mentions: tuple[str, ...]
    kind: str
    party: str | None
    # Whether the chain is right without it.
    optional: bool


def statement_for(content: Span, statements: Sequence[Statement]) -> Statement | None:
    """Returns the statement whose evidence overlaps a labelled content best, None if none does by half."""
    near = [(_overlap(content, one.evidence.span), one) for one in statements]
    fit = [(jaccard, one) for (jaccard, of_shorter), one in near if of_shorter >= LEAST_OVERLAP]
    return max(fit, key=lambda pair: pair[0], default=(0.0, None))[1]


def _overlap(a: Span, b: Span) -> tuple[float, float]:
    """Returns the Jaccard index of two stretches, and the share of the shorter that both have in common."""
    both, one, other = shared(a, b), a.end - a.start, b.end - b.start
    return both / (one + other - both), both / min(one, other)


def is_right(link: Link, wanted: Wanted, names: Gazetteer) -> bool:
    """Says whether a link of ours is the labelled one."""
    mentions = [words for words in wanted.mentions if words.lower() not in PRONOUNS]
    return any(_is_one(link.name, words, names) for words in mentions)


def _is_one(name: str, words: str, names: Gazetteer) -> bool:
    if head_of(name) == head_of(words):
        return True
    if initials_of(name) == words.lower() or initials_of(words) == name.lower():
        return True
    return bool(_known(name, names) & _known(words, names))


def _known(words: str, names: Gazetteer) -> set[str]:
    """Returns what the gazetteer calls a phrase: its person, its one body, the side that it is the bare name of."""
    person = names.person(words)
    if person is not None:
        return {person.name}
    found = names.mentions(words)
    if len(found) != 1:
        return set()
    one = found[0]
    if one.kind not in SIDES:
        return {one.name}
    bare = len(words.split()) <= len(one.span.of(words).split()) + 1
    return {one.name, one.party or one.name} if bare else set()


def is_whole(links: Sequence[Link], wanted: Sequence[Wanted], names: Gazetteer) -> bool:
    """Says whether the links are the labelled ones in order; optional ones may be missing."""
    if not wanted:
        return not links
    if links and is_right(links[0], wanted[0], names) and is_whole(links[1:], wanted[1:], names):
        return True
    return wanted[0].optional and is_whole(links, wanted[1:], names)


def wanted_of(label: Label, text: str) -> list[Wanted]:
    """Returns the labelled links, the outermost first."""
    return [
        Wanted(
            tuple(Span(*span).of(text) for span in link["mentions"]),
            link["kind"],
            link["party"],
            bool(link.get("optional")),
        )
        for link in label["chain"]
    ]


def verdicts_on(label: Label, reading: Reading) -> tuple[dict[str, bool], Statement | None]:
    """Says what of a labelled statement is right, and which row of ours was compared."""
    wanted = wanted_of(label, reading.understood.report.text)
    ours = statement_for(Span(*label["content"]), reading.understood.statements)
    links = ours.chain[1:] if ours else ()
    last = [link for link in wanted if not link.optional][-1]
    verdicts = {
        "found": ours is not None,
        "innermost": bool(links) and is_right(links[-1], last, reading.names),
        "whole": bool(links)
        and is_whole(_without_told(links, label, wanted, reading), wanted, reading.names),
    }
    return verdicts, ours


def _without_told(
    links: Sequence[Link], label: Label, wanted: Sequence[Wanted], reading: Reading
) -> Sequence[Link]:
    """Leaves out an outlet that no label names and that stands in the sentences of the content: a medium, optional."""
    text = reading.understood.report.text
    start = max(
        text.rfind(". ", 0, label["content"][0]), text.rfind("\n", 0, label["content"][0]), 0
    )
    ends = [at for at in (text.find(mark, label["content"][1]) for mark in (". ", "\n")) if at >= 0]
    here = Span(start, min(ends, default=len(text)))
    kept = []
    for link in links:
        outlet = link.kind in {"outlet", "agency"} and link.cue is not None and here.holds(link.cue)
        told = outlet and link.cue and _TOLD.search(text[start : link.cue.start])
        if not told or any(is_right(link, one, reading.names) for one in wanted):
            kept.append(link)
    return kept


def groups_of(label: Label) -> tuple[str, ...]:
    """Returns the groups a label counts in: all, its part, number of links that must be there, where they stand."""
    needed = sum(not link.get("optional") for link in label["chain"])
    return (
        "all",
        label["part"],
        f"{min(needed, 3)}{'+' if needed > 2 else ''}_links",
        label["where"],
    )


def score(read: Iterator[tuple[str, Reading]]) -> dict[str, Scores]:
    """Returns the scores with each dossier, by the word for it."""
    scores: dict[str, Scores] = {}
    for dossier, reading in read:
        mine = scores.setdefault(dossier, Scores())
        for label in reading.labels:
            verdicts, ours = verdicts_on(label, reading)
            mine.add(groups_of(label), verdicts)
            if not verdicts["whole"] and label["part"] == "dev":
                wanted = wanted_of(label, reading.understood.report.text)
                shown = [link.name for link in ours.chain] if ours else "not found"
                told = [list(link.mentions[:3]) for link in wanted]
                where = f"{label['report']} {label['content']}"
                mine.errors.append(f"{where}: {told} <- {shown}")
    return scores


def measure(corpora: Path) -> dict[str, float]:
    """Returns the figures that the quality gate pins."""
    return {
        f"{dossier}_{name}": value
        for dossier, scores in score(readings(read_labels(FILE), corpora)).items()
        for name, value in scores.figures().items()
        if name.split("_")[0] in {"all", "dev", "held"}
    }


def main() -> None:
    """Prints every figure, and the wrong chains of the part `dev` on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--errors", action="store_true", help="print the wrong chains of `dev`")
    asked = parser.parse_args()
    for dossier, scores in score(readings(read_labels(FILE), asked.data)).items():
        for name, value in scores.figures().items():
            print(f"dossier {dossier:8} {name:20} {value:5.1f} of {scores.whole[name]}")
        for error in scores.errors if asked.errors else ():
            print(f"  {dossier} {error}")


if __name__ == "__main__":
    main()
