# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves a page: its own characters stay, and what the author changed is put among them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from redraft.formats.encoding import encode
from redraft.formats.flow import Block
from redraft.formats.html.css import Sheet
from redraft.formats.html.page import is_xml, root_of, text_of
from redraft.formats.html.patch import PageDialect
from redraft.formats.html.reader import read_blocks
from redraft.formats.html.source import Page
from redraft.formats.inplace import NotInPlace, Unplaced, saved
from redraft.formats.trace import NOWHERE, Run
from redraft.manuscript.model import Paragraph

_OUTSIDE = re.compile(r"<!--.*?-->|<[^>]*>|(\s+)", re.DOTALL)


def patched(
    data: bytes, now: Sequence[Paragraph], name: str, sheet: Sheet | None = None,
    others: Mapping[str, str] | None = None,
) -> bytes:
    """The page with the paragraphs ``now``, which are tied to its blocks by their number. ``sheet``, ``others``: as
    :func:`~redraft.formats.html.reader.read_blocks` has them.

    Raises:
        NotInPlace: when a change has no place in it.
    """
    decoded = text_of(data, name)
    try:
        if encode(decoded.text, decoded.encoding) != data:
            raise Unplaced
        page = Page.of(decoded.text)
        blocks = [_filled(each, page.source) for each in
                  read_blocks(root_of(page.marked, name), sheet, others, page).blocks]  # fmt: skip
        dialect = PageDialect(page, blocks, xml=is_xml(page.source), encoding=decoded.encoding)

        def again(text: str) -> tuple[bytes, Sequence[Block]]:
            result = encode(text, decoded.encoding)
            return result, read_blocks(root_of(text_of(result, name).text, name), sheet, others).blocks

        return saved(page.source, blocks, now, dialect, again)
    except (Unplaced, UnicodeEncodeError):
        raise NotInPlace(name) from None


def _filled(block: Block, source: str) -> Block:
    """The block with the places of white space that stands alone between two elements."""
    if block.trace is None or all(each.start >= 0 for each in block.trace.runs):
        return block
    runs: list[Run] = []
    for at, run in enumerate(block.trace.runs):
        if run.start < 0 and run.text.isspace() and runs and at + 1 < len(block.trace.runs):
            start, end = runs[-1].end, block.trace.runs[at + 1].start
            spaces = (each.span(1) for each in _OUTSIDE.finditer(source, start, end) if each.group(1)) if (
                0 <= start <= end) else iter(())  # fmt: skip
            place = next(spaces, NOWHERE)
            runs.append(Run(run.text, run.looks, *place))
        else:
            runs.append(run)
    return replace(block, trace=replace(block.trace, runs=tuple(runs)))

