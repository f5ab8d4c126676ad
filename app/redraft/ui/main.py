# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the window is put together: every object is made here and handed down."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from redraft import __version__
from redraft.settings.store import Settings
from redraft.ui import icons
from redraft.ui import theme as themes
from redraft.ui.client import WorkerClient
from redraft.ui.collecting import Collector
from redraft.ui.crash import CrashGuard
from redraft.ui.remembered import Remembered
from redraft.ui.stalls import Stalls
from redraft.ui.window import Window

_SETTLED = 800
"""Milliseconds after which a story that was opened is on screen, and nothing waits."""


def application() -> QApplication:
    """The application, made or found."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Redraft")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("redraft")
    return app


def run(files: Sequence[str]) -> int:
    """Open the editor with ``files`` and stay until it is closed; the exit status."""
    app = application()
    client = WorkerClient()
    client.start()
    settings = Settings()
    themes.apply(app, themes.Appearance(settings.text("theme")))
    app.setWindowIcon(icons.icon("redraft"))
    window = Window(client, settings, Remembered())
    guard = CrashGuard(lambda sentence: window.notices.say(sentence, stay=True), window.logbook.log)
    guard.install()
    stalls = Stalls(window.logbook.log)
    collector = Collector(window)
    collector.start()
    window.context.bus.document_opened.connect(lambda: QTimer.singleShot(_SETTLED, collector.settle))
    app.styleHints().colorSchemeChanged.connect(lambda _: _follow_desktop(app, window))
    signal.signal(signal.SIGINT, lambda *_: window.close())
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: _ended(window))
    window.show()
    QTimer.singleShot(0, lambda: _begin(window, files))
    status = app.exec()
    stalls.stop()
    collector.end()
    settle_clipboard()
    client.end()
    guard.remove()
    return status


def settle_clipboard() -> None:
    """Leave what was copied on the clipboard as Qt's own data: an object of Python's would be gone before Qt is."""
    clipboard = QApplication.clipboard()
    ours = clipboard.ownsClipboard() or QApplication.platformName() == "offscreen"  # which never says so
    if ours and clipboard.text():
        clipboard.setText(clipboard.text())


def _begin(window: Window, files: Sequence[str]) -> None:
    from redraft.ui.story import Story

    if files:
        window.filing.open_all([Path(each) for each in files])
    if window.story.untouched:
        window.show_story(Story.new())
    if window.settings.notice:
        window.notices.say(window.settings.notice, stay=True)
    window.rescue.offer()


def _ended(window: Window) -> None:
    """The system ends the program: what is unsaved is on disk, and is offered at the next start."""
    window.safety.flush()
    QApplication.exit(0)


def _follow_desktop(app: QApplication, window: Window) -> None:
    if window.settings.text("theme") == themes.Appearance.SYSTEM:
        themes.apply(app)
        window.set_theme()
