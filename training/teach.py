"""Takes the teacher's scores of every paragraph once, for `train_student.py`.

    python training/teach.py --teacher WORK/teacher/epoch2.pt --base MPNET_FOLDER --first WORK/attribution/epoch4.pt \
        --rows WORK/nested.jsonl --out WORK/taught.pkl

The scores are the mean of the teacher's and the first model's probabilities: two encoders of different families err
in different places. Rows hold `text`, `attributions` (null where the text is unlabelled) and `inner`, the nested
relations that the first model reads in its contents (`nested_rows.py`).
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from models import ARCS, TAGS, AttributionModel, TeacherModel, base_folder, base_tokenizer
from paragraphs import Packed, batches, ids_and_mask, packed, paragraphs_of

MOST = 256
SHARE = 0.65
"""Weight of the teacher against the first model, which is weaker."""


def probabilities(
    model: AttributionModel, windows: Sequence[Packed]
) -> tuple[np.ndarray, np.ndarray]:
    """Returns the probabilities of tags and arcs of the first layer for a batch."""
    ids, mask = map(torch.from_numpy, ids_and_mask(windows))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        tags, arcs = model(ids, mask)
    tags, arcs = tags[..., :TAGS].float(), arcs[:, :ARCS].float()
    return tags.softmax(-1).numpy(), arcs.softmax(-1).numpy()


def teach(models: Sequence[tuple[float, AttributionModel]], group: Sequence[Packed]) -> None:
    """Writes the weighted mean of the models' probabilities into the paragraphs of a batch."""
    tags = arcs = 0.0
    for share, model in models:
        one_tags, one_arcs = probabilities(model, group)
        tags, arcs = tags + share * one_tags, arcs + share * one_arcs
    for row, window in enumerate(group):
        for place, paragraph in window.placed():
            inside = slice(place, place + len(paragraph.ids))
            heads = np.concatenate(
                [arcs[row, :, inside, :1], arcs[row, :, inside, inside]], axis=-1
            )
            heads /= heads.sum(axis=-1, keepdims=True) + 1e-9
            paragraph.soft_tags = tags[row, inside].astype(np.float16)
            paragraph.soft_arcs = heads.astype(np.float16)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--first", type=Path, required=True)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = base_tokenizer()
    with args.rows.open(encoding="utf-8") as lines:
        texts = [paragraphs_of(tokenizer, json.loads(line)) for line in lines]
    windows = [window for text in texts for window in packed(text, MOST)]
    teacher, first = TeacherModel(args.base), AttributionModel(base_folder())
    for model, path in ((teacher, args.teacher), (first, args.first)):
        model.load_state_dict(torch.load(path, map_location="cpu"))
        model.eval()
    begun = time.time()
    groups = batches(windows, 4096, random.Random(0))
    for number, group in enumerate(groups):
        teach([(SHARE, teacher), (1 - SHARE, first)], group)
        if number % 20 == 0:
            print(f"batch {number}/{len(groups)} {time.time() - begun:.0f} s", flush=True)
    with args.out.open("wb") as file:
        pickle.dump(texts, file, protocol=5)
    print(f"{args.out}: {len(texts)} texts, {time.time() - begun:.0f} s")


if __name__ == "__main__":
    main()
