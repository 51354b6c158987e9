"""The quality gate: measured figures may not fall below their floors.

    python evals/gate.py [--data FOLDER] [--raise-floors]

The floors are in `floors.json`, each with a fingerprint of the data it was measured on. Where the data is
absent the gate says so and passes: the data is third-party text and not part of the repository. A floor is
raised with `--raise-floors`; lowering one is an edit of the file that says why under "reason".
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path

import attribution
import dates
import figures

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
DEFAULT_DATA = HERE.parents[1] / "shared" / "eval"

SLACK = 0.3
"""Points by which a figure may differ between processors before it counts as a fall."""


MEASURES: dict[str, tuple[str, Callable[[Path], dict[str, float]]]] = {
    "attribution": ("polnear/dev.jsonl", attribution.measure),
    "dates": ("tempeval3/train.jsonl", dates.measure),
    "figures": ("quantities/recognizers.jsonl", figures.measure),
}
"""What is measured: a name, the file under the data folder, and the function that measures."""


def fingerprint(path: Path) -> str:
    """Returns a short hash of a data file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def main() -> int:
    """Measures, compares with the floors, and returns 1 if one is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--raise-floors", action="store_true")
    args = parser.parse_args()
    floors = json.loads(FLOORS.read_text("utf-8"))
    broken = 0
    for name, (file, measure) in MEASURES.items():
        path = args.data / file
        if not path.exists():
            print(f"{name}: skipped, because {file} is not there (give its folder with --data)")
            continue
        broken += _compare(name, floors, measure(path), fingerprint(path), args.raise_floors)
    if args.raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", "utf-8")
    return 1 if broken else 0


def _compare(
    name: str,
    floors: dict[str, dict[str, object]],
    measured: dict[str, float],
    data: str,
    raise_floors: bool,  # noqa: FBT001
) -> int:
    """Prints each figure beside its floor; returns how many are broken."""
    entry = floors.setdefault(name, {"data": data, "figures": {}})
    if entry["data"] != data:
        print(f"{name}: other data than the floors were measured on ({data}, not {entry['data']})")
        return 1
    pinned = entry["figures"]
    assert isinstance(pinned, dict)  # noqa: S101
    broken = 0
    for figure, value in measured.items():
        floor = pinned.get(figure, 0.0)
        fell = value < floor - SLACK
        broken += fell
        print(f"{name:12} {figure:16} {value:5.1f}  floor {floor:5.1f}{'  BROKEN' if fell else ''}")
        if raise_floors:
            pinned[figure] = max(floor, round(value, 1))
    return broken


if __name__ == "__main__":
    sys.exit(main())
