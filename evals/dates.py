"""Measures `find_dates` on TIMEX3 annotations (TempEval-3 rows of text, dct and timex): spans and values.

    python evals/dates.py --data PATH/train.jsonl [--errors N]

The first three quarters of the file are for development, the last quarter is held back; both are reported.
Value F1 counts a value as right where type and value agree on an overlapping span (TempEval-3's relaxed match).
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportedly.measuring import find_dates
from reportedly.model import TimeExpression

Row = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Counts over a set of documents."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    typed: int = 0
    valued: int = 0
    both: int = 0
    errors: Counter[str] = field(default_factory=Counter)

    def f1(self, right: int) -> float:
        """Returns F1 in percent, 0 where there is nothing."""
        total = self.gold + self.found
        return 200 * right / total if total else 0.0


def score(rows: list[Row]) -> Tally:
    """Compares what is found with the gold expressions; each gold one is matched at most once."""
    tally = Tally()
    for row in rows:
        found = list(find_dates(row["text"], row["dct"]))
        tally.found += len(found)
        tally.gold += len(row["timex"])
        for gold in row["timex"]:
            _match(tally, row, gold, found)
        for extra in found:
            tally.errors[f"extra    {_show(row, extra)}"] += 1
    return tally


def _match(tally: Tally, row: Row, gold: Row, found: list[TimeExpression]) -> None:
    """Takes the best overlapping expression out of `found` and counts how far it agrees."""
    near = [
        item for item in found if item.span.start < gold["end"] and gold["begin"] < item.span.end
    ]
    if not near:
        tally.errors[
            f"missed   {gold['text']!r} {gold['type']} {gold['value']} dct {row['dct']}"
        ] += 1
        return
    best = max(
        near, key=lambda item: min(item.span.end, gold["end"]) - max(item.span.start, gold["begin"])
    )
    found.remove(best)
    tally.relaxed += 1
    same_span = (best.span.start, best.span.end) == (gold["begin"], gold["end"])
    same_type, same_value = best.timex_type == gold["type"], best.timex_value == gold["value"]
    tally.strict += same_span
    tally.typed += same_type
    tally.valued += same_value
    tally.both += same_type and same_value
    if not (same_type and same_value):
        words = row["text"][max(0, gold["begin"] - 50) : gold["end"] + 20].replace("\n", " ")
        told = f"{gold['text']!r} {gold['type']} {gold['value']}"
        tally.errors[f"value    {told} <- {_show(row, best)} dct {row['dct']} | {words}"] += 1
    elif not same_span:
        tally.errors[f"span     {gold['text']!r} <- {_show(row, best)}"] += 1


def _show(row: Row, found: TimeExpression) -> str:
    return f"{found.span.of(row['text'])!r} {found.timex_type} {found.timex_value}"


def report(name: str, tally: Tally) -> None:
    """Prints one line of figures."""
    print(
        f"{name:12} gold {tally.gold:5} found {tally.found:5}  span strict {tally.f1(tally.strict):5.1f}"
        f"  relaxed {tally.f1(tally.relaxed):5.1f}  type {tally.f1(tally.typed):5.1f}"
        f"  value {tally.f1(tally.valued):5.1f}  type+value {tally.f1(tally.both):5.1f}"
    )


def measure(path: Path) -> dict[str, float]:
    """Returns the figures that the quality gate pins: value and type+value F1 of both parts."""
    rows = _read(path)
    cut = len(rows) * 3 // 4
    parts = {"development": score(rows[:cut]), "held_back": score(rows[cut:])}
    return {
        f"{name}_{kind}": tally.f1(right)
        for name, tally in parts.items()
        for kind, right in (("value", tally.valued), ("type_value", tally.both))
    }


def _read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def main() -> None:
    """Reads the data and prints the figures of both parts, with errors of the first part on request."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="JSON lines with text, dct and timex"
    )
    parser.add_argument(
        "--errors", type=int, default=0, help="errors of the development part to print"
    )
    asked = parser.parse_args()
    rows = _read(asked.data)
    cut = len(rows) * 3 // 4
    began = time.perf_counter()
    development, held_back = score(rows[:cut]), score(rows[cut:])
    seconds = time.perf_counter() - began
    report("development", development)
    report("held back", held_back)
    print(f"{sum(len(row['text']) for row in rows) / seconds:,.0f} characters a second")
    for error, count in development.errors.most_common(asked.errors):
        print(f"{count:4} {error}")


if __name__ == "__main__":
    main()
