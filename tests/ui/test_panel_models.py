# SPDX-License-Identifier: GPL-3.0-or-later
"""The models keep Qt's laws, and the selection where it can be kept."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from redraft.ui.panels.models import ROW, Group, ListModel, TreeModel

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def _groups() -> list[Group]:
    return [Group("a", "A", ("one", "two")), Group("b", "B"), Group("c", "C", ("three",))]


def test_the_list_keeps_the_laws(qtbot: QtBot) -> None:
    model: ListModel[str] = ListModel(str.upper)
    tester = QAbstractItemModelTester(model, _FATAL)
    for rows in (["a", "b"], ["a", "c"], [], ["d"]):
        model.show(rows)
        assert [model.index(place).data(ROW) for place in range(model.rowCount())] == rows
    assert tester.model() is model


def test_the_list_changes_as_many_rows_in_place(qtbot: QtBot) -> None:
    model: ListModel[str] = ListModel(str.upper)
    model.show(["a", "b"])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        assert model.show(["a", "c"])
    assert not model.show(["a", "c"])
    with qtbot.waitSignal(model.modelReset):
        model.show(["a"])


def test_a_row_says_itself_in_words(qtbot: QtBot) -> None:
    model: ListModel[str] = ListModel(str.upper)
    model.show(["a"])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "A"
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_the_tree_keeps_the_laws(qtbot: QtBot) -> None:
    model = TreeModel(str)
    tester = QAbstractItemModelTester(model, _FATAL)
    model.show(_groups())
    model.show([])
    model.show(_groups()[:1])
    assert tester.model() is model and model.rowCount() == 1


def test_the_tree_knows_groups_and_rows(qtbot: QtBot) -> None:
    model = TreeModel(str)
    model.show(_groups())
    third = model.index(2)
    row = model.index(0, 0, third)
    assert (third.data(ROW), row.data(ROW)) == ("C", "three")
    assert model.group_of(row) is model.groups[2] and model.group_of(third) is model.groups[2]
    assert model.parent(row) == third and not model.parent(third).isValid()
    assert model.group_of(QModelIndex()) is None
    assert model.rowCount(row) == 0


def test_the_tree_finds_a_row(qtbot: QtBot) -> None:
    model = TreeModel(str)
    model.show(_groups())
    assert model.place(lambda row: row == "three").data(ROW) == "three"
    assert not model.place(lambda row: row == "four").isValid()
