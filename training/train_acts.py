"""Trains the act classifier and says how good it is on the gold pairs, by cross-validation grouped by sentence.

    python training/train_acts.py --data EVAL --out WORK/acts [--folds 5] [--resume WORK/acts/first.pt]

First it learns from our own labels of contents and pairs and from the vocabulary (`first.pt`), then from the gold pairs
together with a part of the contents (`acts.pt`). With `--folds` the second step is done for each fold without the
fold's sentences, and the figures over all folds are printed; `EVAL` is the folder of the evaluation data.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "evals"))

from act_model import ActModel, Batch, act_weights, batch_of, begin, loss_of
from act_rows import Example, Texts, gold_pairs, our_contents, our_pairs, vocabulary_examples
from classes import by_class
from loop import Trainer
from models import base_tokenizer
from reportedly.coding.act_cases import pieces_of
from reportedly.coding.act_classifier import ROOTS

VERBAL = ("AGREE", "CONCEDE", "REQUEST", "REJECT", "ACCUSE", "THREATEN")
"""Roots that an act of ours maps to."""

AT_ONCE = 32
FIRST = (6, 2.5e-4, 1e-3)
SECOND = (4, 2e-4, 5e-4)
"""Epochs, rate of the encoder and rate of the heads of the two steps."""

REHEARSED = 2500
"""Contents that the second step sees beside the gold pairs, drawn anew in every epoch."""


def batches(
    tokenizer: Tokenizer, examples: Sequence[Example], rng: random.Random
) -> Iterator[Batch]:
    """Yields batches of cases of about one length, in random order."""
    lengths = [len(pieces_of(tokenizer, each.case)[0]) + 12 * rng.random() for each in examples]
    order = sorted(range(len(examples)), key=lambda place: lengths[place])
    groups = [order[start : start + AT_ONCE] for start in range(0, len(order), AT_ONCE)]
    rng.shuffle(groups)
    for group in groups:
        yield batch_of(tokenizer, [examples[place] for place in group])


def learn(
    model: ActModel,
    tokenizer: Tokenizer,
    always: Sequence[Example],
    *,
    sometimes: Sequence[Example] = (),
    plan: tuple[int, float, float],
    rng: random.Random,
) -> None:
    """Trains a model on examples, and in every epoch on some of others."""
    epochs, rate, head_rate = plan
    count = len(always) + min(REHEARSED, len(sometimes))
    steps = epochs * math.ceil(count / AT_ONCE)
    trainer = Trainer(model, rate, head_rate, steps, warming=max(1, steps // 12))
    weights = act_weights([*always, *sometimes])
    model.train()
    for _ in range(epochs):
        drawn = rng.sample(list(sometimes), min(REHEARSED, len(sometimes)))
        for batch in batches(tokenizer, [*always, *drawn], rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = model(batch.ids, batch.roles, batch.mask, batch.rule, batch.terms)
            trainer.step(loss_of(out, batch, weights))
    trainer.settle()
    model.eval()


@torch.no_grad()
def guessed_roots(model: nn.Module, tokenizer: Tokenizer, examples: Sequence[Example]) -> list[str]:
    """Returns the likeliest root of each pair; "NONE" is no answer where one is asked for."""
    found = []
    for each in examples:
        one = batch_of(tokenizer, [each])
        roots = model(one.ids, one.roles, one.mask, one.rule, one.terms)[1][0, :-1]
        found.append(ROOTS[int(roots.argmax())])
    return found


def cross_validate(
    first: Path,
    tokenizer: Tokenizer,
    gold: Sequence[Example],
    *,
    some: Sequence[Example],
    folds: int,
) -> None:
    """Prints the figures of the second step over all folds."""
    groups = sorted({each.group for each in gold})
    random.Random(0).shuffle(groups)
    fold = {group: place % folds for place, group in enumerate(groups)}
    pairs: list[tuple[str, str]] = []
    for held in range(folds):
        model = ActModel()
        model.load_state_dict(torch.load(first))
        kept = [each for each in gold if fold[each.group] != held]
        learn(model, tokenizer, kept, sometimes=some, plan=SECOND, rng=random.Random(held))
        asked = [each for each in gold if fold[each.group] == held]
        guesses = guessed_roots(model, tokenizer, asked)
        pairs += [(str(e.root), guess) for e, guess in zip(asked, guesses, strict=True)]
        print_figures(f"folds 0 to {held}", pairs)


def print_figures(title: str, pairs: Sequence[tuple[str, str]]) -> None:
    """Prints accuracy, macro F1 over all roots and over the verbal ones, and F1 by root."""
    scores = by_class(pairs)
    found = {root: scores[root].f1 for root in ROOTS if root in scores}
    right = sum(gold == guess for gold, guess in pairs) / len(pairs)
    verbal = [found[root] for root in VERBAL if root in found]
    print(f"{title}: {len(pairs)} pairs, accuracy {right:.3f}")
    print(f"  macro F1 {sum(found.values()) / len(found):.3f} over {len(found)} roots", end=", ")
    print(f"{sum(verbal) / len(verbal):.3f} over the verbal ones")
    print("  " + ", ".join(f"{root} {value:.3f}" for root, value in found.items()), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate the second step too")
    parser.add_argument("--resume", type=Path, help="outcome of the first step")
    parser.add_argument("--seed", type=int, default=20261122)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    tokenizer, texts = base_tokenizer(), Texts(args.data)
    gold, pairs, contents = gold_pairs(args.data), our_pairs(texts), our_contents(texts)
    first = args.resume or args.out / "first.pt"
    if not args.resume:
        model = begin(tokenizer, gold[:400])
        own = [*contents, *pairs, *vocabulary_examples()]
        learn(model, tokenizer, own, plan=FIRST, rng=rng)
        torch.save(model.state_dict(), first)
    if args.folds:
        cross_validate(first, tokenizer, gold, some=[*contents, *pairs], folds=args.folds)
    model = ActModel()
    model.load_state_dict(torch.load(first))
    learn(model, tokenizer, gold, sometimes=[*contents, *pairs], plan=SECOND, rng=rng)
    torch.save(model.state_dict(), args.out / "acts.pt")


if __name__ == "__main__":
    main()
