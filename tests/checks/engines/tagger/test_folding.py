# SPDX-License-Identifier: GPL-3.0-or-later
"""One look for all quote styles: what counts as speech, what stays an apostrophe, and nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.checks.engines.tagger.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“I’m here,” she said.", '"I\'m here," she said.'),
        ('"Stay," he said.', '"Stay," he said.'),
        ("‘I’m here,’ she said.", '"I\'m here," she said.'),
        ("'I'm here,' she said. 'Now.'", '"I\'m here," she said. "Now."'),
        ("‘He said “go” to me,’ she said.", "\"He said 'go' to me,\" she said."),
        ("“He said ‘go’ to me,” she said.", "\"He said 'go' to me,\" she said."),
        ("‘He went on and on.", '"He went on and on.'),
        ("‘Who’s there?’ said Tom. ‘Me.’", '"Who\'s there?" said Tom. "Me."'),
    ],
)
def test_speech_comes_out_in_double_quotes(text: str, folded: str) -> None:
    """Curly, straight, British and nested quotes read alike."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    "text",
    [
        "Get 'em, boys.",
        "'Twas the dogs' bowl.",
        "The Joneses' house and the boys' room.",
        "rock 'n' roll",
        "It's o'clock.",
    ],
)
def test_apostrophes_are_not_speech(text: str) -> None:
    """Elisions and possessives keep their mark."""
    assert '"' not in fold(text)


@given(st.text(alphabet="ab ,.!'‘’“”\"—\n…", max_size=60))
def test_no_character_moves(text: str) -> None:
    """An offset in the folded text is an offset in the original, and only quotes and dashes change."""
    folded = fold(text)
    assert len(folded) == len(text)
    assert all(a == b for a, b in zip(text, folded, strict=True) if a not in "'‘’“”\"—")
