# SPDX-License-Identifier: GPL-3.0-or-later
"""The command palette: every action of the window, found by a few of its letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QMenu,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from redraft.ui.matching import score
from redraft.ui.panels.lists import prepare
from redraft.ui.panels.models import ROW, Index, ListModel
from redraft.ui.panels.painting import Brush, RowDelegate, line_height

_MOST = 200


@dataclass(frozen=True, slots=True)
class Command:
    """An action by its name, the menu it is in, its shortcut, and whether it can be done now."""

    name: str
    menu: str
    shortcut: str
    action: QAction

    @property
    def said(self) -> str:
        """The name as it is searched: with the menu's before it."""
        return f"{self.menu}: {self.name}" if self.menu else self.name


def commands(window: QMainWindow) -> list[Command]:
    """Every action that can be done now, as :func:`all_commands` orders them."""
    return [each for each in all_commands(window) if each.action.isEnabled()]


def all_commands(window: QMainWindow) -> list[Command]:
    """Every action that is there: those of the menus in their order, then what has only a key."""
    found: dict[QAction, Command] = {}
    for top in window.menuBar().actions():
        for command in _in_menu(top, plain(top.text())):
            found.setdefault(command.action, command)
    for action in window.actions():
        if action not in found and action.menu() is None:
            found[action] = _command(action, "")
    return [each for each in found.values() if each.name and each.action.isVisible()]


def _in_menu(entry: QAction, path: str) -> Iterator[Command]:
    menu = entry.menu()
    if not isinstance(menu, QMenu):
        return
    menu.aboutToShow.emit()  # menus that are filled when they open
    for action in menu.actions():
        if action.menu() is not None:
            yield from _in_menu(action, f"{path} › {plain(action.text())}")
        elif not action.isSeparator():
            yield _command(action, path)


def _command(action: QAction, path: str) -> Command:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Command(plain(action.text()), path, keys, action)


def plain(text: str) -> str:
    """The text of an action without its mnemonic: ``&Save`` → ``Save``, ``Find && replace`` → ``Find & replace``."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…").strip()


def matching(query: str, among: Sequence[Command]) -> list[Command]:
    """The commands that fit, the best first; all of them, in their order, for an empty query."""
    if not query.strip():
        return list(among)
    scored = [(max(score(query, each.name) * 1.2, score(query, each.said)), each) for each in among]
    fitting = [pair for pair in scored if pair[0] > 0]
    return [each for _, each in sorted(fitting, key=lambda pair: (-pair[0], len(pair[1].name)))]


class CommandPalette(QDialog):
    """A field and a list; the arrows choose while the field has the focus, Enter does it, Esc leaves."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Command palette")
        self.setProperty("surface", "popup")
        self._commands = commands(window)
        self._model: ListModel[Command] = ListModel(lambda each: f"{each.said} {each.shortcut}", self)
        self.field = QLineEdit()
        self.field.setPlaceholderText("What would you like to do?")
        self.field.setAccessibleName("Search all commands")
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.view = QListView()
        prepare(self.view, "Commands")
        self.view.setModel(self._model)
        self.view.setItemDelegate(_CommandDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.clicked.connect(self._do)
        self._nothing = QLabel("No command is called that.")
        self._nothing.setProperty("tone", "quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for widget in (self.field, self.view, self._nothing):
            column.addWidget(widget)
        self._place(window)
        self._search("")
        self.field.setFocus()

    @property
    def listed(self) -> Sequence[Command]:
        """The commands listed now."""
        return self._model.rows

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the field has the focus, the arrows move in the list, and Enter does what is selected there."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in steps:
                self._move(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _place(self, window: QWidget) -> None:
        width = min(560, window.width() - 64)
        self.setFixedSize(width, min(420, window.height() - 96))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 48)

    def _search(self, query: str) -> None:
        self._model.show(matching(query, self._commands)[:_MOST])
        some = bool(self._model.rows)
        self.view.setVisible(some)
        self._nothing.setVisible(not some)
        if some:
            self.view.setCurrentIndex(self._model.index(0))
            self.view.scrollToTop()

    def _move(self, by: int) -> None:
        last = len(self._model.rows) - 1
        row = self.view.currentIndex().row() + by
        row = min(last, max(0, row)) if abs(by) > 1 else row % (last + 1) if last >= 0 else -1
        if row >= 0:
            self.view.setCurrentIndex(self._model.index(row))

    def _do(self, index: Index) -> None:
        if index.isValid():
            command: Command = index.data(ROW)
            self.close()
            command.action.trigger()


class _CommandDelegate(RowDelegate):
    """Menu and name to the left, the shortcut to the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line and air."""
        return QSize(200, line_height() + 12)

    def draw(self, brush: Brush, box: QRect, index: Index, hover: bool) -> None:
        """Paint one command."""
        command: Command = index.data(ROW)
        line = box.adjusted(8, 0, -8, 0)
        keys = brush.write(line, command.shortcut, size="caption", colour="quiet", right=True)
        room = line.adjusted(0, 0, -keys - 12, 0)
        used = brush.write(room, command.name)
        state = " · on" if command.action.isCheckable() and command.action.isChecked() else ""
        brush.write(room.adjusted(used + 12, 0, 0, 0), command.menu + state, size="caption", colour="quiet")
