# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pytestqt.qtbot import QtBot

from redraft.checks.house_style import CHOICES, HouseStyle
from redraft.ui.dialogs.house_style import HouseStyleDialog


def test_it_shows_what_is_chosen_and_tells_each_choice(qtbot: QtBot) -> None:
    told: list[tuple[str, str | None]] = []
    dialog = HouseStyleDialog(HouseStyle(dashes="em"), lambda *choice: told.append(choice))
    qtbot.addWidget(dialog)
    assert set(dialog.fields) == set(CHOICES)
    assert dialog.fields["dashes"].currentData() == "em"
    assert dialog.fields["quotes"].currentData() is None
    assert all(each.accessibleName() for each in dialog.fields.values())
    dialog.fields["quotes"].setCurrentIndex(dialog.fields["quotes"].findData("single"))
    dialog.fields["dashes"].setCurrentIndex(0)
    assert told == [("quotes", "single"), ("dashes", None)]
