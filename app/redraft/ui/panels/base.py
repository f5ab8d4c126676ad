# SPDX-License-Identifier: GPL-3.0-or-later
"""What every panel is: content, or in its place a sentence why there is none and what to do.

A panel draws itself anew at most once in ``DELAY`` ms, and only while it is seen: news of a hidden panel waits. While
the author types it waits for a pause, at most three seconds: no key is to wait for a list.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from redraft.checks.finding import Finding, Severity
from redraft.ui import icons
from redraft.ui import theme as themes
from redraft.ui.context import Context
from redraft.ui.panels.words import FAILED, Empty

_PATIENCE = 25
"""How many delays in a row a panel waits for the author to pause."""


class Panel(QWidget):
    """The ground of all panels. A panel fills ``self.body`` once, and overrides :meth:`refresh`.

    ``refresh`` returns an :class:`Empty` to show in place of the content, or None when there is content.
    """

    DELAY = 120
    ICON = "outline"

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(name)
        self.setObjectName(f"panel-{name.lower()}")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QWidget()
        self.body.setProperty("surface", "panel")
        self._notice = Notice(self.ICON)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._notice)
        self._stack.addWidget(self.body)
        self._stale = True
        self._hints = False
        self._waited = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.DELAY)
        self._timer.timeout.connect(self._due)
        context.bus.document_opened.connect(self.renew)
        context.bus.progress_changed.connect(self._progressed)
        context.bus.theme_changed.connect(self.dress)
        context.bus.hints_changed.connect(self._set_hints)

    def refresh(self) -> Empty | None:
        """Draw the panel from the present state of session, desk and book."""
        raise NotImplementedError

    def renew(self) -> None:
        """Something this panel shows has changed: draw it soon, or when it is next seen."""
        self._stale = True
        if self.is_seen and not self._timer.isActive():
            self._timer.start()

    def renew_now(self) -> None:
        """Draw it at once."""
        self._timer.stop()
        self._stale = False
        empty = self._refreshed()
        if empty is None:
            self._stack.setCurrentWidget(self.body)
        else:
            self._notice.show_empty(empty)
            self._stack.setCurrentWidget(self._notice)

    def _refreshed(self) -> Empty | None:
        """What :meth:`refresh` says; where it fails, that it failed: the page and the other panels go on."""
        try:
            return self.refresh()
        except Exception as error:  # noted as any failure is
            sys.excepthook(type(error), error, error.__traceback__)
            return FAILED

    def findings(self) -> list[tuple[int, Finding]]:
        """The findings that the author wants to see, as the desk lists them: hints on style only when asked for."""
        every = self.context.desk.all_findings()
        return list(every) if self._hints else [pair for pair in every if pair[1].severity is not Severity.HINT]

    def dress(self) -> None:
        """Take on the colours of the present theme."""
        self._notice.dress()
        icons.refresh(self)
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether the panel shows why it has nothing to show."""
        return self._stack.currentWidget() is self._notice

    @property
    def is_seen(self) -> bool:
        """Whether any of it is on screen; a dock behind another tab counts as visible for Qt, but is not seen."""
        return self.isVisible() and not self.visibleRegion().isEmpty()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Catch up when its tab comes to the front."""
        super().paintEvent(event)
        if self._stale and not self._timer.isActive():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        if self._stale:
            self.renew_now()

    def sizeHint(self) -> QSize:
        """Wide enough for a line of text, narrow enough to leave the page its room."""
        return QSize(288, 480)

    def _due(self) -> None:
        if not self._stale or not self.is_seen:
            return
        if self.context.typing and self._waited < _PATIENCE:
            self._waited += 1
            self._timer.start()
            return
        self._waited = 0
        self.renew_now()

    def _set_hints(self, wanted: bool) -> None:
        self._hints = wanted
        self.renew()

    def _progressed(self, _done: int, _total: int) -> None:
        if self.is_empty:
            self.renew()


class Notice(QWidget):
    """An icon, a short headline, a sentence; a bar while something is under way."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setProperty("surface", "panel")
        self._picture = QLabel()
        self._headline = QLabel()
        self._headline.setProperty("scale", "title")
        self._sentence = QLabel()
        self._sentence.setProperty("tone", "quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("How much of the story is checked")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._picture, self._headline, self._sentence):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(self._bar)
        column.addStretch(3)
        self.dress()

    def show_empty(self, empty: Empty) -> None:
        """Say it."""
        self._headline.setText(empty.headline)
        self._sentence.setText(empty.sentence)
        self._bar.setVisible(empty.progress is not None)
        self._bar.setRange(0, 1000)
        self._bar.setValue(round((empty.progress or 0) * 1000))
        self.setAccessibleName(f"{empty.headline}. {empty.sentence}")

    @property
    def text(self) -> str:
        """What is said."""
        return f"{self._headline.text()} {self._sentence.text()}"

    def dress(self) -> None:
        """Take on the colours of the present theme."""
        colour = themes.current().colour("faint")
        self._picture.setPixmap(icons.pixmap(self._icon, 32, colour, self.devicePixelRatioF()))
