# SPDX-License-Identifier: GPL-3.0-or-later
"""Manuscripts as JSON data and back."""

from __future__ import annotations

import json
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from redraft.formats.registry import read, read_bytes
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Paragraph
from redraft.manuscript.shape import Align, Shape, ShapeKind
from redraft.storage.flat import manuscript_data, manuscript_of, paragraph_data, paragraph_of

PROSE = "The lamp had burned low before anybody thought of the boy, who sat on the third stair. " * 4


@pytest.mark.parametrize("text", ["", "One.\n  Two. \r\n\r\nThree", "\ufeffé🙂\n", "\r\n\r\n".join([textwrap.fill(PROSE, 70)] * 3), PROSE * 60])
def test_a_manuscript_comes_back_the_same(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8", newline="")
    manuscript = read(tmp_path / "a.md").manuscript
    manuscript = manuscript.with_paragraphs(replace(each, edited=each.id == 1) for each in manuscript.paragraphs)
    assert manuscript_of(json.loads(json.dumps(manuscript_data(manuscript)))) == manuscript


def test_a_text_without_a_file_too() -> None:
    manuscript = read_bytes(b"Words.", "x").manuscript
    assert manuscript_of(manuscript_data(manuscript)) == manuscript


@pytest.mark.parametrize("data", [{}, {"path": "", "files": 3, "paragraphs": []}, {"path": "", "files": [], "paragraphs": [[1]]}])
def test_other_data_are_none(data: dict[str, object]) -> None:
    assert manuscript_of(data) is None


def test_formatting_is_kept() -> None:
    marks = (Mark(0, 3, MarkKind.ITALIC), Mark(3, 3, MarkKind.NOTE, "See.", "footnote:2"))
    shape = Shape(ShapeKind.ITEM, 1, Align.RIGHT, True)
    paragraph = Paragraph(4, "One two", "One two", marks=marks, shape=shape, tied="17")
    assert paragraph_of(json.loads(json.dumps(paragraph_data(paragraph)))) == paragraph


@pytest.mark.parametrize("joints", [[], [[9, 0]], [[0, 9]], [[-1, 0]], [[0, -1]]])
def test_a_paragraph_that_is_not_tied_to_what_it_is_written_as_is_none(joints: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="no paragraph"):
        paragraph_of([1, "Words.", "\n", 0, 0, "", 0, "Words.", joints])
