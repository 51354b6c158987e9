"""The quality gate: measured figures may not fall below their floors.

    python evals/gate.py [--data FOLDER] [--only NAME] [--raise-floors]

The floors are in `floors.json`, each with a fingerprint of the data and labels it was measured on. Where the data is
absent the gate says so and passes: the data is third-party text and not part of the repository. A floor is raised
with `--raise-floors`; lowering one is an edit of the file that says why under "reason". What is counted stands at the
top of each scorer, and in words in `docs/evaluation.md`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import attribution
import chains
import checks
import contents
import dates
import figures
import nesting
import same_positions
import speakers
import stories
from labelled import LABELS

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
DEFAULT_DATA = HERE.parents[1] / "shared" / "eval"

SLACK = 0.3
"""Points by which a figure may differ between processors before it counts as a fall."""

WORKERS = 2
"""Scorers that run at the same time; each runs the encoder on one thread."""

Figures = dict[str, float]


class Measure(NamedTuple):
    """What is measured: on which data, on which labels of ours, by which function."""

    # File or folder under the data folder.
    data: str
    # Returns the figures; gets the path of the data.
    function: Callable[[Path], Figures]
    # Label files of `labels/`.
    labels: tuple[str, ...] = ()
    # Returns further lines to print beside the figures, None if there are none; gets the path of the data.
    notes: Callable[[Path], Sequence[str]] | None = None


MEASURES: Mapping[str, Measure] = {
    "speakers": Measure("corpora", speakers.measure, ("speakers.jsonl",)),
    "chains": Measure("corpora", chains.measure, ("chains.jsonl",)),
    "contents": Measure("corpora", contents.measure, ("acts.jsonl",)),
    "checks": Measure("corpora", checks.measure, ("checks.jsonl",)),
    "attribution": Measure(
        "polnear/dev.jsonl", attribution.measure, notes=attribution.table_of_misses
    ),
    "nesting": Measure("mpqa/dev.jsonl", nesting.measure),
    "stories_groups": Measure(stories.ECBPLUS, stories.measure_groups),
    "stories_pairs": Measure(stories.NEWSIM, stories.measure_pairs),
    "same_positions": Measure("corpora", same_positions.measure, ("same_positions.jsonl",)),
    "dates": Measure("tempeval3/train.jsonl", dates.measure),
    "figures": Measure("quantities/recognizers.jsonl", figures.measure),
    "figures_news": Measure("corpora", figures.measure_gate, (figures.LABELS,)),
}
"""The scorers by name; those that take longest first, so that both workers are done at about the same time."""


class Measured(NamedTuple):
    """The outcome of one scorer."""

    figures: Figures
    # Fingerprint of what it was measured on.
    data: str
    notes: Sequence[str]


def fingerprint(path: Path, labels: Sequence[str] = ()) -> str:
    """Returns a short hash of a data file, or of the JSON lines of a folder, and of label files."""
    read = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    digest = hashlib.sha256()
    for each in (*read, *(LABELS / name for name in labels)):
        digest.update(each.read_bytes())
    return digest.hexdigest()[:16]


def run(name: str, folder: Path) -> Measured | None:
    """Measures one thing, in a process of its own; returns None where the data is absent."""
    measure = MEASURES[name]
    path = folder / measure.data
    if not path.exists():
        return None
    found = measure.function(path)
    notes = measure.notes(path) if measure.notes else ()
    return Measured(found, fingerprint(path, measure.labels), notes)


def run_all(names: Sequence[str], folder: Path) -> Iterator[tuple[str, Measured | None]]:
    """Yields each outcome with its name, in the order given."""
    with ProcessPoolExecutor(WORKERS) as pool:
        tasks = [(name, pool.submit(run, name, folder)) for name in names]
        for name, task in tasks:
            yield name, task.result()


def main() -> int:
    """Measures, compares with the floors, and returns 1 if one is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--only", choices=list(MEASURES), action="append", help="may be repeated")
    parser.add_argument("--raise-floors", action="store_true")
    args = parser.parse_args()
    floors = json.loads(FLOORS.read_text("utf-8"))
    broken = 0
    for name, measured in run_all(args.only or list(MEASURES), args.data):
        if measured is None:
            missing = MEASURES[name].data
            print(f"{name}: skipped, because {missing} is not there (give its folder with --data)")
            continue
        if args.raise_floors:
            raise_floors(floors, name, measured)
        broken += compare(floors, name, measured)
        for note in measured.notes:
            print(f"{name:14} {note}")
    if args.raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", "utf-8")
    return 1 if broken else 0


def raise_floors(floors: dict[str, dict[str, object]], name: str, measured: Measured) -> None:
    """Raises the floors to what is measured; on other data than before they are set anew."""
    entry = floors.setdefault(name, {})
    if entry.get("data") != measured.data:
        entry |= {"data": measured.data, "figures": {}}
    pinned = entry["figures"]
    assert isinstance(pinned, dict)  # noqa: S101  (ours to write)
    for figure, value in measured.figures.items():
        pinned[figure] = max(pinned.get(figure, 0.0), round(value, 1))


def compare(floors: Mapping[str, Mapping[str, object]], name: str, measured: Measured) -> int:
    """Prints each figure beside its floor; returns how many are broken."""
    entry = floors.get(name, {"data": measured.data, "figures": {}})
    if entry["data"] != measured.data:
        print(f"{name}: other data than the floors were measured on ({measured.data})")
        print("Raise the floors on this data, if it is the right one: --raise-floors")
        return 1
    pinned = entry["figures"]
    assert isinstance(pinned, dict)  # noqa: S101  (ours to write)
    broken = 0
    for figure, value in measured.figures.items():
        floor = pinned.get(figure, 0.0)
        fell = value < floor - SLACK
        broken += fell
        print(f"{name:14} {figure:28} {value:5.1f}  floor {floor:5.1f}{'  BROKEN' if fell else ''}")
    return broken


if __name__ == "__main__":
    sys.exit(main())
