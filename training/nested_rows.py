"""Writes the rows that the student is taught on: labelled and unlabelled texts with nested relations read by a model.

    python training/nested_rows.py --gold EVAL/polnear/train.jsonl --texts EVAL/corpora/*.jsonl \
        --leave-out evals/labels/*.jsonl --labels training/labels/nested.jsonl --out WORK/nested.jsonl

The nested relations are those that the installed Reportedly reads inside contents; in contents that an annotator read
they are the annotator's, and the row says so (`sure`). Unlabelled texts that hand-made
labels refer to are left out, so that figures measured on these stay honest; the same text twice is one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from reportedly.attributing import Attributor

LONGEST = 9_000
"""Characters kept of an unlabelled text."""


def rows(path: Path) -> Iterator[dict]:
    """Yields the rows of a file; a list of sentences is a headline and one paragraph."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "text" not in row:
                row["text"] = row["sentences"][0] + "\n" + " ".join(row["sentences"][1:])
            yield row


def nested(attributor: Attributor, row: dict) -> list[dict]:
    """Returns the relations that stand directly inside the contents of outermost ones."""
    found = attributor.attribute(row["id"], row["text"])
    outermost = {one.id for one in found if one.parent is None}
    return [
        {
            role: [[s.start, s.end] for s in getattr(one, role)]
            for role in ("source", "cue", "content")
        }
        for one in found
        if one.parent in outermost and one.cue
    ]


def labelled(row: dict, labels: list[dict]) -> dict:
    """Puts what annotators marked in some contents of a row in the place of what a model read there."""
    sure = [label["content"] for label in labels]
    read = [
        one
        for one in row["inner"]
        if not any(s < one["content"][-1][1] and one["content"][0][0] < e for s, e in sure)
    ]
    return row | {"inner": read + [one for label in labels for one in label["inner"]], "sure": sure}


def by_text(path: Path | None) -> dict[str, list[dict]]:
    """Returns the hand-made labels by the first twelve digits of the hash of the text they are about."""
    found: dict[str, list[dict]] = {}
    for line in path.read_text("utf-8").splitlines() if path else ():
        label = json.loads(line)
        found.setdefault(label["sha"], []).append(label)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--leave-out", type=Path, nargs="*", default=[])
    parser.add_argument("--labels", type=Path, help="hand-made nested relations")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    attributor = Attributor.load()
    left_out = {row["report"] for path in args.leave_out for row in map(json.loads, path.open())}
    seen: set[str] = set()
    wanted = list(rows(args.gold))
    for path in args.texts:
        for row in rows(path):
            if (
                row["id"] not in left_out
                and row["text"] not in seen
                and row.get("lang", "en") == "en"
            ):
                seen.add(row["text"])
                wanted.append(
                    {"id": row["id"], "text": row["text"][:LONGEST], "attributions": None}
                )
    labels = by_text(args.labels)
    with args.out.open("w", encoding="utf-8") as file:
        for row in wanted:
            kept = {"id": row["id"], "text": row["text"], "attributions": row["attributions"]}
            kept |= {"inner": nested(attributor, row)}
            here = labels.get(hashlib.sha256(row["text"].encode()).hexdigest()[:12], [])
            file.write(json.dumps(labelled(kept, here) if here else kept) + "\n")


if __name__ == "__main__":
    main()
