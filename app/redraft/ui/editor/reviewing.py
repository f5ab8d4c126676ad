# SPDX-License-Identifier: GPL-3.0-or-later
"""The author's way through the findings on the page: hover, keys, the card, and what is done from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from redraft.checks.finding import Finding
from redraft.manuscript.session import Event
from redraft.storage.decisions import speaker_of
from redraft.ui import theme as themes
from redraft.ui.context import Context
from redraft.ui.editor.card import Card, Offer
from redraft.ui.editor.deeds import CHANGED, Deeds
from redraft.ui.editor.layers import FindingLayer, Stretch, TintLayer
from redraft.ui.editor.marks import Marks
from redraft.ui.editor.page import Page, tint
from redraft.ui.editor.underlines import line_rects
from redraft.ui.editor.walk import Found, at, following, preceding

_HOVER = 280
DONE = "Nothing is marked. That is all there is to see to."
NOTHING_YET = "Nothing is marked yet; the story is still being read."


class Reviewing(QObject):
    """Shows cards over ``page`` (in ``room``) for what the context's desk found. ``about`` opens a rule's page."""

    def __init__(
        self, page: Page, room: QWidget, context: Context, name_of: Callable[[str], str],
        waits: Callable[[str], bool], about: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._page, self._context, self._name_of, self._about = page, context, name_of, about
        self._waits = waits
        self.marks = Marks(context.desk, waits)
        self._chosen: Finding | None = None
        self._chosen_index = 0
        self.card = Card(room, self._offers(), name_of)
        self.card.accepted.connect(self._accepted)
        self.card.closed.connect(self._closed)
        self.card.passed_on.connect(self._passed_on)
        page.layers.append(TintLayer(self._chosen_in, self._chosen_colour))
        page.layers.append(FindingLayer(self.findings_of))
        page.viewport().installEventFilter(self)
        page.verticalScrollBar().valueChanged.connect(lambda _: self.card.close_card())
        self._hover = QTimer(self)
        self._hover.setSingleShot(True)
        self._hover.setInterval(_HOVER)
        self._hover.timeout.connect(self._hovered)
        self._point = QPoint()

    def follow(self) -> None:
        """The context holds another story now."""
        hints = self.marks.hints
        self.marks = Marks(self._context.desk, self._waits, hints=hints)
        self.card.close_card()

    def edited(self, event: Event) -> None:
        """Move the marks with an edit; to be told before the desk."""
        self.marks.edited(event)
        if event.initiator == "editor":
            self.card.close_card()

    def refreshed(self, paragraph_ids: Iterable[int]) -> None:
        """The desk has new findings; a card whose finding is none any more goes."""
        self.marks.refreshed(paragraph_ids)
        if self.card.isVisible() and self._chosen is not None and not self._chosen_in(self._chosen_index):
            self.card.close_card()

    def findings_of(self, index: int) -> Sequence[Finding]:
        """The findings shown in paragraph ``index``."""
        paragraphs = self._context.session.paragraphs
        return self.marks.of(paragraphs[index]) if index < len(paragraphs) else ()

    def deeds(self) -> Deeds:
        """What can be done to the story that is open."""
        return Deeds(self._page, self._context.session, self._context.book, self._context.say)

    # --- the way -------------------------------------------------------------------------------------------

    def next(self) -> None:
        """To the next finding behind the caret, with its card."""
        self._walk(following, self._page.textCursor().selectionEnd())

    def previous(self) -> None:
        """To the finding before the caret, with its card."""
        self._walk(preceding, self._page.textCursor().selectionStart())

    def here(self) -> None:
        """The card of the finding at the caret."""
        index, offset = self._page.caret()
        finding = at(self.findings_of(index), offset)
        if finding is None:
            self._context.say("Nothing is marked here. F8 goes to the next place that is.")
        else:
            self._open(index, finding, keyboard=True)

    def show(self, index: int, finding: Finding) -> None:
        """Go to a finding and open its card."""
        paragraphs = self._context.session.paragraphs
        if not index < len(paragraphs) or paragraphs[index].text[finding.start : finding.end] != finding.text:
            self._context.say(CHANGED)
            return
        self._page.select(index, finding.start, finding.start)
        self._page.setFocus()
        QTimer.singleShot(0, lambda: self._open(index, finding, keyboard=True))

    def accept(self, finding: Finding, suggestion: int, *, move_on: bool) -> bool:
        """Take a suggestion; ``move_on``: then go to the next finding."""
        self.card.close_card()
        taken = self.deeds().accept(finding, suggestion)
        if taken and move_on:
            self.next()
        return taken

    # --- inside --------------------------------------------------------------------------------------------

    def _offers(self) -> tuple[Offer, ...]:
        key = Qt.Key
        return (
            Offer("Ignore", "Leave it alone here", key.Key_Delete, "Delete", self._then(self._ignore)),
            Offer("Ignore everywhere", "Leave these words alone in the whole manuscript", key.Key_Delete,
                  "Shift+Delete", self._then(self._ignore_everywhere)),
            Offer("Story’s word", "Add it to the story’s words", key.Key_Plus, "+", self._then(self._add), True),
            Offer("Ignore in this character’s speech", "It is how they speak: leave this rule out of what they say",
                  None, "", self._then(self._ignore_in_speech), fits=lambda found: self._speaker(found) is not None),
            Offer("Switch rule off", "Never mark this in this manuscript", None, "", self._then(self._switch_off)),
            Offer("About this rule", "What it finds, why, and when to leave it", key.Key_Question, "?", self._explain),
        )

    def _then(self, deed: Callable[[Finding], None]) -> Callable[[Finding], None]:
        """The deed, then on to the next finding if the card was opened by a key."""
        def done(finding: Finding) -> None:
            move_on = self.card.by_keyboard
            self.card.close_card()
            deed(finding)
            if move_on:
                self.next()
        return done

    def _ignore(self, finding: Finding) -> None:
        self._context.ignore(finding)

    def _ignore_everywhere(self, finding: Finding) -> None:
        self._context.ignore(finding, everywhere=True)

    def _speaker(self, finding: Finding) -> str | None:
        """Whose words they are; nobody speaks the marks round a speech."""
        return None if finding.category == "dialogue-punctuation" else speaker_of(finding, self._context.desk.cast)

    def _ignore_in_speech(self, finding: Finding) -> None:
        speaker = self._speaker(finding)
        if speaker is not None:
            name = self._name_of(finding.check)
            self._context.decide(f"“{name}” is how {speaker} speaks",
                                 self._context.book.ignore_in_speech(finding.check, speaker))
            self._context.say(f"“{name}” is left out of what {speaker} says. Ctrl+Z brings it back.")

    def _add(self, finding: Finding) -> None:
        self._context.add_word(finding.text)

    def _switch_off(self, finding: Finding) -> None:
        self._context.switch_off(finding.check)

    def _explain(self, finding: Finding) -> None:
        self.card.close_card()
        self._about(finding.check)

    def _walk(self, step: Callable[..., Found | None], position: int) -> None:
        place = self._page.bridge.place_of(position)
        found = step(len(self._context.session.paragraphs), self.findings_of, place)
        if found is None:
            self.card.close_card()
            self._page.setFocus()
            self._context.say(DONE if self._context.desk.resting else NOTHING_YET)
            return
        self.show(*found)

    def _open(self, index: int, finding: Finding, *, keyboard: bool) -> None:
        words = self._rect(index, finding)
        if words is None:
            return
        if keyboard:
            self._page.put_caret(index, finding.start)
            words = self._rect(index, finding) or words
        self._chosen, self._chosen_index = finding, index
        self.card.show_finding(finding, words, keyboard=keyboard)
        self._page.viewport().update()

    def _rect(self, index: int, finding: Finding) -> QRect | None:
        """Where the words are, in the card's room; the first line of them."""
        document = self._page.document()
        block = document.findBlockByNumber(index)
        if not block.isValid():
            return None
        box = document.documentLayout().blockBoundingRect(block)
        origin = box.topLeft() - QPointF(0, self._page.verticalScrollBar().value())
        start = self._page.bridge.position_of(index, finding.start) - block.position()
        end = self._page.bridge.position_of(index, finding.end) - block.position()
        for rect, _ in line_rects(block, start, end, origin):
            corner = self._page.viewport().mapTo(self.card.room, rect.topLeft().toPoint())
            return QRect(corner, rect.size().toSize())
        return None

    def _chosen_in(self, index: int) -> list[Stretch]:
        if self._chosen is None or not self.card.isVisible():
            return []
        same = (self._chosen.check, self._chosen.start, self._chosen.paragraph)
        return [(each.start, each.end) for each in self.findings_of(index)
                if (each.check, each.start, each.paragraph) == same]

    def _chosen_colour(self, _stretch: Stretch) -> QColor:
        category = self._chosen.category if self._chosen else "other"
        return tint(themes.current().mark(category).colour, 40)

    def _accepted(self, finding: Finding, suggestion: int, by_keyboard: bool) -> None:
        self.accept(finding, suggestion, move_on=by_keyboard)

    def _closed(self) -> None:
        self._chosen = None
        self._page.viewport().update()
        if self.card.by_keyboard:
            self._page.setFocus()

    def _passed_on(self, event: QKeyEvent) -> None:
        """A key that is none of the card's: the author writes on."""
        if event.text() or event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.card.close_card()
            self._page.setFocus()
            copy = QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
            QApplication.sendEvent(self._page, copy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse over the page."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._moved(event)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.MouseButtonPress):
            self._hover.stop()
            if event.type() == QEvent.Type.MouseButtonPress:
                self.card.close_card()
            else:
                self.card.leave_soon()
        return False

    def _moved(self, event: QMouseEvent) -> None:
        self._point = event.position().toPoint()
        if event.buttons():
            return
        found = self._under(self._point)
        if found is None:
            self._hover.stop()
            self.card.leave_soon()
        elif self.card.isVisible() and self._chosen == found[1]:
            self.card.stay()
        else:
            self._hover.start()

    def finding_at(self, point: QPoint) -> Finding | None:
        """The finding whose words are at a point of the viewport."""
        found = self._under(point)
        return found[1] if found else None

    def _under(self, point: QPoint) -> Found | None:
        place = self._page.place_at(point)
        if place is None:
            return None
        finding = next((each for each in self.findings_of(place[0]) if each.start <= place[1] <= each.end), None)
        return (place[0], finding) if finding is not None else None

    def _hovered(self) -> None:
        found = self._under(self._point)
        if found is not None and not (self.card.isVisible() and self.card.by_keyboard):
            self._open(*found, keyboard=False)
