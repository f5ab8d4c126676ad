# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of each novel as arrays: features, what was asked and what is true; and the habits of its author."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from redraft.checks.comma_habit import shift
from redraft.checks.commas.features import PAIR
from redraft.checks.commas.kinds import KINDS
from redraft.checks.commas.model import TASKS, habit_key

if TYPE_CHECKING:
    from tools.train_commas.train import Net

_COMMON = ("prep", "to", "name", "adverb", "else")
_THIN = 0.35
"""Share of the unmarked gaps of the commonest kinds that is kept."""
_RARE = 0.03
"""Pairs of tags between which a comma or semicolon stands more rarely are never looked at."""


@dataclass
class Table:
    """The gaps of one novel; ``truth`` and ``weight`` have a column for each task, weight 0 where it is not asked."""

    name: str
    keys: NDArray[np.uint32]
    kind: NDArray[np.uint8]
    truth: NDArray[np.float32]
    weight: NDArray[np.float32]
    habits: NDArray[np.float64] = field(default_factory=lambda: np.zeros(len(KINDS)))

    def with_habit(self) -> NDArray[np.uint32]:
        """The features, with the author's habit as the last of each row."""
        told = np.array([habit_key(kind, habit) for kind, habit in zip(KINDS, self.habits, strict=True)], np.uint32)
        return np.concatenate([self.keys, told[self.kind][:, None]], 1)

    def without_habit(self) -> NDArray[np.uint32]:
        """The features, with a habit that is not known."""
        told = np.array([habit_key(kind, None) for kind in KINDS], np.uint32)
        return np.concatenate([self.keys, told[self.kind][:, None]], 1)


def read_tables(folder: Path) -> tuple[list[Table], NDArray[np.uint32]]:
    """The tables of all novels, and the pairs of tags between which a mark is likely enough to be looked at."""
    chance = np.random.default_rng(1)
    tables: list[Table] = []
    pairs: list[NDArray[np.uint32]] = []
    marked: list[NDArray[np.float32]] = []
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as stored:
            rows = {name: stored[name] for name in ("cells", "state", "was", "kind", "weight")}
        pairs.append(rows["cells"][:, PAIR])
        marked.append(np.stack([rows["weight"] * np.isin(rows["was"], (1, 2)), rows["weight"]]))
        low = (rows["state"] == 0) & (rows["was"] == 0) & np.isin(rows["kind"], [KINDS.index(each) for each in _COMMON])
        kept = ~low | (chance.random(len(low)) < _THIN)
        rows["weight"] = np.where(low, rows["weight"] / _THIN, rows["weight"])
        rows = {name: each[kept] for name, each in rows.items()}
        truth, weight = targets(rows["state"], rows["was"], rows["weight"])
        tables.append(Table(path.stem, rows["cells"], rows["kind"], truth, weight))
    return tables, _likely(np.concatenate(pairs), np.concatenate(marked, 1))


def _likely(pairs: NDArray[np.uint32], marked: NDArray[np.float32]) -> NDArray[np.uint32]:
    known, inverse = np.unique(pairs, return_inverse=True)
    with_mark, everything = (np.bincount(inverse, each, len(known)) for each in marked)
    return np.asarray(known[(with_mark > _RARE * everything) & (everything >= 8)], np.uint32)


def targets(
    state: NDArray[np.uint8], was: NDArray[np.uint8], weight: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Truth and weight of each task, by the mark that stands (0 none, 1 comma, 2 semicolon) and that stood (3 stop)."""
    truth = np.zeros((len(state), len(TASKS)), np.float32)
    asked = np.zeros_like(truth)
    cases = (
        (was == 1, (state == 0) & (was <= 1), weight),
        (was == 0, (state == 1) & (was <= 1), np.minimum(weight, 25)),
        (was == 3, (state == 1) & ((was == 1) | (was == 3)), np.minimum(weight, 4)),
        (was == 3, (state == 0) & (was != 2), np.where(was == 3, 4, np.minimum(weight, 3))),
        (was == 1, (state == 2) & ((was == 1) | (was == 2)), np.ones_like(weight)),
    )
    for column, (true, where, share) in enumerate(cases):
        truth[:, column] = true
        asked[where, column] = share[where]
    return truth, asked


def habits(table: Table, net: Net, known: NDArray[np.uint32]) -> NDArray[np.float64]:
    """For each kind of gap, the shift of log-odds that makes the author's commas likeliest, drawn towards 0."""
    import torch

    from tools.train_commas.train import located

    cells = torch.from_numpy(located(table.without_habit(), known).astype(np.int64))
    kept = (cells != len(known)).float()
    with torch.no_grad():
        odds = net(cells, kept).numpy()[:, 0]
    asked = (table.weight[:, 0] > 0) | (table.weight[:, 2] > 0) & (table.truth[:, 2] == 0)
    comma = np.where(table.weight[:, 0] > 0, table.truth[:, 0], 1.0)
    share = np.where((table.weight[:, 0] > 0) & (comma == 0), table.weight[:, 0], 1.0)
    found = np.zeros(len(KINDS))
    for number in range(len(KINDS)):
        rows = asked & (table.kind == number)
        found[number] = shift(odds[rows], comma[rows], share[rows])
    return found
