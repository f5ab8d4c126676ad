# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons: one set of line drawings, tinted by the theme.

An icon file draws in ``currentColor``. What wears an icon (an action, a button) remembers the icon's name, so that
:func:`refresh` can dress a whole window anew when the theme changes.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from redraft.places import cache_folder, resource
from redraft.ui import theme as themes

_SIZES = (16, 20, 24, 32, 48)
_PROPERTY = "iconName"


def names() -> tuple[str, ...]:
    """The names of all icons, sorted."""
    return tuple(sorted(each.stem for each in resource("icons").glob("*.svg")))


def svg(name: str, colour: str) -> str:
    """The drawing of an icon in a colour (``#rrggbb``).

    Raises:
        FileNotFoundError: when there is no icon of that name.
    """
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of ``size`` × ``size`` px on a screen of ``ratio`` device pixels to the px."""
    key = f"redraft-{name}-{size}-{colour.name()}-{ratio:g}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _drawn(name, size, colour, ratio)
        QPixmapCache.insert(key, picture)
    return picture


def _drawn(name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
    drawing = QSvgRenderer(QByteArray(svg(name, colour.name()).encode()))
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str = "text") -> QIcon:
    """An icon in one of the present theme's colours, by the colour's name."""
    theme = themes.current()
    made = QIcon()
    modes = ((QIcon.Mode.Normal, theme.colour(colour)), (QIcon.Mode.Disabled, theme.colour("faint")),
             (QIcon.Mode.Selected, theme.colour(colour)))
    for mode, tint in modes:
        for size in _SIZES:
            made.addPixmap(pixmap(name, size, tint), mode)
    return made


def dress(wearer: QAction | QAbstractButton, name: str) -> None:
    """Give an action or button an icon, and remember which."""
    wearer.setProperty(_PROPERTY, name)
    wearer.setIcon(icon(name))


def refresh(window: QWidget) -> None:
    """Tint the icons of everything in a window anew, after the theme changed."""
    wearers: list[QObject] = [*window.findChildren(QAction), *window.findChildren(QAbstractButton)]
    for wearer in wearers:
        name = wearer.property(_PROPERTY)
        if name and isinstance(wearer, QAction | QAbstractButton):
            wearer.setIcon(icon(str(name)))


def tinted_file(name: str, colour: str) -> str:
    """The path of an icon in a colour, for the style sheet, which takes files alone.

    Where the cache folder cannot be written the path names the untinted drawing.
    """
    drawing = svg(name, colour)
    path = cache_folder() / "icons" / f"{name}-{sha256(drawing.encode()).hexdigest()[:12]}.svg"
    return str(_written(path, drawing) or resource("icons", f"{name}.svg")).replace("\\", "/")


def _written(path: Path, text: str) -> Path | None:
    if path.is_file():
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return path
