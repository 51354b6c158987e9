"""Measures whether sources are resolved to the right speakers, on hand-labelled sources of unlabelled corpora.

    python evals/speakers.py --data EVAL/corpora [--errors]

What is counted. Every labelled source that is one (`ok`). The *speaker* compared is that of a statement made of the
attribution whose source and content both overlap the labelled ones (of several the best); where no statement was
made of it, the speaker of the attribution as `resolving` tells it; where no attribution was found there, whom
`resolving` takes the labelled stretch to mean. *Party* is right if both name the same side or both name none. A
body that is nobody's side (a think tank, a company) is labelled as its own party; there no party and the body's
name are both right. *Strict* is right only if the labelled party is named. *Kind* is right if it is the same
`SpeakerKind`. *Name* is right if it shares a word with one of the mentions labelled, or one is the initials of the
other.

Each label has a part: mistakes of `dev` may be read, `held` is for the figure only and `--errors` does not show it. The
forms are those of both.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from labelled import Label, Reading, Scores, initials_of, read_labels, readings, shared, words_of
from reportedly.measuring import find_dates
from reportedly.model import Attribution, Span, Speaker
from reportedly.resolving import Dates
from reportedly.resolving.telling import Telling
from reportedly.vocabulary import Gazetteer, load_gazetteer

FILE = "speakers.jsonl"

SIDES = frozenset({"state", "organisation"})
"""Kinds of mention that are sides of their own in the general gazetteer."""

OTHER_SIDES = frozenset({"Donetsk People's Republic", "Luhansk People's Republic"})
"""Sides among the labels that no general gazetteer need know."""


def speaker_of(label: Label, reading: Reading, telling: Telling) -> Speaker:
    """Returns whom the pipeline takes a labelled source to be."""
    source, content = Span(*label["source"]), Span(*label["content"])
    best = max(
        reading.understood.attributions, key=lambda a: _overlap(a, source, content), default=None
    )
    if best is None or not _overlap(best, source, content):
        return telling.cast.look(source).speaker
    made = [s for s in reading.understood.statements if s.attribution == best.id]
    near = max(made, key=lambda s: shared(s.evidence.span, content), default=None)
    return near.speaker if near else telling.of(best).member.speaker


def _overlap(one: Attribution, source: Span, content: Span) -> int:
    """Returns how many characters source and content share with the labelled ones, 0 if either shares none."""
    sources = sum(shared(span, source) for span in one.source)
    contents = sum(shared(span, content) for span in one.content)
    return sources + contents if sources and contents else 0


def verdicts_on(label: Label, speaker: Speaker, text: str, names: Gazetteer) -> dict[str, bool]:
    """Says of each property of a speaker whether it is right."""
    party = label["party"]
    strict = _same_party(speaker.party, party, names)
    own = party is not None and not _is_side(party) and speaker.party is None
    mentions = [Span(*span).of(text) for span in label["speaker"]]
    return {
        "party": strict or own,
        "strict": strict or (own and same_name(speaker.name, [str(party)])),
        "kind": speaker.kind.value == label["kind"],
        "name": same_name(speaker.name, mentions)
        or any(names.party_of(one) == speaker.name for one in mentions),
    }


def _is_side(party: str) -> bool:
    """Says whether a labelled party is a state or an international organisation."""
    named = load_gazetteer().mentions(party)
    return party in OTHER_SIDES or any(m.kind in SIDES and m.span.of(party) == party for m in named)


def _same_party(ours: str | None, labelled: str | None, names: Gazetteer) -> bool:
    if ours is None or labelled is None:
        return ours is labelled
    return ours == labelled or names.party_of(labelled) == ours or same_name(ours, [labelled])


def same_name(ours: str, mentions: Sequence[str]) -> bool:
    """Says whether a name shares a word with one of the mentions, or is its initials or has them."""
    return any(
        words_of(ours) & words_of(one)
        or initials_of(one) == ours.lower()
        or initials_of(ours) == one.lower()
        for one in mentions
    )


def score(read: Iterator[tuple[str, Reading]]) -> dict[str, Scores]:
    """Returns the scores with each dossier, by the word for it."""
    scores: dict[str, Scores] = {}
    for dossier, reading in read:
        report = reading.understood.report
        dates = Dates(find_dates(report.text, report.published), {}, ())
        telling = Telling(report, reading.understood.attributions, dates, reading.names)
        for label in reading.labels:
            speaker = speaker_of(label, reading, telling)
            verdicts = verdicts_on(label, speaker, report.text, reading.names)
            part = label["part"]
            mine = scores.setdefault(dossier, Scores())
            mine.add(("all", part, label["form"]), verdicts)
            if part == "dev" and not all(verdicts.values()):
                wrong = ",".join(name for name, right in verdicts.items() if not right)
                words = [Span(*s).of(report.text) for s in (label["source"], *label["speaker"])]
                told = f"{label['kind']}, {label['party']}"
                mine.errors.append(f"{label['n']} {wrong}: {words} {told} <- {speaker}")
    return scores


def labels_that_count() -> list[Label]:
    """Returns the labels of sources that are sources."""
    return [one for one in read_labels(FILE) if one["ok"]]


def measure(corpora: Path) -> dict[str, float]:
    """Returns the figures that the quality gate pins."""
    return {
        f"{dossier}_{name}": value
        for dossier, scores in score(readings(labels_that_count(), corpora)).items()
        for name, value in scores.figures().items()
        if name.split("_")[0] in {"dev", "held"}
    }


def main() -> None:
    """Prints every figure, and the mistakes of the part `dev` on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument(
        "--errors", action="store_true", help="print the mistakes of the part `dev`"
    )
    asked = parser.parse_args()
    for dossier, scores in score(readings(labels_that_count(), asked.data)).items():
        for name, value in scores.figures().items():
            print(f"dossier {dossier:8} {name:14} {value:5.1f} of {scores.whole[name]}")
        for error in scores.errors if asked.errors else ():
            print(f"  {dossier} {error}")


if __name__ == "__main__":
    main()
