# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the judge of commas to the rows of :mod:`tools.train_commas.rows`, in two rounds, and writes its weights.

The first round knows no author's habit; by its odds each novel's habits are told; the second round knows them, and
for a quarter of its rows does not, so that the judge can be asked either way. Needs torch.

``python -m tools.train_commas.train ROWS OUT`` writes ``OUT/judge.npz``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from redraft.checks.commas.kinds import KINDS
from redraft.checks.commas.model import habit_key
from tools.train_commas.table import Table, habits, read_tables

FEWEST = 45
"""A feature seen less often is left out."""
_WIDTH, _INNER = 12, 32
_BATCH, _RATE, _DROPPED, _HELD = 8192, 4e-3, 0.25, 1.5e-6


class Net(nn.Module):
    """Sums of the features' vectors, one hidden layer, and a direct weight of each feature for each task."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.hidden = nn.EmbeddingBag(size + 1, _WIDTH, mode="sum")
        self.direct = nn.EmbeddingBag(size + 1, 5, mode="sum")
        self.first = nn.Parameter(torch.zeros(_WIDTH))
        self.inner = nn.Linear(_WIDTH, _INNER)
        self.outer = nn.Linear(_INNER, 5)
        nn.init.normal_(self.hidden.weight, 0, 0.05)
        nn.init.zeros_(self.direct.weight)
        with torch.no_grad():
            self.outer.bias[:] = torch.tensor([-3.0, -3.0, -2.0, -5.0, -1.0])

    def forward(self, cells: torch.Tensor, kept: torch.Tensor) -> torch.Tensor:
        """Log-odds of each task; ``kept``: the weight of each feature of each row."""
        first = torch.relu(self.hidden(cells, per_sample_weights=kept) + self.first)
        second = torch.relu(self.inner(first))
        return self.outer(second) + self.direct(cells, per_sample_weights=kept)


def known_features(tables: list[Table]) -> NDArray[np.uint32]:
    """The features that are seen often enough, sorted, and those that tell the habits."""
    counts: Counter[int] = Counter()
    for each in tables:
        keys, numbers = np.unique(each.keys, return_counts=True)
        counts.update(dict(zip(keys.tolist(), numbers.tolist(), strict=True)))
    often = [key for key, number in counts.items() if number >= FEWEST]
    told = [habit_key(kind, step) for kind in KINDS for step in (None, *(each / 2 for each in range(-5, 6)))]
    return np.array(sorted({*often, *told}), np.uint32)


def located(keys: NDArray[np.uint32], known: NDArray[np.uint32]) -> NDArray[np.int32]:
    """Where each feature stands among the known ones; one behind the last for those that are not known."""
    places = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[places] == keys, places, len(known)).astype(np.int32)


def fit(tables: list[Table], known: NDArray[np.uint32], rounds: int, seed: int) -> Net:
    """The network after so many rounds over all rows."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    cells = np.concatenate([located(each.with_habit(), known) for each in tables])
    plain = np.concatenate([located(each.without_habit(), known) for each in tables])
    truth = np.concatenate([each.truth for each in tables])
    weight = np.concatenate([each.weight for each in tables])
    weight /= weight.sum(0) / np.maximum(1, (weight > 0).sum(0))
    net = Net(len(known))
    steps = rounds * (len(cells) // _BATCH)
    optimiser = torch.optim.Adam(net.parameters(), lr=_RATE)
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, step / 30) * max(0.02, 1 - step / steps))
    for number in range(rounds):
        order = chance.permutation(len(cells))
        total = 0.0
        for start in range(0, len(cells) - _BATCH, _BATCH):
            rows = order[start : start + _BATCH]
            taken = cells[rows]
            blind = chance.random(_BATCH) < 0.25
            taken[blind, -1] = plain[rows[blind], -1]
            kept = (torch.rand(taken.shape) > _DROPPED).float() / (1 - _DROPPED)
            kept[torch.from_numpy(taken == len(known))] = 0
            odds = net(torch.from_numpy(taken.astype(np.int64)), kept)
            loss = nn.functional.binary_cross_entropy_with_logits(
                odds, torch.from_numpy(truth[rows]), torch.from_numpy(weight[rows]), reduction="sum") / _BATCH
            held = _HELD * ((net.direct.weight**2).sum() + 0.3 * (net.hidden.weight**2).sum())
            optimiser.zero_grad()
            (loss + held).backward()
            optimiser.step()
            pace.step()
            total += float(loss.detach())
        print(f"round {number}: loss {total / max(1, len(cells) // _BATCH):.4f}", flush=True)
    return net


def pack(net: Net, known: NDArray[np.uint32], pairs: NDArray[np.uint32]) -> dict[str, NDArray[np.generic]]:
    """The weights as they are stored: whole numbers with one scale a column."""
    packed: dict[str, NDArray[np.generic]] = {"keys": known, "pairs": pairs}
    for name, bag in (("hidden", net.hidden), ("direct", net.direct)):
        weights = bag.weight.detach().numpy()[:-1]
        scale = np.maximum(np.abs(weights).max(0), 1e-6) / 127
        packed[name] = np.round(weights / scale).astype(np.int8)
        packed[f"{name}_scale"] = scale.astype(np.float32)
    packed["first"] = net.first.detach().numpy()
    for name, layer in (("inner", net.inner), ("outer", net.outer)):
        packed[name] = layer.weight.detach().numpy()
        packed[f"{name}_shift"] = layer.bias.detach().numpy()
    return packed


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.train_commas.train", description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    arguments.out.mkdir(parents=True, exist_ok=True)
    tables, pairs = read_tables(arguments.rows)
    known = known_features(tables)
    print(f"{sum(len(each.keys) for each in tables)} gaps of {len(tables)} novels, {len(known)} features", flush=True)
    first = fit(tables, known, 1, arguments.seed)
    for each in tables:
        each.habits = habits(each, first, known)
    net = fit(tables, known, arguments.rounds, arguments.seed)
    np.savez_compressed(arguments.out / "judge.npz", **pack(net, known, pairs))


if __name__ == "__main__":
    main()
