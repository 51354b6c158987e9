"""Prints the figures of checkpoints, and of the mean of their probabilities, before anything is exported.

    python training/score_checkpoints.py --data EVAL/polnear/dev.jsonl --model 1 WORK/first/epoch4.pt \
        [--model 0.65 WORK/teacher/epoch2.pt --base MPNET_FOLDER]

Only decoding and linking are applied, no forms and nothing that completes contents, so the figures compare models, and
are lower than those of the product.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from export_attribution import load
from models import ARCS, TAGS, AttributionModel, TeacherModel, base_tokenizer
from reportedly.attributing.decoding import find_spans
from reportedly.attributing.linking import link
from reportedly.attributing.windows import Window, cut_windows, paragraphs_pieces

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "evals"))
import attribution


def read_model(path: Path, base: Path | None) -> AttributionModel:
    """Loads a checkpoint; one as wide as MPNet is the teacher's."""
    state = torch.load(path, map_location="cpu")
    if state["tags.weight"].shape[1] == 384:
        return load(path)
    if base is None:
        sys.exit("the teacher's checkpoint needs --base, the folder of MPNet-base")
    model = TeacherModel(base)
    model.load_state_dict(state)
    return model.eval()


def probabilities(model: AttributionModel, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """Returns tags (pieces, 7) and arcs (2, pieces, pieces) of the first layer."""
    ids = torch.tensor(window.pieces.ids[None].astype(np.int64))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        tags, arcs = model(ids, torch.ones_like(ids))
    tags, arcs = tags[0, :, :TAGS].float(), arcs[0, :ARCS].float()
    return tags.softmax(-1).numpy(), arcs.softmax(-1).numpy()


def read(models: list[tuple[float, AttributionModel]], rows: list[dict]) -> Iterator[tuple]:
    """Yields (text, found, gold) of each row."""
    tokenizer = base_tokenizer()
    for row in rows:
        found = []
        for window in cut_windows(paragraphs_pieces(tokenizer, row["text"])):
            scores = [(share, *probabilities(model, window)) for share, model in models]
            tags = sum(share * one for share, one, _ in scores)
            arcs = sum(share * one for share, _, one in scores)
            spans = find_spans(window, np.log(tags + 1e-9).astype(np.float32))
            found += link(window, spans, arcs.astype(np.float32))
        mine = [{"source": o.source, "cue": o.cue, "content": o.content} for o in found]
        yield row["text"], mine, row["attributions"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", nargs=2, action="append", required=True, metavar=("SHARE", "PT"))
    parser.add_argument("--base", type=Path)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.data.read_text("utf-8").splitlines()]
    models = [(float(share), read_model(Path(path), args.base)) for share, path in args.model]
    total = sum(share for share, _ in models)
    models = [(share / total, model) for share, model in models]
    for name, value in attribution.score(read(models, rows)).figures().items():
        print(f"{name:16} {value:5.1f}")


if __name__ == "__main__":
    main()
