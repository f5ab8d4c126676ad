# SPDX-License-Identifier: GPL-3.0-or-later
"""English, loaded once, and a story in so many words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.characters.cast import Cast, cast
from redraft.characters.decisions import CastDecisions
from redraft.language.analysis import Analysis
from redraft.language.tagging import Language

Analyse = Callable[..., list[Analysis]]
MakeCast = Callable[..., Cast]


@pytest.fixture(scope="session")
def analyse() -> Analyse:
    """Paragraphs in, analyses out."""
    language = Language.load()
    return lambda *paragraphs: language.analyse(paragraphs)


@pytest.fixture
def cast_of(analyse: Analyse) -> MakeCast:
    """The cast of a story of one scene; ids are 10, 11, 12…"""

    def make(*paragraphs: str, decisions: CastDecisions | None = None) -> Cast:
        ids = range(10, 10 + len(paragraphs))
        return cast(list(ids), analyse(*paragraphs), [1] * len(paragraphs), decisions)

    return make
