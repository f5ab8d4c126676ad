# SPDX-License-Identifier: GPL-3.0-or-later
"""What each clue to a speaker is worth, as learned by ``tools/train_speakers``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from redraft.places import resource


@dataclass(frozen=True)
class Weights:
    """``values`` by clue, in logarithms of odds; a speaker less probable than ``least`` is not told."""

    values: Mapping[str, float]
    least: float = 0.5
    _of_kinds: dict[str, dict[str, float]] = field(default_factory=dict, compare=False, repr=False)

    def of_kind(self, kind: str) -> dict[str, float]:
        """What each clue is worth for a turn whose cue is of a kind ("PRONOUN"): as such and for the kind together."""
        if kind not in self._of_kinds:
            ending = f"/{kind}"
            names = {each.removesuffix(ending) for each in self.values if "/" not in each or each.endswith(ending)}
            self._of_kinds[kind] = {
                name: self.values.get(name, 0.0) + self.values.get(name + ending, 0.0) for name in names
            }
        return self._of_kinds[kind]

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
