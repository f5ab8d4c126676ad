# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences show every option that has words, and write each change at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from redraft.settings.options import options
from redraft.settings.store import Settings
from redraft.storage.atomic import SaveError
from redraft.ui.dialogs.fields import RuleList, words
from redraft.ui.dialogs.preferences import PreferencesDialog, shown

RULES = {"tense-slip": "Slip of tense", "article-sound": "“A” or “an” by sound"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def dialog(settings: Settings, qtbot: QtBot) -> PreferencesDialog:
    made = PreferencesDialog(settings, RULES)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_option_with_words_has_a_field_and_no_other(dialog: PreferencesDialog) -> None:
    assert set(dialog.fields) == {each.name for each in options().values() if each.label}
    assert [dialog.pages.tabText(page) for page in range(dialog.pages.count())] == [group for group, _ in shown()]


def test_every_field_can_be_spoken(dialog: PreferencesDialog) -> None:
    for name, made in dialog.fields.items():
        assert made.accessibleName() == options()[name].label


def test_fields_show_what_is_set(settings: Settings, qtbot: QtBot) -> None:
    settings.set("theme", "dark")
    settings.set("zoom", 140)
    settings.set("hints", True)
    made = PreferencesDialog(settings, RULES)
    qtbot.addWidget(made)
    theme, zoom, hints = (made.fields[name] for name in ("theme", "zoom", "hints"))
    assert isinstance(theme, QComboBox) and theme.currentText() == "Dark"
    assert isinstance(zoom, QSpinBox) and zoom.value() == 140
    assert isinstance(hints, QCheckBox) and hints.isChecked()


def test_a_change_is_written_at_once(dialog: PreferencesDialog, settings: Settings, tmp_path: Path) -> None:
    theme, zoom, hints = (dialog.fields[name] for name in ("theme", "zoom", "hints"))
    assert isinstance(theme, QComboBox) and isinstance(zoom, QSpinBox) and isinstance(hints, QCheckBox)
    theme.setCurrentIndex(theme.findData("light"))
    zoom.setValue(90)
    hints.click()
    again = Settings(tmp_path / "settings.json")
    assert (again.text("theme"), again.number("zoom"), again.flag("hints")) == ("light", 90, True)


def test_a_rule_is_switched_off_by_its_tick(dialog: PreferencesDialog, settings: Settings) -> None:
    rules = dialog.fields["rules-off"]
    assert isinstance(rules, RuleList) and rules.count() == 2
    item = next(rules.item(row) for row in range(rules.count()) if rules.item(row).data(Qt.ItemDataRole.UserRole) == "tense-slip")
    item.setCheckState(Qt.CheckState.Checked)
    assert settings.names("rules-off") == {"tense-slip"}
    item.setCheckState(Qt.CheckState.Unchecked)
    assert settings.names("rules-off") == frozenset()


def test_a_rule_of_another_version_stays_off(settings: Settings, qtbot: QtBot) -> None:
    settings.set("rules-off", ("from-the-future",))
    made = PreferencesDialog(settings, RULES)
    qtbot.addWidget(made)
    rules = made.fields["rules-off"]
    assert isinstance(rules, RuleList)
    rules.item(0).setCheckState(Qt.CheckState.Checked)
    assert "from-the-future" in settings.names("rules-off") and len(settings.names("rules-off")) == 2


def test_back_to_defaults_concerns_this_page_alone(dialog: PreferencesDialog, settings: Settings) -> None:
    settings.set("zoom", 200)
    settings.set("hints", True)
    dialog.pages.setCurrentIndex([group for group, _ in shown()].index("Page"))
    dialog.defaults.click()
    assert settings.number("zoom") == 100 and settings.flag("hints")
    zoom = dialog.fields["zoom"]
    assert isinstance(zoom, QSpinBox) and zoom.value() == 100


def test_what_cannot_be_written_is_said(dialog: PreferencesDialog, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise SaveError("The disk is full.")

    monkeypatch.setattr(settings, "_write", full)
    hints = dialog.fields["hints"]
    assert isinstance(hints, QCheckBox)
    hints.click()
    assert dialog._problem.isVisible() and "until Redraft is closed" in dialog._problem.text()


def test_every_choice_has_words_for_an_author() -> None:
    for option in options().values():
        for choice in option.choices:
            assert words(choice) and words(choice)[0].isupper()
    assert words("per-scene") == "Per scene"
