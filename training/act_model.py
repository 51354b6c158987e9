"""The act classifier: a narrow MiniLM that knows the role of each word piece, with a head for each question.

What lives here: shapes, batches, the forward pass, the loss. What does not: data (`act_rows`), the loop
(`train_acts`). Needs the `training` extra; never imported at run time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from act_rows import Example
from models import base_folder, important, narrow
from reportedly.attributing.windows import CLS, SEP
from reportedly.coding.act_cases import Role, pieces_of
from reportedly.coding.act_classifier import ACTS, ASPECTS, ROOTS
from reportedly.vocabulary.issues import Issue, load_issues

WIDTH = 384
NEURONS = 768
"""Feed-forward neurons that are kept of each layer's 1,536."""

SMOOTHING = 0.05
ASPECT_SHARE, ISSUE_SHARE = 0.15, 0.8
"""Weights of the aspects and of the issues in the loss."""

RARE = 0.35
"""Power by which rare acts weigh more."""

ISSUES: tuple[Issue, ...] = tuple(issue for issue in load_issues() if issue.parent is not None)
PLACES = {issue.id: place for place, issue in enumerate(ISSUES)}


@dataclass(frozen=True, slots=True)
class Batch:
    """Cases as the model takes them, with what is right of them."""

    examples: Sequence[Example]
    # (cases, pieces), 0 where a case is shorter.
    ids: Tensor
    roles: Tensor
    mask: Tensor
    # (cases, 11): what the rules say, the last place for nothing.
    rule: Tensor
    # (cases, issues): weights of terms.
    terms: Tensor


def batch_of(tokenizer: Tokenizer, examples: Sequence[Example]) -> Batch:
    """Puts cases side by side."""
    read = [pieces_of(tokenizer, each.case) for each in examples]
    length = max(len(ids) for ids, _ in read)
    ids = torch.zeros(len(examples), length, dtype=torch.long)
    roles, mask = ids.clone(), ids.clone()
    rule, terms = torch.zeros(len(examples), len(ACTS) + 1), torch.zeros(len(examples), len(ISSUES))
    for row, (pieces, kinds) in enumerate(read):
        case = examples[row].case
        ids[row, : len(pieces)] = torch.tensor(pieces)
        roles[row, : len(pieces)] = torch.tensor(kinds)
        mask[row, : len(pieces)] = 1
        rule[row, len(ACTS) if case.rule is None else ACTS.index(case.rule)] = 1.0
        for issue, weight in case.terms.items():
            terms[row, PLACES[issue]] = weight
    return Batch(examples, ids, roles, mask, rule, terms)


