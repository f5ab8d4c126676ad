# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window looked like when it was last closed. Losing it costs nothing but a few drags of the mouse."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from redraft.places import config_folder

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

    def _bytes(self, name: str) -> QByteArray | None:
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None


VERSION = _VERSION
"""The version of the docks' arrangement; another one is not restored."""
