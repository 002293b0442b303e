"""Examples -> a trained network: first on public sets, then on collections with some of those."""

import random
from collections.abc import Callable

import torch

from assistant.fit.examples import Sampler
from assistant.fit.network import TrainableNetwork, loss_of

_BATCH = 8
_CLIP = 1.0
_WARM_UP = 50  # steps
_LAST_RATE = 0.03  # of the first
_BARE = 0.2  # so often a passage is read without what stands above it

Report = Callable[[str], None]


def train(
    network: TrainableNetwork,
    sampler: Sampler,
    steps: int,
    rate: float,
    seed: int,
    report: Report,
    decay: float = 0.03,
) -> TrainableNetwork:
    """``network`` after ``steps`` batches of examples from ``sampler``; the same each time."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network.train()
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=decay)
    losses: list[float] = []
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = rate * _schedule(step, steps)
        optimiser.zero_grad()
        for _ in range(_BATCH):
            losses += _learn(network, sampler, chance)
        torch.nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
        optimiser.step()
        if (step + 1) % 200 == 0:
            report(f"step {step + 1}: loss {sum(losses) / len(losses):.3f}")
            losses.clear()
    return network.eval()


def _learn(network: TrainableNetwork, sampler: Sampler, chance: random.Random) -> list[float]:
    """Add the gradient of one example; its loss, or nothing where the draw came to nothing."""
    example = sampler(chance)
    if example is None:
        return []
    inputs, right, answer = example.inputs(bare=chance.random() < _BARE)
    loss = loss_of(network, inputs, right, answer)
    (loss / _BATCH).backward()  # type: ignore[no-untyped-call]
    return [loss.item()]


def _schedule(step: int, steps: int) -> float:
    warm = min(1.0, (step + 1) / _WARM_UP)
    return warm * (_LAST_RATE + (1 - _LAST_RATE) * (1 - step / steps))


def mixed(first: Sampler, second: Sampler, share: float) -> Sampler:
    """Draws from ``second`` so often, else from ``first``."""
    return lambda chance: second(chance) if chance.random() < share else first(chance)