class ActModel(nn.Module):
    """MiniLM with a role embedding, and heads for acts, roots, aspects and issues."""

    def __init__(self, neurons: int = NEURONS, *, eager: bool = False) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            base_folder(), add_pooling_layer=False, attn_implementation="eager" if eager else "sdpa"
        )
        narrow(self.encoder, [torch.arange(neurons)] * len(self.encoder.encoder.layer))
        embeddings = self.encoder.embeddings
        plain = embeddings.token_type_embeddings.weight.data[0]
        embeddings.token_type_embeddings = nn.Embedding(len(Role), WIDTH)
        embeddings.token_type_embeddings.weight.data = plain.repeat(len(Role), 1)
        embeddings.token_type_embeddings.weight.data[1:] += 0.02 * torch.randn(len(Role) - 1, WIDTH)
        embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        self.dropout = nn.Dropout(0.1)
        self.mix = nn.Linear(4 * WIDTH, WIDTH)
        self.acts = nn.Linear(WIDTH + len(ACTS) + 1, len(ACTS))
        self.roots = nn.Linear(WIDTH, len(ROOTS))
        self.aspects = nn.Linear(WIDTH, len(ASPECTS))
        self.issues = nn.Linear(WIDTH, len(ISSUES))
        self.of_terms = nn.Parameter(torch.tensor([1.5, 1.0]))

    def forward(
        self, ids: Tensor, roles: Tensor, mask: Tensor, rule: Tensor, terms: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Returns scores of acts (cases, 10), roots (cases, 16), aspects (cases, 4) and issues (cases, issues)."""
        hidden = self.encoder(
            input_ids=ids, token_type_ids=roles, attention_mask=mask
        ).last_hidden_state

        def mean(chosen: Tensor) -> Tensor:
            weight = chosen.to(hidden.dtype)[:, :, None]
            return (hidden * weight).sum(1) / weight.sum(1).clamp(min=1.0)

        matter = mean((roles == int(Role.TARGET)) | (roles == int(Role.CONTENT)))
        parts = [hidden[:, 0], mean(roles == int(Role.SOURCE)), matter, mean(mask)]
        mixed = self.mix(self.dropout(torch.cat(parts, -1)))
        mixed = self.dropout(functional.gelu(mixed))
        known = terms * self.of_terms[0] + (terms > 0).to(terms.dtype) * self.of_terms[1]
        return (
            self.acts(torch.cat([mixed, rule.to(mixed.dtype)], -1)),
            self.roots(mixed),
            self.aspects(mixed),
            self.issues(matter) + known,
        )


def begin(tokenizer: Tokenizer, sample: Sequence[Example]) -> ActModel:
    """Makes the model that training begins with.

    It keeps the neurons that matter most in a sample; the weights of an issue are the vector of its own description.
    """
    model = ActModel(4 * WIDTH)
    model.eval()
    one = batch_of(tokenizer, sample)
    kept = important(
        model.encoder, NEURONS, lambda: model(one.ids, one.roles, one.mask, one.rule, one.terms)
    )
    narrow(model.encoder, kept)
    model.issues.weight.data = 1.6 * _issue_vectors(model, tokenizer)
    model.issues.bias.data.fill_(-4.5)
    return model


@torch.no_grad()
def _issue_vectors(model: ActModel, tokenizer: Tokenizer) -> Tensor:
    """Returns the mean vector of each issue's description, examples and terms, apart from what all share."""
    model.eval()
    vectors = []
    for issue in ISSUES:
        terms = ", ".join(" ".join(w for p in t.parts for w in p.words) for t in issue.terms[:25])
        described = f"{issue.label}. {issue.description}"
        read = [_vector(model, tokenizer, one) for one in (described, *issue.examples, terms)]
        vectors.append(functional.normalize(torch.stack([*read, read[0], read[0]]).mean(0), dim=0))
    stacked = torch.stack(vectors)
    return stacked - 0.8 * stacked.mean(0)


def _vector(model: ActModel, tokenizer: Tokenizer, words: str) -> Tensor:
    ids = [CLS, *tokenizer.encode(words, add_special_tokens=False).ids[:90], SEP]
    hidden = model.encoder(input_ids=torch.tensor([ids])).last_hidden_state[0]
    return functional.normalize(hidden.mean(0), dim=0)


def act_shares(example: Example) -> list[float]:
    """Returns the share of readers for each act, none at all where no act was asked for."""
    read = [answer.act for answer in example.answers if answer.act is not None]
    return [read.count(act) / len(read) for act in ACTS] if read else []


def act_weights(examples: Sequence[Example]) -> Tensor:
    """Returns the weight of each act, 1 on average over the examples."""
    shares = torch.tensor([row for row in map(act_shares, examples) if row]).sum(0)
    weights = (shares.sum() / shares.clamp(min=1.0)) ** RARE
    return weights * shares.sum() / (weights * shares).sum()


def loss_of(out: tuple[Tensor, ...], batch: Batch, weights: Tensor) -> Tensor:
    """Cross entropy of what was labelled of each case, readers who differ sharing a case; a mean over the batch."""
    acts, roots, aspects, issues = (scores.float() for scores in out)
    found = torch.zeros(())
    shares = [(i, act_shares(e)) for i, e in enumerate(batch.examples) if act_shares(e)]
    if shares:
        rows = [i for i, _ in shares]
        found = found + functional.cross_entropy(
            acts[rows],
            torch.tensor([row for _, row in shares]),
            weight=weights,
            label_smoothing=SMOOTHING,
            reduction="sum",
        )
        marked = [_marked([a.aspects for a in batch.examples[i].answers], ASPECTS) for i in rows]
        found = found + ASPECT_SHARE * _binary(aspects[rows], torch.tensor(marked))
    pairs = [(i, ROOTS.index(e.root)) for i, e in enumerate(batch.examples) if e.root is not None]
    if pairs:
        found = found + functional.cross_entropy(
            roots[[i for i, _ in pairs]],
            torch.tensor([root for _, root in pairs]),
            label_smoothing=SMOOTHING,
            reduction="sum",
        )
    about = [i for i, e in enumerate(batch.examples) if e.answers]
    if about:
        named = [_marked([a.issues for a in batch.examples[i].answers], PLACES) for i in about]
        found = found + ISSUE_SHARE * _binary(issues[about], torch.tensor(named))
    return found / len(batch.examples)


def _marked(readings: Sequence[Sequence[str]], names: Iterable[str]) -> list[float]:
    """Returns for each name the share of readers who gave it."""
    return [sum(name in given for given in readings) / len(readings) for name in names]


def _binary(scores: Tensor, right: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(scores, right, reduction="sum")
