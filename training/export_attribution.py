"""Writes a checkpoint of the attribution encoder as ONNX, weights stored in 8 bits a channel.

    python training/export_attribution.py --checkpoint WORK/attribution/epoch4.pt --out src/reportedly/attributing/files

Large matrices are stored as signed bytes with one scale per output channel and widened when the model
is loaded (DequantizeLinear, folded by the runtime), so the file is a quarter of the size and the arithmetic
stays float32. Needs the `training` extra.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from train_attribution import AttributionModel, base_folder

SMALLEST_QUANTISED = 50_000
"""Matrices with fewer numbers stay in float32: they cost little."""


class Exported(torch.nn.Module):
    """The model with probabilities as outputs, as the run time reads them."""

    def __init__(self, model: AttributionModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        tags, arcs = self.model(ids, mask)
        return torch.log_softmax(tags, -1), torch.log_softmax(arcs, -1)


def quantise_weights(model: onnx.ModelProto) -> None:
    """Replaces each large float32 matrix by bytes, a scale a channel and a widening node."""
    graph = model.graph
    for tensor in list(graph.initializer):
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.ndim != 2 or weights.size < SMALLEST_QUANTISED:
            continue
        name = tensor.name
        # An embedding has a row a piece, a matrix product a column an output.
        axis = 0 if any(n.op_type == "Gather" and n.input[0] == name for n in graph.node) else 1
        scale = np.abs(weights).max(axis=1 - axis) / 127.0
        scale[scale == 0] = 1.0
        shaped = scale[:, None] if axis == 0 else scale[None, :]
        stored = np.clip(np.rint(weights / shaped), -127, 127).astype(np.int8)
        graph.initializer.remove(tensor)
        graph.initializer.extend(
            [
                numpy_helper.from_array(stored, f"{name}_bytes"),
                numpy_helper.from_array(scale.astype(np.float32), f"{name}_scale"),
            ]
        )
        node = helper.make_node(
            "DequantizeLinear",
            [f"{name}_bytes", f"{name}_scale"],
            [name],
            axis=axis,
            name=f"{name}_widen",
        )
        graph.node.insert(0, node)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="attribution")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model = AttributionModel(base_folder(), eager=True)
    model.load_state_dict(torch.load(args.checkpoint, map_location="cpu"))
    model.eval()
    ids = torch.tensor([[101, 2002, 2056, 102], [101, 2002, 102, 0]])
    path = args.out / f"{args.name}.onnx"
    axes = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        Exported(model),
        (ids, (ids > 0).long()),
        str(path),
        input_names=["ids", "mask"],
        output_names=["tags", "arcs"],
        dynamic_axes={
            "ids": axes,
            "mask": axes,
            "tags": axes,
            "arcs": {0: "windows", 2: "pieces", 3: "pieces"},
        },
        opset_version=17,
        dynamo=False,
    )
    exported = onnx.load(str(path))
    quantise_weights(exported)
    onnx.checker.check_model(exported)
    onnx.save(exported, str(path))
    tokenizer = json.loads((base_folder() / "tokenizer.json").read_text("utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    (args.out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), "utf-8")
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
