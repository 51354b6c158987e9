"""Scores the figures of bare sentences: values, units, what is measured, modifiers.

    python evals/figures.py --data recognizers.jsonl [--errors]
    python evals/figures.py --data FOLDER [--part dev --errors]

A file holds lines {"id", "text", "quantities": [{"value", "normalized_unit"}]}, units in words; quantities are
matched as multisets in a sentence, and a gold unit "-" or "count" stands for a bare number. With the folder of the
evaluation data the sentences of `labels/figures.jsonl` are scored, each read alone as `annotate --only figures` reads
it. A figure is right by value if both have the same value, or the same bounds where there is none; each figure is
paired once, the nearest first. Unit: the same short name, "decades" being their years. What is measured: the words
without articles and possessives and whatever their case; complete if all are the same, partial if one is shared. F1 is
over all figures of both sides. Modifiers are compared where the values are the same.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from labelled import Label, read_labels
from reportedly.measuring.quantities import unit_code
from reportedly.measuring.rows import figure_rows
from reportedly.model import Span
from texts import Texts

Row = dict[str, Any]
LABELS = "figures.jsonl"


def main() -> None:
    """Prints the figures; with --errors every sentence that is not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=["dev", "held"], help="of the labels; both if not given")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if options.errors and options.part == "held":
        parser.error("the mistakes of the part held are not looked at")
    if options.data.is_dir():
        found = measure_labels(options.data, options.part, errors=options.errors)
    else:
        found = measure(options.data, errors=options.errors)
    for name, value in found.items():
        print(f"{name:28s} {value:.1f}")


# --- recognizers ------------------------------------------------------------------------------------------


