# SPDX-License-Identifier: GPL-3.0-or-later
"""Italics, bold and the rest in documents that hold them: on what is selected, on the word at the caret, or on what
is typed next. Each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from redraft.manuscript.marks import MarkKind, covers
from redraft.manuscript.model import Paragraph
from redraft.manuscript.session import Change, Event, Place, Session, Transaction
from redraft.manuscript.shape import BODY, Shape, ShapeKind
from redraft.ui.editor.bridge import EDITOR
from redraft.ui.editor.page import Page

LABELS = {
    MarkKind.ITALIC: "italics", MarkKind.BOLD: "bold", MarkKind.UNDERLINE: "underline", MarkKind.STRIKE: "strike-out",
    MarkKind.SMALL_CAPS: "small capitals",
}  # fmt: skip
_INITIATOR = "command"

Stretch = tuple[int, int, int]
"""Paragraph index, start, end."""


class Formatting(QObject):
    """Sets looks and headings in the session that the page shows."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._session: Session | None = None
        self._next: dict[MarkKind, bool] = {}
        self._from = (0, 0)
        self._unsubscribe: Callable[[], None] = lambda: None
        page.cursorPositionChanged.connect(self._moved)

    def follow(self, session: Session) -> None:
        """Another session is on the page."""
        self._unsubscribe()
        self._session = session
        self._next.clear()
        self._unsubscribe = session.subscribe(self._edited)

    def toggle(self, kind: MarkKind) -> None:
        """Set the look where it is not, or take it away where all has it. Between words, at a word's end and on an
        empty line it holds for what is typed next."""
        if self._session is None or self._page.isReadOnly():
            return
        stretches = list(self._stretches())
        if not stretches:
            self._toggle_next(kind)
            return
        paragraphs = self._session.paragraphs
        on = not all(covers(paragraphs[at].marks, start, end, kind) for at, start, end in stretches)
        first, last = stretches[0], stretches[-1]
        self._session.set_look(first[0], first[1], last[0], last[2], kind, on, label=LABELS[kind],
                               initiator=_INITIATOR, place=self._page.bridge.caret)

    def has(self, kind: MarkKind) -> bool:
        """Whether the letters at the caret, or all that are selected, have the look (or will, once they are typed)."""
        if self._session is None:
            return False
        if kind in self._next and self._page.caret() == self._from:
            return self._next[kind]
        paragraphs, some = self._session.paragraphs, False
        for at, start, end in self._stretches():
            some = True
            if not covers(paragraphs[at].marks, start, end, kind):
                return False
        return some or self._before(kind)

    def heading(self) -> None:
        """Make the paragraph at the caret a heading, of the level that the story has most, or body text again."""
        if self._session is None:
            return
        shape = BODY if self.is_heading() else Shape(ShapeKind.HEADING, self._usual_level())
        self.shape(self._page.caret()[0], shape, "heading")

    def is_heading(self) -> bool:
        """Whether the paragraph at the caret is a heading."""
        paragraph, _ = self._here()
        return paragraph is not None and paragraph.shape.kind is ShapeKind.HEADING

    def shape(self, index: int, shape: Shape, label: str, merge_key: str = "") -> None:
        """Give a paragraph another shape; with a ``merge_key`` one step of undo with the step of that key before."""
        if self._session is None:
            return
        old, here = self._session.paragraphs[index], self._page.bridge.caret
        if old.shape != shape:
            change = Change(index, (old,), (replace(old, shape=shape, edited=True),))
            self._session.commit(Transaction(label, [change], here, here, merge_key=merge_key), _INITIATOR)

    # --- inside --------------------------------------------------------------------------------------------

    def _stretches(self) -> Iterator[Stretch]:
        """What is selected, paragraph by paragraph; without a selection the word that the caret is inside of."""
        assert self._session is not None
        cursor = self._page.textCursor()
        if not cursor.hasSelection():
            place = cursor.position()
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            if not cursor.selectionStart() < place < cursor.selectionEnd():
                return
        first = self._page.bridge.place_of(cursor.selectionStart())
        last = self._page.bridge.place_of(cursor.selectionEnd())
        for index in range(first[0], last[0] + 1):
            start = first[1] if index == first[0] else 0
            end = last[1] if index == last[0] else len(self._session.paragraphs[index].text)
            if start < end:
                yield index, start, end

    def _toggle_next(self, kind: MarkKind) -> None:
        place = self._page.caret()
        if place != self._from:
            self._next.clear()
        self._from = place
        self._next[kind] = not (self._next[kind] if kind in self._next else self._before(kind))

    def _before(self, kind: MarkKind) -> bool:
        """Whether the letter before the caret has the look."""
        paragraph, offset = self._here()
        return offset > 0 and paragraph is not None and covers(paragraph.marks, offset - 1, offset, kind)

    def _here(self) -> tuple[Paragraph | None, int]:
        index, offset = self._page.caret()
        paragraphs = self._session.paragraphs if self._session is not None else ()
        return (paragraphs[index] if index < len(paragraphs) else None), offset

    def _edited(self, event: Event) -> None:
        if self._next and event.initiator == EDITOR:
            QTimer.singleShot(0, self._apply_next)  # not in the midst of telling others of the edit

    def _apply_next(self) -> None:
        """Give what was typed since the looks that were asked for."""
        wanted, self._next = self._next, {}
        index, offset = self._page.caret()
        start = self._from[1]
        if self._session is None or index != self._from[0] or offset <= start:
            return
        for kind, on in wanted.items():
            self._session.set_look(index, start, index, offset, kind, on, label=LABELS[kind], initiator=_INITIATOR,
                                   place=Place((index, offset), (index, offset)))

    def _moved(self) -> None:
        """The caret went elsewhere: what was asked for there is forgotten."""
        index, offset = self._page.caret()
        if self._next and (index != self._from[0] or offset < self._from[1]):
            self._next.clear()

    def _usual_level(self) -> int:
        assert self._session is not None
        levels = [each.shape.level for each in self._session.paragraphs if each.shape.kind is ShapeKind.HEADING]
        return max(set(levels), key=levels.count) if levels else 1
