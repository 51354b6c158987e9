"""Trains the encoder that is shipped: narrower, two layers of attributions in one pass, taught by others' scores.

    python training/train_student.py --first WORK/attribution/epoch4.pt --taught WORK/taught.pkl \
        --out WORK/student [--epochs 3] [--neurons 768] [--depth 6]

It begins as the first model, keeps the feed-forward neurons that matter most, and learns from the gold where there
is gold, from the teachers' scores everywhere, and the nested relations from what the first model reads in contents.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from loop import Trainer
from models import ARCS, TAGS, AttributionModel, base_folder, important
from paragraphs import (
    NONE,
    Labels,
    Packed,
    Paragraph,
    batches,
    ids_and_mask,
    packed,
)

LAYERS = 2
GOLD_SHARE = 0.35
"""Weight of the gold against the teachers' scores where there is both."""

ARC_SHARE = 0.3
INNER_SHARE = 0.5
"""Weights of the arcs, and of the nested layer, in the loss."""

SURE_WEIGHT = 8.0
"""Weight of pieces whose nested relations an annotator marked, against those that a model read."""

WINDOW_PIECES = (128, 160, 256)
"""Windows are packed to one of these lengths, so that the model gets on with any."""


def targets(windows: Sequence[Packed], length: int) -> tuple[Tensor, Tensor]:
    """Returns what a batch should answer.

    Tags (batch, length, 2, 7) and arcs (batch, 2 x 2, length, length) as probabilities, each row times its weight;
    then the two sums of weights are those of the rows' sums.
    """
    count = len(windows)
    tags = np.zeros((count, length, LAYERS, TAGS), dtype=np.float32)
    arcs = np.zeros((count, LAYERS * ARCS, length, length), dtype=np.float32)
    for row, window in enumerate(windows):
        for place, paragraph in window.placed():
            inside = slice(place, place + len(paragraph.ids))
            tags[row, inside, 0] = outer_tags(paragraph)
            arcs[row, :ARCS, inside, 0], arcs[row, :ARCS, inside, inside] = outer_arcs(paragraph)
            if paragraph.inner is not None:
                weight = np.ones(len(paragraph.ids), dtype=np.float32)
                if paragraph.sure is not None:
                    weight[paragraph.sure] = SURE_WEIGHT
                tags[row, inside, 1] = one_hot(paragraph.inner.tags, TAGS) * weight[:, None]
                none, heads = hard_arcs(paragraph.inner)
                arcs[row, ARCS:, inside, 0] = none * weight
                arcs[row, ARCS:, inside, inside] = heads * weight[:, None]
    return torch.from_numpy(tags), torch.from_numpy(arcs)


def one_hot(numbers: np.ndarray, count: int) -> np.ndarray:
    return np.eye(count, dtype=np.float32)[numbers]


def outer_tags(paragraph: Paragraph) -> np.ndarray:
    """Mixes gold and teachers' tags, (pieces, 7)."""
    soft = paragraph.soft_tags.astype(np.float32)
    if paragraph.gold is None:
        return soft
    return GOLD_SHARE * one_hot(paragraph.gold.tags, TAGS) + (1 - GOLD_SHARE) * soft


def outer_arcs(paragraph: Paragraph) -> tuple[np.ndarray, np.ndarray]:
    """Mixes gold and teachers' arcs; the teachers' count as much as they think the piece has such an arc."""
    soft = paragraph.soft_arcs.astype(np.float32)
    likely = paragraph.soft_tags.astype(np.float32)
    weight = np.stack([likely[:, 5:7].sum(-1), likely[:, 3:5].sum(-1)])
    share = 1.0 if paragraph.gold is None else 1 - GOLD_SHARE
    soft *= (share * weight)[:, :, None]
    none, heads = soft[:, :, 0], soft[:, :, 1:]
    if paragraph.gold is not None:
        gold_none, gold_heads = hard_arcs(paragraph.gold)
        none, heads = none + GOLD_SHARE * gold_none, heads + GOLD_SHARE * gold_heads
    return none, heads


def hard_arcs(labels: Labels) -> tuple[np.ndarray, np.ndarray]:
    """Returns labelled arcs as (2, pieces) for "none" and (2, pieces, pieces) for the others."""
    count = labels.arcs.shape[1]
    none = (labels.arcs == NONE).astype(np.float32)
    heads = np.zeros((ARCS, count, count), dtype=np.float32)
    kind, piece = np.nonzero(labels.arcs >= 0)
    heads[kind, piece, labels.arcs[kind, piece]] = 1.0
    return none, heads


