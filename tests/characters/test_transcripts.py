# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays and chats."""

from __future__ import annotations

import pytest

from redraft.characters.transcripts import transcript

PLAY = ["ANKO: Where?", "MR. HALE: Here.", "ANKO (low): Where, here?", "MR. HALE:  There."]


def test_lines_with_who_speaks_them() -> None:
    found = transcript(PLAY)
    assert [each.speaker for each in found] == ["Anko", "Mr. Hale", "Anko", "Mr. Hale"]
    assert [PLAY[each.paragraph][each.start : each.end] for each in found] == ["Where?", "Here.", "Where, here?", "There."]
    assert [PLAY[each.paragraph][each.name_start : each.name_end] for each in found][1] == "MR. HALE"


def test_names_in_brackets() -> None:
    lines = ["<tom> hi"] * 2 + ["10:01 <tom>: hi", "10:02 <Anna>: yes"] * 3
    assert {each.speaker for each in transcript(lines)} == {"tom", "Anna"}


@pytest.mark.parametrize(
    "lines",
    [
        ["Note: it rained.", "Warning: it snowed.", "Remark: it hailed.", "Result: it froze."], PLAY[:2], [],
        [*PLAY, *["It was a long and quiet evening."] * 30], ["", " "],
    ],
)
def test_other_texts_are_none(lines: list[str]) -> None:
    assert transcript(lines) == []
