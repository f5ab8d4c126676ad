# SPDX-License-Identifier: GPL-3.0-or-later
"""What each clue to a speaker is worth, as learned by ``tools/train_speakers``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from redraft.places import resource


@dataclass(frozen=True)
class Weights:
    """``values`` by clue, in logarithms of odds; a speaker less probable than ``least`` is not told."""

    values: Mapping[str, float]
    least: float = 0.5

    def worth(self, clues: Iterable[tuple[str, float]]) -> float:
        """The sum of what clues are worth."""
        values = self.values
        return sum(values.get(name, 0.0) * value for name, value in clues)

    def sum(self, names: Iterable[str]) -> float:
        """The sum of what ties are worth."""
        return sum(self.values.get(name, 0.0) for name in names)


@cache
def weights() -> Weights:
    """The learned weights, read once.

    Raises:
        OSError: when the program's own files are missing.
    """
    read = json.loads(resource("models", "speakers", "weights.json").read_text(encoding="utf-8"))
    return Weights(read["weights"], read["least"])
