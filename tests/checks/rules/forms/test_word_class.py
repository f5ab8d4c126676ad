# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of another class; the check's examples cover the plain cases."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Say


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("He spoke with great confident.", "confidence"),
        ("She was full of angry.", "anger"),
        ("It took all the strong of his arms.", "strength"),
    ],
)
def test_the_kin_is_offered(say: Say, text: str, fix: str) -> None:
    (found,) = say("word-class", text)
    assert found.suggestions[0] == fix


@pytest.mark.parametrize(
    "text",
    [
        "She gave him a friendly smile and a kindly word.",
        "In short, he had gone for good.",
        "He was success itself, and she beauty.",
        "“’E was a danger man, ’e was,” said Joe.",
        "SILENT IN SILENT.",
        "",
    ],
)
def test_quiet(say: Say, text: str) -> None:
    assert [each for each in say("word-class", text) if not each.unsure] == []


def test_a_clean_book_asks_for_a_second_voice(say: Say) -> None:
    (found,) = say("word-class", "They walked on in silent.", roughness=0.2)
    assert found.unsure