def measure(path: Path, *, errors: bool = False) -> dict[str, float]:
    """Returns both figures in percent, for the quality gate."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {
        "value F1": 100 * score(rows, with_unit=False),
        "value + unit F1": 100 * score(rows, with_unit=True, errors=errors),
    }


def score(rows: Iterable[Row], *, with_unit: bool, errors: bool = False) -> float:
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


def _ours(figure: Row, with_unit: bool) -> tuple[str, str]:  # noqa: FBT001
    return _value(figure), figure["unit_name"] if with_unit else ""


def _value(figure: Row) -> str:
    """Returns the value as text, or both bounds where there is none."""
    value, low, high = figure["value"], figure["low"], figure["high"]
    if value is not None:
        return f"{value:.6g}"
    return "-".join("" if bound is None else f"{bound:.6g}" for bound in (low, high))


def _number(value: str) -> str:
    low, dash, high = value.partition("-")
    if low and dash:
        return f"{float(low):.6g}-{float(high):.6g}"
    return f"{float(value):.6g}"


# --- labels of our own ------------------------------------------------------------------------------------

_SMALL = re.compile(r"^(?:the|an?|its|their|his|her|our|this|these|those)$")
_YEARS = {"decade": 10.0, "century": 100.0}
Pair = tuple[Row | None, Row | None]


def measure_labels(
    data: Path, part: str | None = None, *, errors: bool = False
) -> dict[str, float]:
    """Returns the figures of each part of the labels in percent; `data` is the folder of the evaluation data."""
    labels = read_labels(LABELS)
    texts = Texts(data)
    figures: dict[str, float] = {}
    for name in [part] if part else ["dev", "held"]:
        pairs: list[Pair] = []
        for label in (one for one in labels if one["part"] == name):
            here = list(pairs_of(label, texts.of(label)))
            pairs += here
            if errors:
                _show(label, texts.of(label), here)
        figures |= {f"{name}_{key}": value for key, value in scores(pairs).items()}
    return figures


def measure_gate(corpora: Path) -> dict[str, float]:
    """Returns the figures for the quality gate, which names the folder of the corpora."""
    return measure_labels(corpora.parent)


def pairs_of(label: Label, text: str) -> Iterator[Pair]:
    """Yields each figure of a labelled sentence with ours of its value, the nearest; None where there is none."""
    sentence = Span(*label["sentence"])
    ours = figure_rows(sentence.of(text))
    gold = labelled_rows(label, text)
    yield from pair_up(gold, [row | {"start": row["start"] + sentence.start} for row in ours])


def pair_up(gold: Sequence[Row], ours: Sequence[Row]) -> list[Pair]:
    """Pairs figures of the same value, the nearest first; see `pairs_of`."""
    near = sorted(
        (abs(a["start"] - b["start"]), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(ours)
        if _value(_in_years(a)) == _value(_in_years(b))
    )
    pairs: list[Pair] = []
    left, right = set(range(len(gold))), set(range(len(ours)))
    for _, i, j in near:
        if i in left and j in right:
            pairs.append((gold[i], ours[j]))
            left.remove(i)
            right.remove(j)
    return [
        *pairs,
        *((gold[i], None) for i in sorted(left)),
        *((None, ours[j]) for j in sorted(right)),
    ]


def labelled_rows(label: Label, text: str) -> list[Row]:
    """Returns the figures of a labelled sentence as rows."""
    return [_labelled(figure, text) for figure in label["figures"]]


def _labelled(figure: Label, text: str) -> Row:
    what = Span(*figure["what"]).of(text) if figure["what"] else ""
    start = figure["words"][0]
    return figure | {
        "start": start,
        "measured_entity": what,
        "exact": Span(*figure["words"]).of(text),
    }


def _in_years(figure: Row) -> Row:
    factor = _YEARS.get(figure["unit"])
    if factor is None:
        return figure
    bounds = {
        key: None if figure[key] is None else figure[key] * factor
        for key in ("value", "low", "high")
    }
    return figure | bounds | {"unit": "year"}


def scores(pairs: Sequence[Pair]) -> dict[str, float]:
    """Returns each figure by its name, in percent."""
    both = [(a, b) for a, b in pairs if a and b]
    sides = sum(a is not None for a, _ in pairs) + sum(b is not None for _, b in pairs)

    def f1(same: Callable[[Row, Row], bool]) -> float:
        return 200 * sum(same(a, b) for a, b in both) / max(1, sides)

    modifiers = [a["modifier"] == _modifier(b) for a, b in both]
    return {
        "value F1": f1(lambda _a, _b: True),
        "value + unit F1": f1(same_unit),
        "value + what, partial": f1(what_shared),
        "value + what, complete": f1(lambda a, b: _words(a) == _words(b)),
        "modifier": 100 * sum(modifiers) / max(1, len(modifiers)),
    }


def same_unit(a: Row, b: Row) -> bool:
    """Says whether two figures have one unit, whatever its spelling."""
    left, right = (_in_years(one)["unit"] for one in (a, b))
    return left == right or (unit_code(left) or left) == (unit_code(right) or right)


def what_shared(a: Row, b: Row) -> bool:
    """Says whether two figures measure the same in part: a word is shared, or both say nothing."""
    left, right = _words(a), _words(b)
    return bool(set(left) & set(right)) or left == right


def _words(figure: Row) -> list[str]:
    words = re.findall(r"[^\W_]+(?:[.'’&-][^\W_]+)*", (figure["measured_entity"] or "").lower())
    return [word for word in words if not _SMALL.match(word)]


def _modifier(figure: Row) -> str:
    """Returns our modifier in the words of the labels, which tell vague plurals from ranges."""
    vague = figure["value"] is None and not re.search(r"\d", figure["exact"])
    worded = re.search(r"\b(?:to|and|between|or)\b", figure["exact"]) is not None
    return "vague" if figure["modifier"] == "range" and vague and not worded else figure["modifier"]


def _show(label: Label, text: str, pairs: Sequence[Pair]) -> None:
    wrong = [
        (a, b)
        for a, b in pairs
        if not (
            a and b and same_unit(a, b) and _words(a) == _words(b) and a["modifier"] == _modifier(b)
        )
    ]
    if not wrong:
        return
    print(f"[{label['n']}] {' '.join(Span(*label['sentence']).of(text).split())}")
    for a, b in wrong:
        print("     gold", _line(a), "\n     ours", _line(b))


def _line(figure: Row | None) -> str:
    if figure is None:
        return "–"
    keys = ("exact", "value", "modifier", "unit", "measured_entity")
    return " | ".join(str(figure[key]) for key in keys)


if __name__ == "__main__":
    main()
