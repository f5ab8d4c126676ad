# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of a paragraph is a value."""

from __future__ import annotations

from redraft.manuscript.model import Paragraph
from redraft.manuscript.shape import BODY, Align, Shape, ShapeKind


def test_a_paragraph_is_body_unless_told() -> None:
    assert Paragraph(0, "", "").shape == BODY == Shape(ShapeKind.BODY, 0, Align.NONE)
    assert Shape(ShapeKind.HEADING, 2) != Shape(ShapeKind.HEADING, 1)
