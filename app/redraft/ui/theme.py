# SPDX-License-Identifier: GPL-3.0-or-later
"""Light and dark: the colours, the faces and the four sizes of type.

Colours are data (``resources/themes/*.toml``); painters and the style sheet know only their names. How the kinds of
finding look is in :mod:`redraft.ui.kinds`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from string import Template
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from redraft.places import resource
from redraft.ui.kinds import Kind, Shape, kind_of

SERIF = (
    "Literata", "Charter", "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Georgia", "Palatino Linotype",
    "P052", "Noto Serif", "Libertinus Serif", "Cambria", "C059", "DejaVu Serif", "Times New Roman",
)
"""Faces for the page, the best first; the first that is installed is taken."""

SANS = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Open Sans", "Source Sans 3", "Nimbus Sans", "DejaVu Sans")
"""Faces for the rest, where the system names none of its own."""

_NAMELESS = ("", "Sans", "Sans Serif", "DejaVu Sans", "sans-serif")


class Appearance(StrEnum):
    """What the author chose; ``SYSTEM`` follows the desktop, also when it changes at dusk."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Mark(NamedTuple):
    """How a finding is underlined."""

    colour: QColor
    shape: Shape


@dataclass(frozen=True)
class Theme:
    """Every colour by its name, as ``#rrggbb``."""

    dark: bool
    colours: Mapping[str, str]

    def colour(self, name: str) -> QColor:
        """The colour of that name, as in the theme's file.

        Raises:
            KeyError: when the theme has none of that name.
        """
        return QColor(self.colours[name])

    def kind_colour(self, kind: Kind) -> QColor:
        """The colour of a kind's underline and of its sign in lists."""
        return QColor(kind.colour(self.dark))

    def mark(self, category: str) -> Mark:
        """How findings of ``category`` are underlined."""
        kind = kind_of(category)
        return Mark(self.kind_colour(kind), kind.shape)


@cache
def load(name: str) -> Theme:
    """The theme ``light`` or ``dark`` from the resources."""
    data = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(data["dark"], data["colours"])


class _Present:
    """The theme in force; one application has one."""

    theme: Theme | None = None


def current() -> Theme:
    """The theme in force; light until :func:`apply` was called."""
    return _Present.theme or load("light")


def wanted(appearance: Appearance, app: QApplication) -> Theme:
    """The theme for the author's choice, asking the desktop where the choice is to follow it."""
    if appearance is not Appearance.SYSTEM:
        return load(appearance.value)
    dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return load("dark" if dark else "light")


def apply(app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> Theme:
    """Dress the application: palette, style sheet and font. Whoever calls it sends ``theme_changed`` afterwards."""
    theme = _Present.theme = wanted(appearance, app)
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    if app.font() != sans():
        app.setFont(sans())
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))
    return theme


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's palette, for what the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, roles in {
        "window": (role.Window, role.Button), "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText),
        "field": (role.Base, role.ToolTipBase), "panel": (role.AlternateBase,), "accent": (role.Highlight, role.Link),
        "on_accent": (role.HighlightedText,), "quiet": (role.PlaceholderText, role.LinkVisited),
        "line": (role.Mid, role.Midlight), "faint": (role.Dark,),
    }.items():
        for each in roles:
            made.setColor(each, theme.colour(name))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, theme.colour("faint"))
    return made


def style_sheet(theme: Theme) -> str:
    """The window's style sheet in the theme's colours."""
    from redraft.ui import icons  # icons are tinted by the theme: it imports this module

    shapes = {
        "arrow_down": icons.tinted_file("chevron-down", theme.colours["quiet"]),
        "arrow_up": icons.tinted_file("chevron-up", theme.colours["quiet"]),
        "check": icons.tinted_file("tick", theme.colours["on_accent"]),
    }
    sizes = {name: f"{points:g}" for name, points in type_sizes().items()}
    text = resource("themes", "window.qss").read_text(encoding="utf-8")
    faces = {"sans": sans().family(), "serif": serif().family()}
    return Template(text).substitute(theme.colours, **sizes, **faces, **shapes)


def type_sizes() -> dict[str, float]:
    """The four sizes of type in points, from the system's own: caption, body, title, display."""
    size = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    body = min(max(size, 10.0), 14.0)
    return {"caption": body - 1, "body": body, "title": body + 2, "display": body + 6}


def sans(size: str = "body") -> QFont:
    """The face of the window, in one of the four sizes."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = system.family() if system.family() not in _NAMELESS else _first(SANS, system.family())
    return _sized(family, size)


def serif(size: str = "body") -> QFont:
    """The face of the page and of quotations, in one of the four sizes."""
    font = _sized(_first(SERIF, "serif"), size)
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def _sized(family: str, size: str) -> QFont:
    font = QFont(family)
    font.setPointSizeF(type_sizes()[size])
    return font


@cache
def _first(families: tuple[str, ...], default: str) -> str:
    installed = {each.partition(" [")[0] for each in QFontDatabase.families()}  # "P052 [urw]": face and foundry
    return next((each for each in families if each in installed), default)
