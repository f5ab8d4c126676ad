# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks in a Word document which words a comment is on: the beginning and end of its range, and its reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from redraft.formats.docx.blocks import Block
from redraft.formats.docx.names import Element, kind, made
from redraft.formats.docx.runs import split

Range = tuple[int, int, str]
"""Start and end (code points of the document's text, paragraphs parted by one line end), and the comment's id."""


def mark_range(blocks: Sequence[Block], ranges: Sequence[Range]) -> None:
    """Put the ranges into the paragraphs. One that lies outside the text stands at its end."""
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block.text) + 1)
    opened: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    closed: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for start, end, key in ranges:
        first = _block_at(starts, start)
        last = _block_at(starts, max(start, end - 1))
        opened[first, min(start - starts[first], len(blocks[first].text))].append(key)
        closed[last, min(end - starts[last], len(blocks[last].text))].append(key)
    for number, place in sorted({*opened, *closed}, reverse=True):
        here = number, place
        points = [key for key in closed[here] if key in opened[here]]
        like = blocks[number].elements[-1]
        marks: list[Element] = []
        for key in closed[here]:
            if key not in points:
                marks += [made("commentRangeEnd", like, id=key), _reference(key, like)]
        marks += [_reference(key, like) for key in points]
        marks += [made("commentRangeStart", like, id=key) for key in opened[here] if key not in points]
        _put(blocks[number], place, marks)


def _block_at(starts: Sequence[int], place: int) -> int:
    for number in range(len(starts) - 2, -1, -1):
        if place >= starts[number]:
            return number
    return 0


def _reference(key: str, like: Element) -> Element:
    run = made("r", like)
    run.append(made("commentReference", like, id=key))
    return run


def _put(block: Block, place: int, marks: Sequence[Element]) -> None:
    """Put elements before the character at ``place``; what stands further on was done already."""
    base = 0
    for piece in block.pieces:
        length = len(piece.text)
        if piece.text and piece.run is not None and base <= place < base + length:
            before = split(piece, place - base) if place > base or _more_before(piece.element) else piece.run
            for each in marks:
                before.addprevious(each)
            return
        base += length if piece.text else 0
    last = next((each.run for each in reversed(block.pieces) if each.text and each.run is not None), None)
    if last is None:
        block.elements[-1].extend(marks)
        return
    for each in reversed(marks):
        last.addnext(each)


def _more_before(element: Element) -> bool:
    """Whether its run shows something before it."""
    return any(kind(each) != "rPr" for each in element.itersiblings(preceding=True))
