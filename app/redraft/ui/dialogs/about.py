# SPDX-License-Identifier: GPL-3.0-or-later
"""About Redraft."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

import redraft
from redraft.ui import icons
from redraft.ui import theme as themes

_WORDS = (
    "An editor for people who revise fiction. It marks what a copy editor would mark, shows how each scene reads, and "
    "remembers who is in the story."
)
_PRIVACY = "Everything runs on this machine. Nothing you write leaves it."
_LICENCE = "Free software under the GNU General Public License, version 3 or later. It comes without warranty."


def versions() -> str:
    """What runs here, in a line to be quoted in a report."""
    return f"Redraft {redraft.__version__} · Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"


class AboutDialog(QDialog):
    """Name, purpose, privacy, licence, versions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About Redraft")
        self.setFixedWidth(440)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("redraft", 48, themes.current().colour("accent"), self.devicePixelRatioF()))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(picture)
        for text, size, tone in (("Redraft", "display", ""), (_WORDS, "", ""), (_PRIVACY, "", ""),
                                 (_LICENCE, "caption", "quiet"), (versions(), "caption", "quiet")):
            label = QLabel(text)
            label.setWordWrap(True)
            label.setFixedWidth(392)
            label.setProperty("scale", size)
            label.setProperty("tone", tone)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addSpacing(8)
        column.addWidget(buttons)
