# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window looked like when it was last closed. Losing it costs nothing but a few drags of the mouse."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from redraft.places import config_folder
from redraft.ui.theme import Appearance

_VERSION = 1


class Remembered:
    """Reads and writes ``window.ini`` in the user's configuration."""

    def __init__(self) -> None:
        self._store = QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow) -> bool:
        """Give the window its place, size and docks; whether any were remembered."""
        geometry, state = self._bytes("geometry"), self._bytes("docks")
        if geometry is not None:
            window.restoreGeometry(geometry)
        return state is not None and window.restoreState(state, _VERSION)

    def keep(self, window: QMainWindow, docks: QByteArray) -> None:
        """Remember them."""
        self._store.setValue("geometry", window.saveGeometry())
        self._store.setValue("docks", docks)
        self._store.sync()

    @property
    def zoom(self) -> int:
        """The zoom in per cent."""
        return self._number("zoom", 100)

    @zoom.setter
    def zoom(self, per_cent: int) -> None:
        self._store.setValue("zoom", per_cent)

    @property
    def appearance(self) -> Appearance:
        """Light, dark, or as the desktop."""
        try:
            return Appearance(str(self._store.value("appearance", Appearance.SYSTEM)))
        except ValueError:
            return Appearance.SYSTEM

    @appearance.setter
    def appearance(self, chosen: Appearance) -> None:
        self._store.setValue("appearance", str(chosen))

    def switch(self, name: str, default: bool) -> bool:
        """Whether something is switched on."""
        return str(self._store.value(f"switches/{name}", default)).lower() == "true"

    def set_switch(self, name: str, on: bool) -> None:
        """Switch it on or off."""
        self._store.setValue(f"switches/{name}", on)

    def _bytes(self, name: str) -> QByteArray | None:
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def _number(self, name: str, default: int) -> int:
        try:
            return int(str(self._store.value(name, default)))
        except ValueError:
            return default


VERSION = _VERSION
"""The version of the docks' arrangement; another one is not restored."""
