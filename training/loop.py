"""The steps of training: rates that rise and fall, one update at a time, progress, checkpoints.

What lives here: what training on gold and training by teachers share. What does not: models, batches and losses.
"""

from __future__ import annotations

import time
from pathlib import Path

import torch
from torch import Tensor

from models import AttributionModel

SLOWEST = 0.995
"""Share of the old in a moving average of weights from the time that many steps are behind it."""


class Trainer:
    """Updates a model, its encoder at one rate and its heads, which begin with less, at another.

    The rates rise over `warming` steps and then fall in a line towards nothing. A moving average of the weights
    (Polyak and Juditsky 1992) is kept beside them; `settle` puts it in their place.
    """

    def __init__(
        self, model: AttributionModel, rate: float, head_rate: float, steps: int, warming: int
    ) -> None:
        body = [p for p in model.encoder.parameters() if p.requires_grad]
        heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
        self._model = model
        self._parameters = body + heads
        self._steps = steps
        self._optimiser = torch.optim.AdamW(
            [{"params": body, "lr": rate}, {"params": heads, "lr": head_rate}],
            weight_decay=0.01,
            fused=True,
        )
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser,
            lambda s: min(1.0, (s + 1) / max(1, warming)) * max(0.01, (steps - s) / steps),
        )
        self._average = [one.detach().clone() for one in self._parameters]
        self._begun = time.time()

    def step(self, loss: Tensor) -> None:
        """Updates the model by the loss of a batch; prints the progress every 20 steps."""
        self._optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._parameters, 1.0)
        self._optimiser.step()
        self._schedule.step()
        done = self._schedule.last_epoch
        with torch.no_grad():
            kept = min(SLOWEST, (1 + done) / (10 + done))
            for mean, weights in zip(self._average, self._parameters, strict=True):
                mean.lerp_(weights, 1 - kept)
        if done % 20 == 0:
            print(f"step {done}/{self._steps} {loss.item():.3f} {self._spent()}", flush=True)

    def settle(self) -> None:
        """Puts the moving average in the place of the weights, which are lost; for the end of training."""
        with torch.no_grad():
            for weights, mean in zip(self._parameters, self._average, strict=True):
                weights.copy_(mean)

    def keep(self, folder: Path, epoch: int) -> None:
        """Writes the checkpoint of an epoch, counted from 1."""
        torch.save(self._model.state_dict(), folder / f"epoch{epoch}.pt")
        print(f"epoch {epoch} done {self._spent()}", flush=True)

    def _spent(self) -> str:
        return f"{time.time() - self._begun:.0f} s"
