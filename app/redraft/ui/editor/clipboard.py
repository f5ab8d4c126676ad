# SPDX-License-Identifier: GPL-3.0-or-later
"""Formatted text on its way from other programs and to them, as the HTML that clipboards carry. Knows no Qt.

Of what Word, Google Docs, LibreOffice and web pages put there, paragraphs, emphasis, headings, quotations and verse
are kept; faces, sizes, colours and the rest are dross.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from redraft.errors import RedraftError
from redraft.formats.flow import LINE_BREAK, Block
from redraft.formats.html.page import remove, root_of
from redraft.formats.html.reader import read_blocks
from redraft.formats.html.writer import write_page
from redraft.formats.plainly import markdown_of
from redraft.formats.rich import read_marked
from redraft.manuscript.marks import LOOKS, within
from redraft.manuscript.model import Paragraph
from redraft.manuscript.shape import Shape, ShapeKind

_SHAPES = (ShapeKind.HEADING, ShapeKind.QUOTE, ShapeKind.VERSE)
_DROSS = ("nav", "button", "noscript", "label")
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"


def pasted(html: str) -> list[Block]:
    """The paragraphs in copied HTML; none where it cannot be read."""
    start, end = html.find(_START), html.rfind(_END)
    if 0 <= start < end and "<style" not in html[:start].lower():
        html = html[start + len(_START) : end]
    try:
        root = root_of(html, "The clipboard")
    except RedraftError:
        return []
    for element in [*root.iter(*_DROSS)]:
        remove(element)
    blocks = read_blocks(root).blocks
    return [_clean(each) for each in _trimmed(blocks)]


def in_markdown(blocks: Iterable[Block]) -> list[str]:
    """The paragraphs with their emphasis written as Markdown; a line broken inside one begins another."""
    lines: list[str] = []
    for block in blocks:
        written = markdown_of([block]).decode("utf-8").rstrip("\n")
        lines.extend(line.rstrip() for line in written.split("\n"))
    return lines


def in_text(blocks: Iterable[Block]) -> list[str]:
    """The paragraphs without their formatting."""
    return [line for block in blocks for line in block.text.split(LINE_BREAK)]


def plain_text(text: str, *, line_breaks: bool) -> str:
    """Copied text with line ends as the page has them; ``line_breaks``: those inside paragraphs stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return text if line_breaks else text.replace(LINE_BREAK, "\n")


def copied(paragraphs: Sequence[Paragraph], start: int, end: int, *, markdown: bool) -> str:
    """The HTML of what is copied: from ``start`` in the first paragraph to ``end`` in the last. ``markdown``: emphasis
    is written in the text. A piece of one paragraph is no paragraph."""
    blocks: list[Block] = []
    for number, paragraph in enumerate(paragraphs):
        first = start if number == 0 else 0
        last = end if number == len(paragraphs) - 1 else len(paragraph.text)
        text = paragraph.text[first:last]
        marks = within(paragraph.marks, first, last)
        if markdown:
            text, marks = read_marked(text, links=True)
        blocks.append(Block(text, marks, paragraph.shape))
    page = write_page(blocks).decode("utf-8")
    if len(blocks) > 1 or (start, end) == (0, len(paragraphs[0].text)):
        return page
    alone = write_page([replace(blocks[0], shape=Shape())]).decode("utf-8")
    words = alone[alone.index("<p") : alone.rindex("</p>")].partition(">")[2]
    return f"<html><body>{_START}<span>{words}</span>{_END}</body></html>"


def _trimmed(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks without empty ones at both ends."""
    first, last = 0, len(blocks)
    while first < last and not blocks[first].text.strip():
        first += 1
    while last > first and not blocks[last - 1].text.strip():
        last -= 1
    return blocks[first:last]


def _clean(block: Block) -> Block:
    """A block with what an author means by its formatting; space at its ends goes."""
    text = block.text.strip(" \t")
    lead = len(block.text) - len(block.text.lstrip(" \t"))
    marks = tuple(each for each in within(block.marks, lead, lead + len(text))
                  if each.kind in LOOKS and not each.is_point)  # fmt: skip
    kind = ShapeKind.HEADING if block.shape.kind is ShapeKind.TITLE else block.shape.kind
    shape = Shape(kind, max(1, block.shape.level) if kind is ShapeKind.HEADING else block.shape.level)
    return Block(text, marks, shape if kind in _SHAPES else Shape())