def loss_of(tags: Tensor, arcs: Tensor, tag_targets: Tensor, arc_targets: Tensor) -> Tensor:
    """Cross entropy of tags and arcs against probabilities, each layer by its share."""
    shape = tag_targets.shape
    tag_loss = -(tags.float().view(shape).log_softmax(-1) * tag_targets).sum((0, 1, 3))
    tag_loss = tag_loss / tag_targets.sum((0, 1, 3)).clamp(min=1.0)
    arc_loss = -(arcs.float().log_softmax(-1) * arc_targets).sum((0, 2, 3))
    arc_loss = arc_loss / arc_targets.sum((0, 2, 3)).clamp(min=1.0)
    outer = tag_loss[0] + ARC_SHARE * arc_loss[:ARCS].mean()
    return outer + INNER_SHARE * (tag_loss[1] + ARC_SHARE * arc_loss[ARCS:].mean())


def begin(first: Path, neurons: int, depth: int, sample: Sequence[Packed]) -> AttributionModel:
    """Makes the student from the first model: the same heads for both layers, the neurons that matter most."""
    old = AttributionModel(base_folder())
    old.load_state_dict(torch.load(first, map_location="cpu"))
    student = AttributionModel(base_folder(), LAYERS)
    student.encoder.load_state_dict(old.encoder.state_dict())
    for name in ("tags", "arc_from", "arc_to"):
        theirs, ours = getattr(old, name), getattr(student, name)
        ours.weight.data = theirs.weight.data.repeat(LAYERS, 1)
        ours.bias.data = theirs.bias.data.repeat(LAYERS)
    layers = student.encoder.encoder.layer
    student.encoder.encoder.layer = nn.ModuleList(kept_layers(list(layers), depth))
    student.encoder.config.num_hidden_layers = depth
    if neurons < student.encoder.config.intermediate_size:
        student.eval()
        student.narrow(important(student.encoder, neurons, lambda: read(student, sample)))
    return student


def kept_layers(layers: list[nn.Module], depth: int) -> list[nn.Module]:
    """Keeps layers at even distances, the first and the last among them."""
    places = np.linspace(0, len(layers) - 1, depth).round().astype(int)
    return [layers[place] for place in places]


def read(model: AttributionModel, sample: Sequence[Packed]) -> None:
    """Lets a model read windows."""
    for start in range(0, len(sample), 16):
        model(*map(torch.from_numpy, ids_and_mask(sample[start : start + 16])))


def refined(
    texts: Sequence[list[Paragraph]], others: int, rng: random.Random
) -> list[list[Paragraph]]:
    """Returns the texts that an annotator read nested relations in, each twice, and some others at random."""
    sure = [text for text in texts if any(p.sure is not None for p in text)]
    rest = [text for text in texts if all(p.sure is None for p in text)]
    return sure + sure + rng.sample(rest, min(others, len(rest)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=Path, required=True)
    parser.add_argument("--taught", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--resume", type=Path, help="a student to go on with")
    parser.add_argument(
        "--others",
        type=int,
        help="learn from the texts with hand-made nested relations, each twice, and so many others",
    )
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--neurons", type=int, default=768)
    parser.add_argument("--depth", type=int, default=6)
    parser.add_argument("--pieces", type=int, default=4096, help="word pieces in a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=20261122)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    with args.taught.open("rb") as file:
        texts: list[list[Paragraph]] = pickle.load(file)
    if args.others is not None:
        texts = refined(texts, args.others, rng)
    sample = [window for text in texts[::40] for window in packed(text, 128)]
    model = begin(args.first, args.neurons, args.depth, sample)
    if args.resume:
        model.load_state_dict(torch.load(args.resume, map_location="cpu"))
    total = sum(len(p.ids) + 1 for text in texts for p in text)
    steps = int(args.epochs * total / args.pieces * 1.06)
    trainer = Trainer(model, args.rate, 2 * args.rate, steps, warming=steps // 25)
    model.train()
    for epoch in range(args.epochs):
        windows = [w for text in texts for w in packed(text, rng.choice(WINDOW_PIECES), rng)]
        for group in batches(windows, args.pieces, rng):
            ids, mask = map(torch.from_numpy, ids_and_mask(group))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                tags, arcs = model(ids, mask)
            trainer.step(loss_of(tags, arcs, *targets(group, ids.shape[1])))
        trainer.keep(args.out, epoch + 1)


if __name__ == "__main__":
    main()
