# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the tagger. Resumable: run again with the same folder, and it goes on from the last checkpoint.

Usage: ``python -m train_tagger.train WORK --until 12:00 [--start net.safetensors tags.json] [--threads 1]``. Reads
``WORK/corpus.pickle`` (and ``parsed.pickle``, ``hard.pickle`` where present), writes ``checkpoint.pt``, ``tags.json``
and a line of figures every 100 steps to ``train.log``.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from train_tagger.chunk import Chunk
from train_tagger.injector import Injector, applied, in_present, rates, renamed, tags
from train_tagger.lexicon import Corpus
from train_tagger.network import Network, Reader, Row, collate, start_from

_BATCH = 64
_POOL = 2_560
_PEAK, _FLOOR = 2.0e-4, 0.03
_WARM = 200
_AVERAGE = 0.998
_RENAMED, _PRESENT, _HARD, _PARSED = 0.25, 0.25, 0.06, 0.6


@dataclass
class Supply:
    """Clean chunks in an endless seeded order: parsed ones more often, present-tense versions, hard ones as clean."""

    plain: list[Chunk]
    parsed: list[Chunk]
    hard: list[Chunk]
    injector: Injector
    reader: Reader
    rng: random.Random = field(default_factory=random.Random)

    def rows(self) -> Iterator[Row]:
        """Rows for ever."""
        while True:
            yield self.reader.row(self._draft())

    def _draft(self) -> list[Any]:
        if self.hard and self.rng.random() < _HARD:
            return applied(self.rng.choice(self.hard), [])
        source = self.parsed if self.parsed and self.rng.random() < _PARSED else self.plain
        chunk = max(self.rng.choices(source, k=self.rng.choice((1, 2))), key=_marks)
        if len(chunk.present) >= 2 and self.rng.random() < _PRESENT:
            chunk = in_present(chunk)
        if self.rng.random() < _RENAMED:
            chunk = renamed(chunk, self.injector.lexicon, self.rng)
        return self.injector.draft(chunk)

    def batches(self) -> Iterator[list[Row]]:
        """Batches of rows of like length."""
        stream = self.rows()
        while True:
            pool = sorted((next(stream) for _ in range(_POOL)), key=lambda row: len(row.ids))
            batches = [pool[at : at + _BATCH] for at in range(0, len(pool), _BATCH)]
            self.rng.shuffle(batches)
            yield from batches


def _marks(chunk: Chunk) -> int:
    """Commas and quotation marks: where most of what drafts get wrong can be put in."""
    return sum(token.form in ',"' for token in chunk.tokens)


class Figures:
    """Running loss, recall and precision of the tags on the drafts being trained on."""

    def __init__(self) -> None:
        self.loss: list[float] = []
        self.hit = self.errors = self.marked = 0

    def add(self, loss: float, logits: Tensor, wanted: Tensor) -> None:
        """One batch."""
        best = logits.argmax(-1)
        self.loss.append(loss)
        self.hit += int(((best == wanted) & (wanted > 0)).sum())
        self.errors += int((wanted > 0).sum())
        self.marked += int((best > 0).sum())

    def __str__(self) -> str:
        mean = sum(self.loss) / max(1, len(self.loss))
        return f"loss {mean:.4f} found {self.hit / max(1, self.errors):.3f} right {self.hit / max(1, self.marked):.3f}"


@dataclass
class Trainer:
    """The network, its optimiser and the running average of its weights."""

    network: Network
    optimiser: torch.optim.Optimizer
    average: dict[str, Tensor]
    step: int = 0
    seen: int = 0

    @classmethod
    def make(cls, network: Network) -> Trainer:
        """Word embeddings stay as they are: they are half the weights and learn nothing from so little text."""
        network.enc.embeddings.word_embeddings.weight.requires_grad_(False)
        free = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
        groups = [
            {"params": [p for _, p in free if p.ndim > 1], "weight_decay": 0.01},
            {"params": [p for _, p in free if p.ndim <= 1], "weight_decay": 0.0},
        ]
        optimiser = torch.optim.AdamW(groups, lr=_PEAK, betas=(0.9, 0.98))
        return cls(network, optimiser, {name: p.detach().clone() for name, p in free})

    def update(self, rows: list[Row], rate: float, figures: Figures) -> None:
        """One step."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        ids, features, mask = collate(rows)
        line = torch.tensor([k for k, row in enumerate(rows) for _ in row.first])
        piece = torch.tensor([at for row in rows for at in row.first])
        wanted = torch.tensor([tag for row in rows for tag in row.tags])
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.network.hidden(ids, features, mask)[line, piece]
            logits = self.network.tag(hidden)
        loss = nn.functional.cross_entropy(logits.float(), wanted)
        self.optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self._average()
        self.step += 1
        self.seen += len(rows)
        figures.add(loss.item(), logits, wanted)

    @torch.no_grad()
    def _average(self) -> None:
        keep = min(_AVERAGE, (1 + self.step) / (10 + self.step))
        for name, parameter in self.network.named_parameters():
            if name in self.average:
                self.average[name].mul_(keep).add_(parameter, alpha=1 - keep)

    def save(self, path: Path) -> None:
        """Write a checkpoint, whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average,
            "step": self.step,
            "seen": self.seen,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self, path: Path) -> None:
        """Go on from a checkpoint."""
        state = torch.load(path)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average, self.step, self.seen = state["average"], state["step"], state["seen"]


