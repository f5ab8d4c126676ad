# SPDX-License-Identifier: GPL-3.0-or-later
"""Every action of the window as data: where it is in the menus, its key, its icon, and the deed it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from redraft.ui import icons
from redraft.ui.theme import Appearance


@dataclass(frozen=True, slots=True)
class Spec:
    """An action. ``id`` names the deed; ``keys`` are alternatives; ``checked`` makes it a switch with that state."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checked: bool | None = None


SEPARATOR = None
Entry = Spec | str | None
"""In a menu: an action, the id of a submenu that the window fills (``"@recent"``), or a line."""

MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    ("&File", (
        Spec("new", "&New", ("Ctrl+N",), "new"),
        Spec("open", "&Open…", ("Ctrl+O",), "open"),
        Spec("open-folder", "Open &Folder of Chapters…", ("Ctrl+Shift+O",)),
        "@recent",
        SEPARATOR,
        Spec("save", "&Save", ("Ctrl+S",), "save"),
        Spec("save-as", "Save &As…", ("Ctrl+Shift+S",)),
        Spec("export", "&Export Copy…", ("Ctrl+Shift+E",), "export"),
        Spec("story-bible", "Export Story &Bible…", ("Ctrl+Shift+B",)),
        Spec("sequel", "&Carry Words and Cast to a Sequel…"),
        SEPARATOR,
        Spec("history", "&History…", ("Ctrl+Alt+H",), "timeline"),
        Spec("keep-state", "&Keep This State…", ("Ctrl+Alt+S",)),
        SEPARATOR,
        Spec("quit", "&Quit", ("Ctrl+Q",)),
    )),
    ("&Edit", (
        Spec("undo", "&Undo", ("Ctrl+Z",), "undo"),
        Spec("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
        SEPARATOR,
        Spec("cut", "Cu&t", ("Ctrl+X",)),
        Spec("copy", "&Copy", ("Ctrl+C",)),
        Spec("paste", "&Paste", ("Ctrl+V",)),
        Spec("paste-plainly", "Paste &Without Formatting", ("Ctrl+Shift+V",)),
        Spec("select-all", "Select &All", ("Ctrl+A",)),
        SEPARATOR,
        Spec("find", "&Find…", ("Ctrl+F",), "search"),
        Spec("replace", "Find and Re&place…", ("Ctrl+H",), "replace"),
        Spec("find-next", "Find Ne&xt", ("F3", "Ctrl+G")),
        Spec("find-previous", "Find Pre&vious", ("Shift+F3", "Ctrl+Shift+G")),
        SEPARATOR,
        Spec("preferences", "Pre&ferences…", ("Ctrl+,",), "settings"),
    )),
    ("&View", (
        "@panels",
        Spec("page-only", "&Page Only", ("F11",), "page-only", checked=False),
        Spec("zoom-in", "Zoom &In", ("Ctrl+=", "Ctrl++"), "zoom-in"),
        Spec("zoom-out", "Zoom &Out", ("Ctrl+-",), "zoom-out"),
        Spec("zoom-reset", "&Usual Size", ("Ctrl+0",)),
        SEPARATOR,
        "@appearance",
    )),
    ("F&ormat", (
        Spec("italic", "&Italic", ("Ctrl+I",), "italic"),
        Spec("bold", "&Bold", ("Ctrl+B",), "bold"),
        Spec("underline", "&Underline", ("Ctrl+U",), "underline"),
        Spec("strike", "Stri&ke Out", ("Ctrl+Shift+X",)),
        Spec("small-caps", "S&mall Capitals", ("Ctrl+Shift+K",)),
        SEPARATOR,
        Spec("heading", "&Heading", ("Ctrl+Shift+H",), "heading"),
        Spec("scene-break", "&Scene Break", ("Ctrl+Shift+Return",), "scene-break"),
        SEPARATOR,
        Spec("typographic", "&Quotes and Dashes as I Type", (), "", checked=True),
    )),
    ("&Review", (
        Spec("next-finding", "&Next Finding", ("F8",), "next"),
        Spec("previous-finding", "&Previous Finding", ("Shift+F8",), "previous"),
        Spec("show-card", "&About This Place", ("Alt+Return",), "info"),
        SEPARATOR,
        Spec("next-change", "Next Tracked C&hange", ("Ctrl+F8",)),
        Spec("previous-change", "Previous Tracked Chan&ge", ("Ctrl+Shift+F8",)),
        Spec("accept-change", "Acc&ept This Change", ("Ctrl+Alt+A",)),
        Spec("reject-change", "&Reject This Change", ("Ctrl+Alt+R",)),
        Spec("accept-changes", "Accept A&ll Changes"),
        Spec("reject-changes", "Re&ject All Changes"),
        SEPARATOR,
        Spec("compare", "&Compare Versions…", ("Ctrl+Shift+D",)),
        SEPARATOR,
        Spec("house-style", "St&yle of This Manuscript…"),
        Spec("hints", "Show &Style Hints", ("Ctrl+Shift+Y",), "", checked=False),
    )),
    ("&Notes", (
        Spec("note", "&Note on These Words…", ("Ctrl+M",), "note"),
        Spec("note-scene", "Note on This &Scene…", ("Ctrl+Shift+M",)),
        Spec("note-story", "Note on the &Whole Story…"),
        SEPARATOR,
        Spec("next-note", "Ne&xt Note", ("Alt+F8",)),
        Spec("previous-note", "Pre&vious Note", ("Alt+Shift+F8",)),
        SEPARATOR,
        Spec("reader-copy", "&Reader Copy…", ("Ctrl+Shift+R",), "reader-copy"),
        Spec("import-notes", "&Import Notes…", ("Ctrl+Shift+I",)),
        Spec("paste-notes", "Import &Pasted Notes"),
    )),
    ("&Help", (
        Spec("commands", "&All Commands…", ("Ctrl+Shift+P",), "palette"),
        Spec("shortcuts", "&Keys at a Glance", ("F1",), "keyboard"),
        SEPARATOR,
        Spec("report", "Save a &Report…"),
        Spec("about", "A&bout Redraft", (), "redraft"),
    )),
)


