"""Writes the trained act classifier as ONNX, with the word pieces that news uses.

    python training/export_acts.py --data EVAL --checkpoint WORK/acts/acts.pt --out src/reportedly/coding/files

Word pieces beyond the most frequent ones of the corpora become "unknown", which saves half of the file. The acts are
softened by a temperature, at which the labels of the reports that training kept aside are likeliest; how well
calibrated they are there is printed.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from act_model import ISSUES, ActModel, act_shares, batch_of
from act_rows import Example, Texts, our_contents
from export_attribution import fuse, quantise
from models import base_tokenizer
from reportedly.coding.act_cases import MOST_PIECES
from reportedly.coding.act_classifier import ACTS, NAME

PIECES = 4300
"""Word pieces that are kept."""

UNKNOWN = 100
"""Id of the unknown piece in the vocabulary."""

SPECIAL = (0, UNKNOWN, 101, 102)


class Exported(nn.Module):
    """The model as the run time reads it: ids of the whole vocabulary in, probabilities out."""

    def __init__(self, model: ActModel, kept: list[int], temperature: float) -> None:
        super().__init__()
        self.model = model
        self.temperature = temperature
        embeddings = model.encoder.embeddings.word_embeddings
        known = torch.full((embeddings.num_embeddings,), kept.index(UNKNOWN), dtype=torch.int32)
        known[torch.tensor(kept)] = torch.arange(len(kept), dtype=torch.int32)
        self.register_buffer("known", known)
        small = nn.Embedding(len(kept), embeddings.embedding_dim)
        small.weight.data = embeddings.weight.data[torch.tensor(kept)].clone()
        model.encoder.embeddings.word_embeddings = small
        places = model.encoder.embeddings.position_embeddings
        places.weight.data = places.weight.data[:MOST_PIECES].clone()

    def forward(
        self, ids: Tensor, roles: Tensor, rule: Tensor, terms: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Returns probabilities of acts, roots, aspects and issues, a row a case."""
        found = self.model(self.known[ids].long(), roles, torch.ones_like(ids), rule, terms)
        acts, roots, aspects, issues = found
        return (
            (acts / self.temperature).softmax(-1),
            roots.softmax(-1),
            aspects.sigmoid(),
            issues.sigmoid(),
        )


def frequent_pieces(tokenizer: Tokenizer, texts: Texts) -> list[int]:
    """Returns the ids of the most frequent word pieces of the corpora, and of the special ones, in order."""
    counts: Counter[int] = Counter()
    for text in texts.known.values():
        counts.update(tokenizer.encode(text, add_special_tokens=False).ids)
    return sorted({*SPECIAL, *(piece for piece, _ in counts.most_common(PIECES))})


@torch.no_grad()
def calibrated(model: ActModel, aside: Sequence[Example]) -> float:
    """Returns the temperature of the acts, and prints figures on what was kept aside."""
    tokenizer = base_tokenizer()
    read = [batch_of(tokenizer, [each]) for each in aside]
    found = [model(b.ids, b.roles, b.mask, b.rule, b.terms) for b in read]
    scores = torch.cat([acts for acts, *_ in found])
    shares = torch.tensor([act_shares(each) for each in aside])
    losses = {t / 20: -((scores * 20 / t).log_softmax(-1) * shares).sum() for t in range(10, 61)}
    best = min(losses, key=lambda t: losses[t])
    sure, guess = (scores / best).softmax(-1).max(-1)
    right = shares.gather(1, guess[:, None])[:, 0]
    bins = [(sure * 10).long() == place for place in range(10)]
    off = sum(float((sure[one] - right[one]).sum().abs()) for one in bins) / len(aside)
    print(
        f"aside: {len(aside)} contents, act right {right.mean():.3f}, temperature {best:.2f},",
        end=" ",
    )
    print(f"calibration error {off:.3f}")
    likely = torch.cat([issues for *_, issues in found]).sigmoid()
    marked = [[float(i.id in a.issues) for i in ISSUES] for e in aside for a in e.answers[:1]]
    named = torch.tensor(marked) > 0
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        given = likely >= threshold
        f1 = 2 * (given & named).sum() / (given.sum() + named.sum())
        print(f"  issues from {threshold}: F1 {float(f1):.3f}")
    return best


def export(model: Exported, path: Path) -> None:
    """Writes the model in float32."""
    ids = torch.tensor([[101, 2002, 2056, 102], [101, 2003, 2002, 102]])
    rule, terms = torch.zeros(2, len(ACTS) + 1), torch.zeros(2, len(ISSUES))
    names = ("ids", "roles", "rule", "terms")
    outputs = ("acts", "roots", "aspects", "issues")
    axes = {name: {0: "cases"} for name in (*names, *outputs)}
    axes["ids"][1] = axes["roles"][1] = "pieces"
    torch.onnx.export(
        model,
        (ids, torch.tensor([[0, 1, 3, 0], [0, 1, 4, 0]]), rule, terms),
        str(path),
        input_names=list(names),
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    kept = frequent_pieces(base_tokenizer(), Texts(args.data))
    model = ActModel(eager=True)
    model.load_state_dict(torch.load(args.checkpoint, map_location="cpu"))
    temperature = calibrated(model.eval(), our_contents(Texts(args.data), aside=True))
    path = args.out / "acts.onnx"
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        export(Exported(model.eval(), kept, temperature).eval(), plain)
        fuse(plain, fused)
        quantise(fused, path)
    facts = {"model": NAME, "issues": [issue.id for issue in ISSUES], "temperature": temperature}
    (args.out / "acts.json").write_text(json.dumps(facts, indent=2) + "\n", "utf-8")
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB, {len(kept)} word pieces")


if __name__ == "__main__":
    main()
