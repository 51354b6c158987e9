"""Scores the figures' grammar: value F1 and value + unit F1 over sentences with gold quantities.

    python evals/figures.py --data recognizers.jsonl [--errors]

Each line of the data: {"id", "text", "quantities": [{"value", "normalized_unit"}]}, units in words. Quantities are
matched as multisets in a sentence; a gold unit "-" or "count" stands for a bare number.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reportedly.measuring.rows import figure_rows


def main() -> None:
    """Prints the two figures; with --errors every sentence that is not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    rows = read_rows(options.data)
    for name, with_unit in (("value", False), ("value + unit", True)):
        print(f"{name:14s} F1 {100 * score(rows, with_unit=with_unit, errors=options.errors):.1f}")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Returns the rows of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def measure(path: Path) -> dict[str, float]:
    """Returns both figures in percent, for the quality gate."""
    rows = read_rows(path)
    return {
        "value F1": 100 * score(rows, with_unit=False),
        "value + unit F1": 100 * score(rows, with_unit=True),
    }


def score(rows: Iterable[dict[str, Any]], *, with_unit: bool, errors: bool = False) -> float:
    """Returns the F1 of all quantities of all rows."""
    right = found = gold = 0
    for row in rows:
        wanted = Counter(_gold(quantity, with_unit) for quantity in row["quantities"])
        got = Counter(_ours(figure, with_unit) for figure in figure_rows(row["text"]))
        both = (wanted & got).total()
        right, found, gold = right + both, found + got.total(), gold + wanted.total()
        if errors and wanted != got:
            print(f"{row['text'][:200]!r}\n   missed {wanted - got}\n   invented {got - wanted}")
    return 2 * right / max(1, found + gold)


def _gold(quantity: dict[str, str], with_unit: bool) -> tuple[str, str]:  # noqa: FBT001
    unit = quantity["normalized_unit"]
    return _number(quantity["value"]), ("" if unit in {"-", "count"} else unit) if with_unit else ""


def _ours(figure: dict[str, Any], with_unit: bool) -> tuple[str, str]:  # noqa: FBT001
    value = figure["value"]
    shown = f"{figure['low']:.6g}-{figure['high']:.6g}" if value is None else f"{value:.6g}"
    return shown, figure["unit_name"] if with_unit else ""


def _number(value: str) -> str:
    low, dash, high = value.partition("-")
    if low and dash:
        return f"{float(low):.6g}-{float(high):.6g}"
    return f"{float(value):.6g}"


if __name__ == "__main__":
    main()
