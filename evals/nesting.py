"""Measures who is found to speak inside whose words, on MPQA's nested sources.

    python evals/nesting.py --data EVAL/mpqa/dev.jsonl [--errors N]

What is counted. *Events* are MPQA's direct subjectives and objective speech events whose cue stands in the text
(begin < end, not marked implicit) and that have a source beside the writer. Left out are expressive subjectivity,
which is no event of saying, and events with a source that no word of the text names ("implicit"). *Found* is an
event whose cue shares a character with the cue of one of our attributions; of several the one with the largest
Jaccard index of the two cues counts, of equal ones the outer. A *source* of ours is right if the gold agent has a
mention, anywhere in the text, that begins where it begins (articles aside), or that overlaps it better than any
other agent's does, by a Jaccard index of at least 0.25; "who" and "which" stand for the words right before them. So
the gold's own coreference counts: "he" is right where gold has "he" among the mentions of the same agent. The
*immediate source* is the innermost one. The *chain* is every source from the innermost outwards without the writer,
ours by `parent`; it is right if both have the same length and each pair is right. Chains are counted for events of
depth two and more: at least two sources beside the writer.

MPQA marks wishes, decisions and attitudes ("decision", "refused by") as events, many more than a reader of "who
said what" would, so the share of all events that is found is low for any attributor; the figures among those found
say how good nesting is.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportedly.attributing import Attributor
from reportedly.model import Attribution, Span

EVENTS = frozenset({"direct-subjective", "objective-speech-event"})
NAMELESS = "implicit"
"""Id of a source that the text does not name."""

LEAST_OVERLAP = 0.25
"""Jaccard index from which on two stretches may name one source."""

_ARTICLE = re.compile(r"\s*(?:the|an?)\s+", re.IGNORECASE)
_RELATIVE = re.compile(r"\s*(?:who|which|that)\s*", re.IGNORECASE)

Mentions = Mapping[str, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the gold with the sources it is nested in."""

    cue: Span
    # Ids of the sources, innermost first, without the writer.
    chain: tuple[str, ...]


@dataclass
class Scores:
    """Counts over all documents; the keys of `errors` name what is wrong with an event and show it."""

    events: int = 0
    found: int = 0
    source: int = 0
    deep: int = 0
    deep_found: int = 0
    chain: int = 0
    errors: Counter[str] = field(default_factory=Counter)

    def figures(self) -> dict[str, float]:
        """Returns each figure by its name, in percent."""
        return {
            "events_found": _share(self.found, self.events),
            "source_of_all": _share(self.source, self.events),
            "source_of_found": _share(self.source, self.found),
            "chain_of_all": _share(self.chain, self.deep),
            "chain_of_found": _share(self.chain, self.deep_found),
        }


