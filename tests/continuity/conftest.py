# SPDX-License-Identifier: GPL-3.0-or-later
"""English, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.language.analysis import Analysis
from redraft.language.tagging import Language

Analyse = Callable[..., list[Analysis]]


@pytest.fixture(scope="session")
def analyse() -> Analyse:
    """Paragraphs in, analyses out."""
    language = Language.load()
    return lambda *paragraphs: language.analyse(paragraphs)
