# SPDX-License-Identifier: GPL-3.0-or-later
"""Verbs without their small word; the check's examples cover the plain cases."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Say


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("She was gazing him, and he knew it.", "gazing at"),
        ("He glanced the clock and swore.", "glanced at"),
        ("“Don’t laugh me!” she said.", "laugh at"),
    ],
)
def test_the_small_word_is_put_in(say: Say, text: str, fix: str) -> None:
    assert [each.suggestions for each in say("small-word-left-out", text)] == [(fix,)]


@pytest.mark.parametrize(
    "text",
    [
        "He looked her squarely in the face.",
        "She smiled her thanks, and he laughed the matter off.",
        "They waited him out, and stared him down.",
        "Tell him to look me up.",
        "“’E looked ’er over, an’ looked ’er well,” said Joe.",
        "",
    ],
)
def test_what_the_verb_takes_is_left_alone(say: Say, text: str) -> None:
    assert say("small-word-left-out", text) == []
