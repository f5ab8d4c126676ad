# SPDX-License-Identifier: GPL-3.0-or-later
"""What a style is, with what it inherits."""

from __future__ import annotations

import pytest
from lxml import etree

from redraft.formats.docx.names import W
from redraft.formats.docx.styles import NONE, Styles
from redraft.manuscript.shape import Align, ShapeKind


def styles(*inner: str) -> Styles:
    return Styles(etree.fromstring(f'<w:styles xmlns:w="{W}">{"".join(inner)}</w:styles>'))


def style(key: str, name: str, inner: str = "", based: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{on}{inner}</w:style>'


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("heading 3", ShapeKind.HEADING, 3), ("Title", ShapeKind.TITLE, 0), ("Subtitle", ShapeKind.TITLE, 0), ("Intense Quote", ShapeKind.QUOTE, 0),
        ("Poem", ShapeKind.VERSE, 0), ("Scene Break", ShapeKind.MARK, 0), ("Chapter Heading", ShapeKind.HEADING, 1), ("Body Text", ShapeKind.BODY, 0), ("Normal", ShapeKind.BODY, 0),
    ],
)  # fmt: skip
def test_by_name(name: str, kind: ShapeKind, level: int) -> None:
    found = styles(style("A", name)).style("A")
    assert (found.kind, found.level) == (kind, level)


def test_inherited_and_overridden() -> None:
    base = style("A", "heading 2", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:i/><w:b/></w:rPr>')
    found = styles(base, style("B", "Mine", '<w:rPr><w:b w:val="0"/></w:rPr>', "A")).style("B")
    assert (found.kind, found.level, found.align) == (ShapeKind.HEADING, 2, Align.CENTRE)
    assert found.switches == {"i": True, "b": False}


def test_an_outline_level_makes_a_heading_and_a_missing_style_nothing() -> None:
    known = styles(style("A", "Mine", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'))
    assert (known.style("A").kind, known.style("A").level) == (ShapeKind.HEADING, 2)
    assert known.style("Nowhere") is NONE and Styles(None).style("A") is NONE
    assert known.named("mine") == "A" and known.named("") is None