class Actions:
    """The actions made, by id, and the menus that others fill, by their mark ("@recent")."""

    def __init__(self, window: QMainWindow, deeds: Mapping[str, Callable[..., object]]) -> None:
        self._window = window
        self._deeds = deeds
        self._made: dict[str, QAction] = {}
        self.submenus: dict[str, QMenu] = {}
        for title, entries in MENUS:
            menu = window.menuBar().addMenu(title)
            menu.setToolTipsVisible(True)
            for entry in entries:
                self._add(menu, entry)
            _tidy(menu)

    def __getitem__(self, id: str) -> QAction:
        return self._made[id]

    def __contains__(self, id: str) -> bool:
        return id in self._made

    def _add(self, menu: QMenu, entry: Entry) -> None:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, str):
            self.submenus[entry] = menu.addMenu(_TITLES[entry]) if entry in _TITLES else menu
            if entry not in _TITLES:
                menu.addSeparator().setObjectName(entry)
        elif entry.id in self._deeds:
            menu.addAction(self._action(entry))

    def _action(self, spec: Spec) -> QAction:
        action = QAction(spec.text, self._window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(each) for each in spec.keys])
        if spec.icon:
            icons.dress(action, spec.icon)
        deed = self._deeds[spec.id]
        if spec.checked is not None:
            action.setCheckable(True)
            action.setChecked(spec.checked)
            action.toggled.connect(lambda on: deed(on))
        else:
            action.triggered.connect(lambda _=False: deed())
        self._made[spec.id] = action
        self._window.addAction(action)
        return action


_APPEARANCES = {Appearance.SYSTEM: "As the &System", Appearance.LIGHT: "&Light", Appearance.DARK: "&Dark"}
_TITLES = {"@recent": "Open &Recent", "@appearance": "&Appearance"}


def fill_appearance(
    menu: QMenu, window: QMainWindow, present: Appearance, chosen: Callable[[Appearance], None],
) -> None:
    """Light, dark, or as the desktop: one of the three."""
    group = QActionGroup(window)
    for appearance, text in _APPEARANCES.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(appearance is present)
        action.triggered.connect(lambda _=False, wanted=appearance: chosen(wanted))
        group.addAction(action)


def _tidy(menu: QMenu) -> None:
    """No line at a menu's end, and no two in a row (where an action is absent)."""
    before: QAction | None = None
    for action in menu.actions():
        if action.isSeparator() and not action.objectName() and (before is None or before.isSeparator()):
            menu.removeAction(action)
            continue
        before = action
    if before is not None and before.isSeparator() and not before.objectName():
        menu.removeAction(before)
