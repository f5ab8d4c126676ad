# SPDX-License-Identifier: GPL-3.0-or-later
"""English, loaded once, and the contradictions of a story in so many words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.characters.cast import cast
from redraft.continuity.conflicts import Conflict, conflicts
from redraft.language.analysis import Analysis
from redraft.language.tagging import Language

Analyse = Callable[..., list[Analysis]]
Contradictions = Callable[..., list[Conflict]]

OPENING = (
    "“Come in,” said Anna Reed. Anna took her coat from the hook, and Tom Lake followed her into the kitchen. “It’s "
    "late,” Tom said, and he shook his head."
)


@pytest.fixture(scope="session")
def analyse() -> Analyse:
    """Paragraphs in, analyses out."""
    language = Language.load()
    return lambda *paragraphs: language.analyse(paragraphs)


@pytest.fixture
def contradictions(analyse: Analyse) -> Contradictions:
    """What contradicts itself in a story of Anna Reed and Tom Lake; a paragraph "***" parts scenes. Ids from 20."""

    def find(*paragraphs: str, opening: str = OPENING) -> list[Conflict]:
        texts, scenes, scene = [opening], [1], 1
        for each in paragraphs:
            if each == "***":
                scene += 1
            else:
                texts.append(each)
                scenes.append(scene)
        read, ids = analyse(*texts), list(range(20, 20 + len(texts)))
        return conflicts(ids, read, scenes, cast(ids, read, scenes))

    return find
