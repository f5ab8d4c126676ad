# SPDX-License-Identifier: GPL-3.0-or-later
"""Front matter and notes in whole texts."""

from __future__ import annotations

import pytest

from redraft.formats.plain import parse
from redraft.manuscript.outline import Kind, outline

BODY = "The lamp had burned low before anybody thought of the boy, and it was cold."


def kinds(text: str) -> list[str]:
    paragraphs = parse(text, markdown=True).paragraphs
    return [kind.value for kind in outline(paragraphs).kinds]


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("The Thirteenth Stroke\n\n", 1),
        ("Left Behind\n\nBy: Kuroda\nand\nNokito-chan\n\nWarnings: Rated M\n\nDisclaimer: I own nothing of this.\n\n", 6),
        ("# The Abduction\n\nby Somebody\n\n", 2),
        ("---\ntitle: The Gate\nauthor: Somebody\n---\n\n", 4),
        ("Summary: He fails the exam. Then somebody steals it.\nA/N: My first story, so be kind!\n\n", 2),
        ("Author's Note:\n\nThis is my first story, so please be kind to it.\n\n", 2),
        ("© 2021 Somebody\n\n", 1),
        ("", 0),
        ("“Run!” he said.\n\n", 0),
        ("He ran.\n\n", 0),
        ("Once upon a time, in a town by the sea, there lived a man who counted.\n\n", 0),
    ],
)
def test_the_start(head: str, count: int) -> None:
    assert kinds(head + "\n\n".join([BODY] * 5))[: count + 1] == ["front"] * count + ["body"]


def test_a_note_in_the_middle_of_a_scene_is_alone() -> None:
    assert kinds(f"{BODY}\n\n(A/N: this is real!)\n\n{BODY}\n\n{BODY}") == ["body", "note", "body", "body"]


def test_a_note_set_off_at_the_end_runs_on() -> None:
    text = f"{BODY}\n\n{BODY}\n\n* * *\n\nA/N: Thanks!\n\nThe next one comes on Friday.\n\nChapter Two\n\n{BODY}"
    assert kinds(text) == ["body", "body", "mark", "note", "note", "heading", "body"]


def test_a_farewell_at_a_chapters_end_is_a_note() -> None:
    assert kinds(f"Chapter One\n\n{BODY}\n\nPlease review!\n\nChapter Two\n\n{BODY}\n\nTo be continued...") == [
        "heading", "body", "note", "heading", "body", "note",
    ]  # fmt: skip


def test_a_farewell_in_a_scene_is_story() -> None:
    speech = "“Thank you for reading it to me,” she said."
    assert kinds(f"{BODY}\n\n{speech}\n\n{BODY}\n\n{speech}") == ["body"] * 4


def test_a_single_heading_is_the_title() -> None:
    assert kinds(f"# The Gate\n\n{BODY}\n\n{BODY}")[0] == Kind.FRONT.value
    assert kinds(f"# One\n\n{BODY}\n\n# Two\n\n{BODY}")[0] == Kind.HEADING.value
