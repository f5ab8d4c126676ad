# SPDX-License-Identifier: GPL-3.0-or-later
"""How sure the model must be before an edit is shown: data, made by ``tools/train_tagger/calibrate.py``.

A profile is a point of strictness: ``quiet`` for a clean book, ``close`` for a draft, ``rough`` for one with an error
in every other sentence. Each has a table for
narration and one for speech; an entry names a tag with its family (``$PAST tense``) or, for all tags without an entry
of their own, a family.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from redraft.checks.engines.tagger.edits import ModelEdit
from redraft.checks.engines.tagger.folding import fold
from redraft.checks.engines.tagger.unavailable import ModelUnavailable

THRESHOLDS = "thresholds.toml"
NEVER = 1.01
PROFILES = ("quiet", "close", "rough")
"""From the strictest to the most open. A model may come without the last."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The thresholds of one point of strictness."""

    name: str
    narration: Mapping[str, float]
    speech: Mapping[str, float]

    def floor(self, edit: ModelEdit, *, speech: bool) -> float:
        """The probability that ``edit`` needs; more than 1 where its kind is never shown."""
        table = self.speech if speech else self.narration
        return table.get(f"{edit.tag} {edit.family}", table.get(edit.family, NEVER))

    def admits(self, edit: ModelEdit, *, speech: bool) -> bool:
        """True where the edit is sure enough to be shown."""
        return edit.probability >= self.floor(edit, speech=speech)


def load(folder: Path) -> dict[str, Profile]:
    """The profiles beside a model, by name. Raises ModelUnavailable where they are missing or broken."""
    path = folder / THRESHOLDS
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            name: Profile(name, _numbers(tables[name], "narration"), _numbers(tables[name], "speech"))
            for name in PROFILES
            if name in tables or name != "rough"
        }
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise ModelUnavailable(path, "is missing or broken") from error


def in_speech(text: str, place: int) -> bool:
    """True where ``place`` of a paragraph lies in quotation marks, as the model reads them; the marks count."""
    folded = fold(text)
    return folded.count('"', 0, place) % 2 == 1 or folded[place : place + 1] == '"'


def _numbers(table: Mapping[str, Mapping[str, float]], zone: str) -> dict[str, float]:
    return {name: float(value) for name, value in table[zone].items()}
