# SPDX-License-Identifier: GPL-3.0-or-later
"""A note in words alone."""

from __future__ import annotations

import pytest

from redraft.notes.as_comment import comment_text
from redraft.notes.note import Kind, Note, Reaction


@pytest.mark.parametrize(("note", "text"), [
    (Note("1", body="Why?"), "Why?"),
    (Note("1", body="Why?", kind=Kind.QUESTION), "Why?"),
    (Note("1", body="Lovely", kind=Kind.PRAISE), "Praise: Lovely"),
    (Note("1", kind=Kind.CONFUSION), "Confusing"),
    (Note("1", reaction=Reaction.LAUGHED), "(laughed)"),
    (Note("1", body="Ha", reaction=Reaction.LAUGHED), "(laughed) Ha"),
    (Note("1", body="Sp.", kind=Kind.SUGGESTION, suggestion="rogue"), "Sp.\nInstead: rogue"),
    (Note("1", kind=Kind.SUGGESTION, suggestion=""), "Take this out."),
    (Note("1", body="Chapter 2.", asked="What bored you?"), "What bored you?\nChapter 2."),
])
def test_what_the_comment_says(note: Note, text: str) -> None:
    assert comment_text(note) == text
