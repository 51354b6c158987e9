"""Reads the hand-made labels and the reports they are about, and runs the whole pipeline on these.

The label files hold no texts, only the name of the corpus, the id of the report, a hash of its text, and offsets;
see `labels/README.md`. What is right lives in `chains` and `speakers`. Each report is read as `reportedly add`
reads a line of a corpus, so that credits count; its attributions are found once, whatever dossiers follow. Long
texts are cut behind the last label, to keep the gate quick.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportedly.attributing import Attributor
from reportedly.coding import ActClassifier
from reportedly.model import Attribution, Report, Span, Understood
from reportedly.pipeline.understanding import Tools, understand
from reportedly.reading import read_bytes
from reportedly.vocabulary import Gazetteer, load_dossier, load_gazetteer

LABELS = Path(__file__).resolve().parent / "labels"

DOSSIERS: Mapping[str, str | None] = {"none": None, "ukraine": "ukraine"}
"""The dossiers that both measures are run with, by the word for them in the figures' names."""

LONGEST = 20_000
"""Characters of a text that are read; only eight of the labelled reports are longer, up to 268,829."""

BEYOND = 2_000
"""Characters that are read behind the last label at least."""

Label = dict[str, Any]


class WrongText(ValueError):
    """A report of the corpora is not the one that was labelled."""


@dataclass(frozen=True, slots=True)
class Remembering(Attributor):
    """Finds the attributions of a text once."""

    known: dict[str, tuple[Attribution, ...]] = field(default_factory=dict)

    def attribute(self, report: str, text: str, *, nested: bool = True) -> tuple[Attribution, ...]:
        """Returns the attributions of a text; see `Attributor.attribute`."""
        if report not in self.known:
            self.known[report] = Attributor.attribute(self, report, text, nested=nested)
        return self.known[report]


@dataclass
class Scores:
    """Counts of what is right, by group and name of the figure."""

    right: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, groups: Sequence[str], verdicts: Mapping[str, bool]) -> None:
        """Counts the verdicts on one labelled item in every group it belongs to."""
        for group in groups:
            for name, verdict in verdicts.items():
                self.right[f"{group}_{name}"] += verdict
                self.whole[f"{group}_{name}"] += 1

    def figures(self) -> dict[str, float]:
        """Returns each figure by its name, in percent."""
        return {name: 100 * self.right[name] / whole for name, whole in self.whole.items()}


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as the pipeline understands it, with the labels about it."""

    understood: Understood
    # The gazetteer, with what it learnt from this report.
    names: Gazetteer
    labels: Sequence[Label]


def read_labels(name: str) -> list[Label]:
    """Returns the lines of a label file."""
    return [json.loads(line) for line in (LABELS / name).read_text("utf-8").splitlines()]


def reports_of(labels: Iterable[Label], corpora: Path) -> Iterator[tuple[Report, list[Label]]]:
    """Yields each labelled report with its labels.

    Raises:
        WrongText: a text is not the one that was labelled.
    """
    about: dict[tuple[str, str], list[Label]] = {}
    for label in labels:
        about.setdefault((label["corpus"], label["report"]), []).append(label)
    for corpus in sorted({corpus for corpus, _ in about}):
        for line in (corpora / f"{corpus}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            here = about.pop((corpus, row["id"]), [])
            if here:
                yield _report(row, here), here
    if about:
        raise WrongText(f"reports that are not in the corpora: {sorted(about)}")


def text_of(row: Mapping[str, Any]) -> str:
    """Returns the text of a row; a corpus of sentences has its headline first."""
    if "text" in row:
        return str(row["text"])
    first, *others = map(str, row["sentences"])
    return first + "\n" + " ".join(others)


def _report(row: Mapping[str, Any], labels: Sequence[Label]) -> Report:
    """Reads a row as `reportedly add` reads a line of a corpus."""
    text = text_of(row)
    if hashlib.sha256(text.encode()).hexdigest()[:12] != labels[0]["sha"]:
        raise WrongText(f"{row['id']} is not the text that was labelled")
    line = {key: row[key] for key in ("title", "date", "author") if key in row}
    line["text"] = text[: max(LONGEST, BEYOND + max(_last(label) for label in labels))]
    (report,) = read_bytes(json.dumps(line).encode(), f"{row['id']}.jsonl")
    return report


def _last(label: Label) -> int:
    """Returns where the last stretch of a label ends."""
    links = [link["mentions"] for link in label.get("chain", ())]
    stretches = [label["content"], label.get("source", ()), label.get("speaker", ()), *links]
    return max(_numbers(stretches))


def _numbers(offsets: Any) -> Iterator[int]:  # noqa: ANN401  (a stretch, or a list of stretches)
    """Yields the numbers in nested lists."""
    if isinstance(offsets, int):
        yield offsets
    else:
        for each in offsets:
            yield from _numbers(each)


def readings(labels: Iterable[Label], corpora: Path) -> Iterator[tuple[str, Reading]]:
    """Yields each labelled report, read with each of the dossiers, with the word for it."""
    attributor = Remembering(Attributor.load(threads=1).encoder)
    acts = ActClassifier.load(attributor.encoder.tokenizer)
    tools = {
        word: Tools(attributor, acts, load_gazetteer(load_dossier(name) if name else None))
        for word, name in DOSSIERS.items()
    }
    for report, here in reports_of(labels, corpora):
        for word, each in tools.items():
            names = each.gazetteer.learn(f"{report.title}\n\n{report.text}")
            yield word, Reading(understand(report, each), names, here)
        attributor.known.clear()


def shared(a: Span, b: Span) -> int:
    """Returns the number of characters that two stretches have in common."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


_WORD = re.compile(r"\w[\w’'&-]*")
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "in",
        "on",
        "at",
        "to",
        "by",
        "his",
        "her",
        "their",
        "its",
        "mr",
        "mrs",
        "ms",
    ]
)
_ENDS_HEAD = re.compile(r"\s+(?:of|for|in|on|at|to|from|with|who|which|that|close|familiar)\s|[,(]")


def words_of(name: str) -> set[str]:
    """Returns the words of a name that may tell it from others, in small letters and without plural or genitive."""
    return {_bare(word) for word in _WORD.findall(name)} - _SMALL


def _bare(word: str) -> str:
    plain = re.sub(r"[’']s?$", "", word.lower())
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") else plain


def head_of(name: str) -> str:
    """Returns the last word before the first preposition or comma: what or who a phrase is about."""
    words = _WORD.findall(_ENDS_HEAD.split(name.strip(), maxsplit=1)[0])
    return _bare(words[-1]) if words else ""


def initials_of(name: str) -> str:
    """Returns the first letters of the words of a name ("BBS" of "Bay Broadcasting Service")."""
    return "".join(word[0] for word in _WORD.findall(name) if word.lower() not in _SMALL).lower()
