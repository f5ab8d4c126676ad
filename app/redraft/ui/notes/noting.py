# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author does with notes on the page: write one, read one, go to the next; hand out copies, take notes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from redraft.notes.following import Spot
from redraft.notes.note import Kind, Note, State, Target
from redraft.ui.context import Context
from redraft.ui.editor.page import Page
from redraft.ui.notes.card import NoteCard, NoteEditor
from redraft.ui.notes.desk import NotesDesk
from redraft.ui.notes.layer import NoteLayer
from redraft.ui.notes.margin import Margin

_BEGINNING = 120
NONE_OPEN = "There are no open notes in the text. Ctrl+M writes one on the words selected."


class Noting(QObject):
    """Notes on one page. ``room`` is the widget that the cards lie over."""

    def __init__(self, page: Page, room: QWidget, context: Context) -> None:
        super().__init__(page)
        self._page, self._room, self._context = page, room, context
        self._desk: NotesDesk = context.notes
        self.margin = Margin(page, self._desk)
        self.card = NoteCard(room, self._desk)
        self.editor = NoteEditor(room)
        self._layer = NoteLayer(self._desk)
        page.layers.insert(0, self._layer)
        self._on: tuple[Spot | None, Target] = (None, Target.WORDS)
        self.margin.opened.connect(lambda notes, box: self.show(notes, self._in_room(box)))
        self.card.closed.connect(self._closed)
        self.card.edit_wanted.connect(self._edit)
        self.editor.kept.connect(self._kept)
        self.editor.closed.connect(page.setFocus)
        page.scrolled.connect(self._put_away)
        self._desk.asked.connect(self.go_to)
        self._desk.put_asked.connect(self.put_on_selection)

    # --- writing -------------------------------------------------------------------------------------------

    def write(self, kind: Kind = Kind.NOTE) -> None:
        """Write a note on what is selected, or on the sentence's word at the caret."""
        cursor = self._page.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        spot = self._spot(cursor)
        if spot is None:
            self._context.say("Select the words that the note is about, then press Ctrl+M.")
            return
        self._begin(spot, Target.WORDS, self._words(spot), self._box(spot))
        self.editor.choose(kind)

    def write_on_scene(self) -> None:
        """Write a note on the scene at the caret."""
        index = self._page.caret()[0]
        outline = self._context.desk.outline
        number = outline.scene_of(index) if index < len(outline.kinds) else 0
        scene = next((each for each in outline.scenes if each.number == number), None)
        if scene is None or scene.first >= len(self._context.session.paragraphs):
            self._context.say("The caret stands in no scene. Put it into the scene that the note is about.")
            return
        text = self._context.session.paragraphs[scene.first].text
        spot = Spot(scene.first, 0, scene.first, max(1, min(len(text), _BEGINNING)))
        self._begin(spot, Target.SCENE, f"scene {scene.number}: {scene.label}", self._box(spot))

    def write_on_manuscript(self) -> None:
        """Write a note on the whole manuscript."""
        self._begin(None, Target.MANUSCRIPT, "", QRect(self._room.width() // 2 - 170, 40, 340, 1))

    def _begin(self, spot: Spot | None, target: Target, what: str, words: QRect) -> None:
        self.card.close_card()
        self._on = (spot, target)
        self.editor.open(what, words)

    def _kept(self, body: str, kind: Kind, suggestion: str | None) -> None:
        if self.editor.note is not None:
            self._desk.edit(self.editor.note.id, body=body, kind=kind, suggestion=suggestion)
            return
        spot, target = self._on
        self._desk.add(body, spot, kind, suggestion, target)

    def _edit(self, note: Note) -> None:
        spot = self._desk.spot(note.id)
        words = self._box(spot) if spot else self.card.geometry()
        self.card.close_card()
        self.editor.open(self._words(spot) if spot else "", words, note)

    # --- reading -------------------------------------------------------------------------------------------

    def show(self, notes: Sequence[Note], words: QRect) -> None:
        """Open the card of notes beside ``words`` (in the room)."""
        self.editor.close_card()
        self._layer.chosen = frozenset(each.id for each in notes)
        self.card.open(notes, words)
        self._page.viewport().update()

    def go_to(self, id: str) -> None:
        """Go to a note's words and open its card; notes on the same words are shown with it."""
        note, spot = self._desk.notebook.get(id), self._desk.spot(id)
        if note is None:
            return
        if spot is None:
            self.show([note], QRect(self._room.width() // 2 - 170, 40, 340, 1))
            return
        self._page.select(spot.first, spot.start, spot.end if spot.last == spot.first else spot.start)
        self._page.setFocus()
        same = [each.note for each in self._desk.all() if each.spot == spot and not each.note.done]
        self.show(same if note in same else [note], self._box(spot))

    def next(self, step: int = 1) -> None:
        """Go to the next open note from the caret on, or the previous one (-1); round at the ends."""
        placed = [each for each in self._desk.all() if each.spot is not None and each.state is State.OPEN]
        spots = sorted({each.spot for each in placed if each.spot is not None})
        if not spots:
            self._context.say(NONE_OPEN)
            return
        cursor = self._page.textCursor()
        here = self._page.bridge.place_of(cursor.selectionStart())
        if step > 0:
            wanted = next((each for each in spots if (each.first, each.start) > here), spots[0])
        else:
            wanted = next((each for each in reversed(spots) if (each.first, each.start) < here), spots[-1])
        self.go_to(next(each.note.id for each in placed if each.spot == wanted))

    def put_on_selection(self, id: str) -> None:
        """Put a note whose words are gone on the words selected."""
        spot = self._spot(self._page.textCursor())
        if spot is None:
            self._context.say("Select the words on the page that the note belongs to; then put it there.")
            return
        self._desk.put_on(id, spot)

    # --- inside --------------------------------------------------------------------------------------------

    def _spot(self, cursor: QTextCursor) -> Spot | None:
        """What a cursor has selected, without white space at its ends."""
        bridge, paragraphs = self._page.bridge, self._context.session.paragraphs
        first, start = bridge.place_of(cursor.selectionStart())
        last, end = bridge.place_of(cursor.selectionEnd())
        while (first, start) < (last, end):
            text = paragraphs[first].text
            if start >= len(text):
                first, start = first + 1, 0
            elif text[start].isspace():
                start += 1
            else:
                break
        while (first, start) < (last, end):
            if end == 0:
                last, end = last - 1, len(paragraphs[last - 1].text)
            elif paragraphs[last].text[end - 1].isspace():
                end -= 1
            else:
                break
        return Spot(first, start, last, end) if (first, start) < (last, end) else None

    def _words(self, spot: Spot) -> str:
        paragraphs = self._context.session.paragraphs
        if spot.first == spot.last:
            return paragraphs[spot.first].text[spot.start : spot.end]
        return f"{paragraphs[spot.first].text[spot.start :]} … {paragraphs[spot.last].text[: spot.end]}"

    def _box(self, spot: Spot) -> QRect:
        """Where the words begin, in the room."""
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(self._page.bridge.position_of(spot.first, spot.start))
        box = self._page.cursorRect(cursor)
        return box.translated(self._page.viewport().mapTo(self._room, box.topLeft()) - box.topLeft())

    def _in_room(self, box: QRect) -> QRect:
        return box.translated(self._page.mapTo(self._room, box.topLeft()) - box.topLeft())

    def _closed(self) -> None:
        self._layer.chosen = frozenset()
        self._page.viewport().update()
        self._page.setFocus()

    def _put_away(self) -> None:
        if self.card.isVisible() and not self.card.underMouse():
            self.card.hide()
            self._layer.chosen = frozenset()


def deeds(noting: Noting) -> dict[str, Callable[..., object]]:
    """The actions of the Notes menu that concern the page."""
    return {
        "note": noting.write, "note-scene": noting.write_on_scene, "note-story": noting.write_on_manuscript,
        "next-note": partial(noting.next, 1), "previous-note": partial(noting.next, -1),
    }
