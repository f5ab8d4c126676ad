# SPDX-License-Identifier: GPL-3.0-or-later
"""A novel, or its beginning, as the finders of contradictions read it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from redraft.characters.cast import Cast, cast
from redraft.continuity.conflicts import Conflict, conflicts
from redraft.formats.registry import read
from redraft.language.analysis import Analysis
from redraft.language.tagging import Language
from redraft.manuscript.outline import Kind, outline
from redraft.text.folding import read_markup


@dataclass
class Novel:
    """Ids, analyses and scenes in step; ``analyses`` may be exchanged to plant something."""

    name: str
    ids: list[int]
    analyses: list[Analysis]
    scene_of: list[int]

    def people(self) -> Cast:
        """Its cast."""
        return cast(self.ids, self.analyses, self.scene_of)

    def contradictions(self) -> list[Conflict]:
        """What is said to contradict itself in it."""
        return conflicts(self.ids, self.analyses, self.scene_of, self.people())


def novel(path: Path, language: Language, words: int) -> Novel:
    """The first ``words`` words of a novel, parsed."""
    paragraphs = list(read(path).manuscript.paragraphs)
    count = 0
    for index, each in enumerate(paragraphs):
        count += each.text.count(" ") + 1
        if count > words:
            del paragraphs[index:]
            break
    found = outline(paragraphs)
    scenes = [0 if kind in (Kind.FRONT, Kind.NOTE) else found.scene_of(index) for index, kind in enumerate(found.kinds)]
    analyses = language.analyse([read_markup(each.text).text for each in paragraphs])
    return Novel(path.stem, [each.id for each in paragraphs], list(analyses), scenes)