def _load(path: Path) -> Any:
    if not path.exists():
        return []
    with path.open("rb") as source:
        return pickle.load(source)


def _supply(work: Path, seed: int, known: list[str], corpus: Corpus) -> Supply:
    parsed, hard = _load(work / "parsed.pickle"), _load(work / "hard.pickle")
    sample = (
        random.Random(5).sample(corpus.train, 4_000) + [in_present(c) for c in parsed[:1_000]] + parsed[1_000:4_000]
    )
    taken = rates(sample, corpus.lexicon)
    injector = Injector(corpus.lexicon, taken, frozenset(known), random.Random(seed))
    return Supply(corpus.train, parsed, hard, injector, Reader(known), random.Random(seed + 1))


def _tags(work: Path, corpus: Corpus) -> list[str]:
    path = work / "tags.json"
    if not path.exists():
        found = tags(corpus.train[:40_000], corpus.lexicon)
        found += [tag for tag in ("$PRES_Z", "$PRES_B", "R_is", "R_are", "R_has", "R_have") if tag not in found]
        path.write_text(json.dumps(found), encoding="utf-8")
    known: list[str] = json.loads(path.read_text(encoding="utf-8"))
    return known


def _seconds_until(clock: str) -> float:
    hour, minute = map(int, clock.split(":"))
    now = datetime.now()
    end = now.replace(hour=hour, minute=minute, second=0)
    return ((end if end > now else end + timedelta(days=1)) - now).total_seconds()


def _rate(step: int, share: float) -> float:
    """Warm up, then fall in a straight line over the time given. ``share``: of that time, what is gone."""
    return _PEAK * min(1.0, (step + 1) / _WARM) * max(_FLOOR, 1 - share)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--until", required=True)
    parser.add_argument("--began", default="", help="clock at which the time for the falling rate began")
    parser.add_argument("--start", nargs=2, type=Path)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(options.threads)
    corpus: Corpus = _load(options.work / "corpus.pickle")
    known = _tags(options.work, corpus)
    trainer = Trainer.make(_network(options, known))
    if (options.work / "checkpoint.pt").exists():
        trainer.resume(options.work / "checkpoint.pt")
    supply = _supply(options.work, 7 + trainer.step, known, corpus)
    _run(trainer, supply, options, len(known))


def _network(options: argparse.Namespace, known: list[str]) -> Network:
    network = Network(len(known))
    if options.start:
        old = json.loads(options.start[1].read_text(encoding="utf-8"))
        taken = start_from(network, load_file(options.start[0]), old, known)
        print(f"{len(known)} tags, {taken} taken over", flush=True)
    return network.train()


def _run(trainer: Trainer, supply: Supply, options: argparse.Namespace, tag_count: int) -> None:
    total = _seconds_until(options.until)
    gone = 0.0
    if options.began:
        gone = 86_400 - _seconds_until(options.began)
        total += gone
    began, figures = time.time(), Figures()
    checkpoint = options.work / "checkpoint.pt"
    with (options.work / "train.log").open("a", encoding="utf-8") as log:
        print(
            f"# {datetime.now():%H:%M} start at step {trainer.step}; {tag_count} tags; "
            f"{len(supply.parsed)} parsed, {len(supply.hard)} hard",
            file=log,
            flush=True,
        )
        for rows in supply.batches():
            share = (time.time() - began + gone) / total
            if share >= 1:
                break
            trainer.update(rows, _rate(trainer.step, share), figures)
            if trainer.step % 100 == 0:
                print(
                    f"{datetime.now():%H:%M:%S} step {trainer.step} seen {trainer.seen} {figures} "
                    f"rate {_rate(trainer.step, share):.1e}",
                    file=log,
                    flush=True,
                )
                figures = Figures()
            if trainer.step % 100 == 0:
                trainer.save(checkpoint)
    trainer.save(checkpoint)


if __name__ == "__main__":
    main()
