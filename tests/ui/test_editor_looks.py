# SPDX-License-Identifier: GPL-3.0-or-later
"""How paragraphs are set, by their place in the story."""

from __future__ import annotations

from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Break, Kind, Outline, Scene
from redraft.ui.editor.looks import BODY, SPACED, Role, looks

TEXTS = ("The Gate", "# One", "It rained.", "And rained.", "***", "Later it stopped.", "Good.", "A day later.")
KINDS = (Kind.FRONT, Kind.HEADING, Kind.BODY, Kind.BODY, Kind.MARK, Kind.BODY, Kind.BODY, Kind.BODY)


def paragraphs() -> list[Paragraph]:
    """The story."""
    return [Paragraph(number, text, text) for number, text in enumerate(TEXTS)]


def outline(break_: Break) -> Outline:
    """Three scenes, the last parted from the second by ``break_``."""
    def scene(number: int, first: int, last: int, how: Break) -> Scene:
        return Scene(number, "", "", first, last, how, "")

    return Outline((scene(1, 2, 4, Break.HEADING), scene(2, 5, 7, Break.MARK), scene(3, 7, 8, break_)), KINDS)


def test_each_paragraph_has_the_look_of_its_kind() -> None:
    made = looks(paragraphs(), outline(Break.INFERRED), spaced=False)
    assert [each.role for each in made] == [
        Role.QUIET, Role.HEADING, Role.BODY, Role.BODY, Role.MARK, Role.BODY, Role.BODY, Role.BODY]


def test_the_first_paragraph_of_a_scene_has_no_indent() -> None:
    made = looks(paragraphs(), outline(Break.INFERRED), spaced=False)
    assert [each.indent for each in made[2:4]] == [False, True]
    assert [each.indent for each in made[5:8]] == [False, True, True]


def test_a_break_by_blank_lines_is_seen_as_space() -> None:
    made = looks(paragraphs(), outline(Break.BLANK), spaced=False)
    assert made[7].above > 1
    assert not made[7].indent


def test_paragraphs_can_be_parted_by_space() -> None:
    made = looks(paragraphs(), outline(Break.INFERRED), spaced=True)
    assert made[3] == SPACED


def test_without_an_outline_all_is_body() -> None:
    assert looks(paragraphs(), Outline((), ()), spaced=False) == [BODY] * len(TEXTS)
