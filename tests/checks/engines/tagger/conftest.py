# SPDX-License-Identifier: GPL-3.0-or-later
"""The model of the checkout, loaded once; tests that need it are skipped where it is absent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from redraft.checks.engines.tagger.fixes import Passage
from redraft.checks.engines.tagger.tagger import Tagger
from redraft.checks.engines.tagger.words import words
from redraft.places import resource

MODEL = resource("models", "tagger")


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """Where the model lies."""
    if not (MODEL / "tagger.onnx").exists():
        pytest.skip("the tagger's model is not in resources/models/tagger")
    return MODEL


@pytest.fixture(scope="session")
def tagger(model_folder: Path) -> Tagger:
    """The loaded model."""
    return Tagger.load(model_folder)


@pytest.fixture
def passage() -> Callable[..., Passage]:
    """Make a passage of a text, with tags for some of its words by their form."""

    def make(text: str, **tags: str) -> Passage:
        found = words(text)
        return Passage(text, found, [tags.get(word.form, "K") for word in found])

    return make
