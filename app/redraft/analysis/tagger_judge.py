# SPDX-License-Identifier: GPL-3.0-or-later
"""The learned tagger as a judge among others."""

from __future__ import annotations

from collections.abc import Sequence

from redraft.analysis.judges import Marks
from redraft.checks.engines.tagger import ModelEdit, Tagger
from redraft.checks.story import EngineMark
from redraft.places import resource


class TaggerJudge:
    """Reads paragraphs with the model under ``resources/models/tagger``.

    Raises:
        ModelUnavailable: when its file is missing or damaged.
    """

    def __init__(self) -> None:
        self._tagger = Tagger.load(resource("models", "tagger"))

    def marks(self, texts: Sequence[str]) -> list[Marks]:
        """Every edit the model thinks likely, with its probability."""
        return [tuple(_mark(each) for each in edits) for edits in self._tagger.edits(texts)]

    def close(self) -> None:
        """Nothing is held open."""


def _mark(edit: ModelEdit) -> EngineMark:
    return EngineMark("tagger", edit.tag, edit.start, edit.end, (edit.replacement,), edit.family, edit.probability)
