# SPDX-License-Identifier: GPL-3.0-or-later
"""The themes are legible, also for those who do not see every colour."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from redraft.ui import icons
from redraft.ui import theme as themes
from redraft.ui.kinds import KINDS, Kind
from redraft.ui.theme import Appearance

# Machado, Oliveira & Fernandes (2009), full severity, on linear RGB.
_SEEN = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
_SURFACES = ("page", "panel", "field")


def _linear(colour: QColor) -> tuple[float, float, float]:
    def straight(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return straight(colour.redF()), straight(colour.greenF()), straight(colour.blueF())


def _luminance(colour: QColor) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG contrast of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("surface", _SURFACES)
def test_marks_stand_out_from_every_surface(name: str, surface: str) -> None:
    theme = themes.load(name)
    for kind in KINDS:
        assert contrast(theme.kind_colour(kind), theme.colour(surface)) >= 3, kind


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [("text", "panel"), ("text", "window"), ("text", "tint"), ("text", "hover"), ("text", "field"), ("quiet", "panel"),
     ("quiet", "window"), ("page_text", "page"), ("on_accent", "accent"), ("accent", "panel"), ("warning", "panel"),
     ("inserted", "page"), ("deleted", "page"), ("page_text", "remark"),
     ("quiet", "hover"), ("quiet", "tint")],
)
def test_words_can_be_read(name: str, ink: str, paper: str) -> None:
    theme = themes.load(name)
    assert contrast(theme.colour(ink), theme.colour(paper)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_controls_can_be_seen(name: str) -> None:
    theme = themes.load(name)
    assert contrast(theme.colour("faint"), theme.colour("panel")) >= 1.7
    assert contrast(theme.colour("accent"), theme.colour("line")) >= 3


def test_both_themes_name_the_same_colours() -> None:
    light, dark = themes.load("light"), themes.load("dark")
    assert light.colours.keys() == dark.colours.keys()
    assert dark.dark and not light.dark


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("sight", sorted(_SEEN))
def test_kinds_differ_also_without_red_or_green(name: str, sight: str) -> None:
    theme = themes.load(name)

    def seen(kind: Kind) -> tuple[float, ...]:
        light = _linear(theme.kind_colour(kind))
        return tuple(sum(a * b for a, b in zip(row, light, strict=True)) ** 0.45 if sum(
            a * b for a, b in zip(row, light, strict=True)) > 0 else 0.0 for row in _SEEN[sight])

    for one, other in combinations(KINDS, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen(one), seen(other), strict=True)) ** 0.5
        assert apart > 0.06, (one, other)


def test_a_mark_is_the_kinds_colour_and_shape() -> None:
    words = next(kind for kind in KINDS if kind.id == "words")
    assert themes.load("dark").mark("confusable") == (QColor(words.dark), words.shape)
    assert themes.load("light").mark("tense").shape is not words.shape


def test_applying_dresses_the_application(qapp: QApplication, qtbot: QtBot) -> None:
    themes.apply(qapp, Appearance.DARK)
    assert themes.current().dark
    sheet = qapp.styleSheet()
    assert themes.load("dark").colours["panel"] in sheet and "$" not in sheet
    themes.apply(qapp, Appearance.LIGHT)
    assert not themes.current().dark
    assert qapp.palette().window().color() == themes.load("light").colour("window")


def test_four_sizes_of_type_rise(qapp: QApplication) -> None:
    sizes = list(themes.type_sizes().values())
    assert len(sizes) == 4 and sizes == sorted(sizes) and len(set(sizes)) == 4


@pytest.mark.parametrize("name", icons.names())
def test_icons_take_the_colour(qapp: QApplication, name: str) -> None:
    assert "currentColor" not in icons.svg(name, "#123456")
    picture = icons.pixmap(name, 40, QColor("#ff0000")).toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(40) for y in range(40) if picture.pixelColor(x, y).alpha() > 200}
    assert inks and all(each.startswith("#f") for each in inks)


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no such icon")
