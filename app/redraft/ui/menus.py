# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands behind the window's actions, and when each can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from redraft.settings.options import Value
from redraft.ui import theme as themes
from redraft.ui.actions import Actions, fill_appearance
from redraft.ui.editor.card import MOST
from redraft.ui.notes.noting import deeds
from redraft.ui.palette import plain
from redraft.ui.panels.cast.bible import export_bible
from redraft.ui.panels.cast.sequel import carry_to_sequel
from redraft.ui.viewing import WRITES

if TYPE_CHECKING:
    from redraft.ui.history.window import HistoryWindow
    from redraft.ui.versions import Version
    from redraft.ui.window import Window

_NO_LIMIT = 16_777_215
_LOOKS = ("italic", "bold", "underline", "strike", "small-caps", "heading")
_CHANGES = (
    "next-change", "previous-change", "accept-change", "reject-change", "accept-changes", "reject-changes",
)
_IN_MARKDOWN = ("italic", "bold", "heading")
_NOT_IN_TEXT = "Plain text holds no formatting. Save the story as .docx, .odt or .md to have it."
_NOT_IN_MARKDOWN = "Markdown has none of this. Save the story as .docx or .odt to have it."


class Menus(QObject):
    """The menus of one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.actions = Actions(window, {
            **self._files(), **self._edits(), **self._views(), **self._reviews(), **deeds(window.noting),
            "reader-copy": self._reader_copy, "import-notes": window.importing.choose,
            "paste-notes": window.importing.paste})
        for name in _LOOKS:
            self.actions[name].setCheckable(True)
        view = self.actions.submenus["@panels"]
        anchor = next(each for each in view.actions() if each.objectName() == "@panels")
        window.docks.fill(view, anchor)
        self.corner = self._corner()
        window.menuBar().setCornerWidget(self.corner)
        window.page.menu_wanted.connect(self.popup)
        recent = self.actions.submenus["@recent"]
        recent.aboutToShow.connect(lambda: window.filing.fill_recent(recent))
        appearance = themes.Appearance(str(window.settings.get("theme")))
        fill_appearance(
            self.actions.submenus["@appearance"], window, appearance, lambda chosen: self._set("theme", chosen.value))

    def update(self) -> None:
        """Another story is open, or the same in another format."""
        self._update_formats()
        tracked = self._window.changes.present()
        for name in _CHANGES:
            self.actions[name].setEnabled(tracked)
            self.actions[name].setToolTip("" if tracked else "The file brought no tracked changes.")
        self.actions["save-as"].setEnabled(not self._window.story.is_folder)
        for name in WRITES:
            if name in self.actions and name not in (*_LOOKS, *_CHANGES):
                self.actions[name].setEnabled(True)
                self.actions[name].setToolTip(plain(self.actions[name].text()))
        self.update_undo()
        self.update_selection()

    def _update_formats(self) -> None:
        """What the story's format cannot hold cannot be done, and says why."""
        story = self._window.story
        for name in _LOOKS:
            held = story.is_rich or (story.is_markdown and name in _IN_MARKDOWN)
            why = "" if held else _NOT_IN_MARKDOWN if story.is_markdown else _NOT_IN_TEXT
            action = self.actions[name]
            action.setEnabled(held)
            action.setToolTip(why or plain(action.text()))
            action.setStatusTip(why)

    def update_undo(self) -> None:
        """Say what Undo and Redo would do."""
        session = self._window.story.session
        for name, label in (("undo", session.undo_label), ("redo", session.redo_label)):
            text = f"&{name.capitalize()}" + (f": {label}".replace("&", "&&") if label else "")
            action = self.actions[name]
            action.setEnabled(label is not None)
            if action.text() != text:
                action.setText(text)
        self._window.viewing.hold()

    def update_selection(self) -> None:
        """Another stretch, or none, is selected."""
        selected = self._window.page.textCursor().hasSelection()
        for name in ("cut", "copy"):
            self.actions[name].setEnabled(selected)
        writing = self._window.writing
        for name in _LOOKS:
            self.actions[name].setChecked(writing.has(name))
        self._window.viewing.hold()

    def popup(self, point: QPoint) -> QMenu:
        """The menu of a place on the page: what is found there, then what one may do anywhere."""
        window = self._window
        menu = QMenu(window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        finding = window.reviewing.finding_at(point)
        if finding is not None:
            for number, suggestion in enumerate(finding.suggestions[:MOST]):
                action = menu.addAction((suggestion or "Leave it out").replace("&", "&&"))
                action.triggered.connect(lambda _=False, n=number: window.context.accept(finding, n))
            menu.addAction("&Ignore").triggered.connect(lambda: window.context.ignore(finding))
            menu.addAction("Ignore &Everywhere").triggered.connect(lambda: window.context.ignore(finding, True))
            menu.addSeparator()
        changed = window.changes.at(point)
        if changed is not None:
            for text, accept in (("&Accept This Change", True), ("&Reject This Change", False)):
                menu.addAction(text).triggered.connect(partial(window.changes.settle, *changed, accept=accept))
            menu.addSeparator()
        for name in ("note", None, "undo", "redo", None, "cut", "copy", "paste", "select-all"):
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self.actions[name])
        menu.popup(window.page.viewport().mapToGlobal(point))
        return menu

    def _corner(self) -> QWidget:
        """Beside the menus: back and on through the findings, and the search."""
        corner = QWidget(self._window.menuBar())
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(0)
        for name in ("previous-finding", "next-finding", "find"):
            button = QToolButton()
            button.setDefaultAction(self.actions[name])
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(self.actions[name].iconText())
            row.addWidget(button)
        return corner

    # --- deeds ---------------------------------------------------------------------------------------------

    def _files(self) -> dict[str, Callable[..., object]]:
        filing = self._window.filing
        return {
            "new": filing.new, "open": filing.choose, "open-folder": filing.choose_folder, "save": filing.save,
            "save-as": filing.save_as, "export": self._export, "history": self.history,
            "story-bible": lambda: export_bible(self._window.context, self._window),
            "sequel": lambda: carry_to_sequel(self._window.context, self._window),
            "keep-state": lambda: self.history().parts.name.setFocus(), "quit": self._window.close,
        }

    def _edits(self) -> dict[str, Callable[..., object]]:
        page, find, writing = self._window.page, self._window.find_bar, self._window.writing
        return {
            "undo": self._undo, "redo": self._redo, "cut": page.cut, "copy": page.copy, "paste": page.paste,
            "paste-plainly": page.paste_plainly,
            "select-all": page.selectAll, "find": partial(find.open, False), "replace": partial(find.open, True),
            "find-next": find.next, "find-previous": find.previous, "scene-break": writing.scene_break,
            **{name: partial(writing.look, name) for name in _LOOKS},
            "typographic": partial(self._set, "smart-quotes"), "preferences": self._preferences,
        }

    def _views(self) -> dict[str, Callable[..., object]]:
        page = self._window.page
        return {
            "page-only": self._set_page_only, "zoom-in": partial(page.step_zoom, 1),
            "zoom-out": partial(page.step_zoom, -1), "zoom-reset": partial(page.set_zoom, 100),
            "commands": self._commands, "shortcuts": self._shortcuts, "about": self._about,
            "report": self._report,
        }

    def _reviews(self) -> dict[str, Callable[..., object]]:
        reviewing, changes = self._window.reviewing, self._window.changes
        return {
            "next-finding": reviewing.next, "previous-finding": reviewing.previous, "show-card": reviewing.here,
            "hints": partial(self._set, "hints"), "compare": self.compare, "house-style": self._house_style,
            "next-change": partial(changes.next, 1), "previous-change": partial(changes.next, -1),
            "accept-change": partial(changes.settle_here, True), "reject-change": partial(changes.settle_here, False),
            "accept-changes": partial(changes.settle_all, True), "reject-changes": partial(changes.settle_all, False),
        }

    def _set(self, name: str, value: Value) -> None:
        self._window.options.set(name, value)

    def _undo(self) -> None:
        self._window.story.session.undo()

    def _redo(self) -> None:
        self._window.story.session.redo()

    def _set_page_only(self, on: bool) -> None:
        """Nothing but the page, or everything again. The menu bar is only folded: its keys go on working."""
        window = self._window
        window.docks.page_only(on)
        window.statusBar().setVisible(not on)
        window.menuBar().setMaximumHeight(0 if on else _NO_LIMIT)
        full = Qt.WindowState.WindowFullScreen
        window.setWindowState(window.windowState() | full if on else window.windowState() & ~full)

    def _export(self) -> None:
        from redraft.ui.dialogs.export import ExportDialog
        from redraft.ui.versions import earlier

        ExportDialog(self._window.context, earlier(self._window.story), self._window).open()

    def _reader_copy(self) -> None:
        from redraft.ui.dialogs.reader_copy import ReaderCopyDialog

        ReaderCopyDialog(self._window.context, self._window).open()

    def compare(self) -> None:
        """Show the story beside its earlier states."""
        from redraft.ui.versions import earlier, present

        story = self._window.story
        self._compare([present(story), *earlier(story)], 1, 0)

    def compare_with(self, path: Path) -> None:
        """Show the story beside a file."""
        from redraft.ui.versions import earlier, of_file, present

        story = self._window.story
        self._compare([present(story), of_file(path), *earlier(story)], 1, 0)

    def _compare(self, versions: Sequence[Version], old: int, new: int) -> None:
        from redraft.ui.dialogs.compare import CompareWindow

        author = self._window.settings.text("author")
        CompareWindow(self._window.story.title, versions, author, self._window, (old, new)).show()

    def history(self) -> HistoryWindow:
        """Show everything that there is of the story's past."""
        from redraft.ui.history.window import HistoryWindow, Serving

        window = self._window
        for shown in window.findChildren(HistoryWindow):
            if shown.isVisible():
                shown.raise_()
                shown.activateWindow()
                return shown
        made = HistoryWindow(Serving(
            lambda: window.story, lambda: window.context.notes.notebook, window.keeping, window.context.bus,
            lambda: window.safety.path, self._compare, window.say, lambda: window.context.typing,
            lambda: window.attendance.reading), window)
        made.show()
        return made

    def _house_style(self) -> None:
        from redraft.ui.dialogs.house_style import HouseStyleDialog

        window = self._window
        HouseStyleDialog(window.story.book.current.style, window.choose_style, window).open()

    def _preferences(self) -> None:
        from redraft.ui.dialogs.preferences import PreferencesDialog

        names = {check: name for check, (name, _) in self._window.desk.rules.items()}
        PreferencesDialog(self._window.settings, names, self._window).open()

    def _commands(self) -> None:
        from redraft.ui.palette import CommandPalette

        CommandPalette(self._window).open()

    def _shortcuts(self) -> None:
        from redraft.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._window, self._window).open()

    def _report(self) -> None:
        from redraft.ui.dialogs.report import ReportDialog
        from redraft.ui.reporting import report

        window = self._window
        text = report(window.story.session.manuscript, window.settings, window.desk.engines, window.logbook.log)
        ReportDialog(text, window.say, window).show()

    def _about(self) -> None:
        from redraft.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()
