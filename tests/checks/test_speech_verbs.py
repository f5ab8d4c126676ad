# SPDX-License-Identifier: GPL-3.0-or-later
"""Verbs beside a speech."""

from __future__ import annotations

import pytest

from redraft.checks.speech_verbs import Saying, past, saying, third_person


@pytest.mark.parametrize("word", ["said", "says", "asked", "replied", "whispered", "cried", "told", "begged"])
def test_words_that_say(word: str) -> None:
    assert saying(word) is Saying.PURE


@pytest.mark.parametrize("word", ["smiled", "nods", "shrugged", "stood", "looked", "shook"])
def test_words_that_do(word: str) -> None:
    assert saying(word) is Saying.NEVER


@pytest.mark.parametrize("word", ["laughed", "thought", "went", "sighed", "spoke"])
def test_words_that_are_both(word: str) -> None:
    assert saying(word) is Saying.BOTH


@pytest.mark.parametrize("word", ["house", "was", "say", "smile", ""])
def test_other_words(word: str) -> None:
    assert saying(word) is None


@pytest.mark.parametrize(
    ("base", "made", "third"),
    [("cry", "cried", "cries"), ("nod", "nodded", "nods"), ("hiss", "hissed", "hisses"), ("take", "took", "takes"),
     ("stay", "stayed", "stays"), ("smile", "smiled", "smiles"), ("echo", "echoed", "echoes")],
)
def test_forms(base: str, made: str, third: str) -> None:
    assert (past(base), third_person(base)) == (made, third)
