# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of a document in reading order: in its body, in tables, content controls and text boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from redraft.formats.docx.names import Element, child, children, kind, paragraph_beside, value
from redraft.formats.docx.walk import Piece, Walker, chosen

_THROUGH = frozenset({"sdtContent", "customXml", "ins", "moveTo", "smartTag"})


@dataclass(slots=True)
class Block:
    """One paragraph as it is shown. It is several ``w:p`` where the end of a paragraph was deleted with changes
    tracked, or a large first letter stands in a frame of its own: then what is shown goes on in the next one.
    """

    elements: list[Element]
    pieces: list[Piece]
    in_cell: bool = False
    in_box: bool = False
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = "".join(each.text for each in self.pieces)

    @property
    def shaped_by(self) -> Element:
        """The ``w:p`` whose properties the paragraph has: the first that shows something, else the last."""
        if len(self.elements) == 1:
            return self.elements[0]
        return next((each for each in self.elements[:-1] if self._shows(each)), self.elements[-1])

    def _shows(self, element: Element) -> bool:
        """Whether a ``w:p`` shows text, and more than a large first letter."""
        return not _is_drop_cap(element) and any(
            piece.text and element in piece.element.iterancestors() for piece in self.pieces
        )


def blocks(document: Element, walker: Walker) -> list[Block]:
    """All paragraphs of the main part; those of a text box follow the paragraph that it hangs on."""
    bodies = children(document, "body")
    return list(_joined(block for body in bodies for block in _inside(body, walker, False, False)))


def _inside(parent: Element, walker: Walker, in_cell: bool, in_box: bool) -> Iterator[Block]:
    for each in parent:
        name = kind(each)
        if name == "p":
            pieces = list(walker.paragraph(each, style_of(each))) if len(each) else []
            yield Block([each], pieces, in_cell, in_box)
            if not pieces:
                continue
            boxes, walker.boxes = walker.boxes, []
            for box in boxes:
                yield from _inside(box, walker, in_cell, True)
        elif name == "tbl":
            for row in _rows(each):
                yield from _cells(row, walker, in_box)
        elif name == "sdt":
            for content in children(each, "sdtContent"):
                yield from _inside(content, walker, in_cell, in_box)
        elif name in _THROUGH:
            yield from _inside(each, walker, in_cell, in_box)
        elif name == "AlternateContent":
            yield from _inside(chosen(each), walker, in_cell, in_box)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table that were not deleted with changes tracked; also those in content controls."""
    for each in table:
        name = kind(each)
        if name == "tr" and child(child(each, "trPr"), "del") is None:
            yield each
        elif name in ("sdt", "sdtContent", "customXml"):
            yield from _rows(each)


def _cells(row: Element, walker: Walker, in_box: bool) -> Iterator[Block]:
    for each in row:
        name = kind(each)
        if name == "tc":
            yield from _inside(each, walker, True, in_box)
        elif name in ("sdt", "sdtContent", "customXml"):
            yield from _cells(each, walker, in_box)


def _joined(found: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those joined of which one runs on in the next."""
    held: Block | None = None
    for block in found:
        if held is not None and paragraph_beside(held.elements[-1], 1) is block.elements[0]:
            block = Block([*held.elements, *block.elements], [*held.pieces, *block.pieces], block.in_cell, block.in_box)
        elif held is not None:
            yield held
        held = block if runs_on(block.elements[-1]) else None
        if held is None:
            yield block
    if held is not None:
        yield held


def style_of(paragraph: Element) -> str | None:
    """The id of a paragraph's style."""
    return value(child(child(paragraph, "pPr"), "pStyle"))


def runs_on(paragraph: Element) -> bool:
    """Whether what is shown of a ``w:p`` goes on in the next one."""
    return len(paragraph) > 0 and (end_deleted(paragraph) or _is_drop_cap(paragraph))


def _is_drop_cap(paragraph: Element) -> bool:
    """Whether the paragraph is the large first letter of the next one, in a frame."""
    return value(child(child(paragraph, "pPr"), "framePr"), "dropCap") in ("drop", "margin")


def end_deleted(paragraph: Element) -> bool:
    """Whether the end of the paragraph was deleted with changes tracked."""
    marks = child(child(paragraph, "pPr"), "rPr")
    return marks is not None and (child(marks, "del") is not None or child(marks, "moveFrom") is not None)
