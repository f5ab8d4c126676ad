# SPDX-License-Identifier: GPL-3.0-or-later
"""The learned judge of commas: how likely edited prose has, or has not, a mark in a gap between two words.

A small network over the features of a gap (their sums, thirty-two hidden units, and a direct weight for each),
trained by ``tools/train_commas`` on published novels; whole numbers in ``resources/models/commas/judge.npz``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from redraft.checks.commas.features import PAIR
from redraft.checks.sorted_keys import SortedKeys
from redraft.places import resource

TASKS = ("missing", "stray", "splice", "run-on", "semicolon")
"""What is asked of a gap: does a comma belong there; is the one there too many; should it be a stop; does a stop
belong where nothing stands; should the semicolon be a comma or nothing."""

FILES = ("judge.npz", "limits.json")
_FOLDER = "commas"
_WIDEST = 5
"""A habit is told in half steps of log-odds, up to so many either way."""

Odds = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Limit:
    """The log-odds from which a suspicion is shown: in a clean book, in a rough draft, and with a second voice."""

    quiet: float
    close: float
    doubt: float


def habit_key(kind: str, habit: float | None) -> int:
    """The feature that tells how freely this author sets commas in gaps of a kind, in log-odds; None: not known."""
    step = "none" if habit is None else str(max(-_WIDEST, min(_WIDEST, round(2 * habit))))
    return crc32(f"habit\t{kind} {step}".encode())


def pair_key(left: str, right: str) -> int:
    """The feature that is the pair of tags on either side of a gap."""
    return crc32(f"{PAIR}\t{left} {right}".encode())


class Judge:
    """The weights in memory, and the limits that were measured for them."""

    def __init__(self, stored: Mapping[str, NDArray[np.generic]], limits: Mapping[str, Mapping[str, Limit]]) -> None:
        self._keys = SortedKeys(stored["keys"].astype(np.uint32))
        self._hidden = _padded(stored["hidden"], stored["hidden_scale"])
        self._direct = _padded(stored["direct"], stored["direct_scale"])
        self._first = stored["first"].astype(np.float32)
        self._inner = stored["inner"].astype(np.float32)
        self._inner_shift = stored["inner_shift"].astype(np.float32)
        self._outer = stored["outer"].astype(np.float32)
        self._outer_shift = stored["outer_shift"].astype(np.float32)
        self._pairs = frozenset(int(each) for each in stored["pairs"].astype(np.uint32))
        self._known: dict[tuple[str, str], bool] = {}
        self.limits = limits

    def can_part(self, left: str, right: str) -> bool:
        """Whether a mark ever stands between words with these tags; most gaps are left out so."""
        known = self._known.get((left, right))
        if known is None:
            known = self._known[left, right] = pair_key(left, right) in self._pairs
        return known

    def odds(self, rows: Sequence[Sequence[int]] | NDArray[np.uint32]) -> Odds:
        """The log-odds of each task (columns, in the order of :data:`TASKS`) for each gap's features (rows)."""
        if len(rows) == 0:
            return np.zeros((0, len(TASKS)), np.float32)
        cells = np.asarray(rows, np.uint32)
        places = self._keys.find(cells)
        first = np.maximum(self._hidden[places].sum(1) + self._first, 0)
        second = np.maximum(first @ self._inner.T + self._inner_shift, 0)
        return np.asarray(second @ self._outer.T + self._outer_shift + self._direct[places].sum(1), np.float32)


def _padded(whole: NDArray[np.generic], scale: NDArray[np.generic]) -> Odds:
    """Whole numbers as weights, with a row of zeros at the end for what is not known."""
    weights = whole.astype(np.float32) * scale.astype(np.float32)
    return np.vstack([weights, np.zeros((1, weights.shape[1]), np.float32)])


@cache
def load_judge() -> Judge | None:
    """The judge that comes with the program; None when its files are missing or damaged."""
    folder = resource("models", _FOLDER)
    try:
        lines = resource("models", "SHA256SUMS").read_text("utf-8").splitlines()
        sums = {name.strip(): digest for digest, _, name in (line.partition(" ") for line in lines)}
        for name in FILES:
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != sums.get(f"{_FOLDER}/{name}"):
                return None
        with np.load(folder / "judge.npz", allow_pickle=False) as stored:
            return Judge(dict(stored), read_limits((folder / "limits.json").read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read_limits(text: str) -> dict[str, dict[str, Limit]]:
    """The limits by task and kind of gap.

    Raises:
        ValueError, TypeError: when the text is not of that form.
    """
    return {task: {kind: Limit(*each) for kind, each in kinds.items()} for task, kinds in json.loads(text).items()}
