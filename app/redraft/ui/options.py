# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the settings rule the window: each option's effect, at the start and whenever it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from redraft.errors import RedraftError
from redraft.settings.options import Value
from redraft.settings.store import Settings
from redraft.ui import theme as themes

if TYPE_CHECKING:
    from redraft.ui.window import Window


class Options(QObject):
    """The settings' effects on one window."""

    def __init__(self, window: Window, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._effects: dict[str, Callable[[], None]] = {
            "theme": self._theme, "zoom": self._zoom, "page-width": self._width, "paragraph-style": self._paragraphs,
            "smart-quotes": self._quotes, "hints": self._hints, "harper": self._engines, "languagetool": self._engines,
            "rules-off": window.decided, "variety": window.decided,
        }
        self._unsubscribe = settings.subscribe(self._changed)
        window.closing.connect(self._unsubscribe)

    def set(self, name: str, value: Value) -> None:
        """Change an option; where it cannot be kept, say so."""
        try:
            self._settings.set(name, value)
        except RedraftError as error:
            self._window.notices.say(str(error), stay=True)

    def start(self) -> None:
        """What holds from the start on. (The theme is applied before there is a window.)"""
        for effect in (self._width, self._paragraphs, self._quotes, self._hints, self._zoom):
            effect()

    def engines(self) -> tuple[str, ...]:
        """The judges that the author wants."""
        return ("builtin", *(name for name in ("harper", "languagetool") if self._settings.flag(name)))

    def _changed(self, name: str) -> None:
        if name in self._effects:
            self._effects[name]()

    def _theme(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            themes.apply(app, themes.Appearance(self._settings.text("theme")))
            self._window.set_theme()

    def _zoom(self) -> None:
        self._window.page.set_zoom(self._settings.number("zoom"))

    def _width(self) -> None:
        self._window.page.set_column(self._settings.number("page-width"))

    def _paragraphs(self) -> None:
        self._window.page.set_spaced(self._settings.text("paragraph-style") == "space")

    def _quotes(self) -> None:
        on = self._settings.flag("smart-quotes")
        self._window.writing.typographic = on
        self._window.menus.actions["typographic"].setChecked(on)

    def _hints(self) -> None:
        on = self._settings.flag("hints")
        self._window.reviewing.marks.hints = on
        self._window.menus.actions["hints"].setChecked(on)
        self._window.context.bus.hints_changed.emit(on)
        self._window.page.viewport().update()

    def _engines(self) -> None:
        self._window.desk.use_engines(self.engines())
