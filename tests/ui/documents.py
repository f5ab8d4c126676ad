# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents with formatting, made for tests."""

from __future__ import annotations

from pathlib import Path

from redraft.formats.docx.writer import write as write_docx
from redraft.formats.flow import Block
from redraft.formats.odt.writer import write_odt
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.shape import Align, Shape, ShapeKind

BLOCKS = (
    Block("The Gate", (), Shape(ShapeKind.HEADING, 1)),
    Block("She was not there. It was late.", (Mark(8, 11, MarkKind.ITALIC), Mark(22, 30, MarkKind.BOLD))),
    Block("A note stands here.", (Mark(6, 6, MarkKind.NOTE, "See the appendix.", "1"),)),
    Block("Said the letter.", (), Shape(ShapeKind.QUOTE)),
    Block("Bread", (), Shape(ShapeKind.ITEM)),
    Block("Centred", (), Shape(align=Align.CENTRE)),
)


def docx(path: Path, blocks: tuple[Block, ...] = BLOCKS) -> Path:
    """A Word document of these blocks."""
    path.write_bytes(write_docx(blocks))
    return path


def odt(path: Path, blocks: tuple[Block, ...] = BLOCKS) -> Path:
    """An OpenDocument text of these blocks."""
    path.write_bytes(write_odt(blocks))
    return path
