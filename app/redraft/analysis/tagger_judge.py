# SPDX-License-Identifier: GPL-3.0-or-later
"""The learned tagger as a judge among others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from redraft.analysis.judges import Marks
from redraft.checks.engines.tagger.edits import FLOOR, ModelEdit
from redraft.checks.engines.tagger.tagger import Tagger
from redraft.checks.story import FAINT, EngineMark
from redraft.places import resource

_FAINTEST = 0.05


class TaggerJudge:
    """Reads paragraphs with the model under ``resources/models/tagger``.

    Raises:
        ModelUnavailable: when its file is missing or damaged.
    """

    def __init__(self) -> None:
        self._tagger = Tagger.load(resource("models", "tagger"))

    def marks(self, texts: Sequence[str], pause: Callable[[], None] = lambda: None) -> list[Marks]:
        """Every edit the model thinks likely, with its probability, and as faint marks those it half thinks of."""
        return [tuple(_mark(each) for each in edits) for edits in self._tagger.edits(texts, _FAINTEST, pause)]

    def close(self) -> None:
        """Nothing is held open."""


def _mark(edit: ModelEdit) -> EngineMark:
    engine = "tagger" if edit.probability >= FLOOR else FAINT
    return EngineMark(engine, edit.tag, edit.start, edit.end, (edit.replacement,), edit.family, edit.probability)
