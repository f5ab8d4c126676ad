# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Word document has that the manuscript does not: a sentence each. All of it stays in the file."""

from __future__ import annotations

from collections.abc import Sequence

from redraft.formats.docx.blocks import Block
from redraft.formats.docx.names import child, descendants
from redraft.formats.docx.parts import Parts
from redraft.formats.loss import Loss
from redraft.manuscript.marks import MarkKind


def losses(parts: Parts, blocks: Sequence[Block]) -> tuple[Loss, ...]:
    """The sentences."""
    document = parts.document
    things = [each for block in blocks for each in block.pieces if each.point]
    tables = sum(1 for _ in descendants(document, "tbl"))
    boxes = sum(each.value == "text box" for each in things)
    equations = sum(each.value == "equation" for each in things)
    pictures = sum(each.point is MarkKind.IMAGE for each in things)
    sections = sum(1 for each in descendants(document, "pPr") if child(each, "sectPr") is not None)
    hidden = sum(1 for _ in descendants(document, "vanish"))
    found = [
        _counted(tables, "table is shown as text", "tables are shown as text"),
        _counted(boxes, "text box is shown behind its paragraph", "text boxes are shown behind their paragraphs"),
        _counted(equations, "equation is not shown", "equations are not shown"),
        _counted(pictures, "picture is shown as a sign", "pictures are shown as signs"),
        _counted(sections, "section break is not shown", "section breaks are not shown"),
        "Hidden text is not shown; it stays in the file." if hidden else "",
        "Text taken in from another file is not shown; it stays in the file."
        if any(True for _ in descendants(document, "altChunk")) else "",
        "Headers and footers are not shown; they stay in the file."
        if any(each.kind in ("header", "footer") for each in parts.relations) else "",
    ]  # fmt: skip
    return tuple(Loss(each) for each in found if each)


def notices(parts: Parts) -> tuple[str, ...]:
    """What the author should know of the file."""
    if parts.has("vbaProject.bin"):
        return ("The document holds macros. Redraft never runs them; they stay in the file.",)
    return ()


def _counted(count: int, one: str, several: str) -> str:
    if not count:
        return ""
    return f"1 {one}; it stays as it is in the file." if count == 1 else f"{count:,} {several}; they stay as they are."
