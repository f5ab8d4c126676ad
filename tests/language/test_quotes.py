# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way quote marks face, and a story's habit."""

import pytest

from redraft.language.quotes import Facing, double_marks, habit, single_openers


def test_straight_marks_face_by_their_neighbours() -> None:
    assert [each.facing for each in double_marks('"Go," he said—"now."')] == [
        Facing.OPENS, Facing.CLOSES, Facing.OPENS, Facing.CLOSES,
    ]  # fmt: skip


def test_a_mark_alone_between_spaces_faces_either_way() -> None:
    assert double_marks('a " b')[0].facing is Facing.EITHER


def test_a_curly_mark_the_wrong_way_round_is_told() -> None:
    assert [each.turned for each in double_marks("”Go,“ he said.")] == [True, True]
    assert [each.turned for each in double_marks("“Go,” he said.")] == [False, False]


@pytest.mark.parametrize("text", ["a 12\" ruler", "5'10\" tall", "5’10” tall"])
def test_inches_are_no_marks(text: str) -> None:
    assert double_marks(text) == []


def test_inches_inside_speech_leave_its_own_mark() -> None:
    assert [each.place for each in double_marks('"A 12" record," he said.')] == [0, 14]


@pytest.mark.parametrize("text", ["’tis", "'em", "rock 'n' roll", "it's", "the '90s"])
def test_elisions_open_nothing(text: str) -> None:
    assert single_openers(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("“Go,” he said.", "double-curly"),
        ('"Go," he said.', "double-straight"),
        ("‘Go,’ he said.", "single-curly"),
        ("'Go,' he said.", "single-straight"),
    ],
)
def test_the_habit_of_a_story(text: str, style: str) -> None:
    assert habit([text, text, "It wasn’t dark.", text]) == style
    assert habit([text, text]) is None
