"""Writes a checkpoint of the shipped encoder as ONNX, its operators fused and its matrices in 8 bits.

    python training/export_attribution.py --checkpoint WORK/student/epoch4.pt --out src/reportedly/attributing/files

The runtime's own tools fuse attention, layer norms and activations and quantise the large matrices (signed bytes,
a scale an output channel; activations are quantised at run time, a scale a window). Needs the `training` extra.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn

from models import ARCS, TAGS, AttributionModel, base_folder

HEADS = 12
"""Attention heads of MiniLM-L6."""


class Exported(nn.Module):
    """The model as the run time reads it: log-probabilities of the tags, probabilities of the arcs."""

    def __init__(self, model: AttributionModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Returns tags (windows, layers, pieces, 7) and arcs (windows, layers, 2, pieces, pieces)."""
        tags, arcs = self.model(ids, mask)
        count, length = ids.shape
        layers = self.model.layers
        tags = tags.view(count, length, layers, TAGS).permute(0, 2, 1, 3)
        arcs = arcs.view(count, layers, ARCS, length, length)
        return tags.log_softmax(-1), arcs.softmax(-1)


def load(path: Path) -> AttributionModel:
    """Makes the model whose shape the checkpoint tells."""
    state = torch.load(path, map_location="cpu")
    model = AttributionModel(base_folder(), len(state["tags.bias"]) // TAGS, eager=True)
    widths = [
        value.shape[0] for name, value in state.items() if name.endswith("intermediate.dense.bias")
    ]
    model.encoder.encoder.layer = model.encoder.encoder.layer[: len(widths)]
    model.encoder.config.num_hidden_layers = len(widths)
    model.narrow([torch.arange(width) for width in widths])
    model.load_state_dict(state)
    return model.eval()


def export(model: AttributionModel, path: Path) -> None:
    """Writes the model in float32."""
    ids = torch.tensor([[101, 2002, 2056, 102], [101, 2002, 102, 0]])
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
            "tags": {0: "windows", 2: "pieces"},
            "arcs": {0: "windows", 3: "pieces", 4: "pieces"},
        },
        opset_version=17,
        dynamo=False,
    )


def fuse(path: Path, out: Path) -> None:
    """Fuses operators; the activation is approximated by tanh."""
    options = FusionOptions("bert")
    options.enable_gelu_approximation = True
    fused = optimizer.optimize_model(
        str(path),
        model_type="bert",
        num_heads=HEADS,
        hidden_size=384,
        optimization_options=options,
        opt_level=0,
    )
    print({name: count for name, count in fused.get_fused_operator_statistics().items() if count})
    fused.save_model_to_file(str(out))


def quantise(path: Path, out: Path) -> None:
    """Stores the large matrices as bytes."""
    quantize_dynamic(
        str(path),
        str(out),
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="attribution")
    parser.add_argument("--float32", action="store_true", help="do not quantise")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    path = args.out / f"{args.name}.onnx"
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        export(load(args.checkpoint), plain)
        fuse(plain, path if args.float32 else fused)
        if not args.float32:
            quantise(fused, path)
    tokenizer = json.loads((base_folder() / "tokenizer.json").read_text("utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    (args.out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), "utf-8")
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
