# SPDX-License-Identifier: GPL-3.0-or-later
"""Small words that do not go with the word before them; the check's examples cover the plain cases."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Say


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("She reminded him from his mother.", "of"),
        ("The room was filled of smoke.", "with"),
        ("He believed on ghosts.", "in"),
        ("He suffered of headaches.", "from"),
        ("She was responsible of the whole house.", "for"),
    ],
)
def test_the_usual_word_is_offered_first(say: Say, text: str, fix: str) -> None:
    (found,) = say("governed-preposition", text)
    assert found.suggestions[0] == fix


@pytest.mark.parametrize(
    "text",
    [
        "He was afraid at times, and proud in his way.",
        "She insisted in the end.",
        "He listened at the door.",
        "She thanked him from the bottom of her heart.",
        "“I ain’t afraid from no dog,” said Joe.",
        "She waited to the last.",
        "He laughed on the other side of his face.",
        "She accused him. From behind, somebody laughed.",
        "",
    ],
)
def test_times_places_and_turns_of_phrase_are_left_alone(say: Say, text: str) -> None:
    assert say("governed-preposition", text) == []
