# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said to the author without a box in the way: the notice bar over the page, and the status bar under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStatusBar,
    QToolButton,
    QWidget,
)

from redraft.checks.rates import closeness
from redraft.ui import icons

_SHORT = 6_000
_LEGIBLE, _MARGINS = 360, 48
"""Pixels that a sentence needs beside its answers, or it stands over them; and those round about."""
_CLOSELY = "The rougher a draft is, the more of what is doubtful Redraft marks."


@dataclass(frozen=True, slots=True)
class Answer:
    """A button in a notice, and what it does."""

    text: str
    deed: Callable[[], object]


_Notice = tuple[str, tuple[Answer, ...], bool]


class NoticeBar(QWidget):
    """Says one sentence at a time. With answers it stays until one is given or it is closed; a plain one goes after
    six seconds, or at the next. A new sentence without answers waits for one with answers to be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Notice")
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._answers = QWidget()
        self._row = QHBoxLayout(self._answers)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._narrow = False
        self._now: _Notice = ("", (), False)
        self._buttons: list[QPushButton] = []
        self._close = QToolButton()
        icons.dress(self._close, "dismiss")
        self._close.setToolTip("Close")
        self._close.setAccessibleName("Close the notice")
        self._close.clicked.connect(self.dismiss)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 8, 8)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._waiting: list[_Notice] = []
        self.hide()

    def say(self, sentence: str, answers: Sequence[Answer] = (), *, stay: bool = False) -> None:
        """Say ``sentence``. ``stay``: until it is closed, though it has no answers."""
        if self.isVisible() and self._buttons and (sentence, tuple(answers), stay) not in self._waiting:
            self._waiting.append((sentence, tuple(answers), stay))
            return
        self._show(sentence, answers, stay)

    def ask(self, sentence: str, answers: Sequence[Answer]) -> None:
        """Ask what must be answered now, in front of whatever else is asked or waits; the first answer has the
        keyboard."""
        if self.asking:
            self._waiting.insert(0, self._now)
        self._waiting = [each for each in self._waiting if each[0] != sentence]
        self._show(sentence, answers, True)
        self._buttons[0].setFocus()

    @property
    def asking(self) -> bool:
        """Whether something is asked and not answered yet."""
        return self.isVisible() and bool(self._buttons)

    @property
    def sentence(self) -> str:
        """What is being said; "" when nothing is."""
        return self._label.text() if self.isVisible() else ""

    def withdraw(self, sentence: str) -> None:
        """What was said, or waits to be said, is over."""
        self._waiting = [each for each in self._waiting if each[0] != sentence]
        if sentence and self.sentence == sentence:
            self.dismiss()

    def dismiss(self) -> None:
        """Close the notice, and say the next that waits."""
        self._timer.stop()
        self._clear()
        self.hide()
        if self._waiting:
            self._show(*self._waiting.pop(0))

    def _show(self, sentence: str, answers: Sequence[Answer], stay: bool) -> None:
        self._clear()
        self._now = (sentence, tuple(answers), stay)
        self._label.setText(sentence)
        self.setAccessibleDescription(sentence)
        for answer in answers:
            button = QPushButton(answer.text)
            button.clicked.connect(lambda _=False, chosen=answer: self._answered(chosen))
            self._row.addWidget(button)
            button.show()
            self._buttons.append(button)
        self._answers.setVisible(bool(answers))
        self._fit()
        self.show()
        self._timer.stop()
        if not answers and not stay:
            self._timer.start(max(_SHORT, 60 * len(sentence)))

    def _answered(self, answer: Answer) -> None:
        self.dismiss()
        answer.deed()

    def _clear(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the sentence, the answers stand under it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() - self._answers.sizeHint().width() - self._close.sizeHint().width() - _MARGINS
        wanted = self._label.fontMetrics().horizontalAdvance(self._label.text())
        narrow = bool(self._buttons) and beside < min(wanted, _LEGIBLE)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        for each in (self._label, self._answers, self._close):
            self._grid.removeWidget(each)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._label, 0, 0, 1, 2 if self._narrow else 1)
        if self._narrow:
            self._grid.addWidget(self._answers, 1, 0, 1, 3, Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addWidget(self._answers, 0, 1)
        self._grid.addWidget(self._close, 0, 2, top if self._narrow else Qt.AlignmentFlag.AlignVCenter)


class StatusBar(QStatusBar):
    """Where one is, how much there is, how far the checking is, which judges take part, how the file is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.scene = _label("Scene")
        self.words = _label("Words")
        self.voice = _label("Tense and person")
        self.file = _label("How the file is written")
        self.engines = _label("Checkers")
        self.checked = _label("Checking")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(96)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName("How much of the story is checked")
        for widget in (self.scene, self.words, self.voice):
            self.addWidget(widget)
        self.reading = _label("Writing is off")
        permanent: tuple[QWidget, ...] = (self.reading, self.engines, self.checked, self.bar, self.file)
        for each in permanent:
            self.addPermanentWidget(each)
        self.set_progress(0, 0)
        self.set_reading("")

    def set_reading(self, why: str) -> None:
        """The story is only read here, and ``why``; "" while it may be written."""
        self.reading.setText("only reading" if why else "")
        self.reading.setToolTip(why)
        self.reading.setAccessibleDescription(why)
        self.reading.setVisible(bool(why))

    def set_progress(self, done: int, total: int) -> None:
        """``done`` of ``total`` words are checked; nothing is shown while nothing is known."""
        busy = total > 0 and done < total
        self.bar.setVisible(busy)
        self.checked.setVisible(total > 0)
        self.bar.setValue(1000 * done // total if total else 0)
        self.checked.setText(f"checked {100 * done // total} %" if busy else "checked" if total else "")

    def set_closeness(self, roughness: float | None) -> None:
        """Say how closely the story is read: the rougher it is, the more of what is doubtful is marked."""
        rate = f"{roughness:.1f} sure marks in 1,000 words: " if roughness is not None else ""
        self.checked.setToolTip(f"{rate}{closeness(roughness)}. {_CLOSELY}" if rate else "")
        self.checked.setAccessibleDescription(self.checked.toolTip())


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setAccessibleName(name)
    label.setContentsMargins(8, 4, 8, 4)
    return label
