# SPDX-License-Identifier: GPL-3.0-or-later
"""A checkpoint to the files the program loads: int8 network, vocabulary, tags, and the list of SHA-256.

Usage: ``python -m train_tagger.export WORK RESOURCES/models [--raw]`` (``--raw``: the last weights, not their average).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from train_tagger.network import VOCABULARY, Network

_ALTERNATIVES = 3
_NAMES = ("ids", "features", "mask", "keep", "tags")


class Served(nn.Module):
    """What the program asks: the probability of "keep" and the best other tags, best first."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """(batch, pieces) and (batch, pieces, alternatives)."""
        share = self.network(ids, features, mask).softmax(-1)
        return share[..., 0], share[..., 1:].topk(_ALTERNATIVES)[1] + 1


def trained(work: Path, *, raw: bool = False) -> tuple[Network, list[str]]:
    """The network of the last checkpoint, its weights averaged over the last steps, and its tags."""
    tags: list[str] = json.loads((work / "tags.json").read_text(encoding="utf-8"))
    state = torch.load(work / "checkpoint.pt")
    network = Network(len(tags))
    network.load_state_dict(state["network"])
    if not raw:
        network.load_state_dict(state["average"], strict=False)
    return network.eval(), tags


def write(network: Network, tags: list[str], models: Path) -> None:
    """Write the model into ``models/tagger`` and its sums into ``models/SHA256SUMS``."""
    folder = models / "tagger"
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1_000, 2_000, (2, 20))
    inputs = (ids, torch.zeros_like(ids), torch.ones_like(ids))
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            Served(network),
            inputs,
            str(whole),
            input_names=list(_NAMES[:3]),
            output_names=list(_NAMES[3:]),
            dynamic_axes={name: {0: "batch", 1: "pieces"} for name in _NAMES},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, folder / "tagger.onnx", weight_type=QuantType.QInt8, per_channel=True)
    shutil.copyfile(VOCABULARY, folder / "vocab.txt")
    (folder / "tags.json").write_text(json.dumps(tags) + "\n", encoding="utf-8")
    names = sorted(path for path in folder.iterdir() if path.suffix in (".onnx", ".json", ".txt"))
    sums = models / "SHA256SUMS"
    others = [line for line in (sums.read_text().splitlines() if sums.exists() else ()) if " tagger/" not in line]
    mine = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  tagger/{path.name}" for path in names]
    sums.write_text("\n".join([*others, *mine]) + "\n", encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("models", type=Path)
    parser.add_argument("--raw", action="store_true")
    options = parser.parse_args()
    network, tags = trained(options.work, raw=options.raw)
    write(network, tags, options.models)
    print(len(tags), "tags;", (options.models / "tagger" / "tagger.onnx").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
