# SPDX-License-Identifier: GPL-3.0-or-later
"""One word written as two; the check's examples cover the plain cases."""

import pytest

from tests.checks.conftest import Say


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("She asked her self why.", "herself"), ("They came with out a word.", "without"),
        ("No where was it said, but he knew some thing was wrong.", "something"), ("He took off his over coat.", "overcoat"),
        ("To gether they pushed it open.", "Together"),
    ],
)  # fmt: skip
def test_it_is_put_together(say: Say, text: str, fix: str) -> None:
    assert fix in [each.suggestions[0] for each in say("split-word", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Any one of you may go.", "He wrote from morning to night.", "I couldn’t care less.", "They all together made ten.",
        "Her self control was gone.", "Every day he came.", "It may be that he knew.", "He was in to see her.",
"They may be late.", "She went on to say so.", "No body was ever found.",
    ],
)  # fmt: skip
def test_two_words_that_are_meant_apart_stay(say: Say, text: str) -> None:
    assert [each.suggestions for each in say("split-word", text)] == []
