# SPDX-License-Identifier: GPL-3.0-or-later
"""Who speaks after dying or leaving, and who may."""

from __future__ import annotations

import pytest

from tests.continuity.conftest import Contradictions


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Tom died that night, with Anna beside him.",
            "***",
            "The next morning was grey.",
            "“More tea?” said Tom, and he smiled.",
        ),
        (
            "The bullet hit him. Tom was dead.",
            "***",
            "Anna sat down in the office.",
            "“We have work to do,” Tom said.",
        ),
        (
            "“Tom is in Paris until Friday,” said Anna.",
            "***",
            "That evening they met in the hall.",
            "“Good evening,” said Tom.",
        ),
        (
            "Anna left the room and shut the door behind her.",
            "Tom looked at the fire. He was alone now.",
            "He thought of his mother.",
            "“It’s cold,” said Anna, and she poured herself a drink.",
        ),
        (
            "Anna’s train pulled out at six. Tom watched it go.",
            "***",
            "Tom walked home along the river.",
            "“You’re late,” said Anna from the sofa.",
        ),
        ("Tom’s body was found at dawn.", "***", "Anna sat in the office.", "“We should go,” said Tom."),
        ("Tom had been dead for a week.", "***", "Anna sat in the office.", "Tom nodded. “We should go,” he said."),
        (
            "Anna went home.",
            "Tom looked at the fire. He was alone.",
            "He thought of his mother.",
            "“It’s cold,” said Anna.",
        ),
    ],
)
def test_gone_and_here_all_the_same(contradictions: Contradictions, texts: tuple[str, ...]) -> None:
    assert [each.kind for each in contradictions(*texts)] == ["presence"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Tom died that night.", "***", "His ghost sat on the stairs.", "“Boo,” said Tom."),
        ("Tom died that night.", "***", "Anna remembered the summer.", "“Come in,” said Tom."),
        ("Tom was dead tired.", "***", "“Good morning,” said Tom."),
        ("Anna left the room.", "Tom waited.", "Anna came back with a tray.", "“Here,” said Anna."),
    ],
)
def test_here_again_for_a_reason(contradictions: Contradictions, texts: tuple[str, ...]) -> None:
    assert contradictions(*texts) == []
