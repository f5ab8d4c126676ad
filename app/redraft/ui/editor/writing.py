# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys that do more than put in their character: typographic marks, emphasis, headings, scene breaks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from redraft.manuscript.marks import MarkKind
from redraft.manuscript.session import Place, Session
from redraft.manuscript.shape import Shape, ShapeKind
from redraft.text.markup import marks
from redraft.ui.editor.formatting import Formatting
from redraft.ui.editor.habits import Habits, habits, typed
from redraft.ui.editor.page import Page
from redraft.ui.editor.pasting import Pasting

_SAMPLE = 400
_SCENE_BREAK = "scene break"


class Writing(QObject):
    """Watches the page's keys and edits its session. ``typographic`` switches quote marks and dashes."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._session: Session | None = None
        self._habits = Habits()
        self.typographic = True
        self.markdown = False
        self.rich = False
        self.formatting, self.pasting = Formatting(page), Pasting(page)
        page.installEventFilter(self)

    def follow(self, session: Session, *, markdown: bool, rich: bool = False) -> None:
        """Write in another session from now on, by its habits. ``markdown``: looks are written in its text; ``rich``:
        they are kept beside it."""
        self._session, self.markdown, self.rich = session, markdown, rich
        self._page.line_breaks = rich
        self.formatting.follow(session)
        self.pasting.follow(session, markdown=markdown, rich=rich)
        count = len(session.paragraphs)
        step = max(1, count // _SAMPLE)
        self._habits = habits(each.text for each in session.paragraphs[::step])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take over the keys that become something else."""
        if self.typographic and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.text()
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        if key not in ('"', "'", "-") or event.modifiers() & command or self._page.isReadOnly():
            return False
        cursor = self._page.textCursor()
        block = self._page.document().findBlock(cursor.selectionStart())
        place = cursor.selectionStart() - block.position()
        made = typed(block.text(), place, key, self._habits)
        if made is None:
            return False
        self._put(cursor, key, *made)
        return True

    def _put(self, cursor: QTextCursor, key: str, back: int, text: str) -> None:
        """First the key as typed, then what it becomes: two steps, so that one Undo brings the typed key back."""
        cursor.insertText(key)
        self._page.bridge.name_next("typographic mark")
        cursor.setPosition(cursor.position() - back - 1)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, back + 1)
        cursor.insertText(text)
        self._page.setTextCursor(cursor)
        self._page.bridge.name_next(None)
        self._page.ensureCursorVisible()

    # --- looks ---------------------------------------------------------------------------------------------

    def has(self, name: str) -> bool:
        """Whether what is at the caret has the look of that action; what is written as markup is not judged."""
        if not self.rich:
            return False
        return self.formatting.is_heading() if name == "heading" else self.formatting.has(MarkKind(name))

    def look(self, name: str) -> None:
        """Set a look by its action's name ("italic", "heading" …), or take it away, in the way of the format."""
        if self.rich:
            self.formatting.heading() if name == "heading" else self.formatting.toggle(MarkKind(name))
        elif name == "heading":
            self.heading()
        elif name in ("italic", "bold"):
            self.italic() if name == "italic" else self.bold()

    def italic(self) -> None:
        """Set the selection, or the word at the caret, in italics, or take them away."""
        self._emphasise("*", "italics")

    def bold(self) -> None:
        """Set the selection, or the word at the caret, in bold, or take it away."""
        self._emphasise("**", "bold")

    def heading(self) -> None:
        """Make the paragraph a chapter's heading, or an ordinary paragraph again."""
        index, offset = self._page.caret()
        text = self._text(index)
        bare = text.lstrip("#").lstrip()
        new = bare if text.startswith("#") else f"## {bare}"
        self._replace(index, new, "heading", max(0, offset + len(new) - len(text)))

    def scene_break(self) -> None:
        """Put a scene break behind the paragraph at the caret."""
        if self._session is None:
            return
        index, offset = self._page.caret()
        text = self._text(index)
        head, tail = text[:offset].rstrip(), text[offset:].lstrip()
        texts = [*([head] if head else []), "* * *", tail]
        here = (index + len(texts) - 1, 0)
        self._session.replace(
            index, index + 1, texts, label="scene break", initiator="command", before=self._page.bridge.caret,
            after=Place(here, here), merge_key=_SCENE_BREAK)
        if self.rich:
            self.formatting.shape(here[0] - 1, Shape(ShapeKind.MARK), "scene break", _SCENE_BREAK)
        self._session.end_merge()
        self._page.put_caret(*here)

    def _emphasise(self, mark: str, label: str) -> None:
        cursor = self._page.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        first = self._page.bridge.place_of(cursor.selectionStart())
        last = self._page.bridge.place_of(cursor.selectionEnd())
        if first[0] != last[0]:
            return
        index, start, end = first[0], first[1], last[1]
        text = self._text(index)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        around = _marks_around(text, start, end, "italic" if len(mark) == 1 else "bold")
        if around:
            (a, b), (c, d) = around
            self._replace(index, text[:a] + text[b:c] + text[d:], label, end - (b - a))
        else:
            new = text[:start] + mark + text[start:end] + mark + text[end:]
            self._replace(index, new, label, end + len(mark) * (2 if end > start else 1))

    def _text(self, index: int) -> str:
        if self._session is None or index >= len(self._session.paragraphs):
            return ""
        return self._session.paragraphs[index].text

    def _replace(self, index: int, text: str, label: str, offset: int) -> None:
        if self._session is None:
            return
        here = (index, offset)
        self._session.replace(
            index, index + 1, [text], label=label, initiator="command", before=self._page.bridge.caret,
            after=Place(here, here))
        self._page.put_caret(*here)


def _marks_around(text: str, start: int, end: int, kind: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The pair of marks of ``kind`` directly round, or just inside, the stretch."""
    opened: list[tuple[int, int]] = []
    for mark in marks(text):
        if mark.kind != kind:
            continue
        span = (mark.span.start, mark.span.end)
        if mark.turn > 0:
            opened.append(span)
        elif opened:
            opening = opened.pop()
            if opening[0] <= start and end <= span[1]:
                return opening, span
    return None
