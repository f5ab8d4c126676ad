# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph made a heading, or a heading made body text, is so in the file."""

from __future__ import annotations

from dataclasses import replace

from redraft.formats.odt.codec import read as read_document
from redraft.formats.registry import read_bytes, render
from redraft.manuscript.model import Manuscript
from redraft.manuscript.shape import BODY, Shape, ShapeKind
from tests.formats.odt.made import odt

HEAD = '<text:h text:style-name="P3" text:outline-level="1">The Gate</text:h>'
PLAIN = '<text:p text:style-name="Standard">Two <text:span text:style-name="Emphasis">gates</text:span></text:p>'
HEADING = Shape(ShapeKind.HEADING, 1)


def reshaped(text: str, number: int, shape: Shape) -> bytes:
    """The file with a paragraph of another shape."""
    story = read_bytes(odt(text), "story.odt").manuscript
    paragraphs = list(story.paragraphs)
    paragraphs[number] = replace(paragraphs[number], shape=shape, edited=True)
    return render(Manuscript(None, story.files, tuple(paragraphs)))


def test_a_paragraph_becomes_a_heading_like_the_others() -> None:
    made = read_document(reshaped(HEAD + PLAIN, 1, HEADING), "s.odt", 0, 0).paragraphs[1]
    assert made.shape == HEADING and made.text == "Two gates"


def test_in_a_file_without_headings_the_usual_style_is_named() -> None:
    made = read_document(reshaped(PLAIN + PLAIN, 0, HEADING), "s.odt", 0, 0).paragraphs
    assert [each.shape for each in made] == [HEADING, BODY]


def test_a_heading_becomes_body_text() -> None:
    made = read_document(reshaped(HEAD + PLAIN, 0, BODY), "s.odt", 0, 0).paragraphs
    assert [(each.text, each.shape) for each in made] == [("The Gate", BODY), ("Two gates", BODY)]
