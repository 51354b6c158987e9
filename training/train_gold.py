"""Trains an encoder on PolNeAR's gold alone: the first model, or the teacher. A checkpoint after every epoch.

    python training/train_gold.py --data EVAL/polnear --out WORK/first
    python training/train_gold.py --data EVAL/polnear --out WORK/teacher --teacher MPNET_FOLDER \
        --epochs 2 --windows 8 --rate 5e-5 --head-rate 5e-4

Tags and arcs are learnt jointly. Windows begin at another paragraph in every epoch. `README.md` has the recipe.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from loop import Trainer
from models import ARCS, IGNORE, AttributionModel, TeacherModel, base_folder, base_tokenizer
from paragraphs import NONE, Packed, ids_and_mask, packed, paragraphs_of

MOST = 256
"""Word pieces in a window."""

ARC_SHARE = 0.3
"""Weight of the arcs in the loss."""

FROZEN = 4
"""Lower layers of the teacher that are not trained, to save time."""


def targets(windows: Sequence[Packed], length: int) -> tuple[Tensor, Tensor]:
    """Returns the gold of a batch: tags (windows, pieces) and arcs (windows, 2, pieces), places in the window."""
    tags = np.full((len(windows), length), IGNORE)
    arcs = np.full((len(windows), ARCS, length), IGNORE)
    for row, window in enumerate(windows):
        for place, paragraph in window.placed():
            inside = slice(place, place + len(paragraph.ids))
            gold = paragraph.gold
            tags[row, inside] = gold.tags
            moved = np.where(gold.arcs >= 0, gold.arcs + place, gold.arcs)
            arcs[row, :, inside] = np.where(moved == NONE, 0, moved)
    return torch.from_numpy(tags), torch.from_numpy(arcs)


def loss_of(model: AttributionModel, windows: Sequence[Packed]) -> Tensor:
    """Cross entropy of the tags plus a share of that of the arcs."""
    ids, mask = map(torch.from_numpy, ids_and_mask(windows))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tag_scores, arc_scores = model(ids, mask)
    tags, arcs = targets(windows, ids.shape[1])
    return functional.cross_entropy(
        tag_scores.float().flatten(0, 1), tags.flatten(), ignore_index=IGNORE
    ) + ARC_SHARE * functional.cross_entropy(
        arc_scores.float().flatten(0, 2), arcs.flatten(), ignore_index=IGNORE
    )


def groups(windows: list[Packed], size: int, rng: random.Random) -> list[list[Packed]]:
    """Groups `size` windows of like length, in random order."""
    order = sorted(windows, key=lambda w: len(w) + rng.random() * 24)
    found = [order[k : k + size] for k in range(0, len(order), size)]
    rng.shuffle(found)
    return found


def read_texts(path: Path) -> list[list]:
    """Reads the paragraphs of each row of a file."""
    tokenizer = base_tokenizer()
    with path.open(encoding="utf-8") as lines:
        return [paragraphs_of(tokenizer, json.loads(line)) for line in lines]


def dev_loss(model: AttributionModel, texts: list[list]) -> float:
    model.eval()
    windows = [window for text in texts for window in packed(text, MOST)]
    with torch.no_grad():
        losses = [loss_of(model, group).item() for group in groups(windows, 16, random.Random(0))]
    model.train()
    return sum(losses) / len(losses)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, help="folder of MPNet-base; without it, MiniLM")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--windows", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=6e-4)
    parser.add_argument("--seed", type=int, default=20261122)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    train, dev = (read_texts(args.data / f"{part}.jsonl") for part in ("train", "dev"))
    model = TeacherModel(args.teacher, FROZEN) if args.teacher else AttributionModel(base_folder())
    count = sum(len(packed(text, MOST, rng)) for text in train)
    steps = args.epochs * (count // args.windows + 1)
    trainer = Trainer(model, args.rate, args.head_rate, steps, warming=steps // 16)
    for epoch in range(args.epochs):
        windows = [window for text in train for window in packed(text, MOST, rng)]
        for group in groups(windows, args.windows, rng):
            trainer.step(loss_of(model, group))
        trainer.keep(args.out, epoch + 1)
        print(f"dev loss {dev_loss(model, dev):.4f}", flush=True)


if __name__ == "__main__":
    main()
