# SPDX-License-Identifier: GPL-3.0-or-later
"""The colour by which a character is known in lists and in the text, and the disc that shows it."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor

from redraft.ui import theme as themes
from redraft.ui.panels.painting import Brush

DISC = 24
"""Its width in px."""


def portrait_colour(name: str) -> QColor:
    """A colour of the character's own, the same each time; lighter on a dark ground."""
    hue = int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=2).digest()) % 360
    dark = themes.current().dark
    return QColor.fromHsl(hue, 110 if dark else 120, 165 if dark else 105)


def draw_disc(brush: Brush, box: QRect, name: str) -> None:
    """A disc with the name's first letter."""
    colour = portrait_colour(name)
    brush.fill(box, colour, box.width() / 2)
    font = themes.sans("caption")
    font.setBold(True)
    brush.painter.setFont(font)
    brush.painter.setPen(QColor("#101010") if themes.current().dark else QColor("#ffffff"))
    letter = next((each for each in name if each.isalnum()), "?").upper()
    brush.painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
