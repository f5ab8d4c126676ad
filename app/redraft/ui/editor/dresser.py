# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets the paragraphs of a page: block formats by their looks at once, formats of stretches only for what is seen.

A block's ``userState`` says in which dress it wears the formats of its stretches: another number than the present one
means that it must be dressed again before it is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextBlock, QTextCursor, QTextDocument

from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Outline
from redraft.manuscript.session import Event, Session
from redraft.manuscript.shape import ShapeKind
from redraft.ui import theme as themes
from redraft.ui.editor.bridge import EDITOR
from redraft.ui.editor.looks import BODY, SPACED, Look, looks, shaped
from redraft.ui.editor.typesetting import Typesetter

Seen = Callable[[], Iterator[tuple[QTextBlock, QPointF]]]


class Dresser:
    """Dresses one document. ``seen`` gives the blocks on screen, ``update`` has them painted again."""

    def __init__(self, document: QTextDocument, seen: Seen, update: Callable[[], None]) -> None:
        self._document, self._seen, self._update = document, seen, update
        self._looks: list[Look] = []
        self._spaced = False
        self._session: Session | None = None
        self._ready = False
        self._unsubscribe: Callable[[], None] = lambda: None
        self._dress_number = 0
        self._numbers: dict[str, int] = {}
        self._font = QFont()
        self.typesetter = Typesetter(self._font, themes.current())

    # --- what is shown -------------------------------------------------------------------------------------

    def set_type(self, font: QFont) -> None:
        """Set in this type, and in the present theme, from now on."""
        self._font = font
        self.typesetter = Typesetter(font, themes.current(), self._numbers)

    def begin(self, session: Session, outline: Outline) -> None:
        """Another session is about to be shown."""
        self._unsubscribe()
        self._session, self._ready = session, False
        keys = [each.key for paragraph in session.paragraphs for each in paragraph.marks if each.kind is MarkKind.NOTE]
        self._numbers = {key: number for number, key in enumerate(dict.fromkeys(keys), 1)}
        self.set_type(self._font)
        self._looks = looks(session.paragraphs, outline, spaced=self._spaced)

    def form_first(self) -> None:
        """Set all that bears on the height of the page before the first layout."""
        self._form_blocks(range(len(self._looks)), assume=self.body)
        self._dress_number += 1
        for index, look in enumerate(self._looks):
            marks = self.marks(index)
            if look.level or marks:
                block = self._document.findBlockByNumber(index)
                block.setUserState(self._dress_number)
                self.typesetter.dress(block, look, marks)

    def follow(self) -> None:
        """The session is shown: keep up with it from now on."""
        assert self._session is not None
        self._ready = True
        self._unsubscribe = self._session.subscribe(self._heard)

    def set_outline(self, outline: Outline) -> None:
        """Set each paragraph as its place in the story asks."""
        if self._session is None or len(outline.kinds) != len(self._session.paragraphs):
            return
        before, self._looks = self._looks, looks(self._session.paragraphs, outline, spaced=self._spaced)
        changed = [index for index, look in enumerate(self._looks) if index >= len(before) or before[index] != look]
        if changed:
            self._form_blocks(changed)
            for index in changed:
                self._lay(self._document.findBlockByNumber(index))

    def set_spaced(self, spaced: bool) -> None:
        """Part paragraphs by space, or by indenting their first lines."""
        if spaced != self._spaced:
            before, self._spaced = self.body, spaced
            self._looks = [self.body if look == before else look for look in self._looks]
            self._form_blocks(range(len(self._looks)))

    def form_all(self) -> None:
        """The type changed: set every block anew."""
        self._form_blocks(range(len(self._looks)))
        self.redress()

    @property
    def body(self) -> Look:
        """How an ordinary paragraph looks."""
        return SPACED if self._spaced else BODY

    def look(self, index: int) -> Look:
        """How paragraph ``index`` looks."""
        return self._looks[index] if index < len(self._looks) else self.body

    def paragraph(self, index: int) -> Paragraph | None:
        """The session's paragraph ``index``; None where there is none."""
        paragraphs = self._session.paragraphs if self._session is not None else ()
        return paragraphs[index] if 0 <= index < len(paragraphs) else None

    def marks(self, index: int) -> tuple[Mark, ...]:
        """The marks of paragraph ``index``."""
        paragraph = self.paragraph(index)
        return paragraph.marks if paragraph is not None else ()

    # --- stretches -----------------------------------------------------------------------------------------

    def redress(self) -> None:
        """Dress everything anew: headings, which are larger, at once for what they do to the height of the page."""
        self._dress_number += 1
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for index, look in enumerate(self._looks):
            if look.level:
                self._dress(self._document.findBlockByNumber(index))
        cursor.endEditBlock()
        self._update()

    def dress_seen(self) -> None:
        """Dress what is on screen and not dressed."""
        undressed = [block for block, _ in self._seen() if block.userState() != self._dress_number]
        if undressed:
            cursor = QTextCursor(self._document)
            cursor.beginEditBlock()
            for block in undressed:
                self._dress(block)
            cursor.endEditBlock()

    def touched(self, first: int, last: int) -> None:
        """Blocks are about to be laid out: their formats must be right before."""
        if not self._ready:
            return
        block = self._document.findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            if block.userState() == self._dress_number or first == last:
                index = block.blockNumber()
                self.typesetter.dress(block, self.look(index), self.marks(index))
                block.setUserState(self._dress_number)
            block = block.next()

    def _dress(self, block: QTextBlock) -> None:
        if block.userState() != self._dress_number:
            block.setUserState(self._dress_number)
            self._lay(block)

    def _lay(self, block: QTextBlock) -> None:
        index = block.blockNumber()
        if self.typesetter.dress(block, self.look(index), self.marks(index)):
            self._document.markContentsDirty(block.position(), block.length())

    # --- blocks --------------------------------------------------------------------------------------------

    def _form_blocks(self, indices: range | list[int], assume: Look | None = None) -> None:
        """Set the block formats of these blocks; those that look like ``assume`` have theirs already."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        if assume is None and isinstance(indices, range):
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.setBlockFormat(self.typesetter.block_format(self.body))
            assume = self.body
        for index in indices:
            if self._looks[index] != assume:
                cursor.setPosition(self._document.findBlockByNumber(index).position())
                cursor.setBlockFormat(self.typesetter.block_format(self._looks[index]))
        cursor.endEditBlock()

    def _heard(self, event: Event) -> None:
        """Keep the looks beside their paragraphs, and dress anew what looks otherwise now."""
        typed = event.initiator == EDITOR
        for change in event.changes:
            growth = len(change.inserted) - len(change.removed)
            if growth:
                kept = self._looks[change.index : change.index + min(len(change.removed), len(change.inserted))]
                new = [shaped(self.body, each.shape) for each in change.inserted[len(kept) :]]
                self._looks[change.index : change.index + len(change.removed)] = kept + new
            elif not typed:
                self._reset(change.index, change.removed, change.inserted)
        if not typed and any(len(each.removed) != len(each.inserted) for each in event.changes):
            self._dress_number += 1
            self._update()

    def _reset(self, index: int, before: tuple[Paragraph, ...], after: tuple[Paragraph, ...]) -> None:
        """Set and dress the paragraphs that got other marks, or became a heading or none."""
        for at, (one, other) in enumerate(zip(before, after, strict=True), index):
            if (one.marks, one.shape) == (other.marks, other.shape) or at >= len(self._looks):
                continue
            if (one.shape.kind is ShapeKind.HEADING) != (other.shape.kind is ShapeKind.HEADING):
                self._looks[at] = shaped(self.body, other.shape)
                self._form_blocks([at])
            block = self._document.findBlockByNumber(at)
            block.setUserState(-1)
            self._dress(block)