def _share(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 0.0


def events_of(row: Mapping[str, Any]) -> list[Event]:
    """Returns the events of a document that count."""
    named = mentions_of(row)
    return [
        Event(Span(one["begin"], one["end"]), tuple(reversed(one["nested"][1:])))
        for one in row["events"]
        if one["kind"] in EVENTS
        and one["begin"] < one["end"]
        and not one["implicit"]
        and len(one["nested"]) > 1
        and all(source != NAMELESS and source in named for source in one["nested"][1:])
    ]


def mentions_of(row: Mapping[str, Any]) -> dict[str, list[Span]]:
    """Returns where a document names each agent."""
    named: defaultdict[str, list[Span]] = defaultdict(list)
    for agent in row["agents"]:
        if agent["nested"] and agent["begin"] < agent["end"]:
            named[agent["nested"][-1]].append(Span(agent["begin"], agent["end"]))
    return dict(named)


def jaccard(a: Span, b: Span) -> float:
    """Returns the Jaccard index of the characters of two stretches."""
    both = max(0, min(a.end, b.end) - max(a.start, b.start))
    return both / ((a.end - a.start) + (b.end - b.start) - both)


def agents_of(text: str, source: Sequence[Span], named: Mentions) -> set[str]:
    """Returns the agents that a source of ours may stand for."""
    overlap = {
        agent: max((jaccard(mine, span) for mine in source for span in spans), default=0.0)
        for agent, spans in named.items()
    }
    best = max(overlap.values(), default=0.0)
    close = {agent for agent, much in overlap.items() if much == best >= LEAST_OVERLAP}
    return close | {
        agent
        for agent, spans in named.items()
        if any(_begins(text, mine, span) for mine in source for span in spans)
    }


def _begins(text: str, source: Span, mention: Span) -> bool:
    """Says whether a mention begins a source, or ends right before one that is a relative pronoun."""
    if _RELATIVE.fullmatch(text, *source):
        return mention.end == len(text[: source.start].rstrip(" ,\n\t"))
    return _head(text, source) == _head(text, mention)


def _head(text: str, span: Span) -> int:
    """Returns where the first word of a stretch begins, articles aside."""
    found = _ARTICLE.match(text, *span)
    return found.end() if found else span.start


def chain_of(one: Attribution, by_id: Mapping[str, Attribution]) -> list[Attribution]:
    """Returns an attribution and those that hold it, innermost first."""
    chain = [one]
    while chain[-1].parent is not None:
        chain.append(by_id[chain[-1].parent])
    return chain


def found_for(event: Event, attributions: Sequence[Attribution]) -> Attribution | None:
    """Returns the attribution whose cue overlaps the event's best, the outermost of equal ones."""
    ranked = [
        (max((jaccard(cue, event.cue) for cue in one.cue), default=0.0), one)
        for one in attributions
    ]
    best, one = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    return one if best else None


def score(rows: Iterable[tuple[Mapping[str, Any], Sequence[Attribution]]]) -> Scores:
    """Scores the attributions of each document, nested ones included, outer before inner."""
    scores = Scores()
    for row, attributions in rows:
        by_id, named = {one.id: one for one in attributions}, mentions_of(row)
        for event in events_of(row):
            _count(scores, event, found_for(event, attributions), by_id, named, row["text"])
    return scores


def _count(
    scores: Scores,
    event: Event,
    one: Attribution | None,
    by_id: Mapping[str, Attribution],
    named: Mentions,
    text: str,
) -> None:
    """Adds one event to the counts."""
    deep = len(event.chain) > 1
    scores.events += 1
    scores.deep += deep
    if one is None:
        scores.errors["not found"] += 1
        return
    ours = chain_of(one, by_id)
    pairs = zip(event.chain, ours, strict=False)
    right = [gold in agents_of(text, mine.source, named) for gold, mine in pairs]
    whole = all(right) and len(event.chain) == len(ours)
    scores.found += 1
    scores.source += right[0]
    scores.deep_found += deep
    scores.chain += deep and whole
    if not (right[0] and (whole or not deep)):
        shown = [[span.of(text) for span in mine.source] for mine in ours]
        kind = "chain" if right[0] else "source"
        scores.errors[f"{kind}: {event.cue.of(text)!r} {event.chain} <- {shown}"] += 1


def read(path: Path) -> Iterable[tuple[Mapping[str, Any], Sequence[Attribution]]]:
    """Yields each document with what the attributor finds in it."""
    attributor = Attributor.load(threads=1)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row, attributor.attribute(row["id"], row["text"])


def measure(path: Path) -> dict[str, float]:
    """Returns the figures that the quality gate pins."""
    return score(read(path)).figures()


def main() -> None:
    """Prints the figures, and what is wrong on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", type=int, default=0, help="wrong events to print")
    asked = parser.parse_args()
    scores = score(read(asked.data))
    print(
        f"{scores.events} events, {scores.deep} of depth two and more ({scores.deep_found} found)"
    )
    for name, value in scores.figures().items():
        print(f"{name:16} {value:5.1f}")
    for error, count in scores.errors.most_common(asked.errors):
        print(f"{count:4} {error}")


if __name__ == "__main__":
    main()
