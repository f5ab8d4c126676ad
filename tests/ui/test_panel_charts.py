# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts say their bars in words and take mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from redraft.ui import theme as themes
from redraft.ui.charts import Bar, BarChart, bar_under, usual


def bars(*values: float | None) -> list[Bar]:
    return [Bar(place + 1, value, f"scene {place + 1}: {value}") for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "middle"), [((), None), ((None,), None), ((3.0,), 3.0), ((1.0, 9.0, 2.0), 2.0), ((1.0, None, 4.0), 2.5)])
def test_the_usual_is_the_median_of_what_is_known(values: tuple[float | None, ...], middle: float | None) -> None:
    assert usual(bars(*values)) == middle


@pytest.mark.parametrize(("x", "place"), [(-5, 0), (0, 0), (49, 1), (50, 2), (99, 3), (500, 3)])
def test_the_bar_under_the_pointer(x: float, place: int) -> None:
    assert bar_under(x, 100, 4) == place
    assert bar_under(x, 100, 0) == -1


@pytest.fixture
def chart(qtbot: QtBot) -> BarChart:
    made = BarChart("All scenes", height=80, clickable=True)
    qtbot.addWidget(made)
    made.resize(200, 80)
    made.show_bars(bars(10, 40, None, 20), marked=2)
    made.show()
    return made


def test_a_click_chooses(chart: BarChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.chosen) as heard:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(190, 70))
    assert heard.args == [4]


def test_the_arrows_walk_and_enter_chooses(chart: BarChart, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(chart, key)
    assert chart.accessibleName() == "All scenes: scene 1: 10"
    qtbot.keyClick(chart, Qt.Key.Key_End)
    with qtbot.waitSignal(chart.chosen) as heard:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert heard.args == [4]


def test_the_marked_bar_alone_has_the_accent(chart: BarChart) -> None:
    picture = chart.grab().toImage()
    accent = themes.current().colour("accent").name()
    inks = [picture.pixelColor(x, 74).name() for x in (25, 75, 175)]
    assert inks[1] == accent and accent not in (inks[0], inks[2])


def test_higher_values_are_higher_bars(chart: BarChart) -> None:
    picture = chart.grab().toImage()
    ground = picture.pixelColor(125, 40).name()
    heights = [sum(picture.pixelColor(x, y).name() != ground for y in range(80)) for x in (25, 75, 175)]
    assert heights[0] < heights[2] < heights[1]


def test_bars_stand_on_the_floor(chart: BarChart) -> None:
    chart.show_bars(bars(80, 84, 82, 90), floor=70)
    picture = chart.grab().toImage()
    ground = picture.pixelColor(125, 2).name()
    assert picture.pixelColor(25, 30).name() == ground  # on a floor of 0 the bar of 80 would reach up there


def test_a_chart_that_is_no_way_anywhere_takes_no_focus(qtbot: QtBot) -> None:
    still = BarChart("Sentences")
    qtbot.addWidget(still)
    still.show_bars(bars(1, 2))
    with qtbot.assertNotEmitted(still.chosen):
        qtbot.mouseClick(still, Qt.MouseButton.LeftButton)
    assert still.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_nothing_to_show_is_drawn_without_complaint(chart: BarChart, qtbot: QtBot) -> None:
    chart.show_bars([])
    chart.grab()
    with qtbot.assertNotEmitted(chart.chosen):
        qtbot.keyClick(chart, Qt.Key.Key_Return)
