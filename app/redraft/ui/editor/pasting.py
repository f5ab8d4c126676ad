# SPDX-License-Identifier: GPL-3.0-or-later
"""Copying from the page and pasting into it, with formatting where the story's format holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QMimeData

from redraft.formats.flow import Block
from redraft.manuscript.marks import LOOKS, Mark, tidy, toggled
from redraft.manuscript.model import Paragraph
from redraft.manuscript.session import Change, Place, Session, Transaction
from redraft.manuscript.shape import Shape
from redraft.ui.editor.clipboard import copied, in_markdown, in_text, pasted
from redraft.ui.editor.page import Page

OWN = "application/x-redraft-text"
"""Says that the plain text on the clipboard is a story's text as it stands in Redraft, markup and all."""

_INITIATOR = "command"


class Pasting:
    """The clipboard of one page. ``markdown`` and ``rich`` tell how the session's format holds emphasis."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session: Session | None = None
        self._numbers = count(1)
        self.markdown = self.rich = False
        page.taker, page.dresser_of_copies = self.take, self.dress

    def follow(self, session: Session, *, markdown: bool, rich: bool) -> None:
        """Another session is on the page."""
        self._session, self.markdown, self.rich = session, markdown, rich

    def dress(self, data: QMimeData) -> None:
        """Put the formatting of what is selected beside its plain text."""
        cursor = self._page.textCursor()
        if self._session is None or not cursor.hasSelection():
            return
        if not self.rich:
            data.setData(OWN, b"1")
        if self.rich or self.markdown:
            first, start = self._page.bridge.place_of(cursor.selectionStart())
            last, end = self._page.bridge.place_of(cursor.selectionEnd())
            paragraphs = self._session.paragraphs[first : last + 1]
            data.setHtml(copied(paragraphs, start, end, markdown=not self.rich))

    def take(self, data: QMimeData) -> bool:
        """Paste formatted text; False where there is none, or the plain text says it all."""
        if self._session is None or not data.hasHtml() or (data.hasFormat(OWN) and not self.rich):
            return False
        blocks = pasted(data.html())
        if not blocks:
            return False
        if not self.rich:
            blocks = [Block(each) for each in (in_markdown(blocks) if self.markdown else in_text(blocks))]
        self._insert(blocks)
        return True

    def _insert(self, blocks: Sequence[Block]) -> None:
        """Put paragraphs in the place of the selection, as one step of undo."""
        assert self._session is not None
        cursor = self._page.textCursor()
        first, start = self._page.bridge.place_of(cursor.selectionStart())
        last, end = self._page.bridge.place_of(cursor.selectionEnd())
        paragraphs = self._session.paragraphs
        head, tail = paragraphs[first].text[:start], paragraphs[last].text[end:]
        texts = [each.text for each in blocks]
        texts[0] = head + texts[0]
        texts[-1] += tail
        key = f"paste-{next(self._numbers)}"
        here = (first + len(texts) - 1, len(texts[-1]) - len(tail))
        before, after = self._page.bridge.caret, Place(here, here)
        self._session.replace(first, last + 1, texts, label="pasting", initiator=_INITIATOR, before=before,
                              after=after, merge_key=key)
        if self.rich:
            self._format(blocks, first, len(head), len(tail), Transaction("pasting", [], before, after, merge_key=key))
        self._session.end_merge()
        self._page.put_caret(*here)

    def _format(self, blocks: Sequence[Block], first: int, head: int, tail: int, transaction: Transaction) -> None:
        """Give what was pasted its own looks: not those of the words that it stands between."""
        assert self._session is not None
        for number, block in enumerate(blocks):
            old = self._session.paragraphs[first + number]
            start = head if number == 0 else 0
            whole = (number > 0 or not head) and (number < len(blocks) - 1 or not tail)
            new = _formatted(old, block, start, block.shape if whole and len(blocks) > 1 else old.shape)
            if (new.marks, new.shape) != (old.marks, old.shape):
                transaction.changes.append(Change(first + number, (old,), (new,)))
        if transaction.changes:
            self._session.commit(transaction, _INITIATOR)


def _formatted(old: Paragraph, block: Block, start: int, shape: Shape) -> Paragraph:
    marks: tuple[Mark, ...] = old.marks
    for kind in LOOKS:
        marks = toggled(marks, start, start + len(block.text), kind, False)
    own = [each.shifted(start) for each in block.marks]
    return replace(old, marks=tidy([*marks, *own]), shape=shape, edited=True)
